// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/actor.h"
#include "base/clock.h"
#include "base/records.h"
#include "base/result.h"
#include "holdings/core/idle.h"
#include "holdings/core/lease.h"
#include "holdings/core/reconciliation.h"
#include "holdings/core/stocktake.h"
#include "ledgers/table_import.h"
#include "sql/connection.h"
#include "sql/migration.h"

namespace holdings {

std::span<const sql::Migration> migrations();

struct StocktakeFile {
    Stocktake stocktake = {};
    std::vector<OutcomeSum> sums = {};
    std::vector<StocktakeLine> lines = {};
};

// What became of an entry that a device sent: taken, now or before, where there is no refusal.
struct Verdict {
    std::string id = {};
    std::optional<base::Error> refusal = {};
};

struct LeaseFile {
    Lease lease = {};
    base::Money due = {};   // by today, of what is let
    base::Money paid = {};  // to the treasury
};

struct IdlePool {
    std::int64_t days = 0;  // after how many a room is idle
    std::vector<IdleRoom> rooms = {};
};

struct Reconciliation {
    std::vector<ReconciliationLine> lines = {};
    std::map<std::string, std::string> names = {};  // of buildings
    std::string against = {};                       // the stocktake that stands on the other side
};

// What the register says is held against what is found: stocktakes, reconciliations, idle rooms.
// Permissions: holdings.edit, holdings.count; a transfer also needs premises.edit. Every change is one audit record in
// its transaction. A stocktake never changes the register.
class Holdings {
public:
    Holdings(sql::Connection& db, const base::Clock& clock) : db_{db}, clock_{clock} {}

    std::vector<Stocktake> stocktakes(const base::OrgId& org) const;  // the latest first
    // What is found so far, or what it was when it closed. Refuse holdings.stocktake.unknown.
    base::Result<StocktakeFile> stocktake(const base::OrgId& org, const std::string& code) const;
    base::Result<std::vector<ExpectedRoom>> expected_rooms(const base::OrgId& org, const std::string& code) const;
    // Refuses holdings.actor.not_permitted, what check(Stocktake) refuses, holdings.stocktake.code_taken,
    // .building_unknown {building}, .no_rooms.
    base::Result<void> open(const base::Actor& actor, const Stocktake& stocktake);
    // Each entry stands or falls for itself: what check(Entry) refuses, holdings.entry.id_taken (the same id with
    // another content). Refuses holdings.actor.not_permitted, holdings.stocktake.unknown, .closed.
    base::Result<std::vector<Verdict>> count(const base::Actor& actor, const std::string& code,
                                             const std::vector<Entry>& entries);
    // Refuses holdings.actor.not_permitted, holdings.stocktake.unknown, .closed.
    base::Result<void> close(const base::Actor& actor, const std::string& code);

    // Units' own ledgers (分台账). A file says the whole ledger of each unit that it names; others stay as they are.
    // All or nothing, and what is imported again changes nothing. Refuses holdings.actor.not_permitted,
    // holdings.import.no_table {file} and what spreadsheet::Workbook refuses.
    base::Result<ledgers::TableImport> import(const base::Actor& actor, const ledgers::ImportFile& file);
    // The same workbook's rows with mistakes, to be corrected; their number.
    base::Result<std::size_t> write_failed(const base::Actor& actor, const std::filesystem::path& file,
                                           const spreadsheet::FailedRows& failed);

    // Live: the register as it stands now. Refuses holdings.reconciliation.no_stocktake (none was closed), and
    // .no_ledger (no unit's own ledger was imported).
    base::Result<Reconciliation> reconcile(const base::OrgId& org, ReconciliationKind kind) const;

    // Rooms without a unit for more than `days`, the shipped number where none is asked for.
    IdlePool idle(const base::OrgId& org, std::optional<std::int64_t> days = {}) const;
    // Also gives the room to the unit where it is transferred. Refuses holdings.actor.not_permitted,
    // holdings.idle.room_not_vacant, what check_decision() and Premises::give_room() refuse.
    base::Result<IdleRoom> decide(const base::Actor& actor, IdleDecision decision);

    std::vector<LeaseFile> leases(const base::OrgId& org) const;                           // by code
    base::Result<LeaseFile> lease(const base::OrgId& org, const std::string& code) const;  // holdings.lease.unknown
    // Refuse holdings.actor.not_permitted, what check(Lease) refuses, holdings.lease.building_unknown, .code_taken;
    // .unknown, .changed (another version holds), .other_kind.
    base::Result<void> record(const base::Actor& actor, const Lease& lease);
    base::Result<void> change(const base::Actor& actor, const Lease& lease);
    // Refuses holdings.actor.not_permitted, holdings.lease.unknown and what check(LeaseIncome) refuses.
    base::Result<void> pay(const base::Actor& actor, const std::string& code, const LeaseIncome& income);

    // For measures: 闲置, 盘点, 租赁 (README.md). Refuses holdings.records.unknown_collection and .nothing_recorded.
    base::Result<base::Records> records(const base::OrgId& org, const std::string& collection) const;

private:
    base::Result<void> check_place(const base::OrgId& org, const Lease& lease) const;

    sql::Connection& db_;
    const base::Clock& clock_;
};

}  // namespace holdings
