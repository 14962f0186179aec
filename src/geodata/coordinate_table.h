// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "geodata/drawing.h"
#include "spreadsheet/workbook.h"

namespace geodata {

// Reads tables of boundary points from every visible sheet that has X and Y in its header. A parcel is told by its code
// (宗地代码, 地块编号 …; written in every row or only in the first), or by 编号 where not every row has its own;
// without one, an empty row, another header or a closed ring begins the next. Rings behind a parcel's first are its
// holes and need 圈号. The closing point may be there or not. Refuses geodata.table.no_coordinates (no sheet has X and
// Y), geodata.point.not_a_number and .incomplete with the cell, geodata.table.ring_unclear (a second ring without
// 圈号), .code_twice (a code that comes again further down), geodata.file.too_many_points and .too_many_shapes, and
// what reading the rows refuses.
base::Result<Drawing> read_coordinate_tables(spreadsheet::Workbook& workbook, const SurveyLimits& limits);

}  // namespace geodata
