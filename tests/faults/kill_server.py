#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""kill -9 of the server at random points under mixed writes: payments, a draft, uploads and import jobs, from several
people at once. What was acknowledged is there after the restart, whole; what was not is there whole or not at all.

    kill_server.py PROGRAM [--times N] [--seed S]

The judge first has to find fault with a lost payment, one that nobody sent, one that its line does not know of, and a
half import: a judge that cannot say no proves nothing."""
import sys
import threading
import time
from pathlib import Path
from urllib.parse import quote

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))

from served import BASE, BROKEN, YEAR, Acknowledged, Server, line, main, payment, prepare  # noqa: E402

PAYERS = ("fu1", "fu2", "fu3")
ROWS = 40
LEDGER = BASE + "/ledgers/" + quote("示例台账")


class Round:
    """What was sent in one life of the server, and what was acknowledged of it."""

    def __init__(self, number, acknowledged):
        self.number, self.acknowledged = number, acknowledged
        self.sent = set()  # payments
        self.imports = {}  # mark -> job, once acknowledged
        self.draft = [0, 0]  # sent last, acknowledged last
        self.wrong = []
        self.is_over = threading.Event()

    def until_killed(self, write):
        number = 0
        try:
            while not self.is_over.is_set():
                number += 1
                write(number)
        except BROKEN:
            pass  # the server died under it
        except Exception as trouble:  # whatever else is a finding
            self.wrong.append(f"{type(trouble).__name__}: {trouble}")

    def expect(self, answer, status):
        if answer.status != status:
            raise AssertionError(repr(answer))
        return answer

    def pay(self, client, account):
        def write(number):
            voucher = f"R{self.number:04}-{account}-{number:04}"
            self.sent.add(voucher)
            self.expect(client.post(YEAR + "/payments", payment(voucher)), 201)
            self.acknowledged.note(voucher)
        self.until_killed(write)

    def scribble(self, client):
        path = BASE + "/identity/drafts/kill"

        def write(number):
            seen = self.expect(client.get(path), 200)
            # What was there before counts as acknowledged: the first change of a short life may not have arrived.
            self.draft = [[self.number, number], seen.json["value"]]
            self.expect(client.put(path, {"value": self.draft[0]}, etag=seen.etag), 200)
            self.draft[1] = self.draft[0]
        self.until_killed(write)

    def bring(self, client):
        def write(number):
            mark = f"{self.number:04}-{number:03}"
            self.imports[mark] = None
            answer = client.post(LEDGER + "/imports", {"upload": client.uploaded("示例.csv", rows(mark))})
            self.imports[mark] = self.expect(answer, 202).json["job"]
            client.wait(self.imports[mark])
        self.until_killed(write)


def rows(mark):
    return ("编号,名称\n" + "".join(f"{mark}-{n:02},示例{n}\n" for n in range(ROWS))).encode()


def payments(client, text):
    found, cursor = {}, {}
    while True:
        page = client.get(YEAR + "/payments", q=text, limit=200, **cursor).json
        found.update({item["voucher"]: item for item in page["items"]})
        if page["next"] is None:
            return found
        cursor = {"cursor": page["next"]}


def fault_of_payments(sent, acknowledged, found, paid, total):
    """What is wrong; empty when nothing is. `total` payments of one yuan are on the line that says `paid`."""
    lost, strange = sorted(acknowledged - set(found)), sorted(set(found) - sent)
    torn = sorted(voucher for voucher, item in found.items() if {**item, **payment(voucher)} != item)
    if lost or strange or torn:
        return f"lost {lost[:3]}, never sent {strange[:3]}, torn {torn[:3]}"
    return "" if paid == f"{total}.00" else f"{total} payments of one yuan, and the line says {paid}"


def fault_of_import(mark, job, count):
    if job is None:  # nobody was told that it was taken: it may have been
        return "" if count in (0, ROWS) else f"import {mark}: {count} rows of {ROWS}"
    ended = job["state"] == "done" and count == ROWS
    return "" if ended else f"import {mark}: {job['state']} {job['problem']}, {count} rows of {ROWS}"


def judge_is_able():
    right = {"a": {**payment("a"), "kind": "payment"}}
    torn = {"a": {**right["a"], "amount": "0.00"}}
    planted = [fault_of_payments({"a"}, {"a", "b"}, right, "1.00", 1), fault_of_payments(set(), set(), right, "1.00", 1),
               fault_of_payments({"a"}, {"a"}, torn, "1.00", 1), fault_of_payments({"a"}, {"a"}, right, "1.00", 2),
               fault_of_import("x", None, ROWS - 1), fault_of_import("x", {"state": "done", "problem": None}, 0)]
    return all(planted) and not fault_of_payments({"a", "b"}, {"a"}, right, "1.00", 1) and not fault_of_import("x", None, 0)


def faults(round_, client, scribbler):
    yield from round_.wrong
    mark = f"R{round_.number:04}-"
    acknowledged = {voucher for voucher in round_.acknowledged.all() if voucher.startswith(mark)}
    total = client.get(YEAR + "/payments", limit=1).json["total"]
    yield fault_of_payments(round_.sent, acknowledged, payments(client, mark), line(client)["paid"], total)
    drafted = scribbler.get(BASE + "/identity/drafts/kill").json["value"]
    if drafted not in round_.draft and round_.draft != [0, 0]:
        yield f"the draft says {drafted}, sent was {round_.draft[0]}, acknowledged {round_.draft[1]}"
    for name, job in round_.imports.items():
        ended = client.wait(job) if job else None
        yield fault_of_import(name, ended, client.get(LEDGER + "/records", q=name, limit=1).json["total"])


def live_and_die(server, clients, number, acknowledged, delay):
    round_ = Round(number, acknowledged)
    work = [threading.Thread(target=round_.pay, args=(clients[account], account)) for account in PAYERS]
    work += [threading.Thread(target=round_.scribble, args=(clients["bi"],)), threading.Thread(target=round_.bring, args=(clients["dao"],))]
    for thread in work:
        thread.start()
    time.sleep(delay)  # where it strikes is what the seed decides
    server.kill()
    round_.is_over.set()
    for thread in work:
        thread.join()
    return round_


def run(program, engine, postgres, options, chance, counts):
    if not counts.check(judge_is_able(), "the judge is not to be trusted"):
        return
    with Server(program, postgres) as server:
        accounts = (*PAYERS, "bi", "dao")
        for account in accounts:
            server.person(account, "performance")
        server.start()
        clients = {account: server.sign_in(account) for account in accounts}
        prepare(clients["bi"])
        columns = [{"title": "编号", "type": "text", "identity": True}, {"title": "名称", "type": "text"}]
        assert clients["bi"].post(BASE + "/ledgers", {"name": "示例台账", "columns": columns}).status == 201
        acknowledged = Acknowledged(server.folder / "acknowledged")
        for number in range(options.times):
            delay = chance.uniform(0.02, 0.8)
            round_ = live_and_die(server, clients, number, acknowledged, delay)
            server.start()
            found = [fault for fault in faults(round_, clients["dao"], clients["bi"]) if fault]
            counts.check(not found, f"{engine}: life {number} of {delay:.3f} s: {'; '.join(found[:5])}")
        total = clients["bi"].get(YEAR + "/payments", limit=1).json["total"]
        imported = clients["bi"].get(LEDGER + "/records", limit=1).json["total"]
        counts.check(len(acknowledged.all()) > options.times, f"{engine}: only {len(acknowledged.all())} payments were acknowledged")
        server.kill()
        counts.check(server.damage() == [], f"{engine}: {server.damage()}")
        server.command("audit", "verify")
        print(f"{engine}: {options.times} kills, {len(acknowledged.all())} acknowledged payments of {total} stored, "
              f"{imported // ROWS} whole imports", flush=True)


if __name__ == "__main__":
    main(run, __doc__, times=30)
