// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "spreadsheet/byte_source.h"
#include "spreadsheet/table.h"

namespace spreadsheet {

// Comma, semicolon or tab: what occurs most, outside quotes, in the first line that has any of them (titles above
// the header have none). `text` is the beginning of a file.
char detect_separator(std::string_view text);

// Streams the records of a UTF-8 text (RFC 4180, with LF or CR LF or CR). A record's number counts records, blank ones
// too, as a spreadsheet program counts its rows. Every value is a text; nothing is trimmed or converted.
// Refuses spreadsheet.csv.quote_never_closed with the line where it opened, spreadsheet.cell.too_long,
// spreadsheet.sheet.too_many_columns, .too_many_rows, and what the source refuses.
base::Result<void> read_csv(ByteSource& source, const std::string& sheet, const Limits& limits,
                            const RowVisitor& visit);

}  // namespace spreadsheet
