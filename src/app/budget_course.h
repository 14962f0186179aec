// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "budget/budget.h"
#include "indicators/core/forecast_budget.h"

namespace app {

// The budget of a year as it stood on a day, in the terms of a forecast: documents and payments up to the day, those
// dated after `known_until` as planned. None where the year has no budget.
struct CourseDay {
    base::FiscalYear year;
    base::Date on;
    base::Date known_until;
};
base::Result<std::optional<indicators::BudgetCourse>> budget_course(const budget::Budgets& budgets,
                                                                    const base::OrgId& org, const CourseDay& day);

}  // namespace app
