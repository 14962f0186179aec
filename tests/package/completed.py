# SPDX-License-Identifier: Apache-2.0
"""Asks bash what it offers, as it does when somebody presses Tab."""
import subprocess

# One question a line: the words before, and behind the tab character the word that was begun.
ASK = r"""
compopt() { :; }
source "$1"
while IFS=$'\t' read -r before begun; do
    read -ra COMP_WORDS <<<"$before"
    COMP_WORDS+=("$begun")
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    COMPREPLY=()
    _mingji
    echo "${COMPREPLY[*]}"
done
"""


def offered(script, questions):
    """A set of words for each (words before, word that was begun)."""
    lines = "".join(f"{before}\t{begun}\n" for before, begun in questions)
    done = subprocess.run(["bash", "-c", ASK, "ask", script], input=lines, check=True, capture_output=True, text=True, cwd="/")
    if done.stderr:
        raise AssertionError(done.stderr)
    return [set(line.split()) for line in done.stdout.split("\n")[:len(questions)]]


def completed(script, commands):
    """Problems: what the help names and bash does not offer, or the other way round."""
    questions, wanted = [], []
    for depth in range(max(len(command.path) for command in commands)):
        for before in sorted({command.path[:depth] for command in commands if len(command.path) > depth}):
            following = {command.path[depth] for command in commands if command.path[:depth] == before and len(command.path) > depth}
            questions.append((" ".join(("mingji", *before)), ""))
            wanted.append(following | {"--help"} | ({"--version"} if depth == 0 else set()))
    for command in commands:
        questions.append((f"mingji {command.name}", "--"))
        wanted.append({option.name for option in command.options} | {"--help"})
    for command in commands[:1]:
        questions += [(f"mingji {command.name} --format", ""), (f"mingji {command.name} --lang", "z"), (f"mingji {command.name} --data", "/et")]
        wanted += [{"table", "json"}, {"zh"}, {"/etc"}]
    return [f"{before} {begun}: bash offers {sorted(found)}, the help names {sorted(right)}"
            for (before, begun), found, right in zip(questions, offered(script, questions), wanted) if found != right]
