// SPDX-License-Identifier: Apache-2.0
// L28: a result more than 30 per cent worse than its target without a word about why. Where the table asks for the
// reason and the cell is empty, a required statement is absent: a warning; elsewhere a note. Far better is L54's
// matter.
#include <algorithm>

#include "check/core/relations.h"
#include "check/core/rules/all.h"
#include "check/core/scores.h"

namespace check {

namespace {

constexpr std::size_t paragraphs_on = 2;
const base::Ratio far_below = base::Ratio::reduced(7, 10);
const base::Ratio far_above = base::Ratio::reduced(13, 10);

bool says_why(std::string_view text)
{
    return contains_any(text, {"原因", "由于", "因", "主要是", "受", "未开工", "取消", "调整", "减少", "动态"});
}

bool is_far_off(const Aimed& aimed)
{
    const Claim& target = *aimed.target;
    if (target.value.is_zero() || target.measure == Measure::points || !is_unmet(aimed)) return false;
    return exact(*aimed.actual) < exact(target) * far_below || exact(*aimed.actual) > exact(target) * far_above;
}

std::size_t reason_column(const Table& table)
{
    return column_of(table, {"原因", "偏差", "说明", "备注"});
}

void report(const Material& material, const Aimed& aimed, Severity severity, Found& findings)
{
    findings.push_back(
        {"L28",
         "check.l28.reason",
         severity,
         {{"target", aimed.sign + printed(*aimed.target)},
          {"actual", printed(*aimed.actual)},
          {"computed", shown_rate(exact(*aimed.actual), exact(*aimed.target), *aimed.actual)}},
         {place_with_label(material.text, *aimed.actual), place_with_label(material.text, *aimed.target)},
         {printed(*aimed.actual), printed(*aimed.target)}});
}

}  // namespace

void find_unexplained_deviations(const Material& material, Found& findings)
{
    for (const Aimed& aimed : aimed_in_prose(material)) {
        if (!is_far_off(aimed)) continue;
        const std::size_t first = aimed.actual->block;
        const std::size_t end = std::min(first + paragraphs_on, material.text.blocks.size());
        const bool is_explained = std::any_of(material.text.blocks.begin() + static_cast<std::ptrdiff_t>(first),
                                              material.text.blocks.begin() + static_cast<std::ptrdiff_t>(end),
                                              [](const Block& block) { return says_why(block.text); });
        if (!is_explained) report(material, aimed, Severity::note, findings);
    }
    for (const Table& table : material.tables) {
        const std::size_t reasons = reason_column(table);
        const bool asks = reasons < table.titles.size() && table.titles[reasons].find("原因") != std::string::npos;
        for (const Aimed& aimed : aimed_in_table(table)) {
            if (!is_far_off(aimed) || aimed.row->words.contains(reasons) || says_why(aimed.row->block->text)) continue;
            report(material, aimed, asks ? Severity::warning : Severity::note, findings);
        }
    }
}

}  // namespace check
