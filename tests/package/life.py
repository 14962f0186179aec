# SPDX-License-Identifier: Apache-2.0
"""The life of the package on a bare Debian 12: installed, served from, upgraded, not downgraded, removed, purged."""
import contextlib
import hashlib
import json
import re
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request

from chroot import ENVIRONMENT, Chroot, bare_system, layered, run

DATA = "/var/lib/mingji"
# What dpkg, apt and adduser note down for themselves; piuparts leaves the same out.
NOTES = re.compile(r"/(?:var/(?:log|cache)|var/lib/(?:dpkg|apt|systemd/deb-systemd-helper-\w+)|run)(?:/|$)|/etc/(?:passwd|group|g?shadow|sub[ug]id)-$"
                   r"|/etc/\.pwd\.lock$|/etc/ld\.so\.cache$")


def field(deb, name):
    return run("dpkg-deb", "-f", deb, name).stdout.strip()


def with_dependencies(deb, folder):
    """The layers of a Debian that has what the package depends on, but not the package."""
    wanted = field(deb, "Depends")
    name = "dependencies-" + hashlib.sha256(wanted.encode()).hexdigest()[:12]
    return layered([bare_system(folder / "bookworm")], name, "satisfy", "-y", "--no-install-recommends", wanted)


def of_version(deb, version, folder):
    """The same package under another version."""
    unpacked, packed = folder / "unpacked", folder / f"mingji_{version}.deb"
    shutil.rmtree(unpacked, ignore_errors=True)
    run("dpkg-deb", "-R", deb, unpacked)
    control = unpacked / "DEBIAN/control"
    control.write_text(re.sub(r"^Version: .*$", f"Version: {version}", control.read_text(encoding="utf-8"), flags=re.MULTILINE), encoding="utf-8")
    run("dpkg-deb", "--root-owner-group", "-Znone", "-b", unpacked, packed)
    shutil.rmtree(unpacked)
    return packed


def as_service(machine, *words):
    return machine.must("runuser", "-u", "mingji", "--", "mingji", *words, "--data", DATA)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def answer(port, path):
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=5) as got:
            return got.status
    except urllib.error.HTTPError as refused:
        return refused.code
    except OSError:
        return None


@contextlib.contextmanager
def served(machine):
    """The port of a server that the package's program runs, as its user, on its data folder."""
    port = free_port()
    server = subprocess.Popen(machine.command("setpriv", "--reuid=mingji", "--regid=mingji", "--clear-groups", "mingji", "serve",
                                              "--data", DATA, "--listen", f"127.0.0.1:{port}"),
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=ENVIRONMENT)
    try:
        deadline = time.monotonic() + 30
        while answer(port, "/livez") != 200 and server.poll() is None and time.monotonic() < deadline:
            time.sleep(0.05)
        yield port
    finally:
        server.terminate()
        ended = server.wait(30)
    if ended != 0:
        raise AssertionError(f"SIGTERM ended the server with {ended}")


def installs_and_serves(machine, deb):
    machine.must("apt-get", "-qq", "install", "-y", "--no-install-recommends", machine.take_in(deb))
    told = {"owner of the data folder": machine.must("stat", "-c", "%U %G %a", DATA).strip(),
            "account": machine.must("getent", "passwd", "mingji").split(":")[5:7],
            "program": machine.must("which", "mingji").strip()}
    with served(machine) as port:
        told["answers"] = [answer(port, path) for path in ("/livez", "/readyz", "/", "/api/v1/budget/years")]
    wanted = {"owner of the data folder": "mingji mingji 700", "account": [DATA, "/usr/sbin/nologin\n"],
              "program": "/usr/bin/mingji", "answers": [200, 200, 200, 401]}
    return [f"{name}: {told[name]!r}, not {wanted[name]!r}" for name in wanted if told[name] != wanted[name]]


def writes_a_report(machine):
    """Fonts, words and rules are where the installed program looks for them."""
    as_service(machine, "init", "--name", "示例中心", "--region", "420112", "--region-name", "示例区")
    form = "三级指标,目标值,实际完成值,权重\n示例指标,≥10次,12次,100\n"
    (machine.root / "root/form.csv").write_text(form, encoding="utf-8")
    code, said = machine.run("mingji", "score", "/root/form.csv", "--format", "json")
    fonts = machine.must("sh", "-c", "ls /usr/share/mingji/fonts/*.otf | wc -l").strip()
    return [] if code in (0, 3) and json.loads(said) and fonts == "5" else [f"score: {code} {said[:500]}, {fonts} fonts"]


def recorded(machine):
    """What somebody recorded before the upgrade, as the program tells it."""
    return as_service(machine, "budget", "lines", "--year", "2025", "--format", "json")


def works_on(machine):
    """A line of the budget, and a line that the office wrote into the configuration."""
    as_service(machine, "budget", "open", "--year", "2025")
    as_service(machine, "budget", "add-line", "P07", "示例经费", "--kind", "项目支出", "--year", "2025")
    file = machine.root / "etc/mingji/mingji.conf"
    file.write_text(file.read_text(encoding="utf-8") + "# written by the office\n", encoding="utf-8")


def upgrades(machine, deb):
    works_on(machine)
    before = recorded(machine)
    machine.must("apt-get", "-qq", "install", "-y", "--no-install-recommends", machine.take_in(deb))
    problems = [] if recorded(machine) == before and "P07" in before else [f"the data changed: {before} {recorded(machine)}"]
    told = machine.must("dpkg-query", "-W", "-f=mingji ${Version}\n", "mingji"), machine.must("mingji", "--version")
    if set(told) != {f"mingji {field(deb, 'Version')}\n"}:
        problems.append("the new version is not there")
    if "written by the office" not in (machine.root / "etc/mingji/mingji.conf").read_text(encoding="utf-8"):
        problems.append("the configuration was overwritten")
    with served(machine) as port:
        if answer(port, "/readyz") != 200:
            problems.append("not ready after the upgrade")
    return problems


def refuses_a_downgrade(machine, older, version):
    code, said = machine.run("dpkg", "-i", machine.take_in(older))
    still = machine.must("dpkg-query", "-W", "-f=${Version} ${db:Status-Status}", "mingji")
    return [] if code != 0 and still == f"{version} installed" and "refused" in said else [f"exit code {code}, {still}: {said}"]


def removal_keeps_data(machine):
    machine.must("apt-get", "-qq", "remove", "-y", "mingji")
    left = (machine.root / DATA.lstrip("/") / "mingji.sqlite").exists()
    gone = not (machine.root / "usr/bin/mingji").exists() and not (machine.root / "usr/share/mingji").exists()
    kept = (machine.root / "etc/mingji/mingji.conf").exists()
    return [] if left and gone and kept else [f"data {left}, program gone {gone}, configuration {kept}"]


def purge_keeps_data_unless_asked(machine):
    machine.must("dpkg", "--purge", "mingji")
    left = (machine.root / DATA.lstrip("/") / "mingji.sqlite").exists()
    gone = not (machine.root / "etc/mingji").exists()
    return [] if left and gone else [f"data {left}, configuration gone {gone}"]


def purge_leaves_nothing(machine, deb, before):
    """Installed again on the data that was kept, and purged with the answer yes."""
    machine.must("apt-get", "-qq", "install", "-y", "--no-install-recommends", machine.take_in(deb))
    machine.must("debconf-set-selections", stdin="mingji mingji/purge_data boolean true\n")
    machine.must("dpkg", "--purge", "mingji")
    after = machine.files()
    changed = sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path) and not NOTES.search(path))
    return [f"{path}: {before.get(path)} became {after.get(path)}" for path in changed]


def life(deb, lower, folder):
    """Yields (what is checked, its problems)."""
    version = field(deb, "Version")
    older = of_version(deb, "0.0.1", folder)
    with Chroot(*lower) as machine:
        before = machine.files()
        yield "an older version installs and serves", installs_and_serves(machine, older)
        yield "the installed program finds what belongs to it", writes_a_report(machine)
        yield "an upgrade keeps data and configuration", upgrades(machine, deb)
        yield "a downgrade is refused", refuses_a_downgrade(machine, older, version)
        yield "removing keeps data and configuration", removal_keeps_data(machine)
        yield "purging keeps data", purge_keeps_data_unless_asked(machine)
        yield "purging with data leaves nothing", purge_leaves_nothing(machine, deb, before)
