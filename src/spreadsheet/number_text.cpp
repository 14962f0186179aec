// SPDX-License-Identifier: Apache-2.0
#include "spreadsheet/number_text.h"

#include <algorithm>
#include <charconv>

namespace spreadsheet {

namespace {

constexpr std::size_t significant_digits = 15;
constexpr int largest_exponent = 308;

// digits × 10^-scale
struct Written {
    bool is_negative = false;
    bool is_whole = true;  // neither point nor exponent
    std::string digits = {};
    int scale = 0;
};

bool take_digits(std::string_view& text, std::string& digits)
{
    const std::size_t before = digits.size();
    while (!text.empty() && text.front() >= '0' && text.front() <= '9') {
        digits += text.front();
        text.remove_prefix(1);
    }
    return digits.size() > before;
}

std::optional<Written> parse(std::string_view text)
{
    Written number;
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
        number.is_negative = text.front() == '-';
        text.remove_prefix(1);
    }
    bool any = take_digits(text, number.digits);
    if (!text.empty() && text.front() == '.') {
        text.remove_prefix(1);
        const std::size_t whole = number.digits.size();
        any = take_digits(text, number.digits) || any;
        number.scale = static_cast<int>(number.digits.size() - whole);
        number.is_whole = false;
    }
    if (!any || number.digits.size() > largest_exponent) return std::nullopt;
    if (text.empty()) return number;

    if (text.front() != 'e' && text.front() != 'E') return std::nullopt;
    text.remove_prefix(1);
    if (!text.empty() && text.front() == '+') text.remove_prefix(1);
    int exponent = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), exponent);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    if (exponent > largest_exponent || exponent < -largest_exponent) return std::nullopt;
    number.scale -= exponent;
    number.is_whole = false;
    return number;
}

void round_to_significant(Written& number)
{
    if (number.digits.size() <= significant_digits) return;
    const bool up = number.digits[significant_digits] >= '5';
    number.scale -= static_cast<int>(number.digits.size() - significant_digits);
    number.digits.resize(significant_digits);
    if (!up) return;
    std::size_t at = significant_digits;
    while (at > 0 && number.digits[at - 1] == '9') number.digits[--at] = '0';
    if (at > 0)
        ++number.digits[at - 1];
    else
        number.digits.insert(0, 1, '1');
}

std::string written_out(Written number)
{
    if (number.scale < 0) {
        number.digits.append(static_cast<std::size_t>(-number.scale), '0');
        number.scale = 0;
    }
    const auto scale = static_cast<std::size_t>(number.scale);
    if (number.digits.size() <= scale) number.digits.insert(0, scale + 1 - number.digits.size(), '0');
    if (scale > 0) number.digits.insert(number.digits.size() - scale, 1, '.');
    return number.is_negative ? "-" + number.digits : number.digits;
}

// Most cells: digits and at most one point that already are what they should be.
bool is_exact_already(std::string_view text)
{
    if (text.size() > significant_digits + 1 || text.empty()) return false;
    const std::size_t sign = text.front() == '-' ? 1 : 0;
    std::size_t points = 0;
    for (const char c : text.substr(sign)) {
        if (c == '.')
            ++points;
        else if (c < '0' || c > '9')
            return false;
    }
    return points <= 1 && text.size() - sign - points <= significant_digits && text.size() > sign &&
           text[sign] >= '1' && text.back() != '.' && text.back() != '0';
}

}  // namespace

std::optional<std::string> exact_number(std::string_view text)
{
    if (is_exact_already(text)) return std::string{text};
    auto number = parse(text);
    if (!number) return std::nullopt;
    const std::size_t zeros = std::min(number->digits.find_first_not_of('0'), number->digits.size());
    number->digits.erase(0, zeros);
    if (number->digits.empty()) {  // zero, however it was written
        number->is_negative = false;
        if (number->scale <= 0 || number->scale > 9) return "0";
        return written_out(*std::move(number));
    }
    const bool is_longer = number->digits.size() > significant_digits;
    if (!number->is_whole) round_to_significant(*number);
    if (is_longer || number->scale > 9)
        while (number->scale > 0 && number->digits.back() == '0') {
            number->digits.pop_back();
            --number->scale;
        }
    return written_out(*std::move(number));
}

}  // namespace spreadsheet
