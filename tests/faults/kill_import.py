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

import many_records as many  # noqa: E402
from dev.demo import EXAMPLE, commands  # noqa: E402
from stores import PostgresStore, SqliteStore  # noqa: E402

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
        """The new state with rows missing of what the command wrote must not pass."""
        self.store.restore(self.name)
        self.store.run(*self.command)
        self.store.lose_rows([table for table in self.new if self.new[table] != self.old.get(table)])
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
    everything = list(commands())
    start = [everything[0]]
    first = many.meetings(folder / "会议.csv", range(1, many.MEETINGS + 1), lambda n: n % 90)
    # A third is missing and is removed, half of the rest says something else, and some are new.
    numbers = range(many.MEETINGS // 3, many.MEETINGS + 1_000)
    again = many.meetings(folder / "会议改.csv", numbers, lambda n: n % 90 + n % 2)
    budget = ("import", "budget", EXAMPLE / "预算.xlsx", "--year", "2024")
    yield Story("payments", store, [*start, budget],
                ("import", "payments", many.payments(folder / "支付.csv"), "--year", "2024"), repeatable=True)
    yield Story("register", store, start, ("import", "ledger", "会议台账", first), repeatable=False)
    yield Story("register_again", store, [*start, ("import", "ledger", "会议台账", first)],
                ("import", "ledger", "会议台账", again, "--remove-missing"), repeatable=False)
    hall = [*start, ("meetings", "import", many.rooms(folder / "会议室.csv"))]
    yield from twice(store, "meetings", hall, [many.bookings(folder / f"预订{n}.csv", n) for n in (0, 1)])
    for slice_name, workbook in (("repairs", many.repairs), ("surveys", many.answers)):
        template = folder / f"{slice_name}.xlsx"
        store.run("template", slice_name, "--output", template)
        files = [workbook(template, folder / f"{slice_name}{n}.xlsx", n) for n in (0, 1)]
        yield from twice(store, slice_name, start, files)
    # Small ones: what the example has of the other workbooks.
    houses = ("premises", "import", EXAMPLE / "办公用房.xlsx")
    yield Story("premises", store, start, houses, repeatable=True)
    yield Story("allocations", store, [*start, houses], ("allocations", "import", EXAMPLE / "单位编制.xlsx"), repeatable=True)
    yield Story("holdings", store, [*start, houses], ("holdings", "import", many.holdings(folder / "分台账.csv")),
                repeatable=True)
    yield Story("evaluation", store, everything[:-1], everything[-1], repeatable=False)


def twice(store, name, before, files):
    """A slice's import into an empty slice, and of a file of which half says something else."""
    first, again = ((name, "import", file) for file in files)
    yield Story(name, store, before, first, repeatable=True)
    yield Story(f"{name}_again", store, [*before, first], again, repeatable=True)


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
