// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "spreadsheet/table.h"

namespace spreadsheet {

// What a number format makes of a number: whether people see a number, a percentage, a day or a time.
enum class CellFormat : unsigned char { plain, percent, date, clock, moment, elapsed };

// ECMA-376 part 1, 18.8.30: the formats every program knows by number, with the Chinese ones 27-36 and 50-58.
CellFormat built_in_format(unsigned id);
// A format code such as yyyy"年"m"月"d"日", [h]:mm or 0.0%.
CellFormat format_of_code(std::string_view code);

// The 1904 system counts from 1904-01-01 as day 0. The 1900 system counts 1900-01-01 as day 1 and has a day 60,
// 1900-02-29, that never was; days 0 and 60 come out as errors, and so does a negative day.
enum class Epoch { year_1900, year_1904 };

// The cell of an exact decimal `number` seen through a format. Fractions of a day are rounded to the second.
// A day format over a value with a time of day gives a time: nothing the file holds is dropped.
Cell formatted_cell(std::string number, CellFormat format, Epoch epoch);

}  // namespace spreadsheet
