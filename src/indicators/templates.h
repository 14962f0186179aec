// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "base/result.h"
#include "indicators/core/rule_set.h"
#include "spreadsheet/write.h"

namespace indicators {

// The sheets of the targets workbook as import.h reads them, empty but for their notes, drop-down lists and example
// rows. The choices of 评价档次 are the bands of the rule set.
std::vector<spreadsheet::TableSheet> targets_template(const RuleSet& rules);

// Writes it as an .xlsx file. Refuses what spreadsheet::write_workbook refuses.
base::Result<void> write_targets_template(const std::filesystem::path& file, const RuleSet& rules);

}  // namespace indicators
