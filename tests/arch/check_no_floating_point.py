# SPDX-License-Identifier: Apache-2.0
"""No floating point between a record and a score or an amount (docs/adr/0003)."""
import re

from source import code_only, files_of, is_test

WORD = re.compile(r"\b(?:double|float|stod|stof|strtod|strtof|atof)\b")
# Where points and millimetres on paper are measured, or a library takes nothing else. A name that is no longer needed
# fails as well.
EXEMPT = {
    "src/document/": "places on a page",
    "src/app/serve/metrics.cpp": "seconds and bytes of the running server, for those who watch it; no record is behind them",
    "src/geodata/validity.cpp": "GEOS judges whether an outline is valid; whole millimetres are exact in it, and no number comes back",
    "src/spreadsheet/write_workbook.cpp": "libxlsxwriter writes numbers as double; what is written is read back exactly",
}


def problems(root):
    found, used = [], set()
    for file in files_of(root, ".h", ".cpp"):
        path = str(file.relative_to(root))
        if is_test(path):
            continue
        hits = list(WORD.finditer(code := code_only(file.read_text(encoding="utf-8"))))
        exemption = next((name for name in EXEMPT if path.startswith(name)), None)
        if hits and exemption:
            used.add(exemption)
        elif hits:
            found += [f"{path}:{code.count(chr(10), 0, hit.start()) + 1}: {hit.group(0)}" for hit in hits]
    if (root / "src" / "document").exists():
        found += [f"{name}: the exemption is no longer needed" for name in EXEMPT if name not in used]
    return found


PLANTED = [
    ("src/budget/core/line.h", "#pragma once\n// double trouble\nstruct A {\n    double amount;\n};\n", "line.h:4: double"),
    ("src/base/decimal.cpp", 'auto a = std::stod("1");\n', "decimal.cpp:1: stod"),
    ("src/document/page.h", "#pragma once\n", "src/document/: the exemption is no longer needed"),
]
