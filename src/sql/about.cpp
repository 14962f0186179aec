// SPDX-License-Identifier: Apache-2.0
#include "sql/about.h"

#include "sql/tables.h"

namespace sql {

std::string engine_version(Connection& db)
{
    if (db.engine() == Engine::sqlite) return db.query("SELECT sqlite_version() AS version").front().text("version");
    return db.query("SELECT current_setting('server_version') AS version").front().text("version");
}

std::vector<SchemaStep> schema_steps(Connection& db)
{
    std::vector<SchemaStep> steps;
    for (const Row& row :
         db.query("SELECT slice, MAX(number) AS number FROM schema_migration GROUP BY slice ORDER BY slice"))
        steps.push_back({row.text("slice"), row.integer("number")});
    return steps;
}

std::int64_t row_count(Connection& db)
{
    std::int64_t rows = 0;
    for (const Table& table : tables(db))
        rows += db.query("SELECT COUNT(*) AS n FROM " + table.name).front().integer("n");
    return rows;
}

}  // namespace sql
