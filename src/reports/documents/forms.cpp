// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <string>

#include "reports/documents/figures.h"
#include "reports/documents/parts.h"

namespace reports {

namespace {

document::TableCell money_cell(base::Money money)
{
    // The sheet holds the exact yuan and shows 万元, so that its sums and rates are ours to the last fen.
    document::TableCell cell = text_cell(money.wan_yuan().to_string());
    cell.align = document::Align::right;
    cell.number = base::Decimal{money.fen(), 6}.to_string();
    cell.number_format = "#,##0.00";
    return cell;
}

document::TableCell with_fact(document::TableCell cell, const std::string& code, const YearReport& report)
{
    if (find_fact(code, report)) cell.runs.front().fact = code;
    return cell;
}

document::TableCell rate_cell(const BudgetRow& row, std::size_t at)
{
    document::TableCell cell = text_cell(row.rate.empty() ? "—" : row.rate);
    cell.align = document::Align::right;
    if (row.rate.empty()) return cell;
    const base::Decimal percent = base::Decimal::parse(row.rate.substr(0, row.rate.size() - 1)).value();
    cell.number = base::Decimal{percent.digits(), percent.scale() + 2}.to_string();
    cell.number_format = "0.00%";
    cell.formula = fmt::format("=ROUND({{{0},4}}/{{{0},3}},4)", at);
    return cell;
}

// The row's score recomputed by the sheet: MIN(weight, weight × actual / target), rounded once.
std::string score_formula(const IndicatorRow& row, std::size_t at)
{
    if (row.formula == IndicatorRow::Formula::ratio)
        return fmt::format("=ROUND(MIN({{{0},5}},{{{0},5}}*{{{0},4}}/{{{0},3}}),2)", at);
    if (row.formula == IndicatorRow::Formula::inverse_ratio)
        return fmt::format("=ROUND(MIN({{{0},5}},{{{0},5}}*{{{0},3}}/{{{0},4}}),2)", at);
    return {};
}

// What stands around a printed value.
struct Around {
    std::string before = {}, after = {};
};

// A number that the sheet computes with and shows as people write it: 90 appears as ≥90%.
document::TableCell value_cell(const std::string& printed, const std::string& number, const Around& around = {})
{
    document::TableCell cell = text_cell(around.before + printed + around.after);
    cell.align = document::Align::center;
    const auto at = printed.find(number);
    if (number.empty() || at == std::string::npos) return cell;
    const auto quoted = [](const std::string& text) { return text.empty() ? text : "\"" + text + "\""; };
    cell.number = number;
    cell.number_format = quoted(around.before + printed.substr(0, at)) + "General" +
                         quoted(printed.substr(at + number.size()) + around.after);
    return cell;
}

// The form asks for the target at the start of the year; the row is scored by the one in force, so both are shown.
Around around_target(const IndicatorRow& row)
{
    if (!row.initial_target) return {};
    if (row.initial_target->empty()) return {"年中新增：", ""};
    return {*row.initial_target + "（调整后：", "）"};
}

// How many rows from `first` on stand under the same heading; 0 where the row continues the one above it.
int rows_under(const std::vector<IndicatorRow>& rows, std::size_t first,
               const std::function<std::string(const IndicatorRow&)>& heading)
{
    if (first > 0 && heading(rows[first - 1]) == heading(rows[first])) return 0;
    std::size_t end = first;
    while (end < rows.size() && heading(rows[end]) == heading(rows[first])) ++end;
    return static_cast<int>(end - first);
}

void add_level_cell(std::vector<document::TableCell>& cells, const std::string& text, int rows)
{
    if (rows == 0) return;
    document::TableCell cell = text_cell(text);
    cell.align = document::Align::center;
    cell.row_span = rows;
    cells.push_back(std::move(cell));
}

std::vector<document::TableCell> indicator_row(const YearReport& report, std::size_t index, std::size_t at)
{
    const IndicatorRow& row = report.indicators[index];
    const std::string score_text = row.score ? row.score->to_string() : "";
    document::TableCell score = number_cell(row.score ? score_text : "未计算", score_text, "0.00");
    if (row.score) score.formula = score_formula(row, at);
    const bool computed = !score.formula.empty();
    const std::string weight = row.weight.rounded(2).to_string();
    std::vector<document::TableCell> cells;
    add_level_cell(cells, row.level1, rows_under(report.indicators, index, [](const auto& r) { return r.level1; }));
    add_level_cell(cells, row.level2,
                   rows_under(report.indicators, index, [](const auto& r) { return r.level1 + "/" + r.level2; }));
    cells.push_back(text_cell(row.name));
    cells.push_back(value_cell(row.target, computed ? row.target_number : "", around_target(row)));
    cells.push_back(with_fact(value_cell(row.actual, computed ? row.actual_number : ""), row.fact, report));
    cells.push_back(number_cell(weight, weight, "0.00"));
    cells.push_back(score);
    cells.push_back(text_cell(row.reason));
    return cells;
}

std::vector<document::TableCell> spanning(const std::string& label, int span, std::vector<document::TableCell> rest)
{
    document::TableCell head = header_cell(label);
    head.column_span = span;
    rest.insert(rest.begin(), std::move(head));
    return rest;
}

std::string text_or_dash(const std::optional<base::Decimal>& value)
{
    return value ? value->to_string() : "";
}

}  // namespace

// The rows below the total: what follows from the result, and room for the signature.
void add_closing_rows(document::Table& table, const YearReport& report)
{
    std::string measures;
    for (const IndicatorRow& row : report.indicators)
        if (!row.measure.empty()) measures += (measures.empty() ? "" : "；") + row.name + "：" + row.measure;
    for (const auto& [title, text] : {std::pair{"改进措施及结果应用方案", measures}, {"签批意见", std::string{}}}) {
        document::TableCell cell = text_cell(text);
        cell.column_span = 6;
        table.rows.push_back(spanning(title, 2, {cell}));
    }
}

document::Table score_form(const YearReport& report)
{
    document::Table table{"部门整体绩效自评表（金额单位：万元）", "自评表", {3, 4, 7, 5, 4, 3, 3, 5}, 3, {}};
    table.rows.push_back(
        spanning("单位名称", 2,
                 {text_cell(report.organisation), header_cell("年度"), text_cell(std::to_string(report.year)),
                  header_cell("评价规则"), text_cell(report.rule_set)}));
    table.rows.front()[1].column_span = 1;
    table.rows.front().back().column_span = 2;
    const BudgetRow& whole = report.budget.back();
    document::TableCell rate =
        with_fact(number_cell(text_or_dash(report.execution_score), text_or_dash(report.execution_score), "0.00"),
                  "score.execution", report);
    rate.formula = "=ROUND(MIN({1,5},{1,5}*{1,4}/{1,3}),2)";
    table.rows.push_back(spanning(
        "预算执行（调整后预算 A、执行数 B）", 3,
        {with_fact(money_cell(whole.adjusted), whole.fact_prefix + ".adjusted", report),
         with_fact(money_cell(whole.executed), whole.fact_prefix + ".executed", report),
         number_cell(report.execution_weight.rounded(2).to_string(), report.execution_weight.to_string(), "0.00"), rate,
         text_cell("执行率 " + whole.rate)}));
    table.rows.push_back({header_cell("一级指标"), header_cell("二级指标"), header_cell("三级指标"),
                          header_cell("年初目标值 (A)"), header_cell("实际完成值 (B)"), header_cell("权重"),
                          header_cell("得分"), header_cell("偏差大或目标未完成原因分析")});
    for (std::size_t i = 0; i < report.indicators.size(); ++i)
        table.rows.push_back(indicator_row(report, i, table.rows.size()));
    const std::size_t last = table.rows.size() - 1;
    document::TableCell total =
        with_fact(number_cell(text_or_dash(report.total), text_or_dash(report.total), "0.00"), "score.total", report);
    if (report.total) total.formula = fmt::format("=ROUND({{1,6}}+SUM({{3,6}}:{{{},6}}),2)", last);
    constexpr int rows_with_total = 2;
    const int total_row = static_cast<int>(table.rows.size());
    table.together = {std::max(table.header_rows, total_row - rows_with_total), total_row + 1};
    table.rows.push_back(spanning("总分", 6, {total, text_cell(report.grade.empty() ? "" : "等级：" + report.grade)}));
    add_closing_rows(table, report);
    return table;
}

document::Table budget_form(const YearReport& report)
{
    document::Table table{"预算执行情况表（单位：万元）", "预算执行", {6, 3, 3, 3, 3, 3}, 1, {}};
    table.rows.push_back({header_cell("项目"), header_cell("年初预算"), header_cell("年中增减"),
                          header_cell("调整后预算"), header_cell("执行数"), header_cell("预算执行率")});
    for (const BudgetRow& row : report.budget) {
        document::TableCell name = row.summary ? header_cell(row.name) : text_cell(row.name);
        name.align = document::Align::left;
        table.rows.push_back({name, with_fact(money_cell(row.initial), row.fact_prefix + ".initial", report),
                              with_fact(money_cell(row.changes), row.fact_prefix + ".changes", report),
                              with_fact(money_cell(row.adjusted), row.fact_prefix + ".adjusted", report),
                              with_fact(money_cell(row.executed), row.fact_prefix + ".executed", report),
                              with_fact(rate_cell(row, table.rows.size()), row.fact_prefix + ".rate", report)});
    }
    return table;
}

document::Table month_form(const YearReport& report)
{
    document::Table table{"分月执行情况表（单位：万元）", "分月执行", {3, 4, 4, 4, 4}, 1, {}};
    table.rows.push_back({header_cell("月份"), header_cell("本月执行"), header_cell("累计执行"),
                          header_cell("累计执行率"), header_cell("对照时间进度")});
    for (const MonthRow& row : report.months)
        table.rows.push_back({text_cell(row.month), money_cell(row.executed), money_cell(row.executed_to_date),
                              text_cell(row.rate_to_date), text_cell(row.light)});
    return table;
}

void append_forms(Blocks& blocks, const YearReport& report)
{
    append_heading(blocks, 1, "附表");
    blocks.emplace_back(score_form(report));
    blocks.emplace_back(budget_form(report));
    blocks.emplace_back(month_form(report));
    if (report.findings.empty()) return;
    document::Table table{"系统核对发现的事项", "核对事项", {2, 8, 5}, 1, {}};
    table.rows.push_back({header_cell("程度"), header_cell("事项"), header_cell("位置")});
    for (const FindingRow& row : report.findings)
        table.rows.push_back({text_cell(row.severity_text), text_cell(row.message), text_cell(row.places)});
    blocks.emplace_back(std::move(table));
}

}  // namespace reports
