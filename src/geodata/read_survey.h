// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "geodata/drawing.h"
#include "geodata/shape.h"

namespace geodata {

// Reads a survey file of CGCS2000 in 3° zones: tables of boundary points (.csv .xlsx .xls .ods), .geojson, a .zip with
// a shapefile, .dxf. `zone` is what a person says where the file does not (25 to 45, 0 for nothing); degrees are put on
// the plane of their zone. Every shape is valid (validity.h) and no code comes twice.
// Every refusal carries the argument file; most carry place. Refuses geodata.file.unknown_kind, .looks_different (its
// first bytes are not what its name says), .code_twice, .no_shapes, and what coordinate_table.h, geojson.h,
// shapefile.h, dxf.h, plane.h, ogr.h and validity.h say; spreadsheet.* where a table cannot be opened.
base::Result<Survey> read_survey(const std::filesystem::path& path, int zone, const SurveyLimits& limits = {});
// The same from memory; `name` says which kind it is and stands in refusals. Tables: .csv and .xlsx only.
base::Result<Survey> read_survey_bytes(std::string bytes, const std::filesystem::path& name, int zone,
                                       const SurveyLimits& limits = {});

}  // namespace geodata
