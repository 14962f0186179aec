// SPDX-License-Identifier: Apache-2.0
#include "sql/session.h"

namespace sql {

using namespace sqlite_api;

namespace {

using Statement = std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)>;

void bind_value(sqlite3_stmt* statement, int position, const Value& value)
{
    if (const auto* const number = std::get_if<std::int64_t>(&value.variant()))
        sqlite3_bind_int64(statement, position, *number);
    else if (const auto* const text = std::get_if<std::string>(&value.variant()))
        sqlite3_bind_text(statement, position, text->data(), static_cast<int>(text->size()), SQLITE_STATIC);
}

Value::Variant column_value(sqlite3_stmt* statement, int column)
{
    switch (sqlite3_column_type(statement, column)) {
        case SQLITE_NULL: return std::monostate{};
        case SQLITE_INTEGER: return std::int64_t{sqlite3_column_int64(statement, column)};
        case SQLITE_TEXT: {
            const auto* const bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
            return std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement, column)));
        }
        default:
            throw std::logic_error(std::string{"column "} + sqlite3_column_name(statement, column) +
                                   " is neither text nor whole");
    }
}

}  // namespace

void each_sqlite_row(Connection::Session& session, std::string_view text, const Parameters& parameters,
                     const std::function<void(const Row&)>& visit)
{
    sqlite_api::sqlite3* const db = static_cast<soci::sqlite3_session_backend*>(session.soci.get_backend())->conn_;
    sqlite3_stmt* raw = nullptr;
    if (sqlite3_prepare_v2(db, text.data(), static_cast<int>(text.size()), &raw, nullptr) != SQLITE_OK)
        throw sqlite_error(db, text);
    const Statement statement{raw, &sqlite3_finalize};
    for (const auto& [name, value] : parameters) {
        const int position = sqlite3_bind_parameter_index(raw, (":" + name).c_str());
        if (position == 0) throw std::logic_error("the statement has no parameter :" + name);
        bind_value(raw, position, value);
    }
    const int width = sqlite3_column_count(raw);
    auto names = std::make_shared<std::vector<std::string>>();
    for (int i = 0; i < width; ++i) names->push_back(sqlite3_column_name(raw, i));
    int outcome = SQLITE_ROW;
    while ((outcome = sqlite3_step(raw)) == SQLITE_ROW) {
        std::vector<Value::Variant> values;
        values.reserve(static_cast<std::size_t>(width));
        for (int i = 0; i < width; ++i) values.push_back(column_value(raw, i));
        visit(Row{names, std::move(values)});
    }
    if (outcome != SQLITE_DONE) throw sqlite_error(db, text);
}

}  // namespace sql
