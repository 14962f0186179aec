# SPDX-License-Identifier: Apache-2.0
"""A released migration never changes. `./dev migration-lock` notes the SM3 of new ones in migrations.sm3 at a release;
the digest is the one the migrator keeps in schema_migration."""
import hashlib
import re
import sys
from pathlib import Path

LOCK = "tests/arch/migrations.sm3"
NAME = re.compile(r"^(\d{4})_[a-z0-9_]+(\.sqlite|\.postgres)?\.sql$")


def steps(root):
    return sorted((root / "src").glob("*/migrations/*.sql"))


def digest(file):
    return hashlib.new("sm3", file.read_bytes()).hexdigest()


def locked(root):
    lock = root / LOCK
    lines = lock.read_text(encoding="utf-8").splitlines() if lock.exists() else []
    return {path: value for value, path in (line.split(maxsplit=1) for line in lines if line and line[0] != "#")}


def name_problems(root):
    """Numbers run from 1 without a gap, and a step for one engine has its sibling for the other."""
    for folder in sorted({step.parent for step in steps(root)}):
        where = str(folder.relative_to(root))
        numbers = {}
        for step in sorted(folder.glob("*.sql")):
            match = NAME.match(step.name)
            if not match:
                yield f"{where}/{step.name}: expected NNNN_name.sql"
                continue
            numbers.setdefault(int(match.group(1)), []).append(match.group(2) or "both")
        if sorted(numbers) != list(range(1, len(numbers) + 1)):
            yield f"{where}: the numbers do not run from 1 without a gap"
        for number, engines in numbers.items():
            if sorted(engines) not in (["both"], [".postgres", ".sqlite"]):
                yield f"{where}: step {number} is there for {', '.join(engines)}"


def problems(root):
    found = list(name_problems(root))
    for path, value in locked(root).items():
        if not (root / path).exists():
            found.append(f"{path}: a released migration is gone")
        elif digest(root / path) != value:
            found.append(f"{path}: a released migration was changed; write a new step instead")
    return found


def lock(root):
    known = locked(root)
    fresh = {str(step.relative_to(root)): digest(step) for step in steps(root)}
    rows = {**fresh, **known}  # what is locked stays as it was
    text = "# SM3 of every released migration. ./dev migration-lock adds new ones.\n"
    (root / LOCK).write_text(text + "".join(f"{rows[path]}  {path}\n" for path in sorted(rows)), encoding="utf-8")
    print(f"{len(rows) - len(known)} new, {len(known)} known")


TABLE = "CREATE TABLE budget_year (\n    org_id TEXT NOT NULL\n);\n"
PLANTED = [
    ({"src/budget/migrations/0001_create.sql": TABLE, LOCK: "00  src/budget/migrations/0001_create.sql\n"}, None,
     "a released migration was changed"),
    ({LOCK: "00  src/budget/migrations/0001_create.sql\n"}, None, "a released migration is gone"),
    ("src/budget/migrations/0002_create.sql", TABLE, "do not run from 1"),
    ("src/budget/migrations/0001_create.sqlite.sql", TABLE, "step 1 is there for .sqlite"),
    ("src/budget/migrations/create.sql", TABLE, "expected NNNN_name.sql"),
]

if __name__ == "__main__":
    if sys.argv[1:] != ["--lock"]:
        sys.exit("usage: check_migrations.py --lock")
    lock(Path(__file__).resolve().parents[2])
