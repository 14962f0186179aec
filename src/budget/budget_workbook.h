// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/budget: what the sheets 预算项目, 预算文件 and 合同 say.

#include <set>
#include <string>
#include <vector>

#include "budget/core/contract.h"
#include "budget/core/document.h"
#include "budget/core/line.h"
#include "budget/import_tables.h"

namespace budget {

// The columns of each shape, in its order.
struct LineColumn {
    enum : std::size_t { code, name, kind, functional, economic };
};
struct DocumentColumn {
    enum : std::size_t { number, issued_on, kind, line, amount, reason };
};
struct ContractColumn {
    enum : std::size_t { number, line, payee, amount, signed_on, title, service_from, service_to };
};

// A value and the row that says it.
template <class T>
struct Placed {
    T value;
    RowPlace row;
};

struct PlacedDocument {
    Document value;
    std::vector<RowPlace> rows = {};  // of value.lines; the first one is the document's own
    bool is_sound = true;             // nothing is wrong with it as it stands
};

// What refused rows may have said. One mistake is told once: whatever may follow from it is not told too.
class Doubtful {
public:
    void add(const std::string& name) { names_.insert(name); }
    void add_all() { names_.insert(std::string{}); }
    // A name that could not be read may be any.
    bool contains(const std::string& name) const { return names_.contains(name) || names_.contains(std::string{}); }

private:
    std::set<std::string> names_;
};

struct BudgetWorkbook {
    std::vector<Placed<Line>> lines = {};
    std::vector<PlacedDocument> documents = {};
    std::vector<Placed<Contract>> contracts = {};
    Doubtful line_codes = {};
    Doubtful document_numbers = {};
    Doubtful moved_lines = {};  // whose money refused rows of documents move
};

const std::vector<TableShape>& budget_shapes();

// Reads all three and refuses every problem of theirs, at the cell to correct: cells that cannot be read, what
// check_line(), check_document() and check_contract() refuse, budget.import.row_repeated and
// budget.import.document_rows_differ (two rows of one 文号 with another date or kind).
base::Result<BudgetWorkbook> read_budget(ImportJob& job, base::FiscalYear year);

}  // namespace budget
