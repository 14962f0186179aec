// SPDX-License-Identifier: Apache-2.0
#include "check/core/scores.h"

#include <algorithm>

#include "check/core/relations.h"

namespace check {

namespace {

bool says_weight(const Claim& claim)
{
    return claim.measure == Measure::points && contains_any(claim.label, {"满分", "分值", "权重"});
}

bool says_score(const Claim& claim)
{
    return claim.measure == Measure::points && contains_any(claim.label, {"得", "评分", "自评"}) &&
           !contains_any(claim.label, {"满分", "分值", "权重", "扣", "目标"});
}

bool says_target(const Claim& claim)
{
    return contains_any(claim.label,
                        {"目标", "指标值", "任务", "计划", "应", "不少于", "不低于", "不超过", "不高于"}) &&
           (!contains_any(claim.label, {"完成"}) ||
            contains_any(claim.label, {"计划完成", "应完成", "目标完成", "拟完成", "任务完成"})) &&
           !contains_any(claim.label, {"实际", "上年", "达到", "比", "较", "超", "得分"});
}

bool says_actual(const Claim& claim)
{
    return contains_any(claim.label, {"完成", "实际", "已", "达"}) &&
           !contains_any(claim.label, {"未", "剩余", "目标", "计划", "比", "较", "占", "率", "原因"}) &&
           claim.sign.empty();
}

}  // namespace

std::vector<Scored> scores_in_prose(const Material& material)
{
    std::vector<Scored> found;
    const Claim* weight = nullptr;
    for (const Claim& claim : material.claims) {
        if (material.text.blocks[claim.block].kind == Block::Kind::row) continue;
        if (weight && (weight->block != claim.block || weight->sentence + 1 < claim.sentence)) weight = nullptr;
        if (says_weight(claim)) {
            weight = &claim;
        } else if (weight && says_score(claim)) {
            found.push_back({weight, &claim});
            weight = nullptr;
        }
    }
    return found;
}

std::size_t weight_column(const Table& table)
{
    return column_of(table, {"分值", "权重", "满分"}, {"得分"});
}

std::size_t score_column(const Table& table)
{
    return column_of(table, {"得分", "评分", "自评分"}, {"标准", "办法", "说明", "依据", "率"});
}

std::vector<Scored> scores_in_table(const Table& table)
{
    std::vector<Scored> found;
    const std::size_t weights = weight_column(table);
    const std::size_t scores = score_column(table);
    for (const TableRow& row : table.rows) {
        const Claim* const weight = figure_in(row, weights);
        const Claim* const score = figure_in(row, scores);
        if (weight && score && weight->measure != Measure::per_cent) found.push_back({weight, score});
    }
    return found;
}

const Scored* scored_in(const std::vector<Scored>& scores, std::size_t block)
{
    const auto found = std::lower_bound(scores.begin(), scores.end(), block, [](const Scored& one, std::size_t wanted) {
        return one.score->block < wanted;
    });
    return found == scores.end() || found->score->block != block ? nullptr : &*found;
}

bool is_in_money_before(const std::vector<Table>& tables, std::size_t table, base::Ratio figure)
{
    if (table == 0) return false;
    const Table& before = tables[table - 1];
    const bool is_money = column_of(before, {"执行率", "执行数", "执行额"}) < before.titles.size();
    return std::any_of(before.rows.begin(), before.rows.end(), [&](const TableRow& row) {
        if (!is_money && row.name.find("执行") == std::string::npos) return false;
        return std::any_of(row.figures.begin(), row.figures.end(),
                           [&](const auto& one) { return base::Ratio::of(one.second->value) == figure; });
    });
}

std::vector<Aimed> aimed_in_prose(const Material& material)
{
    std::vector<Aimed> found;
    for (std::size_t i = 0; i + 1 < material.claims.size(); ++i) {
        const Claim& target = material.claims[i];
        const Claim& actual = material.claims[i + 1];
        const bool is_pair = target.block == actual.block && target.sentence == actual.sentence &&
                             material.text.blocks[target.block].kind != Block::Kind::row && says_target(target) &&
                             says_actual(actual) && are_alike(target, actual);
        if (is_pair && target.measure != Measure::points && !target.is_about)
            found.push_back({&target, &actual, target.sign});
    }
    return found;
}

namespace {

// 98% beside a bare 100, whose unit stands in a column of its own. A bare amount may be in another unit of money.
bool can_be_compared(const Claim& target, const Claim& actual)
{
    const auto is_plain = [](const Claim& claim) {
        return claim.measure == Measure::per_cent || claim.measure == Measure::count;
    };
    const bool lacks_unit = target.unit.empty() || actual.unit.empty();
    return are_alike(target, actual) || (lacks_unit && is_plain(target) && is_plain(actual));
}

// 指标性质 ≤, or the sign alone in the cell before the target's.
std::string sign_of(const TableRow& row, std::size_t named, std::size_t target, const Claim& aim)
{
    if (!aim.sign.empty()) return aim.sign;
    for (const std::size_t column : {named, target - std::min<std::size_t>(target, 1)}) {
        const auto word = row.words.find(column);
        if (word == row.words.end() || column == target) continue;
        if (word->second == "反向" || word->second == "逆向" || word->second == "负向") return "≤";
        if (const WrittenSign sign = sign_at_end(word->second); sign.size > 0 && sign.size == word->second.size())
            return std::string{sign.meant};
    }
    return "";
}

}  // namespace

std::vector<Aimed> aimed_in_table(const Table& table)
{
    const std::size_t target = column_of(table, {"目标", "指标值", "计划"}, {"完成", "原因", "实际"});
    const std::size_t actual =
        column_of(table, {"完成值", "实际", "完成", "全年值"}, {"情况分析", "原因", "率", "目标"});
    const std::size_t signs = column_of(table, {"指标性质", "计算符号", "符号", "指标方向"});
    std::vector<Aimed> found;
    for (const TableRow& row : table.rows) {
        const Claim* const aim = figure_in(row, target);
        const Claim* const reached = figure_in(row, actual);
        if (aim && reached && can_be_compared(*aim, *reached))
            found.push_back({aim, reached, sign_of(row, signs, target, *aim), &table, &row});
    }
    return found;
}

bool is_unmet(const Aimed& aimed)
{
    return is_less_better(aimed) ? exact(*aimed.actual) > exact(*aimed.target)
                                 : exact(*aimed.actual) < exact(*aimed.target);
}

bool is_less_better(const Aimed& aimed)
{
    return aimed.sign == "≤" || aimed.sign == "<" ||
           ends_with_any(aimed.target->label, {"不超过", "不高于", "控制在", "以内"}) ||
           aimed.target->tail.starts_with("以内") || aimed.target->tail.starts_with("以下");
}

}  // namespace check
