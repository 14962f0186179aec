// SPDX-License-Identifier: Apache-2.0
// Feeds bytes to the readers of survey files that are ours alone: GeoJSON with the plane and the judgement of its
// outlines, what is looked at in .shp, .dbf and .dxf before a program sees them, and names of planes.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "geodata/area.h"
#include "geodata/dxf.h"
#include "geodata/geojson.h"
#include "geodata/plane.h"
#include "geodata/shapefile.h"
#include "geodata/validity.h"

namespace {

void judge(const geodata::Drawing& drawing)
{
    const auto plane = geodata::find_plane(drawing, 38);
    if (!plane || plane->is_degrees) return;
    const auto survey = geodata::to_survey(drawing, *plane);
    if (!survey) return;
    for (const geodata::Shape& shape : survey->shapes) {
        const auto area = geodata::area_dm2(shape.outline);
        // What is valid has an area.
        if (geodata::check_outline(shape) && (!area || *area <= 0)) std::abort();
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string bytes{reinterpret_cast<const char*>(data), size};
    geodata::SurveyLimits limits;
    limits.points = 2'000;
    for (const geodata::Lines lines : {geodata::Lines::refused, geodata::Lines::closed_are_areas}) {
        const auto drawing = geodata::read_geojson(bytes, lines, limits);
        if (!drawing) continue;
        judge(*drawing);
        if (drawing->shapes.empty()) continue;
        const auto again = geodata::read_geojson(geodata::write_geojson(*drawing), geodata::Lines::refused, {});
        if (!again || again->shapes.size() != drawing->shapes.size()) std::abort();
    }
    static_cast<void>(geodata::check_shp(bytes, limits));
    static_cast<void>(geodata::check_dbf(bytes, bytes.empty() ? 0 : static_cast<unsigned char>(bytes.front())));
    static_cast<void>(geodata::check_dxf(bytes));
    static_cast<void>(geodata::plane_of_prj(bytes));
    static_cast<void>(geodata::plane_of_epsg(bytes));
    return 0;
}
