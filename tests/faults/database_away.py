#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""PostgreSQL goes and comes back under a running server: its sessions are ended, it is stopped in order, it crashes, it is
there and says nothing. While it is away requests are answered 503 with Retry-After and nothing hangs, however many wait;
within five seconds after it is back everything works without a restart; what was acknowledged is there, and what was sent
again and again is there once.

    database_away.py PROGRAM [--rounds N] [--seed S]

It starts a PostgreSQL of its own. The judge first has to find fault with an effect that is there twice."""
import signal
import sys
import threading
import time
import uuid
from pathlib import Path

sys.dont_write_bytecode = True
ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(Path(__file__).resolve().parent), str(ROOT / "cmake")]

from dev.postgres import Postgres  # noqa: E402
from served import BROKEN, YEAR, Server, line, main, payment, prepare  # noqa: E402

WRITERS = 3
HEALS_WITHIN = 5
ANSWERS_WITHIN = 15
AWAY = 1.0
SILENT = 12.0  # longer than a request waits
CROWD = 40  # more than the server has workers


class Writing:
    """Sends payments one after the other, each until it is acknowledged or nobody wants any more: always under the same key."""

    def __init__(self, client, name):
        self.client, self.name = client, name
        self.acknowledged, self.wrong = [], []
        self.slowest = 0
        self.away = 0
        self.is_over = threading.Event()
        self.thread = threading.Thread(target=self.write)
        self.thread.start()

    def write(self):
        number = 0
        while not self.is_over.is_set():
            number += 1
            voucher, key = f"{self.name}-{number:05}", {"Idempotency-Key": str(uuid.uuid4())}
            while not self.sent(voucher, key) and not self.is_over.is_set():
                time.sleep(0.05)

    def sent(self, voucher, key):
        begin = time.monotonic()
        try:
            answer = self.client.post(YEAR + "/payments", payment(voucher), key)
        except BROKEN as trouble:
            self.wrong.append(f"the server itself was gone: {trouble}")
            return False
        self.slowest = max(self.slowest, time.monotonic() - begin)
        if answer.status == 201:
            self.acknowledged.append(voucher)
            return True
        is_away = (answer.status, answer.code) == (503, "request.database_away") and "retry-after" in answer.headers
        self.away += is_away
        if not is_away:
            self.wrong.append(repr(answer))
        return False

    def end(self):
        self.is_over.set()
        self.thread.join()


def terminate(server, postgres, _count):
    server.sql(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{server.name}' AND pid <> pg_backend_pid()", server.postgres)


def gone(how):
    def away(server, postgres, count):
        postgres.stop(how)
        stranger, end = server.client(), time.monotonic() + AWAY
        while time.monotonic() < end:
            answer = stranger.get("/readyz")
            count(answer.status == 503 and answer.code == "request.database_away", f"it is away, and /readyz says {answer}")
            count(stranger.get("/livez").status == 200, "it does not live any more")
        postgres.launch()
    return away


class Crowd:
    """Many requests at once; how long the slowest took, and what was no word of a database that is away."""

    def __init__(self, client):
        self.client, self.slowest, self.wrong = client, 0, []
        self.threads = [threading.Thread(target=self.ask) for _ in range(CROWD)]
        for thread in self.threads:
            thread.start()

    def ask(self):
        begin = time.monotonic()
        try:
            answer = self.client.get("/readyz")
            if (answer.status, answer.code) != (503, "request.database_away"):
                self.wrong.append(repr(answer))
        except BROKEN as trouble:
            self.wrong.append(repr(trouble))
        self.slowest = max(self.slowest, time.monotonic() - begin)

    def end(self):
        for thread in self.threads:
            thread.join()


def silent(server, postgres, count):
    postgres.send(signal.SIGSTOP)
    try:
        begin = time.monotonic()
        crowd, stranger = Crowd(server.client()), server.client()
        while time.monotonic() - begin < SILENT:
            count(stranger.get("/livez").status == 200, "it does not live any more")
            time.sleep(0.5)
        crowd.end()
        count(crowd.slowest <= ANSWERS_WITHIN, f"one of {CROWD} requests took {crowd.slowest:.1f} s")
        count(not crowd.wrong, f"{crowd.wrong[:3]}")
    finally:
        postgres.send(signal.SIGCONT)


def seconds_until_well(client):
    """Ten requests in a row that are answered."""
    begin, row = time.monotonic(), 0
    while row < 10 and time.monotonic() - begin < 60:
        row = row + 1 if client.get(YEAR + "/lines").status == 200 else 0
    return time.monotonic() - begin


def fault_of_effects(acknowledged, stored):
    missing, often = set(acknowledged) - set(stored), len(stored) - len(set(stored))
    return f"missing {sorted(missing)[:3]}, {often} more than once" if missing or often else ""


def one_round(server, postgres, clients, fault, mark, count):
    writers = [Writing(client, f"{mark}-{number}") for number, client in enumerate(clients)]
    time.sleep(0.3)  # so that something is on its way
    fault(server, postgres, count)
    seconds = seconds_until_well(clients[0])
    for writer in writers:
        writer.end()
        count(not writer.wrong, f"{writer.wrong[:3]}")
        count(writer.slowest <= ANSWERS_WITHIN, f"a request took {writer.slowest:.1f} s")
    count(seconds <= HEALS_WITHIN, f"{seconds:.1f} s until it was well")
    return [voucher for writer in writers for voucher in writer.acknowledged], seconds, sum(writer.away for writer in writers)


def run(program, engine, _postgres, options, _chance, counts):
    if engine == "postgres":
        return  # it has been run, on one of its own
    counts.check(fault_of_effects(["a"], []) and fault_of_effects(["a"], ["a", "a"]), "the judge is not to be trusted")
    faults = {"sessions ended": terminate, "stopped": gone(signal.SIGINT), "crashed": gone(signal.SIGQUIT), "silent": silent}
    postgres = Postgres()
    with postgres as target, Server(program, target) as server:
        server.person("jixiao", "performance")
        server.start()
        client = server.sign_in("jixiao")
        prepare(client)
        acknowledged, slowest, refused = [], 0, 0
        for number in range(options.rounds):
            for name, fault in faults.items():
                def count(is_right, what, name=name):
                    counts.check(is_right, f"{name}: {what}")

                more, seconds, away = one_round(server, postgres, [client] * WRITERS, fault, f"{number}{name[:2]}", count)
                acknowledged, slowest, refused = acknowledged + more, max(slowest, seconds), refused + away
        stored = [row[0] for row in server.sql("SELECT voucher FROM budget_payment")]
        found = fault_of_effects(acknowledged, stored)
        counts.check(not found, found)
        paid = line(client)["paid"]
        counts.check(paid == f"{len(stored)}.00", f"{len(stored)} payments, and the line says {paid}")
        counts.check(server.stop() == 0, "the server did not end with 0")
        print(f"{options.rounds} rounds of {', '.join(faults)}: {len(acknowledged)} payments acknowledged, {refused} answers 503, "
              f"well again after at most {slowest:.2f} s", flush=True)


if __name__ == "__main__":
    main(run, __doc__, rounds=2)
