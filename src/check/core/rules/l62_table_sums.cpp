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
    // Where there is no 其中 there is one reading; of a list longer than any form's part only the first few are tried.
    constexpr std::size_t longest_part = 12;
    const bool has_parts = std::any_of(rows.begin(), rows.end(), [](const TableRow* row) { return row->is_among; });
    const std::size_t most_hidden = has_parts ? std::min(rows.size(), longest_part) : 0;
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

void report(const Material& material, const Claim& total, const Figures& parts, std::string title, Found& findings,
            Severity severity)
{
    Finding finding{"L62",
                    "check.l62.sum",
                    severity,
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

// 数量, 人数: what is counted in whole numbers was not rounded, so that one too many is one too many.
bool is_miscounted(const Claim& total, const std::vector<const TableRow*>& rows, std::size_t column,
                   std::string_view title)
{
    if (!contains_any(title, {"数量", "人数", "个数", "次数", "批次", "人次", "场次", "户数", "辆数", "项数"}) ||
        contains_any(title, {"万", "亿"}))
        return false;
    base::Ratio sum = base::Ratio::whole(0);
    for (const TableRow* const row : rows) {
        const Claim* const part = figure_in(*row, column);
        if (row->is_among || (part && part->value.scale() > 0)) return false;
        if (part) sum = sum + exact(*part);
    }
    return total.value.scale() == 0 && sum != exact(total);
}

void judge_total_row(const Material& material, const Table& table, const TableRow& total, Found& findings)
{
    std::vector<const TableRow*> rows;
    std::vector<const TableRow*> subtotals;
    for (const TableRow& row : table.rows)
        if (!row.is_total) (row.name.ends_with("小计") ? subtotals : rows).push_back(&row);
    // A total between the rows divides groups that are not told apart here.
    const bool is_at_an_end = &total == &table.rows.front() || &total == &table.rows.back();
    if (rows.size() < 2 || !is_at_an_end) return;
    for (const auto& [column, claim] : total.figures) {
        const std::string title = column < table.titles.size() ? table.titles[column] : "";
        if (!can_be_added(title) || claim->measure == Measure::per_cent) continue;
        if (!subtotals.empty() && some_reading_adds_up(*claim, subtotals, column)) continue;
        Figures parts;
        for (const TableRow* const row : rows)
            if (const auto found = row->figures.find(column); found != row->figures.end() && !row->is_among)
                parts.push_back(found->second);
        const bool may_add_up =
            some_reading_adds_up(*claim, rows, column) && !is_miscounted(*claim, rows, column, title);
        const bool has_parts = std::any_of(rows.begin(), rows.end(), [](const TableRow* row) { return row->is_among; });
        const bool is_slip = may_add_up && !has_parts && is_whole_slip(*claim, parts);
        if ((may_add_up && !is_slip) || parts.size() < 2) continue;
        const bool is_counted = is_miscounted(*claim, rows, column, title);
        report(material, *claim, parts, title, findings, is_counted ? Severity::error : severity_of_sum(*claim, parts));
    }
}

// 用车合计 before 购置 and 运行: a column that is the sum of the ones behind it stands for them.
bool some_columns_add_up(const Claim& total, const Figures& parts)
{
    if (adds_up(total, parts)) return true;
    Figures kept;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        kept.push_back(parts[i]);
        for (std::size_t size = 2; i + size < parts.size(); ++size) {
            const auto first = parts.begin() + static_cast<std::ptrdiff_t>(i) + 1;
            if (!adds_up(*parts[i], Figures(first, first + static_cast<std::ptrdiff_t>(size)))) continue;
            i += size;
            break;
        }
    }
    return kept.size() > 1 && adds_up(total, kept);
}

struct Row {
    const TableRow* row;
    const Claim* total;
    Figures parts;
};

void judge_total_column(const Material& material, const Table& table, Found& findings)
{
    const auto found = std::find_if(table.titles.begin(), table.titles.end(), is_total_word);
    if (found == table.titles.end()) return;
    const auto at = static_cast<std::size_t>(found - table.titles.begin());
    std::vector<Row> wrong;
    std::size_t right = 0;
    for (const TableRow& row : table.rows) {
        const auto total = row.figures.find(at);
        Figures parts;
        for (const auto& [column, claim] : row.figures)
            if (column != at && column < table.titles.size() && can_be_added(table.titles[column]))
                parts.push_back(claim);
        if (total == row.figures.end() || parts.size() < 2 || parts.size() + 1 != row.figures.size()) continue;
        if (!can_be_added(row.name)) continue;
        if (some_columns_add_up(*total->second, parts))
            ++right;
        else
            wrong.push_back({&row, total->second, std::move(parts)});
    }
    // Where no row adds up, the columns are no parts of the total.
    if (right == 0 && wrong.size() > 1) return;
    for (const Row& one : wrong)
        report(material, *one.total, one.parts, one.row->name, findings, severity_of_sum(*one.total, one.parts));
}

// 其中 below a row: no part is more than the whole.
void judge_parts_of_rows(const Material& material, const Table& table, Found& findings)
{
    for (std::size_t i = 1; i < table.rows.size(); ++i) {
        const TableRow& whole = table.rows[i - 1];
        const TableRow& part = table.rows[i];
        if (!part.is_among || whole.is_among) continue;
        for (const auto& [column, claim] : part.figures) {
            const Claim* const all = figure_in(whole, column);
            const std::string title = column < table.titles.size() ? table.titles[column] : "";
            if (!all || !are_alike(*all, *claim) || !can_be_added(title) || exact(*claim) <= exact(*all) ||
                claim->measure == Measure::per_cent)
                continue;
            findings.push_back({"L62",
                                "check.l62.part",
                                Severity::error,
                                {{"title", title}, {"part", printed(*claim)}, {"printed", printed(*all)}},
                                {place_of(material.text, *claim), place_of(material.text, *all)},
                                {printed(*claim), printed(*all)}});
        }
    }
}

}  // namespace

void find_wrong_table_sums(const Material& material, Found& findings)
{
    for (const Table& table : material.tables) {
        // Two totals are of groups that are not told apart here.
        const auto is_total = [](const TableRow& row) { return row.is_total; };
        const auto total = std::find_if(table.rows.begin(), table.rows.end(), is_total);
        if (total != table.rows.end() && std::none_of(total + 1, table.rows.end(), is_total))
            judge_total_row(material, table, *total, findings);
        judge_total_column(material, table, findings);
        judge_parts_of_rows(material, table, findings);
    }
}

}  // namespace check
