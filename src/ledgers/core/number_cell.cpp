// SPDX-License-Identifier: Apache-2.0
#include "ledgers/core/number_cell.h"

#include <array>
#include <optional>
#include <stdexcept>

#include "base/digit.h"
#include "base/quantity.h"
#include "base/ratio.h"
#include "chinese/letters.h"
#include "ledgers/core/refused_cell.h"

namespace ledgers {

using base::is_digit;

namespace {

constexpr std::string_view yuan_sign = "¥";
constexpr int most_decimals = 9;

// The digits in front of `text` without their commas, none where a comma does not stand before three digits.
std::optional<std::string> without_commas(std::string_view digits)
{
    std::string plain;
    const auto point = std::min(digits.find('.'), digits.size());
    std::size_t since_comma = 0;
    bool any_comma = false;
    for (std::size_t i = 0; i < point; ++i) {
        if (digits[i] != ',') {
            plain += digits[i];
            ++since_comma;
            continue;
        }
        const bool group_is_whole = any_comma ? since_comma == 3 : since_comma >= 1 && since_comma <= 3;
        if (!group_is_whole) return std::nullopt;
        any_comma = true;
        since_comma = 0;
    }
    if (any_comma && since_comma != 3) return std::nullopt;
    return plain + std::string{digits.substr(point)};
}

struct Multiple {
    std::string_view word;
    std::int64_t times;
};

// 万元 is a unit of its own for base; 万人 and 万次 are counts of a unit it does not know.
std::optional<base::Ratio> times_of_multiple(const std::string& written, const std::string& unit)
{
    constexpr std::array multiples{Multiple{"万", 10'000}, Multiple{"亿", 100'000'000}};
    for (const Multiple& multiple : multiples) {
        if (!written.starts_with(multiple.word)) continue;
        const std::string rest = base::unit_named(written.substr(multiple.word.size()));
        if (rest.empty() || rest == unit) return base::Ratio::whole(multiple.times);
    }
    return std::nullopt;
}

std::optional<base::Ratio> factor(const std::string& written, const std::string& unit)
{
    if (const auto known = base::conversion(written, unit)) return known;
    if (written == "%" && unit.empty()) return base::Ratio::reduced(1, 100);
    if (written == "百" && unit == "%") return base::Ratio::whole(100);
    return unit == "%" ? std::nullopt : times_of_multiple(written, unit);
}

// value × ratio where that has at most nine decimals.
std::optional<base::Decimal> exactly(base::Decimal value, const base::Ratio& ratio)
{
    base::int128 digits = base::multiply_checked(value.digits(), ratio.numerator());
    int scale = value.scale();
    while (digits % ratio.denominator() != 0) {
        if (scale == most_decimals) return std::nullopt;
        digits = base::multiply_checked(digits, 10);
        ++scale;
    }
    // What is stored must be readable again: base::Decimal takes 18 digits.
    const std::int64_t result = base::narrow(digits / ratio.denominator());
    constexpr std::int64_t beyond_eighteen_digits = 1'000'000'000'000'000'000;
    if (result >= beyond_eighteen_digits || result <= -beyond_eighteen_digits)
        throw std::overflow_error("too many digits");
    return base::Decimal{result, scale};
}

}  // namespace

base::Result<WrittenNumber> parse_number(std::string_view text)
{
    const std::string plain = chinese::compact(text);
    std::string_view rest = plain;
    const auto not_a_number = [&] { return refused_cell("not_a_number", text); };
    WrittenNumber number;
    const auto take_yuan_sign = [&] {
        if (!rest.starts_with(yuan_sign)) return;
        rest.remove_prefix(yuan_sign.size());
        number.unit = "元";
    };
    take_yuan_sign();
    const bool signed_number = rest.starts_with('-') || rest.starts_with('+');
    const std::string sign{signed_number && rest.front() == '-' ? "-" : ""};
    if (signed_number) rest.remove_prefix(1);
    if (number.unit.empty()) take_yuan_sign();

    std::size_t end = 0;
    while (end < rest.size() && (is_digit(rest[end]) || rest[end] == ',' || rest[end] == '.')) ++end;
    if (end == 0) return not_a_number();
    const auto digits = without_commas(rest.substr(0, end));
    if (!digits) return refused_cell("misplaced_comma", text);
    const auto value = base::Decimal::parse(sign + *digits);
    if (!value && value.error().code == "decimal.out_of_range") return refused_cell("too_many_digits", text);
    if (!value) return not_a_number();
    number.value = *value;

    const std::string_view unit = rest.substr(end);
    // 12-15, 3号4楼 and 2024-1-5 are no numbers: a unit has neither digits nor signs.
    if (unit.find_first_of("0123456789,.+-:") != std::string_view::npos) return not_a_number();
    if (!unit.empty())
        number.unit = number.unit == "元" && !unit.ends_with("元") ? std::string{unit} + "元" : std::string{unit};
    return number;
}

base::Result<base::Decimal> in_unit(const WrittenNumber& number, const std::string& unit)
{
    const std::string written = base::unit_named(number.unit);
    if (written.empty() || written == unit) return number.value;
    const auto times = factor(written, unit);
    if (!times && unit.empty()) return refused_cell("unit_unexpected", {{"unit", number.unit}});
    if (!times) return refused_cell("unit_other", {{"unit", number.unit}, {"expected", unit}});
    try {
        const auto value = exactly(number.value, *times);
        if (!value) return refused_cell("not_exact", {{"unit", number.unit}, {"expected", unit}});
        return *value;
    } catch (const std::overflow_error&) {
        return refused_cell("too_many_digits", {{"text", number.value.to_string() + number.unit}});
    }
}

}  // namespace ledgers
