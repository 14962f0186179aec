# SPDX-License-Identifier: Apache-2.0
"""Files and functions stay small: 400 lines (tests 600), 70 lines. clang-tidy has the finer limits."""
import re

from source import code_only, files_of, is_test

FILE_LINES, TEST_FILE_LINES, FUNCTION_LINES = 400, 600, 70
# clang-format puts a function's opening brace, and no other, on a line of its own.
OPENING = re.compile(r"^( *)\{$")


def long_functions(path, text):
    lines = code_only(text).splitlines()
    for start, line in enumerate(lines):
        opening = OPENING.match(line)
        if not opening:
            continue
        closing = opening.group(1) + "}"
        end = next((i for i in range(start + 1, len(lines)) if lines[i].startswith(closing)), start)
        if end - start + 1 > FUNCTION_LINES:
            yield f"{path}:{start + 1}: a function of {end - start + 1} lines (at most {FUNCTION_LINES})"


def problems(root):
    found = []
    for file in files_of(root, ".h", ".cpp", ".py"):
        path = str(file.relative_to(root))
        text = file.read_text(encoding="utf-8")
        limit = TEST_FILE_LINES if is_test(path) else FILE_LINES
        if text.count("\n") > limit:
            found.append(f"{path}: {text.count(chr(10))} lines (at most {limit})")
        if file.suffix != ".py":
            found += long_functions(path, text)
    return found


PLANTED = [
    ("src/budget/budget.cpp", "\n" * 401, "401 lines"),
    ("src/budget/tests/budget_test.cpp", "\n" * 601, "601 lines"),
    ("src/budget/budget.cpp", "void long_one()\n{\n" + "    act();\n" * 70 + "}\n", "budget.cpp:2: a function of 72 lines"),
]
