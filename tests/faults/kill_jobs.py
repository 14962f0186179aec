#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""kill -9 of the server in the middle of an import job: after the restart the job comes to its end by itself, and its
effect is there exactly once.

    kill_jobs.py PROGRAM [--times N] [--seed S]

On SQLite, and on PostgreSQL where TEST_POSTGRES names one. The judge first has to find fault with an effect that is
there twice: a judge that cannot say no proves nothing."""
import argparse
import os
import random
import sys
import time
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))

from served import BASE, Server, prepare  # noqa: E402

ROWS = 20_000


def table(mark):
    """One yuan each; vouchers of every round are its own."""
    head = "支付日期,凭证号,项目编码,收款方,金额（元）\n"
    return (head + "".join(f"2024-{n % 12 + 1:02}-{n % 28 + 1:02},{mark}-{n:06},P01,示例收款方{n % 97},1.00\n" for n in range(ROWS))).encode()


def start(client, mark):
    body = {"kind": "payments", "upload": client.uploaded("支付.csv", table(mark))}
    answer = client.post(f"{BASE}/budget/years/2024/imports", body)
    assert answer.status == 202, answer
    return answer.json["job"]


def verdict(job, before, after, paid):
    """What is wrong with a job that came to its end; empty when nothing is."""
    if job["state"] != "done" or not job["result"]["stored"]:
        return f"the job ended as {job['state']}: {job['problem']}"
    if after - before != ROWS:
        return f"{after - before} payments in place of {ROWS}"
    if paid != f"{after}.00":
        return f"{after} payments of one yuan, and {paid} paid"
    return ""


def counted(client):
    """How many payments there are, and what their line says that was paid."""
    year = f"{BASE}/budget/years/2024"
    return client.get(year + "/payments", limit=1).json["total"], client.get(year + "/lines").json["items"][0]["paid"]


def round_of(server, client, number, delay):
    before, _ = counted(client)
    job = start(client, f"记{number}")
    time.sleep(delay)
    server.kill()
    server.start()
    ended = client.wait(job, 120)
    return ended, verdict(ended, before, *counted(client))


def run(program, engine, postgres, options, chance):
    passed = failed = 0
    with Server(program, postgres) as server:
        server.person("jixiao", "performance")
        server.start()
        client = server.sign_in("jixiao")
        prepare(client)
        began = time.monotonic()
        quiet = client.wait(start(client, "静"))
        seconds = time.monotonic() - began
        total, paid = counted(client)
        for seen in (verdict(quiet, 0, total, paid), verdict(quiet, 0, 2 * total, paid), verdict({**quiet, "state": "failed", "problem": None}, 0, total, paid)):
            print(f"{engine}: the judge says: {seen or 'nothing is wrong'}")
        if verdict(quiet, 0, total, paid) or not verdict(quiet, 0, 2 * total, paid):
            print("the judge is not to be trusted")
            return 0, 1
        attempts = {}
        for number in range(options.times):
            delay = chance.uniform(0, seconds)
            ended, wrong = round_of(server, client, number, delay)
            attempts[ended["attempts"]] = attempts.get(ended["attempts"], 0) + 1
            passed, failed = passed + (not wrong), failed + bool(wrong)
            if wrong:
                print(f"{engine}: killed after {delay:.3f} s of {seconds:.3f}: {wrong}", flush=True)
        print(f"{engine}: {seconds:.3f} s when left alone; jobs by attempts {dict(sorted(attempts.items()))}", flush=True)
    return passed, failed


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program", type=Path)
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    options = parser.parse_args()
    print(f"seed {options.seed}", flush=True)
    chance = random.Random(options.seed)
    counts = [run(options.program, "sqlite", None, options, chance)]
    if target := os.environ.get("TEST_POSTGRES"):
        counts.append(run(options.program, "postgres", target, options, chance))
    passed, failed = (sum(column) for column in zip(*counts))
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
