// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "indicators/core/targets.h"
#include "sql/value.h"

namespace indicators {

// The columns source, method, field, filter, numerator and period.
MeasureText measure_of(const sql::Row& row);
// Those, and the other columns of indicators_indicator.
IndicatorSetting setting_of(const sql::Row& row);

// NULL for an indicator without a weight.
sql::Value weight_value(const std::string& weight);

// The values of one row for a BulkInsert, in place: half of a bulk's time goes into copying texts.
template <class... T>
const std::vector<sql::Value>& set_row(std::vector<sql::Value>& row, const T&... values)
{
    row.clear();
    (row.emplace_back(values), ...);
    return row;
}

// Lists in one text column, as JSON: ["a","b"] and [["name","value"],…].
std::string list_text(const std::vector<std::string>& list);
std::vector<std::string> parse_list(std::string_view text);
std::string args_text(const base::ErrorArgs& args);
base::ErrorArgs parse_args(std::string_view text);

}  // namespace indicators
