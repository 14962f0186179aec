# SPDX-License-Identifier: Apache-2.0
"""Service sheets and checklists of meetings: who changes them, what is signed, who is told of changes."""
import threading

from meetings_cases import BOOKINGS, MEETINGS, asking, at, room
from suite import equal, refused

NOTICES = MEETINGS + "/notices"
EMPTY = {"banner": None, "place_cards": [], "refreshments": [], "equipment": [], "equipment_note": None, "staff": [], "requests": None}


def book(who, first, last, days=0, **more):
    answer = who.post(BOOKINGS, {**asking("S", first, last), "from": at(first, days), "until": at(last, days), **more})
    equal(answer.status, 201, answer)
    return answer.json["items"][0]


def service(number):
    return f"{BOOKINGS}/{number}/service"


def change(who, number, **more):
    seen = who.get(service(number))
    return who.put(service(number), {**EMPTY, **more}, seen.etag)


def stage_of(who, number, name):
    return next(one for one in who.get(service(number) + "/stages").json["stages"] if one["stage"] == name)


def tick(who, number, stage, item, version=0, answer="done", **more):
    return who.post(f"{service(number)}/stages/{stage}/answers", {"item": item, "version": version, "answer": answer, **more})


def sign(who, number, stage, version):
    return who.post(f"{service(number)}/stages/{stage}/sign-off", {"version": version})


def tick_all(who, number, stage):
    for item in stage_of(who, number, stage)["items"]:
        equal(tick(who, number, stage, item["item"], item["version"]).status, 201)


def tick_all_open(who, number, stage):
    for item in stage_of(who, number, stage)["items"]:
        if item["answer"] is None:
            equal(tick(who, number, stage, item["item"], item["version"]).status, 201)


def test_a_sheet_says_what_a_meeting_needs(world):
    equal(world.officer.post(MEETINGS + "/rooms", room("S")).status, 201)
    number = book(world.clerk, 9, 10)["number"]
    empty = world.clerk.get(service(number)).json
    equal((empty["version"], empty["may_change"], empty["may_answer"]), (0, True, False), empty)
    staff = [{"account": "jixiao2", "name": "别的"}, {"account": None, "name": "示例服务员"}]
    sheet = {"banner": "示例会标", "place_cards": [{"name": "示例甲", "unit": "示例科室"}, {"name": "示例乙", "unit": None}],
             "refreshments": [{"name": "茶水", "quantity": 10}], "equipment": ["投影"], "equipment_note": "示例", "staff": staff, "requests": "示例"}
    changed = change(world.clerk, number, **sheet)
    equal((changed.status, changed.json["version"]), (200, 1), changed)
    equal([one["name"] for one in changed.json["place_cards"]], ["示例甲", "示例乙"])
    assert changed.json["staff"][0]["name"] != "别的", changed
    equal(world.clerk.put(service(number), EMPTY, changed.etag).status, 200)
    equal(world.clerk.put(service(number), EMPTY, changed.etag).status, 412)
    refused(change(world.own, number, banner="示例"), 403, "meetings.service.not_yours")
    refused(change(world.leader, number), 403, "request.not_permitted")
    for wrong, code, pointer in (({"place_cards": [{"name": "x", "unit": None}] * 301}, "too_many_cards", "/place_cards"),
                                 ({"equipment": ["望远镜"]}, "equipment_unknown", "/equipment"),
                                 ({"staff": [{"account": "nobody", "name": "x"}]}, "account_unknown", "/staff"),
                                 ({"refreshments": [{"name": "x", "quantity": 0}]}, "quantity_not_positive", "/refreshments")):
        answer = refused(change(world.clerk, number, **wrong), 422, "meetings.service." + code)
        equal(answer.json["errors"][0]["pointer"], pointer)
    equal(change(world.clerk, number, place_cards=[{"name": "x", "unit": None}] * 300).status, 200)
    past = book(world.officer, 9, 10, -30)["number"]
    refused(change(world.officer, past), 409, "meetings.service.over")
    accounts = [one["account"] for one in world.clerk.get(MEETINGS + "/service-staff").json["items"]]
    assert "jixiao" in accounts and accounts == sorted(accounts), accounts


def test_a_stage_is_signed_once_each_item_has_an_answer(world):
    number = book(world.officer, 10, 11)["number"]
    equal([one["stage"] for one in world.officer.get(service(number) + "/stages").json["stages"]], ["before", "during", "after"])
    refused(tick(world.clerk, number, "before", "banner"), 403, "request.not_permitted")
    refused(tick(world.officer, number, "before", "banner", answer="failed"), 422, "meetings.service.note_missing")
    refused(tick(world.officer, number, "before", "none"), 422, "meetings.service.item_unknown")
    refused(tick(world.officer, number, "during", "patrol"), 409, "meetings.service.not_begun")
    refused(tick(world.officer, number, "secrecy", "plan"), 404, "meetings.service.stage_unknown")
    refused(tick(world.officer, number, "never", "plan"), 404, "meetings.service.stage_unknown")
    refused(tick(world.officer, number, "before", "banner", answered_at=at(9)), 422, "meetings.service.answered_in_future")
    equal(tick(world.officer, number, "before", "banner", answer="failed", note="示例：错字").status, 201)
    refused(tick(world.second, number, "before", "banner"), 409, "meetings.service.answered_meanwhile")
    equal(tick(world.second, number, "before", "banner", 1).status, 201)
    refused(sign(world.officer, number, "before", 2), 409, "meetings.service.unanswered")
    tick_all(world.officer, number, "before")
    stage = stage_of(world.officer, number, "before")
    refused(sign(world.officer, number, "before", stage["version"] - 1), 409, "meetings.service.changed")
    signed = sign(world.officer, number, "before", stage["version"])
    equal(signed.status, 201, signed)
    equal((signed.json["stages"][0]["is_late"], signed.json["stages"][0]["signed_by"]), (False, "jixiao"))
    refused(sign(world.officer, number, "before", stage["version"]), 409, "meetings.service.signed_off")
    refused(tick(world.officer, number, "before", "air", 1), 409, "meetings.service.signed_off")
    added = tick(world.officer, number, "before", "air", 1, "failed", note="示例：空调停了", is_addition=True)
    item = next(one for one in added.json["stages"][0]["items"] if one["item"] == "air")
    equal((item["answer"]["answer"], [one["answer"] for one in item["additions"]]), ("done", ["failed"]))
    refused(tick(world.officer, number, "after", "tidy", is_addition=True), 409, "meetings.service.not_begun")


def test_what_was_signed_elsewhere_is_signed_anew(world):
    equal(world.officer.post(MEETINGS + "/rooms", room("T")).status, 201)
    number = book(world.officer, 16, 17)["number"]
    tick_all(world.officer, number, "before")
    seen = stage_of(world.officer, number, "before")
    equal(sign(world.officer, number, "before", seen["version"]).status, 201)

    def move(version, **where):
        answer = world.officer.post(f"{BOOKINGS}/{number}/moves", {"version": version, "room": "S", "from": at(16), "until": at(17), "reason": "示例", **where})
        equal(answer.status, 200, answer)
        return stage_of(world.officer, number, "before")

    equal(move(1, until=at(18))["is_signed"], True)
    stage = move(2, room="T")
    equal((stage["is_signed"], stage["signed_by"], stage["answered"], stage["round"]), (False, None, 0, seen["round"] + 1))
    equal([(one["signed_by"], one["place"], one["from"][:19], one["until"][:19]) for one in stage["outdated"]], [("jixiao", room("S")["name"], at(16)[:19], at(17)[:19])])
    equal([len(one["earlier"]) for one in stage["items"]], [1] * len(stage["items"]))
    refused(tick(world.officer, number, "before", "air", 1, round=seen["round"]), 409, "meetings.service.moved_meanwhile")
    equal(tick(world.officer, number, "before", "air", 1, round=stage["round"]).status, 201)
    refused(sign(world.officer, number, "before", stage["version"]), 409, "meetings.service.changed")
    tick_all_open(world.officer, number, "before")
    signed = sign(world.officer, number, "before", stage_of(world.officer, number, "before")["version"])
    equal((signed.status, signed.json["stages"][0]["is_signed"], len(signed.json["stages"][0]["outdated"])), (201, True, 1), signed)


def test_what_is_signed_after_the_beginning_is_late(world):
    number = book(world.officer, 14, 15, -30)["number"]
    equal(stage_of(world.officer, number, "before")["is_late"], True)
    tick_all(world.officer, number, "before")
    signed = sign(world.officer, number, "before", stage_of(world.officer, number, "before")["version"])
    equal(signed.json["stages"][0]["is_late"], True, signed)
    day = world.officer.get(MEETINGS + "/service-day", day=at(14, -30)[:10]).json
    row = next(one for one in day["items"] if one["meeting"]["number"] == number)
    equal([(one["stage"], one["is_signed"], one["is_late"]) for one in row["stages"]], [("before", True, True), ("during", False, False), ("after", False, False)])
    equal(world.officer.get(MEETINGS + "/service-day").status, 200)
    refused(world.officer.get(MEETINGS + "/service-day", day="x"), 400, "request.query_wrong")


def test_two_who_tick_one_item_at_once(world):
    number = book(world.officer, 11, 12)["number"]
    outcomes = []
    threads = [threading.Thread(target=lambda: outcomes.append(tick(world.officer, number, "before", "air").status)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    equal(sorted(outcomes), [201] + [409] * 7)


def test_changes_are_told_to_those_concerned_and_acknowledged_once(world):
    number = book(world.clerk, 12, 13)["number"]
    equal(change(world.officer, number, staff=[{"account": "jixiao2", "name": ""}], banner="示例").status, 200)

    def open_of(who):
        return [one for one in who.get(NOTICES).json["items"] if one["booking"] == number]

    equal([one["what"] for one in open_of(world.clerk)], ["service"])
    equal([one["what"] for one in open_of(world.second)], ["service"])
    equal(open_of(world.officer), [])
    moved = world.officer.post(f"{BOOKINGS}/{number}/moves", {"version": 1, "room": "S", "from": at(15), "until": at(16), "reason": "示例"})
    equal(moved.status, 200, moved)
    notice = open_of(world.clerk)[0]
    equal((notice["what"], [one["field"] for one in notice["changes"]]), ("moved", ["from", "until"]))
    equal((notice["changes"][0]["before"][:19], notice["changes"][0]["after"][:19]), (at(12)[:19], at(15)[:19]))
    path = f"{NOTICES}/{notice['id']}/acknowledgement"
    refused(world.second.post(path), 404, "meetings.notice.unknown")
    equal(world.clerk.post(path).json["id"], notice["id"])
    refused(world.clerk.post(path), 409, "meetings.notice.acknowledged_before")
    equal([one["what"] for one in open_of(world.clerk)], ["service"])
    page = world.clerk.get(NOTICES, acknowledged="true", limit=1).json
    assert page["total"] > 1 and page["next"] and page["items"][0]["acknowledged_at"], page
    rest = world.clerk.get(NOTICES, acknowledged="true", cursor=page["next"]).json["items"]
    equal(len(rest), page["total"] - 1)


def test_which_meeting_changed_is_heard_by_those_concerned(world):
    first = book(world.clerk, 8, 9, 3)["number"]
    move = {"version": 1, "room": "S", "from": at(9, 3), "until": at(10, 3), "reason": "示例"}
    with world.clerk.events() as concerned, world.second.events() as other:
        moved = world.officer.post(f"{BOOKINGS}/{first}/moves", move)
        equal(moved.status, 200, moved)
        equal(world.officer.post(MEETINGS + "/rooms", room("LIVE")).status, 201)  # heard by all, and the last here

        def heard(events):
            found = []
            for event in events:
                if event["data"].get("what", "").startswith("meetings."):
                    found.append((event["data"]["what"], event["data"]["name"]))
                if found and found[-1] == ("meetings.rooms", "LIVE"):
                    return found[:-1]

        equal(heard(concerned), [("meetings.bookings", ""), ("meetings.notices", first)])
        equal(heard(other), [("meetings.bookings", "")])


def test_that_a_confidential_meeting_changed_is_heard_without_a_word_of_it(world):
    title = "示例密会标题"
    with world.second.events() as other:
        number = book(world.clerk, 10, 11, 3, title=title, is_confidential=True)["number"]
        moved = world.officer.post(f"{BOOKINGS}/{number}/moves", {"version": 1, "room": "S", "from": at(11, 3), "until": at(12, 3), "reason": "示例原因"})
        equal(moved.status, 200, moved)
        equal(world.officer.post(MEETINGS + "/rooms", room("LAST")).status, 201)
        heard = []
        for event in other:
            if event["data"].get("what", "").startswith("meetings."):
                heard.append(event["data"])
            if event["data"].get("name") == "LAST":
                break
    # Nothing but that something changed: no number, no title, no room, nothing that is not looked for here either.
    equal(heard[:-1], [{"what": "meetings.bookings", "name": ""}] * (len(heard) - 1))
    assert len(heard) > 1, heard


def test_of_a_confidential_meeting_others_learn_nothing(world):
    number = book(world.officer, 16, 17, is_confidential=True, title="示例代号", note="示例秘密")["number"]
    equal(world.clerk.get(f"{BOOKINGS}/{number}").json["booking"]["note"], None)
    equal(world.officer.get(f"{BOOKINGS}/{number}").json["booking"]["note"], "示例秘密")
    equal(change(world.officer, number, banner="示例秘密", staff=[{"account": "keshi", "name": ""}]).status, 200)
    for path in ("", "/stages", "/papers/sheet.pdf"):
        refused(world.clerk.get(service(number) + path), 403, "meetings.service.confidential")
    refused(world.clerk.post(service(number) + "/prints", {"paper": "sheet"}), 403, "meetings.service.confidential")
    equal([one["stage"] for one in world.officer.get(service(number) + "/stages").json["stages"]], ["before", "secrecy", "during", "after"])
    told = next(one for one in world.clerk.get(NOTICES).json["items"] if one["booking"] == number)
    equal((told["title"], [(one["field"], one["before"], one["after"]) for one in told["changes"]]), (None, [("banner", None, None), ("staff", None, None)]))
    row = next(one for one in world.clerk.get(MEETINGS + "/service-day", day=at(16)[:10]).json["items"] if one["meeting"]["number"] == number)
    equal((row["meeting"]["title"], row["stages"], row["staff"], row["place_cards"]), (None, None, None, None))
    printed = world.officer.post(service(number) + "/prints", {"paper": "place_cards"})
    assert printed.status == 201 and printed.json["printed_by"] in printed.json["mark"], printed


def test_papers_come_as_files_and_leave_a_record(world):
    number = book(world.officer, 17, 18)["number"]
    for paper, begin in (("sheet.docx", b"PK"), ("checklists.docx", b"PK"), ("sheet.pdf", b"%PDF"), ("checklists.pdf", b"%PDF")):
        answer = world.officer.get(f"{service(number)}/papers/{paper}")
        assert answer.status == 200 and answer.bytes.startswith(begin), (paper, answer.status)
    refused(world.officer.get(f"{service(number)}/papers/sheet.xlsx"), 404, "meetings.paper.unknown")
    printed = world.officer.post(service(number) + "/prints", {"paper": "sheet"})
    equal((printed.status, printed.json["mark"]), (201, None), printed)
