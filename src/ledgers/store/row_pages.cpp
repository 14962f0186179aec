// SPDX-License-Identifier: Apache-2.0
// What RowStore shows of the records that count: pages of them, and all of them.
#include "ledgers/store/row_store.h"

namespace ledgers {

namespace {

// Whose imports: an empty statement of the two is for records of all of them, which the index answers alone.
struct Statements {
    std::string_view of_all;
    std::string_view of_one;
};

constexpr Statements counting{R"(
    SELECT COUNT(*) AS records FROM ledgers_row
     WHERE org_id = :org_id AND ledger_id = :ledger_id AND removed_ms IS NULL)",
                              R"(
    SELECT COUNT(*) AS records
      FROM ledgers_row r
      JOIN ledgers_import i ON i.org_id = r.org_id AND i.id = r.import_id
     WHERE r.org_id = :org_id AND r.ledger_id = :ledger_id AND r.removed_ms IS NULL AND i.person = :person)"};

// The ids are counted off first, in the index; only those of the page are looked up.
constexpr Statements from_offset{R"(
    SELECT r.id, r.identity, r.occurred_on, r.cells, r.digest, r.place, r.version
      FROM (SELECT id FROM ledgers_row
             WHERE org_id = :org_id AND ledger_id = :ledger_id AND removed_ms IS NULL
             ORDER BY id LIMIT :limit OFFSET :offset) p
      JOIN ledgers_row r ON r.org_id = :org_id AND r.id = p.id
     ORDER BY r.id)",
                                 R"(
    SELECT r.id, r.identity, r.occurred_on, r.cells, r.digest, r.place, r.version
      FROM ledgers_row r
      JOIN ledgers_import i ON i.org_id = r.org_id AND i.id = r.import_id
     WHERE r.org_id = :org_id AND r.ledger_id = :ledger_id AND r.removed_ms IS NULL AND i.person = :person
     ORDER BY r.id LIMIT :limit OFFSET :offset)"};

constexpr Statements behind{R"(
    SELECT id, identity, occurred_on, cells, digest, place, version
      FROM ledgers_row
     WHERE org_id = :org_id AND ledger_id = :ledger_id AND removed_ms IS NULL AND id > :id
     ORDER BY id LIMIT :limit)",
                            R"(
    SELECT r.id, r.identity, r.occurred_on, r.cells, r.digest, r.place, r.version
      FROM ledgers_row r
      JOIN ledgers_import i ON i.org_id = r.org_id AND i.id = r.import_id
     WHERE r.org_id = :org_id AND r.ledger_id = :ledger_id AND r.removed_ms IS NULL AND r.id > :id AND i.person = :person
     ORDER BY r.id LIMIT :limit)"};

constexpr Statements ids_and_cells{R"(
    SELECT id, cells FROM ledgers_row
     WHERE org_id = :org_id AND ledger_id = :ledger_id AND removed_ms IS NULL
     ORDER BY id)",
                                   R"(
    SELECT r.id, r.cells
      FROM ledgers_row r
      JOIN ledgers_import i ON i.org_id = r.org_id AND i.id = r.import_id
     WHERE r.org_id = :org_id AND r.ledger_id = :ledger_id AND r.removed_ms IS NULL AND i.person = :person
     ORDER BY r.id)"};

constexpr Statements whole_rows{R"(
    SELECT id, identity, occurred_on, cells, digest, place, version
      FROM ledgers_row
     WHERE org_id = :org_id AND ledger_id = :ledger_id AND removed_ms IS NULL
     ORDER BY id)",
                                R"(
    SELECT r.id, r.identity, r.occurred_on, r.cells, r.digest, r.place, r.version
      FROM ledgers_row r
      JOIN ledgers_import i ON i.org_id = r.org_id AND i.id = r.import_id
     WHERE r.org_id = :org_id AND r.ledger_id = :ledger_id AND r.removed_ms IS NULL AND i.person = :person
     ORDER BY r.id)"};

std::string_view chosen(const Statements& statements, const Importer& importer)
{
    return importer ? statements.of_one : statements.of_all;
}

std::vector<StoredRow> rows_of(const std::vector<sql::Row>& rows)
{
    std::vector<StoredRow> found;
    for (const sql::Row& row : rows) found.push_back(stored_row(row));
    return found;
}

}  // namespace

sql::Parameters RowStore::scoped(const Importer& importer, sql::Parameters more) const
{
    more.insert(more.begin(), {{"org_id", org_}, {"ledger_id", ledger_}});
    if (importer) more.emplace_back("person", *importer);
    return more;
}

std::int64_t RowStore::count(const Importer& importer) const
{
    return db_.query(chosen(counting, importer), scoped(importer)).front().integer("records");
}

std::vector<StoredRow> RowStore::page(const Importer& importer, std::size_t offset, std::size_t limit) const
{
    return rows_of(
        db_.query(chosen(from_offset, importer), scoped(importer, {{"limit", static_cast<std::int64_t>(limit)},
                                                                   {"offset", static_cast<std::int64_t>(offset)}})));
}

std::vector<StoredRow> RowStore::after(const Importer& importer, const std::string& id, std::size_t limit) const
{
    return rows_of(db_.query(chosen(behind, importer),
                             scoped(importer, {{"id", id}, {"limit", static_cast<std::int64_t>(limit)}})));
}

std::optional<StoredRow> RowStore::find(const std::string& id) const
{
    constexpr std::string_view one = R"(
        SELECT id, identity, occurred_on, cells, digest, place, version
          FROM ledgers_row
         WHERE org_id = :org_id AND id = :id AND removed_ms IS NULL)";
    const auto rows = db_.query(one, {{"org_id", org_}, {"id", id}});
    return rows.empty() ? std::nullopt : std::optional{stored_row(rows.front())};
}

void RowStore::each(const Importer& importer, const std::function<void(const StoredRow&)>& visit) const
{
    db_.each(chosen(whole_rows, importer), scoped(importer), [&](const sql::Row& row) { visit(stored_row(row)); });
}

void RowStore::each_cells(const Importer& importer,
                          const std::function<void(std::string_view, std::string_view)>& visit) const
{
    db_.each(chosen(ids_and_cells, importer), scoped(importer),
             [&](const sql::Row& row) { visit(row.text("id"), row.text("cells")); });
}

bool RowStore::is_imported_by(const std::string& identity, const std::string& person) const
{
    constexpr std::string_view importer = R"(
        SELECT i.person
          FROM ledgers_row r
          JOIN ledgers_import i ON i.org_id = r.org_id AND i.id = r.import_id
         WHERE r.org_id = :org_id AND r.ledger_id = :ledger_id AND r.identity = :identity)";
    const auto rows = db_.query(importer, scoped({}, {{"identity", identity}}));
    return !rows.empty() && rows.front().text("person") == person;
}

}  // namespace ledgers
