# SPDX-License-Identifier: Apache-2.0
"""The copyright file: ours, and the notices of what is compiled or bundled into the program and not a package of its own."""
from pathlib import Path

from sbom import npm_packages

HERE = Path(__file__).parent
CLI11 = Path("/usr/share/doc/libcli11-dev/copyright")
NAMES = ("LICENSE", "LICENSE.md", "LICENSE.txt", "LICENSE-MIT", "license", "LICENCE", "CopyrightNotice.txt", "NOTICE")


def indented(text):
    lines = [line.rstrip() for line in text.replace("\r", "").strip().splitlines()]
    return "\n".join(" " + (line or ".") for line in lines)


def bundled(web):
    """The notices of each npm package, those with the same text together."""
    told = {}
    for folder, entry in npm_packages(web):
        found = [web / folder / name for name in NAMES if (web / folder / name).exists()]
        if entry["license"] == "Apache-2.0":  # the text is on every Debian system; the notice is the author's own
            found = [file for file in found if file.name == "NOTICE"]
        text = "\n\n".join(file.read_text(encoding="utf-8").strip() for file in found)
        told.setdefault((entry["license"], text), []).append(f"{folder.split('node_modules/')[-1]} {entry['version']}")
    return told


def copyright_text(web):
    parts = [(HERE / "debian/copyright").read_text(encoding="utf-8").rstrip()]
    parts.append("Files: usr/bin/mingji\nCopyright: see the comment\nLicense: CLI11\nComment:\n"
                 " The header-only library CLI11 is compiled into the program.\n .\n"
                 + indented(CLI11.read_text(encoding="utf-8").split("Files: *\n")[1].split("\nFiles: ")[0])
                 + "\n .\n" + indented(CLI11.read_text(encoding="utf-8").split("\nLicense: BSD-3-clause\n")[-1]))
    for (licence, text), names in sorted(bundled(web).items(), key=lambda item: item[1]):
        parts.append(f"Files: usr/bin/mingji\nCopyright: see the comment\nLicense: {licence}\nComment:\n"
                     f" In the web application, which the program carries:\n{indented(', '.join(sorted(set(names))))}"
                     + (f"\n .\n{indented(text)}" if text else ""))
    return "\n\n".join(parts) + "\n"
