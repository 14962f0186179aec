#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The disk of the data folder fills up under writes, and is freed again: writes are refused with 507 in words, reading
goes on, and within five seconds after there is room the server writes again without a restart. What was acknowledged is
there, what was refused is not. On SQLite; needs root for a file system of its own in memory.

    disk_full.py PROGRAM [--rounds N] [--seed S]

The judge first has to find fault with a payment that is missing and with one that was refused and is there."""
import subprocess
import sys
import time
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))

from served import YEAR, Server, main, payment, prepare  # noqa: E402

DISK = 48 << 20
MOST = 20_000
RECOVERS_WITHIN = 5


class SmallDisk(Server):
    def __enter__(self):
        self.data.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK}", "mingji", self.data], check=True)
        return super().__enter__()

    def __exit__(self, *_):
        self.kill()
        subprocess.run(["umount", "--lazy", self.data], check=True)
        super().__exit__()

    @property
    def ballast(self):
        return self.data / "ballast"

    def fill(self, room):
        """All but that many bytes."""
        free = int(subprocess.run(["stat", "-f", "-c", "%a %S", self.data], check=True, capture_output=True, text=True).stdout.split()[0]) * 4096
        subprocess.run(["fallocate", "-l", str(max(free - room, 4096)), self.ballast], check=True)


def write_until_full(client, mark):
    """How many were acknowledged, and the answer that was no acknowledgement."""
    for number in range(MOST):
        answer = client.post(YEAR + "/payments", payment(f"{mark}-{number:05}"))
        if answer.status != 201:
            return number, answer
    raise AssertionError(f"{MOST} payments and the disk is not full")


def is_disk_full(answer):
    return (answer.status, answer.code) == (507, "request.disk_full") and answer.json["detail"] != answer.code


def fault_of_total(acknowledged, total):
    return "" if acknowledged == total else f"{acknowledged} payments acknowledged, {total} stored"


def seconds_until_written(client, mark):
    begin = time.monotonic()
    while time.monotonic() - begin < 60:
        if client.post(YEAR + "/payments", payment(mark)).status == 201:
            return time.monotonic() - begin
    return 60


def one_round(server, client, number, room, acknowledged, count):
    server.fill(room)
    written, answer = write_until_full(client, f"满{number}")
    acknowledged += written
    count(is_disk_full(answer), f"a full disk is said as {answer}")
    for _ in range(5):
        answer = client.post(YEAR + "/payments", payment(f"满后{number}"))
        count(is_disk_full(answer), f"still full: {answer}")
    answer = client.upload("示例.csv", b"x" * (1 << 20))
    count(is_disk_full(answer), f"an upload: {answer}")
    answer = client.get(YEAR + "/payments", limit=1)
    count(answer.status == 200 and not fault_of_total(acknowledged, answer.json["total"]), f"reading goes on: {answer}")
    stranger = server.client()
    count((stranger.get("/livez").status, stranger.get("/readyz").status) == (200, 503), "it lives and is not ready")
    free = [row for row in stranger.get("/metrics").bytes.decode().splitlines() if row.startswith("mingji_storage_free_bytes")]
    count(len(free) == 1 and float(free[0].split()[1]) < 64 << 20, f"the alert can see it: {free}")
    server.ballast.unlink()
    seconds = seconds_until_written(client, f"空{number}")
    count(seconds <= RECOVERS_WITHIN, f"{seconds:.1f} s until it writes again")
    acknowledged += 1
    found = fault_of_total(acknowledged, client.get(YEAR + "/payments", limit=1).json["total"])
    count(not found, found)
    return acknowledged, seconds


def run(program, engine, postgres, options, chance, counts):
    if engine == "postgres":
        return  # its disk is not ours
    counts.check(fault_of_total(2, 1) and fault_of_total(1, 2), "the judge is not to be trusted")
    with SmallDisk(program) as server:
        server.person("jixiao", "performance")
        server.start()
        client = server.sign_in("jixiao")
        prepare(client)
        acknowledged, slowest = 0, 0
        for number in range(options.rounds):
            room = chance.randrange(0, 3_000_000)

            def count(is_right, what, number=number, room=room):
                counts.check(is_right, f"round {number}, {room} bytes left: {what}")

            acknowledged, seconds = one_round(server, client, number, room, acknowledged, count)
            slowest = max(slowest, seconds)
        counts.check(server.stop() == 0, "the server did not end with 0")
        counts.check(server.damage() == [], f"{server.damage()}")
        server.command("audit", "verify")
        print(f"{options.rounds} times full, {acknowledged} payments acknowledged and stored, written again after at most {slowest:.2f} s",
              flush=True)


if __name__ == "__main__":
    main(run, __doc__, rounds=5)
