// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "ledgers/table_import.h"
#include "spreadsheet/write.h"

namespace surveys {

// Answers on paper or of earlier years: a workbook with the sheets 答卷 and 调查, or a CSV file of answers. An answer
// is known again by its 问卷编号; answers of one year, audience and subject are one survey, which is closed. `asked` is
// how many of each audience were asked, where no sheet says it.
struct ImportRequest {
    ledgers::ImportFile file;
    std::optional<std::int64_t> asked = {};
};

using ImportOutcome = ledgers::TableImport;

// What `mingji template surveys` writes.
std::vector<spreadsheet::TableSheet> surveys_template();

}  // namespace surveys
