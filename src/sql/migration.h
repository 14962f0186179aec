// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "sql/connection.h"

namespace sql {

// One step of one slice's schema, embedded from src/<slice>/migrations/NNNN_name[.sqlite|.postgres].sql.
struct Migration {
    std::string_view slice;
    int number;
    std::string_view name;
    std::string_view engine;  // empty: written for both
    std::string_view text;
};

// Brings the schema to the newest step: slices in the order given (referenced tables first), steps by number, each in
// its own transaction, recorded with its SM3. Refuses sql.migration.changed when a step that already ran reads
// differently now, and sql.migration.newer when the database knows a step that this program does not.
base::Result<int> migrate(Connection& db, const std::vector<std::span<const Migration>>& slices);

// How many steps migrate() would run. Changes nothing.
int pending(Connection& db, const std::vector<std::span<const Migration>>& slices);

// Brings an empty database to just these steps (slice and number). Refuses sql.migration.newer for a step that this
// program does not know.
base::Result<void> migrate_to(Connection& db, const std::vector<std::span<const Migration>>& slices,
                              std::set<std::pair<std::string, int>> steps);

// What the migrator runs on SQLite for a text written for PostgreSQL: BIGINT becomes INTEGER, tables become STRICT.
std::string for_sqlite(std::string_view postgres_text);
// And on PostgreSQL: columns of text are ordered by their bytes, as on SQLite, whatever the database's own order is.
std::string for_postgres(std::string_view text);

}  // namespace sql
