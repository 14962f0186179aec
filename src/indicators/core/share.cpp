// SPDX-License-Identifier: Apache-2.0
#include "indicators/core/share.h"

#include <limits>

namespace indicators {

namespace {

using base::int128;

bool multiply(int128 a, int128 b, int128& product)
{
    return !__builtin_mul_overflow(a, b, &product);
}

Share reduced(const Share& share)
{
    const base::Ratio ratio = base::Ratio::reduced(share.numerator, share.denominator);
    return {ratio.numerator(), ratio.denominator()};
}

std::optional<Share> product_as_is(const Share& a, const Share& b)
{
    Share result;
    if (!multiply(a.numerator, b.numerator, result.numerator)) return std::nullopt;
    if (!multiply(a.denominator, b.denominator, result.denominator)) return std::nullopt;
    return result;
}

}  // namespace

std::optional<Share> product(const Share& a, const Share& b)
{
    if (const auto result = product_as_is(a, b)) return result;
    // Cross-reduce: numerators against the other factor's denominator, so that the product is in lowest terms.
    const Share first = reduced({a.numerator, b.denominator});
    const Share second = reduced({b.numerator, a.denominator});
    return product_as_is({first.numerator, second.denominator}, {second.numerator, first.denominator});
}

std::optional<Share> quotient(const Share& a, const Share& b)
{
    return b.numerator < 0 ? product(a, {-b.denominator, -b.numerator}) : product(a, {b.denominator, b.numerator});
}

std::optional<base::Decimal> rounded(const Share& share, int decimals)
{
    const auto scaled = product(share, {base::power_of_ten(decimals), 1});
    if (!scaled) return std::nullopt;
    // Almost every score fits 64 bits, where a division is several times faster.
    constexpr auto most = std::numeric_limits<std::int64_t>::max() / 4;
    const bool small = scaled->numerator >= 0 && scaled->numerator < most && scaled->denominator < most;
    if (small) {
        const auto numerator = static_cast<std::int64_t>(scaled->numerator);
        const auto denominator = static_cast<std::int64_t>(scaled->denominator);
        return base::Decimal{(2 * numerator + denominator) / (2 * denominator), decimals};
    }
    const int128 digits = base::div_half_up(scaled->numerator, scaled->denominator);
    if (digits > std::numeric_limits<std::int64_t>::max() || digits < std::numeric_limits<std::int64_t>::min())
        return std::nullopt;
    return base::Decimal{static_cast<std::int64_t>(digits), decimals};
}

std::optional<int> compare(const Share& a, const Share& b)
{
    int128 left = 0;
    int128 right = 0;
    if (!multiply(a.numerator, b.denominator, left) || !multiply(b.numerator, a.denominator, right)) {
        const Share first = reduced(a);
        const Share second = reduced(b);
        if (!multiply(first.numerator, second.denominator, left) ||
            !multiply(second.numerator, first.denominator, right))
            return std::nullopt;
    }
    return left < right ? -1 : (left == right ? 0 : 1);
}

}  // namespace indicators
