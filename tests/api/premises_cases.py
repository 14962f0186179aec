# SPDX-License-Identifier: Apache-2.0
"""Premises: parcels, buildings, rooms, imports, outlines, the map and campaigns of unified registration."""
import io
import threading
import uuid
import zipfile

from client import BASE
from suite import equal, refused

PREMISES = BASE + "/premises"
UNIT_NUMBER = "420112001001GB00001F00010001"
AREA_HEADER = "不动产类别,不动产编码,面积来源,面积（平方米）,依据文件\n"


def estate(code, **more):
    return {"code": code, "name": f"示例{code}", "title": {"status": "registered"}, **more}


def without_code(body):
    return {name: value for name, value in body.items() if name != "code"}


def import_rows(client, text, **options):
    return client.run(PREMISES + "/imports", {"upload": client.uploaded("面积.csv", text.encode()), **options})


def square(code, east=525_000):
    corners = [(0, 0), (0, 100), (100, 100), (100, 0)]
    return "宗地代码,点号,X坐标,Y坐标\n" + "".join(
        f"{code},J{at},{3_386_000 + north}.000,38{east + moved}.000\n" for at, (north, moved) in enumerate(corners))


def pointers(answer):
    return sorted((error["pointer"], error["code"]) for error in answer.json["errors"])


def test_a_parcel_and_a_building_are_recorded_and_read(world):
    land = estate("TD-1", land_use="机关团体用地", acquired_by="划拨", areas=[{"source": "certificate", "area_m2": "10007.00"}])
    answer = world.officer.post(PREMISES + "/parcels", land)
    equal((answer.status, answer.json["buildings"], answer.json["outline"]), (201, [], None), answer)
    house = estate("FW-1", unit="甲单位", address="示例路1号", parcel="TD-1", floors_above=6, completed_on="2001-06-30",
                   areas=[{"source": "survey", "area_m2": "5211.00", "measured_on": "2023-05-01"},
                          {"source": "certificate", "area_m2": "5210.35", "document": "示例证"}],
                   papers=[{"kind": "tax", "state": "missing", "note": "找不到"}])
    house["title"] = {"status": "approved_to_user", "reason": "示例原因", "unit_number": UNIT_NUMBER[:6] + " " + UNIT_NUMBER[6:].lower()}
    answer = world.officer.post(PREMISES + "/buildings", house)
    equal((answer.status, answer.json["title"]["unit_number"], answer.json["missing_papers"]), (201, UNIT_NUMBER, ["tax"]), answer)
    equal([area["source"] for area in answer.json["areas"]], ["certificate", "survey"])
    equal((answer.json["comparison"]["difference_m2"], answer.json["comparison"]["limits"][0]["is_within"]), ("0.65", True))
    equal(world.officer.get(PREMISES + "/buildings/FW-1").json, answer.json)
    equal(world.officer.get(PREMISES + "/parcels/TD-1").json["buildings"], ["FW-1"])


def test_what_breaks_a_rule_is_named_with_its_member(world):
    def codes(body, status, code):
        return pointers(refused(world.officer.post(PREMISES + "/buildings", body), status, code))
    equal(codes(estate("FW-1"), 409, "premises.estate.code_taken"), [("/code", "premises.estate.code_taken")])
    equal(codes(estate("FW-2", parcel="TD-0"), 422, "premises.parcel.unknown"), [("/parcel", "premises.parcel.unknown")])
    equal(codes(estate("FW-2", title={"status": "unregistered"}), 422, "premises.title.reason_missing"), [("/title/reason", "premises.title.reason_missing")])
    twice = [{"source": "survey", "area_m2": "1.00"}, {"source": "survey", "area_m2": "2.00"}]
    equal(codes(estate("FW-2", areas=twice), 422, "premises.area.source_twice"), [("/areas", "premises.area.source_twice")])
    wrong = estate("FW-2", floors_above=201, areas=[{"source": "survey", "area_m2": "1.005"}])
    wrong["title"] = {"status": "registered", "unit_number": UNIT_NUMBER[1:]}
    equal(codes(wrong, 422, "request.fields_wrong"),
          [("/areas/0/area_m2", "premises.area.malformed"), ("/floors_above", "premises.import.number_out_of_range"), ("/title/unit_number", "premises.unit_number.wrong_length")])
    equal(world.officer.post(PREMISES + "/buildings", {"code": "FW-2", "name": "x", "colour": "red"}).status, 400)
    refused(world.officer.get(PREMISES + "/buildings/FW-2"), 404, "premises.building.unknown")


def test_a_change_says_what_was_seen(world):
    at = PREMISES + "/parcels/TD-1"
    seen = world.officer.get(at)
    body = without_code(estate("TD-1", areas=[{"source": "certificate", "area_m2": "10007.00"}], note="核对过"))
    refused(world.officer.put(at, body), 428, "request.if_match_missing")
    changed = world.officer.put(at, body, seen.etag)
    equal((changed.status, changed.json["note"], changed.json["land_use"]), (200, "核对过", None))
    refused(world.officer.put(at, body, seen.etag), 412, "request.changed_meanwhile")
    refused(world.officer.put(PREMISES + "/parcels/TD-9", body, seen.etag), 404, "premises.parcel.unknown")
    building = PREMISES + "/buildings/FW-1"
    house = world.officer.get(building)
    names = ("name", "unit", "address", "parcel", "title", "areas", "papers", "note")
    kept = {name: house.json[name] for name in names}
    equal(world.officer.put(building, kept, house.etag).json["areas"], house.json["areas"])


def test_rooms_stand_by_floor(world):
    at = PREMISES + "/buildings/FW-1/rooms"
    seen = world.officer.get(at)
    equal(seen.json, {"items": [], "next": None})
    rooms = [{"number": "301", "floor": 3, "use": "office", "usable_m2": "20.50", "unit": "甲单位"},
             {"number": "B01", "floor": -1, "use": "equipment", "usable_m2": "12.00"}]
    changed = world.officer.put(at, {"rooms": rooms}, seen.etag)
    equal((changed.status, [room["number"] for room in changed.json["items"]]), (200, ["B01", "301"]), changed)
    refused(world.officer.put(at, {"rooms": rooms + rooms[:1]}, changed.etag), 422, "premises.room.number_twice")
    floors = world.officer.get(PREMISES + "/buildings/FW-1").json["floors"]
    equal([(floor["floor"], floor["usable_m2"], floor["by_use"][0]["use"]) for floor in floors], [(-1, "12.00", "equipment"), (3, "20.50", "office")])


def test_a_workbook_is_previewed_and_imported(world):
    rows = AREA_HEADER + "房屋,FW-1,图纸,5300,示例图纸\n房屋,FW-1,测绘,5211.5,\n"
    preview = import_rows(world.officer, rows, dry_run=True)
    equal((preview["result"]["stored"], preview["result"]["sheets"]), (False, [{"sheet": "面积", "rows": 2, "added": 1, "changed": 1, "unchanged": 0, "removed": 0}]))
    equal(len(world.officer.get(PREMISES + "/buildings/FW-1").json["areas"]), 2)
    stored = import_rows(world.officer, rows)
    equal(stored["result"]["changed"][0]["changes"][0], {"column": "面积", "before": "5211", "after": "5211.5"})
    equal(len(world.officer.get(PREMISES + "/buildings/FW-1").json["areas"]), 3)
    equal(import_rows(world.officer, rows)["result"]["sheets"][0]["unchanged"], 2)
    wrong = import_rows(world.officer, AREA_HEADER + "房屋,FW-9,图纸,1,\n土地,TD-1,使用面积,1,\n房屋,FW-1,图纸,1.005,\n")
    equal((wrong["result"]["stored"], [problem["code"] for problem in wrong["result"]["problems"]]),
          (False, ["premises.building.unknown", "premises.area.usable_of_land", "premises.area.malformed"]))
    assert all(problem["message"] != problem["code"] and "!" in problem["place"] for problem in wrong["result"]["problems"]), wrong
    failed = world.officer.run(PREMISES + "/imports", {"upload": world.officer.uploaded("a.csv", "甲,乙\n1,2\n".encode())})
    equal((failed["state"], failed["problem"]["code"]), ("failed", "premises.import.no_table"))


def test_a_survey_gives_outlines_and_the_map_shows_them(world):
    seen = world.officer.get(PREMISES + "/map")
    equal((seen.json["epsg"], seen.json["parcels"], len(seen.json["without_outline"])), (None, [], 2), seen)
    body = {"upload": world.officer.uploaded("界址点.csv", square("TD-1").encode()), "kind": "parcel"}
    preview = world.officer.run(PREMISES + "/surveys", {**body, "dry_run": True})
    equal((preview["state"], preview["result"]["stored"], preview["result"]["outlines"][0]["area_m2"]), ("done", False, "10000.00"), preview)
    stored = world.officer.run(PREMISES + "/surveys", body)
    equal((stored["result"]["stored"], stored["result"]["epsg"]), (True, 4547), stored)
    plan = world.officer.get(PREMISES + "/map").json
    equal((plan["epsg"], plan["buildings"], plan["parcels"][0]["id"]), (4547, [], "parcel:TD-1"))
    equal(plan["parcels"][0]["polygons"][0][0][0], ["3386000.000", "525000.000"])
    equal(world.officer.get(PREMISES + "/parcels/TD-1").json["outline"]["file"], "界址点.csv")
    equal([row["has_outline"] for row in world.officer.get(PREMISES + "/parcels").json["items"]], [True])
    unknown = world.officer.run(PREMISES + "/surveys", {"upload": world.officer.uploaded("b.csv", square("TD-9").encode()), "kind": "parcel"})
    equal([problem["code"] for problem in unknown["result"]["problems"]], ["premises.parcel.unknown"])
    geojson = ('{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"编号":"FW-1"},"geometry":{"type":"Polygon",'
               '"coordinates":[[[525010,3386010],[525060,3386010],[525060,3386060],[525010,3386010]]]}}]}')
    body = {"upload": world.officer.uploaded("房屋.geojson", geojson.encode()), "kind": "building", "epsg": 4547}
    equal(world.officer.run(PREMISES + "/surveys", body)["result"]["outlines"][0]["area_m2"], "1250.00")
    refused(world.officer.post(PREMISES + "/surveys", {"upload": "x", "kind": "parcel"}), 422, "jobs.upload.unknown")


def test_a_campaign_counts_by_units_and_by_area(world):
    answer = world.officer.post(PREMISES + "/campaigns", {"code": "TY2024", "name": "示例权属统一登记", "due_on": "2024-12-31"})
    equal((answer.status, answer.json["progress"]["all"]["units_rate"]), (201, None), answer)
    refused(world.officer.post(PREMISES + "/campaigns", {"code": "TY2024", "name": "x"}), 409, "premises.campaign.code_taken")
    at = PREMISES + "/campaigns/TY2024"
    equal(world.officer.post(at + "/members", {"code": "U1", "unit": "甲单位", "category": "agency", "buildings": ["FW-1"]}).json["area_m2"], "5210.35")
    equal(world.officer.post(at + "/members", {"code": "U2", "unit": "乙单位", "category": "public_one", "area_m2": "100.00"}).status, 201)
    refused(world.officer.post(at + "/members", {"code": "U2", "unit": "乙单位", "category": "agency", "area_m2": "1.00"}), 409, "premises.member.code_taken")
    refused(world.officer.post(at + "/members", {"code": "U3", "unit": "丙单位", "category": "agency"}), 422, "premises.member.area_missing")
    step = {"step": "registered", "taken_on": "2024-06-30", "document": "示例文"}
    taken = world.officer.post(at + "/members/U1/steps", step)
    equal((taken.status, taken.json["is_done"], taken.json["done_on"], taken.json["missing_papers"]), (201, True, "2024-06-30", [{"building": "FW-1", "kind": "tax"}]), taken)
    back = {"step": "applied", "taken_on": "2024-07-01"}
    equal(pointers(refused(world.officer.post(at + "/members/U1/steps", back), 409, "premises.step.reason_missing")), [("/note", "premises.step.reason_missing")])
    refused(world.officer.post(at + "/members/U1/steps", {**step, "taken_on": "2199-01-01"}), 422, "premises.step.in_future")
    refused(world.officer.post(at + "/members/U9/steps", step), 404, "premises.member.unknown")
    progress = world.officer.get(at).json["progress"]
    equal((progress["all"]["units_done"], progress["all"]["units_rate"], progress["all"]["area_rate"]), (1, "50.00%", "98.12%"))
    equal([row["category"] for row in progress["categories"]], ["agency", "public_one"])
    equal([(row["step"], row["units"]) for row in progress["steps"] if row["units"]], [("not_started", 1), ("registered", 1)])
    seen = world.officer.get(at + "/members/U2")
    changed = world.officer.put(at + "/members/U2", {"unit": "乙单位", "category": "public_two", "area_m2": "50.00"}, seen.etag)
    equal((changed.status, changed.json["stated_area_m2"]), (200, "50.00"), changed)
    equal(world.officer.get(PREMISES + "/campaigns").json["items"][0]["progress"]["area_total_m2"], "5260.35")
    refused(world.officer.get(PREMISES + "/campaigns/X"), 404, "premises.campaign.unknown")


def test_lists_are_filtered_and_paged(world):
    for number in range(7):
        world.officer.post(PREMISES + "/buildings", estate(f"P{number}", unit="乙单位", areas=[{"source": "certificate", "area_m2": "10.00"}]))
    seen, cursor = [], {}
    while True:
        page = world.officer.get(PREMISES + "/buildings", unit="乙单位", limit=3, **cursor).json
        seen += [row["code"] for row in page["items"]]
        equal((page["total"], page["areas"]), (7, [{"source": "certificate", "area_m2": "70.00"}]))
        if page["next"] is None:
            break
        cursor = {"cursor": page["next"]}
    equal(seen, [f"P{number}" for number in range(7)])
    equal(world.officer.get(PREMISES + "/buildings", title_status="approved_to_user").json["total"], 1)
    equal(world.officer.get(PREMISES + "/buildings", q="示例路").json["total"], 1)
    equal(world.officer.get(PREMISES + "/buildings", q="' OR 1=1 --").json["total"], 0)
    refused(world.officer.get(PREMISES + "/buildings", title_status="x", limit=0), 400, "request.query_wrong")


def test_what_is_exported_can_be_imported_again(world):
    book = world.officer.get(PREMISES + "/export")
    equal(len([name for name in zipfile.ZipFile(io.BytesIO(book.bytes)).namelist() if name.startswith("xl/worksheets/sheet")]), 5)
    job = world.officer.run(PREMISES + "/imports", {"upload": world.officer.uploaded("办公用房.xlsx", book.bytes)})
    equal((job["state"], [(sheet["added"], sheet["changed"]) for sheet in job["result"]["sheets"]]), ("done", [(0, 0)] * 5), job)
    one = world.officer.get(PREMISES + "/export", sheet="buildings", unit="乙单位")
    equal((one.status, one.bytes[:2]), (200, b"PK"))
    equal(world.officer.get(PREMISES + "/template").bytes[:2], b"PK")
    refused(world.officer.get(PREMISES + "/export", sheet="x"), 400, "request.query_wrong")


def test_rows_with_mistakes_come_back_as_a_workbook(world):
    file = "所属房屋,房间号,楼层,房间用途,房间使用面积（平方米）\nNONE,1,1,办公室,10\nNONE,2,1,办公室,-1\n".encode()
    job = world.officer.run(PREMISES + "/imports", {"upload": world.officer.uploaded("房间.csv", file)})
    equal((job["state"], job["result"]["stored"], job["result"]["rows_to_correct"]), ("done", False, 2), job)
    equal([one["name"] for one in job["files"]], ["待改正.xlsx"])


def test_a_record_that_is_sent_twice_is_one(world):
    key, body = {"Idempotency-Key": str(uuid.uuid4())}, estate("ONCE")
    first, again = (world.officer.post(PREMISES + "/buildings", body, key) for _ in range(2))
    equal((first.status, again.status, again.json), (201, 201, first.json))


def test_many_who_record_the_same_code_at_once(world):
    outcomes = []
    threads = [threading.Thread(target=lambda: outcomes.append(world.officer.post(PREMISES + "/parcels", estate("RACE")).status)) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    equal(sorted(outcomes), [201] + [409] * 5)


def test_who_may_read_and_who_may_change(world):
    equal(world.leader.get(PREMISES + "/buildings").status, 200)
    refused(world.leader.post(PREMISES + "/buildings", estate("L1")), 403, "request.not_permitted")
    refused(world.supervisor.get(PREMISES + "/map"), 403, "request.not_permitted")
    stranger = world.server.client()
    for end in ("/parcels", "/buildings", "/map", "/campaigns", "/template", "/export"):
        refused(stranger.get(PREMISES + end), 401, "identity.session.none")
