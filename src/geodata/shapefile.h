// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "geodata/drawing.h"

namespace geodata {

// Reads a .zip with one shapefile: .shp and .dbf, and .prj, .cpg where they are there; all else in it is passed over,
// the index too. Lengths, counts and numbers are checked here, before GDAL sees the file, and its shapes are counted
// again afterwards: GDAL by itself makes do with half of a file.
// Letters are what .cpg says, otherwise UTF-8 where the bytes are and GBK where they are not.
// Refuses geodata.zip.no_shapefile, .many_shapefiles, .part_missing; geodata.shp.damaged (with part and place),
// geodata.feature.no_area (points, lines, nothing), geodata.point.not_a_number, .out_of_range; geodata.plane.*;
// geodata.convert.*; geodata.file.*; what the archive refuses (spreadsheet.file.*).
base::Result<Drawing> read_shapefile(std::string zip, const SurveyLimits& limits);

// The two checks by themselves. The first gives the number of records, counted from 1 in refusals.
base::Result<std::size_t> check_shp(std::string_view bytes, const SurveyLimits& limits);
base::Result<void> check_dbf(std::string_view bytes, std::size_t records);

}  // namespace geodata
