// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to write_workbook.cpp: how the cells of a written workbook look.

#include <xlsxwriter.h>

#include "spreadsheet/write.h"

namespace spreadsheet {

struct Formats {
    lxw_format* title;
    lxw_format* header;
    lxw_format* required_header;
    lxw_format* example;
    lxw_format* general;
    lxw_format* text;
    lxw_format* money;
    lxw_format* percent;
    lxw_format* date;
    lxw_format* time;
    lxw_format* clock;
};

// Those of a new workbook; they live as long as it.
Formats formats_of(lxw_workbook* workbook);
// Of the cells that are still to be filled in.
lxw_format* column_format(const Formats& formats, ColumnKind kind);

}  // namespace spreadsheet
