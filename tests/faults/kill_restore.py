#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""kill -9 of a restoration at every step that touches the disk or the database: afterwards the data are the old ones or
those of the backup, never something between, and no file of theirs is missing. A server that was killed takes the
restoration up again when it starts, and arrives at the backup.

    kill_restore.py PROGRAM [--steps N] [--seed S]

strace kills at the n-th call of each system call that leaves something behind: at N chosen steps, or with 0 at all of them.
The judge first has to find fault with rows that are missing and with a file that is, and on PostgreSQL with a program
that begins no transaction."""
import collections
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.dont_write_bytecode = True
ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(Path(__file__).resolve().parent), str(ROOT / "cmake")]

import guards  # noqa: E402
from dev.demo import EXAMPLE  # noqa: E402
from served import main  # noqa: E402
from stores import PostgresStore, SqliteStore  # noqa: E402

# What writes, and what says COMMIT to a PostgreSQL.
CALLS = ("pwrite64", "write", "writev", "fsync", "fdatasync", "ftruncate", "rename", "unlink", "mkdir", "rmdir", "sendto")
# Where one state becomes the other.
RARE = ("rename", "unlink", "ftruncate", "fsync", "fdatasync")
KILLED = (-9, 137)
# The server leaves a record of what it did; a restored state is compared without it.
OF_THE_SERVER = ("identity_audit", "identity_session", "schema_migration")


def strace(step, log):
    """Strikes at a step, a call's name and its number; without one it only writes down the calls."""
    call, number = step or (",".join(CALLS), 0)
    inject = ["-e", f"inject={call}:signal=SIGKILL:when={number}"] if step else []
    return ["strace", "-f", "-qq", "-o", str(log), "-e", f"trace={call}", *inject]


def steps_in(log):
    """Every call of the first thread, which restores, as a step: strace counts by thread."""
    seen, lines = collections.Counter(), log.read_text(encoding="utf-8", errors="replace").splitlines()
    for line in lines:
        found = re.match(r"\d+ +(\w+)\(", line)
        if found and line.split()[0] == lines[0].split()[0]:
            seen[found[1]] += 1
            yield found[1], seen[found[1]]


def children_of(pid):
    """What strace runs; it does not hand on the signals that it gets."""
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()]


class Office:
    """A store with a backup of one state, and then another state."""

    def __init__(self, program, store, folder):
        self.program, self.store, self.folder = program, store, folder
        store.make()
        year = ("--year", "2024")
        store.run("init", "--name", "示例单位", "--region", "420112", "--region-name", "示例区")
        store.run("import", "budget", EXAMPLE / "预算.xlsx", *year)
        self.name = self.ask("backup", "create").strip()
        self.after = self.state()
        store.run("import", "targets", EXAMPLE / "绩效指标.xlsx", *year)
        evidence = store.data / "evidence" / "00"
        evidence.mkdir(parents=True)
        (evidence / "示例").write_text("佐证", encoding="utf-8")
        store.keep("restore")
        self.before = self.state()
        assert self.before != self.after

    def environment(self):
        return {**os.environ, "MINGJI_DATABASE": self.store.database()}

    def ask(self, *words, before=()):
        done = subprocess.run([*before, self.program, *words, "--data", self.store.data], check=False, text=True, capture_output=True,
                              env=self.environment())
        if done.returncode not in (0, *KILLED):
            raise SystemExit(f"mingji {' '.join(map(str, words))}: exit code {done.returncode}\n{done.stderr}")
        return done.stdout

    def serve(self, before):
        """A server from its start until it is ready, then stopped; its exit code when it was killed before, else none."""
        with open(self.folder / "log", "wb") as log:
            words = [*before, self.program, "serve", "--listen", "127.0.0.1:0", "--backup-at", "off", "--data", self.store.data]
            process = subprocess.Popen([str(word) for word in words], env=self.environment(), stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        while process.poll() is None and b"http://127.0.0.1:" not in (self.folder / "log").read_bytes():
            time.sleep(0.01)
        if process.poll() is None:
            for child in children_of(process.pid) or [process.pid]:
                os.kill(child, signal.SIGTERM)
        code = process.wait(60)
        self.store.wait_until_quiet()
        return code or None

    def state(self):
        """The rows, and the files that belong to them."""
        return self.store.state(), sorted(file.name for file in (self.store.data / "evidence").rglob("*"))

    def verdict(self):
        """"old", "new" or what is wrong."""
        damage = self.store.damage()
        if damage:
            return damage
        rows, files = self.state()
        if rows == self.before[0]:
            return "old" if set(files) >= set(self.before[1]) else f"old rows, and the files {files}"
        if bare(rows) == bare(self.after[0]):
            return "new" if set(files) >= set(self.after[1]) else f"new rows, and the files {files}"
        return "between"

    def saboteur(self):
        self.store.restore("restore")
        self.store.lose_rows()
        half = self.verdict()
        self.store.restore("restore")
        next(file for file in (self.store.data / "evidence").rglob("*") if file.is_file()).unlink()
        return half not in ("old", "new") and self.verdict() not in ("old", "new")


def bare(rows):
    return {table: what for table, what in rows.items() if not table.startswith(OF_THE_SERVER)}


def by_command(office, step):
    """The command line's restoration."""
    office.store.restore("restore")
    office.ask("backup", "restore", office.name, "--confirm", office.name, before=strace(step, office.folder / "calls"))
    office.store.wait_until_quiet()
    return office.verdict()


def by_server(office, step):
    """A server that starts where a restoration was approved, and is started again after the kill."""
    office.store.restore("restore")
    wanted = {"backup": office.name, "org": "", "person": "", "account": "示例", "origin": "", "asked_ms": 1, "state": "wanted",
              "decided_by": "示例", "ended_ms": 0, "restore_point": ""}
    file = office.store.data / "restoration.json"
    file.write_text(json.dumps(wanted), encoding="utf-8")
    first = office.serve(strace(step, office.folder / "calls"))
    seen = "new" if first is None else office.verdict()  # none: it had no such step before it was ready
    if seen not in ("old", "new"):
        return f"killed: {seen}"
    if first is not None and office.serve([]) is not None:
        return "it did not start again"
    state = json.loads(file.read_text(encoding="utf-8"))["state"]
    seen = office.verdict()
    return seen if (seen, state) == ("new", "done") else f"started again: {seen}, and the restoration is {state}"


def try_steps(office, name, way, options, chance, counts):
    """The steps of an undisturbed run, and what was seen after a kill at each."""
    way(office, None)
    steps = list(steps_in(office.folder / "calls"))
    if options.steps and len(steps) > options.steps:
        rare = [step for step in steps if step[0] in RARE]
        others = [step for step in steps if step not in rare]
        steps = chance.sample(rare, min(len(rare), options.steps // 2)) + chance.sample(others, options.steps // 2)
    seen = collections.Counter()
    for step in steps:
        verdict = way(office, step)
        seen[verdict] += 1
        counts.check(verdict in ("old", "new"), f"{name}, killed at {step[0]} number {step[1]}: {verdict}")
    print(f"{name}: killed at {len(steps)} steps, after which the data were {dict(seen)}", flush=True)


def is_red_without_transactions(office):
    """Whether a kill in the middle of a restoration that is no transaction leaves something between."""
    whole = office.program
    with guards.program_without_transactions(whole) as office.program:
        by_command(office, None)
        last = max(number for call, number in steps_in(office.folder / "calls") if call == "sendto")
        # Loading fills the greater part of the time; at its end constraints and triggers come back.
        verdicts = [by_command(office, ("sendto", last * tenths // 10)) for tenths in (3, 5, 6, 7, 8)]
    office.program = whole
    return any(verdict not in ("old", "new") for verdict in verdicts)


def run(program, engine, postgres, options, chance, counts):
    with tempfile.TemporaryDirectory(prefix="mingji-restore-") as name:
        folder, program = Path(name), program.resolve()
        with PostgresStore(program, folder, postgres) if postgres else SqliteStore(program, folder) as store:
            office = Office(program, store, folder)
            counts.check(office.saboteur(), f"{engine}: the judge did not see half a state")
            if postgres:
                counts.check(is_red_without_transactions(office), f"{engine}: a restoration without a transaction was not found out")
            for way in (by_command, by_server):
                try_steps(office, f"{engine} {way.__name__}", way, options, chance, counts)


if __name__ == "__main__":
    main(run, __doc__, steps=12)
