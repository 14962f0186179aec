// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "document/grid.h"

namespace document {

// Heights of the rows in points for columns of these widths in half characters. Written into the file because Excel
// does not fit merged rows by itself. An estimate: the fonts of the reader's machine are not known here.
std::vector<double> row_heights(const Grid& grid, const std::vector<int>& widths);

}  // namespace document
