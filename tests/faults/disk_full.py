#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The disk of the database fills up under writes, and is freed again: writes are refused with 507 in words, reading goes
on, and within five seconds after there is room the server writes again without a restart. What was acknowledged is there,
what was refused is not. On SQLite the data folder is what fills up; on PostgreSQL the tablespace of the database does, and
its log has room: where the log has none PostgreSQL itself ends, and that is the database_away of another test.

    disk_full.py PROGRAM [--rounds N] [--seed S]

Needs root for a file system of its own in memory, and starts a PostgreSQL of its own. The judge first has to find fault with
a payment that is missing and with one that was refused and is there."""
import shutil
import subprocess
import sys
import time
from pathlib import Path

sys.dont_write_bytecode = True
ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(Path(__file__).resolve().parent), str(ROOT / "cmake")]

from dev.postgres import Postgres  # noqa: E402
from served import YEAR, Server, main, payment, prepare  # noqa: E402

DISK = 48 << 20
MOST_ROOM = 1 << 20  # what a round may write at most, and stays
MOST = 20_000
RECOVERS_WITHIN = 5


class SmallDisk:
    """In memory; `with` mounts it."""

    def __init__(self, folder, rounds):
        self.folder, self.ballast, self.size = folder, folder / "ballast", DISK + rounds * MOST_ROOM

    def __enter__(self):
        self.folder.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={self.size}", "mingji", self.folder], check=True)
        return self

    def __exit__(self, *_):
        subprocess.run(["umount", "--lazy", self.folder], check=True)

    def fill(self, room):
        """All but that many bytes; the server may write while they are counted."""
        for _ in range(20):
            free = shutil.disk_usage(self.folder).free
            if subprocess.run(["fallocate", "-l", str(max(free - room, 4096)), self.ballast], check=False, stderr=subprocess.DEVNULL).returncode == 0:
                return
        raise AssertionError(f"{self.folder} could not be filled")


class SmallFolder(Server):
    """The data folder of an SQLite server lies on it."""

    def __init__(self, program, rounds):
        super().__init__(program)
        self.disk = SmallDisk(self.data, rounds)

    def __enter__(self):
        self.disk.__enter__()
        return super().__enter__()

    def __exit__(self, *_):
        self.kill()
        self.disk.__exit__()
        super().__exit__()


class SmallTablespace(Server):
    """The database on a PostgreSQL of its own lies on it."""

    def __init__(self, program, postgres, target, rounds):
        super().__init__(program, target)
        self.disk = SmallDisk(postgres.folder / "small", rounds)

    def __enter__(self):
        self.disk.__enter__()
        shutil.chown(self.disk.folder, "postgres")
        super().__enter__()
        self.sql(f"CREATE TABLESPACE small LOCATION '{self.disk.folder}'", self.postgres)
        self.sql(f"ALTER DATABASE {self.name} SET TABLESPACE small", self.postgres)
        return self

    def __exit__(self, *_):
        super().__exit__()
        self.sql("DROP TABLESPACE small", self.postgres)
        self.disk.__exit__()


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


def checks_of_folder(server, client, count):
    """What else is true of a data folder that is full."""
    answer = client.upload("示例.csv", b"x" * (1 << 20))
    count(is_disk_full(answer), f"an upload: {answer}")
    stranger = server.client()
    count((stranger.get("/livez").status, stranger.get("/readyz").status) == (200, 503), "it lives and is not ready")
    free = [row for row in stranger.get("/metrics").bytes.decode().splitlines() if row.startswith("mingji_storage_free_bytes")]
    count(len(free) == 1 and float(free[0].split()[1]) < 1 << 20, f"the alert can see it: {free}")


def reader_of_yesterday(server):
    """Somebody who signed in a while ago: that they come again is noted, as soon as there is room for it."""
    reader = server.sign_in("leser")
    server.stop()
    server.execute("UPDATE identity_session SET seen_ms = seen_ms - 120000")
    server.start()
    return reader


def one_round(server, client, reader, number, room, acknowledged, count):
    server.disk.fill(room)
    written, answer = write_until_full(client, f"满{number}")
    acknowledged += written
    count(is_disk_full(answer), f"a full disk is said as {answer}")
    for more in range(5):
        # A smaller one may still find room: the log is used again from its beginning once all of it is in the database.
        answer = client.post(YEAR + "/payments", payment(f"满后{number}-{more}"))
        acknowledged += answer.status == 201
        count(answer.status == 201 or is_disk_full(answer), f"still full: {answer}")
    answer = reader.get(YEAR + "/payments", limit=1)
    count(answer.status == 200 and not fault_of_total(acknowledged, answer.json["total"]), f"reading goes on: {answer}")
    if not server.postgres:
        checks_of_folder(server, client, count)
    server.disk.ballast.unlink()
    seconds = seconds_until_written(client, f"空{number}")
    count(seconds <= RECOVERS_WITHIN, f"{seconds:.1f} s until it writes again")
    acknowledged += 1
    found = fault_of_total(acknowledged, client.get(YEAR + "/payments", limit=1).json["total"])
    count(not found, found)
    return acknowledged, seconds


def fill_again_and_again(server, engine, options, chance, counts):
    for account in ("jixiao", "leser"):
        server.person(account, "performance")
    server.start()
    reader = reader_of_yesterday(server)
    client = server.sign_in("jixiao")
    prepare(client)
    acknowledged, slowest = 0, 0
    for number in range(options.rounds):
        room = chance.randrange(0, MOST_ROOM) if number else 0

        def count(is_right, what, number=number, room=room):
            counts.check(is_right, f"{engine}: round {number}, {room} bytes left: {what}")

        acknowledged, seconds = one_round(server, client, reader, number, room, acknowledged, count)
        slowest = max(slowest, seconds)
    counts.check(server.stop() == 0, f"{engine}: the server did not end with 0")
    counts.check(server.damage() == [], f"{engine}: {server.damage()}")
    server.command("audit", "verify")
    print(f"{engine}: {options.rounds} times full, {acknowledged} payments acknowledged and stored, written again after at most "
          f"{slowest:.2f} s", flush=True)


def run(program, engine, _postgres, options, chance, counts):
    counts.check(fault_of_total(2, 1) and fault_of_total(1, 2), "the judge is not to be trusted")
    if engine == "sqlite":
        with SmallFolder(program, options.rounds) as server:
            fill_again_and_again(server, engine, options, chance, counts)
        return
    postgres = Postgres()
    with postgres as target, SmallTablespace(program, postgres, target, options.rounds) as server:
        fill_again_and_again(server, engine, options, chance, counts)


if __name__ == "__main__":
    main(run, __doc__, rounds=5)
