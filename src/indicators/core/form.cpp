// SPDX-License-Identifier: Apache-2.0
#include "indicators/core/form.h"

#include <algorithm>
#include <array>
#include <set>

#include "chinese/letters.h"
#include "chinese/number.h"
#include "chinese/quantity_text.h"

namespace indicators {

namespace {

using base::Decimal;

bool is_blank_mark(std::string_view clean)
{
    constexpr std::array<std::string_view, 8> marks{"", "-", "--", "/", "\\", "无", "0", "不适用"};
    return std::find(marks.begin(), marks.end(), clean) != marks.end();
}

// "10", "10.00", "10分", "(10)": points as forms print them; none for a number that no form can mean.
std::optional<Decimal> read_points(std::string_view text)
{
    std::string clean = chinese::compact(text);
    if (clean.starts_with('(') && clean.ends_with(')')) clean = clean.substr(1, clean.size() - 2);
    const auto number = chinese::number_at_start(clean);
    if (!number || number->per_cent || number->in_chinese) return std::nullopt;
    const std::string_view rest = std::string_view{clean}.substr(number->size);
    const bool sensible = number->value <= Decimal::whole(10'000) && number->value.scale() <= 4;
    return sensible && (rest.empty() || rest == "分") ? std::optional{number->value} : std::nullopt;
}

// "91.41%" is 91.41; "1" and "0.9141" without a sign are shares of one.
std::optional<Decimal> read_percent(std::string_view text)
{
    const auto quantity = chinese::read_quantity(text);
    if (!quantity || quantity->quantity.value.is_negative()) return std::nullopt;
    const Decimal value = quantity->quantity.value;
    if (quantity->quantity.unit == "%") return value;
    if (!quantity->quantity.unit.empty()) return std::nullopt;
    if (value > Decimal::whole(100)) return std::nullopt;
    if (value > Decimal::whole(2)) return value;
    return value.scale() >= 2 ? Decimal{value.digits(), value.scale() - 2} : Decimal{value.rounded(2).digits(), 0};
}

std::string name_without_points(std::string_view level1)
{
    const std::string clean = chinese::compact(level1);
    const std::size_t bracket = clean.find('(');
    return bracket == clean.npos || bracket == 0 ? clean : clean.substr(0, bracket);
}

std::optional<Decimal> points_in_name(std::string_view level1)
{
    const std::string clean = chinese::compact(level1);
    const std::size_t bracket = clean.find('(');
    if (bracket == clean.npos || !clean.ends_with("分)")) return std::nullopt;
    return read_points(std::string_view{clean}.substr(bracket));
}

std::string without_quotes(std::string_view text)
{
    std::string clean = chinese::compact(text);
    for (const std::string_view quote : {"“", "”", "\"", "‘", "’", "「", "」"})
        for (std::size_t at = clean.find(quote); at != clean.npos; at = clean.find(quote))
            clean.erase(at, quote.size());
    return clean;
}

// The bureau's own table stands in where the form prints none for an indicator that has one.
const Target* table_for(const RuleSet& rules, const FormRow& row, const Target& read)
{
    if (read.comparison == Comparison::steps) return nullptr;
    const std::string name = without_quotes(row.name.text);
    for (const NamedTable& table : rules.tables)
        if (without_quotes(table.indicator) == name) return &table.target;
    return nullptr;
}

EvaluatedInput read_row(const RuleSet& rules, const FormRow& row, std::optional<int> year)
{
    EvaluatedInput input;
    input.level1 = name_without_points(row.level1);
    input.level2 = chinese::compact(row.level2);
    input.name = chinese::normalised(row.name.text);
    input.target = parse_target({row.target.text, row.unit.text, row.sign.text}, year);
    if (const Target* const table = table_for(rules, row, input.target)) {
        input.target = *table;
        input.target.text = row.target.text;
    }
    input.actual = parse_actual(row.actual.text, row.unit.text, input.target, year);
    input.weight = read_points(row.weight.text);
    if (!input.weight && !is_blank_mark(chinese::compact(row.weight.text)))
        input.warnings.emplace_back("weight_unreadable");
    input.published = read_points(row.published.text);
    if (!input.published && !is_blank_mark(chinese::compact(row.published.text)))
        input.warnings.emplace_back("published_unreadable");
    if (const auto percent = read_percent(row.coefficient.text))
        input.coefficient = base::Ratio{*percent, Decimal::whole(100)}.rounded(4);
    else if (!is_blank_mark(chinese::compact(row.coefficient.text)))
        input.warnings.emplace_back("coefficient_unreadable");
    input.band = chinese::compact(row.band.text);
    input.grade = chinese::compact(row.grade.text);
    if (!is_blank_mark(chinese::compact(row.reason.text))) input.reason = chinese::normalised(row.reason.text);
    input.places = {row.target.place, row.actual.place, row.weight.place, row.published.place, row.reason.place};
    return input;
}

std::optional<base::Money> money_of(const FormCell& cell, const FormCell& unit)
{
    auto quantity = chinese::read_quantity(cell.text);
    if (!quantity) return std::nullopt;
    if (quantity->quantity.unit.empty()) quantity->quantity.unit = base::unit_named(chinese::compact(unit.text));
    const auto yuan = base::conversion(quantity->quantity.unit, "元");
    if (!yuan || quantity->quantity.unit.empty()) return std::nullopt;
    const base::Ratio amount = base::Ratio::of(quantity->quantity.value) * *yuan;
    return base::Money::from_fen(amount.rounded(2).digits());
}

// What the form itself prints about execution; amounts only where they were not given beside the form.
void read_execution_row(const FormRow& row, ExecutionInput& execution)
{
    execution.published_score = read_points(row.published.text);
    execution.published_weight = read_points(row.weight.text);
    const auto budget = money_of(row.target, row.unit);
    const auto executed = money_of(row.actual, row.unit);
    const bool amounts = budget && executed;
    execution.published_rate =
        read_percent(row.coefficient.text.empty() && !amounts ? row.actual.text : row.coefficient.text);
    if (!is_blank_mark(chinese::compact(row.reason.text))) execution.reason = chinese::normalised(row.reason.text);
    execution.place = row.published.place.empty() ? row.name.place : row.published.place;
    if (execution.adjusted || execution.executed || !amounts) return;
    execution.adjusted = budget;
    execution.executed = executed;
}

// 产出指标(60分) + 效益指标(40分) in a form of 80 points.
void check_points_in_names(const RuleSet& rules, const Form& form, Findings& findings)
{
    std::map<std::string, Decimal> stated;
    for (const FormRow& row : form.rows)
        if (const auto points = points_in_name(row.level1)) stated[name_without_points(row.level1)] = *points;
    Decimal sum;
    for (const auto& [name, points] : stated) sum = sum + points;
    if (sum > rules.weights.total)
        findings.push_back(
            {"level1_weights_differ", Severity::warning, {}, {}, {sum.to_string(), rules.weights.total.to_string()}});
}

// A printed grade beside weight and score: 优 for 89 % is none of the rule set's (or of the usual 90/80/60).
void check_grades(const RuleSet& rules, const EvaluationInput& input, Findings& findings)
{
    static const std::vector<Grade> usual{
        {"优", Decimal::whole(90)}, {"良", Decimal::whole(80)}, {"中", Decimal::whole(60)}, {"差", Decimal::whole(0)}};
    const std::vector<Grade>& grades = rules.grades.empty() ? usual : rules.grades;
    for (const EvaluatedInput& row : input.indicators) {
        if (row.grade.empty() || !row.weight || row.weight->is_zero() || !row.published || row.published->is_negative())
            continue;
        const base::Ratio share = base::Ratio{*row.published, *row.weight} * base::Ratio::whole(100);
        for (const Grade& grade : grades) {
            if (share < base::Ratio::of(grade.from)) continue;
            if (grade.name != row.grade)
                findings.push_back({"grade_differs",
                                    Severity::warning,
                                    {{"name", row.name}, {"grade", row.grade}, {"computed", grade.name}},
                                    {row.places.published},
                                    {share.rounded(2).to_string() + "%"}});
            break;
        }
    }
}

}  // namespace

Findings fill_weights(Form& form, const WeightsByName& weights)
{
    Findings findings;
    WeightsByName by_name;
    for (const auto& [name, weight] : weights) by_name[without_quotes(name)] = weight;
    std::set<std::string> used;
    for (FormRow& row : form.rows) {
        const auto found = by_name.find(without_quotes(row.name.text));
        if (found == by_name.end()) continue;
        used.insert(found->first);
        const auto own = read_points(row.weight.text);
        if (!own)
            row.weight.text = found->second;
        else if (own != read_points(found->second))
            findings.push_back({"weight_file_differs",
                                Severity::warning,
                                {{"name", row.name.text}},
                                {row.weight.place},
                                {row.weight.text, found->second}});
    }
    for (const auto& [name, weight] : by_name)
        if (!used.contains(name))
            findings.push_back({"weight_without_row", Severity::warning, {{"name", name}}, {}, {weight}});
    return findings;
}

ScoredForm score_form(const RuleSet& rules, const Form& form, const ExecutionInput& execution, std::optional<int> year)
{
    ScoredForm scored;
    scored.input.execution = execution;
    if (form.execution) read_execution_row(*form.execution, scored.input.execution);
    scored.input.indicators.reserve(form.rows.size());
    for (const FormRow& row : form.rows) scored.input.indicators.push_back(read_row(rules, row, year));
    scored.input.published_total = read_points(form.total.text);
    scored.input.total_place = form.total.place;
    scored.evaluation = evaluate(rules, scored.input);
    check_points_in_names(rules, form, scored.evaluation.findings);
    check_grades(rules, scored.input, scored.evaluation.findings);
    return scored;
}

}  // namespace indicators
