// SPDX-License-Identifier: Apache-2.0
// The one place of this folder with floating point: GEOS takes nothing else. Whole millimetres below 2⁵³ are exact in
// it, and what comes out is a yes or no and the place of a fault, never a number that is kept.
#define GEOS_USE_ONLY_R_API
#include "geodata/validity.h"

#include <geos_c.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/decimal.h"
#include "geodata/area.h"

namespace geodata {

using base::ErrorKind;
using base::fail;

namespace {

struct ContextEnd {
    void operator()(GEOSContextHandle_HS* context) const { GEOS_finish_r(context); }
};
using Context = std::unique_ptr<GEOSContextHandle_HS, ContextEnd>;

struct GeometryEnd {
    GEOSContextHandle_t context;
    void operator()(GEOSGeometry* geometry) const { GEOSGeom_destroy_r(context, geometry); }
};
using Geometry = std::unique_ptr<GEOSGeometry, GeometryEnd>;

// GEOS answers null only where it has no memory or was called wrongly.
template <class T>
T* made(T* thing)
{
    if (!thing) throw std::runtime_error("GEOS made nothing");
    return thing;
}

Geometry ring_of(GEOSContextHandle_t context, const Ring& ring)
{
    const auto size = static_cast<unsigned>(ring.size());
    GEOSCoordSequence* const points = made(GEOSCoordSeq_create_r(context, size + 1, 2));
    for (unsigned at = 0; at <= size; ++at) {
        const Point& point = ring[at % size];
        GEOSCoordSeq_setXY_r(context, points, at, static_cast<double>(point.east_mm),
                             static_cast<double>(point.north_mm));
    }
    return Geometry{made(GEOSGeom_createLinearRing_r(context, points)), {context}};
}

Geometry polygon_of(GEOSContextHandle_t context, const Polygon& polygon)
{
    std::vector<GEOSGeometry*> holes;
    Geometry outer = ring_of(context, polygon.outer);
    for (const Ring& hole : polygon.holes) holes.push_back(ring_of(context, hole).release());
    return Geometry{
        made(GEOSGeom_createPolygon_r(context, outer.release(), holes.data(), static_cast<unsigned>(holes.size()))),
        {context}};
}

Geometry geometry_of(GEOSContextHandle_t context, const Outline& outline)
{
    std::vector<GEOSGeometry*> polygons;
    for (const Polygon& polygon : outline) polygons.push_back(polygon_of(context, polygon).release());
    return Geometry{made(GEOSGeom_createCollection_r(context, GEOS_MULTIPOLYGON, polygons.data(),
                                                     static_cast<unsigned>(polygons.size()))),
                    {context}};
}

// GEOS tells faults apart by words alone (IsValidOp, TopologyValidationError).
const char* code_of(std::string_view reason)
{
    constexpr std::array<std::pair<std::string_view, const char*>, 7> codes{{
        {"Self-intersection", "geodata.shape.self_intersection"},
        {"Ring Self-intersection", "geodata.shape.self_intersection"},
        {"Hole lies outside shell", "geodata.shape.hole_outside"},
        {"Holes are nested", "geodata.shape.holes_nested"},
        {"Nested shells", "geodata.shape.parts_nested"},
        {"Interior is disconnected", "geodata.shape.interior_divided"},
        {"Duplicate Rings", "geodata.shape.ring_twice"},
    }};
    for (const auto& [words, code] : codes)
        if (reason == words) return code;
    return "geodata.shape.invalid";
}

base::ErrorArgs args_of(const Shape& shape)
{
    return {{"place", shape.place}, {"code", shape.code.empty() ? shape.name : shape.code}};
}

std::string metres_of(double millimetres)
{
    return base::Decimal{static_cast<std::int64_t>(millimetres), 3}.to_string();
}

base::Error fault_of(GEOSContextHandle_t context, const Shape& shape, const char* reason, const GEOSGeometry* where)
{
    double east = 0;
    double north = 0;
    if (where) {
        GEOSGeomGetX_r(context, where, &east);
        GEOSGeomGetY_r(context, where, &north);
    }
    base::ErrorArgs args = args_of(shape);
    args.emplace_back("x", metres_of(north));
    args.emplace_back("y", metres_of(east));
    return {ErrorKind::invalid, code_of(reason ? reason : ""), std::move(args)};
}

// Whatever the direction and the first point.
Ring sorted(Ring ring)
{
    std::sort(ring.begin(), ring.end(), [](const Point& a, const Point& b) {
        return a.north_mm != b.north_mm ? a.north_mm < b.north_mm : a.east_mm < b.east_mm;
    });
    return ring;
}

base::Result<void> check_rings(const Shape& shape)
{
    std::vector<Ring> seen;
    for (const Polygon& polygon : shape.outline) {
        std::vector<const Ring*> rings{&polygon.outer};
        for (const Ring& hole : polygon.holes) rings.push_back(&hole);
        for (const Ring* const ring : rings) {
            Ring points = sorted(*ring);
            const auto distinct = std::unique(points.begin(), points.end()) - points.begin();
            if (distinct < 3) return fail(ErrorKind::invalid, "geodata.shape.too_few_points", args_of(shape));
            seen.push_back(std::move(points));
        }
    }
    std::sort(seen.begin(), seen.end(), [](const Ring& a, const Ring& b) {
        if (a.size() != b.size()) return a.size() < b.size();
        return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(), [](const Point& p, const Point& q) {
            return p.north_mm != q.north_mm ? p.north_mm < q.north_mm : p.east_mm < q.east_mm;
        });
    });
    if (std::adjacent_find(seen.begin(), seen.end()) != seen.end())
        return fail(ErrorKind::invalid, "geodata.shape.ring_twice", args_of(shape));
    return {};
}

}  // namespace

base::Result<void> check_outline(const Shape& shape)
{
    if (shape.outline.empty()) return fail(ErrorKind::invalid, "geodata.shape.too_few_points", args_of(shape));
    TRY(check_rings(shape));
    const Context context{made(GEOS_init_r())};
    const Geometry geometry = geometry_of(context.get(), shape.outline);
    char* reason = nullptr;
    GEOSGeometry* where = nullptr;
    const char valid = GEOSisValidDetail_r(context.get(), geometry.get(), 0, &reason, &where);
    const Geometry owned_where{where, {context.get()}};
    if (valid == 2) throw std::runtime_error("GEOS did not answer");
    std::optional<base::Error> fault;
    if (valid == 0) fault = fault_of(context.get(), shape, reason, where);
    if (reason) GEOSFree_r(context.get(), reason);
    if (fault) return tl::unexpected<base::Error>{*fault};
    TRY_ASSIGN(const std::int64_t area, area_dm2(shape.outline));
    if (area == 0) return fail(ErrorKind::invalid, "geodata.shape.no_area", args_of(shape));
    return {};
}

}  // namespace geodata
