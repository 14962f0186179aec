#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Two people book the last yuan of a line at the same moment, over HTTP: one succeeds, the other is refused and told why.
By payment against payment, contract against contract, and payment against contract.

    last_yuan.py PROGRAM [--rounds N] [--seed S]

Two guards stand behind each other: the condition of the UPDATE that moves the line's totals, and the table's own CHECK. Each
is taken away in turn, and the other one still lets only one of the two through; with both gone the judge has to find fault.
The judge first has to find fault with two winners, with none, and with a yuan that is left or was overspent."""
import sys
import threading
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))

import guards  # noqa: E402
from served import YEAR, Server, line, main, payment, prepare  # noqa: E402

PAIRS = (("payments", "payments"), ("contracts", "contracts"), ("payments", "contracts"))
REFUSED = {"payments": (409, "budget.payment.exceeds_available"), "contracts": (409, "budget.contract.exceeds_available")}


def body(kind, name):
    if kind == "payments":
        return payment(name)
    return {"number": name, "title": "示例合同", "line": "P01", "payee": "示例公司", "amount": "1.00", "signed_on": "2024-02-01"}


def race(clients, kinds, number):
    """Both answers."""
    answers, gate = [None, None], threading.Barrier(2)

    def go(who):
        gate.wait()
        answers[who] = clients[who].post(f"{YEAR}/{kinds[who]}", body(kinds[who], f"R{number}-{who}"))

    threads = [threading.Thread(target=go, args=(who,)) for who in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def fault(kinds, answers, available, is_told_why=True):
    """What is wrong; empty when one got it, the other was refused, and nothing is left."""
    winners = [who for who in (0, 1) if answers[who].status == 201]
    if len(winners) != 1:
        return f"{len(winners)} succeeded: {answers}"
    loser = 1 - winners[0]
    if is_told_why and (answers[loser].status, answers[loser].code) != REFUSED[kinds[loser]]:
        return f"refused as {answers[loser]}"
    return "" if Decimal(available) == 0 else f"{available} left"


def judge_is_able():
    won, lost, other = (SimpleNamespace(status=status, code=code) for status, code in ((201, ""), REFUSED["payments"], (500, "request.broken")))
    planted = [((won, won), "0.00"), ((lost, lost), "1.00"), ((won, other), "0.00"), ((won, lost), "1.00"), ((won, lost), "-1.00")]
    return all(fault(PAIRS[0], *one) for one in planted) and not fault(PAIRS[0], (lost, won), "0.00")


def play(clients, rounds, chance, is_told_why=True):
    """Round by round: what is wrong with it, and whether the second was first."""
    prepare(clients[0], "1.00")
    for number in range(rounds):
        if number:
            amount = Decimal("1.00") - Decimal(line(clients[0])["available"])  # also where a round overspent
            answer = clients[0].post(YEAR + "/documents", {"number": f"追加{number}号", "issued_on": "2024-02-01", "kind": "supplement",
                                                           "lines": [{"line": "P01", "amount": str(amount)}]})
            assert answer.status == 201, answer
        kinds = PAIRS[number % len(PAIRS)]
        if chance.random() < 0.5:
            kinds = kinds[::-1]
        answers = race(clients, kinds, number)
        yield fault(kinds, answers, line(clients[0])["available"], is_told_why), answers[1].status == 201


def opened(server):
    for account in ("jia", "yi"):
        server.person(account, "performance")
    server.start()
    return [server.sign_in(account) for account in ("jia", "yi")]


def run_with_every_guard(program, engine, postgres, options, chance, counts):
    with Server(program, postgres) as server:
        wins = [0, 0]
        for number, (found, second_won) in enumerate(play(opened(server), options.rounds, chance)):
            counts.check(not found, f"{engine}: round {number}: {found}")
            wins[second_won] += 1
        counts.check(min(wins) > 0, f"{engine}: always the same one was first: that was no race")
        print(f"{engine}: {options.rounds} last yuan, first was {wins[0]} times the one and {wins[1]} times the other", flush=True)


def run_without_a_guard(program, engine, postgres, chance, counts):
    with guards.program_without(program, guards.CONDITIONS_OF_LINES) as bare:
        for name, used, has_check in (("the CHECK alone", bare, True), ("the UPDATE's condition alone", program, False),
                                      ("no guard", bare, False)):
            with Server(used, postgres) as server:
                if not has_check:
                    guards.drop_check(server, "budget_line", "budget_line_available")
                # Whoever meets the CHECK alone is refused without a reason: it is the last line, not the first.
                found = [fault for fault, _ in play(opened(server), len(PAIRS), chance, is_told_why=used is program)]
            if name == "no guard":
                counts.check(all(found), f"{engine}: with no guard left nobody found fault: {found}")
            else:
                counts.check(not any(found), f"{engine}: with {name}: {found}")


def run(program, engine, postgres, options, chance, counts):
    if not counts.check(judge_is_able(), "the judge is not to be trusted"):
        return
    run_with_every_guard(program, engine, postgres, options, chance, counts)
    run_without_a_guard(program, engine, postgres, chance, counts)


if __name__ == "__main__":
    main(run, __doc__, rounds=60)
