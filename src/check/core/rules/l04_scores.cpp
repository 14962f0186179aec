// SPDX-License-Identifier: Apache-2.0
// L04: a score beyond its weight. L09: full marks for a target that was missed.
#include "check/core/relations.h"
#include "check/core/rules/all.h"
#include "check/core/scores.h"

namespace check {

namespace {

void judge(const Material& material, const Scored& scored, Found& findings)
{
    if (scored.score->value <= scored.weight->value) return;
    findings.push_back({"L04",
                        "check.l04.beyond",
                        Severity::error,
                        {{"score", printed(*scored.score)}, {"weight", printed(*scored.weight)}},
                        {place_of(material.text, *scored.score), place_with_label(material.text, *scored.weight)},
                        {printed(*scored.score), printed(*scored.weight)}});
}

void judge_full_marks(const Material& material, const Aimed& aimed, const Scored& scored, Found& findings)
{
    if (!is_unmet(aimed) || scored.score->value != scored.weight->value || scored.weight->value.is_zero()) return;
    findings.push_back({"L09",
                        "check.l09.full",
                        Severity::warning,
                        {{"target", aimed.sign + printed(*aimed.target)},
                         {"actual", printed(*aimed.actual)},
                         {"score", printed(*scored.score)}},
                        {place_of(material.text, *scored.score), place_of(material.text, *aimed.actual),
                         place_of(material.text, *aimed.target)},
                        {printed(*scored.score), printed(*aimed.actual), printed(*aimed.target)}});
}

}  // namespace

void find_wrong_scores(const Material& material, Found& findings)
{
    const std::vector<Scored> in_prose = scores_in_prose(material);
    for (const Scored& scored : in_prose) judge(material, scored, findings);
    for (const Aimed& aimed : aimed_in_prose(material))
        for (const Scored& scored : in_prose)
            if (scored.weight->block == aimed.actual->block && scored.weight->sentence == aimed.actual->sentence &&
                scored.weight->at > aimed.actual->at)
                judge_full_marks(material, aimed, scored, findings);
    for (const Table& table : material.tables) {
        const std::vector<Scored> scores = scores_in_table(table);
        for (const Scored& scored : scores) judge(material, scored, findings);
        for (const Aimed& aimed : aimed_in_table(table))
            if (const Scored* const scored = scored_in(scores, aimed.actual->block))
                judge_full_marks(material, aimed, *scored, findings);
    }
}

}  // namespace check
