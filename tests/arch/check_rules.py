# SPDX-License-Identifier: Apache-2.0
"""Every rule of the report check has its page, docs/rules/LNN.md, and is named in a test; no page is left over."""
import re

from source import files_of, is_test

CODE = re.compile(r'"(L\d\d)"')
TITLE = re.compile(r"^# (L\d\d) \S")


def codes(root, tests):
    """Rules named in the sources of the check, or in its tests, with the place that names them first."""
    found = {}
    for file in files_of(root, ".h", ".cpp"):
        path = str(file.relative_to(root))
        if not path.startswith("src/check/") or is_test(path) != tests:
            continue
        text = file.read_text(encoding="utf-8")
        for match in CODE.finditer(text):
            found.setdefault(match.group(1), f"{path}:{text.count(chr(10), 0, match.start()) + 1}")
    return found


def problems(root):
    named, tested = codes(root, False), codes(root, True)
    pages = {file.stem: file for file in (root / "docs/rules").glob("L*.md")}
    found = [f"{where}: {rule} has no page docs/rules/{rule}.md" for rule, where in sorted(named.items()) if rule not in pages]
    found += [f"{where}: {rule} is in no test of src/check/tests" for rule, where in sorted(named.items()) if rule not in tested]
    for rule, file in sorted(pages.items()):
        title = TITLE.match(file.read_text(encoding="utf-8"))
        if rule not in named:
            found.append(f"docs/rules/{rule}.md: no rule of that name")
        elif not title or title.group(1) != rule:
            found.append(f"docs/rules/{rule}.md: its title does not begin with {rule}")
    return found


RULE = {"src/check/core/rules/l99.cpp": 'finding("L99");\n'}
PLANTED = [
    (RULE, None, "l99.cpp:1: L99 has no page"),
    (RULE, None, "L99 is in no test"),
    ("docs/rules/L98.md", "# L98 甲\n", "no rule of that name"),
    ({**RULE, "docs/rules/L99.md": "# L98 甲\n"}, None, "its title does not begin with L99"),
]
