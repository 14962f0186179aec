# SPDX-License-Identifier: Apache-2.0
"""kill -9 in the middle of imports and of an evaluation: afterwards the data are the old ones or the new ones, never
something between, and the same command run again arrives at the new ones.

    kill_import.py PROGRAM [--times N] [--seed S] [--postgres "host=… port=… user=… dbname=…"]

Without --postgres the data lie in an SQLite folder. The judge first has to find fault with a half state that is made by
hand: a judge that cannot say no proves nothing."""
import argparse
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.dont_write_bytecode = True
ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "cmake"), str(Path(__file__).resolve().parent)]

from dev.demo import EXAMPLE, commands  # noqa: E402
from stores import PostgresStore, SqliteStore  # noqa: E402

PAYMENTS = 20_000
MEETINGS = 20_000
BOOKINGS, ROOMS = 3_000, 30


def many_payments(file):
    """One yuan each on the line of salaries, which holds them all."""
    head = "支付日期,凭证号,项目编码,收款方,合同编号,服务起月,服务止月,功能科目编码,经济科目编码,金额（元）,类型,原凭证号,摘要\n"
    rows = (f"2024-{n % 12 + 1:02}-{n % 28 + 1:02},记-{n:06},J01,示例收款方{n % 97},,,,2010303,30101,1.00,支付,,示例摘要\n"
            for n in range(1, PAYMENTS + 1))
    file.write_text(head + "".join(rows), encoding="utf-8")


def many_meetings(file, numbers, people):
    """A register whose records tell by the number of people which file they come from."""
    rows = (f"HY-{n:06},2024-{n % 12 + 1:02}-{n % 28 + 1:02},示例会议{n},部门会议,示例单位{n % 97},{n % 31}号会议室,{people(n)},已召开\n"
            for n in numbers)
    file.write_text("会议编号,会议日期,会议名称,会议类别,主办单位,会议室,参会人数,状态\n" + "".join(rows), encoding="utf-8")


def many_bookings(file, people):
    """Meetings by the quarter of an hour in thirty rooms, and the rooms in a file beside them."""
    rooms = "".join(f"A{n:02},示例会议室{n},20\n" for n in range(ROOMS))
    file.with_name("示例会议室.csv").write_text("会议室编码,会议室名称,座位数\n" + rooms, encoding="utf-8")
    rows = []
    for n in range(BOOKINGS):
        day, quarter = n // ROOMS // 40, n // ROOMS % 40
        begin = 8 * 60 + quarter * 15
        rows.append(f"HY-{n:05},2024-{day // 28 + 1:02}-{day % 28 + 1:02},{begin // 60:02}:{begin % 60:02},"
                    f"{(begin + 15) // 60:02}:{(begin + 15) % 60:02},示例会议,部门会议,示例单位,A{n % ROOMS:02},{people(n)},已召开\n")
    file.write_text("会议编号,会议日期,开始时间,结束时间,会议名称,会议类别,主办单位,会议室,参会人数,状态\n" + "".join(rows), encoding="utf-8")
    return file.with_name("示例会议室.csv")


class Story:
    """A store as it was before a command, the command, and the store as it should be after it."""

    def __init__(self, name, store, before, command, repeatable):
        self.name, self.store, self.command, self.repeatable = name, store, command, repeatable
        store.make()
        for words in before:
            store.run(*words)
        store.keep(self.name)
        self.old = store.state()
        start = time.monotonic()
        store.run(*command)
        self.seconds = time.monotonic() - start
        self.new = store.state()
        if self.old == self.new:
            raise SystemExit(f"{self.name}: the command changed nothing")

    def verdict(self):
        """"old", "new" or what is wrong."""
        damage = self.store.damage()
        if damage:
            return damage
        state = self.store.state()
        return "old" if state == self.old else "new" if state == self.new else "between"

    def saboteur(self):
        """The new state with rows missing must not pass."""
        self.store.restore(self.name)
        self.store.run(*self.command)
        self.store.lose_rows()
        return self.verdict() not in ("old", "new")

    def kill_once(self, delay):
        self.store.restore(self.name)
        child = self.store.start(*self.command)
        try:
            child.wait(delay)
        except subprocess.TimeoutExpired:
            child.send_signal(signal.SIGKILL)
            child.wait()
        self.store.wait_until_quiet()
        seen = self.verdict()
        # What was finished before the kill stands; an evaluation or an import of a register would be recorded twice.
        if seen not in ("old", "new") or (seen == "new" and not self.repeatable):
            return seen
        self.store.run(*self.command, may_refuse=seen == "new")
        again = self.verdict()
        return seen if again == "new" else f"{seen}, and {again} after running again"


def stories(store, folder):
    payments, first, again = (folder / f"示例{name}.csv" for name in ("支付", "会议", "会议改"))
    many_payments(payments)
    many_meetings(first, range(1, MEETINGS + 1), lambda n: n % 90)
    # A third is missing and is removed, half of the rest says something else, and some are new.
    again_numbers = [*range(MEETINGS // 3, MEETINGS + 1), *range(MEETINGS + 1, MEETINGS + 1_000)]
    many_meetings(again, again_numbers, lambda n: n % 90 + (n % 2))
    booked, booked_again = folder / "示例预订.csv", folder / "示例预订改.csv"
    rooms = many_bookings(booked, lambda n: n % 19 + 1)
    many_bookings(booked_again, lambda n: n % 19 + 1 + n % 2)
    everything = list(commands())
    start = [everything[0], ("import", "budget", EXAMPLE / "预算.xlsx", "--year", "2024")]
    yield Story("payments", store, start, ("import", "payments", payments, "--year", "2024"), repeatable=True)
    yield Story("register", store, [everything[0]], ("import", "ledger", "会议台账", first), repeatable=False)
    yield Story("register_again", store, [everything[0], ("import", "ledger", "会议台账", first)],
                ("import", "ledger", "会议台账", again, "--remove-missing"), repeatable=False)
    hall = [everything[0], ("meetings", "import", rooms)]
    yield Story("meetings", store, hall, ("meetings", "import", booked), repeatable=True)
    yield Story("meetings_again", store, [*hall, ("meetings", "import", booked)], ("meetings", "import", booked_again),
                repeatable=True)
    yield Story("evaluation", store, everything[:-1], everything[-1], repeatable=False)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program", type=Path)
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--postgres")
    options = parser.parse_args()
    print(f"seed {options.seed}", flush=True)
    chance = random.Random(options.seed)
    passed = failed = 0
    with tempfile.TemporaryDirectory(prefix="mingji-kill-") as name:
        folder = Path(name)
        program = options.program.resolve()
        with PostgresStore(program, folder, options.postgres) if options.postgres else SqliteStore(program, folder) as store:
            told = list(stories(store, folder))
            for number, story in enumerate(told):
                if not story.saboteur():
                    print(f"{story.name}: the judge did not see a half state")
                    failed += 1
                counts = {"old": 0, "new": 0}
                for _ in range(options.times // len(told) + (number < options.times % len(told))):
                    delay = chance.uniform(0, story.seconds * 1.25)
                    seen = story.kill_once(delay)
                    if seen in counts:
                        counts[seen] += 1
                        passed += 1
                    else:
                        failed += 1
                        print(f"{story.name}: killed after {delay:.4f} s of {story.seconds:.3f}: {seen}", flush=True)
                print(f"{story.name}: {story.seconds:.3f} s when left alone; after the kill {counts['old']} times old, "
                      f"{counts['new']} times new", flush=True)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
