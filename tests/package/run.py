# SPDX-License-Identifier: Apache-2.0
"""Judges a Debian package: `run.py DEB SAME FOLDER`. SAME is a second build of it; FOLDER keeps the bare system to install into."""
import subprocess
import sys
import tempfile
import time
import traceback
from pathlib import Path

sys.dont_write_bytecode = True
sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parents[2] / "packaging")]

import contents  # noqa: E402
from boot import boot  # noqa: E402
from conversion import conversion  # noqa: E402
from life import life, with_dependencies  # noqa: E402


def looked_at(deb):
    """Yields (what is checked, its problems) without installing."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        subprocess.run(["dpkg-deb", "-x", deb, root], check=True)
        for check in contents.CHECKS:
            yield check.__name__.replace("_", " "), check(deb, root)
        yield "planted mistakes are seen", [f"not seen: {mistake}" for mistake in contents.planted(deb, root)]


def main(deb, same, folder):
    passed = failed = 0
    start = time.monotonic()

    def told(name, problems):
        nonlocal passed, failed, start
        print("\n".join([f"{'ok    ' if not problems else 'FAILED'} {name}, {time.monotonic() - start:.1f} s", *problems[:20]]), flush=True)
        passed, failed, start = passed + (not problems), failed + bool(problems), time.monotonic()

    told("two builds have the same bytes", [] if Path(deb).read_bytes() == Path(same).read_bytes() else [f"{deb} and {same} differ"])
    lower = with_dependencies(deb, Path(folder))
    for checks in (looked_at(deb), life(deb, lower, Path(folder)), boot(deb, lower), conversion(deb, lower)):
        try:
            for name, problems in checks:
                told(name, problems)
        except (AssertionError, OSError, subprocess.CalledProcessError):
            told("unforeseen", traceback.format_exc().splitlines())
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
