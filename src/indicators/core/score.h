// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "indicators/core/finding.h"
#include "indicators/core/rule_set.h"
#include "indicators/core/target.h"

namespace indicators {

// Where the findings of a row point, cell by cell: 自评表!D5. Empty where there is no sheet.
struct RowPlaces {
    std::string target = {};
    std::string actual = {};
    std::string weight = {};
    std::string published = {};
    std::string reason = {};
};

// One indicator as it goes into the evaluation: everything is read and frozen already.
struct EvaluatedInput {
    std::string code = {};
    std::string level1 = {};  // 产出指标, without the points some forms add in brackets
    std::string level2 = {};
    std::string name = {};
    Target target = {};
    Actual actual = {};
    std::optional<base::Decimal> weight = {};
    std::string band = {};                          // 评价档次 as written
    std::optional<base::Decimal> coefficient = {};  // 得分系数 as a share: 0.95
    std::optional<base::Decimal> published = {};    // the unit's own score
    std::string grade = {};                         // the unit's own grade of this row, where the form has one
    std::string reason = {};  // 偏差原因 or remark; what is no text (0, 无, --) is empty already
    RowPlaces places = {};
    // How its cells were read where that was not plain: weight_unreadable, published_unreadable,
    // coefficient_unreadable.
    std::vector<std::string> warnings = {};
    std::size_t goal = 0;
};

// Why a row has the score it has, or has none.
enum class Reason {
    met,
    below_target,
    above_limit,
    step,
    coefficient,
    over_target_cut,
    in_band,
    no_data,
    not_applicable,
    weight_missing,
    target_missing,
    not_computed,
};

struct RowScore {
    std::optional<base::Decimal> score = {};  // with two decimals
    Reason reason = Reason::not_computed;
    // The score before rounding, as numerator / denominator points; counts where the rule set does not round rows.
    base::int128 numerator = 0;
    base::int128 denominator = 1;
    Findings findings = {};
};

// One row under the rules. It refuses nothing: where it cannot be computed, `score` is none and a finding says why.
RowScore score_row(const RuleSet& rules, const EvaluatedInput& input);

const char* to_string(Reason reason);

}  // namespace indicators
