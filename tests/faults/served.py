# SPDX-License-Identifier: Apache-2.0
"""What tests that break a running server have in common: a year with one line, payments on it, an acknowledgement log,
and the counting of verdicts."""
import argparse
import http.client
import os
import random
import sys
import time
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "api"))

from client import BASE, Server  # noqa: E402

YEAR = f"{BASE}/budget/years/2024"
# What a client meets when the server dies under it.
BROKEN = (OSError, http.client.HTTPException)


def prepare(client, amount="90000000.00"):
    for path, body in ((f"{BASE}/budget/years", {"year": 2024}), (YEAR + "/lines", {"code": "P01", "name": "示例项目", "kind": "project"}),
                       (YEAR + "/documents", {"number": "示例1号", "issued_on": "2024-01-01", "kind": "initial",
                                              "lines": [{"line": "P01", "amount": amount}]})):
        answer = client.post(path, body)
        assert answer.status == 201, answer


def payment(voucher, amount="1.00"):
    return {"voucher": voucher, "paid_on": "2024-03-05", "line": "P01", "payee": "示例公司", "amount": amount}


def line(client):
    return client.get(YEAR + "/lines").json["items"][0]


class Acknowledged:
    """What the server said that it saved, on the disk before anything else happens; not in the server's folder."""

    def __init__(self, file):
        self.file = open(file, "a", encoding="utf-8")

    def note(self, what):
        self.file.write(what + "\n")
        self.file.flush()
        os.fsync(self.file.fileno())

    def all(self):
        return set(Path(self.file.name).read_text(encoding="utf-8").splitlines())


class Counts:
    def __init__(self):
        self.passed = self.failed = 0

    def check(self, is_right, what):
        self.passed, self.failed = self.passed + bool(is_right), self.failed + (not is_right)
        if not is_right:
            print(f"FAILED {what}", flush=True)
        return is_right


def main(run, about, **numbers):
    """run(program, engine, postgres, options, chance, counts) on SQLite, and on PostgreSQL where TEST_POSTGRES names one."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("program", type=Path)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    for name, number in numbers.items():
        parser.add_argument(f"--{name}", type=int, default=number)
    options = parser.parse_args()
    print(f"seed {options.seed}", flush=True)
    chance, counts = random.Random(options.seed), Counts()
    for engine, postgres in (("sqlite", None), ("postgres", os.environ.get("TEST_POSTGRES"))):
        if engine == "sqlite" or postgres:
            run(options.program, engine, postgres, options, chance, counts)
        else:
            print("TEST_POSTGRES is not set: nothing was tested on PostgreSQL")
    print(f"{counts.passed} passed, {counts.failed} failed")
    sys.exit(1 if counts.failed else 0)


__all__ = ["BASE", "BROKEN", "YEAR", "Acknowledged", "Counts", "Server", "line", "main", "payment", "prepare"]
