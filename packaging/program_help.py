# SPDX-License-Identifier: Apache-2.0
"""The commands of the program as its own --help tells them: what man pages, completion and their tests are made from."""
import os
import re
import subprocess
from dataclasses import dataclass, field

PAIR = re.compile(r"^  (\S+(?: \S+)*)  +(\S.*)$")
LOCALES = {"en": "en_US.UTF-8", "zh": "zh_CN.UTF-8"}


@dataclass
class Option:
    name: str
    value: str  # what stands for the value in the help; empty for a flag
    help: str


@dataclass
class Command:
    path: tuple
    summary: str
    usage: str = ""
    examples: list = field(default_factory=list)
    arguments: list = field(default_factory=list)  # Option with a name and no value
    options: list = field(default_factory=list)

    @property
    def name(self):
        return " ".join(self.path)


def asked(program, words, language):
    environment = {**os.environ, "LC_ALL": LOCALES[language]}
    return subprocess.run([program, *words, "--help"], check=True, env=environment, capture_output=True, text=True).stdout


def pairs(text):
    return [match.groups() for match in map(PAIR.match, text.splitlines()) if match]


def command(program, name, summary, language):
    """One command: a sentence, examples, usage, then arguments and options, each part behind an empty line."""
    told = Command(tuple(name.split()), summary)
    for part in asked(program, told.path, language).strip().split("\n\n")[1:]:
        lines = part.splitlines()
        if lines[0] in ("Examples:", "例："):
            told.examples = [line.strip() for line in lines[1:]]
        elif lines[0].startswith(("Usage:", "用法：")):
            told.usage = lines[0][lines[0].index("mingji"):]
        for word, text in pairs(part) if part.startswith("  ") else []:
            name, _, value = word.partition(" ")
            (told.options if name.startswith("--") else told.arguments).append(Option(name, value, text))
    return told


def commands(program, language):
    """(the sentence of the overview, every command that it lists)."""
    overview = asked(program, [], language)
    listed = [command(program, name, summary, language) for name, summary in pairs(overview)]
    return overview.splitlines()[0], listed


def common_options(told):
    """What every command takes, in the order of the help."""
    shared = set.intersection(*({option.name for option in one.options} for one in told))
    return [option for option in told[0].options if option.name in shared]
