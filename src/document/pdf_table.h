// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/grid.h"
#include "document/pdf_page.h"

namespace document {

// Draws a table with its caption. It breaks between rows, inside a row only where the row is higher than a page, and
// repeats its header on every page. Refuses as place_cells() and TextLines::of() do.
base::Result<bool> draw_table(Pages& pages, const FontSet& fonts, const Table& table);

}  // namespace document
