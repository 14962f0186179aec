#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A unit's own year with the manual page docs/manual/first-use.md and nothing else, mistakes included: the templates that
the program writes are filled in, imported, evaluated and reported, and the score is the one counted by hand in
own_year_records.py. Usage: own_year.py PROGRAM; TEST_POSTGRES names a server (required in CI)."""
import os
import re
import sys
import tempfile
import zipfile
from datetime import date
from pathlib import Path

sys.dont_write_bytecode = True
import own_year_records as own  # noqa: E402
from filled_workbook import by_hand, choices, correct, fill  # noqa: E402
from office import Office, check, close, fact, files_of, fresh_schema  # noqa: E402

YEAR = ("--year", own.YEAR)
HELD = "已召开"
PAGE = (Path(__file__).resolve().parents[2] / "docs/manual/first-use.md").read_text(encoding="utf-8")
GROUPS = {"import", "budget", "ledgers", "indicators", "reports"}
USED = set()


class OwnOffice(Office):
    def run(self, *words, code=0):
        USED.add(" ".join(words[:2] if words[0] in GROUPS else words[:1]))
        return super().run(*words, code=code)

    def file(self, name):
        return self.folder / name

    def template(self, kind, name, *words):
        self.run("template", kind, *words, "--output", self.file(name))
        return self.file(name)

    def load(self, kind, file, *words, code=0, **counts):
        """Imports and compares the counts that are named."""
        said = self.ask("import", kind, file, *YEAR, *words, code=code)
        compare(f"{kind} {file.name}", said["counts"], counts)
        return said

    def ledger(self, name, file, *words, code=0, **counts):
        said = self.ask("import", "ledger", name, file, *words, code=code)
        compare(f"{name} {file.name}", said["counts"], counts)
        return said

    def line(self, code):
        return self.lines().get(code, {"paid": "", "adjusted": ""})

    def lines(self):
        return {line["code"]: line for line in self.ask("budget", "show", *YEAR)["lines"]}


def compare(name, seen, wanted):
    different = {key: (seen[key], value) for key, value in wanted.items() if seen[key] != value}
    check(f"counts of {name}", not different, str(different))


def mistakes(said):
    return sorted((mistake["place"].split()[-1], mistake["code"]) for mistake in said["mistakes"])


def budget(office):
    template = office.template("budget", "预算.xlsx", *YEAR)
    check("notes and drop-downs in the budget template", choices(template)[2][0] >= 1 and choices(template)[3][1] >= 3)
    office.run("template", "budget", "--output", template, code=4)  # what was typed is not written over
    untouched = office.load("budget", template, added=0)
    check("the example rows are named", len(untouched["examples"]) == 3)

    start = {"预算项目": own.LINES, "预算文件": own.START, "合同": own.CONTRACTS}
    wrong = {**start, "预算文件": own.with_changes(own.START, "项目编码", {"G01": {"金额（元）": "十八万"}})}
    failed = office.file("预算-待改.xlsx")
    said = office.load("budget", fill(template, office.file("预算-错.xlsx"), wrong), "--failed", failed, code=1)
    check("the wrong cell", mistakes(said) == [("预算文件!E5", "budget.import.not_an_amount")], str(said["mistakes"]))
    office.ask("budget", "show", *YEAR, code=2)  # nothing was stored
    corrected = correct(failed, office.file("预算-改.xlsx"), [("项目编码", "G01", {"金额（元）": 180000})])
    office.load("budget", corrected, added=8)  # 5 lines, 1 document, 2 contracts
    office.load("budget", fill(template, office.file("预算-全.xlsx"), start), added=0, unchanged=8)
    office.load("budget", office.file("预算-全.xlsx"), code=0, added=0)
    office.run("import", "budget", office.file("预算-全.xlsx"), "--year", "2024", code=1)  # the wrong year
    return template, start


def supplement(office):
    """In 万元, which the file of refused rows must not forget."""
    hurried = [[("六月" if cell == date(2025, 6, 20) else cell) for cell in row] for row in own.SUPPLEMENT]
    failed = office.file("追加-待改.xlsx")
    office.load("budget", by_hand(office.file("追加-错.xlsx"), "预算文件", hurried), "--failed", failed, code=1, totals=1)
    day = {"日期": "2025-06-20"}
    office.load("budget", correct(failed, office.file("追加-改.xlsx"), [("项目编码", "P01", day), ("项目编码", "P02", day)]),
                added=1)
    office.load("budget", by_hand(office.file("追加.xlsx"), "预算文件", own.SUPPLEMENT), added=0, unchanged=1, totals=1)


def payments(office, budget_template, start):
    template = office.template("payments", "支付.xlsx", *YEAR)
    with zipfile.ZipFile(template) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
    check("the payments template offers the year's lines", "R01,G01,P01,P02,P03" in sheet and "HT25-01,HT25-02" in sheet)
    paid = fill(template, office.file("支付-1.xlsx"), {"支付明细": own.PAYMENTS})
    office.run("import", "payments", paid, "--year", "2024", code=2)
    office.load("payments", paid, "--dry-run", added=34)
    check("a dry run stores nothing", office.line("R01")["paid"] == "0.00")
    office.load("payments", paid, added=34)
    office.load("payments", paid, added=0, unchanged=34)
    check("the same file twice changes nothing", office.line("P01")["paid"] == "808000.00")

    beyond = fill(template, office.file("支付-2.xlsx"), {"支付明细": own.PAYMENTS + own.BEYOND})
    said = office.load("payments", beyond, code=1)
    check("both payments beyond the budget are refused",
          [code for _, code in mistakes(said)] == ["budget.payment.exceeds_available"] * 2, str(said["mistakes"]))
    check("nothing of them is stored", office.line("P01")["paid"] == "808000.00" and office.line("P03")["paid"] == "0.00")
    supplement(office)
    check("amounts in 万元 above the table", office.line("P01")["adjusted"] == "1020000.00", office.line("P01")["adjusted"])
    changed = {**start, "预算文件": own.START + own.TRANSFER}
    office.load("budget", fill(budget_template, office.file("预算-2.xlsx"), changed), added=1, unchanged=8)
    office.load("payments", beyond, added=2, unchanged=34)

    direct = own.with_changes(own.PAYMENTS, "凭证号", {"物-03": {"金额（元）": 80000}})
    said = office.load("payments", fill(template, office.file("支付-直接改.xlsx"), {"支付明细": direct}), code=1)
    check("what is entered is not changed", [code for _, code in mistakes(said)] == ["budget.import.voucher_differs"])
    half = own.with_changes(own.CORRECTION, "凭证号", {"物-03冲": {"金额（元）": -8000}})
    said = office.load("payments", fill(template, office.file("支付-冲半.xlsx"), {"支付明细": half}), code=1)
    check("a red-letter entry is whole", [code for _, code in mistakes(said)] == ["budget.reversal.amount_differs"])
    office.load("payments", fill(template, office.file("支付-冲.xlsx"), {"支付明细": own.CORRECTION}), added=2)
    office.load("payments", paid, added=0, unchanged=34)
    without_column = by_hand(office.file("缺列.xlsx"), "支付", [["支付日期", "凭证号", "收款方", "金额（元）"],
                                                          [date(2025, 7, 1), "缺-1", "某某公司", 1]])
    said = office.load("payments", without_column, code=1)
    check("a missing column", [code for _, code in mistakes(said)] == ["budget.import.columns_missing"])
    paid_by_line = {code: line["paid"] for code, line in office.lines().items() if code}
    check("paid after the correction", paid_by_line == own.PAID, str(paid_by_line))


def meetings(office):
    template = office.template("ledger", "会议台账.xlsx", "会议台账")
    wrong = own.with_changes(own.MEETINGS, "会议编号",
                             {name: {title: value} for name, (title, value) in own.WRONG_MEETING_CELLS.items()})
    failed = office.file("会议-待改.xlsx")
    said = office.ledger("会议台账", fill(template, office.file("会议-错.xlsx"), {"会议台账": wrong}), "--failed", failed, code=1)
    check("every wrong cell is named", mistakes(said) == [
        ("会议台账!B6", "ledgers.cell.not_a_date"), ("会议台账!D8", "ledgers.cell.not_a_choice"),
        ("会议台账!H13", "ledgers.cell.required")], str(said["mistakes"]))
    right = {record["会议编号"]: record for record in own.MEETINGS}
    corrected = correct(failed, office.file("会议-改.xlsx"),
                        [("会议编号", name, {title: str(right[name][title])})
                         for name, (title, _) in own.WRONG_MEETING_CELLS.items()])
    office.ledger("会议台账", corrected, records=24, added=24)
    whole = fill(template, office.file("会议-全.xlsx"), {"会议台账": own.MEETINGS})
    office.ledger("会议台账", whole, added=0, changed=0, unchanged=24)
    office.ledger("会议台账", whole, added=0, changed=0, unchanged=24)

    later = own.with_changes(own.MEETINGS, "会议编号", {"会-004": {"会议名称": "改名的会议"}})[:22]
    later = fill(template, office.file("会议-后来.xlsx"), {"会议台账": later})
    said = office.ledger("会议台账", later, added=0, changed=1, unchanged=21, missing=2, removed=0)
    check("what changed is shown", said["changed"][0]["columns"] == [
        {"column": "会议名称", "before": "第4次会议", "after": "改名的会议"}])
    office.ledger("会议台账", later, "--remove-missing", changed=0, missing=2, removed=2)
    office.run("import", "ledger", "会议台帐", whole, code=2)  # a mistyped name


def trips(office):
    definition = office.template("ledger", "公务用车定义.xlsx", own.TRIPS_LEDGER)
    office.run("ledgers", "declare", definition, code=1)  # as it was written, it defines nothing
    office.run("ledgers", "declare", fill(definition, office.file("公务用车定义-填.xlsx"), {"台账定义": own.TRIP_COLUMNS}))
    columns = office.ask("ledgers", "list", own.TRIPS_LEDGER)["columns"]
    check("the declared columns", [column["title"] for column in columns] == [one["列名"] for one in own.TRIP_COLUMNS])
    book = by_hand(office.file("公务用车.xlsx"), "2025年", own.trips(), own.TRIPS_MERGED)
    said = office.ledger(own.TRIPS_LEDGER, book, code=1)
    check("a header that nobody knows", mistakes(said) == [("2025年", "ledgers.sheet.column_missing")], str(said["mistakes"]))
    office.ledger(own.TRIPS_LEDGER, book, "--map", "里程=行驶里程", records=20, added=20)
    office.ledger(own.TRIPS_LEDGER, book, added=0, unchanged=20)


def first_evaluation(office):
    """With mistakes that only the records show: the run says which figures are not there, and why."""
    template = office.template("targets", "绩效指标.xlsx")
    office.run("import", "targets", template, *YEAR, code=1)
    (office.folder / own.EVIDENCE).parent.mkdir(exist_ok=True)
    (office.folder / own.EVIDENCE).write_text("全年公务出行无延误投诉。\n", encoding="utf-8")
    wrong = own.with_changes(own.INDICATORS, "指标编码", {
        "K01": {"数据来源": "会议台账"}, "K02": {"分子条件": ""}, "K03": {"统计方式": "总和"}, "K04": {"权重": "十分"},
        "K05": {"目标序号": "9"}})
    sheets = {"绩效目标": own.GOALS, "支撑数据": own.SUPPORTS, "人工填报": own.ENTRIES[:2]}
    failed = office.file("指标-待改.xlsx")
    said = office.load("targets", fill(template, office.file("指标-错.xlsx"), {**sheets, "绩效指标": wrong}), "--failed", failed,
                       code=1)
    check("the wrong cells of targets", mistakes(said) == [
        ("绩效指标!B9", "indicators.import.goal_unknown"), ("绩效指标!I8", "indicators.weight.malformed"),
        ("绩效指标!J5", "indicators.measure.source_malformed"), ("绩效指标!K7", "indicators.measure.method_unknown"),
        ("绩效指标!N6", "indicators.measure.numerator_missing")], str(said["mistakes"]))

    corrected = correct(failed, office.file("指标-改.xlsx"), [
        ("指标编码", "K01", {"数据来源": "台账:会议台账"}), ("指标编码", "K02", {"分子条件": "出车结果=准时"}),
        ("指标编码", "K03", {"统计方式": "求和"}), ("指标编码", "K04", {"权重": "10"}), ("指标编码", "K05", {"目标序号": "2"})])
    office.load("targets", corrected, "--dry-run", goals=2, indicators=7, supports=2, entries=2, evidence=0)

    hasty = own.with_changes(own.INDICATORS, "指标编码", {"K01": {"筛选条件": "状况=" + HELD}})
    said = office.load("targets", fill(template, office.file("指标-1.xlsx"), {**sheets, "绩效指标": hasty}), indicators=7, entries=2)
    check("what no record can answer is told at once", [(one["indicator"], one["code"]) for one in said["unanswerable"]] == [
        ("K01", "indicators.measure.column_unknown"), ("K05", "ledgers.ledger.never_imported")], str(said["unanswerable"]))
    total = office.ask("evaluate", *YEAR)["total"]
    check("the hasty total", total == "61.27", total)  # 0 + 9.47 + 9.60 + 10 + 0 + 14 + 0 = 43.07, and 18.20
    run = office.ask("indicators", "runs")[-1]["run"]
    missing = {one["code"]: one["missing_code"] for one in office.ask("indicators", "show", run)["facts"] if "missing" in one}
    check("why figures are not there", missing == {
        "K01": "indicators.measure.column_unknown", "K05": "ledgers.ledger.never_imported",
        "K07": "indicators.fact.not_entered"}, str(missing))
    return template, {**sheets, "绩效指标": own.INDICATORS}, run


def take_back(office, template, final, workbook):
    """A reason that was written for the wrong indicator goes when it is taken back, not when its row is deleted."""
    def with_note(name, text):
        note = {"指标编码": "K04", "类型": "偏差原因", "内容": text}
        return fill(template, office.file(name), {**final, "偏差说明": own.NOTES + [note]})

    office.load("targets", with_note("指标-多写.xlsx", own.MISTAKEN_REASON), indicators=7, revisions=1, entries=1, notes=6)
    said = office.load("targets", workbook, entries=0, notes=0)
    check("what is left is told", said["kept"] == ["K04 偏差原因"], str(said["kept"]))
    office.load("targets", with_note("指标-撤回.xlsx", "撤回"), notes=1)
    said = office.load("targets", workbook, notes=0)
    check("nothing is left", said["kept"] == [], str(said["kept"]))


def unfinished(office, budget_template, template, sheets):
    """A year whose total cannot be computed yet: the report is written, and the exit code says that errors were found."""
    year = ("--year", "2026")
    plan = {"预算项目": own.LINES, "预算文件": own.START}
    office.run("import", "budget", fill(budget_template, office.file("预算-2026.xlsx"), plan), *year)
    without_weight = own.with_changes(own.INDICATORS, "指标编码", {"K04": {"权重": ""}})
    targets = fill(template, office.file("指标-2026.xlsx"), {**sheets, "绩效指标": without_weight})
    office.run("import", "targets", targets, *year)
    check("no total", office.ask("evaluate", *year, code=3)["total"] is None)
    office.run("report", *year, "--output", office.file("out-2026"), code=3)
    check("the report is written all the same", office.file("out-2026/report.docx").exists())


def final_evaluation(office, template, sheets, hasty_run):
    accidents = office.template("ledger", "安全事故台账.xlsx", "安全事故台账")
    office.ledger("安全事故台账", accidents, records=0, added=0)  # nothing happened, and it is known
    direct = own.with_changes(own.INDICATORS, "指标编码", {"K01": {"目标值": "24"}})
    said = office.load("targets", fill(template, office.file("指标-直接改.xlsx"), {**sheets, "绩效指标": direct}), code=1)
    check("a promise is changed by document", [code for _, code in mistakes(said)] == ["indicators.import.fixed_by_run"])
    final = {**sheets, "人工填报": own.ENTRIES, "偏差说明": own.NOTES, "指标调整": own.REVISION}
    bad = {**final, "指标调整": own.with_changes(own.REVISION, "指标编码", {"K01": {"调整前": "30"}})}
    said = office.load("targets", fill(template, office.file("指标-调整错.xlsx"), bad), code=1)
    check("a revision fits what is in force", [code for _, code in mistakes(said)] == ["indicators.revision.before_differs"])
    workbook = fill(template, office.file("指标-2.xlsx"), final)
    take_back(office, template, final, workbook)
    office.load("targets", workbook, entries=0, notes=0, evidence=0)

    scores = office.ask("evaluate", *YEAR, "--corrects", hasty_run, "--why", "改正筛选条件，补录台账")
    check("the score counted by hand", scores["total"] == "95.02", scores["total"])
    check("the execution counted by hand", scores["execution"] == {"rate": "91.01%", "score": "18.20", "weight": "20"})
    by_row = [(row["target"], row["actual"], row["score"]) for row in scores["rows"]]
    check("row by row", by_row == [
        ("≥24次", "21次", "8.75"), ("≥95%", "90%", "9.47"), ("≤12万元", "12.5万元", "9.60"), ("30分钟内", "25分钟", "10.00"),
        ("0起", "0起", "10.00"), ("有效保障", "有效保障", "14.00"), ("不低于90%", "92%", "15.00")], str(by_row))
    last = office.ask("indicators", "runs")[-1]
    check("the correction names the run", last["corrects"] == hasty_run)
    return last["run"]


def text_of(file, part):
    """The words of one part of a .docx or .xlsx."""
    with zipfile.ZipFile(file) as package:
        return re.sub(r"<[^>]+>", "", package.read(part).decode())


def report(office):
    text = office.file("下一步工作.txt")
    text.write_bytes("继续做好公务出行保障，全年行驶{公务用车行驶里程}。\r\n物业费已付{S2}。\r\n".encode("gb18030"))
    office.run("reports", "text", "没有这一节", *YEAR, "--file", text, code=2)
    office.run("reports", "text", "下一步工作", *YEAR, "--file", office.file("支付.xlsx"), code=1)  # no text
    office.run("reports", "text", "下一步工作", *YEAR, "--file", text)
    out = office.file("out")
    (out / "report").mkdir(parents=True)
    (out / "report/自己的.txt").write_text("留着", encoding="utf-8")
    office.run("report", *YEAR, "--output", out, "--date", "2026-01-20")
    check("the unit's own file is still there", (out / "report/自己的.txt").exists())
    (out / "report/自己的.txt").unlink()
    files = files_of(out)
    wanted = {"score.json", "report.docx", "report.pdf", "report.xlsx", "report.zip", "report/index.html"}
    check("every file of the report", wanted <= set(files) and files["report.pdf"].startswith(b"%PDF"))
    for code, value in {
            "K01": "21次", "K02": "90%", "K03": "12.5万元", "K05": "0起", "S1": "800.0公里", "S2": "10期",
            "score.total": "95.02分", "score.indicators": "76.82分", "budget.whole.initial": "258.00万元",
            "budget.whole.changes": "9.00万元", "budget.whole.adjusted": "267.00万元",
            "budget.whole.executed": "243.00万元", "budget.whole.rate": "91.01%", "budget.line.P01.rate": "83.33%"}.items():
        check(f"{code} is {value}", value in fact(files, code).split(), fact(files, code)[:200])
    check("21 meetings behind the count", len(re.findall(r"会-\d{3}", fact(files, "K01"))) == 21)
    check("the red-letter entry behind the payments", "-88,000.00" in fact(files, "budget.line.P01.executed"))
    check_documents(out, files["report/index.html"].decode())
    return files


def check_documents(out, index):
    words = re.sub(r"<[^>]+>", "", index)
    check("nothing is missing", 'class="missing"' not in index and "缺少数据" not in words)
    check("what was taken back is gone", own.MISTAKEN_REASON not in words)
    document = text_of(out / "report.docx", "word/document.xml")
    check("the target at the start of the year and the revised one", "≥20次（调整后：≥24次）" in document)
    for figure in ("95.02分", "243.00万元", "91.01%", "800.0公里", "21次", "某财绩〔2025〕3号", "下半年三次会议取消"):
        check(f"{figure} in .docx and .html", figure in document and figure in words)
    with zipfile.ZipFile(out / "report.xlsx") as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
    numbers = {f"{float(number):.2f}" for number in re.findall(r"</f><v>([^<]+)</v>", sheet)}
    check("formulas and scores in .xlsx", {"8.75", "9.47", "9.60", "18.20", "95.02"} <= numbers, str(numbers))


def aftermath(office, run):
    check("the records are as they were", office.ask("indicators", "verify", run)["clean"])
    late = office.file("晚到.csv")
    late.write_text("支付日期,凭证号,项目编码,收款方,金额（元）\n2025-12-31,晚到-1,P02,某某公司,0.01\n", encoding="utf-8")
    office.load("payments", late, added=1)
    verified = office.ask("indicators", "verify", run, code=3)
    check("the late payment is seen", not verified["clean"])
    office.run("report", *YEAR, "--output", office.file("stale"), code=4)


def own_year(office):
    office.folder.mkdir()
    if not office.environment["MINGJI_DATABASE"]:  # set and empty: as if it were not set
        office.run("budget", "lines", *YEAR, code=2)
        check("nothing was made", not (office.folder / "data").exists(), "")
    office.run("init", "--name", "某某区机关事务服务中心", "--region", "420112", "--region-name", "某某区")
    budget_template, start = budget(office)
    payments(office, budget_template, start)
    meetings(office)
    trips(office)
    template, sheets, hasty_run = first_evaluation(office)
    unfinished(office, budget_template, template, sheets)
    run = final_evaluation(office, template, sheets, hasty_run)
    files = report(office)
    aftermath(office, run)
    return files


def main(program):
    with tempfile.TemporaryDirectory() as temporary:
        files = own_year(OwnOffice(program, Path(temporary) / "sqlite"))
        server = os.environ.get("TEST_POSTGRES")
        check("TEST_POSTGRES names a server", server)
        if server:
            theirs = own_year(OwnOffice(program, Path(temporary) / "postgres", fresh_schema(server, "own_year")))
            different = sorted(name for name in files if theirs.get(name) != files[name])
            check("the same bytes on PostgreSQL", theirs == files, str(different[:5]))
    for command in sorted(USED):
        check(f"the manual page names {command}", re.search(rf"mingji {command}\b", PAGE))
    return close()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve()))
