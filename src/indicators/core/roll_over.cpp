// SPDX-License-Identifier: Apache-2.0
#include "indicators/core/roll_over.h"

namespace indicators {

namespace {

class RollOver {
public:
    RollOver(base::FiscalYear from, base::FiscalYear to)
        : from_{std::to_string(from.year)}, to_{std::to_string(to.year)}
    {
    }

    void add(const Goal& goal)
    {
        look_at(goal.number, "name_has_year", goal.text);
        rolled_.targets.goals.push_back(goal);
    }

    void add(IndicatorSetting setting)
    {
        look_at(setting.code, "name_has_year", setting.name);
        look_at(setting.code, "target_has_year", setting.target);
        look_at(setting.code, "definition_has_year", setting.definition);
        move(setting.code, setting.measure);
        if (!setting.target.empty() && !without_mark(setting.target).is_unconfirmed) setting.target += unconfirmed_mark;
        rolled_.targets.indicators.push_back(std::move(setting));
    }

    void add(SupportingMeasure support)
    {
        look_at(support.code, "name_has_year", support.name);
        look_at(support.code, "definition_has_year", support.definition);
        move(support.code, support.measure);
        rolled_.targets.supports.push_back(std::move(support));
    }

    RolledTargets finish() { return std::move(rolled_); }

private:
    void remark(const std::string& code, const std::string& about, const std::string& text)
    {
        rolled_.remarks.push_back(
            {code, {base::ErrorKind::invalid, "indicators.roll_over." + about, {{"code", code}, {"text", text}}}});
    }

    void look_at(const std::string& code, const std::string& about, const std::string& text)
    {
        if (text.find(from_) != std::string::npos) remark(code, about, text);
    }

    // 2024, 2024Q3, 2024-07 become those of the next year; what names another year stays and is said.
    void move(const std::string& code, MeasureText& measure)
    {
        look_at(code, "filter_has_year", measure.filter);
        look_at(code, "filter_has_year", measure.numerator);
        std::string& period = measure.period;
        if (period.starts_with(from_))
            period.replace(0, from_.size(), to_);
        else if (base::Period::parse(period))
            remark(code, "period_stays", period);
    }

    std::string from_;
    std::string to_;
    RolledTargets rolled_ = {};
};

}  // namespace

Confirmed without_mark(std::string_view text)
{
    if (!text.ends_with(unconfirmed_mark)) return {text};
    text.remove_suffix(unconfirmed_mark.size());
    return {text, true};
}

bool names_last_year(std::string_view text, int year)
{
    return text.find(std::to_string(year - 1)) != std::string_view::npos;
}

RolledTargets rolled_over(const std::vector<Goal>& goals, const std::vector<IndicatorSetting>& in_force,
                          const std::vector<SupportingMeasure>& supports, base::FiscalYear from, base::FiscalYear to)
{
    RollOver over{from, to};
    for (const Goal& goal : goals) over.add(goal);
    for (const IndicatorSetting& setting : in_force) over.add(setting);
    for (const SupportingMeasure& support : supports) over.add(support);
    return over.finish();
}

}  // namespace indicators
