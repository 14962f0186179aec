// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <utility>

#include "base/id.h"
#include "holdings/core/idle.h"
#include "sql/connection.h"

namespace holdings {

class IdleStore {
public:
    IdleStore(sql::Connection& db, base::OrgId org) : db_{db}, org_{std::move(org)} {}

    // The last of each room, by building and number.
    std::map<std::pair<std::string, std::string>, IdleDecision> last() const;
    void add(const IdleDecision& decision, const std::string& account);

private:
    sql::Connection& db_;
    base::OrgId org_;
};

}  // namespace holdings
