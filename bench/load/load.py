#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The server under load, on both engines: load.py PROGRAM BARE_SERVER [SECONDS] [sqlite|postgres]

Sixteen connections create payments, read one record of 100,000, and list 20 payments of 100,000 by line and month, SECONDS
each (10). Beside it, in the same run and from the same client, the least that could answer the same requests: a server
without sign-in, rules, audit and keys that runs the same insert and the same selects (bare_server.cpp). What counts are the
ratios. Everything stays on loopback and ends by itself. `./dev bench load` builds what it needs and calls it."""
import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import quote

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT / "cmake"), str(ROOT / "tests" / "api")]

from client import BASE, Server  # noqa: E402
from dev.postgres import Postgres  # noqa: E402

ROWS = 100_000
LINES = 20
CONNECTIONS = 16
TICKS = os.sysconf("SC_CLK_TCK")
REGISTER = "示例登记"
# At least that share of the engine alone.
WANTED = {"create": 0.5, "read": 0.5, "list": 0.8}


def write_payments(file):
    head = "支付日期,凭证号,项目编码,收款方,功能科目编码,经济科目编码,金额（元）\n"
    rows = (f"2024-{n % 12 + 1:02}-{n % 28 + 1:02},记-{n:06},P{n // 12 % LINES:02},示例公司{n % 97},2010303,30201,{n % 90 + 1}.00\n"
            for n in range(ROWS))
    file.write_text(head + "".join(rows), encoding="utf-8")


def write_records(file):
    rows = (f"R{n:06},示例{n},{n % 97}\n" for n in range(ROWS))
    file.write_text("编号,名称,数量\n" + "".join(rows), encoding="utf-8")


def furnish(server):
    """A year with its payments, and a register with its records; the server has been stopped again."""
    server.person("jixiao", "performance")
    client = server.start().sign_in("jixiao")
    lines = [{"code": f"P{n:02}", "name": f"示例项目{n}", "kind": "project", "functional_code": "2010303", "economic_code": "30201"}
             for n in range(LINES)]
    amounts = [{"line": line["code"], "amount": "90000000.00"} for line in lines]
    document = {"number": "示例1号", "issued_on": "2024-01-01", "kind": "initial", "lines": amounts}
    columns = [{"title": "编号", "type": "text", "identity": True}, {"title": "名称", "type": "text"}, {"title": "数量", "type": "integer"}]
    year = f"{BASE}/budget/years"
    for path, body in ((year, {"year": 2024}), *((f"{year}/2024/lines", line) for line in lines), (f"{year}/2024/documents", document),
                       (f"{BASE}/ledgers", {"name": REGISTER, "columns": columns})):
        answer = client.post(path, body)
        assert answer.status == 201, answer
    server.stop()
    write_payments(server.folder / "payments.csv")
    write_records(server.folder / "records.csv")
    server.command("import", "payments", server.folder / "payments.csv", "--year", "2024")
    server.command("import", "ledger", REGISTER, server.folder / "records.csv")
    return client


class Processes:
    """The processor time of a process and of those that it started, in seconds; and its memory in MiB. Without one: nothing."""

    def __init__(self, pid):
        self.pid = pid

    def all(self):
        if not self.pid:
            return []
        started = Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text(encoding="ascii")
        return [self.pid, *map(int, started.split())]

    def seconds(self):
        """By process, because some of them end."""
        found = {}
        for pid in self.all():
            try:
                fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
            except OSError:
                continue  # it ended in this moment
            found[pid] = (int(fields[11]) + int(fields[12])) / TICKS
        return found

    def since(self, before):
        return sum(seconds - before.get(pid, 0) for pid, seconds in self.seconds().items())

    def memory(self, what):
        """VmRSS now, VmHWM at most since forget()."""
        return int(re.search(rf"{what}:\s+(\d+)", Path(f"/proc/{self.pid}/status").read_text(encoding="utf-8"))[1]) / 1024

    def forget(self):
        Path(f"/proc/{self.pid}/clear_refs").write_text("5", encoding="ascii")


def wrk(port, client, kind, seconds):
    path = f"{BASE}/ledgers/{quote(REGISTER)}" if kind == "read" else "/"
    words = [kind, client.cookie, client.csrf, f"W{time.time_ns()}-", str(ROWS), str(LINES)]
    done = subprocess.run(["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "-s", HERE / "requests.lua",
                           f"http://127.0.0.1:{port}{path}", "--", *words], check=True, capture_output=True, text=True)
    return json.loads(done.stdout.splitlines()[-1])


def scripts_for(server):
    """What the bare server asks, with the ids of this run; the server itself does not run."""
    ((org,),) = server.sql("SELECT org_id FROM budget_year")
    ((ledger,),) = server.sql("SELECT id FROM ledgers_ledger")
    folder = server.folder / "bare"
    folder.mkdir()
    for file in (HERE / "bare").glob("*.sql"):
        text = file.read_text(encoding="utf-8")
        (folder / file.name).write_text(text.replace("{org}", org).replace("{ledger}", ledger), encoding="utf-8")
    return folder


class BareServer:
    def __init__(self, program, target, scripts):
        self.process = subprocess.Popen([program, target, scripts], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.port = int(self.process.stdout.readline())

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait(30)
        self.process.stdout.close()


def measure(server, client, bare, seconds, database):
    """One kind of request after the other, the bare server right before the other one."""
    processes = Processes(server.process.pid)
    print(f"memory at rest {processes.memory('VmRSS'):.0f} MiB (at most 40)", flush=True)
    print(f"{'':8}{'server/s':>10}{'p50 ms':>9}{'p99 ms':>9}{'CPU µs':>8}{'+ db':>7}{'MiB':>6}   {'bare/s':>9}{'p50 ms':>9}{'p99 ms':>9}{'ratio':>8}")
    for kind in WANTED:
        alone = wrk(bare.port, client, kind, seconds)
        processes.forget()
        before = [one.seconds() for one in (processes, database)]
        seen = wrk(server.port, client, kind, seconds)
        own, its = (one.since(at) / seen["requests"] * 1e6 for one, at in zip((processes, database), before))
        rate, bare_rate = seen["requests"] / seen["seconds"], alone["requests"] / alone["seconds"]
        print(f"{kind:8}{rate:10.0f}{seen['p50']:9.2f}{seen['p99']:9.2f}{own:8.0f}{its:7.0f}{processes.memory('VmHWM'):6.0f}   "
              f"{bare_rate:9.0f}{alone['p50']:9.2f}{alone['p99']:9.2f}{rate / bare_rate:8.2f}  (at least {WANTED[kind]})", flush=True)
        if seen["wrong"] or alone["wrong"]:
            raise SystemExit(f"not answered as they should be: {seen['wrong']} of {seen['requests']}, {alone['wrong']} of {alone['requests']}")


def start_again(server):
    begin = time.monotonic()
    server.start()
    print(f"start to first answer {time.monotonic() - begin:.2f} s (at most 0.2)")


def on_sqlite(program, bare_program, seconds):
    print("\nSQLite (WAL, synchronous=FULL)")
    with Server(program) as server:
        client, scripts, copied = furnish(server), scripts_for(server), server.folder / "bare.sqlite"
        shutil.copy(server.data / "mingji.sqlite", copied)
        start_again(server)
        with BareServer(bare_program, copied, scripts) as bare:
            measure(server, client, bare, seconds, Processes(None))
        assert server.stop() == 0


def on_postgres(program, bare_program, seconds):
    print("\nPostgreSQL 15 (socket, synchronous_commit=on)")
    postgres = Postgres()
    with postgres as target, Server(program, target) as server:
        client, scripts = furnish(server), scripts_for(server)
        server.sql("VACUUM ANALYZE")
        server.sql(f"CREATE DATABASE mingji_bare TEMPLATE {server.name}", target)
        start_again(server)
        with BareServer(bare_program, target.replace("dbname=postgres", "dbname=mingji_bare"), scripts) as bare:
            measure(server, client, bare, seconds, Processes(postgres.server.pid))
        assert server.stop() == 0


def main(program, bare_program, seconds="10", engine=None):
    for name, run in (("sqlite", on_sqlite), ("postgres", on_postgres)):
        if engine in (None, name):
            run(Path(program), Path(bare_program).resolve(), int(seconds))


if __name__ == "__main__":
    main(*sys.argv[1:])
