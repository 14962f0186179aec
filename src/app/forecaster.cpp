// SPDX-License-Identifier: Apache-2.0
#include "app/forecaster.h"

#include "app/budget_course.h"
#include "app/sources.h"
#include "indicators/rule_sets.h"

namespace app {

base::Result<std::unique_ptr<Forecaster>> Forecaster::make(const cli::Office& office, base::FiscalYear year,
                                                           const std::string& rule_set)
{
    TRY_ASSIGN(indicators::RuleSet rules, indicators::load_rule_set(rule_set));
    TRY_ASSIGN(indicators::Monitoring monitoring, indicators::load_monitoring());
    return std::unique_ptr<Forecaster>{new Forecaster{office, year, std::move(rules), std::move(monitoring)}};
}

Forecaster::Forecaster(const cli::Office& office, base::FiscalYear year, indicators::RuleSet rules,
                       indicators::Monitoring monitoring)
    : office_{office},
      year_{year},
      rules_{std::move(rules)},
      monitoring_{std::move(monitoring)},
      watch_{office.db,
             office.clock,
             office.actor.org,
             year,
             {sources_of(office, year), sources_of(office, base::FiscalYear{year.year - 1})},
             monitoring_.forecast.planned_words}
{
}

// Whoever may not see the budget sees no figure that follows from it either.
base::Result<std::optional<indicators::BudgetCourse>> Forecaster::budget(base::Date on) const
{
    if (!office_.actor.may("budget.read")) return std::optional<indicators::BudgetCourse>{};
    const budget::Budgets budgets{office_.db, office_.clock};
    return budget_course(budgets, office_.actor.org, {year_, on, office_.clock.today()});
}

base::Result<indicators::ForecastBasis> Forecaster::basis(base::Date on)
{
    TRY_ASSIGN(auto money, budget(on));
    return watch_.on(on, office_.clock.today(), std::move(money));
}

base::Result<indicators::ForecastBasis> Forecaster::basis_or_empty(base::Date on)
{
    auto found = basis(on);
    if (found || found.error().code != "indicators.targets.none") return found;
    indicators::ForecastBasis empty;
    empty.year = year_;
    empty.on = on;
    TRY_ASSIGN(empty.budget, budget(on));
    return empty;
}

base::Result<indicators::Forecast> Forecaster::forecast(base::Date on)
{
    TRY_ASSIGN(const indicators::ForecastBasis known, basis(on));
    return indicators::forecast(rules_, monitoring_, known);
}

base::Result<indicators::BackTest> Forecaster::back_test()
{
    if (!is_over())
        return base::fail(base::ErrorKind::conflict, "app.forecast.not_over", {{"year", std::to_string(year_.year)}});
    std::vector<indicators::Forecast> forecasts;
    for (const base::Date day : indicators::month_ends(year_)) {
        TRY_ASSIGN(indicators::Forecast then, forecast(day));
        forecasts.push_back(std::move(then));
    }
    TRY_ASSIGN(const indicators::Forecast final, forecast(year_.last_day()));
    return indicators::back_test(forecasts, final);
}

}  // namespace app
