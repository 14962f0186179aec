// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"
#include "indicators/core/target.h"

namespace indicators {

// How sure we are of a rule set: read on a public page, seen in the code of a bureau's system, or neither.
enum class Certainty { verified, practice, unconfirmed };

enum class BudgetBase { adjusted, initial };
enum class ExecutionFormula { linear, steps };

// "From this rate on, so many points", highest rate first.
struct ExecutionStep {
    base::Decimal from;
    base::Decimal points;
};

// The part of the score that budget execution earns: weight × executed / budget, or a table over the rate.
struct ExecutionRule {
    base::Decimal weight;
    BudgetBase budget = BudgetBase::adjusted;  // with what was carried over
    ExecutionFormula formula = ExecutionFormula::linear;
    std::vector<ExecutionStep> steps = {};
    bool capped = true;                     // never above the weight
    std::optional<int> rate_decimals = {};  // the rate enters rounded to so many decimals of a per cent
    std::optional<base::Decimal> reason_required_below = {};  // of the rate
};

enum class PositiveFormula { ratio, coefficient };  // weight × B/A; weight × the 得分系数 that the form states
enum class NegativeFormula { inverse_ratio, excess_share };  // weight × A/B; weight × (1 − (B−A)/A)
enum class OverTarget { remark, cut };  // a remark only, or cut by the deviation where the target was set too low
enum class ZeroTarget { all_or_nothing };

struct QuantitativeRule {
    PositiveFormula positive = PositiveFormula::ratio;
    NegativeFormula negative = NegativeFormula::inverse_ratio;
    ZeroTarget zero_target = ZeroTarget::all_or_nothing;
    bool capped = true;
    OverTarget over_target = OverTarget::remark;
    base::Decimal remark_at;              // share of the target reached from which a remark is wanted: 1.30
    base::Decimal reason_required_below;  // share of the weight earned below which a reason is wanted: 1.00
};

// A band of a qualitative indicator: shares of the weight, the lower end included, the upper end only in the first.
struct Band {
    std::string name;
    base::Decimal upper;  // 1.00
    base::Decimal lower;  // 0.80
    std::vector<std::string> also = {};
};

enum class NotApplicable { full, rescale };

struct Rounding {
    std::optional<int> row = 2;  // decimals of a point; none: only the total is rounded
    std::optional<int> execution = 2;
    int total = 2;
};

struct Grade {
    std::string name;
    base::Decimal from;
};

// A recommended division of the indicators' points: groups of first-level indicators, by the start of their names.
struct WeightGroup {
    std::vector<std::string> level1;
    base::Decimal points;
};

struct WeightLayout {
    std::string needs;  // applies where a first-level indicator of this name is there; empty: always
    std::vector<WeightGroup> groups;
};

struct WeightRule {
    base::Decimal total;                // of the indicators: 80, 90 or 100
    std::vector<WeightLayout> layouts;  // the first that applies is checked; a difference is a finding, not a refusal
};

// What a finance bureau's system looks at before it accepts a form. None switches a check off.
struct WarningRule {
    std::optional<base::Decimal> red_gap = {};  // (indicators − execution) / indicators, as shares of their weights
    std::optional<base::Decimal> yellow_unspent = {};  // share of the budget not spent
    std::optional<int> longest_text = {};              // letters of a reason
};

// The bureau's own table for an indicator, used where the form's target cell holds none.
struct NamedTable {
    std::string indicator;
    Target target;
};

// The rules of one region and time as data; see rules/*.json. A new region is a new file.
struct RuleSet {
    std::string id;
    std::string title;
    std::string region;
    base::Date valid_from;
    std::optional<base::Date> valid_to = {};
    std::string source;
    Certainty certainty = Certainty::unconfirmed;
    std::optional<ExecutionRule> execution = {};
    QuantitativeRule quantitative;
    std::vector<Band> bands;
    Rounding rounding;
    NotApplicable not_applicable = NotApplicable::full;
    std::vector<Grade> grades;  // highest first; empty: no grade
    WeightRule weights;
    WarningRule warnings;
    std::vector<NamedTable> tables = {};
};

// Everything at full marks: execution and indicators together.
base::Decimal full_marks(const RuleSet& rules);
// The band a text names, by its name or one of its other names; nullptr where it names none.
const Band* band_named(const RuleSet& rules, std::string_view text);
// The grade a total earns out of `full`; none without grades.
std::optional<std::string> grade_of(const RuleSet& rules, base::Decimal total);

}  // namespace indicators
