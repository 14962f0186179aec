# SPDX-License-Identifier: Apache-2.0
"""An office that works with the real program, on SQLite or on PostgreSQL, and what is checked on its way."""
import json
import os
import re
import subprocess

RESULTS = []


def check(name, holds, detail=""):
    RESULTS.append(bool(holds))
    if not holds:
        print(f"FAILED {name} {detail}")


def close():
    """The line that ./dev adds up, and the exit code."""
    print(f"{RESULTS.count(True)} passed, {RESULTS.count(False)} failed")
    return 1 if False in RESULTS else 0


class Office:
    def __init__(self, program, folder, database=""):
        self.program, self.folder = program, folder
        self.environment = {**os.environ, "MINGJI_DATABASE": database, "LC_ALL": "C.UTF-8"}

    def run(self, *words, code=0):
        done = subprocess.run([self.program, *map(str, words), "--data", self.folder / "data"], env=self.environment,
                              capture_output=True, text=True, check=False)
        check("exit code of " + " ".join(map(str, words[:2])), done.returncode == code,
              f"{done.returncode} {done.stdout[-600:]} {done.stderr[-600:]}")
        return done.stdout

    def ask(self, *words, code=0):
        """The same as JSON; an empty object where the program only complained."""
        said = self.run(*words, "--format", "json", code=code)
        return json.loads(said) if said.strip() else {}


def fresh_schema(server, name):
    """MINGJI_DATABASE for an empty schema of a PostgreSQL server."""
    subprocess.run(["psql", server, "-qc", f"DROP SCHEMA IF EXISTS {name} CASCADE", "-c", f"CREATE SCHEMA {name}"],
                   check=True, capture_output=True)
    return f"{server} options='-csearch_path={name}'"


def files_of(folder):
    return {str(file.relative_to(folder)): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


def fact(files, code):
    page = files.get(f"report/facts/{code}.html", b"").decode()
    return re.sub(r"<[^>]+>", " ", page)
