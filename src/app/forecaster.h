// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/program.h"
#include "indicators/year_watch.h"

namespace app {

// Forecasts of one year of an organisation, from the records of every slice.
class Forecaster {
public:
    // Refuses what load_monitoring() and load_rule_set() refuse.
    static base::Result<std::unique_ptr<Forecaster>> make(const cli::Office& office, base::FiscalYear year,
                                                          const std::string& rule_set);

    const indicators::RuleSet& rules() const { return rules_; }
    const indicators::Monitoring& monitoring() const { return monitoring_; }

    // Refuse indicators.targets.none and what the slices refuse.
    base::Result<indicators::ForecastBasis> basis(base::Date on);
    // The same, with the money alone where nobody promised anything for the year.
    base::Result<indicators::ForecastBasis> basis_or_empty(base::Date on);
    base::Result<indicators::Forecast> forecast(base::Date on);
    // From the ends of January to November; the year has to be over. Refuses app.forecast.not_over {year}.
    base::Result<indicators::BackTest> back_test();
    bool is_over() const { return office_.clock.today() > year_.last_day(); }

private:
    base::Result<std::optional<indicators::BudgetCourse>> budget(base::Date on) const;

    Forecaster(const cli::Office& office, base::FiscalYear year, indicators::RuleSet rules,
               indicators::Monitoring monitoring);

    cli::Office office_;
    base::FiscalYear year_;
    indicators::RuleSet rules_;
    indicators::Monitoring monitoring_;
    indicators::YearWatch watch_;
};

}  // namespace app
