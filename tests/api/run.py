#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The real server, asked over HTTP: on SQLite, and on PostgreSQL where TEST_POSTGRES names one.

    run.py PROGRAM [MODULE...]"""
import importlib
import os
import sys
from pathlib import Path

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[1] / "cmake")]

from client import Server  # noqa: E402
from suite import World, run_cases  # noqa: E402

MODULES = ["jobs_cases"]
SECTION = "0190aaaa-0000-7000-8000-000000000001"


def people(server):
    server.person("jixiao", "performance")
    server.person("jixiao2", "performance")
    server.person("keshi", "section", "section", SECTION)
    server.person("geren", "section", "own")
    server.person("lingdao", "leader")
    server.person("jianli", "supervisor")


def run(program, engine, postgres, names):
    passed = failed = 0
    with Server(program, postgres) as server:
        people(server)
        server.start()
        world = World(server, officer=server.sign_in("jixiao"), second=server.sign_in("jixiao2"),
                      clerk=server.sign_in("keshi"), own=server.sign_in("geren"), leader=server.sign_in("lingdao"),
                      supervisor=server.sign_in("jianli"))
        for name in names:
            good, bad = run_cases(engine, importlib.import_module(name), world)
            print(f"{engine} {name}: {good} passed, {bad} failed", flush=True)
            passed, failed = passed + good, failed + bad
        code = server.stop()
        if code != 0:
            print(f"FAILED {engine}: the server ended with {code}")
            failed += 1
        broken = [line for line in server.log().splitlines() if '"level":"error"' in line]
        if broken:
            print("\n".join([f"FAILED {engine}: the server's log has errors", *broken[:10]]))
            failed += 1
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
