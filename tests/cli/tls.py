#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""`mingji tls init`, and a server that speaks with what it made: tls.py PROGRAM"""
import hashlib
import http.client
import re
import ssl
import stat
import subprocess
import sys
import tempfile
import time
import warnings
from pathlib import Path


def make(program, data, *words):
    return subprocess.run([program, "tls", "init", "--data", data, *words], check=False, capture_output=True, text=True)


def started(program, data, certificate, key):
    log = open(data / "log", "wb+")
    server = subprocess.Popen([program, "serve", "--listen", "127.0.0.1:0", "--data", data, "--tls-cert", certificate, "--tls-key", key],
                              stdin=subprocess.DEVNULL, stdout=log, stderr=log)
    for _ in range(1_000):
        found = re.search(r"https://127\.0\.0\.1:(\d+)", (data / "log").read_text(encoding="utf-8", errors="replace"))
        if found or server.poll() is not None:
            break
        time.sleep(0.02)
    return server, int(found.group(1))


def answered(port, context, host="127.0.0.1"):
    """The status, or the name of what kept it from being asked."""
    connection = http.client.HTTPSConnection(host, port, timeout=10, context=context)
    try:
        connection.request("GET", "/livez")
        return connection.getresponse().status
    except (ssl.SSLError, OSError) as trouble:
        return type(trouble).__name__
    finally:
        connection.close()


def trusting(certificate):
    return ssl.create_default_context(cafile=certificate)


def checks(program, data):
    made = make(program, data, "--host", "127.0.0.1", "--host", "mingji.example.lan")
    certificate, key = data / "tls" / "cert.pem", data / "tls" / "key.pem"
    yield made.returncode == 0, f"made: {made}"
    yield {stat.S_IMODE(file.stat().st_mode) for file in (certificate, key)} == {0o600}, "for its owner alone"
    digest = hashlib.sha256(ssl.PEM_cert_to_DER_cert(certificate.read_text(encoding="ascii"))).hexdigest()
    yield made.stdout.strip().replace(":", "").lower() == digest, "the fingerprint is that of the certificate"
    before = certificate.read_bytes(), key.read_bytes()
    yield make(program, data, "--host", "127.0.0.1").returncode == 4, "never over another one"
    certificate.unlink()
    yield make(program, data, "--host", "127.0.0.1").returncode == 4, "not over half of one either"
    certificate.write_bytes(before[0])
    yield (certificate.read_bytes(), key.read_bytes()) == before, "nothing was changed"
    yield make(program, data / "other").returncode == 2, "a host has to be named"
    yield make(program, data / "other", "--host", "a b").returncode in (1, 2, 4) and not (data / "other" / "tls").exists(), "what is no host"

    server, port = started(program, data, certificate, key)
    try:
        yield answered(port, trusting(certificate)) == 200, "it answers who trusts it"
        yield answered(port, ssl.create_default_context()) == "SSLCertVerificationError", "and nobody else"
        yield answered(port, trusting(certificate), "127.0.0.2") != 200, "under its own name alone"
        old = trusting(certificate)
        warnings.simplefilter("ignore", DeprecationWarning)  # that is what is asked for
        old.minimum_version, old.maximum_version = ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1
        yield answered(port, old) != 200, "not by TLS 1.1"
    finally:
        server.terminate()
        yield server.wait(30) == 0, "it ends with 0"


def main():
    program = Path(sys.argv[1]).resolve()
    passed = failed = 0
    with tempfile.TemporaryDirectory(prefix="mingji-tls-") as folder:
        data = Path(folder) / "data"
        data.mkdir()
        for is_right, what in checks(program, data):
            passed, failed = passed + bool(is_right), failed + (not is_right)
            if not is_right:
                print(f"FAILED {what}", flush=True)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
