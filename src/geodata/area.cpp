// SPDX-License-Identifier: Apache-2.0
#include "geodata/area.h"

#include <limits>

#include "base/rounding.h"

namespace geodata {

using base::ErrorKind;
using base::fail;

namespace {

// A million kilometres: differences below 2·10¹² and their products below 4·10²⁴ leave room for 10¹³ points.
constexpr std::int64_t farthest_mm = 1'000'000'000'000;
constexpr base::int128 doubled_mm2_in_dm2 = 20'000;

bool is_within_reach(const Ring& ring)
{
    for (const Point& point : ring)
        for (const std::int64_t value : {point.north_mm, point.east_mm})
            if (value < -farthest_mm || value > farthest_mm) return false;
    return true;
}

base::int128 product(std::int64_t a, std::int64_t b)
{
    return base::int128{a} * b;
}

// Twice the area in mm², without a sign. Places are taken from the first point.
base::int128 doubled_mm2(const Ring& ring)
{
    if (ring.size() < 3) return 0;
    base::int128 sum = 0;
    const Point origin = ring.front();
    for (std::size_t at = 1; at + 1 < ring.size(); ++at) {
        const Point& here = ring[at];
        const Point& next = ring[at + 1];
        sum += product(here.north_mm - origin.north_mm, next.east_mm - origin.east_mm) -
               product(next.north_mm - origin.north_mm, here.east_mm - origin.east_mm);
    }
    return sum < 0 ? -sum : sum;
}

base::Result<base::int128> doubled_mm2(const Polygon& polygon)
{
    if (!is_within_reach(polygon.outer)) return fail(ErrorKind::invalid, "geodata.area.too_large");
    base::int128 doubled = doubled_mm2(polygon.outer);
    for (const Ring& hole : polygon.holes) {
        if (!is_within_reach(hole)) return fail(ErrorKind::invalid, "geodata.area.too_large");
        doubled -= doubled_mm2(hole);
    }
    if (doubled < 0) return fail(ErrorKind::invalid, "geodata.area.holes_exceed");
    return doubled;
}

}  // namespace

base::Result<std::int64_t> area_dm2(const Outline& outline)
{
    base::int128 doubled = 0;
    for (const Polygon& polygon : outline) {
        TRY_ASSIGN(const base::int128 more, doubled_mm2(polygon));
        doubled += more;
    }
    const base::int128 rounded = base::div_half_up(doubled, doubled_mm2_in_dm2);
    if (rounded > std::numeric_limits<std::int64_t>::max()) return fail(ErrorKind::invalid, "geodata.area.too_large");
    return static_cast<std::int64_t>(rounded);
}

}  // namespace geodata
