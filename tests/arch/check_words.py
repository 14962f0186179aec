# SPDX-License-Identifier: Apache-2.0
"""Every refusal code and every finding has a sentence in Chinese and English, with the same {args}, and no sentence is
left over."""
import re

from source import files_of, is_test, literals, without_comments

LANGUAGES = ("zh-CN", "en")
ARGS = re.compile(r"\{([a-z_0-9]+(?::grouped)?)\}")
CODE = re.compile(r"^[a-z][a-z_0-9]*(?:\.[a-z][a-z_0-9]*){2,}$")
PREFIX = re.compile(r"^[a-z][a-z_0-9]*(?:\.[a-z][a-z_0-9]*)*\.$")
REFUSAL = re.compile(r'\bfail\(\s*(?:base::)?ErrorKind::\w+,\s*"([^"]+)"')
# A function that puts the reason behind a fixed beginning: `refuse("too_long", …)` with "ledgers.cell." + reason.
BUILDER = re.compile(r'\b(\w+)\s*(?:\([^;{}]*\)|= \[[^;{}]*\)(?: -> [\w:<>]+)?)\s*\{[^}]*?"([a-z_0-9.]+\.)"\}? \+', re.DOTALL)
# What the audit record calls an action, what may be permitted and what a fact is called are names and not refusals.
NAMED = re.compile(r'(?:\brecord\([^;]*?\{|\bmay\(|\w_fact =)\s*"([a-z_0-9.]+)"')
FINDING = re.compile(r"^[a-z][a-z_0-9.]*$")


def catalogue(root, language):
    """code -> (args, place)"""
    sentences, found = {}, []
    for file in sorted((root / "src/cli/words" / language).glob("*.txt")):
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            where = f"{file.relative_to(root)}:{number}"
            if not line or line.startswith("#"):
                continue
            code, equals, text = line.partition(" = ")
            if not equals or not text.strip() or not FINDING.match(code):
                found.append(f"{where}: expected `code = sentence`")
            elif code in sentences:
                found.append(f"{where}: {code} has a sentence already, at {sentences[code][1]}")
            else:
                sentences[code] = (set(ARGS.findall(text)), where)
    return sentences, found


def codes_in(path, text, folders):
    """Codes a file surely uses, and every literal and beginning it has."""
    plain = without_comments(text)
    sure = {match.group(1): plain.count("\n", 0, match.start()) + 1 for match in REFUSAL.finditer(plain)
            if not match.group(1).endswith(".")}
    names = {match.group(1) for match in NAMED.finditer(plain)}
    texts, beginnings = set(), set()
    for line, literal in literals(plain):
        texts.add(literal)
        if CODE.match(literal) and literal.split(".")[0] in folders and literal not in names:
            sure.setdefault(literal, line)
        if PREFIX.match(literal):
            beginnings.add(literal)
    for builder in BUILDER.finditer(plain):
        for call in re.finditer(r'\b%s\("([a-z_0-9]+)"' % builder.group(1), plain):
            sure.setdefault(builder.group(2) + call.group(1), plain.count("\n", 0, call.start()) + 1)
    return {code: f"{path}:{line}" for code, line in sure.items()}, texts, beginnings


def used(root):
    sure, texts, beginnings = {}, set(), set()
    folders = {folder.name for folder in (root / "src").iterdir() if folder.is_dir()} if (root / "src").exists() else set()
    for file in files_of(root, ".h", ".cpp"):
        path = str(file.relative_to(root))
        if is_test(path):
            continue
        more, some, parts = codes_in(path, file.read_text(encoding="utf-8"), folders)
        sure = {**more, **sure}
        texts |= some
        beginnings |= parts
    return sure, texts, beginnings


def is_used(code, texts, beginnings):
    rule = code.partition(".")[2]
    if code in texts or code.startswith("finding.") and rule in texts:
        return True
    return any(code.startswith(beginning) and code[len(beginning):] in texts for beginning in beginnings)


def problems(root):
    sure, texts, beginnings = used(root)
    (chinese, found), (english, more) = (catalogue(root, language) for language in LANGUAGES)
    found += more
    for code, where in sorted(sure.items()):
        lacking = [language for language, sentences in zip(LANGUAGES, (chinese, english))
                   if code not in sentences and "finding." + code not in sentences]
        if lacking:
            found.append(f"{where}: {code} has no sentence in {' and '.join(lacking)}")
    for code, (args, where) in sorted(chinese.items()):
        if code not in english:
            found.append(f"{where}: {code} has no English sentence")
        elif english[code][0] != args:
            found.append(f"{where}: {code} does not have the same {{args}} in English")
        if not is_used(code, texts, beginnings):
            found.append(f"{where}: {code} is not used anywhere")
    found += [f"{where}: {code} has no Chinese sentence" for code, (_, where) in sorted(english.items()) if code not in chinese]
    return found


WORDS = {"src/cli/words/zh-CN/a.txt": "a.b.c = 错“{x}”\n", "src/cli/words/en/a.txt": "a.b.c = wrong {x}\n"}
REFUSES = 'auto f() { return fail(ErrorKind::invalid, "a.b.c"); }\n'
PLANTED = [
    ("src/a/a.cpp", REFUSES, "src/a/a.cpp:1: a.b.c has no sentence in zh-CN"),
    (WORDS, None, "a.b.c is not used anywhere"),
    ({**WORDS, "src/a/a.cpp": REFUSES, "src/cli/words/en/a.txt": "a.b.c = wrong {y}\n"}, None, "same {args}"),
    ({**WORDS, "src/a/a.cpp": REFUSES, "src/cli/words/en/a.txt": ""}, None, "no sentence in en"),
    ({**WORDS, "src/a/a.cpp": REFUSES, "src/cli/words/en/b.txt": "a.b.c = twice {x}\n"}, None, "has a sentence already"),
    ("src/a/a.cpp", 'auto no(std::string reason)\n{\n    return fail(k, std::string{"a.b."} + reason);\n}\nauto x = no("c");\n',
     "a.cpp:5: a.b.c has no sentence"),
]
