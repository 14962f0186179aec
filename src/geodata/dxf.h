// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "geodata/drawing.h"

namespace geodata {

// Reads the closed polylines of a drawing in DXF text form; each is a shape named like its layer, and a text that
// stands inside it alone is its code. X of a drawing is east and Y is north.
// Refuses geodata.dxf.not_text_form (binary DXF, .dwg or another file), .damaged, .curved (an arc in a polyline: its
// area is not that of its corners), geodata.file.no_shapes, geodata.convert.* and what the coordinates refuse.
base::Result<Drawing> read_dxf(const std::string& bytes, const SurveyLimits& limits);

// What is looked at before GDAL sees the file: pairs of a group number and a value from the first section to EOF.
base::Result<void> check_dxf(std::string_view bytes);

}  // namespace geodata
