# SPDX-License-Identifier: Apache-2.0
"""Running programs, and timing the steps of a longer job."""
import os
import shutil
import subprocess
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "build"
JOBS = str(os.cpu_count() or 2)
MEMORY = Path("/dev/shm")
ENOUGH_MEMORY = 4 << 30
# Another checkout of the same sources finds what this one compiled.
os.environ.setdefault("CCACHE_BASEDIR", str(ROOT))
os.environ.setdefault("CCACHE_NOHASHDIR", "yes")
# Precompiled headers (cmake/Precompiled.cmake): their defines and times do not matter to the files that take them in.
os.environ.setdefault("CCACHE_SLOPPINESS", "pch_defines,time_macros")


class Failed(Exception):
    """A step that did not work; its output has been shown already."""


def keep_throwaways_in_memory():
    """Databases that live as long as a test need no disk: what a kill -9 leaves behind is the kernel's either way, and a
    test waits for the disk half of its time. A TMPDIR of one's own is respected."""
    if os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ENOUGH_MEMORY:
        os.environ.setdefault("TMPDIR", str(MEMORY))


def run(*command, env=None, quiet=False):
    """Runs a program in the repository; quiet shows its output only when it fails."""
    words = [str(word) for word in command]
    environment = {**os.environ, **(env or {})}
    if not quiet:
        done = subprocess.run(words, cwd=ROOT, env=environment, check=False)
    else:
        done = subprocess.run(words, cwd=ROOT, env=environment, check=False, text=True, errors="replace",
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        if done.returncode != 0:
            print(done.stdout, end="", flush=True)
    if done.returncode != 0:
        raise Failed(f"{' '.join(words)[:300]}: exit code {done.returncode}")


def output(*command):
    done = subprocess.run([str(word) for word in command], cwd=ROOT, check=True, capture_output=True, text=True)
    return done.stdout


def build(preset="release", *targets, quiet=False):
    """Configures once, then compiles what changed."""
    folder = BUILD / preset
    if not (folder / "build.ninja").exists():
        run("cmake", "--preset", preset, quiet=quiet)
    chosen = ["--target", *targets] if targets else []
    run("cmake", "--build", folder, "-j", JOBS, *chosen, *(["--", "--quiet"] if quiet else []))


def source_files():
    """Every C++ file of ours: tracked, or new and not ignored."""
    listed = output("git", "ls-files", "--cached", "--others", "--exclude-standard", "*.cpp", "*.h").splitlines()
    return sorted({name for name in listed if (ROOT / name).exists()})


class Steps:
    """Named steps with their seconds and the tests they counted. A step that fails does not hide the ones after it."""

    def __init__(self):
        self.rows = []
        self.passed = 0
        self.failed = 0

    def step(self, name, action):
        print(f"\n== {name}", flush=True)
        start = time.monotonic()
        try:
            counted = action()
            passed, failed = counted if isinstance(counted, tuple) else (1, 0)
        except (Failed, subprocess.CalledProcessError, OSError) as problem:
            print(f"{name}: {problem}", flush=True)
            passed, failed = 0, 1
        seconds = time.monotonic() - start
        self.passed += passed
        self.failed += failed
        self.rows.append((name, seconds, failed))
        print(f"== {name}: {'ok' if failed == 0 else 'FAILED'}, {seconds:.1f} s", flush=True)
        return failed == 0

    def close(self):
        """The table of steps and, last, the line that counts."""
        print()
        for name, seconds, failed in self.rows:
            print(f"{seconds:8.1f} s  {'ok    ' if failed == 0 else 'FAILED'}  {name}")
        print(f"{self.passed} passed, {self.failed} failed", flush=True)
        return 0 if self.failed == 0 else 1
