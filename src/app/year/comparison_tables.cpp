// SPDX-License-Identifier: Apache-2.0
#include "app/year/comparison_tables.h"

namespace app {

namespace {

using indicators::Run;
using indicators::RunRow;
using spreadsheet::Cell;
using spreadsheet::CellKind;
using spreadsheet::ColumnKind;
using spreadsheet::TableSheet;

Cell text(std::string value)
{
    return value.empty() ? Cell{} : Cell{CellKind::text, std::move(value)};
}

Cell number(std::string value)
{
    return value.empty() ? Cell{} : Cell{CellKind::number, std::move(value)};
}

Cell money(base::Money amount)
{
    return number(amount.to_string());
}

std::string year_of(base::FiscalYear year)
{
    return std::to_string(year.year) + "年";
}

// For each side, then what the years differ by.
void add_amounts(std::vector<spreadsheet::Column>& columns, const YearComparison& comparison, const std::string& what)
{
    for (const base::FiscalYear year : {comparison.before, comparison.after})
        columns.push_back({.title = year_of(year) + what, .kind = ColumnKind::money, .width = 22});
}

TableSheet lines_table(const YearComparison& comparison)
{
    TableSheet sheet{.name = "按项目", .columns = {{.title = "项目编码"}, {.title = "项目", .width = 28}}};
    add_amounts(sheet.columns, comparison, "调整后预算（元）");
    sheet.columns.push_back({.title = "预算增减（元）", .kind = ColumnKind::money, .width = 18});
    add_amounts(sheet.columns, comparison, "已支付（元）");
    sheet.columns.push_back({.title = "支付增减（元）", .kind = ColumnKind::money, .width = 18});
    for (const base::FiscalYear year : {comparison.before, comparison.after})
        sheet.columns.push_back({.title = year_of(year) + "执行率", .width = 14});
    const auto adjusted = [](const auto& side) { return side ? money(side->amounts.adjusted()) : Cell{}; };
    const auto paid = [](const auto& side) { return side ? money(side->amounts.paid) : Cell{}; };
    const auto rate = [](const auto& side) {
        const auto known = side ? side->amounts.rate() : std::nullopt;
        return text(known ? known->percent(2).to_string() + "%" : "");
    };
    for (const budget::LineInTwoYears& line : comparison.budget.lines)
        sheet.rows.push_back({text(line.code), text(line.after ? line.after->line.name : line.before->line.name),
                              adjusted(line.before), adjusted(line.after), money(line.adjusted_difference()),
                              paid(line.before), paid(line.after), money(line.paid_difference()), rate(line.before),
                              rate(line.after)});
    return sheet;
}

TableSheet months_table(const YearComparison& comparison)
{
    TableSheet sheet{.name = "按月份", .columns = {{.title = "月份", .width = 8}}};
    add_amounts(sheet.columns, comparison, "支付（元）");
    for (const budget::MonthInTwoYears& month : comparison.budget.months)
        sheet.rows.push_back({text(std::to_string(month.month) + "月"), money(month.before), money(month.after)});
    return sheet;
}

TableSheet indicators_table(const YearComparison& comparison)
{
    TableSheet sheet{.name = "按指标", .columns = {{.title = "编码"}, {.title = "指标", .width = 28}}};
    for (const char* const part : {"目标值", "完成值", "得分"})
        for (const base::FiscalYear year : {comparison.before, comparison.after})
            sheet.columns.push_back({.title = year_of(year) + part, .width = 18});
    sheet.columns.push_back({.title = "得分增减"});
    const Run none;
    const auto score = [](const RunRow* row) { return number(row && row->score ? row->score->to_string() : ""); };
    const Run& before = comparison.run_before ? *comparison.run_before : none;
    const Run& after = comparison.run_after ? *comparison.run_after : none;
    for (const indicators::RunRowChange& row : compare(before, after)) {
        const auto said = [&](std::string RunRow::*part) {
            return std::pair{text(row.before ? row.before->*part : ""), text(row.after ? row.after->*part : "")};
        };
        const auto [target_before, target_after] = said(&RunRow::target);
        const auto [actual_before, actual_after] = said(&RunRow::actual);
        const bool has_both = row.before && row.after && row.before->score && row.after->score;
        sheet.rows.push_back({text(row.code), text(row.name), target_before, target_after, actual_before, actual_after,
                              score(row.before), score(row.after),
                              number(has_both ? (*row.after->score - *row.before->score).to_string() : "")});
    }
    return sheet;
}

}  // namespace

std::vector<TableSheet> tables_of(const YearComparison& comparison)
{
    return {lines_table(comparison), months_table(comparison), indicators_table(comparison)};
}

}  // namespace app
