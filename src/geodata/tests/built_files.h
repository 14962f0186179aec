// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "geodata/read_survey.h"

namespace geodata::testing {

// East and north as files other than tables order them.
using Corner = std::pair<double, double>;
using Corners = std::vector<Corner>;

// A shapefile's parts from numbers, so that a test says exactly what is in them.
struct BuiltShapefile {
    std::uint32_t type = 5;
    std::vector<std::vector<Corners>> shapes = {};  // rings of each
    std::vector<std::string> codes = {};

    std::string shp() const;
    std::string dbf() const;
    std::map<std::string, std::string> parts() const;
    std::string zip() const;
};

std::string zipped(const std::map<std::string, std::string>& parts);

// GeoJSON of polygons, each a list of rings; `crs` is an EPSG number or empty.
std::string built_geojson(const std::string& coordinates, const std::string& crs = "4547",
                          const std::string& type = "Polygon");

// DXF text with one closed polyline; more entities behind it.
std::string built_dxf(const Corners& corners, const std::string& more = "");

// A square of 100 m near Wuhan in the zone 38, east first, closed.
Corners square(double east = 500'000, double north = 3'386'000, double side = 100);
std::string square_text(double east = 500'000, double north = 3'386'000, double side = 100);

// The code of the refusal, or "".
std::string refusal_of(const std::string& bytes, const std::string& name, int zone = 0);
std::string argument(const base::Error& error, const std::string& name);

}  // namespace geodata::testing
