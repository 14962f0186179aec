// SPDX-License-Identifier: Apache-2.0
// Feeds bytes to the .xlsx reader, as a whole zip and as each of the parts that a zip would hold: a fuzzer can hardly
// guess the check sums of a zip.
#include <cstddef>
#include <cstdint>
#include <string>

#include "spreadsheet/sheet_part.h"
#include "spreadsheet/workbook.h"
#include "spreadsheet/workbook_parts.h"

namespace {

spreadsheet::Visit go_on(const spreadsheet::Row&)
{
    return spreadsheet::Visit::go_on;
}

void read_parts(std::string_view bytes, const spreadsheet::Limits& limits)
{
    spreadsheet::MemorySource for_strings{bytes};
    static_cast<void>(spreadsheet::read_shared_strings(for_strings, "strings", limits));
    spreadsheet::MemorySource for_styles{bytes};
    static_cast<void>(spreadsheet::read_styles(for_styles, "styles"));
    spreadsheet::MemorySource for_workbook{bytes};
    static_cast<void>(spreadsheet::read_workbook_part(for_workbook, "workbook"));
    spreadsheet::MemorySource for_relationships{bytes};
    static_cast<void>(spreadsheet::read_relationships(for_relationships, "relationships", "xl/"));

    spreadsheet::SharedStrings strings;
    strings.add("甲");
    using spreadsheet::CellFormat;
    const std::vector<CellFormat> formats{CellFormat::plain, CellFormat::percent, CellFormat::date,
                                          CellFormat::clock, CellFormat::moment,  CellFormat::elapsed};
    const spreadsheet::SheetContext context{"会议", strings, formats, spreadsheet::Epoch::year_1900, limits};
    spreadsheet::MemorySource for_sheet{bytes};
    static_cast<void>(spreadsheet::read_sheet(for_sheet, "sheet", context, go_on));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string bytes{reinterpret_cast<const char*>(data), size};
    spreadsheet::Limits limits;
    limits.inflated_bytes = 4 << 20;
    if (!bytes.starts_with("PK")) {
        read_parts(bytes, limits);
        return 0;
    }
    auto workbook = spreadsheet::Workbook::from_bytes(bytes, "fuzz.xlsx", limits);
    if (!workbook) return 0;
    for (std::size_t sheet = 0; sheet < workbook->sheets().size() && sheet < 4; ++sheet) {
        static_cast<void>(workbook->merges(sheet));
        static_cast<void>(workbook->each_row(sheet, go_on));
    }
    return 0;
}
