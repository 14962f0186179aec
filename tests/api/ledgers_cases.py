# SPDX-License-Identifier: Apache-2.0
"""Registers: declared, imported with a preview, browsed, exported; who reaches what."""
import csv
import io
import threading
import uuid
import zipfile
from urllib.parse import quote

from client import BASE
from suite import equal, refused

LEDGERS = BASE + "/ledgers"
COLUMNS = [{"title": "编号", "type": "text", "identity": True}, {"title": "名称", "type": "text", "required": True},
           {"title": "类别", "type": "choice", "choices": ["部门会议", "内部会议"]},
           {"title": "日期", "type": "date", "period": True}, {"title": "人数", "type": "integer", "unit": "人"},
           {"title": "费用", "type": "money"}, {"title": "备注", "type": "text"}]
HEADER = "编号,名称,类别,日期,人数,费用,备注\n"


def at(name, end=""):
    return f"{LEDGERS}/{quote(name, safe='')}{end}"


def import_rows(client, name, rows, **options):
    body = {"upload": client.uploaded("会议.csv", (HEADER + rows).encode()), **options}
    return client.run(at(name, "/imports"), body)


def counts(job):
    return {name: count for name, count in job["result"]["counts"].items() if count}


def ids(answer):
    equal(answer.status, 200, answer)
    return [record["identity"] for record in answer.json["items"]]


ROWS = ("HY-1,一月例会,部门会议,2024-01-05,12,100.50,\n"
        "HY-2,二月例会,内部会议,2024-02-05,9,20,=1+1\n"
        "HY-3,培训 ABC,部门会议,2024-02-20,100,3.00,100%\n"
        "HY-4,无费用,,2024-03-01,,,\n")


def test_a_register_is_declared_and_changed(world):
    listed = world.officer.get(LEDGERS).json
    assert any(standard["name"] == "会议台账" for standard in listed["standard"]), listed
    body = {"name": "会议示例", "columns": COLUMNS}
    answer = world.officer.post(LEDGERS, body)
    equal(answer.status, 201, answer)
    equal((answer.json["section"], [column["title"] for column in answer.json["columns"]]), (None, [column["title"] for column in COLUMNS]))
    equal((answer.json["columns"][5]["unit"], answer.json["columns"][0]["required"]), ("元", True))
    refused(world.officer.post(LEDGERS, body), 409, "ledgers.ledger.already_there")
    before = world.officer.get(LEDGERS).json
    for change, status, code in (({"name": ""}, 422, "ledgers.definition.name_empty"),
                                 ({"name": "别的", "columns": COLUMNS[1:]}, 422, "ledgers.definition.no_identity"),
                                 ({"name": "别的", "columns": []}, 422, "ledgers.definition.no_columns"),
                                 ({"name": "别的", "section": "none"}, 422, "ledgers.section.unknown"),
                                 ({"name": "别的", "columns": [{**COLUMNS[0], "type": "word"}]}, 422, "request.fields_wrong")):
        refused(world.officer.post(LEDGERS, {**body, **change}), status, code)
    for client in (world.leader, world.clerk):
        refused(client.post(LEDGERS, {**body, "name": "别的"}), 403, "request.not_permitted")
    equal(world.officer.get(LEDGERS).json, before)


def test_a_change_needs_what_was_seen(world):
    seen = world.officer.get(at("会议示例"))
    more = {"columns": COLUMNS + [{"title": "会场", "type": "text"}]}
    refused(world.officer.put(at("会议示例"), more), 428, "request.if_match_missing")
    refused(world.officer.put(at("会议示例"), more, '"0"'), 412, "request.changed_meanwhile")
    equal(world.officer.get(at("会议示例")).json, seen.json)
    changed = world.officer.put(at("会议示例"), more, seen.etag)
    equal((changed.status, len(changed.json["columns"])), (200, 8))
    equal(changed.etag, world.officer.get(at("会议示例")).etag)
    refused(world.officer.put(at("会议示例"), {"columns": COLUMNS}, seen.etag), 412, "request.changed_meanwhile")
    equal(world.officer.put(at("会议示例"), {"columns": COLUMNS}, changed.etag).status, 200)
    refused(world.officer.put(at("没有"), more, seen.etag), 404, "ledgers.ledger.unknown")


def test_a_preview_says_what_an_import_would_change(world):
    first = import_rows(world.officer, "会议示例", ROWS, dry_run=True)
    equal((first["result"]["stored"], counts(first)), (False, {"rows": 4, "added": 4}))
    equal(first["result"]["added"][0]["cells"]["费用"], "100.50")
    equal(world.officer.get(at("会议示例", "/records")).json["total"], 0)
    stored = import_rows(world.officer, "会议示例", ROWS)
    equal((stored["result"]["stored"], counts(stored)), (True, {"rows": 4, "added": 4}))
    changes = "HY-1,一月例会,部门会议,2024-01-05,15,100.50,\nHY-3,培训 ABC,部门会议,2024-02-20,100,3.00,100%\nHY-5,新,,2024-05-01,,,\n"
    preview = import_rows(world.officer, "会议示例", changes, dry_run=True, remove_missing=True)
    equal(counts(preview), {"rows": 3, "added": 1, "changed": 1, "unchanged": 1, "missing": 2})
    equal(preview["result"]["changed"][0]["columns"], [{"column": "人数", "before": "12", "after": "15"}])
    equal([record["identity"] for record in preview["result"]["missing"]], ["hy-2", "hy-4"] if preview["result"]["missing"][0]["identity"].islower() else ["HY-2", "HY-4"])
    equal(import_rows(world.officer, "会议示例", ROWS)["result"]["counts"]["unchanged"], 4)


def test_mistakes_come_with_their_rows(world):
    before = world.officer.get(at("会议示例", "/records")).json
    job = import_rows(world.officer, "会议示例", "HY-6,好,部门会议,2024-06-01,1,1.00,\nHY-7,,别的会议,六月,一,1.005,\n")
    equal((job["result"]["stored"], job["result"]["counts"]["problems"], job["result"]["rows_to_correct"]), (False, 5, 1))
    equal({problem["column"] for problem in job["result"]["problems"]}, {"名称", "类别", "日期", "人数", "费用"})
    assert all(problem["place"].startswith("会议!") and problem["message"] for problem in job["result"]["problems"]), job
    equal(world.officer.get(at("会议示例", "/records")).json, before)


def test_records_are_browsed_filtered_and_sorted(world):
    def found(**query):
        return ids(world.officer.get(at("会议示例", "/records"), **query))
    everything = found()
    equal(len(everything), 4)
    equal(found(offset=2, limit=1), everything[2:3])
    equal(found(offset=4), [])
    equal(found(filter="类别=部门会议"), [everything[0], everything[2]])
    equal(found(filter="类别="), [everything[3]])
    equal(found(filter=["日期>=2024-02", "日期<=2024-02"]), everything[1:3])
    equal(found(filter="人数>=10"), [everything[0], everything[2]])
    equal(found(filter="费用=20.00"), [everything[1]])
    equal(found(filter="名称~例会"), everything[:2])
    equal(found(q="abc"), [everything[2]])
    equal(found(q="%"), [everything[2]])
    equal(found(q="' OR 1=1 --"), [])
    equal(found(sort="人数"), [everything[3], everything[1], everything[0], everything[2]])
    equal(found(sort="-人数"), [everything[2], everything[0], everything[1], everything[3]])
    equal(found(sort="-日期", limit=2), [everything[3], everything[2]])
    record = world.officer.get(at("会议示例", "/records"), filter="名称~ABC").json["items"][0]
    equal(record["cells"], ["HY-3", "培训 ABC", "部门会议", "2024-02-20", "100", "3.00", "100%"])
    answer = world.officer.get(at("会议示例", "/records"), filter=["没有=1", "人数>=很多", "日期=昨天", "名称>=甲"], sort="没有", offset=-1, x=1)
    equal(sorted((error["pointer"], error["code"]) for error in refused(answer, 400, "request.query_wrong").json["errors"]),
          [("?filter", "ledgers.query.column_unknown"), ("?filter", "ledgers.query.not_a_day"), ("?filter", "ledgers.query.not_a_number"),
           ("?filter", "ledgers.query.not_in_order"), ("?offset", "request.number_out_of_range"), ("?sort", "ledgers.query.column_unknown"),
           ("?x", "request.parameter_unknown")])


def test_pages_by_cursor_have_no_gaps_and_no_repeats(world):
    world.officer.post(LEDGERS, {"name": "很多", "columns": COLUMNS})
    rows = "".join(f"N{n:05},名称{n % 50},部门会议,2024-{n % 12 + 1:02}-01,{n % 200},1.00,\n" for n in range(1_000))
    import_rows(world.officer, "很多", rows)
    for query in ({}, {"sort": "-人数"}, {"filter": "名称~名称7", "sort": "日期"}):
        seen, cursor = [], {}
        while True:
            page = world.officer.get(at("很多", "/records"), limit=77, **query, **cursor)
            seen += ids(page)
            if page.json["next"] is None:
                break
            cursor = {"cursor": page.json["next"]}
        equal((len(seen), len(set(seen))), (page.json["total"],) * 2, str(query))
        equal(seen[150:160], ids(world.officer.get(at("很多", "/records"), limit=10, offset=150, **query)))
    cursor = world.officer.get(at("很多", "/records"), limit=5, sort="人数").json["next"]
    import_rows(world.officer, "很多", "N00001,名称,部门会议,2024-01-01,1,1.00,\n")
    refused(world.officer.get(at("很多", "/records"), limit=5, sort="人数", cursor=cursor), 400, "ledgers.query.changed_meanwhile")
    equal(world.officer.get(at("很多", "/records"), filter="名称=名称").json["total"], 1)  # no list of before the import


def test_a_record_tells_its_history(world):
    import_rows(world.officer, "会议示例", ROWS.replace(",12,", ",15,"))
    identity = ids(world.officer.get(at("会议示例", "/records")))[0]
    versions = world.officer.get(at("会议示例", "/records/") + quote(identity, safe="") + "/history").json["items"]
    equal([(version["cells"]["人数"], version["ended"]) for version in versions], [("12", "changed"), ("15", None)])
    refused(world.officer.get(at("会议示例", "/records/none/history")), 404, "ledgers.row.unknown")


def test_a_mapping_is_read_and_replaced(world):
    seen = world.officer.get(at("会议示例", "/mapping"))
    equal(seen.json, {"mapping": []})
    pairs = {"mapping": [{"header": "会议单号", "column": "编号"}, {"header": "附注", "column": None}]}
    refused(world.officer.put(at("会议示例", "/mapping"), pairs), 428, "request.if_match_missing")
    changed = world.officer.put(at("会议示例", "/mapping"), pairs, seen.etag)
    equal((changed.status, sorted(pair["header"] for pair in changed.json["mapping"])), (200, ["会议单号", "附注"]))
    refused(world.officer.put(at("会议示例", "/mapping"), {"mapping": [{"header": "x", "column": "没有"}]}, changed.etag), 422, "ledgers.map.column_unknown")
    equal(world.officer.get(at("会议示例", "/mapping")).json, changed.json)
    upload = world.officer.uploaded("a.csv", "会议单号,名称,附注\nHY-1,改名,x\n".encode())
    job = world.officer.run(at("会议示例", "/imports"), {"upload": upload, "dry_run": True})
    equal(job["result"]["counts"]["changed"], 1)
    equal(world.officer.put(at("会议示例", "/mapping"), {"mapping": []}, changed.etag).status, 200)
    upload = world.officer.uploaded("a.csv", "会议单号,名称\nHY-1,改名\n".encode())
    mapped = world.officer.run(at("会议示例", "/imports"), {"upload": upload, "dry_run": True, "mapping": [{"header": "会议单号", "column": "编号"}]})
    equal(mapped["result"]["counts"]["changed"], 1)


def test_what_is_exported_can_be_imported_again(world):
    answer = world.officer.get(at("会议示例", "/export"), format="csv", sort="-人数")
    rows = list(csv.reader(io.StringIO(answer.bytes.decode("utf-8-sig"))))
    equal([row[0] for row in rows[1:]], ["HY-3", "HY-1", "HY-2", "HY-4"])
    equal(rows[3][6], "'=1+1")
    equal(len(list(csv.reader(io.StringIO(world.officer.get(at("会议示例", "/export"), format="csv", filter="类别=部门会议").bytes.decode("utf-8-sig"))))), 3)
    book = world.officer.get(at("会议示例", "/export"))
    assert b"<f>" not in zipfile.ZipFile(io.BytesIO(book.bytes)).read("xl/worksheets/sheet1.xml")
    job = world.officer.run(at("会议示例", "/imports"), {"upload": world.officer.uploaded("导出.xlsx", book.bytes), "dry_run": True})
    equal(counts(job), {"rows": 4, "unchanged": 4})
    refused(world.officer.get(at("会议示例", "/export"), format="pdf"), 400, "request.query_wrong")


def test_templates_of_own_standard_and_new_registers(world):
    for name in ("会议示例", "会议台账", "还没有的"):
        answer = world.officer.get(at(name, "/template"))
        equal((answer.status, answer.bytes[:2]), (200, b"PK"), name)


def test_an_import_declares_a_standard_register(world):
    template = next(one for one in world.officer.get(LEDGERS).json["standard"] if one["name"] == "会议台账")
    refused(world.officer.get(at("会议台账")), 404, "ledgers.ledger.unknown")
    header = ",".join(column["title"] for column in template["columns"])
    job = world.officer.run(at("会议台账", "/imports"), {"upload": world.officer.uploaded("会议.csv", (header + "\n").encode())})
    equal((job["state"], job["result"] and job["result"]["declared"]), ("done", True), job["problem"])
    equal(world.officer.get(at("会议台账")).status, 200)
    refused(world.officer.post(at("没有", "/imports"), {"upload": "x"}), 404, "ledgers.ledger.unknown")


def test_a_section_sees_its_own_registers_and_no_others(world):
    body = {"name": "科室台账", "section": world.section, "columns": COLUMNS}
    equal(world.officer.post(LEDGERS, body).json["section"], world.section)
    equal([one["name"] for one in world.clerk.get(LEDGERS).json["items"]], ["科室台账"])
    job = import_rows(world.clerk, "科室台账", ROWS)
    equal((job["state"], job["result"]["counts"]["added"]), ("done", 4))
    equal(world.officer.get(at("科室台账", "/records")).json["total"], 4)
    for end in ("", "/mapping", "/records", "/export", "/records/HY-1/history"):
        refused(world.clerk.get(at("会议示例", end)), 404, "ledgers.ledger.unknown")
    refused(world.clerk.post(at("会议示例", "/imports"), {"upload": world.clerk.uploaded("a.csv", b"x,y\n")}), 404, "ledgers.ledger.unknown")
    refused(world.clerk.post(at("维修台账", "/imports"), {"upload": world.clerk.uploaded("a.csv", b"x,y\n")}), 404, "ledgers.ledger.unknown")
    seen = world.officer.get(at("科室台账"))
    equal(world.officer.put(at("科室台账"), {"columns": COLUMNS, "section": None}, seen.etag).json["section"], None)
    equal(world.clerk.get(LEDGERS).json["items"], [])
    equal(world.officer.put(at("科室台账"), {"columns": COLUMNS, "section": world.section}, world.officer.get(at("科室台账")).etag).status, 200)


def test_who_reaches_own_records_sees_and_changes_no_others(world):
    equal(world.own.get(at("科室台账", "/records")).json["total"], 0)
    mine = import_rows(world.own, "科室台账", "ME-1,我的,部门会议,2024-01-01,1,1.00,\n")
    equal(counts(mine), {"rows": 1, "added": 1})
    equal(len(ids(world.own.get(at("科室台账", "/records")))), 1)
    equal(len(ids(world.own.get(at("科室台账", "/records"), filter="类别=部门会议", sort="人数"))), 1)
    equal(world.officer.get(at("科室台账", "/records"), filter="类别=部门会议").json["total"], 3)
    foreign = import_rows(world.own, "科室台账", "HY-1,改掉,部门会议,2024-01-05,12,100.50,\nME-2,又,部门会议,2024-01-01,1,1.00,\n")
    equal((foreign["state"], foreign["problem"]["code"]), ("failed", "ledgers.import.foreign_records"))
    equal(world.officer.get(at("科室台账", "/records")).json["total"], 5)
    removed = import_rows(world.own, "科室台账", "ME-3,只有这条,部门会议,2024-01-01,1,1.00,\n", remove_missing=True)
    equal(counts(removed), {"rows": 1, "added": 1, "missing": 1, "removed": 1})
    equal(world.officer.get(at("科室台账", "/records")).json["total"], 5)
    refused(world.own.get(at("科室台账", "/records/HY-1/history")), 404, "ledgers.row.unknown")
    equal(world.own.get(at("科室台账", "/records/ME-3/history")).status, 200)
    rows = world.own.get(at("科室台账", "/export"), format="csv").bytes.decode("utf-8-sig").splitlines()
    equal(len(rows), 2)


def test_two_who_change_the_same_register_at_once(world):
    seen = world.officer.get(at("很多"))
    outcomes, bodies = [], [{"columns": COLUMNS + [{"title": f"新{n}", "type": "text"}]} for n in range(8)]

    def change(body):
        outcomes.append(world.officer.put(at("很多"), body, seen.etag).status)

    threads = [threading.Thread(target=change, args=(body,)) for body in bodies]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    equal(sorted(outcomes), [200] + [412] * 7)


def test_a_declaration_that_is_sent_twice_is_one(world):
    key, body = {"Idempotency-Key": str(uuid.uuid4())}, {"name": "一次", "columns": COLUMNS}
    first = world.officer.post(LEDGERS, body, key)
    again = world.officer.post(LEDGERS, body, key)
    equal((first.status, again.status, again.json), (201, 201, first.json))
    refused(world.officer.post(LEDGERS, {**body, "name": "两次"}, key), 422, "request.idempotency_key_reused")


def test_everything_needs_a_session(world):
    stranger = world.server.client()
    for end in ("", "/mapping", "/records", "/records/x/history", "/template", "/export"):
        refused(stranger.get(at("会议示例", end)), 401, "identity.session.none")
    refused(stranger.get(LEDGERS), 401, "identity.session.none")
