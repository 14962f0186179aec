// SPDX-License-Identifier: Apache-2.0
#include "geodata/area.h"

#include <limits>

namespace geodata {

using base::ErrorKind;
using base::fail;

namespace {

__extension__ using Wide = __int128;

// A million kilometres: differences below 2·10¹² and their products below 4·10²⁴ leave room for 10¹³ points.
constexpr std::int64_t farthest_mm = 1'000'000'000'000;
constexpr Wide doubled_mm2_in_dm2 = 20'000;

bool is_within(const Ring& ring)
{
    for (const Point& point : ring)
        for (const std::int64_t value : {point.north_mm, point.east_mm})
            if (value < -farthest_mm || value > farthest_mm) return false;
    return true;
}

// Twice the area in mm², without a sign. Places are taken from the first point.
Wide doubled_mm2(const Ring& ring)
{
    if (ring.size() < 3) return 0;
    Wide sum = 0;
    const Point origin = ring.front();
    for (std::size_t at = 1; at + 1 < ring.size(); ++at) {
        const Point& here = ring[at];
        const Point& next = ring[at + 1];
        sum += Wide{here.north_mm - origin.north_mm} * (next.east_mm - origin.east_mm) -
               Wide{next.north_mm - origin.north_mm} * (here.east_mm - origin.east_mm);
    }
    return sum < 0 ? -sum : sum;
}

base::Result<Wide> doubled_mm2(const Polygon& polygon)
{
    if (!is_within(polygon.outer)) return fail(ErrorKind::invalid, "geodata.area.too_large");
    Wide doubled = doubled_mm2(polygon.outer);
    for (const Ring& hole : polygon.holes) {
        if (!is_within(hole)) return fail(ErrorKind::invalid, "geodata.area.too_large");
        doubled -= doubled_mm2(hole);
    }
    if (doubled < 0) return fail(ErrorKind::invalid, "geodata.area.holes_exceed");
    return doubled;
}

}  // namespace

base::Result<std::int64_t> area_dm2(const Outline& outline)
{
    Wide doubled = 0;
    for (const Polygon& polygon : outline) {
        TRY_ASSIGN(const Wide more, doubled_mm2(polygon));
        doubled += more;
    }
    const Wide rounded = (doubled + doubled_mm2_in_dm2 / 2) / doubled_mm2_in_dm2;
    if (rounded > std::numeric_limits<std::int64_t>::max()) return fail(ErrorKind::invalid, "geodata.area.too_large");
    return static_cast<std::int64_t>(rounded);
}

}  // namespace geodata
