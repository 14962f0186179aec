// SPDX-License-Identifier: Apache-2.0
#include "app/report_indicators.h"

#include <algorithm>
#include <charconv>

#include "app/year_report.h"
#include "indicators/core/target.h"

namespace app {

namespace {

using reports::IndicatorRow;

int number_of(const std::string& text)
{
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

std::string notes_of(const std::vector<indicators::Note>& notes, const std::string& code, indicators::NoteKind kind)
{
    std::string text;
    for (const indicators::Note& note : notes)
        if (note.code == code && note.kind == kind) text += (text.empty() ? "" : "；") + note.text;
    return text;
}

bool is_full(const indicators::RunRow& row)
{
    return row.score && row.weight && *row.score >= *row.weight;
}

// The spreadsheet's own formula, but only where it gives our score from the printed numbers.
void add_formula(IndicatorRow& shown, const indicators::RunRow& row, base::FiscalYear year)
{
    using indicators::Comparison;
    const indicators::Target target = indicators::parse_target({row.target, row.unit}, year.year);
    const indicators::Actual actual = indicators::parse_actual(row.actual, row.unit, target, year.year);
    const bool rises = target.comparison == Comparison::at_least || target.comparison == Comparison::equal;
    const base::Ratio zero = base::Ratio::whole(0);
    const base::Ratio wanted = base::Ratio::of(target.quantity.value);
    const bool computable = row.score && row.weight && actual.kind == indicators::ActualKind::number && wanted > zero &&
                            actual.value > zero && (rises || target.comparison == Comparison::at_most);
    if (!computable) return;
    const base::Decimal printed = actual.value.rounded(6);
    if (base::Ratio::of(printed) != actual.value) return;
    const base::Ratio weight = base::Ratio::of(*row.weight);
    const base::Ratio share = rises ? actual.value / wanted : wanted / actual.value;
    if (std::min(weight, weight * share).rounded(2) != *row.score) return;
    shown.target_number = target.quantity.value.to_string();
    shown.actual_number = printed.without_trailing_zeros().to_string();
    shown.formula = rises ? IndicatorRow::Formula::ratio : IndicatorRow::Formula::inverse_ratio;
}

IndicatorRow row_of(const indicators::RunRow& row, base::FiscalYear year, cli::Language language)
{
    IndicatorRow shown;
    shown.code = row.code;
    shown.goal = number_of(row.goal);
    shown.level1 = row.level1;
    shown.level2 = row.level2;
    shown.name = row.name;
    shown.target = row.target;
    shown.actual = row.actual;
    shown.fact = row.code;
    shown.weight = row.weight.value_or(base::Decimal{0, 2});
    shown.score = row.score;
    if (!is_full(row)) shown.explanation = cli::sentence(language, "app.reason." + row.reason, {});
    add_formula(shown, row, year);
    return shown;
}

// What the indicator promised as first set; none where no document changed it.
std::optional<std::string> initial_target(const indicators::Targets& targets, const indicators::RunRow& row)
{
    const auto first = std::find_if(targets.indicators.begin(), targets.indicators.end(),
                                    [&](const auto& setting) { return setting.code == row.code; });
    if (first == targets.indicators.end()) return std::string{};
    std::string printed = indicators::printed_target(*first);
    return printed == row.target ? std::nullopt : std::optional{std::move(printed)};
}

void add_goals(reports::YearReport& report, const indicators::Run& run, const std::vector<indicators::Goal>& goals)
{
    for (const indicators::Goal& goal : goals) {
        reports::Goal shown{number_of(goal.number), goal.text, true, 0};
        for (const indicators::RunRow& row : run.rows) {
            if (row.goal != goal.number) continue;
            ++shown.indicators;
            shown.met = shown.met && is_full(row);
        }
        // Nothing measures a goal without indicators, so nothing says that it was met.
        shown.met = shown.met && shown.indicators > 0;
        report.goals.push_back(std::move(shown));
    }
}

void add_findings(reports::YearReport& report, const std::string& code, const indicators::Findings& findings,
                  cli::Language language)
{
    for (const indicators::Finding& finding : findings) {
        report.findings.push_back(finding_row("finding." + finding.rule, to_string(finding.severity), finding.args,
                                              finding.places, finding.numbers, language));
        report.findings.back().code = code;
    }
}

std::string kind_of(indicators::RevisionKind kind)
{
    switch (kind) {
        case indicators::RevisionKind::add: return "新增";
        case indicators::RevisionKind::change: return "修改";
        case indicators::RevisionKind::remove: return "删除";
    }
    return {};
}

}  // namespace

void add_indicators(reports::YearReport& report, const indicators::Run& run, const indicators::Indicators& indicators,
                    const base::OrgId& org, cli::Language language)
{
    const indicators::Targets targets = indicators.targets(org, run.year);
    const auto notes = indicators.notes(org, run.year);
    const auto evidence = indicators.evidence(org, run.year);
    add_goals(report, run, targets.goals);
    add_findings(report, {}, run.findings, language);
    std::map<std::string, std::string> names;
    for (const indicators::RunRow& row : run.rows) {
        IndicatorRow shown = row_of(row, run.year, language);
        shown.initial_target = initial_target(targets, row);
        shown.reason = notes_of(notes, row.code, indicators::NoteKind::cause);
        shown.remark = notes_of(notes, row.code, indicators::NoteKind::excess);
        shown.measure = notes_of(notes, row.code, indicators::NoteKind::measure);
        report.indicators.push_back(std::move(shown));
        add_findings(report, row.code, row.findings, language);
        names[row.code] = row.name;
    }
    for (const indicators::Evidence& file : evidence)
        report.evidence.push_back(
            {names.contains(file.code) ? names.at(file.code) : file.code, file.file_name, file.digest, file.bytes});
    for (const indicators::RevisionChange& change : targets.revisions)
        report.revisions.push_back({change.document, change.date.to_string(),
                                    names.contains(change.code) ? names.at(change.code) : change.code,
                                    kind_of(change.kind) + change.part, change.before, change.after, change.reason});
}

}  // namespace app
