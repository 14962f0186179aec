// SPDX-License-Identifier: Apache-2.0
#include "indicators/http/fact_json.h"

#include "indicators/formula_text.h"
#include "indicators/http/answers.h"
#include "indicators/http/target_json.h"

namespace indicators {

namespace {

std::string_view to_text(base::CellType type)
{
    switch (type) {
        case base::CellType::text: return "text";
        case base::CellType::decimal: return "decimal";
        case base::CellType::date: return "date";
        case base::CellType::time: return "time";
    }
    return {};
}

json::value exact_or_null(const std::optional<base::Ratio>& value)
{
    return value ? json::value(exact_text(*value)) : json::value(nullptr);
}

json::value missing_json(const Fact& fact, const http::Context& context)
{
    if (!fact.missing) return nullptr;
    return json::object{{"code", fact.missing->code}, {"message", words_of(context, *fact.missing)}};
}

}  // namespace

json::object fact_json(const Fact& fact, const http::Context& context)
{
    return {{"code", fact.code},
            {"kind", to_text(fact.kind)},
            {"name", fact.name},
            {"printed", text_or_null(fact.printed())},
            {"value", to_json(fact.value)},
            {"exact", exact_or_null(fact.value)},
            {"unit", fact.unit},
            {"words", text_or_null(fact.words)},
            {"numerator", exact_or_null(fact.numerator)},
            {"denominator", exact_or_null(fact.denominator)},
            {"asked", count_or_null(fact.asked)},
            {"formula", formula_text(fact, context.words)},
            {"definition", fact.definition},
            {"period", fact.period},
            {"source", fact.source},
            {"measure", to_json(fact.measure)},
            {"empty_cells", fact.empty_cells},
            {"undated", fact.undated},
            {"missing", missing_json(fact, context)},
            {"digest", fact.digest}};
}

json::array columns_json(const std::vector<base::RecordColumn>& columns)
{
    json::array array;
    for (const base::RecordColumn& column : columns)
        array.push_back(
            json::object{{"name", column.name}, {"type", to_text(column.type)}, {"unit", text_or_null(column.unit)}});
    return array;
}

json::object record_json(const FactRecord& record, const std::vector<base::Cell>& cells,
                         const std::optional<RecordState>& state)
{
    json::array texts;
    for (const base::Cell& cell : cells) texts.emplace_back(base::to_string(cell));
    json::object object{{"id", record.id},
                        {"place", record.place},
                        {"digest", record.digest},
                        {"role", to_text(record.role)},
                        {"cells", std::move(texts)}};
    if (state) object["state"] = to_text(*state);
    return object;
}

}  // namespace indicators
