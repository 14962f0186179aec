// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allocations/core/request.h"
#include "base/actor.h"
#include "base/clock.h"
#include "base/records.h"
#include "premises/core/occupancy.h"
#include "sql/connection.h"

namespace allocations {

// A room that nobody has and no agreement holds.
struct FreeRoom {
    premises::VacantRoom vacant = {};
    std::string building_name = {};
    std::string idle_state = {};  // holdings::idle_states: what was decided of this vacancy
    bool is_suitable = false;
};

// Requests of units for offices (配置申请): asked within what is approved, tried in the order 调剂, 置换, 租用, 建设,
// ended once. Permission: premises.edit. Every change is one audit record in its transaction.
class Requests {
public:
    Requests(sql::Connection& db, const base::Clock& clock) : db_{db}, clock_{clock} {}

    // The latest first, without the rooms that were offered.
    std::vector<Request> all(const base::OrgId& org) const;
    base::Result<Request> request(const base::OrgId& org, const std::string& number) const;  // .request.unknown
    // Those that suit first, among them the closest in size; then the others.
    base::Result<std::vector<FreeRoom>> search(const base::OrgId& org, const std::string& number) const;

    // With its number, and with what the unit is entitled to and has as it is now; `areas` says what is asked for.
    // Refuses premises.actor.not_permitted, what check(Request), check_within_approved() and check_within_total()
    // refuse, allocations.unit.unknown, and what Allocations::unit() refuses.
    base::Result<Request> ask(const base::Actor& actor, const Request& asked);
    // Of 调剂 with the rooms that are free now, and why those that suit were not taken. Refuses
    // premises.actor.not_permitted, allocations.request.unknown, what answer_offered(), check_step() and
    // check_nothing_new() refuse.
    base::Result<Request> take_step(const base::Actor& actor, const std::string& number, WayStep step,
                                    const std::vector<RefusedRoom>& refused);
    // By 调剂 the areas are those of the agreement's rooms. Refuses premises.actor.not_permitted,
    // allocations.request.unknown, what check_settlement() refuses, allocations.agreement.unknown, .ended,
    // allocations.settlement.agreement_of_other {number, unit}, .agreement_before_request {number, date},
    // .agreement_taken {number, request}.
    base::Result<Request> settle(const base::Actor& actor, const std::string& number, Settlement settlement);

    // For measures: 办公用房:申请 (README.md). Refuses allocations.records.nothing_recorded.
    base::Result<base::Records> records(const base::OrgId& org) const;

private:
    base::Result<Request> stated(const base::OrgId& org, Request asked) const;
    std::vector<FreeRoom> free_rooms(const base::OrgId& org, const Request& request) const;
    base::Result<void> take_areas_of_agreement(const base::OrgId& org, const Request& request,
                                               Settlement& settlement) const;

    sql::Connection& db_;
    const base::Clock& clock_;
};

}  // namespace allocations
