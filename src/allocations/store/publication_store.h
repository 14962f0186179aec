// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "allocations/core/publication.h"
#include "base/id.h"
#include "sql/connection.h"

namespace allocations {

class PublicationStore {
public:
    PublicationStore(sql::Connection& db, base::OrgId org) : db_{db}, org_{std::move(org)} {}

    std::vector<Publication> all() const;      // the latest year first
    bool add(const Publication& publication);  // false: the year has one

private:
    sql::Connection& db_;
    base::OrgId org_;
};

}  // namespace allocations
