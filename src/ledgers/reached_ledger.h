// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/ledgers: a register, as far as somebody reaches it.

#include <string>

#include "base/actor.h"
#include "base/result.h"
#include "ledgers/store/ledger_store.h"
#include "ledgers/store/row_store.h"

namespace ledgers {

struct ReachedLedger {
    Ledger ledger;
    Importer importer = {};  // whose records alone are reached
};

// Refuses ledgers.ledger.unknown, also where it is there and out of reach.
base::Result<ReachedLedger> reached_ledger(sql::Connection& db, const base::Actor& actor, const std::string& name);

}  // namespace ledgers
