// SPDX-License-Identifier: Apache-2.0
#include "spreadsheet/write.h"

#include <algorithm>

namespace spreadsheet {

base::Result<void> write_table(const std::filesystem::path& path, const TableSheet& sheet, TableFormat format)
{
    if (format == TableFormat::xlsx) return write_workbook(path, {sheet});
    write_csv(path, [&sheet](const TakeRow& take) {
        std::vector<Cell> header;
        for (const Column& column : sheet.columns) header.push_back({CellKind::text, column.title});
        take(header);
        std::for_each(sheet.rows.begin(), sheet.rows.end(), take);
        if (sheet.more_rows) sheet.more_rows(take);
    });
    return {};
}

}  // namespace spreadsheet
