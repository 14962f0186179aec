// SPDX-License-Identifier: Apache-2.0
// Whole numbers beside exact fractions: what forecasts compare with, and how numbers of records are rounded.
#pragma once

#include "base/ratio.h"

namespace indicators {

inline const base::Ratio zero = base::Ratio::whole(0);
inline const base::Ratio one = base::Ratio::whole(1);
inline const base::Ratio hundred = base::Ratio::whole(100);

inline base::Ratio floor_of(const base::Ratio& value)
{
    base::int128 whole = value.numerator() / value.denominator();
    if (value.numerator() < 0 && whole * value.denominator() != value.numerator()) --whole;
    return base::Ratio::reduced(whole, 1);
}

inline base::Ratio ceiling_of(const base::Ratio& value)
{
    return zero - floor_of(zero - value);
}

}  // namespace indicators
