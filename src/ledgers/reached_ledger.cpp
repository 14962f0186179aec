// SPDX-License-Identifier: Apache-2.0
#include "ledgers/reached_ledger.h"

#include "ledgers/core/reach.h"

namespace ledgers {

base::Result<ReachedLedger> reached_ledger(sql::Connection& db, const base::Actor& actor, const std::string& name)
{
    auto ledger = LedgerStore{db}.find(actor.org, name);
    const Reached how = ledger ? reached(actor, ledger->section) : Reached::nothing;
    if (how == Reached::nothing)
        return base::fail(base::ErrorKind::not_found, "ledgers.ledger.unknown", {{"ledger", name}});
    return ReachedLedger{*std::move(ledger), how == Reached::own ? Importer{actor.person} : Importer{}};
}

}  // namespace ledgers
