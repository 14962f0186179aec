# SPDX-License-Identifier: Apache-2.0
"""The example year over HTTP, as its people work with it: import, evaluate, open a figure's records, revise, sign,
render, look ahead. It has a server of its own, whose year nobody else touches."""
import io
import uuid
import zipfile
from pathlib import Path
from urllib.parse import quote

from client import BASE, Client, Server
from contract import Contract
from suite import equal, refused

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "dongxihu-2024"
YEAR = BASE + "/indicators/years/2024"
RUNS = BASE + "/indicators/runs"
REPORT = BASE + "/reports/years/2024"
CONTRACT = Contract()
COMPLAINTS = []


class Watched(Client):
    """Every answer is held against the contract."""

    def send(self, method, path, body=None, headers=None, query=None):
        answer = super().send(method, path, body, headers, query)
        COMPLAINTS.extend(CONTRACT.check(method, path, answer.status, answer.headers.get("content-type", ""), answer.bytes))
        return answer


class Example:
    """The example year's server, started by the first case and stopped by the last."""
    server = None

    @classmethod
    def start(cls, world):
        cls.server = Server(world.server.program, world.server.postgres).__enter__()
        cls.server.command("ledgers", "declare", EXAMPLE / "台账定义.xlsx")
        # What comes in by command alone; orders are of equipment in meeting rooms.
        cls.server.command("meetings", "import", EXAMPLE / "会务.xlsx")
        cls.server.command("repairs", "import", EXAMPLE / "设备维修.xlsx")
        cls.server.command("surveys", "import", EXAMPLE / "满意度调查.csv")
        for account, role in (("jixiao", "performance"), ("lingdao", "leader"), ("fuhe", "reviewer"), ("keshi", "section")):
            cls.server.person(account, role)
        cls.server.start()
        for account in cls.server.codes:
            setattr(cls, account, Watched(cls.server.port).sign_in(cls.server.codes[account]))
        cls.runs = []

    @classmethod
    def stop(cls):
        code = cls.server.stop()
        log = cls.server.log()
        cls.server.__exit__()
        equal(code, 0)
        assert '"level":"error"' not in log, log[-3000:]


def changed(me, path, change, **query):
    """GET, a change of what it gave, and PUT on what was seen."""
    seen = me.get(path, **query)
    equal(seen.status, 200, seen)
    return me.put(path, change(seen.json), etag=seen.etag, **query)


def done(me, path, body):
    job = me.run(path, body)
    equal(job["state"], "done", job)
    return job


def imported(path, file, **body):
    me = Example.jixiao
    job = done(me, path, {"upload": me.uploaded(file.name, file.read_bytes()), **body})
    equal((job["result"]["stored"], job["result"]["problems"]), (True, []), job["result"])
    return job["result"]


def evaluated(**body):
    job = done(Example.jixiao, YEAR + "/evaluations", {"as_of": "2024-12-31", **body})
    Example.runs.append(job["result"]["run"])
    return job["result"]


def test_a_year_comes_in_by_jobs(world):
    Example.start(world)
    imported(BASE + "/budget/years/2024/imports", EXAMPLE / "预算.xlsx", kind="budget")
    imported(BASE + "/budget/years/2024/imports", EXAMPLE / "支付.xlsx", kind="payments")
    for file in sorted(EXAMPLE.glob("*台账.xlsx")):
        imported(f"{BASE}/ledgers/{quote(file.stem)}/imports", file)
    imported(BASE + "/meetings/imports", EXAMPLE / "会务.xlsx")
    imported(BASE + "/premises/imports", EXAMPLE / "办公用房.xlsx")
    tried = done(Example.jixiao, YEAR + "/imports", {"upload": Example.jixiao.uploaded("绩效指标.xlsx", (EXAMPLE / "绩效指标.xlsx").read_bytes()),
                                                     "dry_run": True})["result"]
    equal((tried["stored"], tried["dry_run"], tried["counts"]["indicators"]), (False, True, 18))
    equal(Example.jixiao.get(YEAR + "/targets").json["indicators"], [])
    result = imported(YEAR + "/imports", EXAMPLE / "绩效指标.xlsx")
    equal([result["counts"][kind] for kind in ("goals", "indicators", "supports", "revisions", "entries", "notes")], [3, 18, 34, 1, 2, 3])
    equal((result["kept"], result["unanswerable"], result["problems_not_listed"]), ([], [], 0))
    equal(len(result["evidence_left_out"]), 7)  # a workbook by itself has no files beside it
    equal(Example.jixiao.get(BASE + "/indicators/years").json["items"],
          [{"year": 2024, "goals": 3, "indicators": 18, "revisions": 1, "runs": 0, "newest_run": None}])


def test_a_targets_file_with_mistakes_comes_back_with_its_rows_to_correct(world):
    me = Example.jixiao
    header = "指标编码,目标序号,一级指标,二级指标,三级指标,目标值,权重,数据来源,统计方式\n"

    def tried(*rows):
        file = (header + "".join(row + "\n" for row in rows)).encode()
        return done(me, YEAR + "/imports", {"upload": me.uploaded("绩效指标.csv", file), "dry_run": True})
    wrong = tried("A1,,产出指标,数量指标,会议次数,10次,很多,台账:会议台账,计数", "A1,,产出指标,数量指标,会议次数,10次,5,台账:会议台账,计数")
    equal((wrong["result"]["stored"], wrong["result"]["rows_to_correct"], wrong["result"]["problems_not_listed"]), (False, 2, 0), wrong["result"])
    equal([file["name"] for file in wrong["files"]], ["待改正.xlsx"])
    assert me.get(f"{BASE}/jobs/{wrong['job']}/files/{quote('待改正.xlsx')}").bytes.startswith(b"PK")
    right = tried("A1,,产出指标,数量指标,会议次数,10次,5,台账:没有,计数")["result"]
    equal((right["problems"], right["unanswerable"][0]["indicator"], right["unanswerable"][0]["code"]), ([], "A1", "ledgers.ledger.unknown"), right)
    assert "Z14 人工填报" in right["kept"], right["kept"]


def test_what_is_promised_is_shown_as_written_and_as_understood(world):
    june, december = (Example.fuhe.get(YEAR + "/targets", on=day).json for day in ("2024-06-27", "2024-12-31"))
    rows = {row["code"]: row for row in december["indicators"]}
    equal((rows["Z04"]["target"], rows["Z04"]["version"], rows["Z04"]["documents"]), ("73200", 2, ["示例机管〔2024〕15号"]))
    equal({row["code"]: row["target"] for row in june["indicators"]}["Z04"], "60000")
    equal(rows["Z09"]["printed_target"], "≤24小时")
    equal({name: rows["Z09"]["understood"][name] for name in ("comparison", "value", "unit")}, {"comparison": "at_most", "value": "24", "unit": "小时"})
    equal(december["revisions"][0]["changes"][0]["before"], "60000")
    equal((december["fixed"], len(december["first"]), len(december["supports"])), (False, 18, 34))
    rule_sets = {row["id"]: row for row in Example.fuhe.get(BASE + "/indicators/rule-sets").json["items"]}
    equal((rule_sets["hubei-2020"]["execution_weight"], rule_sets["hubei-2020"]["indicators_total"]), ("20", "80"))
    refused(Example.fuhe.get(BASE + "/indicators/years/last/targets"), 404, "indicators.targets.none")
    refused(Example.fuhe.get(YEAR + "/targets", day="2024-01-01"), 400, "request.query_wrong")


def test_targets_are_read_while_one_types(world):
    texts = ["≥95%", "24小时内", "不超过30万元", "13.41万m²", "2024年12月完成", "百分之九十", "有效保障", "--", "290%",
             "≥90%计5分;80%(含)-90%计4分", "6", "0起"]
    body = {"year": 2024, "items": [{"target": text} for text in texts] + [{"target": "≥90", "unit": "%", "actual": "95%"}]}
    items = Example.jixiao.post(BASE + "/indicators/target-readings", body).json["items"]
    equal([item["comparison"] for item in items], ["at_least", "at_most", "at_most", "at_least", "deadline", "at_least", "qualitative",
                                                   "not_applicable", "at_least", "steps", "at_least", "equal", "at_least"])
    equal((items[8]["value"], items[8]["warnings"][0]["rule"]), ("90", "sign_from_ocr"))
    assert "290%" in items[8]["warnings"][0]["message"], items[8]
    equal((items[4]["deadline"], items[12]["actual"]["value"], items[12]["unit"]), ("2024-12-31", "95", "%"))
    refused(Example.jixiao.post(BASE + "/indicators/target-readings", {"items": [{"target": "1"}] * 201}), 422, "request.fields_wrong")


def test_a_measure_is_tried_out_with_its_records(world):
    measure = {"source": "会务:会议", "method": "计数", "filter": "状态=已召开"}
    answer = Example.jixiao.post(YEAR + "/measure-answers", {"measure": measure, "unit": "次", "on": "2024-12-31"})
    equal((answer.json["printed"], answer.json["records"], len(answer.json["items"])), ("1930次", 1930, 100))
    assert answer.json["items"][0]["place"].startswith("HY2024-"), answer.json["items"][0]
    more = Example.jixiao.post(YEAR + "/measure-answers", {"measure": measure, "unit": "次", "on": "2024-12-31", "cursor": answer.json["next"]})
    assert more.json["items"][0]["id"] != answer.json["items"][0]["id"]
    half = Example.jixiao.post(YEAR + "/measure-answers", {"measure": {**measure, "period": "2024"}, "unit": "次", "on": "2024-06-30"})
    equal((half.json["period"], half.json["printed"]), ("2024-01-01/2024-06-30", "939次"))
    wrong = {"source": "台账:没有", "method": "计数"}
    equal(Example.jixiao.post(YEAR + "/measure-answers", {"measure": wrong}).errors, {"/measure/source": "ledgers.ledger.unknown"})
    wrong = {"source": "会务:会议", "method": "求和", "field": "会议地点"}
    equal(Example.jixiao.post(YEAR + "/measure-answers", {"measure": wrong}).errors, {"/measure/field": "indicators.measure.field_not_a_number"})
    equal(Example.jixiao.post(YEAR + "/measure-answers", {"measure": {"source": "会议", "method": "数数"}}).errors,
          {"/measure/source": "indicators.measure.source_malformed", "/measure/method": "indicators.measure.method_unknown"})
    refused(Example.jixiao.post(YEAR + "/measure-answers", {}), 422, "request.fields_wrong")


def test_the_year_is_evaluated_and_a_figure_opens_its_records(world):
    result = evaluated()
    equal(result["total"], "98.28")
    run = Example.fuhe.get(f"{RUNS}/{result['run']}").json
    equal((len(run["rows"]), run["execution"]), (18, {"rate": "91.41", "weight": "20", "score": "18.28"}))
    row = {row["code"]: row for row in run["rows"]}["Z03"]
    equal((row["actual"], row["score"], row["has_fact"]), ("1930次", "5.00", True))
    # From the figure to its records: two requests.
    fact = Example.fuhe.get(f"{RUNS}/{run['run']}/facts/Z03").json
    equal((fact["printed"], fact["records"], len(fact["digest"])), ("1930次", 1930, 64))
    page = Example.fuhe.get(f"{RUNS}/{run['run']}/facts/Z03/records", limit=200).json
    equal((page["total"], len(page["items"]), page["items"][0]["state"], page["unreadable"]), (1930, 200, "unchanged", None))
    seen, cursor = {record["id"] for record in page["items"]}, page["next"]
    while cursor:
        page = Example.fuhe.get(f"{RUNS}/{run['run']}/facts/Z03/records", limit=200, cursor=cursor).json
        seen |= {record["id"] for record in page["items"]}
        cursor = page["next"]
    equal(len(seen), 1930)
    alone = Example.fuhe.get(f"{RUNS}/{run['run']}/facts/Z03/verification").json
    equal((alone["clean"], alone["facts"], alone["records"]), (True, 1, 1930))
    facts = Example.fuhe.get(f"{RUNS}/{run['run']}/facts").json["items"]
    equal({fact["code"] for fact in facts} >= {"Z01", "S01", "budget.whole.executed"}, True)
    check = Example.fuhe.get(f"{RUNS}/{run['run']}/verification").json
    equal((check["clean"], check["facts"]), (True, len(facts)))
    equal([(item["run"], item["signature"]) for item in Example.fuhe.get(YEAR + "/runs").json["items"]], [(run["run"], None)])
    for path, code in ((f"{RUNS}/none", "indicators.run.unknown"), (f"{RUNS}/none/facts", "indicators.run.unknown"),
                       (f"{RUNS}/{run['run']}/facts/Z99", "indicators.fact.unknown"), (f"{RUNS}/none/verification", "indicators.run.unknown")):
        refused(Example.fuhe.get(path), 404, code)
    refused(Example.fuhe.get(f"{RUNS}/{run['run']}/facts/Z03/records", cursor="zz"), 400, "request.query_wrong")


def test_a_report_is_held_against_the_evaluation(world):
    me = Example.jixiao
    upload = me.uploaded("自评.txt", "2024年度自评报告\n\n全年承办各类会议1953次。".encode())
    refused(me.post(f"{BASE}/check/reports", {"upload": upload, "year": 2019}), 404, "app.report.no_run")
    refused(me.post(f"{BASE}/check/reports", {"upload": upload, "year": 20190}), 422, "request.fields_wrong")
    started = me.post(f"{BASE}/check/reports", {"upload": upload, "year": 2024})
    equal(started.status, 202, started)
    report = me.get(f"{BASE}/check/reports/{me.wait(started.json['job'])['result']['report']}").json
    found = [one for one in report["findings"] if one["rule"] == "L60"]
    equal([(one["fact"]["run"], one["fact"]["code"]) for one in found], [(Example.runs[-1], "Z03")])
    fact = me.get(f"{BASE}/indicators/runs/{found[0]['fact']['run']}/facts/Z03")
    equal((fact.status, fact.json["printed"], len(found[0]["fact"]["records"])), (200, "1930次", 23))
    # Of another year than the report's own nothing is compared.
    upload = me.uploaded("去年.txt", "2023年度自评报告\n\n全年承办各类会议1953次。".encode())
    job = me.wait(me.post(f"{BASE}/check/reports", {"upload": upload, "year": 2024}).json["job"])
    equal(job["problem"]["code"], "check.known.other_year")
    # Another unit has no evaluation to be held against.
    theirs = world.officer.uploaded("自评.txt", "全年承办各类会议1953次。".encode())
    refused(world.officer.post(f"{BASE}/check/reports", {"upload": theirs, "year": 2024}), 404, "app.report.no_run")


def test_evaluations_that_are_refused_at_once(world):
    me = Example.jixiao
    refused(me.post(YEAR + "/evaluations", {"rule_set": "/etc/passwd"}), 422, "request.fields_wrong")
    refused(me.post(YEAR + "/evaluations", {"corrects": Example.runs[0]}), 422, "indicators.run.why_missing")
    refused(me.post(YEAR + "/evaluations", {"corrects": "none", "why": "示例"}), 404, "indicators.run.unknown")
    refused(me.post(BASE + "/indicators/years/2031/evaluations", {}), 404, "indicators.targets.none")
    refused(Example.lingdao.post(YEAR + "/evaluations", {}), 403, "request.not_permitted")
    equal(len(me.get(YEAR + "/runs").json["items"]), 1)


def test_a_document_revises_what_was_promised(world):
    me = Example.jixiao
    line = {"kind": "change", "code": "Z14", "part": "目标值", "before": "有效保障", "after": "≤5次", "reason": "改为定量考核"}
    document = {"document": "示例机管〔2024〕30号", "date": "2024-10-08", "changes": [line]}
    wrong = me.post(YEAR + "/revisions", {**document, "changes": [{**line, "before": "保障"}]})
    refused(wrong, 422, "request.fields_wrong")
    equal(wrong.errors, {"/changes/0/before": "indicators.revision.before_differs"})
    equal(me.post(YEAR + "/revisions", {**document, "changes": []}).errors, {"/changes": "indicators.revision.empty"})
    refused(me.post(YEAR + "/revisions", document, {"Idempotency-Key": None}), 400, "request.idempotency_key_missing")
    refused(Example.fuhe.post(YEAR + "/revisions", document), 403, "request.not_permitted")
    key = {"Idempotency-Key": str(uuid.uuid4())}
    first, again = (me.post(YEAR + "/revisions", document, key) for _ in range(2))
    equal((first.status, again.status, again.json), (201, 201, first.json), first)
    refused(me.post(YEAR + "/revisions", document), 409, "indicators.revision.document_taken")
    targets = me.get(YEAR + "/targets", on="2024-12-31").json
    row = {row["code"]: row for row in targets["indicators"]}["Z14"]
    equal((row["printed_target"], row["understood"]["comparison"], len(targets["revisions"])), ("≤5次", "at_most", 2))
    refused(me.post(BASE + "/indicators/years/2031/revisions", document), 404, "indicators.targets.none")


def test_entries_and_notes_are_changed_on_what_was_seen(world):
    me, path = Example.jixiao, YEAR + "/entries/Z14"
    before = me.get(path)
    refused(me.put(path, {"actual": "3次"}), 428, "request.if_match_missing")
    equal(changed(me, path, lambda seen: {**seen, "actual": "-3次", "band": "", "published": ""}).json["actual"], "-3次")
    refused(me.put(path, {"actual": "4次"}, etag=before.etag), 412, "request.changed_meanwhile")
    equal(changed(me, path, lambda seen: {**seen, "published": "满分"}).errors, {"/published": "indicators.import.published_malformed"})
    equal(changed(me, path, lambda seen: {**seen, "code": "Z13"}).errors, {"/code": "indicators.entry.code_differs"})
    refused(me.get(YEAR + "/entries/Z99"), 404, "indicators.indicator.unknown")
    refused(changed(Example.fuhe, path, lambda seen: seen), 403, "request.not_permitted")
    equal({entry["code"]: entry["actual"] for entry in me.get(YEAR + "/entries").json["items"]}["Z14"], "-3次")
    note = YEAR + "/notes/Z14/cause"
    equal(me.get(note).json["text"], "")
    equal(changed(me, note, lambda seen: {"text": "示例原因"}).json["text"], "示例原因")
    equal(len(me.get(YEAR + "/notes").json["items"]), 4)
    refused(me.get(YEAR + "/notes/Z14/gossip"), 404, "indicators.note.kind_unknown")
    refused(changed(me, note, lambda seen: {"text": "x" * 2_001}), 422, "request.fields_wrong")


def report_keeps_it_from_being_signed(me, leader, run):
    """A sentence by hand that contradicts itself: named, found by the report check, waived by somebody else."""
    section = YEAR.replace("indicators", "reports") + "/sections/conclusion"
    changed(me, section, lambda seen: {"text": "明年预算3720万元，计划执行3400万元，预算执行率98.5%。"})
    answer = refused(leader.post(f"{RUNS}/{run}/signature"), 409, "app.report.open_errors")
    assert "L02" in answer.json["detail"], answer
    report = leader.post(f"{BASE}/check/runs/{run}/report")
    equal((report.status, report.json["run"], report.json["open_errors"]), (201, run, 1), report)
    error = next(one for one in report.json["findings"] if one["severity"] == "error")
    body = {"finding": error["finding"], "reason": "示例：计划数按另一口径"}
    equal(me.post(f"{BASE}/check/reports/{report.json['report']}/waivers", body).json["open_errors"], 0)
    # Another word makes another report: what was waived of the one is open in the other.
    changed(me, section, lambda seen: {"text": "明年度预算3720万元，计划执行3400万元，预算执行率98.5%。"})
    refused(leader.post(f"{RUNS}/{run}/signature"), 409, "app.report.open_errors")
    changed(me, section, lambda seen: {"text": "明年预算3720万元，计划执行3400万元，预算执行率98.5%。"})


def test_an_error_keeps_a_run_from_being_signed_until_it_is_waived(world):
    me, leader = Example.jixiao, Example.lingdao
    second = evaluated(corrects=Example.runs[0], why="指标调整后重新评价")["run"]
    run = me.get(f"{RUNS}/{second}").json
    error = [finding for finding in run["findings"] if finding["severity"] == "error"]
    equal(([finding["rule"] for finding in error], run["open_errors"], run["corrects"]), (["actual_negative"], 1, Example.runs[0]))
    refused(me.post(f"{RUNS}/{second}/signature"), 403, "request.not_permitted")
    refused(leader.post(f"{RUNS}/{second}/signature"), 409, "indicators.run.open_errors")
    refused(leader.post(f"{RUNS}/{Example.runs[0]}/signature"), 409, "indicators.run.corrected")
    refused(leader.post(f"{RUNS}/none/signature"), 404, "indicators.run.unknown")
    waivers = f"{RUNS}/{second}/waivers"
    body = {"finding": error[0]["finding"], "reason": "示例：系统外核定，见会议纪要"}
    refused(leader.post(waivers, body), 403, "request.not_permitted")
    refused(me.post(waivers, {**body, "reason": " "}), 422, "indicators.waiver.reason_missing")
    refused(me.post(waivers, {**body, "finding": 999}), 404, "indicators.finding.unknown")
    waived = me.post(waivers, body)
    equal((waived.status, waived.json["open_errors"]), (201, 0), waived)
    refused(me.post(waivers, body), 409, "indicators.finding.waived_already")
    report_keeps_it_from_being_signed(me, leader, second)
    key = {"Idempotency-Key": str(uuid.uuid4())}
    signed = [leader.post(f"{RUNS}/{second}/signature", headers=key) for _ in range(2)]
    equal([(answer.status, answer.json["signature"]["account"]) for answer in signed], [(201, "lingdao")] * 2)
    equal(signed[1].headers.get("idempotent-replayed"), "true")
    equal(signed[0].json["signature"]["digest"], run["digest"])
    refused(leader.post(f"{RUNS}/{second}/signature"), 409, "indicators.run.signed")
    refused(me.post(waivers, body), 409, "indicators.run.signed")


def test_two_runs_are_compared(world):
    first, second = Example.runs
    compared = Example.fuhe.get(f"{RUNS}/{second}/comparison", **{"with": first}).json
    rows = {row["code"]: row for row in compared["rows"]}
    equal((rows["Z14"]["change"], rows["Z03"]["change"], rows["Z03"]["records_differ"]), ("changed", "same", False))
    equal(rows["Z14"]["parts"], ["target", "actual", "score", "band", "note", "version"])
    equal(compared["total"], {"before": "98.28", "after": None, "difference": None})
    refused(Example.fuhe.get(f"{RUNS}/{second}/comparison"), 400, "request.query_wrong")
    refused(Example.fuhe.get(f"{RUNS}/{second}/comparison", **{"with": "none"}), 404, "indicators.run.unknown")


def test_sections_are_written_on_what_was_seen(world):
    path = REPORT + "/sections/next_year"
    equal(len(Example.fuhe.get(REPORT + "/sections").json["items"]), 10)
    refused(Example.jixiao.put(path, {"text": "示例"}), 428, "request.if_match_missing")
    written = changed(Example.jixiao, path, lambda seen: {"text": "明年继续做好{会议次数}。\n示例第二段。"})
    equal((written.json["version"], written.json["account"]), (1, "jixiao"), written)
    equal(changed(Example.jixiao, path, lambda seen: {"text": "按{Z03}安排明年的会议。"}).json["version"], 2)
    refused(Example.fuhe.get(REPORT + "/sections/nothing"), 404, "reports.section.unknown")
    refused(changed(Example.fuhe, path, lambda seen: {"text": "x"}), 403, "request.not_permitted")
    refused(Example.fuhe.get(BASE + "/reports/years/x/sections"), 404, "reports.year.unknown")


def test_the_report_is_previewed_figure_by_figure_and_rendered(world):
    preview = Example.fuhe.get(REPORT + "/preview", date="2025-01-20").json
    equal((preview["run"], preview["signed_by"]), (Example.runs[1], "lingdao"))
    runs = [run for block in preview["blocks"] if block["type"] == "paragraph" for run in block["runs"]]
    headings = {block["section"]: block["text"] for block in preview["blocks"] if block["type"] == "heading"}
    equal((headings["conclusion"], headings["next_year"], None in headings), ("自评结论", "下一步工作", True))
    equal({finding["severity"]: finding["severity_text"] for finding in preview["findings"]}.get("note"), "提示")
    assert any(finding["code"] for finding in preview["findings"]), preview["findings"]
    figure = next(run for run in runs if run["fact"] == "Z03")
    equal(figure["text"], "1930次")
    records = Example.fuhe.get(preview["facts"]["Z03"]["records"], limit=1)
    equal(records.json["total"], 1930)
    equal(preview["facts"]["score.execution"]["rows"][0][0], "预算执行率")
    assert any("签署" in run["text"] for run in runs), "the signature is not in the report"
    refused(Example.fuhe.get(REPORT + "/files/report.docx"), 404, "app.report.not_rendered")
    refused(Example.lingdao.post(REPORT + "/renderings", {}), 403, "jobs.start.forbidden")
    job = done(Example.jixiao, REPORT + "/renderings", {"date": "2025-01-20"})
    equal((job["result"]["signed"], {file["name"] for file in job["files"]}),
          (True, {"report.docx", "report.pdf", "report.xlsx", "report.zip", "score.json"}))
    for name, start in (("report.docx", b"PK"), ("report.pdf", b"%PDF-"), ("report.xlsx", b"PK"), ("report.zip", b"PK"), ("score.json", b"{")):
        file = Example.fuhe.get(f"{REPORT}/files/{name}")
        equal((file.status, file.bytes[:len(start)]), (200, start))
        assert file.headers["content-disposition"].startswith("attachment"), file.headers
        equal(file.bytes, Example.jixiao.get(f"{BASE}/jobs/{job['job']}/files/{name}").bytes)
    with zipfile.ZipFile(io.BytesIO(Example.fuhe.get(REPORT + "/files/report.zip").bytes)) as package:
        assert {"index.html", "manifest.sm3", "facts/Z03.html"} <= set(package.namelist()), package.namelist()[:9]
    refused(Example.fuhe.get(REPORT + "/files/..%2Fmingji.sqlite"), 404, "app.report.not_rendered")


PDF = b"%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(32)


def add_evidence(me, code, name, content, headers=None):
    return me.post(f"{YEAR}/evidence/{code}", content, {"Content-Type": "application/octet-stream", **(headers or {})}, name=name)


def test_evidence_is_kept_by_its_content_and_never_a_page_of_ours(world):
    me = Example.jixiao
    kept = add_evidence(me, "Z11", "招标情况（示例）.pdf", PDF)
    equal((kept.status, kept.json["type"], kept.json["preview"], kept.json["facts"]), (201, "pdf", True, ["Z11"]), kept)
    same = add_evidence(me, "Z12", "另一个名字.pdf", PDF).json
    equal((same["digest"], same["indicators"]), (kept.json["digest"], ["Z11", "Z12"]))
    html = add_evidence(me, "Z13", "照片.png", b"<html><script>alert(1)</script></html>").json
    equal((html["type"], html["preview"]), ("csv", False))  # a text, whatever it is called
    path = f"{BASE}/indicators/evidence/{kept.json['digest']}"
    saved = Example.fuhe.get(path, name="另一个名字.pdf")
    equal(saved.bytes, PDF)
    assert saved.headers["content-disposition"].endswith("filename*=UTF-8''" + quote("另一个名字.pdf")), saved.headers
    equal(saved.headers["content-disposition"].split(";")[0], "attachment")
    equal(saved.headers["x-content-type-options"], "nosniff")
    shown = Example.fuhe.get(path, preview="true")
    equal((shown.headers["content-type"], shown.headers["content-disposition"].split(";")[0]), ("application/pdf", "inline"))
    assert "sandbox" in shown.headers["content-security-policy"], shown.headers
    refused(Example.fuhe.get(f"{BASE}/indicators/evidence/{html['digest']}", preview="true"), 422, "indicators.evidence.no_preview")
    equal(Example.fuhe.get(f"{BASE}/indicators/evidence/{html['digest']}").headers["content-disposition"].split(";")[0], "attachment")
    equal(len(Example.fuhe.get(YEAR + "/evidence").json["items"]), 3)
    equal([item["name"] for item in Example.fuhe.get(YEAR + "/evidence/Z11").json["items"]], ["招标情况（示例）.pdf"])
    equal(Example.fuhe.get(YEAR + "/evidence-verification").json, {"files": 3, "damaged": []})


def test_evidence_that_is_refused_or_damaged(world):
    me = Example.jixiao
    refused(add_evidence(me, "Z99", "a.pdf", PDF), 404, "indicators.indicator.unknown")
    refused(add_evidence(me, "Z11", "../a.pdf", PDF), 422, "jobs.upload.name_not_allowed")
    refused(add_evidence(me, "Z11", "a.exe", b"MZ\x00\x01"), 415, "jobs.upload.type_refused")
    refused(add_evidence(me, "Z11", "a.pdf", b""), 422, "indicators.evidence.empty")
    refused(add_evidence(me, "Z11", "a.pdf", b"x" * (50 * 1024 * 1024 + 1)), 413, "request.body_too_large")
    refused(add_evidence(Example.fuhe, "Z11", "a.pdf", PDF), 403, "request.not_permitted")
    refused(me.get(f"{BASE}/indicators/evidence/" + "0" * 64), 404, "indicators.evidence.unknown")
    digest = add_evidence(me, "Z11", "图.png", PNG).json["digest"]
    file = Example.server.data / "evidence" / digest[:2] / digest
    file.chmod(0o600)
    file.write_bytes(b"swapped")
    refused(me.get(f"{BASE}/indicators/evidence/{digest}"), 409, "indicators.evidence.damaged")
    damaged = me.get(YEAR + "/evidence-verification").json["damaged"]
    equal([(one["name"], one["missing"]) for one in damaged], [("图.png", False)])
    equal(add_evidence(me, "Z11", "图.png", PNG).status, 201)  # the whole file takes the damaged one's place
    equal(me.get(YEAR + "/evidence-verification").json["damaged"], [])


def test_the_desk_shows_forecast_lights_and_what_is_missing(world):
    desk = Example.jixiao.get(YEAR + "/desk", on="2024-06-30").json
    equal((desk["forecast"]["execution"]["rate"], desk["forecast"]["execution"]["light"]), ("35.84", "yellow"))
    kinds = {missing["kind"] for missing in desk["missing"]}
    assert {"entry_missing", "month_not_paid", "execution_behind"} <= kinds, kinds
    equal(desk["counts"]["all"], len(desk["missing"]))
    assert all(missing["message"] and not missing["message"].startswith("indicators.") for missing in desk["missing"])
    assert any("预算法" in (missing["basis"] or "") for missing in desk["missing"]), desk["missing"]
    equal((desk["newest_run"]["run"], desk["newest_run"]["signed"]), (Example.runs[1], True))
    equal((desk["back_test"]["year"], len(desk["back_test"]["days"])), (2024, 11))
    row = {row["code"]: row for row in desk["forecast"]["rows"]}["Z03"]
    equal((row["value"], row["light"], row["need"]["kind"], row["need"]["amount"]), ("939", "green", "amount", "991"))
    # Whoever may not see the budget sees nothing of it here.
    other = Example.keshi.get(YEAR + "/desk", on="2024-06-30").json
    equal((other["forecast"]["budget"], other["forecast"]["total"]["expected"]), (None, None))
    equal(other["forecast"]["execution"]["need"]["kind"], "no_budget")
    # A year that nobody has begun: what is missing is told, and to whom it is.
    empty = Example.jixiao.get(BASE + "/indicators/years/2031/desk")
    equal((empty.status, empty.json["forecast"]["rows"], [missing["kind"] for missing in empty.json["missing"]]),
          (200, [], ["targets_missing", "budget_missing"]), empty)
    equal([missing["kind"] for missing in Example.keshi.get(BASE + "/indicators/years/2031/desk").json["missing"]], ["targets_missing"])


def test_the_forecast_is_the_commands_and_other_figures_move_it(world):
    forecast = Example.jixiao.get(YEAR + "/forecast", on="2024-06-30", back_test="true").json
    equal((forecast["on"], len(forecast["rows"]), len(forecast["back_test"]["days"])), ("2024-06-30", 18, 11))
    equal(forecast["budget"]["expected"], "30395389.79")
    refused(Example.jixiao.get(BASE + "/indicators/years/2031/forecast"), 404, "indicators.targets.none")
    body = {"on": "2024-06-30", "figures": [{"code": "Z03", "value": "965"}], "executed": "34704900.00"}
    moved = Example.jixiao.post(YEAR + "/what-if", body).json
    equal(moved["execution"]["after"], "20.00")
    equal([(row["code"], row["after"]) for row in moved["rows"]], [("Z03", "2.50")])
    equal(Example.jixiao.get(YEAR + "/forecast", on="2024-06-30").json["total"], forecast["total"])  # nothing was stored
    wrong = Example.jixiao.post(YEAR + "/what-if", {"figures": [{"code": "Z03", "value": "许多"}]})
    equal(wrong.errors, {"/figures/0/value": "indicators.forecast.value_unreadable"})
    equal(Example.jixiao.post(YEAR + "/what-if", {"figures": [{"code": "Z99", "value": "1"}]}).errors, {"/figures/0/code": "indicators.indicator.unknown"})
    equal(Example.jixiao.post(YEAR + "/what-if", {"executed": "-1.00"}).errors, {"/executed": "app.forecast.amount_negative"})
    refused(Example.jixiao.post(YEAR + "/what-if", {"rule_set": "../x"}), 422, "request.fields_wrong")


def test_a_grid_is_stored_before_the_first_run(world):
    me, path = Example.jixiao, BASE + "/indicators/years/2025/targets"
    empty = me.get(path)
    equal((empty.status, empty.json["first"]), (200, []))
    row = {"code": "C1", "level1": "产出指标", "name": "会议次数", "sign": "≥", "target": "1800", "unit": "次", "weight": "80",
           "measure": {"source": "会务:会议", "method": "计数", "filter": "状态=已召开"}}
    table = {"goals": [{"number": "1", "text": "会议保障", "share": "100%"}], "indicators": [row], "supports": []}
    refused(me.put(path, table), 428, "request.if_match_missing")
    wrong = {**table, "goals": [{"number": "1", "text": "", "share": "120%"}],
             "indicators": [{**row, "weight": "八十", "goal": "9"}, {**row, "measure": {"source": "会议", "method": "计数"}}]}
    refused(me.put(path, wrong, etag=empty.etag), 422, "request.fields_wrong")
    equal(me.put(path, wrong, etag=empty.etag).errors, {"/goals/0/share": "indicators.import.goal_share_malformed"})
    wrong["goals"][0]["share"] = None
    equal(me.put(path, wrong, etag=empty.etag).errors,
          {"/goals/0/text": "indicators.import.cell_missing", "/indicators/0/goal": "indicators.import.goal_unknown",
           "/indicators/0/weight": "indicators.weight.malformed", "/indicators/1/code": "indicators.targets.code_twice",
           "/indicators/1/measure/source": "indicators.measure.source_malformed"})
    equal(me.get(path).etag, empty.etag)
    refused(me.put(path, {**table, "rows": []}, etag=empty.etag), 400, "request.fields_wrong")
    stored = me.put(path, table, etag=empty.etag)
    equal((stored.status, stored.json["first"][0]["weight"], stored.json["goals"][0]["share"]), (200, "80", "100"), stored)
    refused(me.put(path, table, etag=empty.etag), 412, "request.changed_meanwhile")
    # What was given is what may be sent back.
    again = changed(me, path, lambda seen: {"goals": seen["goals"], "indicators": seen["first"], "supports": seen["supports"]})
    equal(again.status, 200, again)
    refused(changed(me, YEAR + "/targets", lambda seen: {"goals": seen["goals"], "supports": seen["supports"],
                                                         "indicators": [{**seen["first"][0], "weight": "9"}, *seen["first"][1:]]}), 409,
            "indicators.targets.fixed_by_run")
    refused(changed(Example.fuhe, path, lambda seen: table), 403, "request.not_permitted")


def test_what_changes_behind_a_run_is_seen_and_stops_its_report(world):
    me = Example.jixiao
    late = "支付日期,凭证号,项目编码,收款方,金额（元）\n2024-12-31,晚到-1,X03,示例公司,0.01\n".encode()
    done(me, BASE + "/budget/years/2024/imports", {"kind": "payments", "upload": me.uploaded("晚到.csv", late)})
    check = me.get(f"{RUNS}/{Example.runs[1]}/verification").json
    assert not check["clean"] and any(change["appeared_count"] == 1 for change in check["changes"]), check
    alone = [me.get(f"{RUNS}/{Example.runs[1]}/facts/{code}/verification").json for code in ("budget.whole.executed", "Z03")]
    equal(([change["code"] for change in alone[0]["changes"]], alone[1]["clean"]), (["budget.whole.executed"], True))
    refused(me.get(REPORT + "/preview"), 409, "app.report.records_changed")
    refused(me.post(REPORT + "/renderings", {}), 409, "app.report.records_changed")
    third = evaluated(corrects=Example.runs[1], why="补录支付")["run"]
    equal(me.get(f"{RUNS}/{third}/verification").json["clean"], True)
    equal(me.get(f"{RUNS}/{Example.runs[1]}").json["corrected_by"], third)
    equal(me.get(REPORT + "/preview").json["signed_by"], None)


def test_every_answer_was_one_of_the_contract(world):
    Example.stop()
    equal(sorted(set(COMPLAINTS)), [])
    mine = [line for line in CONTRACT.unseen() if CONTRACT_TAGS.get(line.split(":")[0]) in ("indicators", "reports")]
    equal(mine, [], "never seen")


CONTRACT_TAGS = {operation["operationId"]: operation.get("tags", [""])[0] for _, operation in CONTRACT.operations.values()}
