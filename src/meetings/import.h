// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ledgers/table_import.h"
#include "spreadsheet/write.h"

namespace meetings {

using ledgers::ImportFile;
using ledgers::ImportMode;

// A year of meetings as a workbook: the sheets 会议室 and 会议. Once it stands, each meeting is a booking like any
// other; its 会议编号 is its source, by which it is known again.
using ImportOutcome = ledgers::TableImport;

// What `mingji template meetings` writes.
std::vector<spreadsheet::TableSheet> meetings_template();

}  // namespace meetings
