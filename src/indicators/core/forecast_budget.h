// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/money.h"
#include "base/period.h"
#include "indicators/core/forecast_outlook.h"

namespace indicators {

// A contract that is paid month by month, as it stands on a day.
struct ServiceCourse {
    std::string contract;
    int first_month = 1;  // 1 to 12: the first month of the year that it serves
    int months = 0;       // in the year
    int paid = 0;         // of them
    base::Money open;     // not paid yet
};

// A budget line as it stands on a day. Payments under service contracts stand apart: they follow their months.
struct LineCourse {
    std::string code;
    std::string name;
    base::Money adjusted;           // all documents up to the day, and those dated ahead
    std::vector<base::Money> paid;  // without service contracts, by month, January first, the day's own the last
    base::Money paid_for_services = {};
    base::Money open_contracts = {};  // signed, not monthly, not paid yet
    std::vector<ServiceCourse> services = {};

    base::Money paid_so_far() const;
};

struct BudgetCourse {
    base::FiscalYear year;
    base::Date on;
    base::Money initial = {};
    std::vector<LineCourse> lines = {};
    std::optional<LastYear> last_year = {};  // payments of the year before in 元, up to the same day and after it
};

// What will have been spent when the year ends; no line spends more than its budget.
struct BudgetOutlook {
    base::Money initial;
    base::Money adjusted;
    base::Money paid;  // so far
    base::Money low;
    base::Money expected;
    base::Money high;
    OutlookBasis basis = OutlookBasis::run_rate;
};

BudgetOutlook outlook(const BudgetCourse& course, const ForecastRule& rule);

// How many more months of a service will have been paid by the year's end, going by how late the last one was.
int further_months(const ServiceCourse& service, int complete_months, const ForecastRule& rule);
int complete_months(base::FiscalYear year, base::Date on);  // 0 to 12

}  // namespace indicators
