# SPDX-License-Identifier: Apache-2.0
"""What the sandbox leaves LibreOffice: as shipped an .ods is read, and the reader says what could not be taken from it; with the
drop-in of the package there is nothing to say."""
import re

from boot import booted, with_systemd, within
from chroot import Chroot, layered

DATA = "/var/lib/mingji"
FORM = "三级指标,目标值,实际完成值,权重\n示例指标,≥10次,12次,100\n"


def with_libreoffice(lower):
    return layered(lower, lower[0].parent.name + "-libreoffice", "install", "-y", "--no-install-recommends", "libreoffice-calc-nogui", "bubblewrap")


def put_form(machine):
    """An .ods in the data folder, and two units: the service's sandbox around a command that reads it."""
    (machine.root / "root/form.csv").write_text(FORM, encoding="utf-8")
    machine.must("sh", "-c", "cd /root && soffice --headless --infilter=CSV:44,34,76 --convert-to ods form.csv")
    machine.must("install", "-o", "mingji", "-m", "0600", "/root/form.ods", DATA)
    unit = (machine.root / "lib/systemd/system/mingji.service").read_text(encoding="utf-8")
    unit = re.sub(r"^ExecStart=.*", f"ExecStart=/usr/bin/mingji score {DATA}/form.ods --format json", unit, flags=re.MULTILINE)
    unit = re.sub(r"^(?:Type|Restart).*\n", "", unit, flags=re.MULTILINE)
    drop_in = (machine.root / "usr/share/doc/mingji/examples/convert.conf").read_text(encoding="utf-8")
    for name, more in (("shipped", ""), ("loosened", drop_in)):
        outputs = f"[Service]\nType=oneshot\nStandardOutput=file:{DATA}/{name}.json\nStandardError=file:{DATA}/{name}.notes\n"
        (machine.root / f"etc/systemd/system/{name}.service").write_text(unit + outputs + more, encoding="utf-8")


def conversion(deb, lower):
    """Yields (what is checked, its problems)."""
    with Chroot(*with_libreoffice(with_systemd(lower))) as machine:
        machine.must("dpkg", "-i", machine.take_in(deb))
        put_form(machine)
        data = machine.root / DATA.lstrip("/")
        with booted(machine) as system:
            within(60, lambda: system.run("systemctl", "is-system-running") in ("running", "degraded"))
            said = {}
            for name in ("shipped", "loosened"):
                system.run("systemctl", "start", f"{name}.service")
                said[name] = [(data / f"{name}.{kind}").read_text(encoding="utf-8").splitlines() for kind in ("json", "notes")]
        wanted = {"shipped": (True, 2), "loosened": (True, 0)}
        for name, title in (("shipped", "as shipped .ods is read, with two notes"), ("loosened", "with convert.conf .ods is read inside bubblewrap")):
            answer, notes = said[name]
            yield title, [] if (bool(answer), len(notes)) == wanted[name] else [f"{answer[:3]} {notes}"]
