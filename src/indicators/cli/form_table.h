// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "indicators/core/form.h"
#include "spreadsheet/table.h"

namespace indicators {

// A sheet as read, small enough to hold.
struct FormSheet {
    std::string name;
    std::vector<spreadsheet::Row> rows = {};
    std::vector<spreadsheet::Merge> merges = {};
};

// Finds the form in a sheet: the header row by its Chinese names, under any titles, in one row or two; first- and
// second-level cells filled downward; 合计 and 总分 rows and the notes under the table left out; the form's own row or
// block on budget execution taken apart. Refuses indicators.form.header_missing (sheet) and indicators.form.empty.
base::Result<Form> read_form(const FormSheet& sheet);

// A sheet of weights: 三级指标 (or 指标名称) and 权重 (or 分值). The same refusals.
base::Result<WeightsByName> read_weights(const FormSheet& sheet);

// The text of a cell as people see it: 0.98 shown as a percentage is 98%.
std::string printed(const spreadsheet::Cell& cell);

}  // namespace indicators
