// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/records.h"
#include "base/result.h"
#include "ledgers/core/definition.h"
#include "ledgers/core/written_cell.h"

namespace ledgers {

// What a written cell says in its column, as canonical text: a number without trailing zeros in the column's unit, an
// amount in yuan with two decimals, 2024-07-01, 2024-07-01 09:30:00, a choice as declared, 64 hexadecimal digits.
// An empty cell is empty text; whether it may be is ledgers.cell.required. `header_unit` is what a bare number counts
// in when the header says so (金额（万元）), or empty.
// Refuses ledgers.cell.required, .broken_formula, .formula_without_value, .control_character, .too_long, .not_whole,
// .not_an_amount, .not_a_choice {text, choices}, .not_an_organisation, .not_a_digest, .date_without_format, and what
// number_cell.h and date_cell.h refuse.
base::Result<std::string> parse_cell(const Column& column, const WrittenCell& cell, const std::string& header_unit);

// The typed value of canonical text.
base::Cell typed(ColumnType type, const std::string& canonical);

}  // namespace ledgers
