// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "indicators/core/evaluate.h"

namespace indicators {

// A cell as printed, and where it stands (自评表!D5).
struct FormCell {
    std::string text = {};
    std::string place = {};
};

// One row of a filled self-evaluation form, nothing read yet.
struct FormRow {
    std::string level1 = {};  // merged cells filled downward; may carry its points: 产出指标(60分)
    std::string level2 = {};
    FormCell name = {};
    FormCell target = {};
    FormCell actual = {};
    FormCell sign = {};
    FormCell unit = {};
    FormCell weight = {};
    FormCell band = {};
    FormCell published = {};
    FormCell coefficient = {};
    FormCell grade = {};
    FormCell reason = {};
};

struct Form {
    std::vector<FormRow> rows = {};
    std::optional<FormRow> execution = {};  // the form's own row or block on budget execution
    FormCell total = {};                    // 总分
};

// Weights by name of indicator, for forms without a weight column.
using WeightsByName = std::map<std::string, std::string>;

// Gives rows without a weight the one of their name. Finds weight_file_differs and weight_without_row.
Findings fill_weights(Form& form, const WeightsByName& weights);

struct ScoredForm {
    EvaluationInput input;
    Evaluation evaluation;  // one row per row of the form
};

// Reads the cells of the form and evaluates them: the same path as a year from the database. `execution` is what is
// known beside the form; what it leaves out is taken from the form's own row where that states amounts.
ScoredForm score_form(const RuleSet& rules, const Form& form, const ExecutionInput& execution,
                      std::optional<int> year = std::nullopt);

}  // namespace indicators
