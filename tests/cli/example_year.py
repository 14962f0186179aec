#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The example year through the real program: the published figures come out of the records, and the report is the same
to the byte on SQLite and on PostgreSQL. Usage: example_year.py PROGRAM; TEST_POSTGRES names a server (required in CI)."""
import json
import os
import re
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.dont_write_bytecode = True
sys.path.insert(0, str(ROOT / "cmake"))
from dev.demo import EXAMPLE, commands  # noqa: E402
from office import Office, check, close, fact, files_of, fresh_schema  # noqa: E402

PUBLISHED = {
    "budget.whole.initial": "2364.55万元", "budget.whole.changes": "1355.72万元", "budget.whole.adjusted": "3720.27万元",
    "budget.whole.executed": "3400.68万元", "budget.whole.rate": "91.41%", "budget.project.adjusted": "2898.14万元",
    "budget.project.executed": "2578.54万元", "budget.project.rate": "88.97%", "score.total": "98.28分",
    "score.execution": "18.28分", "score.indicators": "80.00分", "Z01": "81420m²", "Z02": "6个", "Z03": "1930次",
    "Z04": "73200m²", "Z05": "95%", "Z06": "96%", "Z16": "98%", "S01": "1479次", "S12": "13.41万m²", "S13": "14.96万m²",
}


class ExampleOffice(Office):
    def report(self):
        for words in commands():
            self.run(*words)
        self.run("report", "--year", "2024", "--output", self.folder / "out", "--date", "2025-01-20")
        return self.folder / "out"


def check_figures(files):
    for code, value in PUBLISHED.items():
        check(f"{code} is {value}", value in fact(files, code).split())
    scores = json.loads(files["score.json"])
    check("total", scores["total"] == "98.28")
    check("execution", scores["execution"] == {"rate": "91.41%", "score": "18.28", "weight": "20"})
    check("18 rows at full marks", [row["score"] for row in scores["rows"]].count(None) == 0 and len(scores["rows"]) == 18)
    index = files["report/index.html"].decode()
    for rate in ("83.36%", "84.96%"):
        check(f"{rate} opens its records", re.search(rf'href="facts/budget\.line\.[^"]+\.rate\.html"[^>]*>{rate}<', index))
    check("ten of twelve months", re.search(r"12个月安排服务费，实际支付<a [^>]*>10个月</a>", index))
    check("1930 records behind the meetings", fact(files, "Z03").count("已召开") >= 1930)
    check("nothing is missing", "缺少数据" not in index and "尚未填写" not in index)
    broken = [link for link in re.findall(r'href="(facts/[^"#]+)"', index) if f"report/{link}" not in files]
    check("every figure's page is there", not broken, str(broken[:3]))


def check_package(out):
    with zipfile.ZipFile(out / "report.zip") as package:
        names = set(package.namelist())
        lines = package.read("manifest.sm3").decode().splitlines()
    check("the manifest names every file", {line.split("  ", 2)[2] for line in lines} == names - {"manifest.sm3"})


TEXT = """示例中心2024年度整体绩效自评报告

2024年度部门预算总额3720.27万元，执行数3401.68万元，预算执行率91.42%。“生活服务经费”预算金额697万元，执行数581万元，资金执行率83.36%。

全年承办各类会议1953次，消防培训演习8次，用餐人员满意度98%。上年承办各类会议1800次。
"""


def check_against_records(office, out):
    """A report is held against the frozen figures; which records a text counted too many is said."""
    found = office.ask("check", out / "report.docx", "--year", "2024")
    check("our own report agrees with its records", found.get("findings") == [], str(found)[:300])
    text = office.folder / "自评.txt"
    text.write_text(TEXT, encoding="utf-8")
    ours = [one for one in office.ask("check", text, "--year", "2024", code=3)["findings"] if one["rule"] == "L60"]
    check("each difference, and nothing else", [(one["fact"]["code"], one["severity"]) for one in ours] ==
          [("Z03", "error"), ("S06", "error"), ("budget.whole.executed", "error"), ("budget.whole.rate", "warning")], str(ours))
    check("the cancelled meetings explain 1953", len(ours[0]["fact"]["records"]) == 23 and "状态=已取消" in ours[0]["message"])
    check("nothing explains the eighth drill", ours[1]["fact"]["records"] == [])
    office.run("check", text, "--year", "2023", code=2)
    office.run("check", text, "--org", "示例", code=2)
    text.write_text(TEXT.replace("2024年", "2023年"), encoding="utf-8")
    office.run("check", text, "--year", "2024", code=1)


def check_asked(office):
    """How many were asked comes with an import, is missed by the check of the run, and stands in the next report."""
    run = office.ask("indicators", "runs")[-1]["run"]
    office.run("surveys", "import", EXAMPLE / "满意度调查.csv", "--asked", "1000")
    changes = office.ask("indicators", "verify", run, code=3)["changes"]
    told = [(one["then"] == one["now"], one["asked_then"], one["asked_now"]) for one in changes]
    check("the check tells the number asked, and nothing else", told == [(True, None, "1000")] * 3, str(changes)[:600])
    office.run("report", "--year", "2024", "--output", office.folder / "before", code=4)
    office.run("evaluate", "--year", "2024")
    office.run("report", "--year", "2024", "--output", office.folder / "asked", "--date", "2025-01-20")
    index = (office.folder / "asked/report/index.html").read_text(encoding="utf-8")
    with zipfile.ZipFile(office.folder / "asked/report.docx") as package:
        document = package.read("word/document.xml").decode()
    for kind, text in (("html", index), ("docx", document)):
        words = re.sub(r"<[^>]+>", "", text)
        for answers, rate in ((400, "40.00%"), (260, "26.00%"), (69, "6.90%")):
            sentence = f"发放问卷1000份，有效回收{answers}份，回收率{rate}"
            check(f"{kind}: {sentence}", sentence in words, str(re.findall("（发放问卷[^）]*）|（有效回收[^）]*）", words)))


def main(program):
    with tempfile.TemporaryDirectory() as temporary:
        sqlite = ExampleOffice(program, Path(temporary) / "sqlite")
        out = sqlite.report()
        files = files_of(out)
        check_figures(files)
        check_package(out)
        for kind in ("docx", "pdf", "xlsx"):
            found = sqlite.ask("check", out / f"report.{kind}")
            check(f"report.{kind} agrees with itself", found.get("claims", 0) > 200 and found["findings"] == [], str(found)[:300])
        sqlite.run("report", "--year", "2024", "--output", sqlite.folder / "again", "--date", "2025-01-20")
        check("made again, the same bytes", files_of(sqlite.folder / "again") == files)
        check_against_records(sqlite, out)
        check_asked(sqlite)
        late = sqlite.folder / "late.csv"
        late.write_text("支付日期,凭证号,项目编码,收款方,金额（元）\n2024-12-31,晚到-1,X03,示例公司,0.01\n", encoding="utf-8")
        sqlite.run("import", "payments", late, "--year", "2024")
        sqlite.run("report", "--year", "2024", "--output", sqlite.folder / "stale", code=4)
        check("no report over changed records", not (sqlite.folder / "stale").exists())
        server = os.environ.get("TEST_POSTGRES")
        check("TEST_POSTGRES names a server", server)
        if server:
            postgres = ExampleOffice(program, Path(temporary) / "postgres", fresh_schema(server, "example_year"))
            theirs = files_of(postgres.report())
            different = sorted(name for name in files if theirs.get(name) != files[name])
            check_against_records(postgres, postgres.folder / "out")
            check_asked(postgres)
            check("the same bytes on PostgreSQL", theirs == files, str(different[:5]))
    return close()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve()))
