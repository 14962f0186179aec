# SPDX-License-Identifier: Apache-2.0
"""Debian packages: what cmake/packages.txt names and this machine lacks."""
import os
import shutil
import subprocess
import time

from . import node
from .shell import ROOT, Failed, run

FONTS = ROOT / "build" / "share" / "fonts"


def listed(groups):
    """The packages of the groups; no group named means what to build and test takes."""
    packages, group = {}, None
    for line in (ROOT / "cmake" / "packages.txt").read_text(encoding="utf-8").splitlines():
        word = line.split("#")[0].strip()
        if word.startswith("["):
            group = word.strip("[]")
        elif word:
            packages.setdefault(group, []).append(word)
    unknown = [name for name in groups if name not in packages]
    if unknown:
        raise Failed(f"no such group of packages: {', '.join(unknown)}; there are {', '.join(packages)}")
    return [name for group in (groups or ("build", "test")) for name in packages[group]]


def missing(packages):
    shown = subprocess.run(["dpkg-query", "-W", "-f=${Package} ${db:Status-Status}\n", *packages], check=False,
                           capture_output=True, text=True).stdout
    installed = {line.split()[0] for line in shown.splitlines() if line.endswith(" installed")}
    return [name for name in packages if name not in installed]


def three_times(action):
    """The network of a build machine fails now and then."""
    for wait in (5, 15, None):
        try:
            return action()
        except Failed:
            if wait is None:
                raise
            time.sleep(wait)


def apt(*words):
    """apt-get as root."""
    if os.geteuid() != 0 and not shutil.which("sudo"):
        raise Failed("packages must be installed as root or with sudo: apt-get " + " ".join(words))
    rights = [] if os.geteuid() == 0 else ["sudo"]
    three_times(lambda: run(*rights, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o",
                            "Acquire::Retries=3", "-o", "Dpkg::Use-Pty=0", *words, quiet=True))


def install(lacking):
    if lacking:
        print(f"installing {len(lacking)} packages: {' '.join(lacking)}", flush=True)
        apt("install", "-y", "--no-install-recommends", *lacking)


def setup(*groups):
    """Installs what is missing; a second call only looks."""
    lacking = missing(listed(groups))
    has_fonts = (FONTS / "COPYING").exists()
    if lacking or not has_fonts:
        apt("update")
    install(lacking)
    three_times(lambda: node.fetch(lambda: install(missing(listed(["node"])))))
    three_times(lambda: run("sh", ROOT / "cmake" / "fetch_fonts.sh", FONTS, quiet=True))
