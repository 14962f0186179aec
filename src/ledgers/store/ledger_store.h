// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "ledgers/core/header.h"
#include "sql/connection.h"

namespace ledgers {

using LedgerId = base::Id<struct LedgerTag>;

struct Ledger {
    LedgerId id;
    std::int64_t version = 1;
    Definition definition;
    std::string section = {};  // the organisation of kind section that it belongs to, or empty
};

// The only code that reads or writes ledgers_ledger, ledgers_column and ledgers_mapping.
class LedgerStore {
public:
    explicit LedgerStore(sql::Connection& db) : db_{db} {}

    std::optional<Ledger> find(const base::OrgId& org, const std::string& name) const;
    std::vector<Ledger> all(const base::OrgId& org) const;  // by name

    void add(const base::OrgId& org, const Ledger& ledger, std::int64_t at_ms);
    void replace_columns(const base::OrgId& org, const Ledger& ledger);
    void set_section(const base::OrgId& org, const Ledger& ledger);
    // Counts the ledger's version up. False when somebody changed it since it was read: the import must be read
    // against what stands now. Holding this row also keeps two imports of one register apart.
    bool claim(const base::OrgId& org, const Ledger& ledger);

    Mapping mapping(const base::OrgId& org, const LedgerId& ledger) const;
    void map(const base::OrgId& org, const LedgerId& ledger, const std::string& header, const std::string& title);
    void unmap_all(const base::OrgId& org, const LedgerId& ledger);

private:
    void add_columns(const base::OrgId& org, const Ledger& ledger);
    std::vector<Column> columns(const base::OrgId& org, const LedgerId& ledger) const;

    sql::Connection& db_;
};

}  // namespace ledgers
