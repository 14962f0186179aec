# SPDX-License-Identifier: Apache-2.0
"""Format, clang-tidy, fuzzing, kill tests: the checks that are not ctest."""
import re
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

from .postgres import Postgres
from .shell import BUILD, JOBS, ROOT, Failed, build, output, run, source_files


def format_sources(check=False):
    """Formats, or with `check` only names the files that are not formatted."""
    files = source_files()
    if not check:
        run("clang-format-14", "-i", *files)
        return
    done = subprocess.run(["clang-format-14", "--dry-run", "-Werror", *files], cwd=ROOT, check=False, text=True,
                          errors="replace", stderr=subprocess.PIPE)
    if done.returncode != 0:
        untidy = sorted({line.split(":")[0] for line in done.stderr.splitlines() if "error:" in line})
        raise Failed("\n".join(["not formatted; ./dev fmt does it:", *untidy]))


def arch():
    """Structure: who includes whom, sizes, words, migrations, documents. Prints its own count."""
    run(sys.executable, ROOT / "tests/arch/run.py")


def changed_sources():
    """C++ files that differ from the branch's origin, or from the last commit where there is no origin."""
    bases = [name for name in ("origin/main", "HEAD~1", "HEAD")
             if subprocess.run(["git", "rev-parse", "-q", "--verify", name], cwd=ROOT, check=False,
                               capture_output=True).returncode == 0]
    base = output("git", "merge-base", bases[0], "HEAD").strip() if bases else "HEAD"
    if base == output("git", "rev-parse", "HEAD").strip() and "HEAD~1" in bases:
        base = "HEAD~1"
    changed = set(output("git", "diff", "--name-only", base, "--", "*.cpp").splitlines())
    changed |= set(output("git", "ls-files", "--others", "--exclude-standard", "*.cpp").splitlines())
    return sorted(name for name in changed if (ROOT / name).exists() and name.startswith("src/"))


def commands_for_clang():
    """The compile commands of each file by itself, without what GCC alone understands: its precompiled headers and the names
    of its warnings."""
    folder = BUILD / "tidy"
    run("cmake", "--preset", "release", "-B", folder, "-DCMAKE_UNITY_BUILD=OFF", quiet=True)
    text = (folder / "compile_commands.json").read_text(encoding="utf-8")
    text = re.sub(r" -Winvalid-pch -include \S+cmake_pch\.hxx| -fpch-preprocess| -Wno-restrict| -Wno-stringop-\w+", "", text)
    (folder / "compile_commands.json").write_text(text, encoding="utf-8")
    return folder


def tidy(files=None, minutes=None):
    """clang-tidy on the files, or on those that changed; with `minutes` it stops early and says how far it came."""
    files = list(files or changed_sources())
    folder = commands_for_clang()
    deadline = time.monotonic() + minutes * 60 if minutes else None

    def one(name):
        if deadline and time.monotonic() > deadline:
            return None
        done = subprocess.run(["clang-tidy-14", "--quiet", "--warnings-as-errors=*", "-p", folder, name], cwd=ROOT,
                              check=False, text=True, errors="replace", stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        if done.returncode != 0:
            print(done.stdout + done.stderr, end="", flush=True)
        return done.returncode

    with ThreadPoolExecutor(int(JOBS)) as pool:
        codes = list(pool.map(one, files))
    checked = [code for code in codes if code is not None]
    print(f"clang-tidy: {len(checked)} of {len(files)} files")
    if any(checked):
        raise Failed(f"clang-tidy: {sum(code != 0 for code in checked)} files with complaints")


def fuzz(seconds=20, names=()):
    """Every parser's fuzzer for some seconds, from its corpus; what it finds on the way stays under build/."""
    build("asan", "fuzzers", quiet=True)
    programs = sorted((BUILD / "asan" / "fuzzers").glob("*_fuzz"))
    programs = [program for program in programs if not names or program.name.removesuffix("_fuzz") in names]
    if not programs:
        raise Failed("no fuzzer of that name")

    def one(program):
        name = program.name.removesuffix("_fuzz")
        found = BUILD / "fuzz" / "found" / name
        found.mkdir(parents=True, exist_ok=True)
        crashes = BUILD / "fuzz" / "crashes" / name
        crashes.mkdir(parents=True, exist_ok=True)
        seeds = ROOT / "tests" / "fuzz" / "corpus" / name
        done = subprocess.run([program, f"-max_total_time={seconds}", "-timeout=5", "-rss_limit_mb=1024",
                               "-print_final_stats=1", f"-artifact_prefix={crashes}/", found,
                               *([seeds] if seeds.exists() else [])],
                              cwd=ROOT, check=False, text=True, errors="replace", stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT)
        runs = [line.split()[-1] for line in done.stdout.splitlines() if "number_of_executed_units" in line]
        print(f"{name}: {'ok' if done.returncode == 0 else 'CRASH'}, {runs[0] if runs else '?'} inputs", flush=True)
        if done.returncode != 0:
            print(done.stdout[-6000:], flush=True)
        return done.returncode

    with ThreadPoolExecutor(int(JOBS)) as pool:
        codes = list(pool.map(one, programs))
    return codes.count(0), len(codes) - codes.count(0)


def kills(sqlite_times, postgres_times):
    """kill -9 in the middle of imports and evaluations; the state afterwards is the old one or the new one. Both engines at
    once: a judge keeps one core busy."""
    judge = ROOT / "tests/faults/kill_import.py"
    program = BUILD / "release" / "mingji"
    with Postgres() as target, ThreadPoolExecutor(2) as pool:
        judges = [pool.submit(run, sys.executable, judge, program, "--times", times, *more)
                  for times, *more in ((sqlite_times,), (postgres_times, "--postgres", target)) if times]
        for each in judges:
            each.result()
    return sqlite_times + postgres_times, 0


def server_faults():
    """The long figures of what a running server has to survive; ctest runs the same tests with smaller ones."""
    program = BUILD / "release" / "mingji"
    figures = {"kill_server": ("--times", 300), "once_each": ("--requests", 1000, "--kills", 25), "last_yuan": ("--rounds", 1000),
               "disk_full": ("--rounds", 100), "database_away": ("--rounds", 20), "kill_restore": ("--steps", 200)}
    with Postgres() as target:
        for name, words in figures.items():
            run(sys.executable, ROOT / "tests/faults" / f"{name}.py", program, *words, env={"TEST_POSTGRES": target})
    return len(figures), 0
