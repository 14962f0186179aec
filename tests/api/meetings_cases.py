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
    equal(pages, [one["number"] for one in world.officer.get(BOOKINGS, limit=200).json["items"]])
    equal(len(set(pages)), page["total"])
    for wrong in ("x", "781f79", "412d323032362d30303031"):  # no cursor, no number in it, a part too few
        refused(world.officer.get(BOOKINGS, cursor=wrong), 400, "request.query_wrong")
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


def own_feeds(client):
    return client.get(MEETINGS + "/own-feeds").json["items"]


def test_a_feed_is_read_by_its_secret_alone(world):
    anybody = world.server.client()
    made = world.clerk.post(MEETINGS + "/own-feeds", {})
    equal((made.status, made.json["room"]), (201, None), made)
    again = world.clerk.post(MEETINGS + "/own-feeds", {"room": "A"})
    equal((again.status, again.json["room"]), (201, "A"), again)
    refused(world.clerk.post(MEETINGS + "/own-feeds", {"room": "none"}), 404, "meetings.room.unknown")
    own, of_room = (f"{MEETINGS}/feeds/{one.json['secret']}" for one in (made, again))
    equal([one["feed"] for one in own_feeds(world.clerk)], [again.json["feed"], made.json["feed"]])
    assert "secret" not in own_feeds(world.clerk)[0]
    equal(own_feeds(world.leader), [])
    hidden = world.officer.post(BOOKINGS, asking("A", 22, 23, title="示例保密会议", is_confidential=True))
    equal(hidden.status, 201, hidden)
    seen = anybody.get(of_room)
    equal((seen.status, seen.headers["content-type"]), (200, "text/calendar; charset=utf-8"), seen)
    number = hidden.json["items"][0]["number"]
    assert number in seen.bytes.decode() and "示例保密会议" not in seen.bytes.decode()
    theirs = world.officer.post(MEETINGS + "/own-feeds", {"room": "A"}).json["secret"]
    assert "示例保密会议" in anybody.get(f"{MEETINGS}/feeds/{theirs}").bytes.decode()
    mine = anybody.get(own).bytes.decode()
    asked = world.clerk.get(BOOKINGS, own="true", state="approved").json["total"]
    assert asked > 0 and mine.count("BEGIN:VEVENT") == asked and number not in mine
    refused(anybody.get(own + "0"), 404, "meetings.feed.unknown")
    refused(anybody.get(MEETINGS + "/feeds/x"), 404, "meetings.feed.unknown")
    revoke = f"{MEETINGS}/own-feeds/{made.json['feed']}/revocation"
    refused(world.officer.post(revoke), 404, "meetings.feed.unknown")
    equal([one["feed"] for one in world.clerk.post(revoke).json["items"]], [again.json["feed"]])
    refused(anybody.get(own), 404, "meetings.feed.unknown")
    refused(world.clerk.post(revoke), 404, "meetings.feed.unknown")
    equal(anybody.get(of_room).status, 200)
    for secret in (made.json["secret"], again.json["secret"], theirs):
        assert secret not in world.server.log() and secret.split(".")[1] not in world.server.log(), "a secret stands in the log"


def test_a_feed_is_read_no_more_than_so_often(world):
    anybody = world.server.client()
    of_room = f"{MEETINGS}/feeds/{world.second.post(MEETINGS + '/own-feeds', {'room': 'A'}).json['secret']}"
    statuses = []
    while len(statuses) < 300 and 429 not in statuses:
        answer = anybody.get(of_room)
        statuses.append(answer.status)
    equal((statuses.count(200) >= 120, statuses[-1]), (True, 429))
    assert 0 < int(answer.headers["retry-after"]) <= 3600, answer
    refused(anybody.get(of_room), 429, "meetings.feed.too_often")


def test_a_year_comes_from_a_workbook(world):
    template = world.officer.get(MEETINGS + "/template")
    equal((template.status, template.bytes[:2]), (200, b"PK"))
    rooms = "会议室编码,会议室名称,座位数\nH01,示例会议厅,50\n"
    loaded = world.officer.run(MEETINGS + "/imports", {"upload": world.officer.uploaded("会议室.csv", rooms.encode())})
    equal((loaded["state"], loaded["result"]["sheets"][0]["added"]), ("done", 1), loaded)
    head = "会议编号,会议日期,开始时间,结束时间,会议名称,会议类别,主办单位,会议室,参会人数,状态\n"
    rows = ("HY-1,2024-03-04,09:00,10:00,示例会议,区委区政府重要会议,示例单位,H01,30,已召开\n"
            "HY-2,2024-03-04,09:59,11:00,示例会议,部门会议,示例单位,H01,30,已召开\n")
    wrong = world.officer.run(MEETINGS + "/imports", {"upload": world.officer.uploaded("会议.csv", (head + rows).encode())})["result"]
    equal(([one["code"] for one in wrong["problems"]], wrong["rows_to_correct"], wrong["stored"]), (["meetings.import.overlaps_row"], 1, False), wrong)
    upload = world.officer.uploaded("会议.csv", (head + rows.replace("09:59", "10:00")).encode())
    tried = world.officer.run(MEETINGS + "/imports", {"upload": upload, "dry_run": True})["result"]
    equal((tried["stored"], tried["sheets"][0]["added"]), (False, 2), tried)
    year = {"from": "2024-01-01", "until": "2024-12-31"}
    equal(world.officer.get(BOOKINGS, **year).json["total"], 0)
    equal(world.officer.run(MEETINGS + "/imports", {"upload": upload})["result"]["stored"], True)
    equal(world.officer.get(BOOKINGS, measure="for_leadership", **year).json["total"], 1)
    equal(world.officer.run(MEETINGS + "/imports", {"upload": upload})["result"]["sheets"][0]["unchanged"], 2)
    whole = world.officer.get(MEETINGS + "/export")
    equal((whole.status, whole.bytes[:2]), (200, b"PK"))
    again = world.officer.run(MEETINGS + "/imports", {"upload": world.officer.uploaded("导出.xlsx", whole.bytes), "dry_run": True})["result"]
    equal((again["problems"], sum(sheet["added"] + sheet["changed"] for sheet in again["sheets"])), ([], 0), again)
    refused(world.clerk.get(MEETINGS + "/export"), 403, "request.not_permitted")
    refused(world.clerk.post(MEETINGS + "/imports", {"upload": "x"}), 403, "request.not_permitted")
