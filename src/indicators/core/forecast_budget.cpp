// SPDX-License-Identifier: Apache-2.0
#include "indicators/core/forecast_budget.h"

#include <algorithm>

namespace indicators {

namespace {

using base::Money;
using base::Ratio;

constexpr int months_of_a_year = 12;

Money rounded(const Ratio& fen)
{
    return Money::from_fen(fen.rounded(0).digits());
}

Ratio fen_of(Money money)
{
    return Ratio::whole(money.fen());
}

class Spending {
public:
    Spending(const BudgetCourse& course, const ForecastRule& rule)
        : course_{course}, rule_{rule}, complete_{complete_months(course.year, course.on)}
    {
    }

    BudgetOutlook look() const
    {
        BudgetOutlook result{course_.initial, {}, {}, {}, {}, {}, basis()};
        const Pace pace = remaining() > 0 ? overall_pace() : Pace{};
        for (const LineCourse& line : course_.lines) {
            const Money paid = line.paid_so_far();
            result.adjusted += line.adjusted;
            result.paid += paid;
            const auto end = [&](const Ratio& factor, int months_more) {
                const Money more = others(line, factor) + services(line, months_more);
                // A line that is overdrawn already spends no more; no other goes beyond its budget.
                return paid + std::min(more, std::max(line.adjusted - paid, Money{}));
            };
            result.low += end(pace.slow, -1);
            result.expected += end(Ratio::whole(1), 0);
            result.high += end(pace.fast, months_of_a_year);
        }
        return result;
    }

private:
    int elapsed() const { return days_in({course_.year.first_day(), std::min(course_.on, course_.year.last_day())}); }
    int remaining() const { return days_in(base::Period::of(course_.year)) - std::max(elapsed(), 0); }

    OutlookBasis basis() const
    {
        if (remaining() == 0) return OutlookBasis::finished;
        return course_.last_year ? OutlookBasis::last_year : OutlookBasis::run_rate;
    }

    // Of everything but services: single lines are too lumpy to tell a slow month from a fast one.
    Pace overall_pace() const
    {
        std::vector<Portion> months;
        Ratio all = Ratio::whole(0);
        for (int month = 0; month < complete_; ++month) {
            const auto days = base::Period::month(course_.year.year, static_cast<unsigned>(month + 1));
            months.push_back({Ratio::whole(0), Ratio::whole(0), days_in(days)});
        }
        for (const LineCourse& line : course_.lines)
            for (std::size_t month = 0; month < line.paid.size(); ++month) {
                all = all + fen_of(line.paid[month]);
                if (month < months.size()) months[month].amount = months[month].amount + fen_of(line.paid[month]);
            }
        return pace_of(months, all, elapsed(), rule_);
    }

    // Signed contracts will be paid, whatever the pace says.
    Money others(const LineCourse& line, const Ratio& factor) const
    {
        if (remaining() == 0 || elapsed() <= 0) return {};
        Money paid;
        for (const Money month : line.paid) paid += month;
        Ratio share = Ratio::reduced(remaining(), elapsed());
        if (course_.last_year && course_.last_year->until.amount > Ratio::whole(0))
            share = course_.last_year->rest.amount / course_.last_year->until.amount;
        const Money at_pace = rounded(fen_of(std::max(paid, Money{})) * share * factor);
        return std::max(at_pace, line.open_contracts);
    }

    Money services(const LineCourse& line, int difference) const
    {
        if (remaining() == 0) return {};
        Money more;
        for (const ServiceCourse& service : line.services) {
            const int unpaid = service.months - service.paid;
            if (unpaid <= 0) continue;
            const int months = std::clamp(further_months(service, complete_, rule_) + difference, 0, unpaid);
            more += rounded(fen_of(service.open) * Ratio::reduced(months, unpaid));
        }
        return more;
    }

    const BudgetCourse& course_;
    const ForecastRule& rule_;
    int complete_;
};

}  // namespace

Money LineCourse::paid_so_far() const
{
    Money sum = paid_for_services;
    for (const Money month : paid) sum += month;
    return sum;
}

int complete_months(base::FiscalYear year, base::Date on)
{
    if (on < year.first_day()) return 0;
    if (on >= year.last_day()) return months_of_a_year;
    const auto month = base::Period::month(year.year, on.month());
    return static_cast<int>(on.month()) - (on == month.last ? 0 : 1);
}

int further_months(const ServiceCourse& service, int complete, const ForecastRule& rule)
{
    const int last_paid = service.first_month + service.paid - 1;
    const int waiting = std::max(complete - last_paid, 0);
    const int lag = service.paid > 0 ? waiting : std::max(waiting, rule.payment_lag_months);
    return std::clamp(months_of_a_year - lag - last_paid, 0, std::max(service.months - service.paid, 0));
}

BudgetOutlook outlook(const BudgetCourse& course, const ForecastRule& rule)
{
    return Spending{course, rule}.look();
}

}  // namespace indicators
