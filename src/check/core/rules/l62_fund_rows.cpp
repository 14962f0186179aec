// SPDX-License-Identifier: Apache-2.0
// L62: the rows of money of the self-evaluation form: 年度资金总额, below it 其中 and the sources down to 其他资金. The
// form leaves no source out, so that they give the total.
#include <algorithm>

#include "check/core/relations.h"
#include "check/core/rules/all.h"
#include "check/core/tables.h"

namespace check {

namespace {

constexpr std::size_t most_sources = 8;

bool is_fund_total(const std::string& name)
{
    return name.starts_with("年度资金总额") || name.starts_with("资金总额") || name == "总额" || name == "总额：" ||
           name.starts_with("项目资金总额");
}

// The rows from 其中 to 其他资金; empty where the form was changed.
std::vector<const TableRow*> sources_of(const Table& table, std::size_t total)
{
    std::vector<const TableRow*> rows;
    for (std::size_t i = total + 1; i < table.rows.size() && rows.size() < most_sources; ++i) {
        const TableRow& row = table.rows[i];
        if (row.is_among != rows.empty()) return {};
        rows.push_back(&row);
        if (row.name.find("其他资金") != std::string::npos) return rows;
    }
    return {};
}

bool is_of_money(const Table& table, std::size_t column)
{
    return column < table.titles.size() &&
           contains_any(table.titles[column], {"预算", "执行数", "到位", "支出", "决算", "金额"}) &&
           !contains_any(table.titles[column], {"率", "%", "分值", "得分"});
}

void judge(const Material& material, const Table& table, const TableRow& total,
           const std::vector<const TableRow*>& rows, Found& findings)
{
    for (const auto& [column, claim] : total.figures) {
        if (!is_of_money(table, column) || claim->measure == Measure::per_cent) continue;
        std::vector<const Claim*> parts;
        for (const TableRow* const row : rows)
            if (const Claim* const part = figure_in(*row, column)) parts.push_back(part);
        // A single source that is more than all of them is told of as a part (l62_table_sums.cpp).
        const bool is_told = parts.size() == 1 && exact(*parts.front()) > exact(*claim);
        if (parts.empty() || is_told || adds_up(*claim, parts)) continue;
        // A source that was left empty may be what is lacking.
        const bool may_lack = parts.size() < rows.size() && sum_of(parts) < exact(*claim);
        Finding finding{"L62",
                        "check.l62.sum",
                        may_lack ? Severity::warning : severity_of_sum(*claim, parts),
                        {{"title", table.titles[column]},
                         {"computed", shown_in_unit_of(*claim, sum_of(parts))},
                         {"printed", printed(*claim)}},
                        {place_of(material.text, *claim)},
                        {printed(*claim)}};
        for (const Claim* const part : parts) {
            finding.places.push_back(place_of(material.text, *part));
            finding.numbers.push_back(printed(*part));
        }
        findings.push_back(std::move(finding));
    }
}

}  // namespace

void find_wrong_fund_rows(const Material& material, Found& findings)
{
    for (const Table& table : material.tables)
        for (std::size_t i = 0; i < table.rows.size(); ++i) {
            if (!is_fund_total(table.rows[i].name)) continue;
            const std::vector<const TableRow*> rows = sources_of(table, i);
            if (!rows.empty()) judge(material, table, table.rows[i], rows, findings);
        }
}

}  // namespace check
