// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/words.h"
#include "spreadsheet/write.h"

namespace check {

// A row for each finding, with all its places, as a file to be worked through.
spreadsheet::TableSheet findings_sheet(const Checked& checked, const Words& words);

}  // namespace check
