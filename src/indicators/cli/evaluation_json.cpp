// SPDX-License-Identifier: Apache-2.0
#include "indicators/cli/evaluation_json.h"

#include <boost/json/array.hpp>

namespace indicators {

namespace json = boost::json;

namespace {

json::value text_or_null(const std::optional<base::Decimal>& value)
{
    return value ? json::value(value->to_string()) : json::value(nullptr);
}

json::value printed_or_null(const std::string& text)
{
    return text.empty() ? json::value(nullptr) : json::value(text);
}

json::value execution_json(const ExecutionScore& execution)
{
    if (!execution.weight || !execution.known) return nullptr;
    json::object object;
    object["rate"] = execution.rate ? json::value(execution.rate->percent(2).to_string() + "%") : json::value(nullptr);
    object["score"] = text_or_null(execution.score);
    object["weight"] = text_or_null(execution.weight);
    return object;
}

json::object row_json(const FormRow& form, const EvaluatedInput& input, const RowScore& row, ::cli::Language language)
{
    json::object object;
    object["name"] = form.name.text;
    object["target"] = form.target.text;
    object["actual"] = form.actual.text;
    object["weight"] = printed_or_null(form.weight.text);
    object["score"] = text_or_null(row.score);
    object["published"] = printed_or_null(form.published.text);
    const bool both = row.score && input.published;
    object["difference"] =
        both ? json::value((*row.score - *input.published).rounded(2).to_string()) : json::value(nullptr);
    object["findings"] = to_json(row.findings, language);
    return object;
}

}  // namespace

json::object to_json(const Finding& finding, ::cli::Language language)
{
    json::object object;
    object["rule"] = finding.rule;
    object["severity"] = to_string(finding.severity);
    base::ErrorArgs args = finding.args;
    for (std::size_t i = 0; i < finding.numbers.size(); ++i)
        args.emplace_back(std::to_string(i + 1), finding.numbers[i]);
    object["message"] = ::cli::sentence(language, "finding." + finding.rule, args);
    object["places"] = json::array(finding.places.begin(), finding.places.end());
    object["numbers"] = json::array(finding.numbers.begin(), finding.numbers.end());
    return object;
}

json::array to_json(const Findings& findings, ::cli::Language language)
{
    json::array array;
    for (const Finding& finding : findings) array.push_back(to_json(finding, language));
    return array;
}

json::object to_json(const RuleSet& rules, const Form& form, const ScoredForm& scored, ::cli::Language language)
{
    const Evaluation& evaluation = scored.evaluation;
    json::object object;
    object["rule_set"] = rules.id;
    object["execution"] = execution_json(evaluation.execution);
    json::array rows;
    for (std::size_t i = 0; i < evaluation.rows.size(); ++i)
        rows.push_back(row_json(form.rows[i], scored.input.indicators[i], evaluation.rows[i], language));
    object["rows"] = std::move(rows);
    object["total"] = text_or_null(evaluation.total);
    if (!evaluation.total) object["indicators_total"] = evaluation.indicators_total.to_string();
    object["grade"] = evaluation.grade ? json::value(*evaluation.grade) : json::value(nullptr);
    object["findings"] = to_json(evaluation.findings, language);
    return object;
}

}  // namespace indicators
