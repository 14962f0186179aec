// SPDX-License-Identifier: Apache-2.0
#include "indicators/core/score.h"

#include "chinese/letters.h"
#include "indicators/core/share.h"

namespace indicators {

namespace {

using base::Decimal;

// One row on its way to a score.
class Row {
public:
    Row(const RuleSet& rules, const EvaluatedInput& input) : rules_{rules}, input_{input} {}

    RowScore scored();

private:
    void find(const char* rule, Severity severity, base::ErrorArgs args = {}, std::vector<std::string> numbers = {});
    const std::string& place_for(std::string_view rule) const;
    void report_reading();
    void earn(const std::optional<Share>& share, Reason reason);
    void give_up(const char* rule, Reason reason = Reason::not_computed, Severity severity = Severity::warning);

    void score_present();
    void score_number();
    void score_at_least(int order, const Share& reached, const Share& wanted);
    void score_at_most(int order, const Share& reached, const Share& wanted);
    void score_zero_target(int order);
    void score_over_target(const Share& reached, const Share& wanted);
    void score_steps();
    void score_deadline();
    void score_words();
    bool published_in_some_band() const;
    void score_in_band(const Band& band);
    void score_coefficient();
    void compare_with_published();
    void ask_for_reason();

    const RuleSet& rules_;
    const EvaluatedInput& input_;
    RowScore row_ = {};
    bool remark_wanted_ = false;
};

void Row::find(const char* rule, Severity severity, base::ErrorArgs args, std::vector<std::string> numbers)
{
    args.emplace_back("name", input_.name);
    Finding& finding = row_.findings.emplace_back(Finding{rule, severity, std::move(args), {}, std::move(numbers)});
    if (const std::string& place = place_for(rule); !place.empty()) finding.places.push_back(place);
}

// The cell a reader should look at first.
const std::string& Row::place_for(std::string_view rule) const
{
    const auto about = [&](std::initializer_list<std::string_view> starts) {
        for (const std::string_view start : starts)
            if (rule.starts_with(start)) return true;
        return false;
    };
    if (about({"weight", "step_points"})) return input_.places.weight;
    if (about({"target", "zero_target", "sign_conflict", "approximate_target"})) return input_.places.target;
    if (about({"published", "score_differs", "grade"})) return input_.places.published;
    if (about({"reason", "remark"}) && !input_.places.reason.empty()) return input_.places.reason;
    return input_.places.actual;
}

void Row::give_up(const char* rule, Reason reason, Severity severity)
{
    row_.reason = reason;
    find(rule, severity, {{"target", input_.target.text}, {"actual", input_.actual.text}});
}

// weight × share, rounded as the rules say.
void Row::earn(const std::optional<Share>& share, Reason reason)
{
    row_.reason = reason;
    const auto exact = share ? product(Share::of(*input_.weight), *share) : std::nullopt;
    const auto score = exact ? rounded(*exact, rules_.rounding.row.value_or(2)) : std::nullopt;
    if (!score) return give_up("number_too_large", Reason::not_computed, Severity::error);
    row_.score = score->scale() == 2 ? *score : score->rounded(2);
    row_.numerator = exact->numerator;
    row_.denominator = exact->denominator;
}

RowScore Row::scored()
{
    report_reading();
    if (!input_.weight)
        give_up("weight_missing", Reason::weight_missing);
    else if (input_.weight->is_negative())
        give_up("weight_negative", Reason::weight_missing, Severity::error);
    else
        score_present();
    if (input_.published) compare_with_published();
    ask_for_reason();
    return std::move(row_);
}

void Row::report_reading()
{
    for (const auto* const warnings : {&input_.target.warnings, &input_.actual.warnings, &input_.warnings})
        for (const std::string& rule : *warnings)
            find(rule.c_str(), Severity::warning, {{"target", input_.target.text}, {"actual", input_.actual.text}});
}

void Row::score_present()
{
    const Comparison comparison = input_.target.comparison;
    const bool left_out = comparison == Comparison::not_applicable || input_.actual.kind == ActualKind::not_applicable;
    if (left_out) {
        find("not_applicable", Severity::note);
        if (rules_.not_applicable == NotApplicable::full) earn(Share::full(), Reason::not_applicable);
        row_.reason = Reason::not_applicable;
        return;
    }
    if (input_.coefficient && rules_.quantitative.positive == PositiveFormula::coefficient) return score_coefficient();
    if (comparison == Comparison::missing) return give_up("target_missing", Reason::target_missing);
    const bool judged = comparison == Comparison::qualitative && !input_.band.empty();
    if (input_.actual.kind == ActualKind::missing && !judged) {
        earn(Share::none(), Reason::no_data);
        return find("no_data", Severity::warning);
    }
    switch (comparison) {
        case Comparison::qualitative: return score_words();
        case Comparison::deadline: return score_deadline();
        case Comparison::steps: return score_steps();
        default: return score_number();
    }
}

void Row::score_number()
{
    switch (input_.actual.kind) {
        case ActualKind::number: break;
        case ActualKind::other_unit: return give_up("units_differ");
        default: return give_up("actual_not_a_number");
    }
    const Share reached = Share::of(input_.actual.value);
    if (reached.numerator < 0) return give_up("actual_negative", Reason::not_computed, Severity::error);
    const Share wanted = Share::of(input_.target.quantity.value);
    if (wanted.numerator < 0) return give_up("target_negative", Reason::not_computed, Severity::error);
    const auto order = compare(reached, wanted);
    if (!order) return give_up("number_too_large", Reason::not_computed, Severity::error);
    if (wanted.numerator == 0) return score_zero_target(*order);
    switch (input_.target.comparison) {
        case Comparison::at_most:
        case Comparison::less: return score_at_most(*order, reached, wanted);
        default: return score_at_least(*order, reached, wanted);
    }
}

// weight × B/A, never above the weight; = falls short the same way, and is full with a remark above.
void Row::score_at_least(int order, const Share& reached, const Share& wanted)
{
    if (order < 0) return earn(quotient(reached, wanted), Reason::below_target);
    if (order == 0 && input_.target.comparison == Comparison::greater) find("limit_only_reached", Severity::note);
    if (order == 0) return earn(Share::full(), Reason::met);
    score_over_target(reached, wanted);
}

void Row::score_over_target(const Share& reached, const Share& wanted)
{
    if (input_.target.comparison == Comparison::equal)
        find("above_equal_target", Severity::note, {{"target", input_.target.text}, {"actual", input_.actual.text}});
    const auto remark_from = product(wanted, Share::of(rules_.quantitative.remark_at));
    const auto far = remark_from ? compare(reached, *remark_from) : std::nullopt;
    remark_wanted_ = far && *far >= 0;
    // Only the unit's own word makes a target one that was set too low (财预〔2020〕10号): the reason has to say so.
    const bool said_too_low = input_.reason.find("偏低") != std::string::npos;
    if (!remark_wanted_ || rules_.quantitative.over_target != OverTarget::cut || !said_too_low) {
        const bool uncapped = !rules_.quantitative.capped;
        return earn(uncapped ? quotient(reached, wanted) : Share::full(), Reason::met);
    }
    const auto ratio = quotient(reached, wanted);
    const bool nothing_left = !ratio || ratio->numerator / ratio->denominator >= 2;
    earn(nothing_left ? Share::none() : Share{2 * ratio->denominator - ratio->numerator, ratio->denominator},
         Reason::over_target_cut);
    find("over_target_cut", Severity::warning, {{"target", input_.target.text}, {"actual", input_.actual.text}});
}

void Row::score_at_most(int order, const Share& reached, const Share& wanted)
{
    if (order == 0 && input_.target.comparison == Comparison::less) find("limit_only_reached", Severity::note);
    if (order <= 0) return earn(Share::full(), Reason::met);
    if (rules_.quantitative.negative == NegativeFormula::inverse_ratio)
        return earn(quotient(wanted, reached), Reason::above_limit);
    // 1 − (B−A)/A = (2A − B)/A, nothing from 2A on.
    const auto ratio = quotient(reached, wanted);
    if (!ratio) return earn(std::nullopt, Reason::above_limit);
    const bool nothing_left = ratio->numerator / ratio->denominator >= 2;
    earn(nothing_left ? Share::none() : Share{2 * ratio->denominator - ratio->numerator, ratio->denominator},
         Reason::above_limit);
}

// Nothing can be divided by a zero target: met at 0 and lost above it; ≥ 0 is met by anything and worth a word.
void Row::score_zero_target(int order)
{
    const bool upward =
        input_.target.comparison == Comparison::at_least || input_.target.comparison == Comparison::greater;
    if (upward) {
        find("zero_target", Severity::warning, {{"target", input_.target.text}});
        return earn(Share::full(), Reason::met);
    }
    earn(order == 0 ? Share::full() : Share::none(), order == 0 ? Reason::met : Reason::above_limit);
}

void Row::score_coefficient()
{
    const Share coefficient = Share::of(*input_.coefficient);
    if (coefficient.numerator < 0 || coefficient.numerator > coefficient.denominator)
        return give_up("coefficient_out_of_range", Reason::not_computed, Severity::error);
    earn(coefficient, Reason::coefficient);
    const bool comparable = is_numeric(input_.target.comparison) && input_.actual.kind == ActualKind::number &&
                            !input_.target.quantity.value.is_zero() && input_.actual.value >= base::Ratio::whole(0);
    if (!comparable) return;
    const bool downward =
        input_.target.comparison == Comparison::at_most || input_.target.comparison == Comparison::less;
    const Share reached = Share::of(input_.actual.value);
    const Share wanted = Share::of(input_.target.quantity.value);
    const auto ratio =
        downward ? (reached.numerator == 0 ? Share::full() : quotient(wanted, reached)) : quotient(reached, wanted);
    const auto percent = ratio ? rounded(ratio->capped(), 4) : std::nullopt;
    if (percent && *percent != *input_.coefficient)
        find("coefficient_differs", Severity::warning, {},
             {base::Ratio::of(*input_.coefficient).percent(2).to_string() + "%",
              base::Ratio::of(*percent).percent(2).to_string() + "%"});
}

void Row::score_steps()
{
    if (input_.actual.kind == ActualKind::other_unit) return give_up("units_differ");
    if (input_.actual.kind != ActualKind::number) return give_up("actual_not_a_number");
    const StepTable& table = *input_.target.steps;
    const auto points = points_for(table, input_.actual.value);
    if (!points) return give_up("no_step");
    const Decimal most = table.most_points();
    if (most != *input_.weight)
        find("step_points_differ", Severity::warning, {}, {most.to_string(), input_.weight->to_string()});
    const bool over = *points > *input_.weight;
    const auto share =
        over || input_.weight->is_zero() ? Share::full() : *quotient(Share::of(*points), Share::of(*input_.weight));
    earn(share, Reason::step);
}

void Row::score_deadline()
{
    if (input_.actual.kind == ActualKind::date) {
        const chinese::Deadline& due = *input_.target.deadline;
        const chinese::Deadline& done = *input_.actual.date;
        if (due.year_known != done.year_known) return give_up("deadline_year_missing");
        if (done.last_day <= due.last_day) return earn(Share::full(), Reason::met);
        find("deadline_missed", Severity::warning, {{"target", input_.target.text}, {"actual", input_.actual.text}});
    } else {
        find("actual_not_a_date", Severity::warning, {{"target", input_.target.text}, {"actual", input_.actual.text}});
    }
    // No printed rule takes points off by days: what is left is the unit's own judgement in a band.
    score_words();
}

void Row::score_words()
{
    const Band* band = band_named(rules_, input_.band);
    if (!band && !input_.band.empty()) return give_up("band_unknown");
    if (band) return score_in_band(*band);
    const bool same_words = input_.target.comparison == Comparison::qualitative &&
                            chinese::compact(input_.actual.text) == chinese::compact(input_.target.text);
    if (same_words) find("actual_repeats_target", Severity::note, {{"actual", input_.actual.text}});
    if (published_in_some_band()) {
        find("published_score_taken", Severity::note, {}, {input_.published->to_string()});
        return earn(quotient(Share::of(*input_.published), Share::of(*input_.weight)), Reason::in_band);
    }
    if (same_words && !rules_.bands.empty()) return earn(Share::of(rules_.bands.front().upper), Reason::in_band);
    give_up("band_missing");
}

// The bands cover everything from nothing to the whole weight.
bool Row::published_in_some_band() const
{
    return input_.published && !rules_.bands.empty() && !input_.weight->is_zero() && !input_.published->is_negative() &&
           *input_.published <= *input_.weight;
}

// The unit's score where it lies in the band it named, else the top of the band.
void Row::score_in_band(const Band& band)
{
    if (input_.published && !input_.weight->is_zero()) {
        const Share own = *quotient(Share::of(*input_.published), Share::of(*input_.weight));
        const bool first = &band == &rules_.bands.front();
        const int to_upper = compare(own, Share::of(band.upper)).value_or(1);
        const bool inside =
            compare(own, Share::of(band.lower)).value_or(-1) >= 0 && (first ? to_upper <= 0 : to_upper < 0);
        if (inside) return earn(own, Reason::in_band);
        find("published_outside_band", Severity::warning, {{"band", band.name}},
             {input_.published->to_string(), base::Ratio::of(band.lower).percent(0).to_string() + "%",
              base::Ratio::of(band.upper).percent(0).to_string() + "%"});
    }
    earn(Share::of(band.upper), Reason::in_band);
    if (!input_.published) find("band_top_taken", Severity::note, {{"band", band.name}});
}

// Published beside computed: kept, compared, never overwritten.
void Row::compare_with_published()
{
    const Decimal published = *input_.published;
    if (input_.weight && published > *input_.weight)
        find("published_above_weight", Severity::warning, {}, {published.to_string(), input_.weight->to_string()});
    if (!row_.score || row_.reason == Reason::no_data || *row_.score == published) return;
    const bool whole_points = row_.score->rounded(0) == published;
    find(whole_points ? "published_rounded" : "score_differs", Severity::warning,
         {{"published", published.to_string()}, {"score", row_.score->to_string()}},
         {row_.score->to_string(), published.to_string()});
}

void Row::ask_for_reason()
{
    if (rules_.warnings.longest_text && !input_.reason.empty()) {
        const std::size_t length = chinese::letter_count(input_.reason);
        if (length > static_cast<std::size_t>(*rules_.warnings.longest_text))
            find("reason_too_long", Severity::warning, {},
                 {std::to_string(length), std::to_string(*rules_.warnings.longest_text)});
    }
    if (!input_.reason.empty()) return;
    if (remark_wanted_)
        find("remark_missing", Severity::warning, {{"target", input_.target.text}, {"actual", input_.actual.text}});
    if (!row_.score || row_.reason == Reason::not_applicable) return;
    const Share needed{base::int128{input_.weight->digits()} * rules_.quantitative.reason_required_below.digits(),
                       base::int128{base::power_of_ten(input_.weight->scale())} *
                           base::power_of_ten(rules_.quantitative.reason_required_below.scale())};
    if (compare(Share::of(*row_.score), needed).value_or(0) < 0)
        find("reason_missing", Severity::warning, {}, {row_.score->to_string(), input_.weight->to_string()});
}

}  // namespace

RowScore score_row(const RuleSet& rules, const EvaluatedInput& input)
{
    return Row{rules, input}.scored();
}

const char* to_string(Reason reason)
{
    switch (reason) {
        case Reason::met: return "met";
        case Reason::below_target: return "below_target";
        case Reason::above_limit: return "above_limit";
        case Reason::step: return "step";
        case Reason::coefficient: return "coefficient";
        case Reason::over_target_cut: return "over_target_cut";
        case Reason::in_band: return "in_band";
        case Reason::no_data: return "no_data";
        case Reason::not_applicable: return "not_applicable";
        case Reason::weight_missing: return "weight_missing";
        case Reason::target_missing: return "target_missing";
        case Reason::not_computed: return "not_computed";
    }
    return "";
}

}  // namespace indicators
