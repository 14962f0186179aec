# SPDX-License-Identifier: Apache-2.0
"""Uploads, jobs and events."""
import io
import threading
import time
import uuid
import zipfile

from client import BASE
from suite import equal, refused

REGISTER = "会议编号,会议名称,会议类别,开始时间,结束时间,参会人数,会场\n"


def table(rows=3):
    return ("名称,编号,数量\n" + "".join(f"示例{n},N{n:06},{n}\n" for n in range(rows))).encode()


def declared(world, name="任务示例"):
    """A register of the unit for imports."""
    columns = [{"title": "编号", "type": "text", "identity": True}, {"title": "名称", "type": "text"}, {"title": "数量", "type": "integer"}]
    answer = world.officer.post(BASE + "/ledgers", {"name": name, "columns": columns})
    assert answer.status in (201, 409), answer
    return name


def import_into(client, ledger, content, **options):
    body = {"upload": client.uploaded("示例.csv", content), **options}
    return client.post(f"{BASE}/ledgers/{ledger_path(ledger)}/imports", body)


def ledger_path(name):
    from urllib.parse import quote
    return quote(name, safe="")


def test_an_upload_is_taken_in_and_known_by_its_content(world):
    answer = world.officer.upload("支付.xls", table())
    equal(answer.status, 201, answer)
    equal((answer.json["name"], answer.json["type"], answer.json["bytes"]), ("支付.xls", "csv", len(table())))
    equal(len(answer.json["digest"]), 64)
    book = io.BytesIO()
    with zipfile.ZipFile(book, "w") as made:
        made.writestr("readme.txt", "示例")
    equal(world.officer.upload("a.bin", book.getvalue()).json["type"], "zip")


def test_uploads_that_are_refused(world):
    refused(world.officer.upload("a.csv", b"\x7fELF\x00\x00"), 415, "jobs.upload.type_refused")
    refused(world.officer.upload("a.xlsx", b"PK\x03\x04 and no more"), 415, "spreadsheet.file.damaged")
    refused(world.officer.upload("../a.csv", table()), 422, "jobs.upload.name_not_allowed")
    refused(world.officer.upload("", table()), 422, "jobs.upload.name_empty")
    refused(world.officer.upload("a.csv", b""), 422, "jobs.upload.empty")
    refused(world.officer.upload("a.csv", b"x" * (50 * 1024 * 1024 + 1)), 413, "request.body_too_large")
    refused(world.officer.post(BASE + "/uploads", b"x", {"Content-Type": "text/csv"}, name="a.csv"), 415, "request.media_type_not_supported")
    refused(world.officer.upload("a.csv", table(), {"Idempotency-Key": None}), 400, "request.idempotency_key_missing")
    refused(world.leader.upload("a.csv", table()), 403, "request.not_permitted")
    refused(world.officer.post(BASE + "/uploads", table(), {"Content-Type": "application/octet-stream"}, name="a.csv", other="1"), 400, "request.query_wrong")


def test_an_upload_that_is_sent_twice_is_one(world):
    key = {"Idempotency-Key": str(uuid.uuid4())}
    first = world.officer.upload("a.csv", table(), key)
    again = world.officer.upload("a.csv", table(), key)
    equal((again.status, again.json["upload"]), (201, first.json["upload"]))
    equal(again.headers.get("idempotent-replayed"), "true")
    refused(world.officer.upload("a.csv", table(4), key), 422, "request.idempotency_key_reused")


def test_a_job_is_started_watched_and_done(world):
    name = declared(world)
    with world.officer.events() as events:
        answer = import_into(world.officer, name, table(5_000))
        equal(answer.status, 202, answer)
        job = answer.json["job"]
        equal(answer.headers["location"], f"{BASE}/jobs/{job}")
        states, notes = [], set()
        for event in events:
            if event["type"] != "job" or event["data"]["job"] != job:
                continue
            states.append(event["data"]["state"])
            notes.add(event["data"]["note"])
            if states[-1] == "done":
                last = event["id"]
                break
    equal((states[0], states[-1]), ("queued", "done"))
    assert "running" in states and any("行" in note for note in notes), (states, notes)
    done = world.officer.job(job)
    equal((done["state"], done["kind"], done["account"], done["problem"]), ("done", "ledgers.import", "jixiao", None))
    equal(done["result"]["counts"]["added"], 5_000)
    assert done["created_at"] <= done["started_at"] <= done["ended_at"] and done["ended_at"].endswith("+08:00"), done
    with world.officer.events(last) as events:  # nothing was missed and nothing comes twice
        second = import_into(world.officer, name, table(5_000)).json["job"]
        heard = next(iter(events))
        equal((heard["type"], heard["data"]["job"]), ("job", second))
    world.officer.wait(second)


def test_events_that_are_not_kept_any_more_say_so(world):
    with world.officer.events("another-server-1") as events:
        equal(next(iter(events))["type"], "resync")


def test_a_job_that_is_sent_twice_is_one(world):
    name = declared(world)
    body = {"upload": world.officer.uploaded("示例.csv", table(5_000)), "dry_run": True}
    path, key = f"{BASE}/ledgers/{ledger_path(name)}/imports", {"Idempotency-Key": str(uuid.uuid4())}
    first = world.officer.post(path, body, key)
    again = world.officer.post(path, body, key)
    equal(again.json["job"], first.json["job"])
    refused(world.officer.post(path, {**body, "dry_run": False}, key), 422, "request.idempotency_key_reused")
    equal(world.officer.wait(first.json["job"])["result"]["counts"]["unchanged"], 5_000)


def test_a_refused_import_is_done_and_says_what_to_correct(world):
    name = declared(world)
    job = world.officer.wait(import_into(world.officer, name, "编号,名称,数量\nA1,甲,十二\nA2,乙,2\n".encode()).json["job"])
    equal((job["state"], job["result"]["stored"], job["result"]["counts"]["problems"]), ("done", False, 1))
    problem = job["result"]["problems"][0]
    equal((problem["place"].split("!")[-1], problem["column"], problem["code"]), ("C2", "数量", "ledgers.cell.not_a_number"))
    assert "十二" in problem["message"], problem
    equal([file["name"] for file in job["files"]], ["待改正.xlsx"])
    path = f"{BASE}/jobs/{job['job']}/files/"
    from urllib.parse import quote
    file = world.officer.get(path + quote("待改正.xlsx"))
    equal((file.status, len(file.bytes)), (200, job["files"][0]["bytes"]))
    assert file.headers["content-disposition"].startswith("attachment;"), file.headers
    assert "UTF-8''%E5%BE%85%E6%94%B9%E6%AD%A3.xlsx" in file.headers["content-disposition"], file.headers
    for name in ("..%2F..%2Fmingji.sqlite", "%2E%2E", "other.xlsx"):
        refused(world.officer.get(path + name), 404, "jobs.file.unknown")


def test_a_job_that_cannot_be_done_fails_with_words(world):
    name = declared(world)
    job = world.officer.wait(import_into(world.officer, name, "甲,乙\n1,2\n".encode()).json["job"])
    equal((job["state"], job["problem"]["code"]), ("failed", "ledgers.file.no_header"))
    assert "示例.csv" in job["problem"]["message"] and job["result"] is None, job
    english = world.officer.get(f"{BASE}/jobs/{job['job']}", {"Accept-Language": "en"}).json["problem"]["message"]
    assert english != job["problem"]["message"], english


def test_a_running_job_is_cancelled_and_leaves_nothing(world):
    name = declared(world, "取消示例")
    upload = world.officer.uploaded("示例.csv", table(150_000))
    job = world.officer.post(f"{BASE}/ledgers/{ledger_path(name)}/imports", {"upload": upload}).json["job"]
    end = time.monotonic() + 30
    while world.officer.job(job)["progress"] is None and time.monotonic() < end:
        time.sleep(0.01)
    answer = world.officer.post(f"{BASE}/jobs/{job}/cancellation")
    equal(answer.status, 200, answer)
    equal(world.officer.wait(job)["state"], "cancelled")
    refused(world.officer.post(f"{BASE}/jobs/{job}/cancellation"), 409, "jobs.job.ended")
    equal(world.officer.get(f"{BASE}/ledgers/{ledger_path(name)}/records").json["total"], 0)


def test_others_see_only_what_they_may_read(world):
    name = declared(world)
    job = import_into(world.officer, name, table()).json["job"]
    equal(world.leader.get(f"{BASE}/jobs/{job}").status, 200)
    refused(world.own.get(f"{BASE}/jobs/{job}"), 404, "jobs.job.unknown")
    refused(world.own.post(f"{BASE}/jobs/{job}/cancellation"), 404, "jobs.job.unknown")
    refused(world.leader.post(f"{BASE}/jobs/{job}/cancellation"), 403, "request.not_permitted")
    refused(world.supervisor.get(f"{BASE}/jobs/{job}"), 403, "request.not_permitted")
    upload = world.second.uploaded("a.csv", table())
    refused(world.officer.post(f"{BASE}/ledgers/{ledger_path(name)}/imports", {"upload": upload}), 422, "jobs.upload.unknown")
    world.officer.wait(job)


def test_jobs_are_listed_newest_first_page_by_page(world):
    seen, cursor = [], {}
    while True:
        answer = world.officer.get(BASE + "/jobs", limit=3, **cursor)
        equal(answer.status, 200, answer)
        seen += [job["job"] for job in answer.json["items"]]
        if answer.json["next"] is None:
            break
        cursor = {"cursor": answer.json["next"]}
    equal(seen, sorted(seen, reverse=True))
    equal(len(seen), len(set(seen)))
    assert len(seen) >= 7, seen
    equal(world.officer.get(BASE + "/jobs", state="failed").json["items"][0]["state"], "failed")
    equal(world.own.get(BASE + "/jobs").json, {"items": [], "next": None})
    answer = refused(world.officer.get(BASE + "/jobs", state="sleeping", limit=0, cursor="x", other=1), 400, "request.query_wrong")
    equal(answer.errors, {"?state": "request.word_unknown", "?limit": "request.number_out_of_range",
                          "?cursor": "request.cursor_malformed", "?other": "request.parameter_unknown"})


def test_only_tables_are_imported(world):
    name = declared(world)
    refused(import_into(world.officer, name, b"%PDF-1.7"), 422, "jobs.upload.not_a_table")
    refused(world.officer.post(f"{BASE}/ledgers/{ledger_path(name)}/imports", {"upload": "none"}), 422, "jobs.upload.unknown")
    answer = refused(world.officer.post(f"{BASE}/ledgers/{ledger_path(name)}/imports", {"dry_run": "yes", "more": 1}), 400, "request.fields_wrong")
    equal(answer.errors, {"/upload": "request.field_missing", "/dry_run": "request.wrong_type", "/more": "request.field_unknown"})


def test_everything_needs_a_session(world):
    stranger = world.server.client()
    for path in ("/jobs", "/jobs/x", "/jobs/x/files/y", "/events"):
        refused(stranger.get(BASE + path), 401, "identity.session.none")
    for path in ("/jobs/x/cancellation", "/uploads", "/ledgers/x/imports", "/budget/years/2024/imports"):
        refused(stranger.send("POST", BASE + path), 401, "identity.session.none")


def test_many_jobs_at_once_all_end(world):
    name = declared(world)
    jobs, lock = [], threading.Lock()

    def send():
        job = import_into(world.officer, name, table(200), dry_run=True).json["job"]
        with lock:
            jobs.append(job)

    threads = [threading.Thread(target=send) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    equal(len(set(jobs)), 12)
    equal({world.officer.wait(job)["state"] for job in jobs}, {"done"})
