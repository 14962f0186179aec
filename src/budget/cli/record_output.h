// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "budget/core/contract.h"
#include "budget/core/document.h"
#include "budget/core/line.h"
#include "budget/core/payment.h"
#include "budget/record_json.h"
#include "cli/terminal.h"

namespace budget {

std::string percent(const std::optional<base::Ratio>& rate);  // 91.41% or —
std::string shown(base::Money amount);                        // 1,234,567.80
// A table with amounts, below the unit they count in.
void print_amounts(const std::vector<cli::TableColumn>& columns, const std::vector<std::vector<std::string>>& rows,
                   cli::Terminal& terminal);

// The same as tables. Where a record came from a file, its place stands in the last column.
void print_lines(const std::vector<Line>& lines, cli::Terminal& terminal);
void print_documents(const std::vector<Document>& documents, cli::Terminal& terminal);
void print_contracts(const std::vector<Contract>& contracts, cli::Terminal& terminal);
void print_payments(const std::vector<Payment>& payments, cli::Terminal& terminal);  // with their sum

base::Money sum_of(const std::vector<Payment>& payments);

}  // namespace budget
