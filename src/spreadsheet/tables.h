// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "spreadsheet/archive.h"
#include "spreadsheet/byte_source.h"
#include "spreadsheet/table.h"

namespace spreadsheet {

// What Workbook promises, for one format.
class Tables {
public:
    virtual ~Tables() = default;
    virtual const std::vector<std::string>& sheets() const = 0;
    virtual bool is_hidden(std::size_t sheet) const = 0;
    virtual base::Result<void> each_row(std::size_t sheet, const RowVisitor& visit) = 0;
    virtual base::Result<std::vector<Merge>> merges(std::size_t sheet) = 0;
};

// Refuses spreadsheet.file.part_missing, .no_sheets and what reading the parts refuses.
base::Result<std::unique_ptr<Tables>> open_xlsx(Archive archive, const Limits& limits);

// Opens the bytes from their beginning, once to learn the encoding and once for each reading.
using OpenBytes = std::function<std::unique_ptr<ByteSource>()>;
// Refuses what detect_encoding refuses.
base::Result<std::unique_ptr<Tables>> open_csv(OpenBytes open_bytes, std::string sheet, const Limits& limits);

}  // namespace spreadsheet
