// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <unordered_map>

#include "indicators/facts.h"
#include "indicators/records_behind.h"

namespace indicators {

namespace {

std::string argument(const base::Error& error, std::string_view name)
{
    for (const auto& [known, value] : error.args)
        if (known == name) return value;
    return {};
}

bool names(const std::vector<Condition>& conditions, const std::string& column)
{
    return std::any_of(conditions.begin(), conditions.end(),
                       [&](const Condition& condition) { return condition.column == column; });
}

// The cell of the declaration that an answer failed at; none where only records are wanting.
std::optional<MeasurePart> part_at_fault(const Measure& measure, const base::Error& error)
{
    constexpr std::string_view prefix = "indicators.measure.";
    if (!error.code.starts_with(prefix)) return MeasurePart::source;
    const std::string_view reason = std::string_view{error.code}.substr(prefix.size());
    if (reason == "no_denominator" || reason == "no_rows" || reason == "all_cells_empty") return std::nullopt;
    if (reason == "period_without_column") return MeasurePart::period;
    if (reason == "field_not_a_number" || reason == "unit_mismatch") return MeasurePart::field;
    const std::string column = argument(error, "column");
    if (names(measure.filter, column)) return MeasurePart::filter;
    return names(measure.numerator, column) ? MeasurePart::numerator : MeasurePart::field;
}

std::vector<MeasureAnswer::Row> rows_of(const Fact& fact, const base::Records& records, std::size_t after,
                                        std::size_t limit)
{
    std::vector<MeasureAnswer::Row> rows;
    std::unordered_map<std::string_view, const base::Record*> known;
    for (const base::Record& record : records.rows) known.emplace(record.id, &record);
    for (std::size_t i = after; i < std::min(after + limit, fact.records.size()); ++i)
        rows.push_back({fact.records[i], known.at(fact.records[i].id)->cells});
    return rows;
}

}  // namespace

tl::expected<MeasureAnswer, std::vector<MeasureProblem>> answer(const MeasureQuestion& question,
                                                                const FactSource& source)
{
    using Problems = std::vector<MeasureProblem>;
    const auto measure = parse_measure(question.text);
    if (!measure) return tl::unexpected<Problems>(measure.error());
    Collections collections{source};
    const auto& records = collections.of(question.text.source);
    if (!records) return tl::unexpected<Problems>(Problems{{MeasurePart::source, records.error()}});
    Fact asked;
    asked.measure = question.text;
    asked.unit = question.unit;
    asked.decimals = question.decimals;
    MeasureAnswer found{
        indicators::measure(std::move(asked), collections, counted_period(question.year, question.on), question.on)};
    if (found.fact.missing)
        if (const auto part = part_at_fault(*measure, *found.fact.missing))
            return tl::unexpected<Problems>(Problems{{*part, *found.fact.missing}});
    found.columns = records->columns;
    found.total = found.fact.records.size();
    found.rows = rows_of(found.fact, *records, question.after, question.limit);
    const std::size_t shown = question.after + found.rows.size();
    if (!found.rows.empty() && shown < found.total) found.next = shown;
    return found;
}

}  // namespace indicators
