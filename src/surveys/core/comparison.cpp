// SPDX-License-Identifier: Apache-2.0
#include "surveys/core/comparison.h"

#include <algorithm>
#include <tuple>

namespace surveys {

std::optional<base::Decimal> ComparedQuestion::difference() const
{
    const auto share_before = before.share();
    const auto share_after = after.share();
    if (!share_before || !share_after) return std::nullopt;
    return *share_after - *share_before;
}

Verdict ComparedQuestion::verdict() const
{
    const auto range_before = before.interval();
    const auto range_after = after.interval();
    if (!range_before || !range_after) return Verdict::no_answers;
    if (range_before->high < range_after->low) return Verdict::higher;
    if (range_after->high < range_before->low) return Verdict::lower;
    return Verdict::overlap;
}

base::Result<Comparison> compare(Asked one, Asked other)
{
    if (one.survey.number == other.survey.number)
        return base::fail(base::ErrorKind::invalid, "surveys.comparison.same", {{"number", one.survey.number}});
    const auto order = [](const Survey& survey) { return std::tie(survey.from, survey.number); };
    if (order(other.survey) < order(one.survey)) std::swap(one, other);
    Comparison comparison{std::move(one.survey), std::move(other.survey), {}, {}, {}};
    std::vector<RatingResult>& left = one.ratings;
    for (const RatingResult& after : other.ratings) {
        const auto before = std::find_if(left.begin(), left.end(), [&](const RatingResult& candidate) {
            return candidate.question.text == after.question.text;
        });
        if (before == left.end()) {
            comparison.only_after.push_back(after.question.text);
            continue;
        }
        comparison.questions.push_back({after.question.text, after.question.is_main, before->tally, after.tally});
        left.erase(before);
    }
    for (const RatingResult& before : left) comparison.only_before.push_back(before.question.text);
    return comparison;
}

}  // namespace surveys
