// SPDX-License-Identifier: Apache-2.0
// The register as it stands now against units' own ledgers, what was found and what is certified.
#include <algorithm>
#include <set>

#include "holdings/holdings.h"
#include "holdings/store/ledger_store.h"
#include "holdings/store/stocktake_store.h"
#include "premises/premises.h"

namespace holdings {

using base::ErrorKind;
using base::fail;
using premises::AreaSource;

namespace {

std::optional<std::int64_t> dm2_of(const std::optional<premises::Area>& area)
{
    return area ? std::optional{area->dm2()} : std::nullopt;
}

std::vector<Side> seen_sides(const std::vector<StocktakeLine>& lines)
{
    std::vector<Side> found;
    for (const StocktakeLine& line : lines)
        if (line.seen) found.push_back({line.building, line.number, line.seen->unit, {}});
    return found;
}

std::vector<Side> register_sides(const std::vector<premises::Room>& rooms, const std::vector<std::string>& buildings)
{
    std::vector<Side> found;
    for (const premises::Room& room : rooms)
        if (std::find(buildings.begin(), buildings.end(), room.building) != buildings.end())
            found.push_back({room.building, room.number, room.unit, room.usable.dm2()});
    return found;
}

// What the ledgers may answer for: rooms of a unit whose ledger there is, and rooms that a ledger names. Of a unit that
// has handed none in nothing is missing.
std::vector<Side> answerable_sides(const std::vector<premises::Room>& rooms, const UnitLedgers& ledgers)
{
    std::set<std::pair<std::string, std::string>> named;
    for (const auto& [unit, ledger] : ledgers)
        for (const LedgerRoom& room : ledger) named.insert({room.building, room.number});
    std::vector<Side> found;
    for (const premises::Room& room : rooms)
        if (ledgers.contains(room.unit) || named.contains({room.building, room.number}))
            found.push_back({room.building, room.number, room.unit, room.usable.dm2()});
    return found;
}

std::vector<Side> ledger_sides(const UnitLedgers& ledgers)
{
    std::vector<Side> found;
    for (const auto& [unit, ledger] : ledgers)
        for (const LedgerRoom& room : ledger) found.push_back({room.building, room.number, room.unit, room.usable_dm2});
    return found;
}

TitledBuilding titled(const premises::Estate& estate)
{
    using premises::TitleStatus;
    const bool is_registered =
        estate.title.status == TitleStatus::registered || estate.title.status == TitleStatus::approved_to_user;
    auto measured = estate.area(AreaSource::survey);
    if (!measured) measured = estate.area(AreaSource::drawing);
    return {estate.code,
            estate.unit,
            is_registered,
            estate.title.holder,
            estate.title.certificate,
            dm2_of(estate.area(AreaSource::certificate)),
            dm2_of(measured)};
}

}  // namespace

base::Result<Reconciliation> Holdings::reconcile(const base::OrgId& org, ReconciliationKind kind) const
{
    const premises::Premises premises{db_, clock_};
    Reconciliation found;
    const auto buildings = premises.estates(org, premises::EstateKind::building);
    for (const premises::Estate& estate : buildings) found.names[estate.code] = estate.name;
    if (kind == ReconciliationKind::title) {
        std::vector<TitledBuilding> all;
        for (const premises::Estate& estate : buildings) all.push_back(titled(estate));
        found.lines = compare_titles(all);
        return found;
    }
    if (kind == ReconciliationKind::ledger) {
        const UnitLedgers ledgers = LedgerStore{db_, org}.last();
        if (ledgers.empty()) return fail(ErrorKind::not_found, "holdings.reconciliation.no_ledger");
        found.lines = compare_rooms(answerable_sides(premises.all_rooms(org), ledgers), ledger_sides(ledgers));
        return found;
    }
    const StocktakeStore store{db_, org};
    const auto last = store.last_closed();
    if (!last) return fail(ErrorKind::not_found, "holdings.reconciliation.no_stocktake");
    found.against = last->code;
    found.lines =
        compare_rooms(register_sides(premises.all_rooms(org), last->buildings), seen_sides(store.lines(last->code)));
    return found;
}

}  // namespace holdings
