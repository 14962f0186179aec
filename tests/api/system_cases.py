# SPDX-License-Identifier: Apache-2.0
"""The server about itself, and its backups."""
import http.client
import json
import time

from client import BASE, totp
from suite import equal, refused

BACKUPS = BASE + "/system/backups"
NOWHERE = "20010101-020000-000000"
PASSWORD = "quark 7 Geheim"


def made(world):
    job = world.admin.run(BACKUPS, None)
    equal(job["state"], "done", job)
    return job["result"]["backup"]


def status(world):
    answer = world.admin.get(BASE + "/system/status")
    equal(answer.status, 200, answer)
    return answer.json


def asked(world, name):
    answer = world.admin.post(f"{BACKUPS}/{name}/restoration", {"confirm": name})
    equal((answer.status, answer.json["state"], answer.json["backup"], answer.json["account"]), (202, "asked", name, "xitong"), answer)


def decided(who, name, decision):
    return who.post(BASE + "/system/restoration/decision", {"backup": name, "decision": decision})


def restored(world, name):
    """Asks for it, has it approved and waits until the server is back; what it answered meanwhile."""
    starts = len(world.server.addresses())
    asked(world, name)
    answer = decided(world.approver, name, "approve")
    equal((answer.status, answer.json["state"], answer.json["decided_by"]), (200, "wanted", "anquan"), answer)
    stranger, seen = world.server.client(), set()
    end = time.monotonic() + 60
    while len(world.server.addresses()) == starts and time.monotonic() < end:
        try:
            answer = stranger.get(BASE + "/identity/me")
            seen.add((answer.status, answer.code))
            if answer.status == 503:
                assert answer.headers["retry-after"] and answer.json["detail"], answer
        except (OSError, http.client.HTTPException):
            continue  # between the one that stopped and the one that takes its place
    assert len(world.server.addresses()) == starts + 1, world.server.log()[-2000:]
    return seen


def test_people_grants_and_sessions_are_handed_out_as_tables(world):
    for what, known in (("people", "jixiao2"), ("grants", "geren"), ("sessions", "xitong")):
        answer = world.admin.get(f"{BASE}/identity/{what}/export", format="csv")
        equal((answer.status, answer.headers["content-disposition"].split(";")[0]), (200, "attachment"), answer)
        text = answer.bytes.decode("utf-8-sig")
        assert text.startswith("登录名,姓名,") and f"\n{known}," in text, text
        assert world.admin.get(f"{BASE}/identity/{what}/export").bytes.startswith(b"PK"), what
        refused(world.officer.get(f"{BASE}/identity/{what}/export"), 403, "request.not_permitted")
    one = world.admin.get(f"{BASE}/identity/people/export", format="csv", q="jixiao2").bytes.decode("utf-8-sig")
    equal(len(one.strip().splitlines()), 2)
    refused(world.admin.get(f"{BASE}/identity/grants/export", state="lost"), 400, "request.query_wrong")


def test_the_status_says_what_runs(world):
    now = status(world)
    equal(now["engine"]["name"], "postgresql" if world.server.postgres else "sqlite")
    assert {step["slice"] for step in now["schema"]} >= {"identity", "jobs", "budget", "ledgers"}, now
    assert now["storage"]["free_bytes"] > 0 and now["uptime_seconds"] >= 0 and now["jobs"] == {"queued": 0, "running": 0}, now
    equal((now["backup"], now["restoration"]), ({"newest": None, "age_seconds": None, "daily_at": "02:00", "problem": None}, None))
    assert "\nmingji_backup_age_seconds " not in world.server.client().get("/metrics").bytes.decode()


def test_a_backup_is_made_and_seen(world):
    name = made(world)
    listed = world.admin.get(BACKUPS).json["items"]
    equal([(item["backup"], item["why"], item["readable"]) for item in listed], [(name, "demand", True)])
    assert listed[0]["rows"] > 0 and listed[0]["bytes"] > 0, listed
    newest = status(world)["backup"]
    equal(newest["newest"]["backup"], name)
    assert 0 <= newest["age_seconds"] < 60, newest
    assert "\nmingji_backup_age_seconds " in world.server.client().get("/metrics").bytes.decode()


def test_backups_come_page_by_page_newest_first(world):
    second_made = made(world)
    first_made = next(item["backup"] for item in world.admin.get(BACKUPS).json["items"] if item["backup"] != second_made)
    first = world.admin.get(BACKUPS, limit=1)
    second = world.admin.get(BACKUPS, limit=1, cursor=first.json["next"])
    names = [answer.json["items"][0]["backup"] for answer in (first, second)]
    equal((names, second.json["next"]), ([second_made, first_made], None))
    refused(world.admin.get(BACKUPS, limit=0), 400, "request.query_wrong")


def test_a_damaged_backup_is_noticed_and_never_restored(world):
    name = made(world)
    whole = world.admin.run(f"{BACKUPS}/{name}/verification", None)["result"]
    equal(whole, {"backup": name, "whole": True, "faults": []})
    dump = world.server.data / "backups" / name / "dump.gz"
    content = dump.read_bytes()
    dump.write_bytes(content[:-20] + bytes([content[-20] ^ 1]) + content[-19:])
    found = world.admin.run(f"{BACKUPS}/{name}/verification", None)["result"]
    equal((found["whole"], [fault["code"] for fault in found["faults"]]), (False, ["backup.damaged"]))
    restored(world, name)
    after = status(world)["restoration"]  # the session goes on: nothing was changed
    equal((after["state"], after["problem"]["code"], after["restore_point"]), ("failed", "backup.damaged", None))
    (world.server.data / "backups" / name / "manifest.json").write_text("{}")
    refused(world.admin.post(f"{BACKUPS}/{name}/verification"), 422, "backup.manifest_damaged")
    equal([item["readable"] for item in world.admin.get(BACKUPS).json["items"] if item["backup"] == name], [False])


def test_what_is_refused(world):
    name = next(item["backup"] for item in world.admin.get(BACKUPS).json["items"] if item["readable"])
    for answer in (world.officer.get(BASE + "/system/status"), world.leader.get(BACKUPS), world.officer.post(BACKUPS),
                   world.officer.post(f"{BACKUPS}/{name}/restoration", {"confirm": name})):
        refused(answer, 403, "request.not_permitted")
    refused(world.server.client().get(BACKUPS), 401, "identity.session.none")
    refused(world.admin.post(BACKUPS, None, {"Idempotency-Key": None}), 400, "request.idempotency_key_missing")
    for strange in (NOWHERE, "..", "..%2F..%2Fkeys"):
        answer = world.admin.post(f"{BACKUPS}/{strange}/restoration", {"confirm": strange})
        refused(answer, 404, "backup.unknown")
        refused(world.admin.post(f"{BACKUPS}/{strange}/verification"), 404, "backup.unknown")
    wrong = refused(world.admin.post(f"{BACKUPS}/{name}/restoration", {"confirm": NOWHERE}), 422, "request.fields_wrong")
    equal(wrong.errors, {"/confirm": "app.restoration.not_confirmed"})
    refused(world.admin.post(f"{BACKUPS}/{name}/restoration", {"confirm": name, "more": 1}), 400, "request.fields_wrong")
    for answer in (world.lesser.get(BASE + "/system/status"), world.lesser.get(BACKUPS), world.lesser.post(BACKUPS),
                   world.lesser.post(f"{BACKUPS}/{name}/restoration", {"confirm": name})):
        refused(answer, 403, "request.not_permitted")  # backups hold every organisation, and this one reaches its unit


def test_a_restoration_takes_two_administrators(world):
    name = next(item["backup"] for item in world.admin.get(BACKUPS).json["items"] if item["readable"])
    refused(decided(world.approver, name, "approve"), 409, "app.restoration.none_asked")
    refused(world.approver.post(f"{BACKUPS}/{name}/restoration", {"confirm": name}), 403, "request.not_permitted")
    starts = len(world.server.addresses())
    asked(world, name)
    refused(decided(world.admin, name, "approve"), 403, "request.not_permitted")
    refused(decided(world.officer, name, "approve"), 403, "request.not_permitted")
    refused(decided(world.approver, NOWHERE, "approve"), 409, "app.restoration.none_asked")
    wrong = refused(decided(world.approver, name, "perhaps"), 422, "request.fields_wrong")
    equal(wrong.errors, {"/decision": "request.word_unknown"})
    refused(world.admin.post(f"{BACKUPS}/{name}/restoration", {"confirm": name}), 409, "app.restoration.already_asked")
    seen = world.approver.get(BASE + "/system/status").json["restoration"]
    equal((seen["state"], seen["backup"], seen["account"], seen["decided_by"]), ("asked", name, "xitong", None))
    answer = decided(world.approver, name, "refuse")
    equal((answer.status, answer.json["state"], answer.json["decided_by"]), (200, "refused", "anquan"), answer)
    refused(decided(world.approver, name, "approve"), 409, "app.restoration.none_asked")
    equal((len(world.server.addresses()), status(world)["restoration"]["state"]), (starts, "refused"))


def test_a_restoration_brings_back_what_was_there(world):
    changed = world.admin.opened(world.admin.post(BASE + "/identity/password", {"password": PASSWORD}))
    name = made(world)
    before = world.officer.get(BASE + "/ledgers").json
    added = world.officer.post(BASE + "/ledgers", {"name": "备份之后", "columns": [{"title": "编号", "type": "text", "identity": True}]})
    equal(added.status, 201, added)
    seen = restored(world, name)
    assert seen <= {(401, "identity.session.none"), (503, "app.restoration.running")}, seen
    refused(changed.get(BASE + "/system/status"), 401, "identity.session.none")
    refused(world.officer.get(BASE + "/ledgers"), 401, "identity.session.none")
    world.admin.sign_in_with(account="xitong", password=PASSWORD, totp=totp(world.secret, later=1))
    after = status(world)
    equal((after["restoration"]["state"], after["restoration"]["backup"], after["restoration"]["account"]), ("done", name, "xitong"))
    point = after["restoration"]["restore_point"]
    listed = {item["backup"]: item["why"] for item in world.admin.get(BACKUPS).json["items"]}
    equal((listed[point], listed[name]), ("before_restore", "demand"))
    equal(world.server.stop(), 0)  # nobody else reads the file of a running server
    names = {row[0] for row in world.server.sql("SELECT name FROM ledgers_ledger")}
    equal(names, {item["name"] for item in before["items"]})
    records = world.server.sql("SELECT actor, subject, detail FROM identity_audit WHERE action = 'system.backup.restore'")
    equal(records, [("xitong", name, f"{point} approved_by=anquan")])
    killed_on_the_way(world, name)


def killed_on_the_way(world, name):
    """A server that starts where a restoration is wanted carries it out before anything else."""
    file = world.server.data / "restoration.json"
    before = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps({**before, "state": "wanted"}), encoding="utf-8")
    world.server.start()
    after = json.loads(file.read_text(encoding="utf-8"))
    equal((after["state"], after["backup"]), ("done", name))
    assert after["restore_point"] > before["restore_point"], after
    equal(world.server.client().get("/readyz").json["database"], True)
