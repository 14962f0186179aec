// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <xlsxwriter.h>

#include "document/document.h"
#include "document/xlsx_formats.h"

namespace document {

// Writes a table onto an empty sheet: the title over all columns in the first row, the table below it, its header
// frozen and repeated in print, A4 landscape, as wide as the page. Refuses document.table.misshaped,
// document.number.malformed {number}, document.formula.bad_reference and document.cell.too_long {text}.
base::Result<bool> write_sheet(lxw_worksheet* sheet, Formats& formats, const Document& document, const Table& table);

}  // namespace document
