// SPDX-License-Identifier: Apache-2.0
#include <soci/postgresql/soci-postgresql.h>

#include "sql/connection.h"
#include "sql/session.h"

namespace sql {

using namespace sqlite_api;

namespace {

std::string joined(const std::vector<std::string>& columns)
{
    std::string list;
    for (const std::string& column : columns) list += (list.empty() ? "" : ", ") + column;
    return list;
}

// COPY's text format: \N is NULL, and these four characters are escaped.
void append_copy_field(std::string& line, const Value& value)
{
    if (const auto* const number = std::get_if<std::int64_t>(&value.variant())) {
        line += std::to_string(*number);
        return;
    }
    const auto* const text = std::get_if<std::string>(&value.variant());
    if (!text) {
        line += "\\N";
        return;
    }
    for (const char c : *text) switch (c) {
            case '\\': line += "\\\\"; break;
            case '\n': line += "\\n"; break;
            case '\r': line += "\\r"; break;
            case '\t': line += "\\t"; break;
            default: line += c;
        }
}

void require_ok(PGresult* raw, ExecStatusType expected)
{
    const std::unique_ptr<PGresult, decltype(&PQclear)> result{raw, &PQclear};
    if (PQresultStatus(result.get()) == expected) return;
    const char* const state = PQresultErrorField(result.get(), PG_DIAG_SQLSTATE);
    throw translated(soci::postgresql_soci_error(PQresultErrorMessage(result.get()), state ? state : "00000"), "COPY");
}

void bind_at(sqlite3_stmt* statement, int position, const Value& value)
{
    if (const auto* const number = std::get_if<std::int64_t>(&value.variant()))
        sqlite3_bind_int64(statement, position, *number);
    else if (const auto* const text = std::get_if<std::string>(&value.variant()))
        sqlite3_bind_text(statement, position, text->data(), static_cast<int>(text->size()), SQLITE_STATIC);
    else
        sqlite3_bind_null(statement, position);
}

}  // namespace

struct BulkInsert::Target {
    sqlite_api::sqlite3* sqlite = nullptr;
    sqlite3_stmt* statement = nullptr;
    PGconn* postgres = nullptr;
    std::string line = {};
    bool copying = false;
};

BulkInsert::BulkInsert(Connection& db, std::string_view table, const std::vector<std::string>& columns)
    : target_{std::make_unique<Target>()}
{
    auto* const backend = db.session_->soci.get_backend();
    if (db.engine() == Engine::sqlite) {
        target_->sqlite = static_cast<soci::sqlite3_session_backend*>(backend)->conn_;
        std::string marks;
        for (std::size_t i = 0; i < columns.size(); ++i) marks += i == 0 ? "?" : ", ?";
        const std::string text =
            "INSERT INTO " + std::string{table} + " (" + joined(columns) + ") VALUES (" + marks + ")";
        if (sqlite3_prepare_v2(target_->sqlite, text.c_str(), -1, &target_->statement, nullptr) != SQLITE_OK)
            throw sqlite_error(target_->sqlite, text);
        return;
    }
    target_->postgres = static_cast<soci::postgresql_session_backend*>(backend)->conn_;
    const std::string text = "COPY " + std::string{table} + " (" + joined(columns) + ") FROM STDIN";
    require_ok(PQexec(target_->postgres, text.c_str()), PGRES_COPY_IN);
    target_->copying = true;
}

BulkInsert::~BulkInsert()
{
    if (target_->statement) sqlite3_finalize(target_->statement);
    if (!target_->copying) return;
    // Not finished: take the rows back, so that the connection can roll back.
    PQputCopyEnd(target_->postgres, "abandoned");
    while (PGresult* const rest = PQgetResult(target_->postgres)) PQclear(rest);
}

void BulkInsert::add(const std::vector<Value>& row)
{
    if (target_->statement) {
        for (std::size_t i = 0; i < row.size(); ++i) bind_at(target_->statement, static_cast<int>(i) + 1, row[i]);
        const int outcome = sqlite3_step(target_->statement);
        if (outcome != SQLITE_DONE) {
            const SqlError error = sqlite_error(target_->sqlite, "bulk insert");
            sqlite3_reset(target_->statement);
            throw error;
        }
        sqlite3_reset(target_->statement);
        return;
    }
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (i > 0) target_->line += '\t';
        append_copy_field(target_->line, row[i]);
    }
    target_->line += '\n';
    constexpr std::size_t buffer_bytes = 1 << 16;
    if (target_->line.size() < buffer_bytes) return;
    if (PQputCopyData(target_->postgres, target_->line.data(), static_cast<int>(target_->line.size())) != 1)
        throw SqlError(Violation::none, {}, PQerrorMessage(target_->postgres));
    target_->line.clear();
}

void BulkInsert::finish()
{
    if (!target_->copying) return;
    if (!target_->line.empty() &&
        PQputCopyData(target_->postgres, target_->line.data(), static_cast<int>(target_->line.size())) != 1)
        throw SqlError(Violation::none, {}, PQerrorMessage(target_->postgres));
    target_->copying = false;
    PQputCopyEnd(target_->postgres, nullptr);
    PGresult* const first = PQgetResult(target_->postgres);
    while (PGresult* const rest = PQgetResult(target_->postgres)) PQclear(rest);
    require_ok(first, PGRES_COMMAND_OK);
}

}  // namespace sql
