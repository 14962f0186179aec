// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "geodata/drawing.h"

namespace geodata {

// What ogr2ogr is asked for. All names are ours, in a folder of its own.
struct OgrWork {
    std::vector<std::pair<std::string, std::string_view>> files = {};  // name and bytes
    std::string input = {};                                            // one of them
    std::vector<std::string> options = {};
};

struct OgrAnswer {
    std::string geojson = {};
    // spreadsheet.convert.files_left, .network_left: what could not be taken from the program (docs/adr/0010).
    std::vector<std::string> notes = {};
};

// Runs GDAL's ogr2ogr in the limited child process of docs/adr/0010, with no driver but ESRI Shapefile, GeoJSON and
// DXF, no plug-ins, no network and a fixed list of arguments.
// Refuses geodata.convert.program_missing, .took_too_long, .failed.
base::Result<OgrAnswer> run_ogr2ogr(const OgrWork& work, const SurveyLimits& limits);

// Degrees become metres on the plane of a zone. Refuses as run_ogr2ogr does.
base::Result<Drawing> projected(const Drawing& degrees, int zone, const SurveyLimits& limits);

}  // namespace geodata
