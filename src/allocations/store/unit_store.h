// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "allocations/core/unit.h"
#include "base/id.h"
#include "sql/connection.h"

namespace allocations {

// Units and their posts of one organisation.
class UnitStore {
public:
    UnitStore(sql::Connection& db, base::OrgId org) : db_{db}, org_{std::move(org)} {}

    std::vector<Unit> latest() const;  // by name, each as its last day says it
    std::optional<Unit> latest(const std::string& name) const;
    std::vector<base::Date> days(const std::string& name) const;  // from which something else held, the first first
    void save(const Unit& unit);                                  // in place of what the same day said

private:
    std::vector<Unit> found(const sql::Value& name) const;
    sql::Parameters of_day(const Unit& unit, sql::Parameters more = {}) const;

    sql::Connection& db_;
    base::OrgId org_;
};

}  // namespace allocations
