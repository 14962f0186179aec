// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "spreadsheet/byte_source.h"
#include "spreadsheet/cell_format.h"
#include "spreadsheet/shared_strings.h"
#include "spreadsheet/table.h"

namespace spreadsheet {

// What a sheet's cells refer to.
struct SheetContext {
    std::string name;  // as in places
    const SharedStrings& strings;
    const std::vector<CellFormat>& formats;
    Epoch epoch = Epoch::year_1900;
    const Limits& limits;
};

struct SheetReading {
    std::vector<Merge> merges;  // complete only if the visitor let the sheet run to its end
    bool is_complete = false;
};

// Streams one sheet (ECMA-376 part 1, 18.3). Formulas give the result that was saved with them. Row and cell
// references may be missing; where they are there, they must rise.
// Refuses spreadsheet.sheet.damaged, .too_many_columns, .too_many_rows, spreadsheet.cell.too_long (all with the
// place), and what read_xml refuses. Rows visited before a refusal must be thrown away.
base::Result<SheetReading> read_sheet(ByteSource& source, const std::string& part, const SheetContext& context,
                                      const RowVisitor& visit);

}  // namespace spreadsheet
