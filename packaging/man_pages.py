# SPDX-License-Identifier: Apache-2.0
"""Man pages from the program's own help: mingji(1), and one page for the commands that begin with the same word, in English
and in Chinese."""
import re
from itertools import groupby
from pathlib import Path

from program_help import common_options

HERE = Path(__file__).parent
LETTER = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]"
WORDS = {
    "en": {"name": "NAME", "synopsis": "SYNOPSIS", "options": "OPTIONS", "common": "COMMON OPTIONS", "commands": "COMMANDS",
           "examples": "EXAMPLES", "see": "SEE ALSO", "group": "the commands of mingji that begin with {}"},
    "zh": {"name": "名称", "synopsis": "用法", "options": "选项", "common": "通用选项", "commands": "命令", "examples": "例子",
           "see": "参见", "group": "以 {} 开头的命令"},
}


def escaped(text):
    """Text for troff. Chinese may be broken between any two letters, which troff has to be told."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    text = re.sub(f"({LETTER})(?={LETTER})", r"\1\\:", text)
    return "\\&" + text if text.startswith((".", "'")) else text


def head(title, date, version):
    return [f'.TH {title} 1 "{date}" "mingji {version}" "Mingji"', ".ad l", ".nh"]


def tagged(tag, text):
    return [".TP", f".B {escaped(tag)}", escaped(text)]


def described(options):
    for option in options:
        bold = f"\\fB{escaped(option.name)}\\fR"
        yield from [".TP", f"{bold} \\fI{escaped(option.value)}\\fR" if option.value else bold, escaped(option.help)]


def literally(lines):
    return [".RS 4", ".nf", *(escaped(line) for line in lines), ".fi", ".RE"]


def section(name):
    return f'.SH "{name}"'


def command_part(command, common, words):
    shared = {option.name for option in common}
    yield f'.SS "{escaped(command.usage)}"'
    yield escaped(command.summary)
    yield from described(command.arguments + [option for option in command.options if option.name not in shared])
    if command.examples:
        yield ".PP"
        yield from literally(command.examples)


def group_page(word, commands, common, language, date, version):
    words = WORDS[language]
    told = commands[0].summary if len(commands) == 1 else words["group"].format(word)
    lines = head(f"MINGJI-{word.upper()}", date, version)
    lines += [section(words["name"]), f"mingji\\-{escaped(word)} \\- {escaped(told)}", section(words["commands"])]
    for command in commands:
        lines += command_part(command, common, words)
    lines += [section(words["common"]), *described(common)]
    lines += [section(words["see"]), ".BR mingji (1)"]
    return "\n".join(lines) + "\n"


def overview(sentence, told, common, language, date, version):
    """mingji(1): every command with its sentence, then what no help says (mingji.1.*.man: environment, files, exit codes)."""
    words = WORDS[language]
    lines = head("MINGJI", date, version)
    lines += [section(words["name"]), f"mingji \\- {escaped(re.split('[:：]', sentence, 1)[1].strip().rstrip('.。'))}"]
    lines += [section(words["synopsis"]), ".B mingji", ".I COMMAND", "[\\fIARGUMENT\\fR...] [\\fIOPTION\\fR...]", section(words["commands"])]
    for command in told:
        lines += tagged(command.name, command.summary)
    lines += [section(words["options"]), *described(common)]
    lines += (HERE / f"mingji.1.{language}.man").read_text(encoding="utf-8").splitlines()
    pages = sorted({command.path[0] for command in told})
    lines += [section(words["see"])] + [f".BR mingji\\-{escaped(word)} (1){',' if word != pages[-1] else ''}" for word in pages]
    return "\n".join(lines) + "\n"


def man_pages(sentence, told, language, date, version):
    """{file name: text} of the pages of one language."""
    common = common_options(told)
    pages = {"mingji.1": overview(sentence, told, common, language, date, version)}
    for word, group in groupby(sorted(told, key=lambda command: command.path[0]), lambda command: command.path[0]):
        pages[f"mingji-{word}.1"] = group_page(word, list(group), common, language, date, version)
    return pages
