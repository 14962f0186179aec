# SPDX-License-Identifier: Apache-2.0
"""Paths that our documents name exist, docs/licences.md names every library we build with, a decision has a number of its own."""
import json
import re

PATH = re.compile(r"(?<![\w/.-])((?:src|docs|tests|cmake|rules|examples|bench|\.ci)/[\w./-]*[\w/])(?![\w*<…])", re.ASCII)
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
TREE = re.compile(r"^(?:├──|└──) ([\w.-]+/)", re.MULTILINE)


def documents(root):
    top = [root / name for name in ("README.md", "README.zh-CN.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md",
                                    "CHANGELOG.md")]
    found = top + sorted((root / "src").glob("*/README.md")) + sorted((root / "docs").rglob("*.md"))
    return [file for file in found if file.exists()]


def exists(root, file, name):
    return any((base / name).exists() for base in (root, file.parent))


def problems(root):
    found = []
    for file in documents(root):
        text = file.read_text(encoding="utf-8")
        named = {(match.start(1), match.group(1)) for match in PATH.finditer(text)}
        named |= {(match.start(1), match.group(1)) for match in LINK.finditer(text) if "://" not in match.group(1)
                  and not match.group(1).startswith("mailto:")}
        if file.name == "ARCHITECTURE.md":
            named |= {(match.start(1), "src/" + match.group(1)) for match in TREE.finditer(text)}
        for position, name in sorted(named):
            # file_test.cpp:12 and `src/<slice>/…` are ways of speaking, not paths.
            if not exists(root, file, name.rstrip("/.")):
                line = text.count("\n", 0, position) + 1
                found.append(f"{file.relative_to(root)}:{line}: {name} does not exist")
    return found + unlicensed(root) + misnumbered(root)


def misnumbered(root):
    """docs/adr/0013-name.md begins with "# 13. ", and no other decision has that number."""
    found, seen = [], {}
    for file in sorted((root / "docs/adr").glob("*.md")):
        number = file.name[:4]
        title = file.read_text(encoding="utf-8").split("\n", 1)[0]
        if not (number.isdigit() and title.startswith(f"# {int(number)}. ")):
            found.append(f"{file.relative_to(root)}: its number is not that of its title")
        elif number in seen:
            found.append(f"{file.relative_to(root)}: {seen[number]} has the same number")
        seen.setdefault(number, file.name)
    return found


def unlicensed(root):
    """Libraries and fonts of cmake/packages.txt and web/package.json that docs/licences.md does not mention."""
    packages, page = root / "cmake/packages.txt", root / "docs/licences.md"
    lines = packages.read_text(encoding="utf-8").splitlines() if packages.exists() else []
    named = [name for name in lines if name.endswith("-dev") or name.startswith("fonts-")]
    web = root / "web/package.json"
    if web.exists():
        wanted = json.loads(web.read_text(encoding="utf-8"))
        named += [*wanted.get("dependencies", {}), *wanted.get("devDependencies", {})]
    text = page.read_text(encoding="utf-8") if page.exists() else ""
    return [f"docs/licences.md: {name} is not mentioned" for name in named
            if not re.search(rf"(?<![\w@/-]){re.escape(name)}(?![\w/-])", text)]


PLANTED = [
    ({"docs/adr/0001-one.md": "# 1. One\n", "docs/adr/0001-two.md": "# 1. Two\n"}, None, "0001-one.md has the same number"),
    ("docs/adr/0002-two.md", "# 3. Three\n", "its number is not that of its title"),
    ("README.md", "See `src/nowhere/file.h`.\n", "README.md:1: src/nowhere/file.h does not exist"),
    ("docs/manual/first-use.md", "[next](second-use.md)\n", "second-use.md does not exist"),
    ("ARCHITECTURE.md", "├── nowhere/   nothing\n", "src/nowhere/ does not exist"),
    ("cmake/packages.txt", "[build]\nlibnew-dev\n", "libnew-dev is not mentioned"),
    ({"web/package.json": '{"devDependencies": {"new": "1.0.0"}}', "docs/licences.md": "renewed, @a/new\n"}, None, "new is not mentioned"),
]
