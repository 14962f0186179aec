// SPDX-License-Identifier: Apache-2.0
// L05: weights that do not add up to 100. A table may leave the budget's 10 or 20 points to another one, so that less
// than 100 is wrong only where the table has the row of the budget, or a total.
#include <algorithm>

#include "check/core/relations.h"
#include "check/core/rules/all.h"
#include "check/core/scores.h"

namespace check {

namespace {

const base::Ratio all_points = base::Ratio::whole(100);

using Figures = std::vector<const Claim*>;

base::Ratio sum_as_printed(const Figures& figures)
{
    base::Ratio sum = base::Ratio::whole(0);
    for (const Claim* const figure : figures) sum = sum + base::Ratio::of(figure->value);
    return sum;
}

void report(const Material& material, const Figures& figures, const Block* total, Found& findings)
{
    std::string sum;
    Finding finding{"L05", "check.l05.weights", Severity::error};
    if (total) finding.places.push_back(place_of(*total, total->cells.front().at, total->text.size()));
    for (const Claim* const figure : figures) {
        sum += (sum.empty() ? "" : "+") + figure->value.to_string();
        finding.places.push_back(total ? place_of(material.text, *figure) : place_with_label(material.text, *figure));
        finding.numbers.push_back(printed(*figure));
    }
    finding.args = {{"sum", sum},
                    {"computed", sum_as_printed(figures).rounded(2).without_trailing_zeros().to_string()}};
    findings.push_back(std::move(finding));
}

void judge_table(const Material& material, const std::vector<Table>& tables, std::size_t index, Found& findings)
{
    const Table& table = tables[index];
    const std::size_t column = weight_column(table);
    const bool is_form_of_money = column_of(table, {"执行数", "决算数", "支出"}) < table.titles.size();
    if (column >= table.titles.size() || is_form_of_money) return;
    Figures weights;
    const Block* total = nullptr;
    bool has_budget = false;
    for (const TableRow& row : table.rows) {
        const Claim* const weight = figure_in(row, column);
        const bool is_sum = std::any_of(row.words.begin(), row.words.end(), [](const auto& word) {
            return is_total_word(word.second) || word.second == "小计";
        });
        if (is_sum && is_total_word(row.name)) total = row.block;
        if (!weight || is_sum) continue;
        has_budget = has_budget || row.block->text.find("执行率") != std::string::npos ||
                     row.block->text.find("预算执行") != std::string::npos;
        weights.push_back(weight);
    }
    const base::Ratio sum = sum_as_printed(weights);
    if (weights.size() < 3 || sum == all_points) return;
    if (sum < all_points && !has_budget && !total) return;
    if (sum < all_points && is_in_money_before(tables, index, all_points - sum)) return;
    report(material, weights, total, findings);
}

// 权重分别为：产出指标50%、效益指标30%、满意度指标10%。
void judge_prose(const Material& material, std::size_t block, Found& findings)
{
    const std::string& text = material.text.blocks[block].text;
    const std::size_t begin = std::min(text.find("权重分别"), text.find("分值分别"));
    if (begin == std::string::npos) return;
    const std::size_t end = std::min(text.find("。", begin), text.size());
    Figures weights;
    for (const Claim& claim : material.of_block(block))
        if (claim.at > begin && claim.at < end &&
            (claim.measure == Measure::per_cent || claim.measure == Measure::points))
            weights.push_back(&claim);
    const bool is_one_measure = std::all_of(
        weights.begin(), weights.end(), [&](const Claim* claim) { return claim->measure == weights.front()->measure; });
    if (weights.size() >= 3 && is_one_measure && sum_as_printed(weights) != all_points)
        report(material, weights, nullptr, findings);
}

}  // namespace

void find_wrong_weights(const Material& material, Found& findings)
{
    const std::vector<Table>& tables = material.tables;
    for (std::size_t i = 0; i < tables.size(); ++i) judge_table(material, tables, i, findings);
    for (std::size_t block = 0; block < material.text.blocks.size(); ++block)
        if (material.text.blocks[block].kind != Block::Kind::row) judge_prose(material, block, findings);
}

}  // namespace check
