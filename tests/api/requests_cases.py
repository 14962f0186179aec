# SPDX-License-Identifier: Apache-2.0
"""Requests for offices: within what is approved, way by way in their order, ended once."""
import threading

from client import BASE
from client import UNIT as ORG
from holdings_cases import today
from suite import equal, refused

REQUESTS = BASE + "/allocations/requests"
UNIT = "申请单位"
ROOMS = [{"number": "101", "floor": 1, "use": "office", "usable_m2": "9.00", "unit": UNIT},
         {"number": "102", "floor": 1, "use": "office", "usable_m2": "9.00"},
         {"number": "103", "floor": 2, "use": "office", "usable_m2": "40.00"}]


def prepare(server):
    """Before the server starts: the posts of the unit."""
    file = server.folder / "units.csv"
    file.write_text(f"使用单位,机关级别,生效日期,职级,编制数\n{UNIT},县级机关,2023-01-01,科级以下,2\n", encoding="utf-8")
    server.command("allocations", "import", file, "--org", ORG)


def asked(**more):
    return {"unit": UNIT, "asked_on": today(), "reason": "新增编制", "document": "示例函〔2026〕1号", "office_rooms": 1,
            "office_m2": "9.00", **more}


def step(way, result, **more):
    return {"way": way, "result": result, "taken_on": today(), "document": "示例纪要", "searched": "区内三处", "reason": "面积不足", **more}


def at_member(answer, status, code, member):
    refused(answer, status, code)
    equal([one["pointer"] for one in answer.json["errors"]], [member], answer)


def take(client, number, *args, **more):
    return client.post(f"{REQUESTS}/{number}/steps", step(*args, **more))


def settle(client, number, outcome, **more):
    return client.post(f"{REQUESTS}/{number}/settlement", {"outcome": outcome, "settled_on": today(), **more})


def test_nothing_is_asked_for_yet(world):
    equal(world.officer.get(REQUESTS).json, {"items": [], "next": None})
    refused(world.officer.get(REQUESTS + "/2026-0001"), 404, "allocations.request.unknown")
    refused(world.officer.get(REQUESTS + "/2026-0001/rooms"), 404, "allocations.request.unknown")
    at_member(world.officer.post(REQUESTS, asked(unit="没有编制的单位")), 422, "allocations.unit.unknown", "/unit")


def test_a_unit_asks_within_what_is_approved(world):
    premises = BASE + "/premises/buildings"
    equal(world.officer.post(premises, {"code": "SQ-FW", "name": "示例申请楼", "title": {"status": "registered"}}).status, 201)
    at = premises + "/SQ-FW/rooms"
    equal(world.officer.put(at, {"rooms": ROOMS}, world.officer.get(at).etag).status, 200)
    at_member(world.officer.post(REQUESTS, asked(office_m2="9.01")), 422, "allocations.request.over_approved", "/office_m2")
    at_member(world.officer.post(REQUESTS, asked(service_rooms=1, service_m2="999.00")), 422, "allocations.request.over_approved", "/service_m2")
    at_member(world.officer.post(REQUESTS, asked(office_m2="-1")), 422, "request.fields_wrong", "/office_m2")
    at_member(world.officer.post(REQUESTS, asked(service_m2="1.00")), 422, "allocations.request.incomplete", "/service_m2")
    at_member(world.officer.post(REQUESTS, asked(reason="")), 422, "allocations.request.reason_missing", "/reason")
    answer = world.officer.post(REQUESTS, asked())
    equal((answer.status, answer.json["state"], answer.json["next_way"]), (201, "open", "reallocation"), answer)
    equal(answer.json["areas"][0], {"use": "office", "rooms": 1, "asked_m2": "9.00", "approved_m2": "18.00", "actual_m2": "9.00", "pending_m2": "0.00"})
    equal([(one["rank"], one["posts"], one["persons"]) for one in answer.json["ranks"]], [("科级以下", 2, 0)])
    world.request = answer.json["number"]
    at_member(world.officer.post(REQUESTS, asked(office_m2="0.01")), 422, "allocations.request.over_approved", "/office_m2")
    listed = world.officer.get(REQUESTS, unit=UNIT, state="open").json["items"]
    equal([one["number"] for one in listed], [world.request])
    equal(world.officer.get(REQUESTS, state="refused").json["items"], [])
    equal(world.officer.get(REQUESTS, state="none").status, 400)


def test_free_rooms_are_looked_at_first(world):
    rooms = world.officer.get(f"{REQUESTS}/{world.request}/rooms").json["items"]
    mine = [(one["room"], one["is_suitable"]) for one in rooms if one["building"] == "SQ-FW"]
    equal(mine, [("102", True), ("103", False)])
    equal((rooms[0]["building_name"], rooms[0]["vacant_since"]), ("示例申请楼", today()))
    at_member(take(world.officer, world.request, "lease", "found"), 409, "allocations.step.earlier_open", "/way")
    at_member(take(world.officer, world.request, "reallocation", "none"), 422, "allocations.step.room_unanswered", "/refused_rooms")
    suitable = [one for one in rooms if one["is_suitable"]]
    answers = [{"building": one["building"], "room": one["room"], "reason": "朝北"} for one in suitable]
    at_member(take(world.officer, world.request, "reallocation", "none", refused_rooms=answers + [{"building": "SQ-FW", "room": "101", "reason": "远"}]),
              422, "allocations.step.room_not_offered", "/refused_rooms")
    taken = take(world.officer, world.request, "reallocation", "none", refused_rooms=answers)
    equal((taken.status, taken.json["next_way"]), (201, "exchange"), taken)
    kept = [one for one in taken.json["steps"][0]["offered"] if one["building"] == "SQ-FW"]
    equal([(one["room"], one["refusal"]) for one in kept], [("102", "朝北"), ("103", None)])


def test_a_room_that_became_free_comes_first(world):
    at = BASE + "/premises/buildings/SQ-FW/rooms"
    more = {"number": "201", "floor": 2, "use": "office", "usable_m2": "8.00"}
    equal(world.officer.put(at, {"rooms": [*ROOMS, more]}, world.officer.get(at).etag).status, 200)
    at_member(take(world.officer, world.request, "exchange", "none"), 409, "allocations.step.room_free", "/way")
    equal(world.officer.put(at, {"rooms": ROOMS}, world.officer.get(at).etag).status, 200)


def test_a_lease_has_its_papers_and_comes_after_an_exchange(world):
    papers = {"application": "申1", "approval": "核1", "finance": "财1", "government": "政1"}
    at_member(take(world.officer, world.request, "exchange", "none", searched=""), 422, "allocations.step.searched_missing", "/searched")
    at_member(take(world.officer, world.request, "exchange", "none", project="批1"), 422, "allocations.step.paper_unexpected", "/project")
    equal(take(world.officer, world.request, "exchange", "none").status, 201)
    for paper in papers:
        at_member(take(world.officer, world.request, "lease", "found", **{**papers, paper: ""}), 422, "allocations.step.paper_missing", "/" + paper)
    at_member(take(world.officer, world.request, "construction", "found", project="批1"), 409, "allocations.step.earlier_open", "/way")
    at_member(settle(world.officer, world.request, "satisfied", way="lease", reference="ZL-1", office_m2="9.00"),
              409, "allocations.settlement.way_not_found", "/way")
    taken = take(world.officer, world.request, "lease", "found", **papers)
    equal((taken.status, taken.json["steps"][2]["government"]), (201, "政1"), taken)


def test_a_request_ends_once(world):
    end = {"way": "lease", "reference": "ZL-1"}
    at_member(settle(world.officer, world.request, "satisfied", **end), 422, "allocations.settlement.nothing_obtained", "/office_m2")
    at_member(settle(world.officer, world.request, "satisfied", office_m2="9.01", **end), 422, "allocations.settlement.over_approved", "/office_m2")
    at_member(settle(world.officer, world.request, "withdrawn"), 422, "allocations.settlement.reason_missing", "/reason")
    answers = []
    threads = [threading.Thread(target=lambda: answers.append(settle(world.officer, world.request, "satisfied", office_m2="9.00", **end)))
               for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    equal(sorted(one.status for one in answers), [201, 409, 409, 409])
    seen = world.officer.get(f"{REQUESTS}/{world.request}").json
    equal((seen["state"], seen["next_way"], seen["settlement"]["reference"]), ("satisfied", None, "ZL-1"))
    refused(take(world.officer, world.request, "exchange", "found"), 409, "allocations.request.settled")
    equal([one["number"] for one in world.officer.get(REQUESTS, state="satisfied").json["items"]], [world.request])


def test_who_may_not_is_refused(world):
    equal(world.leader.post(REQUESTS, asked()).status, 403)
    equal(take(world.leader, world.request, "exchange", "none").status, 403)
    equal(settle(world.leader, world.request, "withdrawn", reason="x").status, 403)
    equal(world.leader.get(REQUESTS).status, 200)
    equal(world.admin.get(REQUESTS).status, 403)
