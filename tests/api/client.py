# SPDX-License-Identifier: Apache-2.0
"""The program as a server on a throw-away data folder, and a client that speaks as the web application does.

    with Server(program) as server:                     # SQLite; Server(program, postgres="host=… dbname=…")
        server.person("jixiao", "performance")          # before start(): an SQLite folder has one owner
        server.start()
        me = server.sign_in("jixiao")
        answer = me.get("/api/v1/budget/years")          # answer.status, .json, .headers, .bytes, .etag
        me.post(path, {"code": "J01"})                   # X-CSRF-Token and a fresh Idempotency-Key go along
        me.put(path, body, etag=answer.etag)
        job = me.wait(me.post(path, …).json["job"])      # a job in its final state"""
import base64
import hashlib
import hmac
import http.client
import json
import os
import re
import shutil
import signal
import struct
import subprocess
import tempfile
import time
import uuid
from pathlib import Path
from urllib.parse import quote, urlencode

BASE = "/api/v1"
FINAL = ("done", "failed", "cancelled")
UNIT = "示例会议中心"


def totp(secret, later=0):
    """The code of an authenticator app (RFC 6238); later=1: the next one, because each is good once."""
    step = struct.pack(">Q", int(time.time()) // 30 + later)
    digest = hmac.new(base64.b32decode(secret + "=" * (-len(secret) % 8)), step, hashlib.sha1).digest()
    at = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[at:at + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


class Answer:
    def __init__(self, response, body):
        self.status = response.status
        self.headers = {name.lower(): value for name, value in response.getheaders()}
        self.bytes = body
        kind = self.headers.get("content-type", "")
        self.json = json.loads(body) if body and "json" in kind and "disposition" not in str(self.headers) else None

    @property
    def etag(self):
        return self.headers.get("etag")

    @property
    def code(self):
        """Of a refusal."""
        return (self.json or {}).get("code", "")

    @property
    def errors(self):
        """Of a refusal: pointer -> code."""
        return {error["pointer"]: error["code"] for error in (self.json or {}).get("errors", [])}

    def __repr__(self):
        return f"{self.status} {self.bytes[:600].decode(errors='replace')}"


class Client:
    """One session. None as a header's value leaves it out. A judge (contract.py) sees every answer."""

    def __init__(self, port, judge=None):
        self.port, self.judge = port, judge
        self.cookie = self.csrf = None
        self.me = None

    def connection(self, timeout=60):
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)

    def send(self, method, path, body=None, headers=None, query=None):
        everything = {"Accept-Language": "zh-CN", "Cookie": self.cookie, **(headers or {})}
        if isinstance(body, (dict, list)):
            body = json.dumps(body, ensure_ascii=False).encode()
            everything.setdefault("Content-Type", "application/json")
        where = path + ("?" + urlencode(query, doseq=True, quote_via=quote) if query else "")
        connection = self.connection()
        try:
            try:
                connection.request(method, where, body, {name: value for name, value in everything.items() if value is not None})
            except (BrokenPipeError, ConnectionResetError):
                pass  # refused before the body had come to its end: the answer is there
            response = connection.getresponse()
            answer = Answer(response, response.read())
            if self.judge:
                self.judge(method, path, answer)
            return answer
        finally:
            connection.close()

    def change(self, method, path, body, headers, query):
        own = {"X-CSRF-Token": self.csrf, **({"Idempotency-Key": str(uuid.uuid4())} if method == "POST" else {})}
        return self.send(method, path, body, {**own, **(headers or {})}, query)

    def get(self, path, headers=None, **query):
        return self.send("GET", path, None, headers, query)

    def post(self, path, body=None, headers=None, **query):
        return self.change("POST", path, body, headers, query)

    def put(self, path, body, etag=None, headers=None, **query):
        return self.change("PUT", path, body, {"If-Match": etag, **(headers or {})}, query)

    def patch(self, path, body, etag=None, headers=None, **query):
        return self.change("PATCH", path, body, {"If-Match": etag, **(headers or {})}, query)

    def delete(self, path, etag=None, headers=None, **query):
        return self.change("DELETE", path, None, {"If-Match": etag, **(headers or {})}, query)

    def opened(self, answer):
        """Goes on with the session that an answer opened, or stepped up."""
        assert answer.status in (200, 201), answer
        self.cookie = answer.headers["set-cookie"].split(";")[0]
        self.csrf, self.me = answer.json["csrf_token"], answer.json
        return self

    def sign_in(self, code):
        return self.opened(self.send("POST", BASE + "/identity/code-sessions", {"code": code}))

    def sign_in_with(self, **what):
        """account, password, totp"""
        return self.opened(self.send("POST", BASE + "/identity/sessions", what))

    def set_second_factor(self):
        """As an administrator has to; the secret for totp()."""
        begun = self.post(BASE + "/identity/second-factor", {})
        assert begun.status == 201, begun
        self.opened(self.post(BASE + "/identity/second-factor/confirmation", {"code": totp(begun.json["secret"])}))
        return begun.json["secret"]

    def upload(self, name, content, headers=None):
        return self.post(BASE + "/uploads", content, {"Content-Type": "application/octet-stream", **(headers or {})}, name=name)

    def uploaded(self, name, content):
        answer = self.upload(name, content)
        assert answer.status == 201, answer
        return answer.json["upload"]

    def job(self, job):
        answer = self.get(f"{BASE}/jobs/{job}")
        assert answer.status == 200, answer
        return answer.json

    def wait(self, job, seconds=60):
        """The job in its final state."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            now = self.job(job)
            if now["state"] in FINAL:
                return now
            time.sleep(0.05)
        raise AssertionError(f"job {job} has not ended after {seconds} s: {now}")

    def run(self, path, body):
        """Starts a job and waits for its end."""
        answer = self.post(path, body)
        assert answer.status == 202, answer
        return self.wait(answer.json["job"])

    def events(self, last_id=None, timeout=30):
        return Events(self, last_id, timeout)


class Events:
    """A stream of events: `for event in …` gives {"id", "type", "data"}, data parsed."""

    def __init__(self, client, last_id, timeout):
        self.connection = client.connection(timeout)
        headers = {"Cookie": client.cookie, **({"Last-Event-ID": last_id} if last_id else {})}
        self.connection.request("GET", BASE + "/events", headers=headers)
        self.response = self.connection.getresponse()
        assert self.response.status == 200, self.response.status
        assert self.response.readline() == b": ready\n"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.response.close()
        self.connection.close()

    def __iter__(self):
        event = {}
        while line := self.response.readline():
            line = line.decode().rstrip("\n")
            if not line and event:
                yield event
                event = {}
            elif line and not line.startswith(":"):
                name, _, value = line.partition(": ")
                event["type" if name == "event" else name] = json.loads(value) if name == "data" else value


class Server:
    """The program with a data folder of its own, gone afterwards whatever happens."""

    def __init__(self, program, postgres=None, judge=None):
        self.program, self.postgres, self.judge = Path(program).resolve(), postgres, judge
        self.folder = Path(tempfile.mkdtemp(prefix="mingji-api-"))
        self.data, self.database = self.folder / "data", ""
        self.name = f"mingji_api_{os.getpid()}_{uuid.uuid4().hex[:8]}"
        self.process = self.port = None
        self.codes = {}

    def __enter__(self):
        if self.postgres:
            self.sql(f"CREATE DATABASE {self.name}", self.postgres)
            self.database = re.sub(r"dbname=\S+", f"dbname={self.name}", self.postgres)
        self.command("init", "--name", UNIT, "--region", "420112", "--region-name", "示例区")
        return self

    def __exit__(self, *_):
        self.kill()
        if self.database:
            self.sql(f"DROP DATABASE {self.name} WITH (FORCE)", self.postgres)
        shutil.rmtree(self.folder, ignore_errors=True)

    def sql(self, statement, where=None):
        """Rows of a statement, asked behind the server's back. Only on PostgreSQL while it runs."""
        if self.postgres:
            done = subprocess.run(["psql", "-X", "-q", "-A", "-t", "-F", "\t", "-v", "ON_ERROR_STOP=1", "-d",
                                   where or self.database, "-c", statement], check=True, capture_output=True, text=True)
            return [tuple(line.split("\t")) for line in done.stdout.splitlines()]
        import sqlite3
        db = sqlite3.connect(f"file:{self.data / 'mingji.sqlite'}?mode=ro", uri=True)
        try:
            return [tuple(str(value) for value in row) for row in db.execute(statement)]
        finally:
            db.close()

    def environment(self):
        return {**os.environ, "MINGJI_DATABASE": self.database}

    def execute(self, statement):
        """Behind the program's back, while it does not run."""
        if self.postgres:
            return self.sql(statement)
        import sqlite3
        with sqlite3.connect(self.data / "mingji.sqlite") as db:
            db.execute(statement)

    def section(self, name):
        """A section of the unit; its id."""
        section = str(uuid.uuid4())
        self.execute(f"INSERT INTO identity_org (org_id, name, region_code, region_name, created_ms, parent_id, kind, path) SELECT "
                     f"'{section}', '{name}', region_code, region_name, created_ms, org_id, 'section', path || '{section}/' "
                     f"FROM identity_org WHERE kind = 'unit'")
        return section

    def command(self, *words):
        done = subprocess.run([self.program, *map(str, words), "--data", self.data], env=self.environment(), text=True,
                              capture_output=True, check=False, timeout=120)
        assert done.returncode == 0, f"mingji {' '.join(map(str, words))}: {done.returncode}\n{done.stdout}{done.stderr}"
        return done.stdout

    def person(self, account, role, scope="unit", section=None):
        """A person who can sign in once by sign_in(account)."""
        unit = ("--org", UNIT)  # sections are organisations too
        self.command("people", "add", account, "--role", role, "--scope", scope, *unit, *(["--section", section] if section else []))
        self.codes[account] = self.command("people", "code", account, *unit).strip()

    def addresses(self):
        """Of every start; one that restores a backup starts again by itself."""
        return re.findall(r"http://127\.0\.0\.1:(\d+)", self.log())

    def start(self):
        before = len(self.addresses()) if self.process else 0
        with open(self.folder / "log", "ab") as log:
            self.process = subprocess.Popen([self.program, "serve", "--listen", f"127.0.0.1:{self.port or 0}", "--data", self.data],
                                            env=self.environment(), stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        end = time.monotonic() + 60
        while time.monotonic() < end and self.process.poll() is None:
            found = self.addresses()
            if len(found) > before:
                self.port = int(found[-1])
                return self
            time.sleep(0.02)
        raise AssertionError("the server did not start\n" + self.log()[-3000:])

    def log(self):
        return (self.folder / "log").read_text(encoding="utf-8", errors="replace")

    def stop(self):
        """As systemd does; the exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(30)

    def kill(self):
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    def client(self):
        return Client(self.port, self.judge)

    def sign_in(self, account):
        return self.client().sign_in(self.codes[account])
