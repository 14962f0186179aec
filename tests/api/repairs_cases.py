# SPDX-License-Identifier: Apache-2.0
"""Repairs: what failed becomes an order, the clock is exact, a label reports without signing in."""
from client import BASE
from suite import equal, refused

REPAIRS = BASE + "/repairs"
ORDERS = REPAIRS + "/orders"
MEETINGS = BASE + "/meetings"
OPENING = {"weekdays": [1, 2, 3, 4, 5, 6, 7], "from": "00:00", "until": "24:00", "closed_days": []}
# A picture of no size, and the same with what a camera writes into it.
JPEG = b"\xff\xd8" + b"\xff\xdb\0\x03q" + b"\xff\xc0\0\x03f" + b"\xff\xda\0\x03s" + b"\1\xff\xd9"
TAKEN = JPEG[:2] + b"\xff\xfe\0\x0e" + "示例地点".encode() + JPEG[2:]


def equipment(code, **more):
    return {"code": code, "name": f"示例设备{code}", "kind": "投影", "room": "RA", "is_active": True, **more}


def plan(code, **more):
    return {"code": code, "name": "示例计划", "kind": "投影", "every_days": 30, "first_day": "2026-01-05", "items": ["画面", "遥控"], "is_active": True, **more}


def sent(client, picture):
    return client.post(REPAIRS + "/photos", picture, {"Content-Type": "application/octet-stream"})


def changed(world, order, act, who=None, **more):
    return (who or world.officer).post(f"{ORDERS}/{order}/{act}", more)


def test_equipment_is_recorded_and_changed(world):
    for code in ("RA", "RB"):
        equal(world.officer.post(MEETINGS + "/rooms", {"code": code, "name": code, "area": "", "seats": 20, "equipment": [], "layouts": [],
                                                       "opening": OPENING, "needs_approval": False, "is_active": True}).status, 201)
    equal(world.officer.post(REPAIRS + "/equipment", equipment("E1")).status, 201)
    refused(world.officer.post(REPAIRS + "/equipment", equipment("E1")), 409, "repairs.equipment.code_taken")
    equal(refused(world.officer.post(REPAIRS + "/equipment", equipment("E2", place="走廊")), 422, "repairs.equipment.one_place").errors,
          {"/room": "repairs.equipment.one_place"})
    refused(world.officer.post(REPAIRS + "/equipment", equipment("E2", room="none")), 404, "meetings.room.unknown")
    seen = world.officer.get(REPAIRS + "/equipment/E1")
    body = {name: value for name, value in equipment("E1", model="示例型号").items() if name != "code"}
    equal(world.officer.put(REPAIRS + "/equipment/E1", body, seen.etag).json["model"], "示例型号")
    equal(world.officer.put(REPAIRS + "/equipment/E1", body, seen.etag).status, 412)
    equal([one["code"] for one in world.officer.get(REPAIRS + "/equipment", kind="投影").json["items"]], ["E1"])
    equal(world.officer.get(REPAIRS + "/equipment", room="RB").json["items"], [])
    equal(world.clerk.post(REPAIRS + "/equipment", equipment("E3")).status, 403)


def test_what_is_due_and_fails_becomes_an_order_with_its_photos(world):
    equal(world.officer.post(REPAIRS + "/plans", plan("P1")).status, 201)
    refused(world.officer.post(REPAIRS + "/plans", plan("P1")), 409, "repairs.plan.code_taken")
    refused(world.officer.post(REPAIRS + "/plans", plan("P2", items=["画面", "画面"])), 422, "repairs.plan.item_twice")
    seen = world.officer.get(REPAIRS + "/plans/P1")
    body = {name: value for name, value in plan("P1", every_days=60).items() if name != "code"}
    equal(world.officer.put(REPAIRS + "/plans/P1", body, seen.etag).json["every_days"], 60)
    equal(len(world.officer.get(REPAIRS + "/plans").json["items"]), 1)
    equal([(one["equipment"], one["plan"], one["last_on"]) for one in world.officer.get(REPAIRS + "/due").json["items"]], [("E1", "P1", None)])
    photo = sent(world.officer, TAKEN)
    equal((photo.status, photo.json["type"]), (201, "image/jpeg"), photo)
    refused(sent(world.officer, b"<html>"), 422, "repairs.photo.not_a_picture")
    refused(sent(world.officer, TAKEN[:-2]), 422, "repairs.photo.broken")
    items = [{"item": "画面", "result": "passed"}, {"item": "遥控", "result": "failed", "note": "没有电池", "photos": [photo.json["photo"]]}]
    today = world.officer.get(REPAIRS + "/statistics").json["until"]
    refused(world.officer.post(REPAIRS + "/inspections", {"equipment": "E1", "plan": "P1", "day": today, "items": items[:1]}), 422, "repairs.inspection.items_differ")
    done = world.officer.post(REPAIRS + "/inspections", {"equipment": "E1", "plan": "P1", "day": today, "items": items})
    equal((done.status, done.json["failed"]), (201, 1), done)
    order = world.officer.get(f"{ORDERS}/{done.json['items'][1]['order']}").json
    equal((order["order"]["fault"], order["order"]["source"], order["order"]["photos"]), ("遥控：没有电池", "inspection", 1))
    equal(order["photos"][0]["photo"], photo.json["photo"])
    picture = world.officer.get(f"{REPAIRS}/photos/{photo.json['photo']}")
    equal((picture.status, picture.headers["content-type"], picture.bytes), (200, "image/jpeg", JPEG))
    equal(world.officer.get(REPAIRS + "/due").json["items"], [])
    equal(world.officer.get(f"{REPAIRS}/inspections/{done.json['number']}").json["by"], done.json["by"])
    equal([one["number"] for one in world.officer.get(REPAIRS + "/inspections", failed="true").json["items"]], [done.json["number"]])


def test_an_order_is_paused_repaired_sent_back_and_accepted(world):
    said = world.clerk.post(ORDERS, {"equipment": "E1", "fault": "没有声音", "contact": "示例电话"})
    equal((said.status, said.json["order"]["state"], said.json["acts"]), (201, "open", ["cancel", "photos"]), said)
    number = said.json["order"]["number"]
    equal(world.leader.get(f"{ORDERS}/{number}").json["order"]["contact"], None)
    equal(world.clerk.post(f"{ORDERS}/{number}/pause", {"version": 1, "reason": "room_in_use"}).status, 403)
    paused = changed(world, number, "pause", version=1, reason="waiting_for_parts", note="示例")
    equal((paused.json["order"]["clock"]["state"], paused.json["order"]["clock"]["due_at"]), ("paused", None), paused)
    refused(changed(world, number, "pause", version=2, reason="room_in_use"), 409, "repairs.order.wrong_state")
    refused(changed(world, number, "resume", version=1), 409, "repairs.order.changed")
    equal(changed(world, number, "resume", version=2).json["order"]["state"], "open")
    refused(changed(world, number, "repair", version=3, work="", repaired_by="x"), 422, "repairs.order.work_missing")
    equal(changed(world, number, "repair", version=3, work="换线", repaired_by="示例单位").json["order"]["clock"]["state"], "stopped")
    refused(changed(world, number, "acceptance", version=4, is_accepted=True), 403, "repairs.order.own_repair")
    back = changed(world, number, "acceptance", world.second, version=4, is_accepted=False, reason="还是没有声音")
    equal((back.json["order"]["state"], back.json["order"]["repaired_at"]), ("open", None), back)
    equal(changed(world, number, "repair", version=5, work="换功放", repaired_by="示例单位").status, 200)
    equal(changed(world, number, "acceptance", world.second, version=6, is_accepted=True).json["order"]["clock"]["state"], "met")
    photo = sent(world.clerk, JPEG).json["photo"]
    equal(changed(world, number, "photos", world.clerk, version=7, photos=[photo]).json["order"]["photos"], 1)
    other = world.clerk.post(ORDERS, {"place": "走廊", "fault": "灯不亮"}).json["order"]["number"]
    refused(changed(world, other, "cancel", world.own, version=1, reason="x"), 403, "repairs.actor.not_permitted")
    equal(changed(world, other, "cancel", world.clerk, version=1, reason="看错了").json["order"]["state"], "cancelled")


def test_lists_and_numbers_say_the_same(world):
    numbers = world.officer.get(REPAIRS + "/statistics").json
    equal((numbers["accepted"], numbers["within"], numbers["late"], numbers["share_within"], numbers["limit_hours"]), (1, 1, 0, "100.00", 24), numbers)
    total = lambda **asked: world.officer.get(ORDERS, **asked).json["total"]
    equal((total(scope="counted"), total(scope="unrepaired"), total(state="accepted"), total(clock="met"), total(clock="late")),
          tuple(numbers[name] for name in ("reported", "open", "accepted", "within", "late")), numbers)
    for grouping in ("source", "kind"):
        for count in numbers["by_" + grouping]:
            which = {grouping: count["key"]} if count["key"] else {"without_equipment": "true"}
            equal((total(scope="counted", **which), total(clock="met", **which), total(clock="late", **which)), (count["count"], count["within"], count["late"]), count)
    place = world.clerk.post(ORDERS, {"place": "走廊", "fault": "灯不亮"}).json["order"]
    equal((total(without_equipment="true", scope="counted"), total(scope="unrepaired")), (1, numbers["open"] + 1), place)
    refused(world.officer.get(ORDERS, scope="none"), 400, "request.query_wrong")
    refused(world.officer.get(ORDERS, cursor="eA=="), 400, "request.query_wrong")
    first = world.officer.get(ORDERS, limit="1")
    rest = world.officer.get(ORDERS, limit="200", cursor=first.json["next"])
    equal(len(first.json["items"]) + len(rest.json["items"]), first.json["total"])


def a_photo_goes_with_its_report(world, visitor, code):
    number = world.officer.get(ORDERS, source="qr").json["items"][0]["number"]  # the latest, of id 5

    def add(picture, report="5" * 32, label=code):
        return visitor.post(REPAIRS + "/public/photos", picture, {"Content-Type": "application/octet-stream", "X-Report-Code": label, "X-Report-Id": report})

    equal((add(TAKEN).status, add(TAKEN).json), (201, {"photos": 1}))
    # A page, a picture that is cut off, one with a page behind it, one too many bytes: nothing of it is kept.
    refused(add(b"<html><script>alert(1)</script>"), 422, "repairs.photo.not_a_picture")
    refused(add(b""), 422, "repairs.photo.not_a_picture")
    refused(add(TAKEN[:-2]), 422, "repairs.photo.broken")
    refused(add(JPEG[:2] + b"\0" * (5 << 20)), 413, "request.body_too_large")
    refused(add(JPEG, report="9" * 32), 404, "repairs.label.no_report")
    refused(add(JPEG, label="x"), 404, "repairs.label.unknown")
    refused(visitor.post(REPAIRS + "/public/photos", {"photo": "x"}, {"X-Report-Code": code, "X-Report-Id": "5" * 32}), 415, "request.media_type_not_supported")
    seen = world.officer.get(f"{ORDERS}/{number}").json
    equal(([one["action"] for one in seen["steps"]], seen["order"]["photos"]), (["reported", "photographed"], 1))
    equal(visitor.get(f"{REPAIRS}/photos/{seen['photos'][0]['photo']}").status, 401)
    refused(changed(world, number, "review", version=1, is_accepted=True), 409, "repairs.order.changed")
    taken = changed(world, number, "review", version=2, is_accepted=True).json
    equal((taken["order"]["state"], taken["photos"]), ("open", seen["photos"]))
    equal(world.officer.get(f"{REPAIRS}/photos/{taken['photos'][0]['photo']}").bytes, JPEG)
    refused(add(JPEG), 409, "repairs.label.photos_closed")


def test_a_label_reports_without_signing_in(world):
    visitor = world.server.client()
    code = world.officer.get(REPAIRS + "/equipment/E1/report-code").json["code"]
    equal(world.clerk.get(REPAIRS + "/equipment/E1/report-code").status, 403)
    equal(world.officer.get(REPAIRS + "/report-codes").json["items"], [{"equipment": "E1", "code": code}])
    equal(world.clerk.get(REPAIRS + "/report-codes").status, 403)
    said = visitor.post(REPAIRS + "/public/equipment", {"code": code})
    equal((said.status, said.json), (200, {"name": "示例设备E1", "place": "RA"}))
    refused(visitor.post(REPAIRS + "/public/equipment", {"code": code[:-1] + ("0" if code[-1] != "0" else "1")}), 404, "repairs.label.unknown")
    report = {"code": code, "id": "1" * 32, "fault": "灯不亮", "contact": "示例电话"}
    said = visitor.post(REPAIRS + "/public/reports", report)
    equal(said.status, 201, said)
    equal(visitor.post(REPAIRS + "/public/reports", report).json, said.json)
    number = said.json["number"]
    order = world.officer.get(f"{ORDERS}/{number}").json
    equal((order["order"]["state"], order["order"]["source"], "review" in order["acts"]), ("submitted", "qr", True))
    refused(changed(world, number, "review", version=1, is_accepted=False), 422, "repairs.order.reason_missing")
    equal(changed(world, number, "review", version=1, is_accepted=True).json["order"]["state"], "open")
    for digit in "2345":
        equal(visitor.post(REPAIRS + "/public/reports", {**report, "id": digit * 32}).status, 201)
    a_photo_goes_with_its_report(world, visitor, code)
    last = refused(visitor.post(REPAIRS + "/public/reports", {**report, "id": "6" * 32}), 429, "repairs.label.too_many")
    equal(last.headers["retry-after"], "3600")
    renewed = world.officer.post(REPAIRS + "/equipment/E1/report-code")
    equal((renewed.status, renewed.json["code"] != code), (200, True), renewed)
    equal(visitor.post(REPAIRS + "/public/equipment", {"code": code}).status, 404)


def test_a_year_of_orders_comes_from_a_workbook(world):
    template = world.officer.get(REPAIRS + "/template")
    equal((template.status, template.bytes[:2]), (200, b"PK"))

    def run(rows, **more):
        return world.officer.run(REPAIRS + "/imports", {"upload": world.officer.uploaded("报修.csv", rows.encode()), **more})["result"]

    def imported():
        return world.officer.get(ORDERS, source="import").json["total"]

    head = "报修编号,设备编码,地点,故障现象,报修时间,修复时间,维修单位,处理情况,验收结果\n"
    orders = head + ("W-1,SB-1,,画面偏色,2024-03-04 09:00,2024-03-05 09:00,示例维修单位,更换灯泡,合格\n"
                     "W-2,SB-1,,没有声音,2024-03-06 09:00,2024-03-07 09:01,示例维修单位,更换功放,合格\n")
    wrong = run(orders)
    equal(({one["code"] for one in wrong["problems"]}, wrong["rows_to_correct"], wrong["stored"]), ({"repairs.equipment.unknown"}, 2, False), wrong)
    equal(run("设备编码,设备名称,设备类别,会议室,地点\nSB-1,示例投影机,投影,,示例楼一层\n")["sheets"][0]["added"], 1)
    equal((run(orders, dry_run=True)["stored"], imported()), (False, 0))
    equal((run(orders)["stored"], imported()), (True, 2))
    again = run(orders.replace("更换功放", "更换音箱"))
    equal((again["sheets"][0]["unchanged"], again["changed"][0]["identity"], imported()), (1, "W-2", 2), again)
    refused(world.officer.post(REPAIRS + "/imports", {"upload": "x", "asked": 1}), 400, "request.fields_wrong")
    refused(world.clerk.post(REPAIRS + "/imports", {"upload": "x"}), 403, "request.not_permitted")
