# SPDX-License-Identifier: Apache-2.0
"""A Debian 12 with nothing but what is essential, to install into: made once by debootstrap from the mirror that this machine
uses, and not written to afterwards. What a test needs besides are layers above it; what a test does is thrown away."""
import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

A_WEEK = 7 * 24 * 3600  # then the lists of packages name what the mirror has no more
NO_SERVICES = "#!/bin/sh\nexit 101\n"  # policy-rc.d: nothing is started in here by a package
ENVIRONMENT = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND": "noninteractive", "LANG": "C.UTF-8", "HOME": "/root"}


def run(*command, **options):
    return subprocess.run([str(word) for word in command], check=True, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **options)


def sources():
    """[(address, suite, component)] of Debian as apt is set up here."""
    told = run("apt-get", "indextargets", "--format", "$(REPO_URI) $(RELEASE) $(COMPONENT)", "Origin: Debian", "Created-By: Packages")
    return sorted({tuple(line.split()) for line in told.stdout.splitlines()})


def bare_system(folder):
    """debootstrap's result in the folder; the package lists in it are fetched once, too. The layers above lie beside it."""
    complete = folder / "complete"
    if complete.exists() and time.time() - complete.stat().st_mtime < A_WEEK:
        return folder / "root"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    debian = sources()
    mirror = next(address for address, suite, _ in debian if suite == "bookworm")
    root = folder / "root"
    run("debootstrap", "--variant=minbase", "bookworm", root, mirror)
    lines = [f"deb {address} {suite} {component}" for address, suite, component in debian if component == "main"]
    (root / "etc/apt/sources.list").write_text("\n".join(lines) + "\n", encoding="utf-8")
    policy = root / "usr/sbin/policy-rc.d"
    policy.write_text(NO_SERVICES, encoding="utf-8")
    policy.chmod(0o755)
    run("chroot", root, "apt-get", "-qq", "update", env=ENVIRONMENT)
    complete.touch()
    return root


def layered(lower, name, *command):
    """The layers, the topmost first, with one more on top that is made once: what apt-get does with the command."""
    place = lower[-1].parent / name
    if not (place / "complete").exists():
        shutil.rmtree(place, ignore_errors=True)
        with Chroot(*lower, upper=place / "upper") as machine:
            machine.must("apt-get", "-qq", *command)
            machine.must("apt-get", "clean")
        (place / "complete").touch()
    return place / "upper", *lower


class Chroot:
    """`with Chroot(lower) as machine:` a copy that costs nothing; `lower` are folders, the topmost first. What is written goes
    to `upper`, or away."""

    def __init__(self, *lower, upper=None):
        self.lower, self.kept = lower, upper
        self.mounts = []

    def __enter__(self):
        # Not below /tmp, which may be in memory, but beside the system below.
        self.work = Path(tempfile.mkdtemp(prefix="layer-", dir=self.lower[-1].parent))
        self.upper = self.kept or self.work / "upper"
        self.root = self.work / "root"
        for folder in (self.upper, self.work / "work", self.root):
            folder.mkdir(parents=True, exist_ok=True)
        try:
            layers = ":".join(map(str, self.lower))
            self.mount("-t", "overlay", "overlay", "-o", f"lowerdir={layers},upperdir={self.upper},workdir={self.work / 'work'}", self.root)
            self.mount("-t", "proc", "proc", self.root / "proc")
        except BaseException:
            self.__exit__()
            raise
        return self

    def mount(self, *words):
        run("mount", *words)
        self.mounts.append(words[-1])

    def without_proc(self):
        """For a system that has processes of its own to look at."""
        run("umount", self.mounts.pop())

    def __exit__(self, *_):
        for place in reversed(self.mounts):
            subprocess.run(["umount", "--lazy", place], check=False)
        shutil.rmtree(self.work, ignore_errors=True)

    def command(self, *words):
        return ["chroot", str(self.root), *map(str, words)]

    def run(self, *words, stdin=""):
        """(exit code, what it said)."""
        done = subprocess.run(self.command(*words), check=False, text=True, input=stdin, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, env=ENVIRONMENT)
        return done.returncode, done.stdout

    def must(self, *words, stdin=""):
        code, said = self.run(*words, stdin=stdin)
        if code != 0:
            raise AssertionError(f"{' '.join(map(str, words))}: exit code {code}\n{said[-3000:]}")
        return said

    def take_in(self, file):
        shutil.copy(file, self.root / "root")
        return f"/root/{Path(file).name}"

    def files(self):
        """{path: what it is} of every file, but for what the system itself notes down and the mounted folders."""
        found = {}
        for folder, folders, names in os.walk(self.root):
            here = "/" + str(Path(folder).relative_to(self.root)).removeprefix(".")
            folders[:] = [name for name in folders if f"{here.rstrip('/')}/{name}" not in ("/proc", "/dev", "/root", "/tmp")]
            for name in folders + names:
                path = Path(folder) / name
                about = path.lstat()
                found[f"{here.rstrip('/')}/{name}"] = (about.st_mode, about.st_uid, about.st_size if path.is_file() else 0)
        return found
