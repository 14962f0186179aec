// SPDX-License-Identifier: Apache-2.0
#include "ledgers/store/row_store.h"

namespace ledgers {

StoredRow stored_row(const sql::Row& row)
{
    return {row.text("id"),     row.text("identity"), row.date_if("occurred_on"), row.text("cells"),
            row.text("digest"), row.text("place"),    row.integer("version")};
}

namespace {

std::int64_t whole(std::size_t count)
{
    return static_cast<std::int64_t>(count);
}

}  // namespace

void RowStore::each_known(const std::function<void(KnownRecord)>& visit) const
{
    constexpr std::string_view of_ledger = R"(
        SELECT r.id, r.identity, r.cells, r.place, r.version, r.removed_ms, i.person, r.occurred_on
          FROM ledgers_row r
          JOIN ledgers_import i ON i.org_id = r.org_id AND i.id = r.import_id
         WHERE r.org_id = :org_id AND r.ledger_id = :ledger_id
         ORDER BY r.id)";
    db_.each(of_ledger, {{"org_id", org_}, {"ledger_id", ledger_}}, [&](const sql::Row& row) {
        visit({row.text("id"), row.text("identity"), row.text("cells"), row.text("place"), row.integer("version"),
               !row.is_null("removed_ms"), row.text("person"), row.date_if("occurred_on")});
    });
}

void RowStore::each_standing(const std::optional<base::Period>& period,
                             const std::function<void(const StoredRow&)>& visit) const
{
    constexpr std::string_view all = R"(
        SELECT id, identity, occurred_on, cells, digest, place, version
          FROM ledgers_row
         WHERE org_id = :org_id AND ledger_id = :ledger_id AND removed_ms IS NULL
         ORDER BY id)";
    constexpr std::string_view in_period = R"(
        SELECT id, identity, occurred_on, cells, digest, place, version
          FROM ledgers_row
         WHERE org_id = :org_id AND ledger_id = :ledger_id AND removed_ms IS NULL
           AND occurred_on >= :first AND occurred_on <= :last
         ORDER BY id)";
    sql::Parameters parameters{{"org_id", org_}, {"ledger_id", ledger_}};
    if (period) {
        parameters.emplace_back("first", period->first);
        parameters.emplace_back("last", period->last);
    }
    db_.each(period ? in_period : all, parameters, [&](const sql::Row& row) { visit(stored_row(row)); });
}

bool RowStore::has_any() const
{
    constexpr std::string_view any = R"(
        SELECT id FROM ledgers_row WHERE org_id = :org_id AND ledger_id = :ledger_id LIMIT 1)";
    return !db_.query(any, {{"org_id", org_}, {"ledger_id", ledger_}}).empty();
}

ImportCount RowStore::imports() const
{
    constexpr std::string_view counted = R"(
        SELECT COUNT(*) AS imports, MAX(at_ms) AS last_ms FROM ledgers_import
         WHERE org_id = :org_id AND ledger_id = :ledger_id)";
    const auto rows = db_.query(counted, {{"org_id", org_}, {"ledger_id", ledger_}});
    return {rows.front().integer("imports"), rows.front().integer_if("last_ms")};
}

void RowStore::add_import(const ImportEntry& entry)
{
    constexpr std::string_view insert = R"(
        INSERT INTO ledgers_import (org_id, id, ledger_id, file_name, file_digest, list_digest, records, added, changed,
                                    unchanged, missing, removed, at_ms, person, correction_id)
        VALUES (:org_id, :id, :ledger_id, :file_name, :file_digest, :list_digest, :records, :added, :changed,
                :unchanged, :missing, :removed, :at_ms, :person, :correction_id))";
    db_.execute(insert, {{"org_id", org_},
                         {"id", entry.id},
                         {"ledger_id", ledger_},
                         {"file_name", entry.file_name},
                         {"file_digest", entry.file_digest},
                         {"list_digest", entry.list_digest},
                         {"records", whole(entry.records)},
                         {"added", whole(entry.added)},
                         {"changed", whole(entry.changed)},
                         {"unchanged", whole(entry.unchanged)},
                         {"missing", whole(entry.missing)},
                         {"removed", whole(entry.removed)},
                         {"at_ms", entry.at_ms},
                         {"person", entry.person},
                         {"correction_id", entry.correction}});
}

void RowStore::add(const std::vector<std::size_t>& which, const std::function<StoredRow(std::size_t)>& row,
                   const ImportEntry& import)
{
    sql::BulkInsert insert{
        db_,
        "ledgers_row",
        {"org_id", "id", "ledger_id", "identity", "occurred_on", "cells", "digest", "place", "import_id", "version"}};
    for (const std::size_t at : which) {
        StoredRow added = row(at);
        insert.add({org_, added.id, ledger_, std::move(added.identity), added.occurred_on, std::move(added.cells),
                    std::move(added.digest), std::move(added.place), import.id, added.version});
    }
    insert.finish();
}

std::vector<RowStore::Version> RowStore::versions(const std::string& identity) const
{
    constexpr std::string_view now = R"(
        SELECT id, identity, occurred_on, cells, digest, place, version
          FROM ledgers_row
         WHERE org_id = :org_id AND ledger_id = :ledger_id AND identity = :identity)";
    const auto standing = db_.query(now, {{"org_id", org_}, {"ledger_id", ledger_}, {"identity", identity}});
    std::vector<Version> found;
    if (standing.empty()) return found;
    constexpr std::string_view before = R"(
        SELECT version, ended_how, ended_ms, cells, digest, place
          FROM ledgers_row_version
         WHERE org_id = :org_id AND row_id = :row_id
         ORDER BY version)";
    const StoredRow last = stored_row(standing.front());
    for (const sql::Row& row : db_.query(before, {{"org_id", org_}, {"row_id", last.id}}))
        found.push_back({{last.id,
                          last.identity,
                          {},
                          row.text("cells"),
                          row.text("digest"),
                          row.text("place"),
                          row.integer("version")},
                         row.text("ended_how"),
                         row.integer_if("ended_ms")});
    found.push_back({last});
    return found;
}

}  // namespace ledgers
