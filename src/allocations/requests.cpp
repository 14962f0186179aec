// SPDX-License-Identifier: Apache-2.0
// Units ask for offices, and the ways are tried in their order.
#include "allocations/requests.h"

#include <algorithm>
#include <map>

#include "allocations/store/request_store.h"
#include "allocations/use_case.h"
#include "holdings/holdings.h"
#include "identity/identity.h"
#include "premises/premises.h"

namespace allocations {

using base::ErrorKind;

namespace {

std::vector<OfferedRoom> offered(const std::vector<FreeRoom>& rooms)
{
    std::vector<OfferedRoom> list;
    for (const FreeRoom& free : rooms) {
        const premises::Room& room = free.vacant.room;
        list.push_back({room.building, room.number, room.use, room.usable, free.is_suitable, ""});
    }
    return list;
}

}  // namespace

std::vector<Request> Requests::all(const base::OrgId& org) const
{
    return RequestStore{db_, org}.all();
}

base::Result<Request> Requests::request(const base::OrgId& org, const std::string& number) const
{
    auto found = RequestStore{db_, org}.find(number);
    if (found) return *std::move(found);
    return base::fail(ErrorKind::not_found, "allocations.request.unknown", {{"number", number}});
}

// A room that was let or is kept is nobody's, but not free.
std::vector<FreeRoom> Requests::free_rooms(const base::OrgId& org, const Request& request) const
{
    std::map<AgreedRoom, holdings::IdleRoom> pool;
    for (holdings::IdleRoom& room : holdings::Holdings{db_, clock_}.idle(org, -1).rooms)
        pool.emplace(AgreedRoom{room.building, room.number}, std::move(room));
    const std::set<AgreedRoom> held = RequestStore{db_, org}.held();
    std::vector<FreeRoom> rooms;
    for (premises::VacantRoom& vacant : premises::Premises{db_, clock_}.vacant_rooms(org)) {
        const AgreedRoom key{vacant.room.building, vacant.room.number};
        if (held.contains(key)) continue;
        const auto known = pool.find(key);
        const holdings::IdleRoom idle = known == pool.end() ? holdings::IdleRoom{} : known->second;
        const bool is_free = idle.state == holdings::IdleState::idle || idle.state == holdings::IdleState::offered;
        const bool is_suitable = is_free && suits(request, vacant.room.use, vacant.room.usable);
        rooms.push_back({std::move(vacant), idle.building_name,
                         std::string{base::named(holdings::idle_states, idle.state).word}, is_suitable});
    }
    const auto distance_of = [&](const FreeRoom& one) {
        return distance(request, one.vacant.room.use, one.vacant.room.usable);
    };
    std::stable_sort(rooms.begin(), rooms.end(), [&](const FreeRoom& a, const FreeRoom& b) {
        if (a.is_suitable != b.is_suitable) return a.is_suitable;
        return distance_of(a) < distance_of(b);
    });
    return rooms;
}

base::Result<std::vector<FreeRoom>> Requests::search(const base::OrgId& org, const std::string& number) const
{
    TRY_ASSIGN(const Request asked, request(org, number));
    return free_rooms(org, asked);
}

base::Result<Request> Requests::ask(const base::Actor& actor, const Request& asked)
{
    TRY(require(actor, "premises.edit"));
    TRY(check(asked, clock_.today()));
    sql::Transaction transaction{db_};
    lock(db_, actor.org);
    TRY_ASSIGN(Request request, stated(actor.org, asked));
    RequestStore store{db_, actor.org};
    const std::int64_t serial = store.next_serial(request.asked_on.year());
    request.number = agreement_number(request.asked_on.year(), serial);
    store.add(request, serial, actor.name);
    identity::record(
        db_, actor, clock_,
        {"allocations.request.ask", request.number, request.unit, std::nullopt, allocations::digest_of(request)});
    transaction.commit();
    return request;
}

base::Result<Request> Requests::take_step(const base::Actor& actor, const std::string& number, WayStep step,
                                          const std::vector<RefusedRoom>& refused)
{
    TRY(require(actor, "premises.edit"));
    sql::Transaction transaction{db_};
    lock(db_, actor.org);
    TRY_ASSIGN(const Request before, request(actor.org, number));
    step.recorded_by = actor.name;
    const std::vector<OfferedRoom> now = offered(free_rooms(actor.org, before));
    step.offered = step.way == Way::reallocation ? now : std::vector<OfferedRoom>{};
    TRY(answer_offered(step, refused));
    TRY(check_step(before, step, clock_.today()));
    if (step.way != Way::reallocation) TRY(check_nothing_new(before, now));
    RequestStore{db_, actor.org}.add_step(number, step);
    Request after = before;
    after.steps.push_back(step);
    identity::record(db_, actor, clock_,
                     {"allocations.request.step", number,
                      std::string{premises::named(ways, step.way).chinese} + " " +
                          std::string{premises::named(step_results, step.result).chinese} + " " + step.document,
                      allocations::digest_of(before), allocations::digest_of(after)});
    transaction.commit();
    return after;
}

base::Result<Request> Requests::settle(const base::Actor& actor, const std::string& number, Settlement settlement)
{
    TRY(require(actor, "premises.edit"));
    sql::Transaction transaction{db_};
    lock(db_, actor.org);
    TRY_ASSIGN(const Request before, request(actor.org, number));
    settlement.recorded_by = actor.name;
    if (settlement.way == Way::reallocation && !before.settlement)
        TRY(take_areas_of_agreement(actor.org, before, settlement));
    TRY(check_settlement(before, settlement, clock_.today()));
    if (!RequestStore{db_, actor.org}.end(number, settlement))
        return base::fail(ErrorKind::conflict, "allocations.request.settled",
                          {{"number", number}, {"date", settlement.settled_on.to_string()}});
    Request after = before;
    after.settlement = settlement;
    identity::record(
        db_, actor, clock_,
        {"allocations.request.settle", number,
         std::string{premises::named(request_outcomes, settlement.outcome).chinese} + " " + settlement.reference,
         allocations::digest_of(before), allocations::digest_of(after)});
    transaction.commit();
    return after;
}

}  // namespace allocations
