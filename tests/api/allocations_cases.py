# SPDX-License-Identifier: Apache-2.0
"""Allocations: what units and persons may use, agreements and their papers, what is published."""
import datetime
import io
import pathlib
import subprocess
import tempfile
import threading
import urllib.parse
import zipfile

from client import BASE
from suite import equal, refused

ALLOCATIONS = BASE + "/allocations"
FIRST = "分配甲单位"
AT_FIRST = ALLOCATIONS + "/units/" + urllib.parse.quote(FIRST)
TODAY = (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=8)).date()
ROOMS = [{"number": "201", "floor": 2, "use": "office", "usable_m2": "18.00", "unit": "分配甲单位"},
         {"number": "202", "floor": 2, "use": "office", "usable_m2": "24.00", "unit": "分配甲单位"},
         {"number": "203", "floor": 2, "use": "office", "usable_m2": "8.00"}]


def unit(name, **more):
    return {"unit": name, "level": "county", "valid_from": "2024-01-01", "storeys": "multi_storey",
            "ranks": [{"rank": "正科级", "posts": 1}, {"rank": "科级以下", "posts": 2}], **more}


def use(person, room, **more):
    return {"person": person, "rank": "科级以下", "unit": "分配甲单位", "post": "main", "building": "AL-FW", "room": room,
            "started_on": "2024-01-05", **more}


def agreement(name, *rooms, **more):
    return {"unit": name, "rooms": [{"building": "AL-FW", "room": room} for room in rooms], "signed_on": str(TODAY),
            "valid_from": str(TODAY), "valid_to": str(TODAY + datetime.timedelta(days=365)), "purposes": ["registration"], **more}


def test_a_unit_is_held_against_its_standard(world):
    premises = BASE + "/premises/buildings"
    equal(world.officer.post(premises, {"code": "AL-FW", "name": "示例分配楼", "title": {"status": "registered"}}).status, 201)
    at = premises + "/AL-FW/rooms"
    equal(world.officer.put(at, {"rooms": ROOMS}, world.officer.get(at).etag).status, 200)
    made = world.officer.post(ALLOCATIONS + "/units", unit("分配甲单位"))
    equal(made.status, 201, made)
    equal([(one["use"], one["approved_m2"], one["actual_m2"], one["over_m2"], one["is_over"]) for one in made.json["uses"]][0],
          ("office", "36.00", "42.00", "6.00", True))
    equal((made.json["calculation"]["service_m2"], made.json["calculation"]["equipment_m2"]), ("24.00", "5.40"))
    refused(world.officer.post(ALLOCATIONS + "/units", unit("分配甲单位")), 409, "allocations.unit.taken")
    standard = world.officer.get(ALLOCATIONS + "/standards").json
    county = next(level for level in standard["levels"] if level["level"] == "county")
    equal([(one["rank"], one["office_m2"]) for one in county["ranks"]][0], ("县级正职", "30.00"))


def test_a_standard_of_1999_is_refused_at_its_field(world):
    old = unit("分配乙单位", ranks=[{"rank": "县级正职", "posts": 1, "stated_m2": "20.00"}])
    equal(refused(world.officer.post(ALLOCATIONS + "/units", old), 422, "request.fields_wrong").errors,
          {"/ranks/0/stated_m2": "premises.standard.superseded"})


def test_a_unit_is_said_anew_from_a_day_on(world):
    at = AT_FIRST
    seen = world.officer.get(at)
    body = {name: value for name, value in unit("x", valid_from="2025-01-01", ranks=[{"rank": "科级以下", "posts": 5}]).items() if name != "unit"}
    changed = world.officer.put(at, body, seen.etag)
    equal((changed.status, changed.json["versions"], changed.json["posts"]), (200, ["2024-01-01", "2025-01-01"], 5), changed)
    equal(world.officer.put(at, body, seen.etag).status, 412)
    refused(world.officer.put(at, {**body, "valid_from": "2023-01-01"}, world.officer.get(at).etag), 409, "allocations.unit.before_last")


def test_one_person_has_one_room(world):
    given = world.officer.post(ALLOCATIONS + "/rooms", use("A-1", "201"))
    equal(given.status, 201, given)
    equal(refused(world.officer.post(ALLOCATIONS + "/rooms", use("A-1", "202")), 409, "allocations.person.has_room").errors, {"/person": "allocations.person.has_room"})
    refused(world.officer.post(ALLOCATIONS + "/rooms", use("A-1", "202", post="concurrent")), 422, "allocations.use.approval_missing")
    refused(world.officer.post(ALLOCATIONS + "/rooms", use("A-1", "202", post="concurrent", approval="示例批〔2024〕1号")), 422, "allocations.use.second_not_smaller")
    equal(world.officer.post(ALLOCATIONS + "/rooms", use("A-1", "203", post="concurrent", approval="示例批〔2024〕1号")).status, 201)
    over = world.officer.get(ALLOCATIONS + "/persons", over="true").json["items"]
    equal([(one["person"], one["area_m2"], one["standard_m2"], one["over_m2"], one["has_more_than_one"]) for one in over], [("A-1", "26.00", "9.00", "17.00", True)])


def test_an_event_makes_a_room_due_and_it_is_given_back(world):
    number = world.officer.get(ALLOCATIONS + "/rooms", person="A-1").json["items"][-1]["number"]
    told = world.officer.post(f"{ALLOCATIONS}/rooms/{number}/event", {"event": "transfer", "happened_on": "2024-01-31"})
    equal((told.status, told.json["due_on"]), (200, "2024-02-29"), told)
    equal([one["number"] for one in world.officer.get(ALLOCATIONS + "/due", by="2024-02-29").json["items"]], [number])
    equal(world.officer.get(ALLOCATIONS + "/due", by="2024-02-28").json["items"], [])
    equal([one["number"] for one in world.officer.get(ALLOCATIONS + "/rooms", state="overdue").json["items"]], [number])
    equal(refused(world.officer.post(f"{ALLOCATIONS}/rooms/{number}/return", {"ended_on": "2024-01-04"}), 422, "allocations.use.before_start").errors, {"/ended_on": "allocations.use.before_start"})
    equal(world.officer.post(f"{ALLOCATIONS}/rooms/{number}/return", {"ended_on": str(TODAY)}).json["ended_on"], str(TODAY))
    refused(world.officer.post(f"{ALLOCATIONS}/rooms/{number}/return", {"ended_on": str(TODAY)}), 409, "allocations.use.ended")
    equal(world.officer.get(f"{ALLOCATIONS}/rooms/{number}").json["ended_on"], str(TODAY))
    refused(world.officer.get(ALLOCATIONS + "/rooms/999999"), 404, "allocations.use.unknown")
    refused(world.officer.get(ALLOCATIONS + "/rooms/x"), 404, "allocations.use.unknown")


def test_a_room_is_agreed_on_once(world):
    outcomes = []
    threads = [threading.Thread(target=lambda: outcomes.append(world.officer.post(ALLOCATIONS + "/agreements", agreement("分配甲单位", "201")).status)) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    equal(sorted(outcomes), [201] + [409] * 5)
    rows = world.officer.get(ALLOCATIONS + "/agreements").json["items"]
    equal([(one["state"], one["days_left"], one["room_count"]) for one in rows], [("running", 365, 1)])
    equal(refused(world.officer.post(ALLOCATIONS + "/agreements", agreement("分配甲单位", "201")), 409, "allocations.room.given").errors, {"/rooms": "allocations.room.given"})
    equal(refused(world.officer.post(ALLOCATIONS + "/agreements", agreement("分配甲单位", "202", purposes=["letting"])), 422, "request.fields_wrong").errors, {"/purposes": "request.word_unknown"})


def scanned(pdf):
    """What a scanner reads on the pages of a .pdf."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-png", "-r", "150", "-", f"{folder}/page"], input=pdf, check=True)
        pages = sorted(str(page) for page in pathlib.Path(folder).iterdir())
        return subprocess.run(["zbarimg", "--quiet", "--raw", "--nodbus", *pages], capture_output=True, text=True).stdout.strip()


def test_papers_open(world):
    number = world.officer.get(ALLOCATIONS + "/agreements").json["items"][0]["number"]
    one = world.officer.get(f"{ALLOCATIONS}/agreements/{number}").json
    equal(one["qr"], f"MJ-XY;{number};分配甲单位;{one['valid_to']};{one['digest']}")
    for path in (f"/agreements/{number}/agreement", f"/agreements/{number}/certificate", AT_FIRST.removeprefix(ALLOCATIONS) + "/calculation", f"/publications/{TODAY.year}"):
        paper = world.officer.get(ALLOCATIONS + path + ".docx")
        equal(paper.status, 200, paper)
        assert "word/document.xml" in zipfile.ZipFile(io.BytesIO(paper.bytes)).namelist()
        equal(world.officer.get(ALLOCATIONS + path + ".pdf").bytes[:5], b"%PDF-")
    for paper in ("agreement", "certificate"):
        equal(scanned(world.officer.get(f"{ALLOCATIONS}/agreements/{number}/{paper}.pdf").bytes), one["qr"])
    equal(world.officer.get(f"{ALLOCATIONS}/publications/{TODAY.year}.xlsx").bytes[:2], b"PK")
    for path in (f"/agreements/{number}/agreement.xlsx", f"/agreements/{number}/other.docx", AT_FIRST.removeprefix(ALLOCATIONS) + "/calculation", "/publications/1999.docx", "/publications/x.docx"):
        refused(world.officer.get(ALLOCATIONS + path), 404, "allocations.paper.unknown")


def test_an_agreement_ends_once(world):
    number = world.officer.get(ALLOCATIONS + "/agreements").json["items"][0]["number"]
    end = {"ended_on": str(TODAY)}
    equal(world.officer.post(f"{ALLOCATIONS}/agreements/{number}/end", end).json["state"], "ended")
    refused(world.officer.post(f"{ALLOCATIONS}/agreements/{number}/end", end), 409, "allocations.agreement.ended")
    refused(world.officer.get(ALLOCATIONS + "/agreements/none"), 404, "allocations.agreement.unknown")


def test_a_year_is_published_once(world):
    body = {"year": TODAY.year, "published_on": str(TODAY), "place": "示例公示栏", "document": "示例公示〔2026〕1号"}
    equal(refused(world.officer.post(ALLOCATIONS + "/publications", {**body, "published_on": f"{TODAY.year - 1}-12-31"}), 422, "allocations.publication.before_year").errors, {"/published_on": "allocations.publication.before_year"})
    equal(world.officer.post(ALLOCATIONS + "/publications", body).status, 201)
    refused(world.officer.post(ALLOCATIONS + "/publications", body), 409, "allocations.publication.taken")
    equal([one["year"] for one in world.officer.get(ALLOCATIONS + "/publications").json["items"]], [TODAY.year])


def test_who_may_read_and_who_may_change(world):
    equal(world.leader.get(ALLOCATIONS + "/units").status, 200)
    refused(world.leader.post(ALLOCATIONS + "/units", unit("分配丙单位")), 403, "request.not_permitted")
    refused(world.supervisor.get(ALLOCATIONS + "/agreements"), 403, "request.not_permitted")
