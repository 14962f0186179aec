#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Requests with an Idempotency-Key, each sent one to five times at once, while the server is killed and started again:
each has exactly one effect, and every copy gets the same answer in the end.

    once_each.py PROGRAM [--requests N] [--kills N] [--seed S]

Half of them are payments, half are uploads: an upload that comes twice is refused by no rule of its own, so that only the
key keeps it from being stored twice. The judge first has to find fault with an effect that is there twice."""
import collections
import queue
import sys
import threading
import time
import uuid
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))

from served import BASE, BROKEN, YEAR, Server, line, main, payment, prepare  # noqa: E402

THREADS = 8
PATIENCE = 120


class Request:
    def __init__(self, number):
        self.name = f"示例-{number:05}"
        self.is_payment = number % 2 == 0
        self.key = {"Idempotency-Key": str(uuid.uuid4())}
        self.answers = []
        self.again = 0

    def send(self, client):
        if self.is_payment:
            return client.post(YEAR + "/payments", payment(self.name), self.key)
        return client.upload(self.name + ".csv", f"编号\n{self.name}\n".encode(), self.key)

    def fault(self):
        """Every copy says the same."""
        said = {(answer.status, answer.bytes) for answer in self.answers}
        return "" if len(said) == 1 and self.answers[0].status == 201 else f"{self.name}: {self.answers[:3]}"


def deliver(request, client, lock):
    """As a patient client does: again while nobody answers, or another copy is being answered."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            answer = request.send(client)
        except BROKEN:
            time.sleep(0.02)  # it is being started again
            continue
        if answer.status == 503 or answer.code == "request.still_running":
            continue
        with lock:
            request.answers.append(answer)
            request.again += "idempotent-replayed" in answer.headers
        return
    raise AssertionError(f"{request.name} was not answered within {PATIENCE} s")


def work(waiting, client, lock, wrong):
    while True:
        try:
            request = waiting.get_nowait()
        except queue.Empty:
            return
        try:
            deliver(request, client, lock)
        except Exception as trouble:  # whatever it is, it is a finding
            wrong.append(f"{type(trouble).__name__}: {trouble}")


def fault_of_effects(wanted, effects):
    """What is missing, or there more than once; empty when nothing is."""
    found = collections.Counter(effects)
    missing = [name for name in wanted if found[name] == 0]
    often = [name for name in found if found[name] > 1 or name not in wanted]
    return "" if not missing and not often else f"missing {missing[:3]}, too often {often[:3]}"


def strike(server, waiting, total, kills, chance):
    """The kills are spread over the work."""
    done = 0
    for number in range(1, kills + 1):
        while waiting.qsize() > total * (1 - number / (kills + 1)):
            time.sleep(0.005)
        time.sleep(chance.uniform(0, 0.05))
        server.kill()
        server.start()
        done += 1
    return done


def run(program, engine, postgres, options, chance, counts):
    able = fault_of_effects({"a"}, ["a", "a"]) and fault_of_effects({"a", "b"}, ["a"]) and not fault_of_effects({"a"}, ["a"])
    if not counts.check(able, "the judge is not to be trusted"):
        return
    with Server(program, postgres) as server:
        server.person("jixiao", "performance")
        server.start()
        client = server.sign_in("jixiao")
        prepare(client)
        requests = [Request(number) for number in range(options.requests)]
        copies = [request for request in requests for _ in range(chance.randint(1, 5))]
        # Copies of one request are near each other, so that several are on their way at once.
        copies.sort(key=lambda request: int(request.name[-5:]) + chance.uniform(0, 4))
        waiting = queue.Queue()
        for copy in copies:
            waiting.put(copy)
        lock, wrong = threading.Lock(), []
        threads = [threading.Thread(target=work, args=(waiting, client, lock, wrong)) for _ in range(THREADS)]
        for thread in threads:
            thread.start()
        kills = strike(server, waiting, len(copies), options.kills, chance)
        for thread in threads:
            thread.join()
        counts.check(not wrong, f"{engine}: {wrong[:3]}")
        for request in requests:
            fault = request.fault()
            counts.check(not fault, f"{engine}: {fault}")
        paid = line(client)["paid"]
        counts.check(paid == f"{(options.requests + 1) // 2}.00", f"{engine}: {paid} paid")
        other = client.post(YEAR + "/payments", payment("另一张"), requests[0].key)
        counts.check((other.status, other.code) == (422, "request.idempotency_key_reused"), f"{engine}: {other}")
        counts.check(server.stop() == 0, f"{engine}: the server did not end with 0")
        effects = [row[0] for row in server.sql("SELECT voucher FROM budget_payment")]
        effects += [row[0].removesuffix(".csv") for row in server.sql("SELECT file_name FROM jobs_upload")]
        fault = fault_of_effects({request.name for request in requests}, effects)
        counts.check(not fault, f"{engine}: {fault}")
        print(f"{engine}: {options.requests} requests in {len(copies)} copies across {kills} kills, {len(effects)} effects, "
              f"{sum(request.again for request in requests)} answers given again", flush=True)


if __name__ == "__main__":
    main(run, __doc__, requests=200, kills=5)
