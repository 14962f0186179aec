// SPDX-License-Identifier: Apache-2.0
#include "indicators/forecast_json.h"

#include <limits>

#include "indicators/core/fact.h"

namespace indicators {

namespace json = boost::json;
using base::Ratio;

json::value text_or_null(const std::string& text)
{
    return text.empty() ? json::value(nullptr) : json::value(text);
}

json::value percent_or_null(const std::optional<Ratio>& share)
{
    return share ? json::value(share->percent(2).to_string()) : json::value(nullptr);
}

namespace {

json::value light(const std::optional<Light>& light)
{
    return light ? json::value(to_text(*light)) : json::value{};
}

json::object score_json(const ScoreRange& score)
{
    return {{"so_far", to_json(score.so_far)},
            {"low", to_json(score.low)},
            {"expected", to_json(score.expected)},
            {"high", to_json(score.high)}};
}

json::value range_json(const std::optional<Range>& range)
{
    if (!range) return nullptr;
    return json::object{
        {"low", plain_text(range->low)}, {"expected", plain_text(range->expected)}, {"high", plain_text(range->high)}};
}

json::object need_json(const Need& need, const Words& words)
{
    return {{"kind", to_text(need.kind)},
            {"amount", to_json(need.amount)},
            {"per_month", to_json(need.per_month)},
            {"quality", to_json(need.quality)},
            {"failures", to_json(need.failures)},
            {"until", need.until ? json::value(need.until->to_string()) : json::value{}},
            {"unit", need.unit},
            {"months_left", need.months_left},
            {"text", words(sentence_of(need))}};
}

std::string_view to_text(CourseKind kind)
{
    switch (kind) {
        case CourseKind::flow: return "flow";
        case CourseKind::distinct: return "distinct";
        case CourseKind::mean: return "mean";
        case CourseKind::maximum: return "maximum";
        case CourseKind::standing: return "standing";
        case CourseKind::entered: return "entered";
    }
    return {};
}

json::object row_json(const ForecastRow& row, const Words& words)
{
    return {{"code", row.code},
            {"level1", row.level1},
            {"level2", row.level2},
            {"name", row.name},
            {"target", row.target},
            {"unit", row.unit},
            {"weight", to_json(row.weight)},
            {"version", row.version},
            {"course", to_text(row.kind)},
            {"value", to_json(row.value)},
            {"words", text_or_null(row.words)},
            {"basis", to_text(row.outlook.basis)},
            {"may_stay_empty", row.outlook.may_stay_empty},
            {"range", range_json(row.outlook.range)},
            {"score", score_json(row.score)},
            {"light", light(row.light)},
            {"need", need_json(row.need, words)}};
}

json::value budget_json(const std::optional<BudgetOutlook>& budget)
{
    if (!budget) return nullptr;
    return json::object{{"initial", budget->initial.to_string()},   {"adjusted", budget->adjusted.to_string()},
                        {"paid", budget->paid.to_string()},         {"low", budget->low.to_string()},
                        {"expected", budget->expected.to_string()}, {"high", budget->high.to_string()},
                        {"basis", to_text(budget->basis)}};
}

json::object point_json(const BackTestPoint& point)
{
    return {{"on", point.on.to_string()},
            {"expected", to_json(point.expected)},
            {"score_error", to_json(point.score_error)},
            {"in_range", point.in_range}};
}

}  // namespace

std::string plain_text(const Ratio& value)
{
    for (int scale = 2; scale >= 0; --scale) {
        const Ratio shifted = value * Ratio::whole(base::power_of_ten(scale));
        const Ratio limit = Ratio::whole(std::numeric_limits<std::int64_t>::max() - 1);
        if (shifted < limit && shifted > Ratio::whole(0) - limit)
            return value.rounded(scale).without_trailing_zeros().to_string();
    }
    return exact_text(value);
}

json::value to_json(const std::optional<base::Decimal>& value)
{
    return value ? json::value(value->to_string()) : json::value{};
}

json::value to_json(const std::optional<Ratio>& value)
{
    return value ? json::value(plain_text(*value)) : json::value{};
}

base::Error sentence_of(const Need& need)
{
    const auto number = [](const std::optional<Ratio>& value) { return value ? plain_text(*value) : std::string{}; };
    std::string kind{to_text(need.kind)};
    if (need.kind == NeedKind::quality && need.failures) kind = "failures";
    if (need.kind == NeedKind::enter && need.until) kind = "until";
    return {base::ErrorKind::invalid,
            "indicators.need." + kind,
            {{"amount", number(need.amount) + need.unit},
             {"per_month", number(need.per_month) + need.unit},
             {"quality", number(need.quality) + need.unit},
             {"failures", number(need.failures)},
             {"until", need.until ? need.until->to_string() : ""},
             {"months", std::to_string(need.months_left)}}};
}

json::object to_json(const Forecast& forecast, const Words& words)
{
    json::array rows;
    for (const ForecastRow& row : forecast.rows) rows.push_back(row_json(row, words));
    return {{"year", forecast.year.year},
            {"on", forecast.on.to_string()},
            {"rule_set", forecast.rule_set},
            {"budget", budget_json(forecast.budget)},
            {"execution", json::object{{"rate", percent_or_null(forecast.execution_rate)},
                                       {"weight", to_json(forecast.execution_weight)},
                                       {"score", score_json(forecast.execution)},
                                       {"light", light(forecast.execution_light)},
                                       {"need", need_json(forecast.execution_need, words)}}},
            {"rows", std::move(rows)},
            {"total", score_json(forecast.total)}};
}

json::object to_json(const BackTest& test)
{
    json::array days;
    for (const BackTestDay& day : test.days)
        days.push_back(json::object{{"on", day.on.to_string()},
                                    {"total", score_json(day.total)},
                                    {"error", to_json(day.error)},
                                    {"in_range", day.in_range},
                                    {"executed_error", percent_or_null(day.executed_error)}});
    json::array rows;
    for (const BackTestRow& row : test.rows) {
        json::array points;
        for (const BackTestPoint& point : row.points) points.push_back(point_json(point));
        rows.push_back(json::object{{"code", row.code},
                                    {"name", row.name},
                                    {"unit", row.unit},
                                    {"actual", to_json(row.actual)},
                                    {"score", to_json(row.score)},
                                    {"mean_error", percent_or_null(row.mean_error)},
                                    {"mean_score_error", row.mean_score_error.to_string()},
                                    {"points", std::move(points)}});
    }
    return {{"year", test.year.year},
            {"total", to_json(test.total)},
            {"mean_error", to_json(test.mean_error)},
            {"worst_error", to_json(test.worst_error)},
            {"days", std::move(days)},
            {"rows", std::move(rows)}};
}

}  // namespace indicators
