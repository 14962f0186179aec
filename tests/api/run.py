#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""The real server, asked over HTTP: on SQLite, and on PostgreSQL where TEST_POSTGRES names one. Every answer is held
against the contract.

    run.py PROGRAM [MODULE...]"""
import importlib
import os
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))

from client import Server  # noqa: E402
from contract import Contract  # noqa: E402
from suite import World, run_cases  # noqa: E402

# The last one ends with a restoration: every session ends.
MODULES = ["jobs_cases", "budget_cases", "ledgers_cases", "premises_cases", "holdings_cases", "requests_cases", "allocations_cases", "meetings_cases", "surveys_cases", "closing_cases", "check_cases", "indicators_cases", "system_cases"]
# Of these every success that the contract describes has to be seen.
TAGS = {"jobs", "budget", "ledgers", "premises", "holdings", "allocations", "meetings", "surveys", "closing", "system"}


class Judge:
    def __init__(self):
        self.contract = Contract()
        self.found = []

    def __call__(self, method, path, answer):
        media_type = answer.headers.get("content-type", "")
        self.found += self.contract.check(method, path, answer.status, media_type, answer.bytes)

    def unseen(self):
        operations = {operation["operationId"] for _, operation in self.contract.operations.values()
                      if TAGS & set(operation["tags"])}
        return [line for line in self.contract.unseen() if line.split(":")[0] in operations - {"listenToEvents"}]


def people(server):
    section = server.section("示例会务科")
    server.person("jixiao", "performance")
    server.person("jixiao2", "performance")
    server.person("keshi", "section", "section", section)
    server.person("geren", "section", "own")
    server.person("lingdao", "leader")
    server.person("jianli", "supervisor")
    server.person("xitong", "sysadmin", "all")
    server.person("anquan", "secadmin", "all")
    server.person("fenguan", "sysadmin", "unit")
    return section


def run(program, engine, postgres, names):
    judge = Judge()
    passed = failed = 0
    with Server(program, postgres, judge) as server:
        section = people(server)
        for name in names:  # what only the command line records
            getattr(importlib.import_module(name), "prepare", lambda _: None)(server)
        server.start()
        world = World(server, section=section, officer=server.sign_in("jixiao"), second=server.sign_in("jixiao2"),
                      clerk=server.sign_in("keshi"), own=server.sign_in("geren"), leader=server.sign_in("lingdao"),
                      supervisor=server.sign_in("jianli"), admin=server.sign_in("xitong"),
                      approver=server.sign_in("anquan"), lesser=server.sign_in("fenguan"))
        world.secret, world.approver_secret = (one.set_second_factor() for one in (world.admin, world.approver))
        world.lesser.set_second_factor()
        for name in names:
            good, bad = run_cases(engine, importlib.import_module(name), world)
            print(f"{engine} {name}: {good} passed, {bad} failed", flush=True)
            passed, failed = passed + good, failed + bad
        checks = {"the server ends with 0": [str(server.process.returncode)] if server.stop() != 0 else [],
                  "no error in the server's log": [line for line in server.log().splitlines() if '"level":"error"' in line],
                  "every answer is one of the contract": sorted(set(judge.found)),
                  "every success of the contract was seen": judge.unseen() if names == MODULES else []}
        for what, wrong in checks.items():
            passed, failed = passed + (not wrong), failed + bool(wrong)
            if wrong:
                print("\n".join([f"FAILED {engine}: {what}", *wrong[:20]]), flush=True)
    return passed, failed


def main():
    program, names = sys.argv[1], sys.argv[2:] or MODULES
    counts = [run(program, "sqlite", None, names)]
    target = os.environ.get("TEST_POSTGRES")
    if target:
        counts.append(run(program, "postgres", target, names))
    else:
        print("TEST_POSTGRES is not set: nothing was tested on PostgreSQL")
    passed, failed = (sum(column) for column in zip(*counts))
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
