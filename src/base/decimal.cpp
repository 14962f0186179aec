// SPDX-License-Identifier: Apache-2.0
#include "base/decimal.h"

#include <algorithm>
#include <stdexcept>

#include "base/digit.h"

namespace base {

namespace {

constexpr int largest_scale = 9;

}  // namespace

Result<Decimal> Decimal::parse(std::string_view text)
{
    const auto refuse = [&](const char* code) { return fail(ErrorKind::invalid, code, {{"text", std::string{text}}}); };
    std::string_view rest = text;
    const bool negative = !rest.empty() && rest.front() == '-';
    if (negative || (!rest.empty() && rest.front() == '+')) rest.remove_prefix(1);
    const auto point = rest.find('.');
    const std::string_view whole_part = rest.substr(0, point);
    const std::string_view fraction = point == std::string_view::npos ? std::string_view{} : rest.substr(point + 1);
    if (whole_part.empty() || (point != std::string_view::npos && fraction.empty()))
        return refuse("decimal.not_a_number");
    if (!std::all_of(whole_part.begin(), whole_part.end(), is_digit) ||
        !std::all_of(fraction.begin(), fraction.end(), is_digit))
        return refuse("decimal.not_a_number");
    if (fraction.size() > static_cast<std::size_t>(largest_scale)) return refuse("decimal.out_of_range");

    std::int64_t digits = 0;
    for (const std::string_view part : {whole_part, fraction})
        for (const char c : part) {
            if (digits > 99'999'999'999'999'999) return refuse("decimal.out_of_range");
            digits = digits * 10 + (c - '0');
        }
    return Decimal{negative ? -digits : digits, static_cast<int>(fraction.size())};
}

std::string Decimal::to_string() const
{
    const bool negative = digits_ < 0;
    std::string text = std::to_string(digits_);
    if (negative) text.erase(0, 1);
    const auto scale = static_cast<std::size_t>(scale_);
    if (text.size() <= scale) text.insert(0, scale + 1 - text.size(), '0');
    if (scale > 0) text.insert(text.size() - scale, 1, '.');
    return negative ? "-" + text : text;
}

Decimal Decimal::without_trailing_zeros() const
{
    Decimal result = *this;
    while (result.scale_ > 0 && result.digits_ % 10 == 0) {
        result.digits_ /= 10;
        --result.scale_;
    }
    return result;
}

Decimal Decimal::rounded(int scale) const
{
    if (scale >= scale_) return Decimal{narrow(digits_at(scale)), scale};
    return Decimal{narrow(div_half_up(digits_, power_of_ten(scale_ - scale))), scale};
}

int128 Decimal::digits_at(int scale) const
{
    return multiply_checked(digits_, power_of_ten(scale - scale_));
}

Decimal operator+(Decimal a, Decimal b)
{
    const int scale = std::max(a.scale_, b.scale_);
    return Decimal{narrow(add_checked(a.digits_at(scale), b.digits_at(scale))), scale};
}

Decimal operator-(Decimal a, Decimal b)
{
    return a + -b;
}

Decimal multiply(Decimal a, Decimal b)
{
    int128 digits = multiply_checked(a.digits_, b.digits_);
    int scale = a.scale_ + b.scale_;
    while (scale > largest_scale && digits % 10 == 0) {
        digits /= 10;
        --scale;
    }
    if (scale > largest_scale) throw std::overflow_error("decimal product has too many decimals");
    return Decimal{narrow(digits), scale};
}

std::strong_ordering operator<=>(Decimal a, Decimal b)
{
    const int scale = std::max(a.scale_, b.scale_);
    const int128 left = a.digits_at(scale);
    const int128 right = b.digits_at(scale);
    return left < right ? std::strong_ordering::less
                        : (left == right ? std::strong_ordering::equal : std::strong_ordering::greater);
}

}  // namespace base
