# SPDX-License-Identifier: Apache-2.0
"""Holdings: rooms are counted, held against the register and against titles, and given away where nobody has them."""
import datetime
import threading

from client import BASE
from suite import equal, refused

HOLDINGS = BASE + "/holdings"
TAKE = HOLDINGS + "/stocktakes/PD-1"
ROOMS = [{"number": "101", "floor": 1, "use": "office", "usable_m2": "18.00", "unit": "甲单位"},
         {"number": "102", "floor": 1, "use": "office", "usable_m2": "12.00", "unit": "乙单位"},
         {"number": "103", "floor": 1, "use": "office", "usable_m2": "9.00"}]

NOW = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def today():
    return (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=8)).date().isoformat()


def stocktake(code):
    return {"code": code, "name": f"示例盘点{code}", "opened_on": today(), "buildings": ["PD-FW"]}


def entry(number, id, unit="甲单位", **more):
    return {"id": id, "building": "PD-FW", "number": number, "unit": unit, "state": "in_use",
            "counted_at": NOW, **more}


def count(client, *entries):
    answer = client.post(TAKE + "/entries", {"entries": list(entries)})
    equal(answer.status, 200, answer)
    return [(one["id"], one["code"]) for one in answer.json["items"]]


def outcomes(answer):
    return {one["outcome"]: (one["rooms"], one["area_m2"]) for one in answer.json["outcomes"]}


def test_nothing_is_counted_yet(world):
    equal(world.officer.get(HOLDINGS + "/stocktakes").json, {"items": [], "next": None})
    refused(world.officer.get(TAKE), 404, "holdings.stocktake.unknown")
    refused(world.officer.post(HOLDINGS + "/stocktakes", stocktake("PD-1")), 422, "holdings.stocktake.building_unknown")


def test_a_stocktake_expects_what_the_register_says(world):
    premises = BASE + "/premises/buildings"
    equal(world.officer.post(premises, {"code": "PD-FW", "name": "示例盘点楼", "title": {"status": "registered"}}).status, 201)
    at = premises + "/PD-FW/rooms"
    equal(world.officer.put(at, {"rooms": ROOMS}, world.officer.get(at).etag).status, 200)
    answer = world.officer.post(HOLDINGS + "/stocktakes", stocktake("PD-1"))
    equal((answer.status, answer.json["rooms"], answer.json["counted"]), (201, 3, 0), answer)
    expected = world.officer.get(TAKE + "/rooms").json["items"]
    equal([(one["number"], one["unit"]) for one in expected], [("101", "甲单位"), ("102", "乙单位"), ("103", None)])
    refused(world.officer.post(HOLDINGS + "/stocktakes", stocktake("PD-1")), 409, "holdings.stocktake.code_taken")


def test_an_entry_counts_once_however_often_it_is_sent(world):
    equal(count(world.officer, entry("101", "a1"), entry("102", "a2")), [("a1", None), ("a2", None)])
    equal(count(world.officer, entry("101", "a1")), [("a1", None)])
    equal(count(world.officer, entry("101", "a1", unit="丙单位")), [("a1", "holdings.entry.id_taken")])
    equal(world.officer.get(TAKE).json["counted"], 2)
    many = world.officer.post(TAKE + "/entries", {"entries": [entry("101", f"b{at}") for at in range(501)]})
    equal((many.status, [one["code"] for one in many.json["errors"]]), (422, ["holdings.entry.too_many"]), many)
    equal(world.officer.get(TAKE).json["counted"], 2)


def test_the_same_batch_from_many_phones_is_counted_once(world):
    threads = [threading.Thread(target=count, args=(world.officer, entry("999", "a3"))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    seen = world.officer.get(TAKE).json
    equal([line["number"] for line in seen["lines"] if line["outcome"] == "unlisted"], ["999"])


def test_closing_keeps_the_result(world):
    closed = world.officer.post(TAKE + "/close", {})
    equal((closed.status, closed.json["closed_on"]), (200, today()), closed)
    found = outcomes(closed)
    equal({what: found[what][0] for what in ("matching", "elsewhere", "missing", "unlisted")},
          {"matching": 1, "elsewhere": 1, "missing": 1, "unlisted": 1})
    equal((found["matching"][1], found["elsewhere"][1], found["missing"][1]), ("18.00", "12.00", "9.00"))
    refused(world.officer.post(TAKE + "/close", {}), 409, "holdings.stocktake.closed")
    refused(world.officer.post(TAKE + "/entries", {"entries": [entry("103", "a9")]}), 409, "holdings.stocktake.closed")
    equal([one["closed_on"] for one in world.officer.get(HOLDINGS + "/stocktakes").json["items"]], [today()])


def test_the_register_is_held_against_what_was_found_and_against_titles(world):
    stock = world.officer.get(HOLDINGS + "/reconciliations/stock").json
    equal({(line["number"], line["reason"]) for line in stock["lines"] if line["building"] == "PD-FW" and line["reason"] != "same"},
          {("102", "unit"), ("103", "only_ours"), ("999", "only_theirs")})
    title = world.officer.get(HOLDINGS + "/reconciliations/title")
    equal((title.status, any(line["building"] == "PD-FW" for line in title.json["lines"])), (200, True), title)
    workbook = world.officer.get(HOLDINGS + "/reconciliations/title/export", differing="true")
    equal((workbook.status, workbook.bytes[:2]), (200, b"PK"), workbook)
    refused(world.officer.get(HOLDINGS + "/reconciliations/ledger/export"), 404, "holdings.reconciliation.no_ledger")
    refused(world.officer.get(HOLDINGS + "/reconciliations/other"), 404, "holdings.reconciliation.unknown_kind")
    refused(world.officer.get(HOLDINGS + "/reconciliations/ledger"), 404, "holdings.reconciliation.no_ledger")


def test_a_room_that_nobody_has_is_offered_and_then_given(world):
    idle = world.officer.get(HOLDINGS + "/idle", days=0).json
    equal((idle["days"], [one for one in idle["items"] if one["building"] == "PD-FW"]), (0, []), "empty since today: not yet idle")
    decision = {"building": "PD-FW", "number": "103", "state": "kept", "day": today(), "document": "示例文件"}
    at = HOLDINGS + "/idle/decisions"
    refused(world.officer.post(at, decision), 409, "holdings.idle.not_offered")
    equal(world.officer.post(at, {**decision, "state": "offered"}).status, 201)
    given = world.officer.post(at, {**decision, "state": "transferred", "unit": "丁单位"})
    equal((given.status, given.json["unit"]), (201, "丁单位"), given)
    rooms = world.officer.get(BASE + "/premises/buildings/PD-FW").json["floors"][0]["rooms"]
    equal([room["unit"] for room in rooms if room["number"] == "103"], ["丁单位"])
    refused(world.officer.post(at, {**decision, "state": "offered"}), 404, "holdings.idle.room_not_vacant")


def test_who_may_not_is_refused(world):
    for client, path, body in ((world.leader, "/stocktakes", stocktake("PD-2")), (world.leader, "/idle/decisions",
                               {"building": "PD-FW", "number": "101", "state": "offered", "day": today(), "document": "示例"})):
        equal(client.post(HOLDINGS + path, body).status, 403)
    equal(world.admin.get(HOLDINGS + "/idle").status, 403)


def lease(code, **more):
    return {"code": code, "kind": "out", "party": "示例公司", "building": None, "address": "示例路 1 号", "area_m2": "100.00",
            "approval": "示例批〔2024〕1号", "from": "2024-01-01", "until": "2024-12-30", "yearly_rent": "36500.00", "note": None, **more}


def test_a_lease_without_an_approval_is_refused_at_its_field(world):
    equal(refused(world.officer.post(HOLDINGS + "/leases", lease("L1", approval="")), 422, "holdings.lease.approval_missing").errors, {"/approval": "holdings.lease.approval_missing"})
    equal(refused(world.officer.post(HOLDINGS + "/leases", lease("L1", address=None)), 422, "holdings.lease.place_empty").errors, {"/building": "holdings.lease.place_empty"})
    equal(world.officer.post(HOLDINGS + "/leases", lease("L1", area_m2="1.001")).status, 422)
    made = world.officer.post(HOLDINGS + "/leases", lease("L1"))
    equal((made.status, made.json["yearly_per_m2"], made.json["income_due"], made.json["version"]), (201, "365.00", "36500.00", 1), made)


def test_income_and_changes_of_a_lease(world):
    at = HOLDINGS + "/leases/L1"
    paid = world.officer.post(at + "/income", {"paid_on": "2024-06-30", "amount": "18000.00", "document": "示例缴款书"})
    equal((paid.status, paid.json["income_paid"]), (200, "18000.00"), paid)
    equal(refused(world.officer.post(at + "/income", {"paid_on": "2024-06-30", "amount": "18500.01", "document": "x"}), 409, "holdings.income.beyond_contract").errors, {"/amount": "holdings.income.beyond_contract"})
    body = {name: value for name, value in lease("L1", party="示例公司二").items() if name != "code"}
    seen = world.officer.get(at).etag
    equal(world.officer.put(at, body, seen).json["version"], 2)
    refused(world.officer.put(at, body, seen), 412, "request.changed_meanwhile")
    refused(world.officer.put(at, body), 428, "request.if_match_missing")
    equal([(one["code"], one["party"]) for one in world.officer.get(HOLDINGS + "/leases").json["items"]], [("L1", "示例公司二")])
    equal(world.officer.get(at).json["version"], 2)
    refused(world.officer.get(HOLDINGS + "/leases/none"), 404, "holdings.lease.unknown")
    refused(world.leader.post(HOLDINGS + "/leases", lease("L9")), 403, "request.not_permitted")
