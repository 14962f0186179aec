// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indicators/core/forecast_budget.h"
#include "indicators/core/forecast_need.h"
#include "indicators/core/run.h"

namespace indicators {

// All that a forecast rests on: the promises in force on a day, how each measure went so far, what people entered, and
// the money.
struct ForecastBasis {
    base::FiscalYear year = {};
    base::Date on = {};
    std::vector<Goal> goals = {};
    std::vector<IndicatorInForce> indicators = {};
    std::vector<Course> courses = {};  // one per indicator
    std::vector<Entry> entries = {};
    std::vector<Note> notes = {};
    std::optional<BudgetCourse> budget = {};
};

// A score as it would be on the day, and as it may be at the year's end; low ≤ expected ≤ high. None: not computable.
struct ScoreRange {
    std::optional<base::Decimal> so_far = {};
    std::optional<base::Decimal> low = {};
    std::optional<base::Decimal> expected = {};
    std::optional<base::Decimal> high = {};
};

struct ForecastRow {
    std::string code = {};
    std::string level1 = {};
    std::string level2 = {};
    std::string name = {};
    std::string target = {};  // as printed
    std::string unit = {};    // of the numbers below
    std::optional<base::Decimal> weight = {};
    int version = 1;
    CourseKind kind = CourseKind::entered;
    std::optional<base::Ratio> value = {};  // so far
    std::string words = {};                 // as entered
    Outlook outlook = {};
    ScoreRange score = {};
    std::optional<Light> light = {};
    Need need = {};
    bool has_reason = false;    // somebody wrote why it deviates
    bool has_no_data = false;   // no record of the year says anything yet
    bool wants_remark = false;  // far above the target, and nobody said why
};

struct Forecast {
    base::FiscalYear year = {};
    base::Date on = {};
    std::string rule_set = {};
    std::optional<BudgetOutlook> budget = {};
    std::optional<base::Ratio> execution_rate = {};  // so far
    std::optional<base::Decimal> execution_weight = {};
    ScoreRange execution = {};
    std::optional<Light> execution_light = {};
    Need execution_need = {};
    std::vector<ForecastRow> rows = {};
    ScoreRange total = {};
};

// Another figure than the expected one, to see what it would be worth.
struct Assumption {
    std::string code;
    std::string value;  // as people write actual values: 1950, 95%, 有效保障
};
struct Assumptions {
    std::vector<Assumption> figures = {};
    std::optional<base::Money> adjusted = {};
    std::optional<base::Money> executed = {};

    bool empty() const { return figures.empty() && !adjusted && !executed; }
};

struct AssumptionProblem {
    std::size_t figure;
    base::Error error;
};
// indicators.indicator.unknown, and indicators.forecast.value_unreadable (no number where the target is one, or a
// negative one).
std::vector<AssumptionProblem> check(const Assumptions& assumptions, const ForecastBasis& basis);

// Pure and exact. On the last day of the year it is the evaluation itself.
Forecast forecast(const RuleSet& rules, const Monitoring& monitoring, const ForecastBasis& basis,
                  const Assumptions& assumptions = {});

}  // namespace indicators
