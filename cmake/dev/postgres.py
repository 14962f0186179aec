# SPDX-License-Identifier: Apache-2.0
"""A throw-away PostgreSQL 15: unix socket only, own folder, gone afterwards whatever happens."""
import contextlib
import ctypes
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

from .shell import Failed

PROGRAMS = Path("/usr/lib/postgresql/15/bin")
PORT = 54329
SET_PARENT_DEATH_SIGNAL = 1


def stop_with_parent():
    """Even kill -9 of ./dev stops the server: SIGINT is PostgreSQL's fast shutdown."""
    ctypes.CDLL(None).prctl(SET_PARENT_DEATH_SIGNAL, signal.SIGINT)


class Postgres:
    """`with Postgres() as target:` gives the text of TEST_POSTGRES."""

    def __enter__(self):
        if not (PROGRAMS / "postgres").exists():
            raise Failed("PostgreSQL 15 is not installed: ./dev setup")
        # Not below build/: the path of a socket is at most 107 bytes, and the server's user may not enter root's home.
        self.folder = Path(tempfile.mkdtemp(prefix="mingji-postgres-"))
        self.server = None
        self.account = {}
        if os.geteuid() == 0:  # PostgreSQL refuses to run as root
            user = pwd.getpwnam("postgres")
            os.chown(self.folder, user.pw_uid, user.pw_gid)
            self.account = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
        try:
            self.start()
        except BaseException:
            self.__exit__()
            raise
        return f"host={self.folder} port={PORT} user=postgres dbname=postgres"

    def start(self):
        """The order of texts is that of Chinese dictionaries: whoever relies on the database's order sees it here."""
        subprocess.run([PROGRAMS / "initdb", "-D", self.folder / "data", "-U", "postgres", "-A", "trust", "-E", "UTF8",
                        "--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=zh-CN", "--no-sync"], check=True, cwd=self.folder, stdout=subprocess.DEVNULL,
                       **self.account)
        self.launch()

    def launch(self):
        data, log = self.folder / "data", self.folder / "log"
        with open(log, "a", encoding="utf-8") as written:
            self.server = subprocess.Popen(
                [PROGRAMS / "postgres", "-D", data, "-k", self.folder, "-p", str(PORT), "-c", "listen_addresses=",
                 "-c", "fsync=on", "-c", "max_connections=200"],
                cwd=self.folder, stdin=subprocess.DEVNULL, stdout=written, stderr=written, start_new_session=True,
                preexec_fn=stop_with_parent, **self.account)
        for _ in range(300):
            ready = subprocess.run([PROGRAMS / "pg_isready", "-q", "-h", self.folder, "-p", str(PORT)], check=False)
            if ready.returncode == 0:
                return
            if self.server.poll() is not None:
                break
            time.sleep(0.1)
        raise Failed("PostgreSQL did not start:\n" + log.read_text(encoding="utf-8", errors="replace"))

    def send(self, which):
        """SIGSTOP: it is there and silent, as one that is swapped out; SIGCONT ends that. First the server itself, so that
        it starts no other process meanwhile, then those that it started."""
        self.server.send_signal(which)
        started = Path(f"/proc/{self.server.pid}/task/{self.server.pid}/children").read_text(encoding="ascii")
        for process in map(int, started.split()):
            with contextlib.suppress(ProcessLookupError):  # a session that ended in this moment
                os.kill(process, which)

    def stop(self, how=signal.SIGINT):
        """SIGINT: in order, every session is ended; SIGQUIT: as if it had crashed."""
        if self.server and self.server.poll() is None:
            self.send(signal.SIGCONT)
            self.server.send_signal(how)
            try:
                self.server.wait(30)
            except subprocess.TimeoutExpired:
                self.server.send_signal(signal.SIGQUIT)
                self.server.wait()

    def __exit__(self, *_):
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)
