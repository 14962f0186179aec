// SPDX-License-Identifier: Apache-2.0
// L20: one thing with two values. Satisfaction of the same people, and a rate or an amount under the same full name,
// cannot have two; a count of the same kind of thing may have two scopes.
#include <algorithm>
#include <map>
#include <set>

#include "check/core/relations.h"
#include "check/core/rules/all.h"
#include "chinese/letters.h"

namespace check {

namespace {

// Words for people who are asked; two claims that name the same ones speak of the same people.
constexpr std::array<std::string_view, 18> people{"就餐", "用餐", "参会", "职工", "群众", "服务对象",
                                                  "师生", "学生", "家长", "患者", "企业", "居民",
                                                  "业主", "游客", "培训", "单位", "干部", "村民"};

std::set<std::string_view> people_in(std::string_view words)
{
    std::set<std::string_view> found;
    for (const std::string_view word : people)
        if (words.find(word) != std::string_view::npos) found.insert(word == "用餐" ? "就餐" : word);
    return found;
}

struct Satisfaction {
    std::set<std::string_view> of;
    const Claim* claim;
};

// The last cell with words before a figure: the name of the indicator that the row is about.
std::string_view name_before(const Block& row, std::size_t at)
{
    std::string_view name;
    for (const TableCell& cell : row.cells)
        if (cell.at < at && cell.size > 0) name = row.cell(cell);
    return name;
}

// 职工就餐满意度达到90%, or a row of a table that is about satisfaction with a target or a result.
std::vector<Satisfaction> satisfactions(const Material& material)
{
    std::vector<Satisfaction> found;
    for (const Claim& claim : material.claims) {
        const Block& block = material.text.blocks[claim.block];
        const bool is_row = block.kind == Block::Kind::row;
        const std::string_view words = is_row ? name_before(block, claim.at) : std::string_view{claim.label};
        if (words.find("满意") == std::string_view::npos || claim.value.is_zero()) continue;
        if (claim.measure != Measure::per_cent && !(is_row && claim.unit.empty())) continue;
        if (contains_any(words, {"目标", "≥", "不低于", "上年", "提高", "问卷", "发放"}) || !claim.sign.empty())
            continue;
        // 已完成100% in a row is how much was done, not how satisfied they were.
        if (is_row && contains_any(claim.label, {"完成"})) continue;
        if (auto of = people_in(words); !of.empty()) found.push_back({std::move(of), &claim});
    }
    return found;
}

void report(const Material& material, const char* code, Severity severity, const Claim& a, const Claim& b,
            std::string what, Findings& findings)
{
    findings.push_back({"L20",
                        code,
                        severity,
                        {{"what", std::move(what)}, {"first", printed(a)}, {"second", printed(b)}},
                        {place_with_label(material.text, a), place_with_label(material.text, b)},
                        {printed(a), printed(b)}});
}

void compare_satisfactions(const Material& material, Findings& findings)
{
    const std::vector<Satisfaction> all = satisfactions(material);
    for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t k = i + 1; k < all.size(); ++k) {
            if (all[i].of != all[k].of || all[i].claim->value == all[k].claim->value) continue;
            if (all[i].claim->block == all[k].claim->block) continue;
            report(material, "check.L20.value", Severity::error, *all[i].claim, *all[k].claim, "满意度", findings);
        }
}

// What a count counts: 承办各类会议次数1930次 and 1479场会议 both count 会议.
constexpr std::array<std::string_view, 4> counted{"会议", "培训", "食堂", "公文"};

std::string_view kind_of(const Claim& claim)
{
    const bool is_event = claim.unit == "次" || claim.unit == "场" || claim.unit == "个" || claim.unit == "件";
    if (claim.measure != Measure::count || !is_event) return {};
    for (const std::string_view kind : counted) {
        const bool is_before = claim.label.ends_with(kind) || claim.label.ends_with(std::string{kind} + "次数") ||
                               claim.label.ends_with(std::string{kind} + "数量") ||
                               claim.label.ends_with(std::string{kind} + "场次");
        if (is_before || chinese::compact(claim.tail).starts_with(kind)) return kind;
    }
    return {};
}

// 其中, 组织, 参加 …: a part of the count, not the count.
bool is_part(const Claim& claim)
{
    return contains_any(claim.label, {"其中", "目标", "计划", "上年", "去年", "≥", "参加"}) || !claim.sign.empty() ||
           claim.is_about;
}

void compare_counts(const Material& material, Findings& findings)
{
    std::map<std::string_view, const Claim*> first;
    for (const Claim& claim : material.claims) {
        const std::string_view kind = kind_of(claim);
        if (kind.empty() || is_part(claim)) continue;
        const auto [known, is_new] = first.try_emplace(kind, &claim);
        const Claim& other = *known->second;
        if (is_new || other.value == claim.value || other.block == claim.block) continue;
        report(material, "check.L20.scope", Severity::warning, other, claim, std::string{kind}, findings);
    }
}

// 测量面积 73200m² and 实测总面积13.41万m²: one thing surveyed, two areas.
void compare_areas(const Material& material, Findings& findings)
{
    const Claim* first = nullptr;
    for (const Claim& claim : material.claims) {
        if (claim.measure != Measure::area ||
            !contains_any(claim.label, {"测量面积", "实测总面积", "实测面积", "测绘面积"}))
            continue;
        if (is_part(claim) || contains_any(claim.label, {"土地", "宗地"})) continue;
        if (first && exact(*first) != exact(claim))
            report(material, "check.L20.scope", Severity::warning, *first, claim, "测量面积", findings);
        else if (!first)
            first = &claim;
    }
}

// A rate or an amount with its whole name: 2024年度部门预算总额.
void compare_named(const Material& material, Findings& findings)
{
    constexpr std::size_t long_name = 8;
    std::map<std::string, const Claim*> named;
    for (const Claim& claim : material.claims) {
        const bool has_name = chinese::letter_count(claim.label) >= long_name &&
                              contains_any(claim.label, {"总额", "总计", "合计", "总数", "满意度", "达标率", "合格率"});
        if (!has_name || material.text.blocks[claim.block].kind == Block::Kind::row || is_part(claim) ||
            claim.measure == Measure::points)
            continue;
        const auto [known, is_new] = named.try_emplace(claim.label, &claim);
        if (is_new || !are_alike(*known->second, claim) || exact(*known->second) == exact(claim)) continue;
        report(material, "check.L20.value", Severity::error, *known->second, claim, claim.label, findings);
    }
}

}  // namespace

void find_two_values(const Material& material, Findings& findings)
{
    compare_satisfactions(material, findings);
    compare_counts(material, findings);
    compare_areas(material, findings);
    compare_named(material, findings);
}

}  // namespace check
