# SPDX-License-Identifier: Apache-2.0
"""Whether the time of an answer tells which accounts exist: sign_in_times.py PROGRAM [ROUNDS] [PORT]

Starts the server on loopback with a throw-away folder, then asks in turn with an account that exists, one that does not
and one that is locked, always with a wrong password, and prints the medians. The existing account is another one each
time: five failures would lock it."""
import http.client
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time


def run(program, folder, *words):
    done = subprocess.run([program, *words, "--data", folder], check=True, capture_output=True, text=True,
                          env={**os.environ, "MINGJI_DATABASE": ""})
    return done.stdout.strip()


class Browser:
    def __init__(self, port):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)

    def post(self, path, body, cookie="", csrf=""):
        headers = {"Content-Type": "application/json", "Sec-Fetch-Site": "same-origin"}
        if cookie:
            headers |= {"Cookie": cookie, "X-CSRF-Token": csrf}
        start = time.perf_counter()
        self.connection.request("POST", "/api/v1/identity/" + path, json.dumps(body), headers)
        answer = self.connection.getresponse()
        text = answer.read()
        seconds = time.perf_counter() - start
        return answer.status, text and json.loads(text), answer.headers, seconds


def wait_for(port):
    for _ in range(200):
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", "/livez")
            if connection.getresponse().read() == b"ok\n":
                return
        except OSError:
            time.sleep(0.05)
    sys.exit("the server did not start")


def people_with_passwords(program, folder, count):
    """Codes for as many accounts; the codes are used once the server runs."""
    for number in range(count):
        run(program, folder, "people", "add", f"account{number}")
    return [run(program, folder, "people", "code", f"account{number}") for number in range(count)]


def set_passwords(browser, codes):
    for code in codes:
        status, session, headers, _ = browser.post("code-sessions", {"code": code})
        assert status == 201, session
        cookie = headers["Set-Cookie"].split(";")[0]
        status, answer, _, _ = browser.post("password", {"password": "Kq7!Vz2m-xw4"}, cookie, session["csrf_token"])
        assert status == 200, answer


def measure(browser, accounts, rounds):
    for _ in range(6):  # five failures, and one that meets the lock
        browser.post("sessions", {"account": "locked", "password": "wrong"})
    kinds = {"existing": lambda i: f"account{i % accounts}", "unknown": lambda i: f"nobody{i}", "locked": lambda i: "locked"}
    times = {kind: [] for kind in kinds}
    answers = set()
    for i in range(rounds):
        for kind, account in kinds.items():
            status, body, _, seconds = browser.post("sessions", {"account": account(i), "password": "wrong"})
            answers.add((status, body["code"], body["detail"], body["title"]))
            times[kind].append(seconds * 1000)
    return times, answers


def main(program, rounds="500", port="18290"):
    accounts = -(-int(rounds) // 4)  # at most four failures each
    with tempfile.TemporaryDirectory(prefix="mingji-times-") as folder:
        run(program, folder, "init", "--name", "示例单位", "--region", "420112", "--region-name", "示例区")
        codes = people_with_passwords(program, folder, accounts)
        server = subprocess.Popen([program, "serve", "--listen", f"127.0.0.1:{port}", "--data", folder],
                                  stderr=subprocess.DEVNULL, env={**os.environ, "MINGJI_DATABASE": ""})
        try:
            wait_for(int(port))
            browser = Browser(int(port))
            set_passwords(browser, codes)
            times, answers = measure(browser, accounts, int(rounds))
        finally:
            server.terminate()
            server.wait(30)
    print(f"{len(answers)} different answers (one is right)")
    for kind, some in times.items():
        print(f"{kind:9} median {statistics.median(some):7.2f} ms   p95 {sorted(some)[int(len(some) * 0.95)]:7.2f} ms"
              f"   of {len(some)}")
    medians = [statistics.median(some) for some in times.values()]
    print(f"largest difference of medians {max(medians) - min(medians):.2f} ms (at most 5)")
    return 0 if len(answers) == 1 and max(medians) - min(medians) <= 5 else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
