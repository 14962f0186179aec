// SPDX-License-Identifier: Apache-2.0
#include "premises/core/tolerance.h"

#include "base/rounding.h"

namespace premises {

namespace {

using base::int128;

constexpr int128 ten_thousand = 10'000;

// The largest whole number whose square is not above `square`.
int128 whole_root(int128 square)
{
    int128 root = 0;
    for (int bit = 62; bit >= 0; --bit) {
        const int128 candidate = root + (int128{1} << bit);
        if (candidate * candidate <= square) root = candidate;
    }
    return root;
}

// In hundredths of a square metre s and in ten-thousandths of those: a·√S + b·S = 10·a·√s + b·s.
AreaLimit limit_of(const ToleranceGrade& grade, Area certificate, int128 distance)
{
    const int128 area_part = int128{grade.area_factor} * certificate.dm2();
    const int128 root_square = int128{100} * grade.root_factor * grade.root_factor * certificate.dm2();
    const int128 beyond_area_part = ten_thousand * distance - area_part;
    AreaLimit limit{grade.grade};
    limit.limit = Area::from_dm2(static_cast<std::int64_t>((area_part + whole_root(root_square)) / ten_thousand));
    limit.is_within = beyond_area_part <= 0 || beyond_area_part * beyond_area_part <= root_square;
    return limit;
}

}  // namespace

AreaComparison compare(Area certificate, Area survey, const Tolerances& tolerances)
{
    AreaComparison comparison{certificate, survey, survey - certificate, {}, tolerances.source};
    const int128 difference = comparison.difference.dm2();
    for (const ToleranceGrade& grade : tolerances.grades)
        comparison.limits.push_back(limit_of(grade, certificate, difference < 0 ? -difference : difference));
    return comparison;
}

}  // namespace premises
