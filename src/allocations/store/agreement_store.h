// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allocations/core/agreement.h"
#include "base/id.h"
#include "sql/connection.h"

namespace allocations {

// Agreements of use of one organisation.
class AgreementStore {
public:
    AgreementStore(sql::Connection& db, base::OrgId org) : db_{db}, org_{std::move(org)} {}

    std::vector<Agreement> all() const;  // by number
    std::optional<Agreement> find(const std::string& number) const;
    std::int64_t next_serial(int year) const;
    // The room that another agreement has, where one has: then nothing of the transaction may stand.
    std::optional<AgreedRoom> add(const Agreement& agreement, std::int64_t serial);
    void end(const Agreement& agreement);

private:
    std::vector<Agreement> found(const std::string& number) const;

    sql::Connection& db_;
    base::OrgId org_;
};

}  // namespace allocations
