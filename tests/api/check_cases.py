# SPDX-License-Identifier: Apache-2.0
"""报告体检: a report is read as a job, its findings are kept, waived and exported."""
import csv
import io
import json
import zipfile

from client import BASE
from suite import equal, refused

REPORTS = BASE + "/check/reports"
REPORT = """2024年度部门整体支出绩效自评报告

一、预算执行情况

年初预算3000万元，追加预算720万元，全年预算数3720万元，执行数3400万元，预算执行率98.5%。

二、存在的问题

会议管理的的记录不够完整，下一步加强台账管理。
"""


def checked(client, name, content):
    answer = client.post(REPORTS, {"upload": client.uploaded(name, content)})
    equal(answer.status, 202, answer)
    return client.wait(answer.json["job"])


def checked_report(client, name="自评.txt", content=REPORT.encode()):
    job = checked(client, name, content)
    equal(job["state"], "done", job)
    return client.get(f"{REPORTS}/{job['result']['report']}").json


def the_error(report):
    return next(one for one in report["findings"] if one["severity"] == "error")


def test_a_report_is_read_as_a_job_and_kept(world):
    report = checked_report(world.officer)
    equal((report["name"], report["account"], report["run"]), ("自评.txt", "jixiao", None))
    error = the_error(report)
    equal((error["rule"], error["waiver"]), ("L02", None))
    place = error["places"][0]
    text = report["blocks"][place["block"]]["text"]
    equal(text[place["at"]:place["at"] + place["size"]], place["quote"])
    claim = next(one for one in report["claims"] if one["value"] == "3720")
    text = report["blocks"][claim["block"]]["text"]
    equal((text[claim["at"]:claim["at"] + claim["size"]], claim["measure"], claim["unit"]), ("3720万元", "money", "万元"))
    items = world.officer.get(REPORTS).json["items"]
    equal(items[0]["report"], report["report"])
    equal((items[0]["errors"], items[0]["open_errors"]), (1, 1))
    # The leader sees it, whoever is of another trade does not.
    equal(world.leader.get(f"{REPORTS}/{report['report']}").status, 200)
    refused(world.clerk.get(REPORTS), 403, "request.not_permitted")


def test_formats_are_read_by_their_names(world):
    equal(checked_report(world.officer, "自评.md")["errors"], 1)
    equal(checked_report(world.officer, "没有扩展名")["errors"], 1)
    page = "<html><body><p>年初预算100万元，执行数50万元，预算执行率80%。</p></body></html>".encode()
    report = checked_report(world.officer, "自评.html", page)
    equal(report["errors"], 1, report)
    # What is no report is refused with words, and nothing is kept.
    before = len(world.officer.get(REPORTS).json["items"])
    equal(checked(world.officer, "空.txt", b" \n")["problem"]["code"], "check.file.no_text")
    equal(checked(world.officer, "长.txt", "无。\n".encode() * 300_001)["problem"]["code"], "check.file.too_many_lines")
    picture = world.officer.uploaded("图.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 32)
    refused(world.officer.post(REPORTS, {"upload": picture}), 422, "check.file.unknown_kind")
    refused(world.officer.post(REPORTS, {"upload": "none"}), 422, "jobs.upload.unknown")
    equal(len(world.officer.get(REPORTS).json["items"]), before)


def test_that_a_rule_was_stopped_is_said_with_the_report(world):
    equal(checked_report(world.officer, "自评.md")["remarks"], [])
    report = checked_report(world.officer, "多.txt", "满意度度高。\n".encode() * 1001)
    equal(len(report["remarks"]), 1)
    kept = json.loads(world.officer.get(f"{REPORTS}/{report['report']}/export", format="json").bytes)
    equal(kept["notes"], report["remarks"])


def test_a_waiver_belongs_to_the_file_and_is_withdrawn_by_another_record(world):
    report = checked_report(world.officer, "豁免.txt", REPORT.replace("3720万", "3730万").encode())
    path = f"{REPORTS}/{report['report']}"
    finding = the_error(report)["finding"]
    open_errors = report["open_errors"]
    refused(world.officer.post(path + "/withdrawals", {"finding": finding, "reason": "x"}), 409, "check.finding.not_waived")
    refused(world.officer.post(path + "/waivers", {"finding": finding, "reason": " "}), 422, "check.waiver.reason_missing")
    refused(world.officer.post(path + "/waivers", {"finding": "none", "reason": "x"}), 404, "check.finding.unknown")
    refused(world.leader.post(path + "/waivers", {"finding": finding, "reason": "x"}), 403, "request.not_permitted")
    answer = world.officer.post(path + "/waivers", {"finding": finding, "reason": "口径不同，示例"})
    equal(answer.status, 201, answer)
    equal(the_error(answer.json)["waiver"]["reason"], "口径不同，示例")
    equal(answer.json["open_errors"], open_errors - 1)
    refused(world.officer.post(path + "/waivers", {"finding": finding, "reason": "x"}), 409, "check.finding.waived_already")
    # The same file again, under another name, has it; another file has not.
    again = checked_report(world.officer, "同一份.txt", REPORT.replace("3720万", "3730万").encode())
    equal(the_error(again)["waiver"]["account"], "jixiao")
    equal(the_error(checked_report(world.officer))["waiver"], None)
    answer = world.officer.post(path + "/withdrawals", {"finding": finding, "reason": "写错了"})
    equal((answer.status, the_error(answer.json)["waiver"]), (201, None))


def docx_with_a_picture():
    """A .docx of one paragraph, and a part that no reader of texts looks at."""
    word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    text = "预算总额3720万元，执行3400万元，预算执行率95%。"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as document:
        document.writestr("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>')
        document.writestr("_rels/.rels", '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>')
        document.writestr("word/document.xml", f"<w:document {word}><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>")
        document.writestr("word/media/image1.png", b"x" * 500)
    return file.getvalue()


def test_the_comments_go_into_the_docx_that_was_sent(world):
    report = checked_report(world.officer, "带图.docx", docx_with_a_picture())
    path = f"{REPORTS}/{report['report']}"
    with zipfile.ZipFile(io.BytesIO(world.officer.get(path + "/export", format="docx").bytes)) as document:
        equal(document.read("word/media/image1.png"), b"x" * 500)
        assert the_error(report)["message"] in document.read("word/comments.xml").decode()
        assert "<w:commentReference " in document.read("word/document.xml").decode()


def test_findings_are_taken_away_in_every_format(world):
    report = checked_report(world.officer, "导出.txt", REPORT.replace("3720万", "3740万").encode())
    path = f"{REPORTS}/{report['report']}"
    finding = the_error(report)
    world.officer.post(path + "/waivers", {"finding": finding["finding"], "reason": "示例理由"})
    page = world.officer.get(path + "/export", format="html")
    assert "示例理由" in page.bytes.decode() and "attachment" in page.headers["content-disposition"], page
    waived = [one for one in json.loads(world.officer.get(path + "/export", format="json").bytes)["findings"] if "waiver" in one]
    equal([one["rule"] for one in waived], [finding["rule"]])
    results = json.loads(world.officer.get(path + "/export", format="sarif").bytes)["runs"][0]["results"]
    equal([one["suppressions"][0]["justification"] for one in results if "suppressions" in one], ["示例理由"])
    rows = list(csv.reader(io.StringIO(world.officer.get(path + "/export", format="csv").bytes.decode("utf-8-sig"))))
    equal(len(rows), 1 + len(report["findings"]))
    assert world.officer.get(path + "/export").bytes.startswith(b"PK")
    with zipfile.ZipFile(io.BytesIO(world.officer.get(path + "/export", format="docx").bytes)) as document:
        comments = document.read("word/comments.xml").decode()
        anchored = document.read("word/document.xml").decode().count("<w:commentReference ")
    equal(anchored, sum(max(len(one["places"]), 1) for one in report["findings"]))
    assert finding["message"] in comments and "示例理由" in comments, comments
    refused(world.officer.get(path + "/export", format="odt"), 400, "request.query_wrong")
