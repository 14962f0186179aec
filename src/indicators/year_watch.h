// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "indicators/core/forecast_back_test.h"
#include "indicators/indicators.h"

namespace indicators {

// How years are watched: lights, forecasts and what is missing (rules/monitoring). Refuses as parse_rule_set() does.
base::Result<Monitoring> load_monitoring();

// One year of an organisation, looked at from any number of its days. Records are asked for once.
class YearWatch {
public:
    struct Sources {
        FactSource now;
        FactSource before;  // of the year before; what it refuses is a year without one
    };
    YearWatch(sql::Connection& db, const base::Clock& clock, base::OrgId org, base::FiscalYear year, Sources sources,
              std::vector<std::string> planned_words);
    ~YearWatch();
    YearWatch(const YearWatch&) = delete;
    YearWatch& operator=(const YearWatch&) = delete;

    // What was known on a day. Records and entries that came later are left out, but for records that are dated after
    // `known_until`: those are planned. On the year's last day everything counts, whenever it was entered.
    // Refuses indicators.targets.none.
    base::Result<ForecastBasis> on(base::Date day, base::Date known_until, std::optional<BudgetCourse> budget);

private:
    CourseReader* reader_of(const IndicatorSetting& setting);

    sql::Connection& db_;
    const base::Clock& clock_;
    base::OrgId org_;
    base::FiscalYear year_;
    Sources sources_;
    std::vector<std::string> planned_words_;
    struct Tables;
    std::unique_ptr<Tables> tables_;
    std::map<std::string, std::unique_ptr<CourseReader>> readers_;
};

// The last days of January to November.
std::vector<base::Date> month_ends(base::FiscalYear year);

}  // namespace indicators
