// SPDX-License-Identifier: Apache-2.0
#include "sql/error.h"

#include <soci/postgresql/soci-postgresql.h>

#include "sql/session.h"

namespace sql {

using namespace sqlite_api;

namespace {

std::string between(std::string_view text, std::string_view before, std::string_view after)
{
    const auto start = text.find(before);
    if (start == std::string_view::npos) return {};
    const auto from = start + before.size();
    return std::string{text.substr(from, text.find(after, from) - from)};
}

// SOCI appends ` while executing "…" with :a=…` to the message; the values must not reach a log.
std::string without_values(std::string_view message)
{
    return std::string{message.substr(0, message.find(" while "))};
}

SqlError from_sqlite(int code, const std::string& message, std::string_view statement)
{
    const std::string what = message + " (" + std::string{statement} + ")";
    const auto named = [&](std::string_view prefix) { return between(message, prefix, " while"); };
    if (message.find("UNIQUE constraint failed") != std::string::npos)
        return {Violation::unique, named("UNIQUE constraint failed: "), what};
    if (message.find("CHECK constraint failed") != std::string::npos)
        return {Violation::check, named("CHECK constraint failed: "), what};
    if (message.find("FOREIGN KEY constraint failed") != std::string::npos) return {Violation::foreign_key, {}, what};
    if (message.find("NOT NULL constraint failed") != std::string::npos)
        return {Violation::not_null, named("NOT NULL constraint failed: "), what};
    // A trigger's RAISE(ABORT, 'name') arrives as the bare name.
    if (code == SQLITE_CONSTRAINT) return {Violation::check, message, what};
    if (code == SQLITE_BUSY || code == SQLITE_LOCKED) return {Violation::busy, {}, what};
    return {Violation::none, {}, what};
}

SqlError from_postgres(std::string_view state, const std::string& message, std::string_view statement)
{
    const std::string what = message.substr(0, message.find('\n')) + " (" + std::string{statement} + ")";
    const std::string constraint = between(message, "constraint \"", "\"");
    if (state == "23505") return {Violation::unique, constraint, what};
    if (state == "23514") return {Violation::check, constraint, what};
    if (state == "23P01") return {Violation::check, constraint, what};
    if (state == "23503") return {Violation::foreign_key, constraint, what};
    if (state == "23502") return {Violation::not_null, between(message, "column \"", "\""), what};
    if (state == "55P03" || state == "40001" || state == "40P01") return {Violation::busy, {}, what};
    return {Violation::none, {}, what};
}

}  // namespace

SqlError translated(const soci::soci_error& error, std::string_view statement)
{
    const std::string message = without_values(error.what());
    if (const auto* const sqlite = dynamic_cast<const soci::sqlite3_soci_error*>(&error)) {
        // SOCI's own prefix: "sqlite3_statement_backend::loadOne: …"
        const auto colon = message.find(": ");
        const bool prefixed = message.starts_with("sqlite3_") && colon != std::string::npos;
        return from_sqlite(sqlite->result() & 0xFF, prefixed ? message.substr(colon + 2) : message, statement);
    }
    if (const auto* const postgres = dynamic_cast<const soci::postgresql_soci_error*>(&error))
        return from_postgres(postgres->sqlstate(), message, statement);
    return {Violation::none, {}, message};
}

SqlError sqlite_error(sqlite_api::sqlite3* db, std::string_view statement)
{
    return from_sqlite(sqlite3_errcode(db) & 0xFF, sqlite3_errmsg(db), statement);
}

}  // namespace sql
