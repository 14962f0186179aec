# SPDX-License-Identifier: Apache-2.0
"""Closing months, correcting behind them, carrying a year over, two years side by side."""
import io
import zipfile
from urllib.parse import quote

from client import BASE
from suite import equal, refused

CLOSING = BASE + "/closing/years/2022"
BUDGET = BASE + "/budget/years/2022"
CORRECTION = {"reason": "审计发现漏记", "document": "示审〔2023〕3号"}


def payment(voucher, day="2022-01-15", **more):
    return {"voucher": voucher, "paid_on": day, "line": "P01", "payee": "示例公司", "amount": "10.00", **more}


def states(year):
    return "".join(month["state"][0] for month in year["months"]) + year["whole"]["state"][0]


def test_a_month_is_closed_when_what_stands_open_was_seen(world):
    equal(world.officer.post(BASE + "/budget/years", {"year": 2022}).status, 201)
    equal(world.officer.post(BUDGET + "/lines", {"code": "P01", "name": "示例物业", "kind": "project"}).status, 201)
    equal(world.officer.post(BUDGET + "/documents", {
        "number": "示预〔2022〕1号", "issued_on": "2022-01-05", "kind": "initial", "lines": [{"line": "P01", "amount": "1000.00"}]}).status, 201)
    equal(world.officer.post(BUDGET + "/contracts", {
        "number": "HT-1", "line": "P01", "payee": "示例公司", "amount": "300.00", "signed_on": "2022-01-06",
        "service_from": "2022-07", "service_to": "2023-06"}).status, 201)
    equal(world.officer.post(BUDGET + "/payments", payment("记-1")).status, 201)
    year = world.officer.get(CLOSING).json
    equal((states(year), year["corrections"]), ("o" * 13, []))
    draft = BASE + "/identity/drafts/budget.payment.2022"
    equal(world.officer.put(draft, {"value": {"payee": "某公司"}}, etag=world.officer.get(draft).headers["etag"]).status, 200)
    open_items = world.officer.get(CLOSING + "/open-items", period="2022-01").json
    equal([one["severity"] for one in open_items["items"] if one["code"] == "app.closing.draft_payment"], ["warning"])
    equal((open_items["closes"], open_items["items"][0]["severity"]), (["2022-01"], "error"))
    refused(world.officer.post(CLOSING + "/closings", {"period": "2022-01"}), 409, "closing.period.open_items")
    refused(world.officer.post(CLOSING + "/closings", {"period": "2022-02", "accept_open": True}), 409, "closing.period.out_of_order")
    refused(world.officer.post(CLOSING + "/closings", {"period": "2023-01"}), 422, "request.fields_wrong")
    closed = world.officer.post(CLOSING + "/closings", {"period": "2022-01", "accept_open": True})
    equal((closed.status, states(closed.json)), (201, "c" + "o" * 12))
    january = closed.json["months"][0]
    equal({one["kind"]: (one["count"], one["amount"]) for one in january["contents"] if one["kind"] != "ledgers"},
          {"documents": (1, "1000.00"), "contracts": (1, "300.00"), "payments": (1, "10.00")})
    refused(world.officer.post(CLOSING + "/closings", {"period": "2022-01"}), 409, "closing.period.already_closed")
    refused(world.leader.post(CLOSING + "/closings", {"period": "2022-02"}), 403, "request.not_permitted")


def test_what_is_closed_changes_by_a_correction_alone(world):
    for path, body in (("/payments", payment("记-2")),
                       (f"/payments/{quote('记-1')}/1/refund", {"voucher": "退-1", "paid_on": "2022-01-20", "amount": "1.00"}),
                       (f"/payments/{quote('记-1')}/1/reversal", {"voucher": "红-1", "paid_on": "2022-01-20"}),
                       ("/documents", {"number": "示预〔2022〕2号", "issued_on": "2022-01-31", "kind": "supplement",
                                       "lines": [{"line": "P01", "amount": "5.00"}]}),
                       ("/contracts", {"number": "HT-2", "line": "P01", "payee": "示例公司", "amount": "5.00", "signed_on": "2021-12-31"})):
        refused(world.officer.post(BUDGET + path, body), 409, "closing.period.closed")
        refused(world.officer.post(BUDGET + path, {**body, "correction": {"reason": ""}}), 422, "closing.correction.reason_empty")
    equal(world.officer.get(CLOSING).json["corrections"], [])
    made = world.officer.post(BUDGET + "/payments", payment("记-2", correction=CORRECTION))
    equal(made.status, 201)
    year = world.officer.get(CLOSING).json
    equal([(one["id"], one["reason"], one["document"], one["periods"]) for one in year["corrections"]],
          [(made.json["correction"], CORRECTION["reason"], CORRECTION["document"], ["2022-01"])])
    equal(year["months"][0]["corrections"], 1)
    equal(world.officer.post(BUDGET + "/payments", payment("记-3", "2022-02-01", correction=CORRECTION)).json["correction"], None)
    equal(world.officer.get(CLOSING + "/verification").json, {"items": [], "next": None})


def test_an_import_behind_a_closed_month_takes_a_correction(world):
    text = "凭证号,支付日期,项目编码,收款方,金额（元）\n导-1,2022-01-16,P01,示例公司,1.00\n导-2,2022-02-16,P01,示例公司,1.00\n"
    upload = world.officer.uploaded("支付.csv", text.encode())
    start = {"kind": "payments", "upload": upload}
    job = world.officer.run(BUDGET + "/imports", start)
    equal((job["state"], job["problem"]["code"]), ("failed", "closing.period.closed"))
    job = world.officer.run(BUDGET + "/imports", {**start, "correction": CORRECTION})
    equal((job["state"], job["result"]["stored"]), ("done", True))
    found = {one["voucher"]: one["correction"] for one in world.officer.get(BUDGET + "/payments").json["items"]}
    assert found["导-1"] and found["导-2"] is None, found
    equal(world.officer.get(CLOSING + "/verification").json["items"], [])


def test_a_year_is_closed_with_its_months(world):
    closed = world.officer.post(CLOSING + "/closings", {"period": "2022", "accept_open": True})
    equal((closed.status, states(closed.json)), (201, "c" * 13))
    refused(world.officer.post(BUDGET + "/lines", {"code": "P09", "name": "迟来的", "kind": "project"}), 409, "closing.period.closed")
    made = world.officer.post(BUDGET + "/lines", {"code": "P09", "name": "迟来的", "kind": "project", "correction": CORRECTION})
    equal(made.status, 201)


def test_a_year_comes_from_the_one_before(world):
    path = BASE + "/closing/years/2023/roll-over"
    preview = world.officer.get(path, **{"from": 2022}).json
    equal(([line["state"] for line in preview["lines"]], preview["contracts"][0]["state"], preview["stored"]),
          (["comes", "comes"], "stays", False))
    refused(world.officer.get(BASE + "/budget/years/2023/lines"), 404, "budget.year.unknown")  # nothing was stored
    refused(world.officer.post(path, {"from": 2023}), 422, "budget.roll_over.same_year")
    over = world.officer.post(path, {"from": 2022})
    equal((over.status, over.json["stored"]), (201, True))
    lines = world.officer.get(BASE + "/budget/years/2023/lines").json["items"]
    equal([(line["code"], line["adjusted"]) for line in lines], [("P01", "0.00"), ("P09", "0.00")])
    equal(world.officer.post(BASE + "/budget/years/2023/documents", {
        "number": "示预〔2023〕1号", "issued_on": "2023-01-05", "kind": "initial", "lines": [{"line": "P01", "amount": "900.00"}]}).status, 201)
    again = world.officer.post(path, {"from": 2022}).json
    equal(([line["state"] for line in again["lines"]], again["contracts"][0]["state"]), (["there", "there"], "comes"))
    equal([(one["number"], one["amount"], one["service_from"]) for one in world.officer.get(BASE + "/budget/years/2023/contracts").json["items"]],
          [("HT-1", "300.00", "2023-01")])
    refused(world.leader.get(path), 403, "request.not_permitted")


def test_two_years_stand_side_by_side(world):
    both = world.leader.get(BASE + "/closing/comparison", before=2022, after=2023).json
    line = both["lines"][0]
    equal((line["code"], line["before"]["adjusted"], line["after"]["adjusted"], line["adjusted_difference"]),
          ("P01", "1000.00", "900.00", "-100.00"))
    equal((both["months"][0]["before"], both["months"][0]["after"]), ("21.00", "0.00"))
    book = world.leader.get(BASE + "/closing/comparison/export", before=2022, after=2023)
    names = zipfile.ZipFile(io.BytesIO(book.bytes)).read("xl/workbook.xml").decode()
    assert all(f'name="{sheet}"' in names for sheet in ("按项目", "按月份", "按指标")), names
    assert "P01" in zipfile.ZipFile(io.BytesIO(book.bytes)).read("xl/worksheets/sheet1.xml").decode()
    refused(world.officer.get(BASE + "/closing/comparison/export", before=1991, after=2023), 404, "budget.year.unknown")
    refused(world.officer.get(BASE + "/closing/comparison", before=2022, after=2022), 422, "app.comparison.same_year")
    refused(world.officer.get(BASE + "/closing/comparison", before=1991, after=2023), 404, "budget.year.unknown")
