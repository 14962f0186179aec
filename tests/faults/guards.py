# SPDX-License-Identifier: Apache-2.0
"""Takes guards away, to see that a test goes red without them: a condition out of a statement of the program, its
transactions on PostgreSQL, a CHECK out of the schema. The program under test has no switch for it; its copy does not know that
it is broken."""
import contextlib
import shutil
import sqlite3
import tempfile
from pathlib import Path

# What lets a payment and a contract through only when the line holds it (src/budget/store).
CONDITIONS_OF_LINES = ("adjusted_fen - committed_fen - paid_fen + :from_contract >= :amount",
                       "adjusted_fen - committed_fen - paid_fen >= :amount")


def program_without(program, conditions):
    """A copy of the program in which each of these conditions of its SQL is always true."""
    return changed(program, {text.encode(): b"1 = 1".ljust(len(text)) for text in conditions})


def program_without_transactions(program):
    """A copy of the program that never begins one on PostgreSQL: every statement stands by itself, and where a savepoint
    would be there is a statement without effect."""
    return changed(program, {b"\0BEGIN\0": b"\0END  \0", b"SAVEPOINT \0": b"SELECT 1--\0", b"RELEASE \0": b"SELECT''\0"})


@contextlib.contextmanager
def changed(program, texts):
    code = program.read_bytes()
    for text, other in texts.items():
        assert code.count(text) == 1 and len(other) == len(text), f"the program says {code.count(text)} times: {text}"
        code = code.replace(text, other)
    folder = Path(tempfile.mkdtemp(prefix="mingji-bare-"))
    try:
        (folder / "mingji").write_bytes(code)
        (folder / "mingji").chmod(0o755)
        yield folder / "mingji"
    finally:
        shutil.rmtree(folder)


def drop_check(server, table, name):
    """While the server does not run."""
    if server.postgres:
        server.sql(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
        return
    db = sqlite3.connect(server.data / "mingji.sqlite", isolation_level=None)
    try:
        (text,) = db.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
        assert text.count(f"CONSTRAINT {name} CHECK (") == 1, text
        db.execute("PRAGMA writable_schema = ON")
        db.execute("UPDATE sqlite_schema SET sql = ? WHERE name = ?",
                   (text.replace(f"CONSTRAINT {name} CHECK (", f"CONSTRAINT {name} CHECK (1 OR "), table))
    finally:
        db.close()
