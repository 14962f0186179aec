# SPDX-License-Identifier: Apache-2.0
"""The web application: its rules, its tests, its weight, and the browser tests against the built program."""
import json
import os

from . import node
from .shell import BUILD, ROOT, Failed, run

WEB = ROOT / "web"
RESULTS = BUILD / "web"


def npm(*words, env=None):
    run("npm", "--prefix", WEB, "run", "--silent", *words, env=env)


def packages():
    node.use()
    run("sh", "-c", "cd web && exec sh ../cmake/web_packages.sh")


def rules():
    """Types as the contract has them now, eslint, vue-tsc."""
    npm("types:check")
    npm("lint")


def vitest(script, name, env=None):
    """Runs a vitest script of package.json and counts by its own report; (passed, failed). What is skipped failed."""
    RESULTS.mkdir(parents=True, exist_ok=True)
    report = RESULTS / f"{name}.json"
    report.unlink(missing_ok=True)
    try:
        npm(script, "--", "--reporter=default", "--reporter=json", f"--outputFile.json={report}", env=env)
        went_wrong = False
    except Failed:
        went_wrong = True
    if not report.exists():
        return 0, 1
    told = json.loads(report.read_text(encoding="utf-8"))
    passed, total = told["numPassedTests"], told["numTotalTests"]
    failed = total - passed
    return passed, max(failed, 1) if went_wrong or passed == 0 else failed


def unit_tests():
    return vitest("test", "unit")


def browser_tests():
    """Debian's Chromium and the program with the application inside it."""
    program = BUILD / "release" / "mingji"
    if not program.exists():
        raise Failed(f"{program} is not built")
    return vitest("e2e", "browser", {"MINGJI": str(program), "E2E_EMBEDDED": "1"})


STEPS = [("web: packages", packages), ("web: types, rules", rules), ("web: unit tests", unit_tests),
         ("web: weight", lambda: npm("size")), ("web: browser tests", browser_tests)]


def into(steps):
    """Every step on its own: one that fails does not hide the ones after it, but for the packages that all need."""
    (first, fetch), *others = STEPS
    if steps.step(first, fetch):
        for name, action in others:
            steps.step(name, action)
