# SPDX-License-Identifier: Apache-2.0
"""Backups: what was backed up comes back equal, on either engine and from one to the other; a damaged backup is noticed,
and never touches what is there.

    backups.py PROGRAM [--damages N] [--seed S]          PostgreSQL is the one that TEST_POSTGRES names, if it is set."""
import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.dont_write_bytecode = True
ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "cmake"), str(Path(__file__).resolve().parent)]

from dev.demo import commands  # noqa: E402
from stores import PostgresStore, SqliteStore  # noqa: E402

REFUSED = (1, 3, 4)


class Office:
    """The example year in one store, and the program's answers about it."""

    def __init__(self, program, store):
        self.program, self.store = program, store
        store.make()
        for words in commands():
            store.run(*words)

    def ask(self, *words, data=None):
        """Exit code and answer."""
        done = subprocess.run([self.program, *map(str, words), "--data", data or self.store.data], check=False, text=True,
                              capture_output=True, env={**os.environ, "MINGJI_DATABASE": self.store.database()})
        return done.returncode, done.stdout

    def backup(self):
        code, answer = self.ask("backup", "create")
        if code:
            raise SystemExit(f"backup create: exit code {code}")
        return answer.strip()

    def folder(self, name):
        return self.store.data / "backups" / name


def bare(rows):
    """Without the audit chain, where the restoration itself is recorded."""
    return {table: what for table, what in rows.items() if not table.startswith("identity_audit")}


def checks_of_one_store(office, count):
    before = bare(office.store.state())
    acts = office.store.state()["identity_audit"][0]
    name = office.backup()
    count(office.ask("backup", "verify", name)[0] == 0, "a fresh backup is whole")
    count(office.ask("backup", "restore", name)[0] == 4, "a restoration has to be confirmed")

    evidence = sorted((office.store.data / "evidence").rglob("*"))
    lost = next(file for file in evidence if file.is_file())
    content = lost.read_bytes()
    lost.unlink()
    office.store.run("budget", "show", "--year", "2024")
    office.store.lose_rows()
    count(bare(office.store.state()) != before, "the damage shows")
    code, _ = office.ask("backup", "restore", name, "--confirm", name)
    count(code == 0 and bare(office.store.state()) == before, "everything is as it was")
    count(office.store.state()["identity_audit"][0] == acts + 1, "and one audit record says who restored it")
    count(lost.read_bytes() == content, "the evidence is back")
    listed = json.loads(office.ask("backup", "list", "--format", "json")[1])["items"]
    count([item["why"] for item in listed] == ["before_restore", "demand"], "what was there before is kept")
    return name


def damage(chance, office, name):
    """One random change of one file of the backup; undone by the function that comes back."""
    manifest = json.loads((office.folder(name) / "manifest.json").read_text(encoding="utf-8"))
    pool = office.store.data / "backups" / "files"
    files = [office.folder(name) / file for file in ("manifest.json", "manifest.seal", "dump.gz")]
    files += [pool / file["sm3"][:2] / file["sm3"] for file in manifest["files"]]
    file = chance.choice(files)
    content = file.read_bytes()
    kind = chance.choice(["flip", "cut", "drop"])
    if kind == "flip" and content:
        place = chance.randrange(len(content))
        file.write_bytes(content[:place] + bytes([content[place] ^ (1 << chance.randrange(8))]) + content[place + 1:])
    elif kind == "cut" and content:
        file.write_bytes(content[:chance.randrange(len(content))])
    else:
        file.unlink()
    return f"{kind} {file.name}", lambda: file.write_bytes(content)


def checks_of_damage(office, name, damages, chance, count):
    before = office.store.state()
    for _ in range(damages):
        what, undo = damage(chance, office, name)
        count(office.ask("backup", "verify", name)[0] in REFUSED, f"{what}: verify notices")
        undo()
    for _ in range(3):
        what, undo = damage(chance, office, name)
        code, _ = office.ask("backup", "restore", name, "--confirm", name)
        count(code in REFUSED and office.store.state() == before, f"{what}: nothing was restored")
        undo()
    count(office.ask("backup", "verify", name)[0] == 0, "undone, it is whole again")


def checks_of_new_host(office, name, data, count):
    """The folder of backups is all that is left."""
    shutil.copytree(office.store.data / "backups", data / "backups")
    code, _ = office.ask("backup", "restore", name, "--confirm", name, data=data)
    lists = [office.ask("indicators", "runs", "--format", "json", data=where)[1] for where in (None, data)]
    evidence = [sorted(file.name for file in (where / "evidence").rglob("*")) for where in (office.store.data, data)]
    count(code == 0 and lists[0] == lists[1] and evidence[0] == evidence[1], "a new host takes over")


def checks_of_move(office, other_database, folder, count):
    """There and back again; the data say the same at every stop."""
    def state(data, database=""):
        env = {**os.environ, "MINGJI_DATABASE": database}
        name = subprocess.run([office.program, "backup", "create", "--data", data], check=True, capture_output=True, text=True,
                              env=env).stdout.strip()
        manifest = json.loads((data / "backups" / name / "manifest.json").read_text(encoding="utf-8"))
        return manifest["tables"]

    first = state(office.store.data)
    code, _ = office.ask("migrate-engine", "--to", other_database)
    count(code == 0 and state(folder / "server", other_database) == first, "equal row by row on PostgreSQL")
    subprocess.run([office.program, "migrate-engine", "--to", folder / "back", "--data", folder / "server"], check=True,
                   capture_output=True, env={**os.environ, "MINGJI_DATABASE": other_database})
    count(state(folder / "back") == first, "and back on SQLite")
    count(office.ask("migrate-engine", "--to", other_database)[0] == 4, "a database with rows in it is left alone")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program", type=Path)
    parser.add_argument("--damages", type=int, default=60)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    options = parser.parse_args()
    print(f"seed {options.seed}", flush=True)
    chance = random.Random(options.seed)
    counts = [0, 0]

    def count(is_right, what):
        counts[not is_right] += 1
        if not is_right:
            print(f"FAILED {what}", flush=True)

    program = options.program.resolve()
    server = os.environ.get("TEST_POSTGRES")
    with tempfile.TemporaryDirectory(prefix="mingji-backup-") as name:
        folder = Path(name)
        with SqliteStore(program, folder) as store:
            office = Office(program, store)
            backup = checks_of_one_store(office, count)
            checks_of_damage(office, backup, options.damages, chance, count)
            checks_of_new_host(office, backup, folder / "new", count)
            if server:
                with PostgresStore(program, folder / "other", server) as other:
                    (folder / "other").mkdir()
                    other.make()
                    checks_of_move(office, other.database(), folder, count)
        if server:
            with PostgresStore(program, folder, server) as store:
                checks_of_one_store(Office(program, store), count)
    print(f"{counts[0]} passed, {counts[1]} failed")
    return 1 if counts[1] else 0


if __name__ == "__main__":
    sys.exit(main())
