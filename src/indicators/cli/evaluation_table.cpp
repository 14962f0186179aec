// SPDX-License-Identifier: Apache-2.0
#include "indicators/cli/evaluation_table.h"

#include <algorithm>

#include "indicators/cli/evaluation_json.h"

namespace indicators {

namespace {

std::string or_dash(const std::optional<base::Decimal>& value)
{
    return value ? value->to_string() : "—";
}

std::string sentence_of(const Finding& finding, ::cli::Language language)
{
    base::ErrorArgs args = finding.args;
    for (std::size_t i = 0; i < finding.numbers.size(); ++i)
        args.emplace_back(std::to_string(i + 1), finding.numbers[i]);
    return ::cli::sentence(language, "finding." + finding.rule, args);
}

}  // namespace

void print_findings(const Findings& findings, const ::cli::Terminal& terminal)
{
    for (const Finding& finding : findings) {
        terminal.out << "  " << terminal.words(std::string{"cli.severity."} + to_string(finding.severity)) << ' '
                     << sentence_of(finding, terminal.language);
        for (const std::string& place : finding.places) terminal.out << " [" << place << ']';
        terminal.out << '\n';
    }
}

void print_evaluation(const RuleSet& rules, const Form& form, const ScoredForm& scored, const ::cli::Terminal& terminal)
{
    const Evaluation& evaluation = scored.evaluation;
    const auto title = [&](const char* name) { return terminal.words(std::string{"indicators.score."} + name); };
    std::vector<std::vector<std::string>> rows;
    for (std::size_t i = 0; i < evaluation.rows.size(); ++i) {
        const FormRow& row = form.rows[i];
        rows.push_back({row.name.text, row.target.text, row.actual.text, row.weight.text,
                        or_dash(evaluation.rows[i].score), row.published.text});
    }
    if (evaluation.execution.weight) {
        const auto& rate = evaluation.execution.rate;
        rows.push_back(
            {title("execution"), "", rate ? rate->percent(2).to_string() + "%" : "—",
             evaluation.execution.weight->to_string(), or_dash(evaluation.execution.score),
             scored.input.execution.published_score ? scored.input.execution.published_score->to_string() : ""});
    }
    rows.push_back({title("indicators_total"), "", "", rules.weights.total.to_string(),
                    evaluation.indicators_total.to_string(), ""});
    rows.push_back({title("total"), "", "", full_marks(rules).to_string(), or_dash(evaluation.total),
                    scored.input.published_total ? scored.input.published_total->to_string() : ""});
    using enum ::cli::Side;
    ::cli::print_table(terminal.out,
                       {{title("name")},
                        {title("target")},
                        {title("actual")},
                        {title("weight"), right},
                        {title("score"), right},
                        {title("published"), right}},
                       rows);
    terminal.out << title("rule_set") << ' ' << rules.id << ' ' << rules.title << '\n';
    if (evaluation.grade) terminal.out << title("grade") << ' ' << *evaluation.grade << '\n';
    const bool any =
        !evaluation.findings.empty() || std::any_of(evaluation.rows.begin(), evaluation.rows.end(),
                                                    [](const RowScore& row) { return !row.findings.empty(); });
    terminal.out << title(any ? "findings" : "no_findings") << '\n';
    print_findings(evaluation.findings, terminal);
    for (const RowScore& row : evaluation.rows) print_findings(row.findings, terminal);
}

void print_outcome(const RuleSet& rules, const ScoredForm& scored, const ::cli::Terminal& terminal)
{
    const auto title = [&](const char* name) { return terminal.words(std::string{"indicators.score."} + name); };
    const auto& rows = scored.input.indicators;
    const bool has_own_scores =
        scored.input.published_total ||
        std::any_of(rows.begin(), rows.end(), [](const auto& row) { return row.published.has_value(); });
    if (!has_own_scores) return;  // the form states no score: there is nothing to compare with
    const Outcome result = outcome(rules, scored.input, scored.evaluation);
    terminal.out << title("outcome") << ' ' << title(to_string(result.kind));
    for (const std::string& reason : result.reasons) terminal.out << ' ' << reason;
    terminal.out << '\n';
}

}  // namespace indicators
