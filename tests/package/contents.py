# SPDX-License-Identifier: Apache-2.0
"""What is inside the package, looked at on the machine that made it. Each check gives its problems."""
import gzip
import json
import os
import re
import subprocess
import tempfile
from pathlib import Path

from completed import completed
from program_help import commands

MOST_EXPOSED = 1.5  # of systemd-analyze security
FLAGS = {"PIE": ("-d", r"Flags:.*\bPIE\b"), "BIND_NOW": ("-d", r"\bBIND_NOW\b"), "RELRO": ("-lW", r"GNU_RELRO"),
         "stack protector": ("-sW --dyn-syms", r"__stack_chk_fail"), "FORTIFY": ("-sW --dyn-syms", r"__\w+_chk@"),
         "stack that is not executable": ("-lW", r"GNU_STACK\s.*\sRW\s")}


def said(*words, **options):
    return subprocess.run([str(word) for word in words], check=False, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **options).stdout


def lintian(deb, _):
    told = said("lintian", "--allow-root", "--fail-on", "none", deb)
    return told.splitlines()


def hardening(program):
    return [f"{program}: no {flag}" for flag, (options, pattern) in FLAGS.items()
            if not re.search(pattern, said("readelf", *options.split(), program))]


def hardened(_, root):
    return hardening(root / "usr/bin/mingji")


def unit(_, root):
    """What systemd reads is right, and the sandbox is as tight as it was."""
    file = root / "lib/systemd/system/mingji.service"
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder, "mingji.service")  # the same, with the program where it is now
        here.write_text(file.read_text(encoding="utf-8").replace("/usr/bin/mingji", str(root / "usr/bin/mingji")), encoding="utf-8")
        problems = [line for line in said("systemd-analyze", "verify", "--man=no", here).splitlines() if "mingji" in line]
    exposed = re.search(r"exposure level for mingji.service: ([\d.]+)", said("systemd-analyze", "security", "--offline=true", file))
    if not exposed or float(exposed.group(1)) > MOST_EXPOSED:
        problems.append(f"exposure {exposed and exposed.group(1)}, more than {MOST_EXPOSED}")
    return problems


def man(_, root):
    """Every page without a warning, and every command and option on its page, in both languages."""
    problems = []
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "MANWIDTH": "80", "MANROFFSEQ": ""}
    for page in sorted((root / "usr/share/man").rglob("*.gz")):
        told = subprocess.run(["man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", page], check=False, text=True, env=environment,
                              stdout=subprocess.DEVNULL, stderr=subprocess.PIPE).stderr
        problems += [f"{page.name}: {line}" for line in told.splitlines()]
    for language, folder in (("en", "man/man1"), ("zh", "man/zh_CN/man1")):
        for command in commands(root / "usr/bin/mingji", language)[1]:
            page = root / "usr/share" / folder / f"mingji-{command.path[0]}.1.gz"
            text = gzip.decompress(page.read_bytes()).decode().replace("\\-", "-") if page.exists() else ""
            problems += [f"{folder}: {command.name} {word} is not on a page" for word in
                         [command.usage, *(option.name for option in command.options)] if word not in text]
    return problems


def environment_told(_, root):
    """mingji(1) names the variables of the environment that the sources read."""
    text = gzip.decompress((root / "usr/share/man/man1/mingji.1.gz").read_bytes()).decode()
    sources = Path(__file__).parents[2] / "src"
    read = {name for file in sources.rglob("*.cpp") if "/tests/" not in str(file)
            for name in re.findall(r'getenv\("(MINGJI_\w+)"\)', file.read_text(encoding="utf-8"))}
    return [f"mingji(1) does not name {name}" for name in sorted(read) if name not in text] + ([] if read else ["no variable is read"])


def completion(_, root):
    """What bash offers is what the help names, no more and no less."""
    return completed(root / "usr/share/bash-completion/completions/mingji", commands(root / "usr/bin/mingji", "en")[1])


def libraries_not_in(bom, program):
    """Libraries that ldd names and whose package the SBOM lacks."""
    known = {component["name"] for component in bom["components"]}
    paths = sorted(set(re.findall(r"=> (/\S+) ", said("ldd", program))))
    # dpkg knows a library by the path of before or after /lib became a link to /usr/lib.
    names = {path: {path, os.path.realpath(path), os.path.realpath(path).removeprefix("/usr")} for path in paths}
    told = said("dpkg-query", "-S", *sorted(set().union(*names.values())))
    owners = {line.split(": ")[-1]: line.split(":")[0] for line in told.splitlines() if "no path found" not in line}
    return [f"{path} is not in the SBOM" for path in paths if not {owners.get(name) for name in names[path]} & known] + \
        ([] if paths else [f"ldd names nothing for {program}"])


def shell(deb, root):
    """shellcheck of the maintainer scripts, as the package has them, and of the completion."""
    with tempfile.TemporaryDirectory() as folder:
        said("dpkg-deb", "-e", deb, folder)
        scripts = [Path(folder, name) for name in ("config", "preinst", "postinst", "prerm", "postrm")]
        # 1091: debconf's file is not there to be read.
        found = said("shellcheck", "--exclude=1091", "--format=gcc", *scripts)
        return (found + said("shellcheck", "--shell=bash", "--format=gcc", root / "usr/share/bash-completion/completions/mingji")).splitlines()


def bill_of_materials(_, root):
    bom = json.loads((root / "usr/share/doc/mingji/sbom.cdx.json").read_text(encoding="utf-8"))
    problems = libraries_not_in(bom, root / "usr/bin/mingji")
    wanted = json.loads((Path(__file__).parents[2] / "web/package.json").read_text(encoding="utf-8"))["dependencies"]
    problems += [f"{name} is not in the SBOM" for name in ("libcli11-dev", "libexpected-dev", "libboost1.81-dev") if name not in str(bom)]
    versions = {component["name"]: component["version"] for component in bom["components"]}
    problems += [f"npm package {name} is not in the SBOM" for name, version in wanted.items() if versions.get(name) != version]
    named = [component["purl"] for component in bom["components"]]
    return problems + [f"{purl} twice" for purl in sorted(set(named)) if named.count(purl) > 1]


def manual(_, root):
    """Every page, picture and style that a page of the manual names is there."""
    doc = root / "usr/share/doc/mingji"
    problems = []
    for page in sorted(doc.rglob("*.html")):
        text = page.read_text(encoding="utf-8")
        for name in re.findall(r'(?:href|src)="([^"#:]+)["#]', text):
            if not (page.parent / name).exists():
                problems.append(f"{page.name}: {name} does not exist")
        if "图：" in re.sub(r"<figure>.*?</figure>", "", text):
            problems.append(f"{page.name}: a picture that is not one")
    pictures = list(doc.rglob("*.png"))
    return problems + ([] if len(pictures) >= 10 else [f"{len(pictures)} pictures"])


def without_local_paths(_, root):
    here = str(Path(__file__).resolve().parents[2]).encode()
    return [f"{file.relative_to(root)} names {here.decode()}" for file in root.rglob("*") if file.is_file() and here in file.read_bytes()]


CHECKS = [lintian, hardened, unit, man, environment_told, completion, shell, bill_of_materials, manual, without_local_paths]


def planted(deb, root):
    """Mistakes that were made on purpose and that a check did not see."""
    with tempfile.TemporaryDirectory() as folder:
        weak = Path(folder, "weak")
        subprocess.run(["gcc", "-no-pie", "-fno-stack-protector", "-z", "norelro", "-x", "c", "-", "-o", weak], input="int main(void) { return 0; }",
                       text=True, check=True)
        seen = len(hardening(weak))
    bom = json.loads((root / "usr/share/doc/mingji/sbom.cdx.json").read_text(encoding="utf-8"))
    bom["components"] = [one for one in bom["components"] if one["name"] != "libsqlite3-0"]
    told = commands(root / "usr/bin/mingji", "en")[1]
    told[0].options[0].name = "--planted"
    return ([] if seen >= 4 else ["a program that is not hardened"]) + \
        ([] if libraries_not_in(bom, root / "usr/bin/mingji") else ["a library that the SBOM lacks"]) + \
        ([] if completed(root / "usr/share/bash-completion/completions/mingji", told) else ["an option that is not completed"])
