// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "base/date.h"
#include "base/money.h"
#include "base/result.h"
#include "budget/core/month.h"
#include "spreadsheet/table.h"

namespace budget {

// What people write into the columns of the budget and payment workbooks becomes typed values here.
// All refuse budget.import.cell_error (#N/A, a formula saved without its value).

// The text without blanks around it, full-width ones too. An empty cell is an empty text.
base::Result<std::string_view> text_of(const spreadsheet::Cell& cell);
// A date cell, 2024-1-5, 2024/1/5, 2024.1.5, 2024年1月5日 or 20240105. Refuses budget.import.not_a_date.
base::Result<base::Date> date_of(const spreadsheet::Cell& cell);
// 2024-01, 2024/1, 2024.01, 2024年1月, 202401, or any day of the month. Refuses budget.import.not_a_month.
base::Result<Month> month_of(const spreadsheet::Cell& cell);

enum class AmountUnit { yuan, wan_yuan };
// A number, 1,234.50 (commas between groups of three), ￥1234.50 or 1234.50元; exact to the fen. Refuses
// budget.import.not_an_amount.
base::Result<base::Money> money_of(const spreadsheet::Cell& cell, AmountUnit unit);

}  // namespace budget
