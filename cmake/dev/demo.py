# SPDX-License-Identifier: Apache-2.0
"""The example year from workbooks to report: ./dev demo."""
import hashlib
import os
import shutil
import subprocess

from .packages import setup
from .shell import BUILD, ROOT, Failed, build, run

EXAMPLE = ROOT / "examples" / "dongxihu-2024"
OUT = ROOT / "out"
DATA = OUT / "data"
PROGRAM = BUILD / "release" / "mingji"
OFFICER = "绩效科"
REFUSED = 4


def inputs_digest():
    """Of everything the result depends on: the program (rules, words and migrations are inside) and the workbooks."""
    digest = hashlib.sha256()
    files = [PROGRAM, *sorted((ROOT / "rules").rglob("*")), *sorted(EXAMPLE.rglob("*"))]
    for file in files:
        if file.is_file() and "__pycache__" not in file.parts:
            digest.update(str(file.relative_to(ROOT)).encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def mingji(*words, quiet=True):
    run(PROGRAM, *words, "--data", DATA, env={"MINGJI_DATABASE": ""}, quiet=quiet)


def commands():
    """How the example year comes into an empty folder: docs/manual/first-use.md, on the example's workbooks. The kill
    tests start from the same commands."""
    year = ("--year", "2024")
    yield ("init", "--name", "武汉市东西湖区机关事务服务中心", "--region", "420112", "--region-name", "东西湖区")
    yield ("ledgers", "declare", EXAMPLE / "台账定义.xlsx")
    yield ("import", "budget", EXAMPLE / "预算.xlsx", *year)
    yield ("import", "payments", EXAMPLE / "支付.xlsx", *year)
    for ledger in sorted(EXAMPLE.glob("*台账.xlsx")):
        yield ("import", "ledger", ledger.stem, ledger)
    yield ("meetings", "import", EXAMPLE / "会务.xlsx")
    yield ("repairs", "import", EXAMPLE / "设备维修.xlsx")
    yield ("surveys", "import", EXAMPLE / "满意度调查.csv")
    yield ("premises", "import", EXAMPLE / "办公用房.xlsx")
    yield ("premises", "survey", EXAMPLE / "宗地界址点.xlsx", "--kind", "parcel")
    yield ("premises", "survey", EXAMPLE / "房屋轮廓.xlsx", "--kind", "building")
    yield ("allocations", "import", EXAMPLE / "单位编制.xlsx")
    yield ("import", "targets", EXAMPLE / "绩效指标.xlsx", *year)
    yield ("reports", "text", "next_year", *year, "--file", EXAMPLE / "下一步工作.txt")
    yield ("reports", "text", "benefit", *year, "--file", EXAMPLE / "效益分析.txt")
    yield ("evaluate", *year)


def demo():
    setup("build")
    build("release", "mingji", quiet=True)
    stamp = OUT / "inputs.sha256"
    digest = inputs_digest()
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != digest or not DATA.exists():
        shutil.rmtree(DATA, ignore_errors=True)
        stamp.unlink(missing_ok=True)
        OUT.mkdir(exist_ok=True)
        for words in commands():
            mingji(*words)
        stamp.write_text(digest, encoding="utf-8")
    # The score table, the findings and the paths of the files are what this command prints.
    mingji("report", "--year", "2024", "--output", OUT, "--date", "2025-01-20", quiet=False)


def serve(listen="127.0.0.1:8080"):
    """`make run`: the example year in a browser, for the performance officer (绩效科) of the example."""
    demo()
    environment = {**os.environ, "MINGJI_DATABASE": ""}
    people = subprocess.run([PROGRAM, "people", "add", OFFICER, "--role", "performance", "--data", DATA], check=False,
                            env=environment, capture_output=True, text=True)
    if people.returncode not in (0, REFUSED):  # refused: there already
        raise Failed(people.stderr)
    code = subprocess.run([PROGRAM, "people", "code", OFFICER, "--data", DATA], check=True, env=environment,
                          capture_output=True, text=True).stdout.strip()
    print(f"\n登录码（用户 {OFFICER}，15 分钟内用一次）：{code}\nhttp://{listen}/sign-in#{code}\n", flush=True)
    os.execve(PROGRAM, [PROGRAM, "serve", "--listen", listen, "--data", DATA], environment)
