// SPDX-License-Identifier: Apache-2.0
#include "indicators/core/target_checks.h"

#include <algorithm>
#include <map>

namespace indicators {

namespace {

std::string_view title_of(MeasurePart part)
{
    switch (part) {
        case MeasurePart::source: return "数据来源";
        case MeasurePart::method: return "统计方式";
        case MeasurePart::field: return "统计字段";
        case MeasurePart::filter: return "筛选条件";
        case MeasurePart::numerator: return "分子条件";
        case MeasurePart::period: return "统计期间";
    }
    return {};
}

base::Error import_error(std::string_view reason, base::ErrorArgs args)
{
    return {base::ErrorKind::invalid, "indicators.import." + std::string{reason}, std::move(args)};
}

bool knows_goal(const Targets& targets, const std::string& number)
{
    return number.empty() || std::any_of(targets.goals.begin(), targets.goals.end(),
                                         [&](const Goal& goal) { return goal.number == number; });
}

// The rows of one list, looked at one after the other.
class Rows {
public:
    explicit Rows(TargetList list) : list_{list} {}

    void next() { row_ = row_ ? *row_ + 1 : 0; }
    void add(std::string_view part, base::Error error)
    {
        problems_.push_back({list_, row_, std::string{part}, std::move(error)});
    }
    void require(std::string_view part, const std::string& text)
    {
        if (text.empty()) add(part, import_error("cell_missing", {{"column", std::string{part}}}));
    }
    void once(std::string_view part, const std::string& code)
    {
        if (code.empty()) return;
        const auto [first, is_new] = codes_.emplace(code, *row_);
        if (is_new) return;
        add(part, import_error("code_twice", {{"code", code}}));
        problems_.back().first = first->second;
    }
    void weight(std::string_view part, const std::string& text)
    {
        if (text.empty()) return;
        if (const auto weight = parse_hundredths(text); !weight) add(part, weight.error());
    }
    void measure(const MeasureText& text)
    {
        const auto parsed = parse_measure(text);
        if (parsed) return;
        for (const MeasureProblem& problem : parsed.error()) add(title_of(problem.part), problem.error);
    }
    void of_the_whole(std::string_view part, base::Error error)
    {
        problems_.push_back({list_, std::nullopt, std::string{part}, std::move(error)});
    }
    void at(std::size_t row, std::string_view part, base::Error error)
    {
        problems_.push_back({list_, row, std::string{part}, std::move(error)});
    }
    std::vector<TargetProblem> finish() { return std::move(problems_); }

private:
    TargetList list_;
    std::optional<std::size_t> row_ = {};
    std::map<std::string, std::size_t> codes_;
    std::vector<TargetProblem> problems_;
};

// What is wrong with an indicator once it was revised stands in the last row about it.
void check_in_force(Rows& rows, const Targets& targets, const IndicatorInForce& indicator)
{
    const IndicatorSetting& setting = indicator.setting;
    const auto& revisions = targets.revisions;
    const auto last = std::find_if(revisions.rbegin(), revisions.rend(),
                                   [&](const RevisionChange& change) { return change.code == setting.code; });
    const auto add = [&](base::Error error) {
        error.args.emplace_back("indicator", setting.code);
        rows.at(static_cast<std::size_t>(revisions.rend() - last) - 1, "调整后", std::move(error));
    };
    if (setting.name.empty() || setting.level1.empty() || setting.target.empty())
        add({base::ErrorKind::invalid, "indicators.revision.incomplete"});
    if (!knows_goal(targets, setting.goal)) add(import_error("goal_unknown", {{"goal", setting.goal}}));
    if (setting.measure.empty()) return;
    if (const auto measure = parse_measure(setting.measure); !measure) add(measure.error().front().error);
}

}  // namespace

std::vector<TargetProblem> check_goals(const Targets& targets)
{
    Rows rows{TargetList::goals};
    base::Decimal sum;
    bool shared = false;
    for (const Goal& goal : targets.goals) {
        rows.next();
        rows.require("序号", goal.number);
        rows.require("绩效目标", goal.text);
        rows.once("序号", goal.number);
        sum = sum + goal.share.value_or(base::Decimal{});
        shared = shared || goal.share;
    }
    if (shared && sum != base::Decimal::whole(100))
        rows.of_the_whole("占比",
                          import_error("goal_shares_not_100", {{"sum", sum.without_trailing_zeros().to_string()}}));
    return rows.finish();
}

std::vector<TargetProblem> check_indicators(const Targets& targets)
{
    Rows rows{TargetList::indicators};
    for (const IndicatorSetting& setting : targets.indicators) {
        rows.next();
        rows.require("指标编码", setting.code);
        rows.require("一级指标", setting.level1);
        rows.require("三级指标", setting.name);
        rows.require("目标值", setting.target);
        rows.once("指标编码", setting.code);
        if (!knows_goal(targets, setting.goal))
            rows.add("目标序号", import_error("goal_unknown", {{"goal", setting.goal}}));
        rows.weight("权重", setting.weight);
        if (!setting.measure.empty()) rows.measure(setting.measure);
    }
    return rows.finish();
}

std::vector<TargetProblem> check_supports(const Targets& targets)
{
    Rows rows{TargetList::supports};
    for (const SupportingMeasure& support : targets.supports) {
        rows.next();
        rows.require("编码", support.code);
        rows.require("名称", support.name);
        rows.once("编码", support.code);
        rows.measure(support.measure);
    }
    return rows.finish();
}

std::vector<TargetProblem> check_revisions(const Targets& targets)
{
    Rows rows{TargetList::revisions};
    const auto& revisions = targets.revisions;
    std::map<std::string, base::Date> dates;
    for (const RevisionChange& change : revisions) {
        rows.next();
        rows.require("文号", change.document);
        rows.require("指标编码", change.code);
        if (change.part == "权重") rows.weight("调整后", change.after);
        const auto [known, is_new] = dates.emplace(change.document, change.date);
        if (!is_new && known->second != change.date)
            rows.add("日期",
                     {base::ErrorKind::invalid, "indicators.revision.two_dates", {{"document", change.document}}});
    }
    const base::Date last_day = base::Date::of(2199, 12, 31).value();
    const auto in_force = replay(targets.indicators, revisions, last_day);
    if (!in_force) {
        for (const RevisionProblem& problem : in_force.error()) rows.at(problem.change, "调整前", problem.error);
        return rows.finish();
    }
    for (const IndicatorInForce& indicator : *in_force)
        if (!indicator.documents.empty()) check_in_force(rows, targets, indicator);
    return rows.finish();
}

std::vector<TargetProblem> check_table(const Targets& targets)
{
    std::vector<TargetProblem> all = check_goals(targets);
    for (auto* const look : {&check_indicators, &check_supports})
        for (TargetProblem& problem : (*look)(targets)) all.push_back(std::move(problem));
    return all;
}

base::Result<base::Decimal> parse_share(std::string text)
{
    const std::string written = text;
    if (text.ends_with("%")) text.pop_back();
    const auto number = base::Decimal::parse(text);
    const bool fits = number && !number->is_negative() && *number <= base::Decimal::whole(100) &&
                      number->without_trailing_zeros().scale() <= 2;
    if (fits) return *number;
    return tl::unexpected<base::Error>(import_error("goal_share_malformed", {{"text", written}}));
}

base::Result<int> parse_decimals(const std::string& text)
{
    if (text.size() == 1 && text[0] >= '0' && text[0] <= '9') return text[0] - '0';
    return tl::unexpected<base::Error>(import_error("decimals_malformed", {{"text", text}}));
}

}  // namespace indicators
