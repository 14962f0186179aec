# SPDX-License-Identifier: Apache-2.0
"""Reading C++ sources for the checks: files, and texts without comments or literals, lines kept in place."""
import re

TOKEN = re.compile(
    r'R"(?P<mark>[^()\s\\]{0,16})\((?P<raw>.*?)\)(?P=mark)"'
    r'|"(?:\\.|[^"\\\n])*"'
    r"|(?<![0-9A-Fa-f])'(?:\\.|[^'\\\n])+'"
    r"|//[^\n]*|/\*.*?\*/", re.DOTALL)


def files_of(root, *suffixes):
    """Files below src with one of the suffixes, in a fixed order."""
    return sorted(file for file in (root / "src").rglob("*") if file.suffix in suffixes and file.is_file())


def is_test(path):
    return "/tests/" in path


def blank(match):
    return "\n" * match.group(0).count("\n")


def without_comments(text):
    return TOKEN.sub(lambda match: blank(match) if match.group(0)[0] == "/" else match.group(0), text)


def code_only(text):
    """No comments and no literals."""
    return TOKEN.sub(lambda match: blank(match) if match.group(0)[0] == "/" else '""' + blank(match), text)


def literals(text):
    """The texts between quotes, with their line numbers; adjacent ones are not joined."""
    for match in TOKEN.finditer(text):
        found = match.group(0)
        if found[0] in '"R':
            inside = match.group("raw") if match.group("raw") is not None else found[1:-1]
            yield text.count("\n", 0, match.start()) + 1, inside


def line_of(text, position):
    return text.count("\n", 0, position) + 1
