// SPDX-License-Identifier: Apache-2.0
#include "sql/tables.h"

#include <algorithm>
#include <set>
#include <stdexcept>

namespace sql {

namespace {

constexpr const char* about_itself = "schema_migration";

std::vector<Table> of_sqlite(Connection& db)
{
    constexpr std::string_view names = R"(
        SELECT name FROM sqlite_schema
         WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~' AND name <> :itself
         ORDER BY name)";
    constexpr std::string_view columns_of = "SELECT name, type, pk FROM pragma_table_info(:table) ORDER BY cid";
    constexpr std::string_view references_of =
        R"(SELECT DISTINCT "table" AS other FROM pragma_foreign_key_list(:table))";
    std::vector<Table> found;
    for (const Row& row : db.query(names, {{"itself", about_itself}})) {
        Table table{row.text("name")};
        std::vector<std::pair<std::int64_t, std::string>> key;
        db.each(columns_of, {{"table", table.name}}, [&](const Row& column) {
            table.columns.push_back({column.text("name"), column.text("type") == "TEXT"});
            if (column.integer("pk") > 0) key.emplace_back(column.integer("pk"), column.text("name"));
        });
        std::sort(key.begin(), key.end());
        for (const auto& [place, name] : key) table.key.push_back(name);
        for (const Row& other : db.query(references_of, {{"table", table.name}}))
            if (other.text("other") != table.name) table.references.push_back(other.text("other"));
        found.push_back(std::move(table));
    }
    return found;
}

std::vector<Table> of_postgres(Connection& db)
{
    constexpr std::string_view columns = R"(
        SELECT CAST(table_name AS TEXT) AS table_name, CAST(column_name AS TEXT) AS column_name,
               CAST(data_type AS TEXT) AS data_type
          FROM information_schema.columns
         WHERE table_schema = current_schema() AND table_name <> :itself
         ORDER BY table_name COLLATE "C", ordinal_position)";
    constexpr std::string_view keys = R"(
        SELECT CAST(a.attname AS TEXT) AS name
          FROM pg_index i
          JOIN LATERAL unnest(i.indkey) WITH ORDINALITY k(number, place) ON TRUE
          JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number
         WHERE i.indisprimary AND i.indrelid = CAST(CAST(:table AS TEXT) AS regclass)
         ORDER BY k.place)";
    constexpr std::string_view references_of = R"(
        SELECT DISTINCT CAST(o.relname AS TEXT) AS other
          FROM pg_constraint c JOIN pg_class o ON o.oid = c.confrelid
         WHERE c.contype = 'f' AND c.conrelid = CAST(CAST(:table AS TEXT) AS regclass))";
    std::vector<Table> found;
    for (const Row& row : db.query(columns, {{"itself", about_itself}})) {
        if (found.empty() || found.back().name != row.text("table_name")) found.push_back({row.text("table_name")});
        found.back().columns.push_back({row.text("column_name"), row.text("data_type") == "text"});
    }
    for (Table& table : found) {
        for (const Row& row : db.query(keys, {{"table", table.name}})) table.key.push_back(row.text("name"));
        for (const Row& row : db.query(references_of, {{"table", table.name}}))
            if (row.text("other") != table.name) table.references.push_back(row.text("other"));
    }
    return found;
}

}  // namespace

std::vector<Table> tables(Connection& db)
{
    std::vector<Table> left = db.engine() == Engine::sqlite ? of_sqlite(db) : of_postgres(db);
    std::vector<Table> ordered;
    std::set<std::string> placed;
    while (!left.empty()) {
        const auto next = std::find_if(left.begin(), left.end(), [&](const Table& table) {
            return std::all_of(table.references.begin(), table.references.end(),
                               [&](const std::string& other) { return placed.contains(other); });
        });
        if (next == left.end()) throw std::logic_error("tables refer to each other in a circle: " + left.front().name);
        placed.insert(next->name);
        ordered.push_back(std::move(*next));
        left.erase(next);
    }
    return ordered;
}

}  // namespace sql
