// SPDX-License-Identifier: Apache-2.0
#include "geodata/plane.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace geodata {

using base::ErrorKind;
using base::fail;

namespace {

constexpr Coordinate metres(std::int64_t count)
{
    return count * coordinate_unit;
}

constexpr Coordinate zone_step = metres(1'000'000);

// From Zengmu shoal to Mohe, and as far from the central meridian as zones are ever stretched.
constexpr bool is_north(Coordinate value)
{
    return value >= metres(1'900'000) && value <= metres(6'000'000);
}

constexpr bool is_east(Coordinate value)
{
    return value >= metres(166'000) && value <= metres(834'000);
}

constexpr bool is_latitude(Coordinate value)
{
    return value >= metres(3) && value <= metres(54);
}

constexpr bool is_longitude(Coordinate value)
{
    return value >= metres(73) && value <= metres(136);
}

// The zone in front of an east value of eight digits; 0 where there is none.
constexpr int zone_in(Coordinate east)
{
    const auto zone = static_cast<int>(east / zone_step);
    return zone >= 10 && is_east(east % zone_step) ? zone : 0;
}

enum class Kind { degrees, metres, swapped, elsewhere };

struct Reading {
    Kind kind = Kind::elsewhere;
    int zone = 0;
    friend bool operator==(const Reading&, const Reading&) = default;
};

Reading reading_of(Coordinate north, Coordinate east)
{
    if (is_latitude(north) && is_longitude(east)) return {Kind::degrees};
    if (is_north(north) && (is_east(east) || zone_in(east) != 0)) return {Kind::metres, zone_in(east)};
    return {};
}

Reading reading_of(const DrawnPoint& point)
{
    const Reading straight = reading_of(point.north, point.east);
    if (straight.kind != Kind::elsewhere) return straight;
    return {reading_of(point.east, point.north).kind == Kind::elsewhere ? Kind::elsewhere : Kind::swapped};
}

base::ErrorArgs about(const DrawnShape& shape, const DrawnPoint& point)
{
    return {{"place", place_of(shape, point)}, {"x", to_text(point.north, 4)}, {"y", to_text(point.east, 4)}};
}

base::Result<void> check_point(const DrawnShape& shape, const DrawnPoint& point, const Reading& first)
{
    const Reading reading = reading_of(point);
    if (reading.kind == Kind::swapped) return fail(ErrorKind::invalid, "geodata.point.swapped", about(shape, point));
    if (reading.kind == Kind::elsewhere)
        return fail(ErrorKind::invalid, "geodata.point.out_of_range", about(shape, point));
    if (reading != first) return fail(ErrorKind::invalid, "geodata.plane.mixed", about(shape, point));
    return {};
}

template <class Visit>
base::Result<void> each_point(const Drawing& drawing, Visit visit)
{
    for (const DrawnShape& shape : drawing.shapes)
        for (const DrawnPolygon& polygon : shape.polygons)
            for (const DrawnRing& ring : polygon)
                for (const DrawnPoint& point : ring) TRY(visit(shape, point));
    return {};
}

bool is_zone(int zone)
{
    return zone >= first_zone && zone <= last_zone;
}

int zone_around(Coordinate longitude)
{
    return static_cast<int>((longitude + metres(3) / 2) / metres(3));
}

base::Result<int> agreed_zone(int in_values, int said, int given)
{
    int zone = 0;
    for (const int more : {in_values, said, given}) {
        if (more == 0) continue;
        if (!is_zone(more))
            return fail(ErrorKind::invalid, "geodata.plane.zone_unknown", {{"zone", std::to_string(more)}});
        if (zone != 0 && zone != more)
            return fail(ErrorKind::invalid, "geodata.plane.contradicts",
                        {{"found", std::to_string(zone)}, {"said", std::to_string(more)}});
        zone = more;
    }
    if (zone == 0) return fail(ErrorKind::invalid, "geodata.plane.zone_missing");
    return zone;
}

std::optional<Coordinate> east_of_first_point(const Drawing& drawing, Reading& reading)
{
    for (const DrawnShape& shape : drawing.shapes)
        for (const DrawnPolygon& polygon : shape.polygons)
            for (const DrawnRing& ring : polygon) {
                if (ring.empty()) continue;
                reading = reading_of(ring.front());
                return ring.front().east;
            }
    return std::nullopt;
}

constexpr Coordinate millimetre = coordinate_unit / 1'000;

std::int64_t to_millimetres(Coordinate value)
{
    return (value + millimetre / 2) / millimetre;  // no coordinate in China is negative
}

Ring to_ring(const DrawnRing& drawn, Coordinate east_offset, bool& is_rounded)
{
    Ring ring;
    ring.reserve(drawn.size());
    for (const DrawnPoint& point : drawn) {
        is_rounded = is_rounded || point.north % millimetre != 0 || point.east % millimetre != 0;
        const Point here{to_millimetres(point.north), to_millimetres(point.east - east_offset)};
        if (ring.empty() || ring.back() != here) ring.push_back(here);
    }
    while (ring.size() > 1 && ring.front() == ring.back()) ring.pop_back();
    return ring;
}

}  // namespace

base::Result<FoundPlane> find_plane(const Drawing& drawing, int given_zone)
{
    Reading first;
    const auto east = east_of_first_point(drawing, first);
    if (!east) return fail(ErrorKind::invalid, "geodata.file.no_shapes");
    TRY(each_point(drawing,
                   [&](const DrawnShape& shape, const DrawnPoint& point) { return check_point(shape, point, first); }));
    const SaidPlane said = drawing.plane.value_or(SaidPlane{});
    FoundPlane found{first.kind == Kind::degrees, first.zone != 0, 0};
    if (drawing.plane && said.is_degrees != found.is_degrees)
        return fail(ErrorKind::invalid, "geodata.plane.degrees_contradict");
    if (drawing.plane && said.zone != 0 && said.has_zone_in_east != found.has_zone_in_east)
        return fail(ErrorKind::invalid, "geodata.plane.prefix_contradicts");
    if (found.is_degrees && given_zone == 0) given_zone = zone_around(*east);
    TRY_ASSIGN(found.zone, agreed_zone(first.zone, said.zone, given_zone));
    return found;
}

base::Result<Survey> to_survey(const Drawing& drawing, const FoundPlane& plane)
{
    const Coordinate offset = plane.has_zone_in_east ? plane.zone * zone_step : 0;
    TRY(each_point(drawing, [&](const DrawnShape& shape, const DrawnPoint& point) -> base::Result<void> {
        if (is_north(point.north) && is_east(point.east - offset)) return {};
        return fail(ErrorKind::invalid, "geodata.point.out_of_range", about(shape, point));
    }));
    Survey survey{epsg_of_zone(plane.zone), {}, drawing.notes};
    bool is_rounded = false;
    for (const DrawnShape& drawn : drawing.shapes) {
        Shape shape{drawn.code, drawn.name, {}, drawn.place};
        for (const DrawnPolygon& drawn_polygon : drawn.polygons) {
            Polygon polygon;
            for (const DrawnRing& ring : drawn_polygon) {
                Ring whole = to_ring(ring, offset, is_rounded);
                if (&ring == &drawn_polygon.front())
                    polygon.outer = std::move(whole);
                else
                    polygon.holes.push_back(std::move(whole));
            }
            shape.outline.push_back(std::move(polygon));
        }
        survey.shapes.push_back(std::move(shape));
    }
    if (is_rounded) survey.notes.emplace_back("geodata.import.rounded");
    return survey;
}

}  // namespace geodata
