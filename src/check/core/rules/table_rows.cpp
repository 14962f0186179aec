// SPDX-License-Identifier: Apache-2.0
// L02, L03 and L61 in tables: the columns of a row belong together. The form's rate is B/A with A the adjusted budget
// of the whole year; where a table has no such column, any budget may be meant.
#include <algorithm>

#include <re2/re2.h>

#include "check/core/relations.h"
#include "check/core/rules/all.h"
#include "check/core/tables.h"

namespace check {

namespace {

using Columns = std::vector<std::size_t>;

Columns columns_of(const Table& table, std::initializer_list<std::string_view> words,
                   std::initializer_list<std::string_view> but)
{
    Columns found;
    for (std::size_t i = 0; i < table.titles.size(); ++i)
        if (contains_any(table.titles[i], words) && !contains_any(table.titles[i], but)) found.push_back(i);
    return found;
}

Columns plans_of(const Table& table)
{
    Columns whole_year = columns_of(table, {"全年预算", "调整后", "调整预算"}, {"率", "得分"});
    if (!whole_year.empty()) return whole_year;
    return columns_of(table, {"预算", "计划", "到位", "下达", "安排"},
                      {"率", "得分", "执行", "支出", "分值", "差", "增减"});
}

// Where a table says what: found once for all of its rows.
struct Where {
    explicit Where(const Table& table)
        : plans{plans_of(table)},
          rates{column_of(table, {"执行率", "支付率", "支出率", "执行进度", "支出进度", "使用率"}, {"得分"})},
          dones{column_of(table, {"执行数", "执行金额", "决算", "支出", "支付", "执行额"},
                          {"率", "进度", "预算", "得分", "差"})},
          initial{columns_of(table, {"年初预算", "年初批复", "年初数"}, {"率"})},
          added{columns_of(table, {"追加", "调增"}, {"率", "后", "追减", "调减"})},
          cut{columns_of(table, {"追减", "调减"}, {"率", "后", "追加", "调增"})},
          adjusted{columns_of(table, {"全年预算", "调整后", "调整预算"}, {"率"})},
          changes{column_of(table, {"增减比例", "增减率", "增长率", "增幅", "增减%", "增减（%）", "变动率", "增减幅"})},
          differences{column_of(table, {"增减额", "增减数", "增减金额", "变动额", "增减量"})}
    {
    }

    Columns plans;
    std::size_t rates;
    std::size_t dones;
    Columns initial;
    Columns added;
    Columns cut;
    Columns adjusted;
    std::size_t changes;
    std::size_t differences;
};

void judge_rate(const Material& material, const Where& where, const TableRow& row, Found& findings)
{
    const Claim* const rate = figure_in(row, where.rates);
    const Claim* const done = figure_in(row, where.dones);
    if (!rate || !done) return;
    // A bare 0.98 is a rate of another kind of writing: of one, not of a hundred.
    const bool is_of_one = rate->measure != Measure::per_cent && rate->value <= base::Decimal::whole(2);
    if (is_of_one) return;
    const Claim* nearest = nullptr;
    Fit best = Fit::off;
    for (const std::size_t column : where.plans) {
        const Claim* const plan = figure_in(row, column);
        if (!plan || !are_alike(*plan, *done)) continue;
        nearest = plan;
        best = std::min(best, share_fit(*done, *plan, *rate));
    }
    if (!nearest || best == Fit::agrees) return;
    findings.push_back(
        {"L02",
         "check.l02.rate",
         severity_of(best),
         {{"done", printed(*done)},
          {"plan", printed(*nearest)},
          {"computed", shown_rate(exact(*done), exact(*nearest), *rate)},
          {"printed", printed(*rate)}},
         {place_of(material.text, *rate), place_of(material.text, *done), place_of(material.text, *nearest)},
         {printed(*rate), printed(*done), printed(*nearest)}});
}

const Claim* only_figure(const TableRow& row, const Columns& columns)
{
    return columns.size() == 1 ? figure_in(row, columns.front()) : nullptr;
}

void judge_adjusted(const Material& material, const Where& where, const TableRow& row, Found& findings)
{
    const Claim* const initial = only_figure(row, where.initial);
    const Claim* const added = only_figure(row, where.added);
    const Claim* const cut = only_figure(row, where.cut);
    const Claim* const adjusted = only_figure(row, where.adjusted);
    if (!initial || !adjusted || (!added && !cut)) return;
    const base::Ratio zero = base::Ratio::whole(0);
    const base::Ratio sum = exact(*initial) + (added ? exact(*added) : zero) - (cut ? exact(*cut) : zero);
    const base::Ratio off = sum > exact(*adjusted) ? sum - exact(*adjusted) : exact(*adjusted) - sum;
    if (off <= most_rounding({initial, added, cut, adjusted})) return;
    Finding finding{"L03",
                    "check.l03.adjusted",
                    Severity::error,
                    {{"initial", printed(*initial)},
                     {"added", added ? printed(*added) : "0"},
                     {"cut", cut ? printed(*cut) : "0"},
                     {"computed", shown_in_unit_of(*adjusted, sum)},
                     {"printed", printed(*adjusted)}}};
    for (const Claim* const claim : {adjusted, initial, added, cut}) {
        if (!claim) continue;
        finding.places.push_back(place_of(material.text, *claim));
        finding.numbers.push_back(printed(*claim));
    }
    findings.push_back(std::move(finding));
}

// 2023年 before 2024年, 上年数 before 本年数; where the titles do not say, the nearer year stands first.
bool is_earlier(const std::string& title, const std::string& other)
{
    static const RE2 year{"(20\\d\\d)"};
    int a = 0;
    int b = 0;
    if (RE2::PartialMatch(title, year, &a) && RE2::PartialMatch(other, year, &b)) return a < b;
    return contains_any(title, {"上年", "去年", "上期"});
}

// A year's column (2024年, 本年, 上年) beside the change in per cent.
void judge_change(const Material& material, const Table& table, const Where& where, const TableRow& row,
                  Found& findings)
{
    const std::size_t differences = where.differences;
    const Claim* const rate = figure_in(row, where.changes);
    const Claim* const difference = figure_in(row, differences);
    if (!rate || !difference || differences < 2) return;
    const bool is_year_before_first = is_earlier(table.titles[differences - 2], table.titles[differences - 1]);
    const Claim* const now = figure_in(row, differences - (is_year_before_first ? 1 : 2));
    const Claim* const before = figure_in(row, differences - (is_year_before_first ? 2 : 1));
    // A form's merged head may stand over other columns than its own.
    if (!now || !before || !are_alike(*now, *before) || !are_alike(*now, *difference)) return;
    const base::Ratio half = half_digit(*now) + half_digit(*before);
    const base::Ratio change =
        exact(*now) > exact(*before) ? exact(*now) - exact(*before) : exact(*before) - exact(*now);
    const Fit fit = share_fit(change, half, exact(*before), half_digit(*before), *rate);
    if (fit == Fit::agrees || before->value.is_zero() || now->value.is_zero()) return;
    findings.push_back(
        {"L61",
         "check.l61.from_to",
         severity_of(fit),
         {{"from", printed(*before)},
          {"to", printed(*now)},
          {"computed", shown_rate(change, exact(*before), *rate)},
          {"printed", printed(*rate)}},
         {place_of(material.text, *rate), place_of(material.text, *before), place_of(material.text, *now)},
         {printed(*rate), printed(*before), printed(*now)}});
}

}  // namespace

void find_wrong_table_rows(const Material& material, Found& findings)
{
    for (const Table& table : material.tables) {
        const Where where{table};
        for (const TableRow& row : table.rows) {
            judge_rate(material, where, row, findings);
            judge_adjusted(material, where, row, findings);
            judge_change(material, table, where, row, findings);
        }
    }
}

}  // namespace check
