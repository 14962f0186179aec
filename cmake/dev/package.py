# SPDX-License-Identifier: Apache-2.0
"""./dev package: the Debian package with its manual, made twice, and judged by tests/package."""
import hashlib
import shutil
import sys

from . import testing, web
from .packages import FONTS, setup
from .shell import BUILD, ROOT, output

PROGRAM = BUILD / "release" / "mingji"
PICTURES = BUILD / "manual"
FOLDER = BUILD / "package"

sys.path.insert(0, str(ROOT / "packaging"))


def inputs_digest():
    """Of what the pictures show: the program, which has the pages inside, and the hands that take them."""
    digest = hashlib.sha256()
    for file in [PROGRAM, *sorted((ROOT / "web/e2e").glob("*.ts")), *sorted((ROOT / "examples").rglob("*.xlsx"))]:
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def pictures():
    """The manual's pictures, taken anew only when the program or the browser test changed."""
    stamp = PICTURES / "inputs.sha256"
    digest = inputs_digest()
    if stamp.exists() and stamp.read_text(encoding="utf-8") == digest:
        return 1, 0
    shutil.rmtree(PICTURES, ignore_errors=True)
    PICTURES.mkdir(parents=True)
    web.packages()
    counts = web.vitest("manual", "manual", {"MINGJI": str(PROGRAM), "E2E_EMBEDDED": "1", "SHOTS": str(PICTURES)})
    if counts[1] == 0:
        stamp.write_text(digest, encoding="utf-8")
    return counts


def written(folder):
    from debian_package import Source, project_version, write_package
    moment = int(output("git", "log", "-1", "--format=%ct"))
    return write_package(Source(PROGRAM, FONTS, PICTURES, project_version(), moment), folder)


def made():
    deb = written(FOLDER)
    print(f"{deb.relative_to(ROOT)}: {deb.stat().st_size / 1e6:.1f} MB", flush=True)
    return 1, 0


def judged():
    """What tests/package says of the package, and of the same made once more: (passed, failed)."""
    newest = max(FOLDER.glob("mingji_*_*.deb"), key=lambda file: file.stat().st_mtime)
    again = written(FOLDER / "again")
    return testing.counted(sys.executable, ROOT / "tests/package/run.py", newest, again, FOLDER)


def into(steps):
    """Every step after the program is built; each needs the ones before."""
    (steps.step("package: tools", lambda: setup("build", "test", "package")) and steps.step("package: pictures of the manual", pictures)
     and steps.step("package: made", made) and steps.step("package: judged, installed, upgraded, removed", judged))
