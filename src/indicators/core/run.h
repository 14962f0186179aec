// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/id.h"
#include "base/period.h"
#include "indicators/core/evaluate.h"
#include "indicators/core/fact.h"
#include "indicators/core/targets.h"

namespace indicators {

using RunId = base::Id<struct RunTag>;

// Facts with these codes (kind execution, unit 元) are what budget execution is scored by.
inline constexpr std::string_view initial_budget_fact = "budget.whole.initial";
inline constexpr std::string_view adjusted_budget_fact = "budget.whole.adjusted";
inline constexpr std::string_view executed_budget_fact = "budget.whole.executed";

// Everything an evaluation rests on, frozen.
struct ScoringBasis {
    base::FiscalYear year = {};
    std::vector<Goal> goals = {};
    std::vector<IndicatorInForce> indicators = {};
    std::vector<Fact> facts = {};
    std::vector<Entry> entries = {};
    std::vector<Note> notes = {};
};

// One indicator of a run, with all that was used for it.
struct RunRow {
    std::string code = {};
    std::string goal = {};
    std::string level1 = {};
    std::string level2 = {};
    std::string name = {};
    std::string target = {};
    std::string unit = {};
    std::string actual = {};  // as printed
    std::optional<base::Decimal> weight = {};
    std::optional<base::Decimal> score = {};  // with two decimals
    std::string reason = {};                  // of the score: to_string(Reason)
    std::string band = {};
    std::optional<base::Decimal> published = {};
    std::string note = {};     // what people wrote about the deviation
    int version = 1;           // of the indicator; above 1 it was revised in the year
    std::string fact_id = {};  // empty: nothing measured it and nobody entered it
    Findings findings = {};
};

// Which rules scored a run: the file's digest says exactly which.
struct RuleSetUsed {
    std::string id;
    std::string title;
    std::string digest;
};

// A finished evaluation. It never changes; a correction is another run that names it.
struct Run {
    RunId id = {};
    base::FiscalYear year = {};
    base::Date as_of = {};
    std::int64_t at_ms = 0;
    std::string actor = {};
    base::Id<struct FactSetTag> fact_set = {};
    std::string facts_digest = {};
    RuleSetUsed rule_set = {};
    std::optional<base::Ratio> execution_rate = {};
    std::optional<base::Decimal> execution_score = {};
    std::optional<base::Decimal> execution_weight = {};  // none: the rule set has no execution part
    std::vector<RunRow> rows = {};
    base::Decimal indicators_total{0, 2};
    std::optional<base::Decimal> total = {};
    std::optional<std::string> grade = {};
    Findings findings = {};  // of the whole
    std::optional<RunId> corrects = {};
    std::string why = {};
    std::string digest = {};
};

// Whether the whole or a row has an error; a total that cannot be computed is one.
bool has_errors(const Run& run);

// Reads each spelling of a target once: the units of a district fill in the same form.
class TargetReader {
public:
    const Target& read(const IndicatorSetting& setting, base::FiscalYear year);

private:
    std::unordered_map<std::string, Target> targets_;
};

// The promise in one text where the workbook keeps sign, number and unit in three cells: ≥90%. A target that says its
// comparison itself (不低于90%) keeps its words, and 定性 is no sign to print.
std::string printed_target(const IndicatorSetting& setting);

// The basis as the rules read it: targets parsed, a measured fact as the exact actual value, what was entered as text.
// Findings of a row point to the indicator's code.
EvaluationInput evaluation_input(const ScoringBasis& basis, TargetReader& targets);

// The outcome with what it rests on, row by row.
Run run_of(const ScoringBasis& basis, const EvaluationInput& input, Evaluation evaluation);

// What a run says, without ids, time and actor: the same year gives the same bytes on every engine. The digest is the
// SM3 of this text.
std::string serialised(const Run& run);

}  // namespace indicators
