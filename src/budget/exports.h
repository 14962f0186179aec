// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "budget/budget.h"
#include "spreadsheet/write.h"

namespace budget {

enum class ExportKind { lines, documents, contracts, payments };

struct ExportOf {
    base::OrgId org;
    base::FiscalYear year;
    ExportKind kind = ExportKind::payments;
    PaymentFilter filter = {};  // of payments
};

// What a year has of one kind, under the titles that an import reads; lines with their running totals behind. Refuses
// as the facade and spreadsheet::write_table() do.
base::Result<void> export_records(const Budgets& budgets, const ExportOf& what, const std::filesystem::path& file,
                                  spreadsheet::TableFormat format);

// The workbook to be filled in (templates.h), with the year's lines and contracts as choices where it has them.
base::Result<void> write_template(const Budgets& budgets, const base::OrgId& org, base::FiscalYear year,
                                  ImportKind kind, const std::filesystem::path& file);

}  // namespace budget
