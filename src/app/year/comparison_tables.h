// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "app/year/comparison.h"
#include "spreadsheet/write.h"

namespace app {

// What the page shows of both years, as sheets in Chinese: lines, months, indicators.
std::vector<spreadsheet::TableSheet> tables_of(const YearComparison& comparison);

}  // namespace app
