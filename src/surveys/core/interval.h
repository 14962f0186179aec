// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

#include "base/decimal.h"

namespace surveys {

// The 95 % interval of Wilson (1927) for a share of `hits` in `n`, in per cent with two decimals, its ends rounded
// outward: what is between them is never less than the formula says. Exact, from whole numbers; z² is
// 3.84145882 (the 95 % point of chi-squared with one degree of freedom, eight decimals). n up to ten million.
struct Interval {
    base::Decimal low = {};
    base::Decimal high = {};
};
std::optional<Interval> wilson(std::int64_t hits, std::int64_t n);  // none of no answers

}  // namespace surveys
