# SPDX-License-Identifier: Apache-2.0
"""Data of the program on either engine, for tests that break it: kept, restored, and read as a canonical state."""
import hashlib
import os
import re
import shutil
import sqlite3
import subprocess
import time

# Made anew by every run: ids (UUIDv7), instants, the random codes of labels, and the digests of the audit, which are taken
# over ids and instants. The digests are not compared: `mingji audit verify` judges them.
OF_THE_RUN = {("identity_audit", "digest"), ("identity_audit_seal", "record_digest"), ("identity_audit_seal", "chain_digest"),
              ("repairs_equipment", "report_code")}
IDS = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")


def canonical(rows_of_tables):
    """One digest per table, over its rows in sorted order, without what every run makes anew."""
    state = {}
    for table, columns, rows in rows_of_tables:
        kept = [i for i, column in enumerate(columns) if not column.endswith("_ms") and (table, column) not in OF_THE_RUN]
        lines = sorted(IDS.sub("ID", "\x1f".join("\\N" if row[i] is None else str(row[i]) for i in kept)) for row in rows)
        state[table] = (len(lines), hashlib.sha256("\n".join(lines).encode()).hexdigest())
    return state


class Store:
    """What both engines share: the program and its data folder (evidence files lie there on either engine)."""

    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        self.data = folder / "data"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def database(self):
        return ""

    def start(self, *words):
        return subprocess.Popen([self.program, *map(str, words), "--data", self.data], cwd=self.folder,
                                env={**os.environ, "MINGJI_DATABASE": self.database()}, stdin=subprocess.DEVNULL,
                                stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)

    def run(self, *words, may_refuse=False):
        child = self.start(*words)
        _, said = child.communicate(timeout=300)
        if child.returncode != 0 and not (may_refuse and child.returncode in (3, 4)):
            raise SystemExit(f"mingji {' '.join(map(str, words))}: exit code {child.returncode}\n{said.decode(errors='replace')}")

    def broken_audit(self):
        """What `mingji audit verify` says of a chain that is not whole; nothing where it is."""
        child = self.start("audit", "verify")
        _, said = child.communicate(timeout=300)
        return "" if child.returncode == 0 else f"audit verify: {child.returncode} {said.decode(errors='replace')[:300]}"

    def keep(self, name):
        shutil.rmtree(self.folder / name, ignore_errors=True)
        if self.data.exists():
            shutil.copytree(self.data, self.folder / name)

    def restore(self, name):
        shutil.rmtree(self.data, ignore_errors=True)
        if (self.folder / name).exists():
            shutil.copytree(self.folder / name, self.data)

    def wait_until_quiet(self):
        pass

    def lose_rows(self, tables=None):
        """Half of the rows of the largest table, or of the largest of these. Rows are named by their primary key: not every
        table of SQLite has row ids."""
        state = self.state()
        name = max(tables or state, key=lambda table: state[table][0])
        keys = ", ".join(self.primary_key(name))
        self.write_unguarded(f"DELETE FROM {name} WHERE ({keys}) IN "
                             f"(SELECT {keys} FROM {name} ORDER BY {keys} LIMIT (SELECT (COUNT(*) + 1) / 2 FROM {name}))")


class SqliteStore(Store):
    def make(self):
        shutil.rmtree(self.data, ignore_errors=True)

    def connect(self):
        return sqlite3.connect(self.data / "mingji.sqlite", isolation_level=None)

    def damage(self):
        if not (self.data / "mingji.sqlite").exists():
            return "the database is gone"
        db = self.connect()
        try:
            said = [row[0] for row in db.execute("PRAGMA integrity_check")]
            orphans = db.execute("PRAGMA foreign_key_check").fetchall()
        finally:
            db.close()
        if said != ["ok"] or orphans:
            return f"integrity_check: {said[:3]}, orphans: {orphans[:3]}"
        return self.broken_audit()

    def state(self):
        db = self.connect()
        try:
            names = [row[0] for row in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
            tables = []
            for name in names:
                found = db.execute(f"SELECT * FROM {name}")
                tables.append((name, [column[0] for column in found.description], found.fetchall()))
            return canonical(tables)
        finally:
            db.close()

    def primary_key(self, table):
        db = self.connect()
        try:
            columns = db.execute(f"PRAGMA table_info({table})").fetchall()
        finally:
            db.close()
        return [name for _, name, _, _, _, place in sorted(columns, key=lambda column: column[5]) if place > 0]

    def write_unguarded(self, statement):
        """Past the triggers, which forbid it."""
        db = self.connect()
        try:
            for (trigger,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
                db.execute(f"DROP TRIGGER {trigger}")
            db.execute(statement)
        finally:
            db.close()


class PostgresStore(Store):
    """One database per story, kept as a template; every kill works on a fresh copy."""

    WORK = "mingji_kill_work"

    def __init__(self, program, folder, server):
        super().__init__(program, folder)
        self.server = server

    def __exit__(self, *_):
        for (name,) in self.ask("SELECT datname FROM pg_database WHERE datname LIKE 'mingji_kill_%'"):
            self.ask(f"DROP DATABASE {name} WITH (FORCE)")

    def database(self):
        return re.sub(r"dbname=\S+", f"dbname={self.WORK}", self.server)

    def ask(self, *statements, where=None):
        """The rows of all statements, one after the other. Only line ends and tabs divide: U+001F and its like stand
        inside cells."""
        commands = [word for statement in statements for word in ("-c", statement)]
        done = subprocess.run(["psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-F", "\t", "-d",
                               where or self.server, *commands], check=True, capture_output=True)
        return [line.split("\t") for line in done.stdout.decode().split("\n")[:-1]]

    def make(self):
        shutil.rmtree(self.data, ignore_errors=True)
        self.ask(f"DROP DATABASE IF EXISTS {self.WORK} WITH (FORCE)")
        self.ask(f"CREATE DATABASE {self.WORK}")

    def keep(self, name):
        super().keep(name)
        self.ask(f"DROP DATABASE IF EXISTS mingji_kill_{name}")
        self.ask(f"CREATE DATABASE mingji_kill_{name} TEMPLATE {self.WORK}")

    def restore(self, name):
        super().restore(name)
        self.ask(f"DROP DATABASE IF EXISTS {self.WORK} WITH (FORCE)")
        self.ask(f"CREATE DATABASE {self.WORK} TEMPLATE mingji_kill_{name}")

    def wait_until_quiet(self):
        """The server notices that its client is gone when it next talks to it, and rolls back."""
        for _ in range(600):
            if self.ask(f"SELECT COUNT(*) FROM pg_stat_activity WHERE datname = '{self.WORK}'") == [["0"]]:
                return
            time.sleep(0.05)
        raise SystemExit("the server still works for a killed client after 30 s")

    def damage(self):
        return self.broken_audit()  # the server checks its pages itself

    def state(self):
        columns = {}
        for table, column in self.ask("SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = "
                                      "'public' ORDER BY table_name, ordinal_position", where=self.database()):
            columns.setdefault(table, []).append(column)
        mark = "a table begins:"
        # COPY writes line ends and tabs inside a text as \\n and \\t, and its own rows with tabs between.
        statements = [word for table in columns
                      for word in (f"COPY (SELECT '{mark}', '{table}') TO STDOUT", f"COPY {table} TO STDOUT")]
        tables = []
        for row in self.ask(*statements, where=self.database()):
            if row[0] == mark:
                tables.append((row[1], columns[row[1]], []))
            else:
                tables[-1][2].append(row)
        return canonical(tables)

    def primary_key(self, table):
        return [name for (name,) in self.ask(
            "SELECT k.column_name FROM information_schema.table_constraints c JOIN information_schema.key_column_usage k "
            "USING (constraint_schema, constraint_name, table_name) WHERE c.constraint_type = 'PRIMARY KEY' "
            f"AND table_name = '{table}' ORDER BY k.ordinal_position", where=self.database())]

    def write_unguarded(self, statement):
        """Past the triggers, which forbid it."""
        self.ask(f"SET session_replication_role = replica; {statement}", where=self.database())
