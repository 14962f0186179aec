// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "budget/core/contract.h"
#include "budget/core/line.h"
#include "spreadsheet/write.h"

namespace budget {

// `mingji template budget`: the sheets 预算项目, 预算文件 and 合同 with drop-downs, notes and marked example rows, as
// import_budget() reads them.
std::vector<spreadsheet::TableSheet> budget_template(base::FiscalYear year);

// `mingji template payments`: the sheet 支付明细. The lines and contracts that the year has are offered as drop-downs.
std::vector<spreadsheet::TableSheet> payments_template(base::FiscalYear year, const std::vector<Line>& lines,
                                                       const std::vector<Contract>& contracts);

}  // namespace budget
