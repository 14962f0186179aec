# SPDX-License-Identifier: Apache-2.0
"""The bash completion, from the commands that the program's help names."""
from pathlib import Path

SOURCE = Path(__file__).with_name("completion.bash")
INDENT = " " * 12


def takes(command):
    """The branch of one command in _mingji_takes."""
    lines = [f"{option.name} {option.value}".strip() for option in command.options]
    lines += [argument.name for argument in command.arguments]
    words = " \\\n".join(f"{INDENT}    '{line}'" for line in lines)
    return f"        '{command.name}')\n{INDENT}printf '%s\\n' \\\n{words} ;;"


def completion(commands):
    text = SOURCE.read_text(encoding="utf-8")
    return text.replace("@COMMANDS@", "\n".join(command.name for command in commands)).replace(
        "@TAKES@", "\n".join(takes(command) for command in commands))
