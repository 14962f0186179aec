// SPDX-License-Identifier: Apache-2.0
// L62: the sums of a table: a row 合计 over the rows above or below it, a column 合计 over the columns before it.
#include <algorithm>

#include "check/core/relations.h"
#include "check/core/rules/all.h"
#include "check/core/tables.h"

namespace check {

namespace {

using Figures = std::vector<const Claim*>;

// 其中 begins the parts of the row before it; how many of the rows behind it belong to them, nobody says. True where
// some way of reading them gives the total.
bool some_reading_adds_up(const Claim& total, const std::vector<const TableRow*>& rows, std::size_t column)
{
    const auto figure = [column](const TableRow& row) {
        const auto found = row.figures.find(column);
        return found == row.figures.end() ? nullptr : found->second;
    };
    const std::size_t most_hidden = rows.size();
    for (std::size_t hidden = 0; hidden <= most_hidden; ++hidden) {
        Figures kept;
        std::size_t left = 0;
        for (const TableRow* const row : rows) {
            if (row->is_among) left = hidden + 1;
            if (left > 0) {
                --left;
                continue;
            }
            if (const Claim* const claim = figure(*row)) kept.push_back(claim);
        }
        if (kept.empty() || adds_up(total, kept)) return true;
    }
    return false;
}

void report(const Material& material, const Claim& total, const Figures& parts, std::string title, Findings& findings)
{
    Finding finding{"L62",
                    "check.l62.sum",
                    Severity::error,
                    {{"title", std::move(title)},
                     {"computed", shown_in_unit_of(total, sum_of(parts))},
                     {"printed", printed(total)}},
                    {place_of(material.text, total)},
                    {printed(total)}};
    for (const Claim* const part : parts) {
        finding.places.push_back(place_of(material.text, *part));
        finding.numbers.push_back(printed(*part));
    }
    findings.push_back(std::move(finding));
}

bool can_be_added(std::string_view title)
{
    return !contains_any(title, {"率", "%", "比重", "占比", "单价", "序号", "标准", "年度", "目标", "指标值", "完成值",
                                 "均", "权重", "分值", "得分", "评分", "增减", "变动"});
}

void judge_total_row(const Material& material, const Table& table, const TableRow& total, Findings& findings)
{
    std::vector<const TableRow*> rows;
    std::vector<const TableRow*> subtotals;
    for (const TableRow& row : table.rows)
        if (!row.is_total) (row.name.ends_with("小计") ? subtotals : rows).push_back(&row);
    // A total between the rows divides groups that are not told apart here.
    const bool is_at_an_end = &total == &table.rows.front() || &total == &table.rows.back();
    const auto totals =
        std::count_if(table.rows.begin(), table.rows.end(), [](const TableRow& row) { return row.is_total; });
    if (rows.size() < 2 || totals != 1 || !is_at_an_end) return;
    for (const auto& [column, claim] : total.figures) {
        const std::string title = column < table.titles.size() ? table.titles[column] : "";
        if (!can_be_added(title) || claim->measure == Measure::per_cent) continue;
        if (some_reading_adds_up(*claim, rows, column)) continue;
        if (!subtotals.empty() && some_reading_adds_up(*claim, subtotals, column)) continue;
        Figures parts;
        for (const TableRow* const row : rows)
            if (const auto found = row->figures.find(column); found != row->figures.end() && !row->is_among)
                parts.push_back(found->second);
        if (parts.size() >= 2) report(material, *claim, parts, title, findings);
    }
}

void judge_total_column(const Material& material, const Table& table, Findings& findings)
{
    const auto found = std::find_if(table.titles.begin(), table.titles.end(), is_total_word);
    if (found == table.titles.end()) return;
    const auto at = static_cast<std::size_t>(found - table.titles.begin());
    for (const TableRow& row : table.rows) {
        const auto total = row.figures.find(at);
        Figures parts;
        for (const auto& [column, claim] : row.figures)
            if (column != at && column < table.titles.size() && can_be_added(table.titles[column]))
                parts.push_back(claim);
        if (total == row.figures.end() || parts.size() < 2 || parts.size() + 1 != row.figures.size()) continue;
        if (!adds_up(*total->second, parts)) report(material, *total->second, parts, row.name, findings);
    }
}

}  // namespace

void find_wrong_table_sums(const Material& material, Findings& findings)
{
    for (const Table& table : tables_of(material)) {
        for (const TableRow& row : table.rows)
            if (row.is_total) judge_total_row(material, table, row, findings);
        judge_total_column(material, table, findings);
    }
}

}  // namespace check
