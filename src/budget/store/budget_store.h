// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/period.h"
#include "budget/core/contract.h"
#include "budget/core/document.h"
#include "budget/core/line.h"
#include "sql/connection.h"

namespace budget {

struct ImportRecord {
    std::string id;
    std::string kind;  // budget or payments
    std::string file_name;
    std::int64_t rows = 0;
    std::string list_digest;
};

// Where a record comes from: the import that brought it, the correction of a closed month or year that it is recorded
// with, and when.
struct Origin {
    std::optional<std::string> import_id = {};
    std::optional<std::string> correction = {};
    std::int64_t at_ms = 0;
};

// The only code, with PaymentStore, that reads or writes the budget_* tables: years, lines, documents and contracts
// of one organisation and year.
class BudgetStore {
public:
    BudgetStore(sql::Connection& db, base::OrgId org, base::FiscalYear year)
        : db_{db}, org_{std::move(org)}, year_{year}
    {
    }

    static std::vector<base::FiscalYear> years(sql::Connection& db, const base::OrgId& org);
    bool has_year() const;
    void add_year(std::int64_t at_ms);
    void add_import(const ImportRecord& record, std::int64_t at_ms);

    // Behind the lines that are there.
    void add_line(const Line& line, const std::optional<std::string>& correction);
    std::vector<Line> lines() const;  // in the order they were added
    std::optional<Line> find_line(const std::string& code) const;
    // Guarded: false, and nothing changed, when the line does not exist or would have less than nothing available.
    [[nodiscard]] bool adjust_line(const std::string& code, base::Money amount);
    [[nodiscard]] bool commit_line(const std::string& code, base::Money amount);

    void add_document(const Document& document, const Origin& origin);
    std::vector<Document> documents() const;  // by date, then number
    bool has_document(const std::string& number) const;

    void add_contract(const Contract& contract, const Origin& origin);
    std::vector<Contract> contracts() const;  // by number
    std::optional<Contract> find_contract(const std::string& number) const;

private:
    sql::Parameters scoped(sql::Parameters more = {}) const;

    sql::Connection& db_;
    base::OrgId org_;
    base::FiscalYear year_;
};

}  // namespace budget
