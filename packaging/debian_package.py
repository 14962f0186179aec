# SPDX-License-Identifier: Apache-2.0
"""The Debian package: a folder laid out as it is to be installed, then dpkg-deb. The same input gives the same bytes:
times are those of the last commit, owners are root, and nothing is asked of the machine but dpkg."""
import gzip
import hashlib
import os
import re
import shutil
import subprocess
import textwrap
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path

from completion import completion
from man_pages import man_pages
from manual import manual_pages
from notices import copyright_text
from program_help import commands
from sbom import sbom

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
MAINTAINER = "Mingji maintainers <maintainers@mingji.invalid>"
SCRIPTS = ("config", "preinst", "postinst", "prerm", "postrm")


@dataclass
class Source:
    program: Path
    fonts: Path
    pictures: Path  # of the manual; the pages name what has to be there
    version: str
    moment: int  # seconds since 1970 of the last commit

    @property
    def day(self):
        return datetime.fromtimestamp(self.moment, timezone.utc).strftime("%Y-%m-%d")


def project_version():
    return re.search(r"project\(mingji VERSION (\S+)", (ROOT / "CMakeLists.txt").read_text(encoding="utf-8")).group(1)


def put(path, content, mode=0o644):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    path.chmod(mode)


def packed(text):
    return gzip.compress(text.encode(), 9, mtime=0)


def debian_changelog(text, version, moment):
    """CHANGELOG.md as Debian writes it: our own sections, each with its points."""
    day = datetime.fromtimestamp(moment, timezone.utc).strftime("%a, %d %b %Y %H:%M:%S +0000")
    entries = []
    for part in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        points = re.findall(r"^- (.+(?:\n  .+)*)", part, re.MULTILINE)
        told = "\n".join(textwrap.fill(" ".join(point.split()), 78, initial_indent="  * ", subsequent_indent="    ") for point in points)
        entries.append(f"mingji ({part.split()[0]}) unstable; urgency=medium\n\n{told}\n\n -- {MAINTAINER}  {day}\n")
    if not entries[0].startswith(f"mingji ({version})"):
        raise ValueError(f"CHANGELOG.md does not begin with version {version}")
    return "\n".join(entries)


def lay_out(root, source):
    """Everything that the package installs."""
    doc, share = root / "usr/share/doc/mingji", root / "usr/share"
    put(root / "usr/bin/mingji", source.program.read_bytes(), 0o755)
    subprocess.run(["strip", "--strip-unneeded", "--remove-section=.comment", "--remove-section=.note", root / "usr/bin/mingji"],
                   check=True)
    for font in sorted(source.fonts.glob("*.otf")):
        put(share / "mingji/fonts" / font.name, font.read_bytes())
    put(doc / "fonts.README", (source.fonts / "README").read_bytes())
    exception = (source.fonts / "COPYING").read_text(encoding="utf-8")
    put(doc / "fonts.exception", exception[exception.index("As a special exception"):])
    put(root / "lib/systemd/system/mingji.service", (HERE / "mingji.service").read_bytes())
    put(doc / "examples/convert.conf", (HERE / "convert.conf").read_bytes())
    put(root / "etc/mingji/mingji.conf", (HERE / "mingji.conf").read_bytes())
    english = None
    for language, folder in (("en", "man/man1"), ("zh", "man/zh_CN/man1")):
        sentence, told = commands(source.program, language)
        english = english or told
        for name, text in man_pages(sentence, told, language, source.day, source.version).items():
            put(share / folder / f"{name}.gz", packed(text))
    put(share / "lintian/overrides/mingji", (HERE / "debian/lintian-overrides").read_bytes())
    put(share / "bash-completion/completions/mingji", completion(english))
    for name, content in manual_pages(source.pictures).items():
        put(doc / name, content)
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    put(doc / "changelog.gz", packed(debian_changelog(changelog, source.version, source.moment)))
    put(doc / "copyright", copyright_text(ROOT / "web"))
    put(doc / "sbom.cdx.json", sbom(source.program, ROOT / "web", source.version, source.moment))


def dependencies(program, work):
    """What dpkg-shlibdeps finds that the program loads, with the lowest versions that have what it uses."""
    put(work / "debian/control", "Source: mingji\n\nPackage: mingji\nArchitecture: any\n")
    done = subprocess.run(["dpkg-shlibdeps", "-O", "-e", program], cwd=work, check=True, capture_output=True, text=True)
    return done.stdout.strip().removeprefix("shlibs:Depends=")


def control_text(root, source, work):
    sizes = sum(max(1, -(-file.lstat().st_size // 1024)) for file in root.rglob("*") if "DEBIAN" not in file.parts)
    machine = subprocess.run(["dpkg", "--print-architecture"], check=True, capture_output=True, text=True).stdout.strip()
    return "\n".join([
        "Package: mingji", f"Version: {source.version}", f"Architecture: {machine}", f"Maintainer: {MAINTAINER}",
        f"Installed-Size: {sizes}",
        f"Depends: {dependencies(root / 'usr/bin/mingji', work)}, adduser, debconf (>= 0.5) | debconf-2.0",
        "Recommends: bubblewrap, fonts-noto-cjk, gdal-bin, libreoffice-calc-nogui | libreoffice-calc", "Suggests: postgresql",
        "Section: web", "Priority: optional",
        "Description: " + (HERE / "debian/description").read_text(encoding="utf-8")])


def put_control(root, source, work):
    control = root / "DEBIAN"
    files = sorted(file for file in root.rglob("*") if file.is_file())
    sums = [f"{hashlib.md5(file.read_bytes()).hexdigest()}  {file.relative_to(root)}" for file in files
            if file.relative_to(root).parts[0] != "etc"]
    put(control / "control", control_text(root, source, work))
    put(control / "md5sums", "\n".join(sums) + "\n")
    put(control / "conffiles", "/etc/mingji/mingji.conf\n")
    put(control / "templates", (HERE / "debian/templates").read_bytes())
    for script in SCRIPTS:
        put(control / script, (HERE / "debian" / script).read_bytes(), 0o755)


def write_package(source, folder):
    """Writes mingji_VERSION_ARCH.deb into the folder and gives its path."""
    folder.mkdir(parents=True, exist_ok=True)
    root, work = folder / "root", folder / "work"
    for old in (root, work):
        shutil.rmtree(old, ignore_errors=True)
    lay_out(root, source)
    put_control(root, source, work)
    for path in [root, *root.rglob("*")]:
        if path.is_dir():
            path.chmod(0o755)
        os.utime(path, (source.moment, source.moment))
    subprocess.run(["dpkg-deb", "--root-owner-group", "-Zxz", "-z1", "--build", root, folder], check=True, stdout=subprocess.DEVNULL,
                   env={**os.environ, "SOURCE_DATE_EPOCH": str(source.moment)})
    return max(folder.glob(f"mingji_{source.version}_*.deb"), key=lambda file: file.stat().st_mtime)
