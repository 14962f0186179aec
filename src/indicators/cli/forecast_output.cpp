// SPDX-License-Identifier: Apache-2.0
#include "indicators/cli/forecast_output.h"

#include "cli/json.h"
#include "indicators/forecast_json.h"

namespace indicators {

namespace {

using base::Ratio;
using ::cli::Side;
using ::cli::Terminal;

Words words_of(const Terminal& terminal)
{
    return [&terminal](const base::Error& error) { return terminal.words(error); };
}

std::string points_or_dash(const std::optional<base::Decimal>& value)
{
    return value ? value->to_string() : "–";
}

std::string number(const std::optional<Ratio>& value)
{
    return value ? plain_text(*value) : "–";
}

std::string percent(const std::optional<Ratio>& value)
{
    return value ? value->percent(2).to_string() + "%" : "–";
}

std::string score_range(const ScoreRange& score)
{
    return points_or_dash(score.low) + "–" + points_or_dash(score.high);
}

std::string value_range(const std::optional<Range>& range)
{
    return range ? plain_text(range->low) + "–" + plain_text(range->high) : "–";
}

std::vector<::cli::TableColumn> columns(const Terminal& terminal,
                                        std::initializer_list<std::pair<const char*, Side>> titles)
{
    std::vector<::cli::TableColumn> made;
    for (const auto& [code, side] : titles) made.push_back({terminal.words(code), side});
    return made;
}

}  // namespace

void print_forecast(const Forecast& forecast, const Terminal& terminal)
{
    if (terminal.format == ::cli::Format::json)
        return ::cli::print_json(terminal.out, to_json(forecast, words_of(terminal)));
    terminal.out << terminal.words("indicators.forecast.title", {{"year", std::to_string(forecast.year.year)},
                                                                 {"on", forecast.on.to_string()},
                                                                 {"rule_set", forecast.rule_set}})
                 << '\n';
    const std::optional<Range> spent =
        forecast.budget
            ? std::optional{Range{Ratio::of(forecast.budget->low.yuan()), Ratio::of(forecast.budget->expected.yuan()),
                                  Ratio::of(forecast.budget->high.yuan())}}
            : std::nullopt;
    std::vector<std::vector<std::string>> rows;
    rows.push_back({"", terminal.words("indicators.forecast.execution"),
                    forecast.budget ? forecast.budget->adjusted.to_string() + "元" : "",
                    percent(forecast.execution_rate), spent ? plain_text(spent->expected) : "–", value_range(spent),
                    points_or_dash(forecast.execution.so_far), points_or_dash(forecast.execution.expected),
                    score_range(forecast.execution), terminal.words(sentence_of(forecast.execution_need))});
    for (const ForecastRow& row : forecast.rows)
        rows.push_back({row.code, row.name, row.target, row.words.empty() ? number(row.value) : row.words,
                        row.outlook.range ? plain_text(row.outlook.range->expected) : "–",
                        value_range(row.outlook.range), points_or_dash(row.score.so_far),
                        points_or_dash(row.score.expected), score_range(row.score),
                        terminal.words(sentence_of(row.need))});
    rows.push_back({"", terminal.words("indicators.forecast.total"), "", "", "", "",
                    points_or_dash(forecast.total.so_far), points_or_dash(forecast.total.expected),
                    score_range(forecast.total), ""});
    print_table(terminal.out,
                columns(terminal, {{"indicators.forecast.code", Side::left},
                                   {"indicators.forecast.name", Side::left},
                                   {"indicators.forecast.target", Side::left},
                                   {"indicators.forecast.value", Side::right},
                                   {"indicators.forecast.expected", Side::right},
                                   {"indicators.forecast.range", Side::right},
                                   {"indicators.forecast.score", Side::right},
                                   {"indicators.forecast.expected_score", Side::right},
                                   {"indicators.forecast.score_range", Side::right},
                                   {"indicators.forecast.need", Side::left}}),
                rows);
}

void print_back_test(const BackTest& test, const Terminal& terminal)
{
    if (terminal.format == ::cli::Format::json) return ::cli::print_json(terminal.out, to_json(test));
    const auto yes_or_no = [&](bool is_so) {
        return is_so ? terminal.words("indicators.forecast.yes") : terminal.words("indicators.forecast.no");
    };
    std::vector<std::vector<std::string>> days;
    for (const BackTestDay& day : test.days)
        days.push_back({day.on.to_string(), points_or_dash(day.total.expected), score_range(day.total),
                        points_or_dash(day.error), yes_or_no(day.in_range), percent(day.executed_error)});
    print_table(terminal.out,
                columns(terminal, {{"indicators.forecast.on", Side::left},
                                   {"indicators.forecast.expected_score", Side::right},
                                   {"indicators.forecast.score_range", Side::right},
                                   {"indicators.forecast.error", Side::right},
                                   {"indicators.forecast.in_range", Side::left},
                                   {"indicators.forecast.executed_error", Side::right}}),
                days);
    std::vector<std::vector<std::string>> rows;
    for (const BackTestRow& row : test.rows)
        rows.push_back({row.code, row.name, number(row.actual), points_or_dash(row.score), percent(row.mean_error),
                        row.mean_score_error.to_string()});
    terminal.out << '\n';
    print_table(terminal.out,
                columns(terminal, {{"indicators.forecast.code", Side::left},
                                   {"indicators.forecast.name", Side::left},
                                   {"indicators.forecast.actual", Side::right},
                                   {"indicators.forecast.actual_score", Side::right},
                                   {"indicators.forecast.mean_error", Side::right},
                                   {"indicators.forecast.mean_score_error", Side::right}}),
                rows);
    terminal.out << terminal.words("indicators.forecast.back_test", {{"year", std::to_string(test.year.year)},
                                                                     {"total", points_or_dash(test.total)},
                                                                     {"mean", points_or_dash(test.mean_error)},
                                                                     {"worst", points_or_dash(test.worst_error)}})
                 << '\n';
}

}  // namespace indicators
