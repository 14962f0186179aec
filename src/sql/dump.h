// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "sql/connection.h"
#include "sql/migration.h"

namespace sql {

// All rows as they stood in one moment, as lines of text that are the same on both engines: the content of a backup,
// and what a move from one engine to the other carries.
//
//   @mingji-dump 1
//   @step identity 1                             the schema that the rows belong to, one line for each step
//   @table budget_line org_id:text code:text …  then a line per row in the order of the key: fields between tabs,
//   @end 17 <SM3 of the rows>                    \N for nothing, and \\ \t \n \r \@ inside texts
struct DumpedTable {
    std::string name;
    std::int64_t rows = 0;
    std::string digest = {};

    friend bool operator==(const DumpedTable&, const DumpedTable&) = default;
};
// `write` gets whole lines, in large pieces. Throws what it throws.
std::vector<DumpedTable> dump(Connection& db, const std::function<void(std::string_view)>& write);

// The next line without its end; none at the end.
using ReadLine = std::function<std::optional<std::string>()>;

// Into a database without tables, in one transaction: the schema of the dump, its rows, then the newer steps. Refuses
// sql.dump.not_a_dump, sql.dump.cut_off {table}, sql.dump.damaged {table}, sql.dump.other_columns {table},
// sql.dump.not_empty and sql.migration.newer.
base::Result<std::vector<DumpedTable>> load(Connection& db, const std::vector<std::span<const Migration>>& slices,
                                            const ReadLine& read);

// Takes every table of ours away. Inside a transaction it comes back with it (PostgreSQL only).
void drop_everything(Connection& db);

}  // namespace sql
