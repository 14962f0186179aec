# SPDX-License-Identifier: Apache-2.0
"""Meetings: rooms are booked once, whoever asks; what collides is named; numbers open their lists."""
import datetime
import threading

from client import BASE
from suite import equal, refused

MEETINGS = BASE + "/meetings"
BOOKINGS = MEETINGS + "/bookings"
OPENING = {"weekdays": [1, 2, 3, 4, 5, 6, 7], "from": "00:00", "until": "24:00", "closed_days": []}
# Two days from now: nothing of it is past while this runs.
DAY = (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=8, days=2)).date()


def room(code, **more):
    return {"code": code, "name": f"示例会议室{code}", "area": "示例楼", "seats": 20, "equipment": ["投影"], "layouts": [],
            "opening": OPENING, "needs_approval": False, "is_active": True, **more}


def at(hour, days=0):
    return f"{DAY + datetime.timedelta(days=days)}T{hour:02d}:00:00+08:00"


def asking(code, first, last, **more):
    return {"room": code, "from": at(first), "until": at(last), "title": "示例会议", "kind": "工作会议", "host": "示例科室",
            "attendees": 10, **more}


def test_rooms_are_recorded_and_changed(world):
    for code in ("A", "B"):
        equal(world.officer.post(MEETINGS + "/rooms", room(code)).status, 201)
    refused(world.officer.post(MEETINGS + "/rooms", room("A")), 409, "meetings.room.code_taken")
    equal(refused(world.officer.post(MEETINGS + "/rooms", room("C", seats=0)), 422, "meetings.room.seats_not_positive").json["errors"][0]["pointer"], "/seats")
    for weekdays in ([0], ["1"], "x", []):
        answer = world.officer.post(MEETINGS + "/rooms", room("C", opening={**OPENING, "weekdays": weekdays}))
        equal(answer.status, 422, answer)
    seen = world.officer.get(MEETINGS + "/rooms/B")
    body = {name: value for name, value in room("B", seats=40).items() if name != "code"}
    equal(world.officer.put(MEETINGS + "/rooms/B", body, seen.etag).json["seats"], 40)
    equal(world.officer.put(MEETINGS + "/rooms/B", body, seen.etag).status, 412)
    equal([one["code"] for one in world.officer.get(MEETINGS + "/rooms").json["items"]], ["A", "B"])


def test_what_collides_is_named(world):
    booked = world.officer.post(BOOKINGS, asking("A", 9, 10))
    equal((booked.status, booked.json["items"][0]["state"]), (201, "approved"), booked)
    number = booked.json["items"][0]["number"]
    answer = refused(world.officer.post(BOOKINGS, asking("A", 9, 11)), 409, "meetings.booking.taken")
    assert number in answer.json["detail"] and "示例科室" in answer.json["detail"], answer
    equal(answer.json["errors"][0]["pointer"], "/room")
    shown = world.officer.post(MEETINGS + "/clashes", {"room": "A", "from": at(9), "until": at(11), "attendees": 30})
    equal([(one["is_free"], [clash["number"] for clash in one["clashes"]]) for one in shown.json["instances"]], [(False, [number])])
    equal(shown.json["alternatives"][0]["room"], "B")
    equal(world.officer.post(BOOKINGS, asking("A", 10, 11)).status, 201)
    equal(refused(world.officer.post(BOOKINGS, asking("A", 11, 12, attendees=21)), 422, "meetings.booking.too_many_people").json["errors"][0]["pointer"], "/attendees")


def test_many_who_ask_for_one_hour_at_once(world):
    outcomes = []
    threads = [threading.Thread(target=lambda: outcomes.append(world.officer.post(BOOKINGS, asking("B", 14, 15)).status)) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    equal(sorted(outcomes), [201] + [409] * 11)


def test_a_series_is_whole_or_nothing(world):
    series = {"every": "day", "last_day": str(DAY + datetime.timedelta(days=3)), "leave_out": []}
    equal(world.officer.post(BOOKINGS, {**asking("B", 9, 10), "from": at(9, 2), "until": at(10, 2)}).status, 201)
    refused(world.officer.post(BOOKINGS, asking("B", 9, 10, series=series)), 409, "meetings.booking.taken")
    whole = world.officer.post(BOOKINGS, asking("B", 9, 10, series={**series, "leave_out": [str(DAY + datetime.timedelta(days=2))]}))
    equal((whole.status, len(whole.json["items"])), (201, 3), whole)
    first, second, third = whole.json["items"]
    moved = world.officer.post(f"{BOOKINGS}/{second['number']}/moves", {"version": 1, "room": "B", "from": at(16, 1), "until": at(17, 1)})
    equal((moved.status, moved.json["booking"]["version"], len(moved.json["steps"])), (200, 2, 2), moved)
    equal(world.officer.get(f"{BOOKINGS}/{third['number']}").json["booking"]["version"], 1)
    refused(world.officer.post(f"{BOOKINGS}/{second['number']}/cancel", {"version": 1, "reason": "示例"}), 409, "meetings.booking.changed")
    equal(world.officer.post(f"{BOOKINGS}/{first['number']}/cancel", {"version": 1, "reason": "示例", "with_following": True}).json["booking"]["state"], "cancelled")
    equal(world.officer.get(f"{BOOKINGS}/{third['number']}").json["booking"]["state"], "cancelled")


def test_who_asks_waits_and_whoever_approves_decides(world):
    equal(world.officer.post(MEETINGS + "/rooms", room("P", needs_approval=True)).status, 201)
    asked = [world.clerk.post(BOOKINGS, asking("P", 9, last)).json["items"][0] for last in (10, 11)]
    equal([one["state"] for one in asked], ["pending", "pending"])
    first, second = (one["number"] for one in asked)
    approve = {"version": 1, "is_approved": True, "reason": None}
    refused(world.clerk.post(f"{BOOKINGS}/{first}/decision", approve), 403, "request.not_permitted")
    equal(world.officer.post(f"{BOOKINGS}/{first}/decision", approve).json["booking"]["state"], "approved")
    other = world.officer.get(f"{BOOKINGS}/{second}").json
    equal(([clash["number"] for clash in other["clashes"]], other["booking"]["is_clashing"]), ([first], True))
    assert other["alternatives"], other
    refused(world.officer.post(f"{BOOKINGS}/{second}/decision", approve), 409, "meetings.booking.taken")
    equal(refused(world.officer.post(f"{BOOKINGS}/{second}/decision", {**approve, "is_approved": False}), 422, "meetings.booking.reason_missing").errors, {"/reason": "meetings.booking.reason_missing"})
    equal(world.officer.post(f"{BOOKINGS}/{second}/decision", {**approve, "is_approved": False, "reason": "示例"}).json["booking"]["state"], "refused")


def test_who_did_not_come_is_counted_by_itself(world):
    past = {"from": at(9, -30), "until": at(10, -30)}
    one = world.officer.post(BOOKINGS, {**asking("P", 9, 10), **past}).json["items"][0]
    equal(one["state"], "held")
    before = world.officer.get(BOOKINGS, measure="held").json["total"]
    missed = world.officer.post(f"{BOOKINGS}/{one['number']}/no-show", {"version": 1, "reason": "示例"})
    equal((missed.status, missed.json["booking"]["state"]), (200, "no_show"), missed)
    equal(world.officer.get(BOOKINGS, measure="held").json["total"], before - 1)


def test_a_booking_is_described_anew_as_it_was_seen(world):
    number = world.officer.get(BOOKINGS, room="A").json["items"][0]["number"]
    seen = world.officer.get(f"{BOOKINGS}/{number}")
    body = {"title": "示例会议二", "kind": "工作会议", "host": "示例科室", "attendees": 5}
    equal(world.officer.put(f"{BOOKINGS}/{number}", body, seen.etag).json["booking"]["title"], "示例会议二")
    equal(world.officer.put(f"{BOOKINGS}/{number}", body, seen.etag).status, 412)
    refused(world.officer.post(f"{BOOKINGS}/{number}/decision", {"version": 2, "is_approved": True, "reason": None}), 409, "meetings.booking.not_pending")
    refused(world.officer.post(f"{BOOKINGS}/{number}/no-show", {"version": 2, "reason": "示例"}), 409, "meetings.booking.not_begun")


def test_lists_timeline_calendar_and_numbers_agree(world):
    line = world.officer.get(MEETINGS + "/timeline", **{"from": str(DAY), "days": 1})
    standing = [block for block in line.json["blocks"] if block["state"] == "approved"]
    listed = world.officer.get(BOOKINGS, **{"from": str(DAY), "until": str(DAY), "state": "approved"}).json
    equal(sorted(block["number"] for block in standing), sorted(one["number"] for one in listed["items"]))
    pages, cursor = [], {}
    while True:
        page = world.officer.get(BOOKINGS, limit=2, **cursor).json
        pages += [one["number"] for one in page["items"]]
        if not page["next"]:
            break
        cursor = {"cursor": page["next"]}
    equal(len(set(pages)), page["total"])
    text = world.officer.get(MEETINGS + "/calendar", **{"from": str(DAY)}).bytes.decode()
    equal(text.count("BEGIN:VEVENT"), world.officer.get(BOOKINGS, state="approved").json["total"])
    numbers = world.officer.get(MEETINGS + "/statistics").json
    equal([one["measure"] for one in numbers["measures"]], ["held", "for_leadership"])
    equal(numbers["measures"][0]["count"], world.officer.get(BOOKINGS, measure="held").json["total"])
    refused(world.officer.get(MEETINGS + "/statistics", **{"from": "2026-02-01", "until": "2026-01-01"}), 400, "request.query_wrong")


def test_what_is_no_time_is_no_booking(world):
    for wrong in ("2026-01-05 09:00", "x", "2026-02-30T09:00:00Z"):
        answer = world.officer.post(BOOKINGS, {**asking("A", 9, 10), "from": wrong})
        equal((answer.status, answer.json["errors"][0]["pointer"]), (422, "/from"), answer)


def test_who_may_read_and_who_may_change(world):
    equal(world.leader.get(MEETINGS + "/timeline").status, 200)
    refused(world.leader.post(BOOKINGS, asking("A", 20, 21)), 403, "request.not_permitted")
    refused(world.supervisor.get(MEETINGS + "/rooms"), 403, "request.not_permitted")
