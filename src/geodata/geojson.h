// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "geodata/drawing.h"

namespace geodata {

// Whether a closed line counts as an area: in drawings parcels are closed polylines, in map files they are polygons.
enum class Lines { refused, closed_are_areas };

// Reads a FeatureCollection: every Polygon and MultiPolygon is a shape, its code and name are properties called so
// (table_columns.h), its plane is `crs`; where there is none the values tell. With closed_are_areas closed lines are
// shapes too and whatever else there is is passed over: a point with a text inside one shape alone gives the shape its
// code. Refuses geodata.json.bad, .too_deep, .not_a_collection, geodata.point.not_a_number, geodata.feature.no_area (a
// point, a line, a collection, no geometry at all), .bad_coordinates, .text_too_long, all with the feature's number;
// geodata.file.too_many_points, .too_many_shapes, .no_shapes and what plane_of_epsg refuses.
base::Result<Drawing> read_geojson(std::string_view bytes, Lines lines, const SurveyLimits& limits);

// The shapes as GeoJSON with ten decimals, for a program to convert; read_geojson gives the same shapes in the same
// order, without codes and names.
std::string write_geojson(const Drawing& drawing);

}  // namespace geodata
