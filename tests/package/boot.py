# SPDX-License-Identifier: Apache-2.0
"""The service under a systemd of its own, started as a machine starts: the sandbox lets it do its work."""
import contextlib
import subprocess
import time
from pathlib import Path

from chroot import Chroot, layered

READY = "import urllib.request as r; print(r.urlopen('http://127.0.0.1:8080/readyz', timeout=20).status)"


def with_systemd(lower):
    return layered(lower, lower[0].parent.name + "-systemd", "install", "-y", "--no-install-recommends", "systemd-sysv", "dbus")


def within(seconds, holds):
    """Whether it holds before the time is over."""
    deadline = time.monotonic() + seconds
    while not holds() and time.monotonic() < deadline:
        time.sleep(0.1)
    return holds()


def first_process(nspawn):
    """The container's PID 1, as this machine numbers it: a child of nspawn, but not the first, which prepares it and ends."""
    found = []

    def is_there():
        children = Path(f"/proc/{nspawn.pid}/task/{nspawn.pid}/children").read_text(encoding="utf-8").split()
        found[:] = [child for child in children if is_systemd(child)]
        return found

    if not within(20, is_there):
        raise AssertionError("systemd-nspawn started nothing")
    return found[0]


def is_systemd(process):
    try:
        return Path(f"/proc/{process}/comm").read_text(encoding="utf-8").strip() == "systemd"
    except OSError:  # it ended
        return False


class Booted:
    """A machine that runs; its network is its own."""

    def __init__(self, pid):
        self.pid = pid

    def run(self, *words, also=("-m", "-u", "-i", "-p")):
        done = subprocess.run(["nsenter", "-t", self.pid, "-n", *also, *words], check=False, text=True, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT)
        return done.stdout.strip()

    def show(self, what):
        return self.run("systemctl", "show", "--value", "-p", what, "mingji")

    def is_ready(self):
        """Asked by a program of this machine in the other's network."""
        return self.run("python3", "-c", READY, also=()) == "200"

    def becomes(self, what, value):
        return within(60, lambda: self.show(what) == value)

    def noted(self):
        return self.run("journalctl", "-u", "mingji", "-o", "cat", "--no-pager")


@contextlib.contextmanager
def booted(machine):
    machine.must("rm", "-f", "/usr/sbin/policy-rc.d")
    machine.without_proc()
    nspawn = subprocess.Popen(["systemd-nspawn", "--quiet", "--register=no", "--keep-unit", "--private-network", "--console=pipe", "--boot",
                               f"--directory={machine.root}"], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield Booted(first_process(nspawn))
    finally:
        nspawn.terminate()  # it asks its systemd to power off
        try:
            nspawn.wait(40)
        except subprocess.TimeoutExpired:
            nspawn.kill()
            nspawn.wait()


def boot(deb, lower):
    """Yields (what is checked, its problems)."""
    with Chroot(*with_systemd(lower)) as machine:
        machine.must("dpkg", "-i", machine.take_in(deb))
        with booted(machine) as system:
            started = system.becomes("ActiveState", "active")
            offered = within(10, lambda: "设置码" in system.noted())  # the journal is a moment behind
            yield "the service starts with the machine and offers its set-up", \
                [] if started and system.is_ready() and offered else [f"{system.show('ActiveState')}: {system.noted()[-2000:]}"]
            system.run("systemctl", "restart", "mingji")
            yield "it answers as soon as systemctl returns", [] if system.is_ready() else [system.run("systemctl", "status", "mingji")]
            before = system.show("MainPID")
            system.run("systemctl", "kill", "--signal=KILL", "mingji")
            again = system.becomes("NRestarts", "1") and system.becomes("ActiveState", "active")
            answers = again and system.show("MainPID") != before and system.is_ready()
            yield "it comes back after a kill", [] if answers else [system.run("systemctl", "status", "mingji")]
            system.run("systemctl", "stop", "mingji")
            result = system.show("Result"), system.show("ExecMainStatus")
            yield "it stops in order", [] if result == ("success", "0") else [f"{result}"]
