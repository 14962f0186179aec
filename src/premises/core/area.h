// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/decimal.h"
#include "base/result.h"

namespace premises {

// An exact area, counted in hundredths of a square metre: certificates and surveys say two decimals. Below zero it is a
// difference.
class Area {
public:
    constexpr Area() = default;
    static constexpr Area from_dm2(std::int64_t dm2) { return Area{dm2}; }
    // "105800", "1204.5", "1204.50"; never negative. Refuses premises.area.malformed {text} and
    // premises.area.out_of_range (twelve digits before the point).
    static base::Result<Area> parse(std::string_view text);

    constexpr std::int64_t dm2() const { return dm2_; }
    base::Decimal m2() const { return {dm2_, 2}; }
    std::string to_string() const { return m2().to_string(); }  // 1204.50

    friend constexpr auto operator<=>(Area, Area) = default;
    friend constexpr Area operator+(Area a, Area b) { return Area{a.dm2_ + b.dm2_}; }
    friend constexpr Area operator-(Area a, Area b) { return Area{a.dm2_ - b.dm2_}; }
    constexpr Area& operator+=(Area other) { return *this = *this + other; }

private:
    explicit constexpr Area(std::int64_t dm2) : dm2_{dm2} {}

    std::int64_t dm2_ = 0;
};

}  // namespace premises
