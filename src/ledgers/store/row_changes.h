// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "ledgers/core/difference.h"
#include "ledgers/store/row_store.h"
#include "sql/connection.h"

namespace ledgers {

// What one import does to records that stand already, many at a time. Each keeps the version that ends and counts up.
// Inside a Transaction; throws std::logic_error when a `before` is not what stands, and then nothing may be committed.
class RowChanges {
public:
    RowChanges(sql::Connection& db, base::OrgId org, LedgerId ledger, const ImportEntry& import)
        : db_{db}, org_{std::move(org)}, ledger_{std::move(ledger)}, import_{import}
    {
    }

    // A record that was removed is restored.
    void change(const std::vector<Changed>& which, const std::function<StoredRow(const Changed&)>& after);
    void remove(const std::vector<KnownRecord>& which);

private:
    void make_stage();
    void keep_versions(std::size_t count);
    void drop_stage();

    sql::Connection& db_;
    base::OrgId org_;
    LedgerId ledger_;
    const ImportEntry& import_;
};

}  // namespace ledgers
