// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/actor.h"
#include "base/date.h"
#include "holdings/core/ledger.h"
#include "sql/connection.h"

namespace holdings {

class LedgerStore {
public:
    LedgerStore(sql::Connection& db, base::OrgId org) : db_{db}, org_{std::move(org)} {}

    UnitLedgers last() const;  // as they hold
    struct Import {
        std::string file_name = {};
        base::Date day = {};
        std::string account = {};
    };
    // The whole ledger of the unit as it now is.
    void add(const std::string& unit, const std::vector<LedgerRoom>& rooms, const Import& by);

private:
    sql::Connection& db_;
    base::OrgId org_;
};

}  // namespace holdings
