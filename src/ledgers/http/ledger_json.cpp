// SPDX-License-Identifier: Apache-2.0
#include "ledgers/http/ledger_json.h"

#include <boost/json.hpp>

#include "base/instant.h"
#include "http/json_text.h"

namespace ledgers {

using http::text_or_null;

namespace {

boost::json::value instant_or_null(const std::optional<std::int64_t>& at_ms)
{
    return at_ms ? boost::json::value(base::instant_text(*at_ms)) : boost::json::value(nullptr);
}

boost::json::object to_json(const Column& column)
{
    return {{"title", column.title},
            {"type", word_of(column.type)},
            {"unit", text_or_null(column.unit)},
            {"choices", boost::json::array(column.choices.begin(), column.choices.end())},
            {"required", column.is_required},
            {"identity", column.is_identity},
            {"period", column.is_period}};
}

const std::vector<std::pair<std::string_view, ColumnType>>& type_words()
{
    static const std::vector<std::string> words = [] {
        std::vector<std::string> all;
        for (const ColumnType type : column_types) all.push_back(word_of(type));
        return all;
    }();
    static const std::vector<std::pair<std::string_view, ColumnType>> pairs = [] {
        std::vector<std::pair<std::string_view, ColumnType>> all;
        for (std::size_t i = 0; i < words.size(); ++i) all.emplace_back(words[i], column_types[i]);
        return all;
    }();
    return pairs;
}

Column column_of(http::Fields& fields)
{
    Column column{fields.text("title", 60)};
    column.type = fields.word("type", type_words());
    column.unit = fields.optional_text("unit", 20).value_or("");
    if (fields.has("choices")) column.choices = fields.texts("choices");
    column.is_required = fields.optional_flag("required").value_or(false);
    column.is_identity = fields.optional_flag("identity").value_or(false);
    column.is_period = fields.optional_flag("period").value_or(false);
    return column;
}

}  // namespace

http::Response answer(int status, const boost::json::object& json)
{
    return {.status = status, .body = boost::json::serialize(json)};
}

boost::json::object to_json(const Register& declared)
{
    boost::json::array columns;
    for (const Column& column : declared.definition.columns) columns.push_back(to_json(column));
    return {{"name", declared.definition.name},
            {"section", text_or_null(declared.section)},
            {"columns", std::move(columns)}};
}

boost::json::object to_json(const Summary& summary)
{
    return {{"name", summary.name},       {"section", text_or_null(summary.section)},
            {"columns", summary.columns}, {"records", summary.records},
            {"imports", summary.imports}, {"last_import_at", instant_or_null(summary.last_import_ms)}};
}

boost::json::object to_json(const ShownRecord& record)
{
    return {{"identity", record.identity},
            {"cells", boost::json::array(record.cells.begin(), record.cells.end())},
            {"place", record.place},
            {"version", record.version}};
}

boost::json::object to_json(const Definition& definition, const RecordVersion& version)
{
    boost::json::object cells;
    for (std::size_t i = 0; i < version.cells.size(); ++i) cells[definition.columns[i].title] = version.cells[i];
    return {{"version", version.version},
            {"cells", std::move(cells)},
            {"place", version.place},
            {"ended", text_or_null(version.ended_how)},
            {"ended_at", instant_or_null(version.ended_ms)}};
}

Register register_of(http::Fields& fields, std::string name)
{
    Register declared{{std::move(name), {}}, fields.optional_text("section", 100).value_or("")};
    for (http::Fields& column : fields.objects("columns")) declared.definition.columns.push_back(column_of(column));
    return declared;
}

}  // namespace ledgers
