// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "holdings/core/lease.h"
#include "sql/connection.h"

namespace holdings {

class LeaseStore {
public:
    LeaseStore(sql::Connection& db, base::OrgId org) : db_{db}, org_{std::move(org)} {}

    std::vector<Lease> all() const;  // as they hold, by code
    std::optional<Lease> find(const std::string& code) const;
    // False where this version of the lease is there already.
    bool add(const Lease& lease, const std::string& account);
    std::map<std::string, base::Money> paid() const;  // by code, where anything was
    void add(const std::string& lease, const LeaseIncome& income);

private:
    sql::Connection& db_;
    base::OrgId org_;
};

}  // namespace holdings
