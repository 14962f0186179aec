# SPDX-License-Identifier: Apache-2.0
"""Runs tests/cli/**/*.test against the real program: `run.py PROGRAM [--rewrite] [--only TEXT]`.

A test is a sheet of paper: what one types, and what one sees.

    file form.csv               a file to begin with; its lines follow, each behind "| "
    | 三级指标,目标值
    copy examples/x.xlsx        a file or folder of the repository, under its own name

    $ mingji score form.csv     runs in an empty folder; every command of a test in the same one
    what it prints              standard output, to the letter; [..] stands for anything in a line
    ! what it complains         standard error; not compared where a test shows none
    ? 2                         the exit code, when it is not 0

--rewrite puts in what the program says now; the difference is for a person to read. CI refuses to rewrite."""
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
ANYTHING = "[..]"


@dataclass
class Step:
    command: str
    head: list  # lines before and with the command, kept when rewriting
    out: list = field(default_factory=list)
    err: list = field(default_factory=list)
    code: int = 0


def parse(text):
    """The steps, and the lines after the last one that belong to none."""
    steps, head = [], []
    for line in text.splitlines():
        if line.startswith("$ "):
            steps.append(Step(line[2:], [*head, line]))
            head = []
        elif not steps or head or line.startswith(("#", "file ", "copy ")):
            head.append(line)
        elif line.startswith("! "):
            steps[-1].err.append(line[2:])
        elif re.fullmatch(r"\? \d+", line):
            steps[-1].code = int(line[2:])
        else:
            steps[-1].out.append(line)
    for step in steps:  # one empty line before the next command is for the eye
        while step.out and not step.out[-1]:
            step.out.pop()
    return steps, head


def prepare(lines, folder):
    """The `file` and `copy` lines among the lines before a command."""
    target = None
    for line in lines:
        if line.startswith("file "):
            target = folder / line[5:].strip()
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text("", encoding="utf-8")
        elif line.startswith("|") and target:
            with open(target, "a", encoding="utf-8") as written:
                written.write(line[2:] + "\n")
        elif line.startswith("copy "):
            source = ROOT / line[5:].strip()
            copy = shutil.copytree if source.is_dir() else shutil.copy
            copy(source, folder / source.name)


def execute(step, program, folder):
    words = shlex.split(step.command)
    if words[0] != "mingji":
        raise SystemExit(f"only mingji is run here, not {words[0]}")
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "LANG": "zh_CN.UTF-8", "TZ": "Asia/Shanghai"}
    done = subprocess.run([program, *words[1:]], cwd=folder, env=environment, check=False, capture_output=True,
                          text=True, errors="replace", stdin=subprocess.DEVNULL, timeout=120)
    return done.stdout.rstrip("\n").splitlines(), done.stderr.rstrip("\n").splitlines(), done.returncode


def same(expected, seen):
    if len(expected) != len(seen):
        return False
    return all(re.fullmatch(".*".join(re.escape(piece) for piece in wanted.split(ANYTHING)), got)
               for wanted, got in zip(expected, seen))


def shown(out, err, code):
    return [*out, *(f"! {line}".rstrip() for line in err), *([f"? {code}"] if code else [])]


def differences(step, out, err, code):
    wanted_err = step.err if step.err else err
    if same(step.out, out) and same(wanted_err, err) and step.code == code:
        return []
    return [f"$ {step.command}", "  expected:", *("    " + line for line in shown(step.out, step.err, step.code)),
            "  seen:", *("    " + line for line in shown(out, err, code))]


def run_file(file, program, rewrite):
    steps, tail = parse(file.read_text(encoding="utf-8"))
    lines, complaints = [], []
    with tempfile.TemporaryDirectory(prefix="mingji-cli-") as name:
        for step in steps:
            prepare(step.head, Path(name))
            out, err, code = execute(step, program, Path(name))
            found = differences(step, out, err, code)
            complaints += found
            kept = (step.out, step.err, step.code) if not found else (out, err if step.err or code else [], code)
            lines += [*step.head, *shown(*kept), ""]
    if rewrite and complaints:
        file.write_text("\n".join([*lines, *tail]).rstrip("\n") + "\n", encoding="utf-8")
        return []
    return complaints if steps else ["no command in it"]


def main(words):
    rewrite = "--rewrite" in words
    if rewrite and os.environ.get("CI"):
        sys.exit("a rewriting run is not a test: not in CI")
    only = words[words.index("--only") + 1] if "--only" in words else ""
    program = Path(words[0]).resolve()
    passed = failed = 0
    for file in sorted(HERE.rglob("*.test")):
        label = str(file.relative_to(HERE))
        if only not in label:
            continue
        complaints = run_file(file, program, rewrite)
        print("\n".join([f"{'ok    ' if not complaints else 'FAILED'} {label}", *complaints]), flush=True)
        passed, failed = passed + (not complaints), failed + bool(complaints)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or passed == 0 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
