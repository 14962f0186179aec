// SPDX-License-Identifier: Apache-2.0
#include "app/run_form.h"

namespace app {

namespace {

indicators::FormRow form_row(const indicators::RunRow& row)
{
    indicators::FormRow form;
    form.level1 = row.level1;
    form.level2 = row.level2;
    form.name.text = row.name;
    form.target.text = row.target;
    form.actual.text = row.actual;
    form.weight.text = row.weight ? row.weight->to_string() : "";
    form.band.text = row.band;
    form.published.text = row.published ? row.published->to_string() : "";
    form.reason.text = row.note;
    return form;
}

}  // namespace

RunAsForm as_form(const indicators::Run& run)
{
    RunAsForm result;
    indicators::Evaluation& evaluation = result.scored.evaluation;
    for (const indicators::RunRow& row : run.rows) {
        result.form.rows.push_back(form_row(row));
        indicators::EvaluatedInput input;
        input.code = row.code;
        input.name = row.name;
        input.weight = row.weight;
        input.published = row.published;
        result.scored.input.indicators.push_back(std::move(input));
        indicators::RowScore score;
        score.score = row.score;
        score.findings = row.findings;
        evaluation.rows.push_back(std::move(score));
    }
    evaluation.execution.rate = run.execution_rate;
    evaluation.execution.score = run.execution_score;
    evaluation.execution.weight = run.execution_weight;
    evaluation.execution.known = run.execution_score.has_value() || run.execution_rate.has_value();
    evaluation.indicators_total = run.indicators_total;
    evaluation.total = run.total;
    evaluation.grade = run.grade;
    evaluation.findings = run.findings;
    return result;
}

}  // namespace app
