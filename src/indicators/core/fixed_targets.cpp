// SPDX-License-Identifier: Apache-2.0
#include "indicators/core/fixed_targets.h"

#include <algorithm>
#include <array>

namespace indicators {

namespace {

constexpr std::array<std::string_view, 8> promised_parts{"目标序号", "一级指标", "二级指标", "三级指标",
                                                         "计算符号", "目标值",   "计量单位", "权重"};

base::Error error_of(std::string_view reason, base::ErrorArgs args = {})
{
    return {base::ErrorKind::conflict, "indicators.import." + std::string{reason}, std::move(args)};
}

auto find(const std::vector<IndicatorSetting>& settings, const std::string& code)
{
    return std::find_if(settings.begin(), settings.end(), [&](const auto& setting) { return setting.code == code; });
}

}  // namespace

Targets normalised_targets(Targets targets)
{
    for (Goal& goal : targets.goals)
        if (goal.share) goal.share = goal.share->without_trailing_zeros();
    for (IndicatorSetting& setting : targets.indicators)
        if (!setting.weight.empty()) setting.weight = hundredths_text(parse_hundredths(setting.weight).value());
    return targets;
}

std::vector<FixedTargetProblem> changes_of_promises(const Targets& stored, const Targets& next)
{
    std::vector<FixedTargetProblem> problems;
    const std::size_t none = next.indicators.size();
    if (stored.goals != next.goals) problems.push_back({none, error_of("goals_fixed_by_run")});
    for (const IndicatorSetting& setting : stored.indicators)
        if (find(next.indicators, setting.code) == next.indicators.end())
            problems.push_back({none, error_of("indicator_missing", {{"indicator", setting.code}})});
    for (std::size_t i = 0; i < next.indicators.size(); ++i) {
        IndicatorSetting after = next.indicators[i];
        const auto found = find(stored.indicators, after.code);
        IndicatorSetting before = found == stored.indicators.end() ? IndicatorSetting{} : *found;
        for (const std::string_view title : promised_parts) {
            const std::string& was = *part_of(before, title);
            const std::string& is = *part_of(after, title);
            if (was == is) continue;
            problems.push_back(
                {i,
                 error_of("fixed_by_run",
                          {{"indicator", after.code}, {"part", std::string{title}}, {"before", was}, {"after", is}})});
        }
    }
    for (const RevisionChange& change : stored.revisions)
        if (std::find(next.revisions.begin(), next.revisions.end(), change) == next.revisions.end())
            problems.push_back({none, error_of("document_missing", {{"document", change.document}})});
    return problems;
}

}  // namespace indicators
