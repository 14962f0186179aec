# SPDX-License-Identifier: Apache-2.0
"""The budget of a year: recorded, refused, listed, exported and imported again."""
import csv
import io
import uuid
import zipfile

from client import BASE
from suite import equal, refused

YEARS = BASE + "/budget/years"
YEAR = YEARS + "/2024"


def made(answer):
    equal(answer.status, 201, answer)
    return answer.json


def state(world):
    """What the year holds, to see that a refusal left nothing behind."""
    return [world.officer.get(f"{YEAR}/{kind}").json for kind in ("lines", "documents", "contracts", "payments")]


def refused_without_trace(world, answer, status, code, before):
    refused(answer, status, code)
    equal(state(world), before, "a refusal left something behind")


def payment(voucher, amount="10.00", **more):
    return {"voucher": voucher, "paid_on": "2024-03-05", "line": "P01", "payee": "示例公司", "amount": amount, **more}


def test_a_year_is_opened_once(world):
    equal(world.officer.get(YEARS).json, {"items": [], "next": None})
    refused(world.officer.get(YEAR + "/lines"), 404, "budget.year.unknown")
    equal(made(world.officer.post(YEARS, {"year": 2024})), {"year": 2024})
    refused(world.officer.post(YEARS, {"year": 2024}), 409, "budget.year.already_open")
    refused(world.officer.post(YEARS, {"year": 1989}), 422, "budget.year.out_of_range")
    refused(world.officer.post(YEARS, {"year": "2024"}), 400, "request.fields_wrong")
    equal(world.officer.get(YEARS).json["items"], [{"year": 2024}])
    for path in ("/1989/lines", "/2200/lines", "/two/lines", "/02024/lines"):
        refused(world.officer.get(YEARS + path), 404, "budget.year.unknown")


def test_lines_documents_and_contracts_are_recorded(world):
    line = made(world.officer.post(YEAR + "/lines", {"code": "P01", "name": "示例物业", "kind": "project", "economic_code": "30209"}))
    equal((line["code"], line["adjusted"], line["rate"], line["functional_code"]), ("P01", "0.00", None, None))
    made(world.officer.post(YEAR + "/lines", {"code": "J01", "name": "示例人员", "kind": "basic"}))
    document = made(world.officer.post(YEAR + "/documents", {
        "number": "示预〔2024〕1号", "issued_on": "2024-01-10", "kind": "initial", "reason": "年初批复",
        "lines": [{"line": "P01", "amount": "1000.00"}, {"line": "J01", "amount": "500.00"}]}))
    equal(document["amount"], "1500.00")
    contract = made(world.officer.post(YEAR + "/contracts", {
        "number": "HT-01", "title": "示例物业服务", "line": "P01", "payee": "示例公司", "amount": "600.00", "signed_on": "2024-01-20",
        "service_from": "2024-01", "service_to": "2024-12"}))
    equal((contract["open"], contract["service_to"]), ("600.00", "2024-12"))
    lines = world.officer.get(YEAR + "/lines").json["items"]
    equal([(line["code"], line["available"]) for line in lines], [("P01", "400.00"), ("J01", "500.00")])
    answer = world.officer.get(YEAR + "/lines")
    equal(world.officer.get(YEAR + "/lines", {"If-None-Match": answer.etag}).status, 304)


def test_what_cannot_be_recorded_leaves_nothing_behind(world):
    before = state(world)
    lines, documents, contracts = (YEAR + "/" + name for name in ("lines", "documents", "contracts"))
    line = {"code": "P01", "name": "又一个", "kind": "project"}
    refused_without_trace(world, world.officer.post(lines, line), 409, "budget.line.already_there", before)
    refused_without_trace(world, world.officer.post(lines, {**line, "code": ""}), 422, "budget.line.code_empty", before)
    refused_without_trace(world, world.officer.post(lines, {**line, "code": "P02", "economic_code": "3x"}), 422, "budget.subject.not_digits", before)
    refused_without_trace(world, world.officer.post(lines, {**line, "kind": "other"}), 422, "request.fields_wrong", before)
    document = {"number": "示预2号", "issued_on": "2024-02-01", "kind": "supplement", "lines": [{"line": "P01", "amount": "1.00"}]}
    for change, status, code in (({"number": "示预〔2024〕1号"}, 409, "budget.document.number_taken"),
                                 ({"lines": [{"line": "P99", "amount": "1.00"}]}, 404, "budget.line.unknown"),
                                 ({"lines": []}, 422, "budget.document.no_lines"),
                                 ({"kind": "reduction", "lines": [{"line": "P01", "amount": "-400.01"}]}, 409, "budget.document.exceeds_available"),
                                 ({"issued_on": "2025-01-01"}, 422, "budget.document.outside_year")):
        refused_without_trace(world, world.officer.post(documents, {**document, **change}), status, code, before)
    good = {"line": "P01", "amount": "1.00"}
    # The member, or the row of the document, is named.
    for answer, member in ((world.officer.post(documents, {**document, "number": "示预〔2024〕1号"}), "/number"),
                           (world.officer.post(documents, {**document, "issued_on": "2025-01-01"}), "/issued_on"),
                           (world.officer.post(documents, {**document, "lines": [good, {"line": "P99", "amount": "1.00"}]}), "/lines/1/line"),
                           (world.officer.post(documents, {**document, "lines": [good, good]}), "/lines/1/line"),
                           (world.officer.post(documents, {**document, "lines": [good, {"line": "J01", "amount": "0.00"}]}), "/lines/1/amount"),
                           (world.officer.post(documents, {**document, "kind": "transfer", "lines": [good, {"line": "J01", "amount": "-2.00"}]}), "/lines"),
                           (world.officer.post(documents, {**document, "kind": "reduction", "lines": [{"line": "J01", "amount": "-1.00"}, {"line": "P01", "amount": "-400.01"}]}), "/lines/1/amount"),
                           (world.officer.post(lines, line), "/code"),
                           (world.officer.post(lines, {**line, "code": "P02", "economic_code": "3x"}), "/economic_code")):
        equal(answer.errors, {member: answer.json["code"]}, answer)
    contract = {"number": "HT-02", "line": "P01", "payee": "示例公司", "amount": "400.01", "signed_on": "2024-02-01"}
    refused_without_trace(world, world.officer.post(contracts, contract), 409, "budget.contract.exceeds_available", before)
    answer = world.officer.post(contracts, {**contract, "service_from": "2024-01"})
    equal(refused(answer, 422, "request.fields_wrong").errors, {"/service_to": "budget.import.one_month_missing"})
    answer = refused(world.officer.post(documents, {"kind": "initial", "lines": [{"amount": "1.005"}], "more": 1}), 400, "request.fields_wrong")
    equal(answer.errors, {"/number": "request.field_missing", "/issued_on": "request.field_missing", "/lines/0/line": "request.field_missing",
                          "/lines/0/amount": "money.not_an_amount", "/more": "request.field_unknown"})
    for client in (world.leader, world.clerk):
        refused_without_trace(world, client.post(lines, {**line, "code": "P03"}), 403, "request.not_permitted", before)


def test_payments_are_recorded_corrected_and_refused(world):
    paid = made(world.officer.post(YEAR + "/payments", payment("记-0001", "100.00")))
    equal((paid["kind"], paid["entry"], paid["economic_code"], paid["corrects"]), ("payment", 1, "30209", None))
    made(world.officer.post(YEAR + "/payments", payment("记-0002", "50.00", contract="HT-01", service_from="2024-01", service_to="2024-01")))
    refund = made(world.officer.post(YEAR + "/payments/%E8%AE%B0-0001/1/refund", {"voucher": "记-0003", "paid_on": "2024-04-01", "amount": "20.00", "note": "多付"}))
    equal((refund["amount"], refund["corrects"]), ("-20.00", {"voucher": "记-0001", "entry": 1}))
    reversal = made(world.officer.post(YEAR + "/payments/%E8%AE%B0-0002/1/reversal", {"voucher": "记-0004", "paid_on": "2024-04-02"}))
    equal((reversal["kind"], reversal["amount"]), ("reversal", "-50.00"))
    named = {item["voucher"]: item["corrected_by"] for item in world.officer.get(YEAR + "/payments", q="记-000").json["items"]}
    equal((named["记-0001"], named["记-0003"]), ([{"voucher": "记-0003", "entry": 1}], []))
    before = state(world)
    pay = lambda **more: world.officer.post(YEAR + "/payments", payment("记-0009", **more))  # noqa: E731
    # The member that is to be corrected is named, so that a form can lead to it.
    for answer, member in ((pay(amount="320.01"), "/amount"), (pay(amount="600.01", contract="HT-01"), "/amount"), (pay(line="P99"), "/line"),
                           (pay(paid_on="2025-01-01"), "/paid_on"), (pay(economic_code="3020x"), "/economic_code"), (pay(functional_code="x"), "/functional_code"),
                           (world.officer.post(YEAR + "/payments", payment("记-0001")), "/voucher")):
        equal(answer.errors, {member: answer.json["code"]}, answer)
    assert "1,320.01" in pay(amount="1320.01").json["detail"], pay(amount="1320.01")
    for answer, status, code in ((pay(amount="320.01"), 409, "budget.payment.exceeds_available"),
                                 (pay(amount="600.01", contract="HT-01"), 409, "budget.payment.exceeds_contract"),
                                 (pay(amount="0.00"), 422, "budget.payment.amount_zero"),
                                 (pay(amount="-1.00"), 422, "budget.payment.amount_not_positive"),
                                 (pay(line="P99"), 404, "budget.line.unknown"),
                                 (pay(contract="HT-99"), 404, "budget.contract.unknown"),
                                 (pay(paid_on="2025-01-01"), 422, "budget.payment.outside_year"),
                                 (pay(entry=0), 422, "budget.payment.entry_not_positive"),
                                 (world.officer.post(YEAR + "/payments", payment("记-0001")), 409, "budget.payment.voucher_taken"),
                                 (world.officer.post(YEAR + "/payments/none/1/refund", {"voucher": "r", "paid_on": "2024-05-01", "amount": "1.00"}), 404, "budget.payment.unknown"),
                                 (world.officer.post(YEAR + "/payments/%E8%AE%B0-0001/x/refund", {"voucher": "r", "paid_on": "2024-05-01", "amount": "1.00"}), 404, "budget.payment.unknown"),
                                 (world.officer.post(YEAR + "/payments/%E8%AE%B0-0001/1/refund", {"voucher": "r", "paid_on": "2024-05-01", "amount": "80.01"}), 409, "budget.refund.exceeds_paid"),
                                 (world.officer.post(YEAR + "/payments/%E8%AE%B0-0002/1/reversal", {"voucher": "r", "paid_on": "2024-05-01"}), 409, "budget.reversal.already_reversed"),
                                 (world.leader.post(YEAR + "/payments", payment("记-0009")), 403, "request.not_permitted")):
        refused_without_trace(world, answer, status, code, before)


def test_a_payment_that_is_sent_twice_is_one(world):
    key = {"Idempotency-Key": str(uuid.uuid4())}
    first = world.officer.post(YEAR + "/payments", payment("记-0005", "1.00"), key)
    again = world.officer.post(YEAR + "/payments", payment("记-0005", "1.00"), key)
    equal((again.status, again.json, again.headers.get("idempotent-replayed")), (201, first.json, "true"))
    refused(world.officer.post(YEAR + "/payments", payment("记-0005", "2.00"), key), 422, "request.idempotency_key_reused")
    refused(world.officer.post(YEAR + "/payments", payment("记-0006"), {"Idempotency-Key": None}), 400, "request.idempotency_key_missing")
    refused(world.officer.post(YEAR + "/payments", payment("记-0006"), {"X-CSRF-Token": "x"}), 403, "request.csrf_token_wrong")
    equal(world.officer.get(YEAR + "/payments", q="记-0005").json["total"], 1)
    # Somebody else's key is another one.
    refused(world.second.post(YEAR + "/payments", payment("记-0005", "1.00"), key), 409, "budget.payment.voucher_taken")


def many(count, mark="批"):
    rows = "支付日期,凭证号,项目编码,收款方,金额（元）,摘要\n"
    return (rows + "".join(f"2024-{n % 12 + 1:02}-{n % 28 + 1:02},{mark}-{n:04},J01,示例收款{n % 7},0.10,摘要{n}\n" for n in range(count))).encode()


def test_an_import_is_tried_made_and_not_made_twice(world):
    def run(**options):
        return world.officer.run(YEAR + "/imports", {"kind": "payments", "upload": world.officer.uploaded("支付.csv", many(500)), **options})
    before = state(world)
    tried = run(dry_run=True)
    equal((tried["state"], tried["result"]["stored"], tried["result"]["counts"]["added"], tried["result"]["amount"]), ("done", False, 500, "50.00"))
    equal(state(world), before)
    stored = run()
    equal((stored["result"]["stored"], stored["result"]["counts"]), (True, {"rows": 500, "added": 500, "unchanged": 0, "totals": 0}))
    again = run()
    equal((again["result"]["stored"], again["result"]["counts"]["unchanged"]), (True, 500))
    equal(world.officer.get(YEAR + "/payments", line="J01").json["total"], 500)
    refused(world.officer.post(YEAR + "/imports", {"kind": "payments", "upload": "none"}), 422, "jobs.upload.unknown")
    refused(world.officer.post(YEARS + "/two/imports", {}), 404, "budget.year.unknown")
    refused(world.clerk.post(YEAR + "/imports", {"kind": "payments", "upload": "none"}), 403, "request.not_permitted")


def test_an_import_with_mistakes_hands_the_rows_back(world):
    file = "支付日期,凭证号,项目编码,收款方,金额（元）\n2024-01-05,错-1,P99,甲,1.00\n2024-01-05,错-2,J01,乙,一元\n2024-01-05,对-1,J01,丙,1.00\n"
    before = state(world)
    job = world.officer.run(YEAR + "/imports", {"kind": "payments", "upload": world.officer.uploaded("支付.csv", file.encode())})
    equal((job["state"], job["result"]["stored"], job["result"]["rows_to_correct"]), ("done", False, 2))
    found = {(problem["place"].split("!")[-1], problem["column"], problem["code"]) for problem in job["result"]["problems"]}
    equal(found, {("C2", "项目编码", "budget.line.unknown"), ("E3", "金额", "budget.import.not_an_amount")})
    equal(state(world), before)
    english = world.officer.post(YEAR + "/imports", {"kind": "payments", "upload": world.officer.uploaded("支付.csv", file.encode())}, {"Accept-Language": "en"}).json["job"]
    words = [problem["message"] for problem in world.officer.wait(english)["result"]["problems"]]
    assert words != [problem["message"] for problem in job["result"]["problems"]] and all(words), words
    workbook = world.officer.get(f"{BASE}/jobs/{job['job']}/files/%E5%BE%85%E6%94%B9%E6%AD%A3.xlsx")
    equal(workbook.bytes[:2], b"PK")
    again = world.officer.run(YEAR + "/imports", {"kind": "payments", "upload": world.officer.uploaded("待改正.xlsx", workbook.bytes), "dry_run": True})
    equal(again["result"]["counts"]["rows"], 3)


def test_payments_are_paged_without_gaps_or_repeats(world):
    seen, cursor = [], {}
    while True:
        page = world.officer.get(YEAR + "/payments", limit=77, **cursor).json
        equal((page["total"], page["amount"]), (505, "131.00"))
        seen += [(entry["paid_on"], entry["voucher"], entry["entry"]) for entry in page["items"]]
        if page["next"] is None:
            break
        cursor = {"cursor": page["next"]}
    equal((len(seen), len(set(seen))), (505, 505))
    equal(seen, sorted(seen))


def test_payments_are_filtered(world):
    def total(**filters):
        answer = world.officer.get(YEAR + "/payments", limit=3, **filters)
        equal(answer.status, 200, answer)
        return answer.json["total"], answer.json["amount"]
    equal(total(line="P01"), (5, "81.00"))
    equal(total(contract="HT-01"), (2, "0.00"))
    equal(total(month="2024-04", line="P01"), (2, "-70.00"))
    whole, project = total(), total(line_kind="project")
    equal(project[0] + total(line_kind="basic")[0], whole[0])
    equal(total(line_kind="project", line="P01"), (5, "81.00"))
    equal(total(until="2024-12-31"), whole)
    equal(total(until="2023-12-31"), (0, "0.00"))
    equal(total(until="2024-04-30", line="P01")[0] - total(until="2024-03-31", line="P01")[0], 2)
    equal(total(q="示例收款3"), (71, "7.10"))
    equal(total(q="批-0499"), (1, "0.10"))
    equal(total(q="%"), (0, "0.00"))
    equal(total(q="' OR 1=1 --"), (0, "0.00"))
    made(world.officer.post(YEAR + "/payments", payment("AbC-1", "0.01", payee="Example Ltd")))
    equal(total(q="aBc")[0], 1)
    equal(total(q="example LTD")[0], 1)
    refused(world.officer.get(YEAR + "/payments", line="P99"), 404, "budget.line.unknown")
    answer = refused(world.officer.get(YEAR + "/payments", month="2024-13", limit=201, cursor="zz", order="x"), 400, "request.query_wrong")
    equal(answer.errors, {"?month": "budget.month.not_a_month", "?limit": "request.number_out_of_range",
                          "?cursor": "request.cursor_malformed", "?order": "request.parameter_unknown"})


def test_execution_and_findings_on_a_day(world):
    execution = world.officer.get(YEAR + "/execution", as_of="2024-06-30").json
    equal((execution["as_of"], execution["whole"]["adjusted"], execution["light"]), ("2024-06-30", "1500.00", "red"))
    equal([month["month"] for month in execution["months"]], [f"2024-{n:02}" for n in range(1, 7)])
    equal(execution["services"][0]["paid_months"], 0)
    findings = world.officer.get(YEAR + "/findings", as_of="2024-06-30").json
    assert any(finding["rule"] == "budget.finding.service_months_unpaid" and "HT-01" in finding["message"] for finding in findings["items"]), findings
    refused(world.officer.get(YEAR + "/execution", as_of="today"), 400, "request.query_wrong")
    refused(world.clerk.get(YEAR + "/execution"), 403, "request.not_permitted")


def rows_of(answer):
    assert answer.bytes.startswith(b"\xef\xbb\xbf"), answer
    return list(csv.reader(io.StringIO(answer.bytes.decode("utf-8-sig"))))


def test_what_is_exported_can_be_imported_again(world):
    for kind, count in (("lines", 2), ("documents", 2), ("contracts", 1), ("payments", 506)):
        answer = world.officer.get(YEAR + "/export", kind=kind, format="csv")
        equal((answer.status, len(rows_of(answer)) - 1), (200, count), kind)
        assert answer.headers["content-disposition"].startswith("attachment;"), answer.headers
        book = world.officer.get(YEAR + "/export", kind=kind)
        assert zipfile.ZipFile(io.BytesIO(book.bytes)).testzip() is None
        assert "formula" not in book.headers and b"<f>" not in zipfile.ZipFile(io.BytesIO(book.bytes)).read("xl/worksheets/sheet1.xml")
        upload = world.officer.uploaded("导出.xlsx", book.bytes)
        job = world.officer.run(YEAR + "/imports", {"kind": "payments" if kind == "payments" else "budget", "upload": upload, "dry_run": True})
        equal((job["result"]["counts"]["added"], job["result"]["problems"]), (0, []), kind)
    equal(len(rows_of(world.officer.get(YEAR + "/export", format="csv", line="P01", month="2024-04"))) - 1, 2)
    equal(len(rows_of(world.officer.get(YEAR + "/export", format="csv", line="P01", until="2023-12-31"))) - 1, 0)
    refused(world.officer.get(YEAR + "/export", kind="everything"), 400, "request.query_wrong")


def test_no_cell_of_an_export_is_a_formula(world):
    for number, payee in enumerate(("=1+1", "+1", "-1+1", "@x", "＝1", "\t=1", "-5")):
        made(world.officer.post(YEAR + "/payments", payment(f"式-{number}", "0.01", payee=payee, note=payee)))
    rows = rows_of(world.officer.get(YEAR + "/export", format="csv", q="式-"))
    equal([row[3] for row in rows[1:]], ["'=1+1", "'+1", "'-1+1", "'@x", "'＝1", "'\t=1", "-5"])
    equal({row[9] for row in rows[1:]}, {"0.01"})
    book = world.officer.get(YEAR + "/export", q="式-")
    assert b"<f>" not in zipfile.ZipFile(io.BytesIO(book.bytes)).read("xl/worksheets/sheet1.xml")


def test_templates(world):
    for kind in ("budget", "payments"):
        answer = world.officer.get(f"{BASE}/budget/templates/{kind}", year=2024)
        equal((answer.status, answer.bytes[:2]), (200, b"PK"))
    refused(world.officer.get(BASE + "/budget/templates/other"), 404, "app.template.unknown")
    refused(world.officer.get(BASE + "/budget/templates/budget", year="x"), 400, "request.query_wrong")


def test_others_hear_of_a_change(world):
    with world.second.events() as events:
        made(world.officer.post(YEAR + "/payments", payment("记-0100", "0.01")))
        heard = next(event for event in events if event["type"] == "change")
        equal(heard["data"], {"what": "budget.payments", "name": "2024"})


def test_everything_needs_a_session(world):
    stranger = world.server.client()
    for name in ("lines", "documents", "contracts", "payments", "execution", "findings", "export"):
        refused(stranger.get(f"{YEAR}/{name}"), 401, "identity.session.none")
    refused(stranger.get(YEARS), 401, "identity.session.none")
    refused(stranger.get(BASE + "/budget/templates/budget"), 401, "identity.session.none")
