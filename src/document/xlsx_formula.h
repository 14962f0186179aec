// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "document/grid.h"

namespace document {

// "=ROUND({2,4}*2,2)" → "=ROUND(E4*2,2)" where the table's first row is row `first_row` of the sheet (from 0). A text
// in quotes is left as it is. Refuses document.formula.bad_reference {formula, reference} outside the table or
// malformed.
base::Result<std::string> sheet_formula(const std::string& formula, const Grid& grid, int first_row);

}  // namespace document
