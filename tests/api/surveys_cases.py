# SPDX-License-Identifier: Apache-2.0
"""Surveys: a card answers once, without a name; shares stand with their answers; low answers are mended."""
import secrets

from client import BASE
from suite import equal, refused

SURVEYS = BASE + "/surveys"
ALL = SURVEYS + "/surveys"
QUESTIONS = [
    {"code": "Q1", "text": "总体评价", "kind": "rating", "options": [], "is_main": True},
    {"code": "Q2", "text": "时段", "kind": "choice", "options": ["早餐", "午餐"], "is_main": False},
    {"code": "Q3", "text": "意见", "kind": "text", "options": [], "is_main": False},
]
CARDS = []


def survey(**more):
    return {"title": "示例食堂满意度", "audience": "用餐人员", "subject": "示例食堂", "from": "2026-01-01", "until": "2026-12-31", "questions": QUESTIONS, **more}


def made(world, **more):
    said = world.officer.post(ALL, survey(**more))
    equal(said.status, 201, said)
    return said.json["number"]


def step(world, number, what, **more):
    version = world.officer.get(f"{ALL}/{number}").json["version"]
    return world.officer.post(f"{ALL}/{number}/{what}", {"version": version, **more})


def said(token, rating="satisfied", id=None, **more):
    answers = [{"question": "Q1", "value": rating}] + [{"question": code, "value": value} for code, value in more.items()]
    return {"token": token, "id": id or secrets.token_hex(16), "answers": answers}


def sent(world, body):
    return world.server.client().post(SURVEYS + "/public/answers", body)


def test_a_draft_is_changed_until_it_is_open(world):
    number = made(world)
    two = [{**QUESTIONS[0]}, {**QUESTIONS[0], "code": "Q9"}]
    equal(refused(world.officer.post(ALL, survey(questions=two)), 422, "surveys.survey.one_main").errors, {"/questions": "surveys.survey.one_main"})
    refused(world.officer.post(ALL, survey(until="2025-12-31")), 422, "surveys.survey.days_wrong")
    seen = world.officer.get(f"{ALL}/{number}")
    equal(world.officer.put(f"{ALL}/{number}", survey(title="示例改名"), seen.etag).json["title"], "示例改名")
    equal(world.officer.put(f"{ALL}/{number}", survey(), seen.etag).status, 412)
    refused(step(world, number, "cards", count=1), 409, "surveys.survey.wrong_state")
    equal(step(world, number, "open").json["state"], "open")
    seen = world.officer.get(f"{ALL}/{number}")
    refused(world.officer.put(f"{ALL}/{number}", survey(), seen.etag), 409, "surveys.survey.wrong_state")
    refused(world.officer.post(f"{ALL}/{number}/close", {"version": 1}), 409, "surveys.survey.changed")
    equal(world.clerk.post(ALL, survey()).status, 403)


def test_a_card_answers_once(world):
    number = made(world)
    step(world, number, "open")
    refused(step(world, number, "cards", count=501), 422, "surveys.card.count_out_of_range")
    version = world.officer.get(f"{ALL}/{number}").json["version"]
    cards = world.officer.post(f"{ALL}/{number}/cards", {"version": version, "count": 7})
    equal((cards.status, len(set(cards.json["tokens"]))), (201, 7), cards)
    refused(world.officer.post(f"{ALL}/{number}/cards", {"version": version, "count": 7}), 409, "surveys.survey.changed")
    CARDS[:] = [number, *cards.json["tokens"]]
    card = CARDS[1]
    phone = world.server.client()
    asked = phone.post(SURVEYS + "/public/questions", {"token": card})
    equal((asked.status, asked.json["questions"]), (200, QUESTIONS), asked)
    first = said(card, "dissatisfied", Q2="午餐", Q3="示例意见")
    refused(sent(world, {**first, "answers": first["answers"][1:]}), 422, "surveys.answer.rating_missing")
    refused(sent(world, {**first, "answers": first["answers"] + first["answers"]}), 422, "request.fields_wrong")
    equal(sent(world, first).json, {})
    equal(sent(world, first).status, 200)
    refused(sent(world, said(card, "mostly", id=first["id"])), 409, "surveys.answer.id_taken")
    refused(sent(world, said(card)), 409, "surveys.card.used_or_unknown")
    refused(phone.post(SURVEYS + "/public/questions", {"token": card}), 409, "surveys.card.used_or_unknown")
    refused(sent(world, said(card[:-1] + ("0" if card[-1] != "0" else "1"))), 409, "surveys.card.used_or_unknown")
    one = world.officer.get(f"{ALL}/{number}").json
    equal((one["issued"], one["left"], one["n"], one["share"]), (7, 6, 1, "0.00"), one)


def test_results_say_how_many_and_withhold_the_words_of_few(world):
    number, *cards = CARDS
    for card in cards[1:4]:
        equal(sent(world, said(card, "satisfied", Q3="示例乙")).status, 200)
    results = world.officer.get(f"{ALL}/{number}/results").json
    equal((results["n"], results["asked"], results["response_rate"], results["texts"]), (4, 7, "57.14", None), results)
    equal([one["code"] for one in results["warnings"]], ["few_answers", "low_response"], results)
    equal(sent(world, said(cards[4], "mostly", Q3="示例甲", Q2="早餐")).status, 200)
    results = world.officer.get(f"{ALL}/{number}/results").json
    equal([one["text"] for one in results["texts"]], sorted(["示例意见", "示例乙", "示例乙", "示例乙", "示例甲"]), results)
    main = results["ratings"][0]
    equal((main["n"], main["share"], main["low"], main["high"]), (5, "80.00", "37.55", "96.38"), main)
    equal(results["choices"][0]["counts"], [{"option": "早餐", "count": 1}, {"option": "午餐", "count": 1}], results)


def test_what_was_low_is_mended(world):
    actions = world.officer.get(SURVEYS + "/actions", state="open", survey=CARDS[0]).json
    equal((actions["total"], actions["items"][0]["comment"], actions["items"][0]["question"]), (1, "示例意见", "总体评价"), actions)
    action = actions["items"][0]
    done = f"{SURVEYS}/actions/{action['number']}/done"
    refused(world.officer.post(done, {"version": 1, "result": "示例", "done_on": "2020-01-01"}), 422, "surveys.action.day_wrong")
    mended = world.officer.post(done, {"version": 1, "result": "示例：已调整", "done_on": action["day"]})
    equal((mended.status, mended.json["state"], mended.json["done_by"] is None), (200, "done", False), mended)
    refused(world.officer.post(done, {"version": 2, "result": "示例", "done_on": action["day"]}), 409, "surveys.action.wrong_state")
    equal(world.officer.get(SURVEYS + "/actions", state="open", survey=CARDS[0]).json["items"], [])


def test_the_end_voids_cards_and_the_shares_stand_beside_each_other(world):
    number, *cards = CARDS
    equal(step(world, number, "close").json["state"], "closed")
    refused(sent(world, said(cards[5])), 409, "surveys.card.closed")
    found = world.officer.get(SURVEYS + "/statistics", subject="示例食堂").json
    line = found["by_subject"][0]
    equal((line["key"], line["n"], line["asked"], line["share"]), ("示例食堂", 5, 7, "80.00"), found)
    equal(sum(one["n"] for one in found["by_month"]), 5)
    first = world.officer.get(ALL, limit="1")
    rest = world.officer.get(ALL, limit="200", cursor=first.json["next"])
    equal(len(first.json["items"]) + len(rest.json["items"]), first.json["total"])
    equal([one["number"] for one in world.officer.get(ALL, state="closed", audience="用餐人员").json["items"]], [number])


def test_answers_on_paper_come_from_a_workbook(world):
    template = world.officer.get(SURVEYS + "/template")
    equal((template.status, template.bytes[:2]), (200, b"PK"))
    head = "问卷编号,调查对象,主题,日期,评价\n"

    def run(rows, **more):
        return world.officer.run(SURVEYS + "/imports", {"upload": world.officer.uploaded("答卷.csv", (head + rows).encode()), **more})

    def stored():
        return {one["from"][:4]: one for one in world.officer.get(ALL, subject="示例纸质").json["items"]}

    rows = "".join(f"D-{year}-{n},示例人员,示例纸质,{year}-03-04,{'不满意' if n < low else '满意'}\n" for year, low in ((2023, 15), (2024, 1)) for n in range(30))
    wrong = run(rows.replace("2024-03-04,不满意", "2024-03-04,差"))["result"]
    equal(([one["place"].split("!")[1] for one in wrong["problems"]], wrong["rows_to_correct"], wrong["stored"]), (["E32"], 1, False), wrong)
    tried = run(rows, dry_run=True)["result"]
    equal((tried["stored"], tried["sheets"][0]["added"], stored()), (False, 60, {}), tried)
    equal(run(rows)["result"]["stored"], True)
    equal({year: (one["n"], one["asked"], one["state"]) for year, one in stored().items()}, {"2023": (30, None, "closed"), "2024": (30, None, "closed")})
    few = run(rows, asked=29)
    equal((few["state"], few["problem"]["code"]), ("failed", "surveys.import.asked_too_few"), few)
    equal(run(rows, asked=40)["result"]["sheets"][0]["unchanged"], 60)
    equal([one["asked"] for one in stored().values()], [40, 40])
    for asked in (-1, 10_000_001):
        answer = world.officer.post(SURVEYS + "/imports", {"upload": "x", "asked": asked})
        refused(answer, 422, "request.fields_wrong")
        equal([(one["pointer"], one["code"]) for one in answer.json["errors"]], [("/asked", "request.number_out_of_range")])
    refused(world.officer.post(SURVEYS + "/imports", {"upload": "x"}), 422, "jobs.upload.unknown")
    refused(world.clerk.post(SURVEYS + "/imports", {"upload": "x"}), 403, "request.not_permitted")


def test_one_questionnaire_of_two_years_stands_side_by_side(world):
    old, young = (one["number"] for one in sorted(world.officer.get(ALL, subject="示例纸质").json["items"], key=lambda one: one["from"]))
    both = world.officer.get(f"{ALL}/{young}/comparison", **{"with": old})
    equal((both.status, both.json["before"]["number"], both.json["after"]["number"]), (200, old, young), both)
    equal(world.officer.get(f"{ALL}/{old}/comparison", **{"with": young}).json, both.json)
    question = both.json["questions"][0]
    equal((question["before"]["share"], question["after"]["share"], question["difference"], question["verdict"]), ("50.00", "96.67", "46.67", "higher"), question)
    equal(float(question["before"]["high"]) < float(question["after"]["low"]), True)
    refused(world.officer.get(f"{ALL}/{young}/comparison", **{"with": young}), 422, "surveys.comparison.same")
    refused(world.officer.get(f"{ALL}/{young}/comparison", **{"with": "none"}), 404, "surveys.survey.unknown")


def test_too_many_phones_at_once_are_told_when_to_come_back(world):
    # The last one with cards: it uses up the minute.
    number, *cards = CARDS
    phone = world.server.client()
    # A minute may end meanwhile, once.
    last = next((one for one in (phone.post(SURVEYS + "/public/questions", {"token": cards[6]}) for _ in range(603)) if one.status == 429), None)
    refused(last, 429, "surveys.card.too_many")
    equal(1 <= int(last.headers["retry-after"]) <= 60, True, last)
