// SPDX-License-Identifier: Apache-2.0
#include "indicators/core/run.h"

#include <algorithm>
#include <map>

#include "chinese/letters.h"
#include "indicators/core/comparison_text.h"
#include "indicators/core/roll_over.h"

namespace indicators {

namespace {

// The first thing of each code; facts of what no indicator is measured by are not in it.
template <class Thing>
std::map<std::string_view, const Thing*> by_code(const std::vector<Thing>& things)
{
    std::map<std::string_view, const Thing*> found;
    for (const Thing& thing : things) found.emplace(thing.code, &thing);
    return found;
}

template <class Thing>
const Thing* find(const std::map<std::string_view, const Thing*>& things, const std::string& code)
{
    const auto found = things.find(code);
    return found == things.end() ? nullptr : found->second;
}

std::map<std::string_view, const Fact*> facts_of_indicators(const std::vector<Fact>& facts)
{
    std::map<std::string_view, const Fact*> found;
    for (const Fact& fact : facts)
        if (fact.kind == FactKind::indicator || fact.kind == FactKind::manual) found.emplace(fact.code, &fact);
    return found;
}

std::map<std::string_view, std::string> notes_by_code(const std::vector<Note>& notes)
{
    std::map<std::string_view, std::string> texts;
    for (const Note& note : notes) {
        if (note.kind == NoteKind::measure) continue;  // what will be done is no reason for what was
        std::string& text = texts[note.code];
        text += (text.empty() ? "" : "；") + note.text;
    }
    return texts;
}

std::optional<base::Decimal> decimal_if(const std::string& text)
{
    const auto number = base::Decimal::parse(text);
    return number ? std::optional{*number} : std::nullopt;
}

std::optional<base::Money> money_fact(const std::vector<Fact>& facts, std::string_view code)
{
    constexpr std::int64_t fen_per_yuan = 100;
    for (const Fact& fact : facts) {
        if (fact.kind != FactKind::execution || fact.code != code || !fact.value) continue;
        const base::Ratio fen = *fact.value * base::Ratio::whole(fen_per_yuan);
        if (fen.denominator() == 1) return base::Money::from_fen(base::narrow(fen.numerator()));
    }
    return std::nullopt;
}

Actual actual_of(const Fact* fact, const IndicatorSetting& setting, const Target& target, base::FiscalYear year)
{
    if (!fact) return {};
    if (fact->value) return measured(*fact->value, fact->unit, target);
    return parse_actual(fact->words, setting.unit, target, year.year);
}

// Shares count only where every goal has one.
std::vector<GoalShare> shares_of(const std::vector<Goal>& goals)
{
    std::vector<GoalShare> shares;
    for (const Goal& goal : goals) {
        if (!goal.share) return {};
        shares.push_back({goal.text, *goal.share});
    }
    return shares;
}

std::size_t position_of(const std::vector<Goal>& goals, const std::string& number)
{
    std::size_t position = 0;
    while (position < goals.size() && goals[position].number != number) ++position;
    return position;
}

// Fields end with a tab, so those are escaped.
class Lines {
public:
    Lines& add(std::string_view field)
    {
        for (const char c : field) switch (c) {
                case '\\': text_ += "\\\\"; break;
                case '\t': text_ += "\\t"; break;
                case '\n': text_ += "\\n"; break;
                default: text_ += c;
            }
        text_ += '\t';
        return *this;
    }
    Lines& add(const std::optional<base::Decimal>& number) { return add(number ? number->to_string() : "null"); }
    void end() { text_.back() = '\n'; }
    void add(const Findings& findings)
    {
        for (const Finding& finding : findings) {
            add("finding").add(finding.rule).add(to_string(finding.severity));
            for (const auto& [name, value] : finding.args) add(name).add(value);
            for (const std::string& place : finding.places) add(place);
            for (const std::string& number : finding.numbers) add(number);
            end();
        }
    }
    std::string finish() { return std::move(text_); }

private:
    std::string text_;
};

// What the unit's cell adds to a number: all of it behind a bare one, 元 behind 150万, nothing behind 1800次/年.
std::string unit_lacking(const IndicatorSetting& setting)
{
    const Target own = parse_target({setting.target});
    if (!is_numeric(own.comparison)) return {};
    const std::string& unit = own.quantity.unit;
    const bool is_large = unit == "万" || unit == "亿";
    if (is_large && setting.unit.starts_with(unit)) return setting.unit.substr(unit.size());
    return unit.empty() || is_large ? setting.unit : std::string{};
}

}  // namespace

std::string printed_target(const IndicatorSetting& setting)
{
    std::string text = setting.target;
    if (text.empty()) return text;
    const std::string compact = chinese::compact(text);
    std::string_view rest = compact;
    const bool says_itself = take_comparison(rest) || take_trailing_comparison(rest);
    const auto sign = parse_sign(setting.sign);
    if (sign && !says_itself) text = std::string{sign_of(*sign)} + text;
    return text + unit_lacking(setting);
}

bool has_errors(const Run& run)
{
    return !run.total || has_errors(run.findings) ||
           std::any_of(run.rows.begin(), run.rows.end(), [](const RunRow& row) { return has_errors(row.findings); });
}

const Target& TargetReader::read(const IndicatorSetting& setting, base::FiscalYear year)
{
    std::string key = setting.target;
    key.append("\n")
        .append(setting.unit)
        .append("\n")
        .append(setting.sign)
        .append("\n")
        .append(std::to_string(year.year));
    const auto known = targets_.find(key);
    if (known != targets_.end()) return known->second;
    Target target = parse_target({setting.target, setting.unit, setting.sign}, year.year);
    return targets_.emplace(std::move(key), std::move(target)).first->second;
}

EvaluationInput evaluation_input(const ScoringBasis& basis, TargetReader& targets)
{
    EvaluationInput input;
    input.goals = shares_of(basis.goals);
    input.execution.initial = money_fact(basis.facts, initial_budget_fact);
    input.execution.adjusted = money_fact(basis.facts, adjusted_budget_fact);
    input.execution.executed = money_fact(basis.facts, executed_budget_fact);
    const auto facts = facts_of_indicators(basis.facts);
    const auto entries = by_code(basis.entries);
    const auto notes = notes_by_code(basis.notes);
    input.indicators.reserve(basis.indicators.size());
    for (const IndicatorInForce& in_force : basis.indicators) {
        const IndicatorSetting& setting = in_force.setting;
        EvaluatedInput& indicator = input.indicators.emplace_back();
        indicator.code = setting.code;
        indicator.level1 = setting.level1;
        indicator.level2 = setting.level2;
        indicator.name = setting.name;
        indicator.target = targets.read(setting, basis.year);
        if (names_last_year(setting.name, basis.year.year)) indicator.warnings.emplace_back("name_of_last_year");
        indicator.actual = actual_of(find(facts, setting.code), setting, indicator.target, basis.year);
        if (const auto weight = decimal_if(setting.weight)) indicator.weight = weight->without_trailing_zeros();
        if (const Entry* const entry = find(entries, setting.code)) {
            indicator.band = entry->band;
            indicator.published = decimal_if(entry->published);
        }
        if (const auto note = notes.find(setting.code); note != notes.end()) indicator.reason = note->second;
        indicator.places = {setting.code, setting.code, setting.code, setting.code, setting.code};
        indicator.goal = position_of(basis.goals, setting.goal);
    }
    return input;
}

Run run_of(const ScoringBasis& basis, const EvaluationInput& input, Evaluation evaluation)
{
    Run run;
    run.year = basis.year;
    run.execution_rate = evaluation.execution.rate;
    run.execution_score = evaluation.execution.score;
    if (const auto weight = evaluation.execution.weight) run.execution_weight = weight->without_trailing_zeros();
    run.indicators_total = evaluation.indicators_total;
    run.total = evaluation.total;
    run.grade = evaluation.grade;
    run.findings = std::move(evaluation.findings);
    const auto facts = facts_of_indicators(basis.facts);
    run.rows.reserve(evaluation.rows.size());
    for (std::size_t i = 0; i < evaluation.rows.size(); ++i) {
        const IndicatorSetting& setting = basis.indicators[i].setting;
        const EvaluatedInput& indicator = input.indicators[i];
        const Fact* const fact = find(facts, setting.code);
        RunRow& row = run.rows.emplace_back();
        row.code = setting.code;
        row.goal = setting.goal;
        row.level1 = setting.level1;
        row.level2 = setting.level2;
        row.name = setting.name;
        row.target = printed_target(setting);
        row.unit = setting.unit;
        row.actual = fact ? fact->printed() : "";
        row.weight = indicator.weight;
        row.score = evaluation.rows[i].score;
        row.reason = to_string(evaluation.rows[i].reason);
        row.band = indicator.band;
        row.published = indicator.published;
        row.note = indicator.reason;
        row.version = basis.indicators[i].version;
        row.fact_id = fact ? fact->id : "";
        row.findings = std::move(evaluation.rows[i].findings);
    }
    return run;
}

std::string serialised(const Run& run)
{
    Lines lines;
    lines.add("run").add(std::to_string(run.year.year)).add(run.as_of.to_string());
    lines.add(run.rule_set.id).add(run.rule_set.digest).add(run.facts_digest).end();
    lines.add("execution").add(run.execution_rate ? exact_text(*run.execution_rate) : "null");
    lines.add(run.execution_score).add(run.execution_weight).end();
    for (const RunRow& row : run.rows) {
        lines.add("row").add(row.code).add(row.goal).add(row.level1).add(row.level2).add(row.name);
        lines.add(row.target).add(row.unit).add(row.actual).add(row.weight).add(row.score).add(row.reason);
        lines.add(row.band).add(row.published).add(row.note).add(std::to_string(row.version)).end();
        lines.add(row.findings);
    }
    lines.add("total").add(run.indicators_total.to_string()).add(run.total).add(run.grade.value_or("null")).end();
    lines.add(run.findings);
    lines.add("why").add(run.why).end();
    return lines.finish();
}

}  // namespace indicators
