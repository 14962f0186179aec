// SPDX-License-Identifier: Apache-2.0
#include "ledgers/store/row_changes.h"

#include <stdexcept>

namespace ledgers {

namespace {

void require_all(std::int64_t rows, std::size_t count)
{
    // The ledger's version was claimed in this transaction, so nobody else can have changed its rows.
    if (rows != static_cast<std::int64_t>(count)) throw std::logic_error("a ledger's row changed under its import");
}

}  // namespace

void RowChanges::change(const std::vector<Changed>& which, const std::function<StoredRow(const Changed&)>& after)
{
    if (which.empty()) return;
    make_stage();
    sql::BulkInsert staged{
        db_, "ledgers_row_change", {"row_id", "version", "ended_how", "occurred_on", "cells", "digest", "place"}};
    for (const Changed& changed : which) {
        StoredRow row = after(changed);
        staged.add({changed.before.id, changed.before.version, changed.before.is_removed ? "restored" : "changed",
                    row.occurred_on, std::move(row.cells), std::move(row.digest), std::move(row.place)});
    }
    staged.finish();
    constexpr std::string_view update = R"(
        UPDATE ledgers_row
           SET occurred_on = c.occurred_on, cells = c.cells, digest = c.digest, place = c.place, import_id = :import_id,
               version = ledgers_row.version + 1, removed_ms = NULL
          FROM ledgers_row_change c
         WHERE ledgers_row.org_id = :org_id AND ledgers_row.id = c.row_id AND ledgers_row.version = c.version)";
    keep_versions(which.size());
    require_all(db_.execute(update, {{"org_id", org_}, {"import_id", import_.id}}), which.size());
    drop_stage();
}

void RowChanges::remove(const std::vector<KnownRecord>& which)
{
    if (which.empty()) return;
    make_stage();
    sql::BulkInsert staged{db_, "ledgers_row_change", {"row_id", "version", "ended_how"}};
    for (const KnownRecord& record : which) staged.add({record.id, record.version, "removed"});
    staged.finish();
    constexpr std::string_view update = R"(
        UPDATE ledgers_row
           SET removed_ms = :removed_ms, import_id = :import_id, version = ledgers_row.version + 1
          FROM ledgers_row_change c
         WHERE ledgers_row.org_id = :org_id AND ledgers_row.id = c.row_id AND ledgers_row.version = c.version
           AND ledgers_row.removed_ms IS NULL)";
    keep_versions(which.size());
    require_all(db_.execute(update, {{"org_id", org_}, {"import_id", import_.id}, {"removed_ms", import_.at_ms}}),
                which.size());
    drop_stage();
}

void RowChanges::keep_versions(std::size_t count)
{
    // CROSS JOIN: SQLite keeps this order, the changes first; to PostgreSQL it is a join like any other.
    constexpr std::string_view keep = R"(
        INSERT INTO ledgers_row_version (org_id, row_id, version, ended_how, ended_ms, ended_by, cells, digest, place,
                                         import_id, occurred_on)
        SELECT r.org_id, r.id, r.version, c.ended_how, :ended_ms, :ended_by, r.cells, r.digest, r.place, r.import_id,
               r.occurred_on
          FROM ledgers_row_change c CROSS JOIN ledgers_row r
         WHERE r.org_id = :org_id AND r.id = c.row_id AND r.version = c.version AND r.ledger_id = :ledger_id)";
    require_all(
        db_.execute(keep,
                    {{"org_id", org_}, {"ledger_id", ledger_}, {"ended_ms", import_.at_ms}, {"ended_by", import_.id}}),
        count);
}

// Of this connection and transaction alone: as a table of the schema it would be logged, and vacuumed, for nothing.
void RowChanges::make_stage()
{
    constexpr std::string_view create = R"(
        CREATE TEMP TABLE ledgers_row_change (
            row_id      TEXT   NOT NULL,
            version     BIGINT NOT NULL,
            ended_how   TEXT   NOT NULL,
            occurred_on TEXT,
            cells       TEXT,
            digest      TEXT,
            place       TEXT
        ))";
    db_.execute(create);
}

void RowChanges::drop_stage()
{
    db_.execute("DROP TABLE ledgers_row_change");
}

}  // namespace ledgers
