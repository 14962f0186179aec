# SPDX-License-Identifier: Apache-2.0
"""The dependency rule (docs/adr/0001): who may include whom, which libraries where, whose tables in whose SQL."""
import re

from source import code_only, files_of, is_test, line_of, literals

# Foundations, and what each may use. Everybody may use base.
FOUNDATIONS = {"base": set(), "sql": set(), "chinese": set(), "spreadsheet": set(), "document": set(), "cli": {"sql"},
               "http": {"sql", "chinese"}, "geodata": {"spreadsheet", "chinese"}}
PURE = {"base", "chinese"}
SLICES = ["identity", "jobs", "closing", "budget", "ledgers", "premises", "allocations", "holdings", "meetings", "repairs", "surveys", "indicators", "reports", "check"]
# The short list: which slice may include which other slice's facade.
PAIRS = {("jobs", "identity"), ("closing", "identity"), ("budget", "closing"), ("ledgers", "closing"), ("indicators", "closing"), ("budget", "identity"), ("ledgers", "identity"), ("indicators", "identity"), ("reports", "identity"), ("check", "identity"), ("premises", "identity"),
         ("premises", "ledgers"),  # sheets of the register are declared and read as registers are
         ("allocations", "identity"), ("allocations", "ledgers"), ("allocations", "premises"), ("allocations", "holdings"),
         ("holdings", "identity"), ("holdings", "premises"),  # what is found is held against the register
         ("meetings", "identity"),
         ("repairs", "identity"), ("repairs", "ledgers"), ("repairs", "meetings"),  # rooms to spare while one is repaired
         ("surveys", "identity"), ("surveys", "ledgers"),  # paper answers are declared and read as registers are
         ("meetings", "ledgers"),  # a year's workbook is declared and read as registers are
         ("holdings", "ledgers"),  # units' own ledgers are declared and read as registers are
         ("reports", "indicators")}
# Of these pairs also the core: the pure composing of a report takes an evaluation.
# What a unit may use is calculated where the standard is.
CORE_PAIRS = {("reports", "indicators"), ("allocations", "premises")}

# Of these pairs also the parts that face outwards, by the same parts: the option and the member that name a correction.
SIDES = {("cli", "cli"), ("http", "http")}
SIDE_PAIRS = {("budget", "closing"), ("ledgers", "closing"), ("indicators", "closing"),
              ("premises", "ledgers"), ("holdings", "ledgers"), ("allocations", "ledgers"), ("meetings", "ledgers"), ("repairs", "ledgers"), ("surveys", "ledgers")}  # imports of tables are told in one way
# What triggers of the records' tables may look at: a rule that code alone keeps can be passed by.
ASKED_BY_TRIGGERS = {"closing_period", "closing_correction_period"}

# What a part of a slice may use besides base and chinese: foundations, then parts of its own slice.
PARTS = {
    "core": (set(), {"core"}),
    "store": ({"sql"}, {"core", "store", "facade"}),
    "facade": ({"sql", "spreadsheet", "geodata", "document"}, {"core", "store", "documents", "facade"}),
    "documents": ({"document"}, {"core", "documents"}),
    "cli": ({"cli", "document", "spreadsheet", "geodata"}, {"core", "documents", "facade", "cli"}),
    "http": ({"http"}, {"core", "documents", "facade", "http"}),
    "tests": (set(FOUNDATIONS), {"core", "store", "facade", "documents", "cli", "http", "tests"}),
}
APP_MAY_USE = {"facade", "cli", "http", "documents", "core"}

# Library headers, and the folders that alone may know them.
LIBRARIES = [
    (r"sqlite3|libpq|postgresql/", {"sql"}),
    (r"CLI/", {"cli"}),
    (r"zip\.h|expat", {"spreadsheet", "document"}),
    (r"pugixml|cairo|pango|hb|fontconfig|ft2build", {"document"}),
    (r"xlsxwriter", {"spreadsheet", "document"}),
    (r"openssl/|argon2", {"base"}),
    (r"re2/", {"check"}),
    (r"geos", {"geodata"}),
    (r"boost/(asio|beast)", {"http"}),
]
# A core is values in, values out.
NOT_IN_CORE = re.compile(r"^(fstream|iostream|filesystem|random|thread|mutex|future|cstdio|ctime|chrono|unistd\.h|boost/json.*"
                         r"|boost/asio.*|sqlite3.*|libpq.*|zip\.h|expat\.h|pugixml\.hpp)$")

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)
TABLE = re.compile(r"\b(?:FROM|JOIN|INTO|UPDATE|TABLE|REFERENCES|EXISTS|ON)\s+((?:%s)_[a-z_]+)" % "|".join(SLICES))


def part_of(path):
    """src/budget/core/line.h -> ("budget", "core"); a file of the slice's own folder is its facade."""
    pieces = path.split("/")
    inner = pieces[2] if len(pieces) > 3 else "facade"
    return pieces[1], inner if inner in PARTS else "facade"


def may_include(path, name):
    folder, part = part_of(path)
    target, target_part = part_of("src/" + name)
    if target == "base" or target == folder and folder in (*FOUNDATIONS, "app", "base"):
        return True
    if folder in FOUNDATIONS:
        return target in FOUNDATIONS[folder]
    if folder == "app":
        return target in FOUNDATIONS or target_part in APP_MAY_USE
    foundations, own = PARTS[part]
    if target in PURE or target in foundations:
        return True
    if target == folder:
        return target_part in own
    if (folder, target) in PAIRS:
        if (part, target_part) in SIDES and (folder, target) in SIDE_PAIRS:
            return True
        return target_part == "facade" and part != "core" or target_part == "core" and (folder, target) in CORE_PAIRS
    return False


def include_problems(path, text):
    folder, part = part_of(path)
    for match in INCLUDE.finditer(text):
        kind, name = match.groups()
        where = f"{path}:{line_of(text, match.start(2))}"
        if kind == '"':
            if "/" not in name:
                yield f'{where}: "{name}" must be included by its full path from src/'
            elif not may_include(path, name):
                yield f'{where}: may not include "{name}"'
            continue
        for pattern, folders in LIBRARIES:
            if re.match(pattern, name) and folder not in folders and part != "tests":
                yield f"{where}: <{name}> belongs to {' and '.join(sorted(folders))}"
        if part == "core" and folder in SLICES and NOT_IN_CORE.match(name):
            yield f"{where}: <{name}> has no place in a core"


def table_problems(path, text):
    """SQL on another slice's tables, anywhere but in a test. A foreign key may name the organisation."""
    folder = part_of(path)[0]
    pieces = [(1, text)] if path.endswith(".sql") else literals(text)
    for line, piece in pieces:
        for match in TABLE.finditer(piece):
            table = match.group(1)
            foreign_key = match.group(0).startswith("REFERENCES") and table == "identity_org"
            by_trigger = path.endswith(".sql") and table in ASKED_BY_TRIGGERS and (folder, "closing") in PAIRS
            if not table.startswith(folder + "_") and not foreign_key and not by_trigger:
                yield f"{path}:{line + piece.count(chr(10), 0, match.start())}: {table} is another slice's table"


def problems(root):
    found = []
    for file in files_of(root, ".h", ".cpp", ".sql"):
        path = str(file.relative_to(root))
        text = file.read_text(encoding="utf-8")
        if file.suffix != ".sql":
            found += include_problems(path, text)
            if file.suffix == ".h" and "#pragma once" not in code_only(text):
                found.append(f"{path}:1: no #pragma once")
            if "SPDX-License-Identifier: Apache-2.0" not in text[:200]:
                found.append(f"{path}:1: no SPDX line")
        if not is_test(path):
            found += table_problems(path, text)
    return found


HEAD = "// SPDX-License-Identifier: Apache-2.0\n"
PLANTED = [
    ("src/budget/core/line.cpp", HEAD + '#include "sql/connection.h"\n', 'line.cpp:2: may not include "sql/connection.h"'),
    ("src/budget/core/line.cpp", HEAD + "#include <fstream>\n", "has no place in a core"),
    ("src/budget/core/line.cpp", HEAD + '#include "budget/budget.h"\n', "may not include"),
    ("src/budget/budget.cpp", HEAD + '#include "ledgers/ledgers.h"\n', "may not include"),
    ("src/indicators/runs.cpp", HEAD + '#include "identity/store/organisation_store.h"\n', "may not include"),
    ("src/budget/store/payment_store.cpp", HEAD + "#include <sqlite3.h>\n", "belongs to sql"),
    ("src/budget/budget.cpp", HEAD + "#include <geos_c.h>\n", "belongs to geodata"),
    ("src/geodata/geojson.cpp", HEAD + '#include "sql/value.h"\n', "may not include"),
    ("src/reports/reports.cpp", HEAD + '#include "cli/program.h"\n', "may not include"),
    ("src/base/money.cpp", HEAD + '#include "sql/value.h"\n', "may not include"),
    ("src/app/main.cpp", HEAD + '#include "budget/store/payment_store.h"\n', "may not include"),
    ("src/ledgers/store/row_store.cpp", HEAD + 'auto sql = R"(\nSELECT 1 FROM budget_line)";\n', "row_store.cpp:3: budget_line"),
    ("src/jobs/migrations/0001_x.sql", "SELECT 1 FROM closing_period p;\n", "0001_x.sql:1: closing_period"),
    ("src/budget/store/x.cpp", HEAD + 'auto sql = "SELECT 1 FROM closing_period";\n', "x.cpp:2: closing_period"),
    ("src/jobs/http/x.cpp", HEAD + '#include "closing/http/correction_fields.h"\n', "may not include"),
    ("src/ledgers/migrations/0001_x.sql", "CREATE TABLE a (\n b TEXT REFERENCES budget_line (b)\n);\n", "0001_x.sql:2: budget_line"),
    ("src/budget/core/line.h", HEAD, "no #pragma once"),
]
