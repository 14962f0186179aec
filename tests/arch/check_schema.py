# SPDX-License-Identifier: Apache-2.0
"""The schema that the program's migrations make: the same on both engines, every key of a tenant's table with org_id in
it, and equal to docs/schema.md. `check_schema.py PROGRAM [--write]`; PostgreSQL is the one TEST_POSTGRES names."""
import os
import sqlite3
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "schema.md"
# Shared by all organisations, or about the database itself.
REFERENCE_TABLES = {"identity_org", "identity_account", "identity_failure", "schema_migration"}
SCHEMA = f"arch_{os.getpid()}"


@dataclass
class Table:
    columns: list = field(default_factory=list)  # (name, type, "NOT NULL" or "")
    primary: tuple = ()
    unique: set = field(default_factory=set)  # tuples of columns
    foreign: set = field(default_factory=set)  # (columns, other table, its columns)


def fill(program, folder, database=""):
    words = ["init", "--name", "示例单位", "--region", "420112", "--region-name", "东西湖区", "--data", folder]
    subprocess.run([program, *words], check=True, capture_output=True, env={**os.environ, "MINGJI_DATABASE": database})


def of_sqlite(program):
    with tempfile.TemporaryDirectory(prefix="mingji-schema-") as folder:
        fill(program, folder)
        db = sqlite3.connect(Path(folder) / "mingji.sqlite")
        names = [row[0] for row in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")]
        return {name: table_of_sqlite(db, name) for name in names}


def table_of_sqlite(db, name):
    table = Table()
    rows = db.execute(f"PRAGMA table_info({name})").fetchall()
    for _, column, kind, not_null, _, _ in rows:
        table.columns.append((column, "BIGINT" if kind == "INTEGER" else kind, "NOT NULL" if not_null else ""))
    table.primary = tuple(row[1] for row in sorted((row for row in rows if row[5]), key=lambda row: row[5]))
    for _, index, is_unique, origin, _ in db.execute(f"PRAGMA index_list({name})").fetchall():
        if is_unique and origin != "pk":
            table.unique.add(tuple(row[2] for row in db.execute(f"PRAGMA index_info({index})")))
    keys = {}
    for number, _, other, column, target, *_ in db.execute(f"PRAGMA foreign_key_list({name})"):
        keys.setdefault((number, other), []).append((column, target))
    for (_, other), pairs in keys.items():
        table.foreign.add((tuple(pair[0] for pair in pairs), other, tuple(pair[1] for pair in pairs)))
    return table


COLUMNS = """SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns
              WHERE table_schema = current_schema() ORDER BY table_name, ordinal_position"""
INDEXES = """SELECT t.relname, i.indisprimary, (SELECT string_agg(a.attname, ',' ORDER BY k.place)
               FROM unnest(i.indkey) WITH ORDINALITY k(number, place) JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.number)
               FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid
              WHERE t.relnamespace = current_schema()::regnamespace AND i.indisunique"""
FOREIGN = """SELECT t.relname, o.relname,
       (SELECT string_agg(a.attname, ',' ORDER BY k.place) FROM unnest(c.conkey) WITH ORDINALITY k(number, place)
          JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.number),
       (SELECT string_agg(a.attname, ',' ORDER BY k.place) FROM unnest(c.confkey) WITH ORDINALITY k(number, place)
          JOIN pg_attribute a ON a.attrelid = c.confrelid AND a.attnum = k.number)
  FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid JOIN pg_class o ON o.oid = c.confrelid
 WHERE c.contype = 'f' AND t.relnamespace = current_schema()::regnamespace"""


def of_postgres(program, server):
    target = f"{server} options='-csearch_path={SCHEMA}'"

    def ask(statement, where=target):
        done = subprocess.run(["psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-F", "|", "-d", where, "-c", statement],
                              check=True, capture_output=True, text=True)
        return [line.split("|") for line in done.stdout.splitlines()]

    ask(f"CREATE SCHEMA {SCHEMA}", server)
    try:
        with tempfile.TemporaryDirectory(prefix="mingji-schema-") as folder:
            fill(program, folder, target)
        tables = {}
        for name, column, kind, nullable in ask(COLUMNS):
            tables.setdefault(name, Table()).columns.append((column, kind.upper(), "NOT NULL" if nullable == "NO" else ""))
        for name, primary, columns in ask(INDEXES):
            if primary == "t":
                tables[name].primary = tuple(columns.split(","))
            else:
                tables[name].unique.add(tuple(columns.split(",")))
        for name, other, columns, targets in ask(FOREIGN):
            tables[name].foreign.add((tuple(columns.split(",")), other, tuple(targets.split(","))))
        return tables
    finally:
        subprocess.run(["psql", "-X", "-q", "-d", server, "-c", f"DROP SCHEMA {SCHEMA} CASCADE"], check=True,
                       capture_output=True)


def key_problems(tables):
    """Decision 2 of the architecture: the tenant stands first in the primary key and is part of every other key."""
    for name, table in sorted(tables.items()):
        if name in REFERENCE_TABLES:
            continue
        if table.primary[:1] != ("org_id",):
            yield f"{name}: the primary key {table.primary} does not begin with org_id"
        for columns in table.unique:
            if "org_id" not in columns:
                yield f"{name}: the unique key {columns} does not contain org_id"
        for columns, other, targets in table.foreign:
            if "org_id" not in columns or dict(zip(columns, targets)).get("org_id") != "org_id":
                yield f"{name}: the foreign key {columns} to {other} does not carry org_id"
        for column, kind, _ in table.columns:
            if kind not in ("TEXT", "BIGINT"):
                yield f"{name}.{column}: {kind}; columns are TEXT or BIGINT"


def engine_problems(sqlite, postgres):
    for name in sorted(set(sqlite) | set(postgres)):
        if name not in sqlite or name not in postgres:
            yield f"{name}: only on {'SQLite' if name in sqlite else 'PostgreSQL'}"
            continue
        for part in ("columns", "primary", "unique", "foreign"):
            here, there = getattr(sqlite[name], part), getattr(postgres[name], part)
            if here != there:
                yield f"{name}: {part} differ: SQLite {here}, PostgreSQL {there}"


def page(tables):
    lines = ["# The tables", "", "Written by `./dev schema` from the migrated schema; the same on SQLite and PostgreSQL."]
    for name, table in sorted(tables.items()):
        lines += ["", f"## {name}", "", "| column | type | |", "|---|---|---|"]
        lines += [f"| {column} | {kind} | {rule} |" for column, kind, rule in table.columns]
        lines += ["", f"Primary key: {', '.join(table.primary)}"]
        lines += [f"<br>Unique: {', '.join(columns)}" for columns in sorted(table.unique)]
        lines += [f"<br>{', '.join(columns)} → {other} ({', '.join(targets)})"
                  for columns, other, targets in sorted(table.foreign)]
    return "\n".join(lines) + "\n"


def judge_problems():
    """The judge must be able to say no."""
    good = Table([("org_id", "TEXT", "NOT NULL"), ("id", "TEXT", "NOT NULL")], ("org_id", "id"))
    for bad in (Table(good.columns, ("id", "org_id")), Table(good.columns, good.primary, {("id",)}),
                Table(good.columns, good.primary, set(), {(("id",), "t", ("id",))}),
                Table([*good.columns, ("x", "REAL", "")], good.primary)):
        if not list(key_problems({"t": bad})) or not list(engine_problems({"t": good}, {"t": bad})):
            yield f"a bad table was not seen: {bad}"
    yield from key_problems({"t": good})


def main(words):
    program = Path(words[0]).resolve()
    tables = of_sqlite(program)
    found = [*judge_problems(), *key_problems(tables)]
    server = os.environ.get("TEST_POSTGRES")
    if server:
        found += engine_problems(tables, of_postgres(program, server))
    else:
        print("TEST_POSTGRES is not set: nothing was compared with PostgreSQL")
    if "--write" in words:
        PAGE.write_text(page(tables), encoding="utf-8")
    elif not PAGE.exists() or PAGE.read_text(encoding="utf-8") != page(tables):
        found.append("docs/schema.md is not what the migrations make: ./dev schema")
    print("\n".join([*found, f"{len(tables)} tables"]))
    print(f"{int(not found)} passed, {len(found)} failed")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
