// SPDX-License-Identifier: Apache-2.0
#include "surveys/core/interval.h"

namespace surveys {

namespace {

constexpr std::int64_t parts = 10'000;  // of the whole, as per cent with two decimals
constexpr base::int128 z_squared = 384'145'882;
constexpr base::int128 z_scale = 100'000'000;

// Whether the share k/10000, which is not above hits/n, is at or below the lower end. The ends are where
// n (hits/n - share)² = z² share (1 - share); multiplied out, nothing is rounded.
bool is_at_or_below(std::int64_t k, std::int64_t hits, std::int64_t n)
{
    const base::int128 distance = static_cast<base::int128>(hits) * parts - static_cast<base::int128>(k) * n;
    return distance * distance * z_scale >= z_squared * k * (parts - k) * n;
}

// The last of the 10000ths that is not above the lower end.
std::int64_t lower_end(std::int64_t hits, std::int64_t n)
{
    std::int64_t sure = 0;
    std::int64_t beyond = static_cast<std::int64_t>(static_cast<base::int128>(hits) * parts / n) + 1;
    while (beyond - sure > 1) {
        const std::int64_t middle = (sure + beyond) / 2;
        (is_at_or_below(middle, hits, n) ? sure : beyond) = middle;
    }
    return sure;
}

}  // namespace

std::optional<Interval> wilson(std::int64_t hits, std::int64_t n)
{
    constexpr int decimals = 2;
    if (n <= 0) return std::nullopt;
    // The upper end of those that are is the lower end of those that are not.
    return Interval{{lower_end(hits, n), decimals}, {parts - lower_end(n - hits, n), decimals}};
}

}  // namespace surveys
