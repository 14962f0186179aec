# SPDX-License-Identifier: Apache-2.0
"""What `mingji check` finds in the corpus of short reports: precision and recall per rule and per severity.

Beside each report stands a .json: {"expected": [{"rule", "severity", "quote"}]}. A finding is right when its rule and
severity are expected and one of its places and the expected quote are a piece of each other. It fails below recall 95 %
and precision 95 % for errors, 85 % for warnings, or when the corpus has become smaller than it was promised to be.

corpus.py PROGRAM [--details]"""
import json
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

CORPUS = Path(__file__).resolve().parent / "corpus"
PLANTED, CORRECT = 120, 60
LIMITS = {"error": (95, 95), "warning": (95, 85)}  # recall, precision in per cent; notes are shown and judged by none


class Count:
    def __init__(self):
        self.expected = self.found = self.hit = self.right = 0

    def __str__(self):
        return f"{share(self.hit, self.expected)}   {share(self.right, self.found)}"


def share(part, whole):
    return f"{part:4} / {whole:<4} {'—' if whole == 0 else f'{part * 100 / whole:.1f} %':>8}"


def matches(finding, expected):
    same = finding["rule"] == expected["rule"] and finding["severity"] == expected["severity"]
    quotes = [place["quote"] for place in finding["places"]]
    return same and any(expected["quote"] in quote or quote in expected["quote"] for quote in quotes if quote)


def measure(checked, details):
    """Counts by rule and by severity."""
    counts = defaultdict(Count)
    for report in checked:
        path = Path(report["file"])
        expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["expected"]
        for wanted in expected:
            hit = any(matches(finding, wanted) for finding in report["findings"])
            for key in (wanted["severity"], wanted["rule"]):
                counts[key].expected += 1
                counts[key].hit += hit
            if details and not hit:
                print(f"{path.name}: missed {wanted['rule']} {wanted['severity']} “{wanted['quote']}”")
        for finding in report["findings"]:
            right = any(matches(finding, wanted) for wanted in expected)
            for key in (finding["severity"], finding["rule"]):
                counts[key].found += 1
                counts[key].right += right
            if details and not right:
                print(f"{path.name}: wrongly {finding['rule']} {finding['severity']}: {finding['message']}")
    return counts


def failures(counts, planted, correct):
    for severity, (recall, precision) in LIMITS.items():
        count = counts[severity]
        if count.hit * 100 < recall * count.expected:
            yield f"recall of {severity}s is below {recall} %"
        if count.right * 100 < precision * count.found:
            yield f"precision of {severity}s is below {precision} %"
    if planted < PLANTED or correct < CORRECT:
        yield f"the corpus has {planted} planted and {correct} correct reports, fewer than {PLANTED} and {CORRECT}"


def main(program, *options):
    done = subprocess.run([program, "check", CORPUS, "--format", "json"], check=False, capture_output=True, text=True)
    if done.returncode not in (0, 3):
        print(done.stderr)
        return 1
    checked = json.loads(done.stdout)
    counts = measure(checked, "--details" in options)
    print(f"{'':10}recall                 precision")
    for key in [*LIMITS, "note", *sorted(key for key in counts if key.startswith("L"))]:
        print(f"{key:10}{counts[key]}")
    planted = sum(Path(report["file"]).name.startswith("planted-") for report in checked)
    found = list(failures(counts, planted, len(checked) - planted))
    print("\n".join([f"{planted} planted, {len(checked) - planted} correct reports", *found]))
    print(f"{1 - bool(found)} passed, {len(found)} failed")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
