// SPDX-License-Identifier: Apache-2.0
#include "sql/migration.h"

#include <map>
#include <regex>

#include "base/sm3.h"

namespace sql {

namespace {

using Key = std::pair<std::string, int>;

std::map<Key, std::string> applied(Connection& db)
{
    // The one statement that may find its table there already: it is what tells a new database from an old one.
    db.script(db.engine() == Engine::sqlite
                  ? "CREATE TABLE IF NOT EXISTS schema_migration (slice TEXT NOT NULL, number INTEGER NOT NULL,"
                    " checksum TEXT NOT NULL, PRIMARY KEY (slice, number)) STRICT"
                  : "CREATE TABLE IF NOT EXISTS schema_migration (slice TEXT NOT NULL, number BIGINT NOT NULL,"
                    " checksum TEXT NOT NULL, PRIMARY KEY (slice, number))");
    std::map<Key, std::string> steps;
    for (const Row& row : db.query("SELECT slice, number, checksum FROM schema_migration"))
        steps[{row.text("slice"), static_cast<int>(row.integer("number"))}] = row.text("checksum");
    return steps;
}

bool meant_for(const Migration& step, Engine engine)
{
    return step.engine.empty() || step.engine == (engine == Engine::sqlite ? "sqlite" : "postgres");
}

void apply(Connection& db, const Migration& step, const std::string& checksum)
{
    Transaction transaction{db};
    db.script(db.engine() == Engine::sqlite ? for_sqlite(step.text) : for_postgres(step.text));
    db.execute("INSERT INTO schema_migration (slice, number, checksum) VALUES (:slice, :number, :checksum)",
               {{"slice", step.slice}, {"number", step.number}, {"checksum", checksum}});
    transaction.commit();
}

}  // namespace

std::string for_sqlite(std::string_view postgres_text)
{
    const std::string whole_numbers =
        std::regex_replace(std::string{postgres_text}, std::regex{"\\bBIGINT\\b"}, "INTEGER");
    // A CREATE TABLE ends with a closing bracket at the start of a line.
    return std::regex_replace(whole_numbers, std::regex{"\n\\);"}, "\n) STRICT;");
}

std::string for_postgres(std::string_view text)
{
    return std::regex_replace(std::string{text}, std::regex{R"(\bTEXT\b(\s+(?:NOT )?NULL))"}, "TEXT COLLATE \"C\"$1");
}

base::Result<int> migrate(Connection& db, const std::vector<std::span<const Migration>>& slices)
{
    std::map<Key, std::string> done = applied(db);
    int steps = 0;
    for (const auto& slice : slices)
        for (const Migration& step : slice) {
            if (!meant_for(step, db.engine())) continue;
            const std::string checksum = base::sm3(step.text);
            const auto known = done.find({std::string{step.slice}, step.number});
            const base::ErrorArgs args{{"slice", std::string{step.slice}}, {"number", std::to_string(step.number)}};
            if (known == done.end()) {
                apply(db, step, checksum);
                ++steps;
                continue;
            }
            if (known->second != checksum) return base::fail(base::ErrorKind::conflict, "sql.migration.changed", args);
            done.erase(known);
        }
    if (!done.empty())
        return base::fail(
            base::ErrorKind::conflict, "sql.migration.newer",
            {{"slice", done.begin()->first.first}, {"number", std::to_string(done.begin()->first.second)}});
    return steps;
}

int pending(Connection& db, const std::vector<std::span<const Migration>>& slices)
{
    const std::map<Key, std::string> done = applied(db);
    int steps = 0;
    for (const auto& slice : slices)
        for (const Migration& step : slice)
            if (meant_for(step, db.engine()) && !done.contains({std::string{step.slice}, step.number})) ++steps;
    return steps;
}

base::Result<void> migrate_to(Connection& db, const std::vector<std::span<const Migration>>& slices,
                              std::set<std::pair<std::string, int>> steps)
{
    applied(db);
    for (const auto& slice : slices)
        for (const Migration& step : slice) {
            const Key key{step.slice, step.number};
            if (!meant_for(step, db.engine()) || !steps.contains(key)) continue;
            apply(db, step, base::sm3(step.text));
            steps.erase(key);
        }
    if (steps.empty()) return {};
    return base::fail(base::ErrorKind::conflict, "sql.migration.newer",
                      {{"slice", steps.begin()->first}, {"number", std::to_string(steps.begin()->second)}});
}

}  // namespace sql
