# SPDX-License-Identifier: Apache-2.0
"""The server about itself, and its backups."""
import http.client
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


def restored(world, name):
    """Asks for it and waits until the server is back; what it answered meanwhile."""
    starts = len(world.server.addresses())
    answer = world.admin.post(f"{BACKUPS}/{name}/restoration", {"confirm": name})
    equal((answer.status, answer.json["state"], answer.json["backup"]), (202, "wanted", name), answer)
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


def test_backups_come_page_by_page(world):
    made(world)
    first = world.admin.get(BACKUPS, limit=1)
    second = world.admin.get(BACKUPS, limit=1, cursor=first.json["next"])
    names = [answer.json["items"][0]["backup"] for answer in (first, second)]
    equal((names, second.json["next"]), (sorted(names, reverse=True), None))
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
    equal([item["readable"] for item in world.admin.get(BACKUPS).json["items"]][0], False)


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
    equal(records, [("xitong", name, point)])
    world.server.start()
