// SPDX-License-Identifier: Apache-2.0
#include "app/year/comparison.h"

#include "budget/budget.h"
#include "indicators/indicators.h"

namespace app {

namespace {

namespace json = boost::json;
using indicators::Run;
using indicators::RunRow;

std::optional<Run> newest_run(const cli::Office& office, base::FiscalYear year)
{
    const indicators::Indicators known{office.db, office.clock, office.data};
    std::optional<indicators::RunId> newest;
    for (const Run& run : known.runs(office.actor.org))
        if (run.year == year) newest = run.id;
    if (!newest) return std::nullopt;
    const auto run = known.find_run(office.actor.org, *newest);
    return run ? std::optional{*run} : std::nullopt;
}

json::object amounts_json(const budget::Amounts& amounts)
{
    const auto rate = amounts.rate();
    return {{"adjusted", amounts.adjusted().to_string()},
            {"paid", amounts.paid.to_string()},
            {"rate", rate ? json::value(rate->percent(2).to_string()) : json::value(nullptr)}};
}

json::value amounts_or_null(const std::optional<budget::LineExecution>& line)
{
    return line ? json::value(amounts_json(line->amounts)) : json::value(nullptr);
}

json::array lines_json(const budget::TwoYears& both)
{
    json::array rows;
    for (const budget::LineInTwoYears& line : both.lines) {
        const budget::Line& named = line.after ? line.after->line : line.before->line;
        rows.push_back(json::object{{"code", line.code},
                                    {"name", named.name},
                                    {"name_before", line.before ? json::value(line.before->line.name) : nullptr},
                                    {"kind", to_text(named.kind)},
                                    {"before", amounts_or_null(line.before)},
                                    {"after", amounts_or_null(line.after)},
                                    {"adjusted_difference", line.adjusted_difference().to_string()},
                                    {"paid_difference", line.paid_difference().to_string()}});
    }
    return rows;
}

json::value row_json(const RunRow* row)
{
    if (!row) return nullptr;
    return json::object{{"name", row->name},
                        {"target", row->target},
                        {"actual", row->actual},
                        {"weight", row->weight ? json::value(row->weight->to_string()) : nullptr},
                        {"score", row->score ? json::value(row->score->to_string()) : nullptr},
                        {"fact", !row->fact_id.empty()}};
}

json::array indicators_json(const YearComparison& comparison)
{
    const Run none;
    json::array rows;
    const Run& before = comparison.run_before ? *comparison.run_before : none;
    const Run& after = comparison.run_after ? *comparison.run_after : none;
    for (const indicators::RunRowChange& row : compare(before, after)) {
        json::value difference = nullptr;
        if (row.before && row.after && row.before->score && row.after->score)
            difference = (*row.after->score - *row.before->score).to_string();
        json::array parts(row.parts.begin(), row.parts.end());
        rows.push_back(json::object{{"code", row.code},
                                    {"name", row.name},
                                    {"before", row_json(row.before)},
                                    {"after", row_json(row.after)},
                                    {"score_difference", std::move(difference)},
                                    {"differs", std::move(parts)}});
    }
    return rows;
}

json::object year_json(base::FiscalYear year, const budget::Amounts& whole, const std::optional<Run>& run)
{
    json::object object = amounts_json(whole);
    object["year"] = year.year;
    object["run"] = run ? json::value(run->id.text()) : nullptr;
    object["total"] = run && run->total ? json::value(run->total->to_string()) : nullptr;
    return object;
}

}  // namespace

base::Result<YearComparison> compare_years(const cli::Office& office, base::FiscalYear before, base::FiscalYear after)
{
    if (before == after)
        return base::fail(base::ErrorKind::invalid, "app.comparison.same_year", {{"year", std::to_string(after.year)}});
    YearComparison comparison{before, after};
    comparison.run_before = newest_run(office, before);
    comparison.run_after = newest_run(office, after);
    const budget::Budgets budgets{office.db, office.clock};
    const auto first = budgets.execution(office.actor.org, before, before.last_day());
    const auto second = budgets.execution(office.actor.org, after, after.last_day());
    if (!first && !comparison.run_before) return tl::unexpected(first.error());
    if (!second && !comparison.run_after) return tl::unexpected(second.error());
    comparison.budget =
        budget::side_by_side(first ? *first : budget::Execution{}, second ? *second : budget::Execution{});
    return comparison;
}

json::object to_json(const YearComparison& comparison)
{
    json::array months;
    for (const budget::MonthInTwoYears& month : comparison.budget.months)
        months.push_back(json::object{
            {"month", month.month}, {"before", month.before.to_string()}, {"after", month.after.to_string()}});
    return {{"before", year_json(comparison.before, comparison.budget.before, comparison.run_before)},
            {"after", year_json(comparison.after, comparison.budget.after, comparison.run_after)},
            {"lines", lines_json(comparison.budget)},
            {"months", std::move(months)},
            {"indicators", indicators_json(comparison)}};
}

}  // namespace app
