# SPDX-License-Identifier: Apache-2.0
"""ctest on both engines, counted by test case."""
import json
import os
import re
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree

from .postgres import Postgres
from .shell import BUILD, JOBS, ROOT

# Tests that kill a server wait for it most of their time.
AT_ONCE = str(int(JOBS) + 1)
COUNT = re.compile(r"^(\d+) passed, (\d+) failed$", re.MULTILINE)


def cases_of(report):
    """Passed, failed and skipped cases of one GoogleTest report."""
    passed = failed = skipped = 0
    for suite in json.loads(report.read_text(encoding="utf-8")).get("testsuites", []):
        for case in suite["testsuite"]:
            if case.get("result") == "SKIPPED":
                skipped += 1
            elif case.get("failures"):
                failed += 1
            elif case.get("status") == "RUN":
                passed += 1
    return passed, failed, skipped


def count(results):
    """GoogleTest binaries by their own reports, others by their closing line, else one each."""
    passed = failed = skipped = 0
    for test in ElementTree.parse(results / "ctest.xml").iter("testcase"):
        went_wrong = test.get("status") != "run"
        report = results / (test.get("name") + "_test.json")
        lines = COUNT.findall(test.findtext("system-out") or "")
        good, bad, omitted = (0, 0, 0)
        if report.exists():
            good, bad, omitted = cases_of(report)
        elif lines:
            good, bad = (int(number) for number in lines[-1])
        elif not went_wrong:
            good = 1
        if went_wrong and bad == 0:  # it crashed, timed out or was never built
            bad = 1
        passed, failed, skipped = passed + good, failed + bad, skipped + omitted
    return passed, failed, skipped


def counted(*command):
    """Runs a program that closes with "N passed, N failed", and counts by that line."""
    said = []
    with subprocess.Popen([str(word) for word in command], cwd=ROOT, text=True, stdout=subprocess.PIPE) as child:
        for line in child.stdout:
            print(line, end="", flush=True)
            said.append(line)
    lines = COUNT.findall("".join(said))
    passed, failed = (int(number) for number in lines[-1]) if lines else (0, 1)
    return passed, max(failed, int(child.returncode != 0))


def run_tests(preset="release", pattern=None, cases=None, env=None):
    """Runs the built tests of a preset; (passed, failed). `cases` is a GoogleTest filter."""
    results = BUILD / preset / "results"
    shutil.rmtree(results, ignore_errors=True)
    results.mkdir(parents=True)
    with Postgres() as target:
        environment = {**os.environ, "TEST_POSTGRES": target, "GTEST_OUTPUT": f"json:{results}/",
                       "GTEST_BRIEF": "1", **({"GTEST_FILTER": cases} if cases else {}), **(env or {})}
        subprocess.run(["ctest", "--test-dir", BUILD / preset, "--output-on-failure", "-j", AT_ONCE, "--timeout", "900",
                        "--output-junit", results / "ctest.xml", "--test-output-size-passed", "1000000",
                        "--test-output-size-failed", "1000000", *(["-R", pattern] if pattern else [])],
                       cwd=ROOT, env=environment, check=False)
    passed, failed, skipped = count(results) if (results / "ctest.xml").exists() else (0, 1, 0)
    if passed + failed == 0:
        print(f"no test matches {pattern}")
        failed = 1
    if skipped:
        print(f"{skipped} skipped")
    return passed, failed
