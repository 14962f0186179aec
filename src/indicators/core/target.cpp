// SPDX-License-Identifier: Apache-2.0
#include "indicators/core/target.h"
#include "indicators/core/roll_over.h"

#include <algorithm>
#include <array>

#include "chinese/letters.h"
#include "chinese/quantity_text.h"

namespace indicators {

namespace {

using base::Decimal;
using base::Quantity;

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> words)
{
    return std::find(words.begin(), words.end(), text) != words.end();
}

bool says_not_applicable(std::string_view clean)
{
    return is_one_of(clean, {"--", "-", "/", "\\", "不适用", "此项不适用", "不涉及", "N/A", "n/a"});
}

std::string unit_of_cell(std::string_view cell)
{
    const std::string clean = chinese::compact(cell);
    if (is_one_of(clean, {"百分比", "百分率", "百分号"})) return "%";
    return is_one_of(clean, {"--", "-", "/", "无"}) ? std::string{} : base::unit_named(clean);
}

// 小时内 and 余次 are words and a unit, not a unit.
bool can_be_unit(const std::string& unit)
{
    const std::string behind_a_number = "1" + unit;
    std::string_view rest = behind_a_number;
    return unit.empty() || (chinese::is_unit(unit) && !take_trailing_comparison(rest) && !unit.starts_with("余") &&
                            !unit.starts_with("多") && !unit.ends_with("左右"));
}

// "150万" with the cell 元 is 万元; a bare number takes the cell's unit; two units that differ are a warning.
void complete_unit(Quantity& quantity, std::string_view cell, std::vector<std::string>& warnings)
{
    const std::string unit = unit_of_cell(cell);
    if (unit.empty() || unit == quantity.unit) return;
    if (!can_be_unit(unit)) {
        warnings.emplace_back("unit_unreadable");
        return;
    }
    const bool large = quantity.unit == "万" || quantity.unit == "亿";
    if (quantity.unit.empty() || (large && unit.starts_with(quantity.unit)))
        quantity.unit = unit;
    else if (large)
        quantity.unit = base::unit_named(quantity.unit + unit);
    else
        warnings.emplace_back("unit_conflict");
}

// ≥90% in a scan comes out as 290%: a percentage from 210 to 2100 that starts with 2 and leaves 10 to 100.
std::optional<Quantity> without_misread_sign(const Quantity& quantity)
{
    if (quantity.unit != "%") return std::nullopt;
    const std::string digits = quantity.value.to_string();
    if (!digits.starts_with('2') || digits.size() < 3 || digits[1] < '1' || digits[1] > '9') return std::nullopt;
    const auto rest = Decimal::parse(std::string_view{digits}.substr(1));
    if (!rest || *rest < Decimal::whole(10) || *rest > Decimal::whole(100)) return std::nullopt;
    return Quantity{*rest, "%"};
}

struct NumericText {
    std::optional<Comparison> comparison = {};
    chinese::QuantityText quantity;
};

// "满意度≥90%", "验收合格率达到95%": a label without figures in front of the first sign, or that ends like a rate.
void drop_target_label(std::string_view& text)
{
    std::size_t first = text.npos;
    for (const std::string_view sign : {"≥", "≤", "=", ">", "<"}) first = std::min(first, text.find(sign));
    if (first == text.npos)
        for (const std::string_view end : {"率", "度"})
            if (const std::size_t at = text.find(end); at != text.npos) first = std::min(first, at + end.size());
    if (first == text.npos || first == 0) return;
    if (text.substr(0, first).find_first_of("0123456789%") == text.npos) text.remove_prefix(first);
}

std::optional<NumericText> read_numeric(std::string_view clean)
{
    NumericText result;
    std::string_view rest = clean;
    drop_target_label(rest);
    if (rest.starts_with("在") && rest.size() > 3) rest.remove_prefix(std::string_view{"在"}.size());
    result.comparison = take_comparison(rest);
    // 保持在90%以上, 不少于达到…: a second sign or word would be a different sentence, a tail only confirms.
    if (const auto tail = take_trailing_comparison(rest); tail && (!result.comparison || *tail == *result.comparison))
        result.comparison = tail;
    else if (tail)
        return std::nullopt;
    if (rest.ends_with("(含)")) rest.remove_suffix(std::string_view{"(含)"}.size());
    const auto quantity = chinese::read_quantity(rest);
    if (!quantity || !can_be_unit(quantity->quantity.unit)) return std::nullopt;
    result.quantity = *quantity;
    return result;
}

bool read_number_into(Target& target, std::string_view clean, std::string_view unit_cell,
                      std::optional<Comparison> sign)
{
    const auto numeric = read_numeric(clean);
    if (!numeric) return false;
    target.quantity = numeric->quantity.quantity;
    if (numeric->quantity.approximate) target.warnings.emplace_back("approximate_target");
    complete_unit(target.quantity, unit_cell, target.warnings);
    const Comparison bare = target.quantity.value.is_zero() ? Comparison::equal : Comparison::at_least;
    target.comparison = sign.value_or(numeric->comparison.value_or(bare));
    if (sign && numeric->comparison && *sign != *numeric->comparison) target.warnings.emplace_back("sign_conflict");
    if (!sign && !numeric->comparison)
        if (const auto corrected = without_misread_sign(target.quantity)) {
            target.quantity = *corrected;
            target.warnings.emplace_back("sign_from_ocr");
        }
    return true;
}

}  // namespace

Target parse_target(const TargetCells& cells, std::optional<int> year)
{
    Target target;
    target.text = std::string{cells.text};
    const Confirmed confirmed = without_mark(cells.text);
    const std::string clean = chinese::compact(confirmed.text);
    if (confirmed.is_unconfirmed) target.warnings.emplace_back("target_unconfirmed");
    if (year && names_last_year(confirmed.text, *year)) target.warnings.emplace_back("target_of_last_year");
    if (clean.empty()) return target;
    const auto sign = parse_sign(cells.sign);
    if (says_not_applicable(clean)) {
        target.comparison = Comparison::not_applicable;
    } else if (sign == Comparison::qualitative) {
        target.comparison = Comparison::qualitative;
    } else if ((target.steps = parse_steps(confirmed.text))) {
        target.comparison = Comparison::steps;
    } else if (!sign && (target.deadline = chinese::read_deadline(clean, year))) {
        target.comparison = Comparison::deadline;
    } else if (!read_number_into(target, clean, cells.unit, sign)) {
        target.deadline = chinese::read_deadline(clean, year);
        target.comparison = target.deadline ? Comparison::deadline : Comparison::qualitative;
    }
    return target;
}

std::string to_text(const Target& target)
{
    switch (target.comparison) {
        case Comparison::missing: return {};
        case Comparison::not_applicable: return "--";
        case Comparison::qualitative: return target.text;
        case Comparison::steps: return to_text(*target.steps);
        case Comparison::deadline: {
            const base::Date day = target.deadline->last_day;
            const std::string month_and_day = std::to_string(day.month()) + "月" + std::to_string(day.day()) + "日前";
            return target.deadline->year_known ? std::to_string(day.year()) + "年" + month_and_day : month_and_day;
        }
        default: return std::string{sign_of(target.comparison)} + target.quantity.to_string();
    }
}

namespace {

bool is_money(const std::string& unit)
{
    return unit == "元" || unit == "万元" || unit == "亿元";
}

// 150万 beside 万元: people leave the 元 out. Said, not silent.
std::string assumed_unit(const std::string& unit, const std::string& beside, std::vector<std::string>& warnings)
{
    if (unit.empty() && !beside.empty()) return beside;
    if ((unit == "万" || unit == "亿") && is_money(beside)) {
        warnings.emplace_back("unit_assumed");
        return unit + "元";
    }
    return unit;
}

void bring_to_unit_of(const Quantity& target, std::string unit, Actual& actual)
{
    unit = assumed_unit(unit, target.unit, actual.warnings);
    const std::string wanted = target.unit.empty() ? unit : assumed_unit(target.unit, unit, actual.warnings);
    const auto times = base::conversion(unit, wanted);
    if (times)
        actual.value = actual.value * *times;
    else
        actual.kind = ActualKind::other_unit;
}

Quantity yardstick(const Target& target)
{
    return target.steps ? Quantity{Decimal{}, target.steps->unit} : target.quantity;
}

// 完成6个, 已完成 95%, 实际100%: the words say that it is an actual value and nothing else.
std::string_view without_done_words(std::string_view text)
{
    for (const std::string_view word : {"已完成", "实际完成", "全年完成", "共完成", "完成", "实际", "达到", "达"})
        if (text.starts_with(word) && text.size() > word.size()) return text.substr(word.size());
    return text;
}

bool looks_like_a_fraction(const Quantity& written, const Quantity& target)
{
    return written.unit.empty() && target.unit == "%" && target.value >= Decimal::whole(10) &&
           !written.value.is_zero() && written.value <= Decimal::whole(1) && !written.value.is_negative();
}

bool read_number_into(Actual& actual, std::string_view clean, std::string_view unit_cell, const Target& target)
{
    const auto numeric = read_numeric(without_done_words(clean));
    if (!numeric) return false;
    Quantity quantity = numeric->quantity.quantity;
    if (numeric->comparison && clean == without_done_words(clean)) actual.warnings.emplace_back("actual_repeats_sign");
    if (numeric->quantity.approximate) actual.warnings.emplace_back("approximate_actual");
    complete_unit(quantity, unit_cell, actual.warnings);
    const Quantity wanted = yardstick(target);
    if (looks_like_a_fraction(quantity, wanted)) actual.warnings.emplace_back("percentage_as_fraction");
    // Only beside a target of at least so many per cent, a hundred at most, is 290% more likely ≥90% than itself.
    const bool upward = target.comparison == Comparison::at_least || target.comparison == Comparison::greater ||
                        target.comparison == Comparison::equal;
    const bool share_of_a_hundred = upward && wanted.unit == "%" && wanted.value <= Decimal::whole(100);
    if (share_of_a_hundred && quantity.unit == "%" && !numeric->comparison)
        if (const auto corrected = without_misread_sign(quantity)) {
            quantity = *corrected;
            actual.warnings.emplace_back("sign_from_ocr");
        }
    actual.kind = ActualKind::number;
    actual.value = base::Ratio::of(quantity.value);
    bring_to_unit_of(wanted, quantity.unit, actual);
    return true;
}

}  // namespace

Actual parse_actual(std::string_view text, std::string_view unit_cell, const Target& target, std::optional<int> year)
{
    Actual actual;
    actual.text = std::string{text};
    const std::string clean = chinese::compact(text);
    if (clean.empty()) return actual;
    actual.kind = ActualKind::words;
    if (is_one_of(clean, {"不适用", "此项不适用", "不涉及", "N/A", "n/a"})) {
        actual.kind = ActualKind::not_applicable;
    } else if (is_one_of(clean, {"--", "-", "/", "\\"})) {
        actual.kind = ActualKind::missing;
    } else if (target.comparison == Comparison::deadline) {
        actual.date = chinese::read_deadline(clean, year);
        if (actual.date) actual.kind = ActualKind::date;
    } else if (is_numeric(target.comparison) || target.comparison == Comparison::steps) {
        read_number_into(actual, clean, unit_cell, target);
    }
    return actual;
}

Actual measured(const base::Ratio& value, const std::string& unit, const Target& target)
{
    Actual actual;
    actual.kind = ActualKind::number;
    actual.value = value;
    bring_to_unit_of(yardstick(target), unit, actual);
    return actual;
}

}  // namespace indicators
