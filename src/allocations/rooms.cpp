// SPDX-License-Identifier: Apache-2.0
// Who uses which room.
#include <algorithm>

#include "allocations/allocations.h"
#include "allocations/store/room_use_store.h"
#include "allocations/store/unit_store.h"
#include "allocations/use_case.h"
#include "identity/identity.h"
#include "premises/area_standard_files.h"
#include "premises/premises.h"

namespace allocations {

using base::ErrorKind;

namespace {

base::Result<void> check_happened(base::Date day, base::Date today)
{
    if (day <= today) return {};
    return base::fail(ErrorKind::invalid, "allocations.use.in_future", {{"date", day.to_string()}});
}

std::string digest_of(const RoomUse& use)
{
    base::Sm3 digest;
    for (const std::string& text :
         {use.person, use.rank, use.unit, std::string{premises::named(post_kinds, use.post).word}, use.building,
          use.room, use.started_on.to_string(), use.approval, use.due_on ? use.due_on->to_string() : "",
          use.ended_on ? use.ended_on->to_string() : ""})
        digest.add_field(text);
    return digest.finish();
}

premises::RoomHold hold_of(const RoomUse& use)
{
    return {use.building, use.room, premises::Holder::person, std::to_string(use.number)};
}

}  // namespace

base::Result<premises::Room> Allocations::room(const base::OrgId& org, const std::string& building,
                                               const std::string& number) const
{
    auto rooms = premises::Premises{db_, clock_}.rooms(org, building);
    if (!rooms) {
        base::Error error = std::move(rooms).error();
        error.kind = ErrorKind::invalid;  // named in a body: a rule about a value, not a page that is missing
        return tl::unexpected<base::Error>(std::move(error));
    }
    for (premises::Room& room : *rooms)
        if (room.number == number) return std::move(room);
    return base::fail(ErrorKind::invalid, "allocations.room.unknown", {{"building", building}, {"room", number}});
}

std::vector<RoomUse> Allocations::room_uses(const base::OrgId& org) const
{
    return RoomUseStore{db_, org}.all();
}

base::Result<RoomUse> Allocations::room_use(const base::OrgId& org, std::int64_t number) const
{
    auto use = RoomUseStore{db_, org}.find(number);
    if (use) return *std::move(use);
    return base::fail(ErrorKind::not_found, "allocations.use.unknown", {{"number", std::to_string(number)}});
}

std::vector<RoomUse> Allocations::due(const base::OrgId& org, base::Date by) const
{
    std::vector<RoomUse> found;
    for (RoomUse& use : room_uses(org))
        if (!use.ended_on && use.due_on && *use.due_on <= by) found.push_back(std::move(use));
    std::stable_sort(found.begin(), found.end(),
                     [](const RoomUse& a, const RoomUse& b) { return *a.due_on < *b.due_on; });
    return found;
}

base::Result<void> Allocations::check_use(const base::OrgId& org, const RoomUse& use) const
{
    TRY(check(use));
    TRY(check_happened(use.started_on, clock_.today()));
    const auto unit = UnitStore{db_, org}.latest(use.unit);
    if (!unit) return tl::unexpected<base::Error>(unknown_unit(ErrorKind::invalid, use.unit));
    TRY_ASSIGN(const premises::AreaStandards standards, premises::area_standards_on(clock_.today()));
    TRY_ASSIGN(const premises::LevelStandard level, premises::level_of(standards, unit->establishment.level));
    TRY_ASSIGN(const premises::RankStandard standard, premises::rank_of(level, use.rank));
    TRY_ASSIGN(const premises::Room given, room(org, use.building, use.room));
    if (given.use != premises::RoomUse::office)
        return base::fail(ErrorKind::invalid, "allocations.room.not_an_office",
                          {{"building", use.building}, {"room", use.room}});
    if (use.approval.empty()) return {};
    return check_second(given.usable, RoomUseStore{db_, org}.heads(use.building, use.room) + 1, standard.office);
}

base::Result<RoomUse> Allocations::give(const base::Actor& actor, const RoomUse& use)
{
    TRY(require(actor, "premises.edit"));
    sql::Transaction transaction{db_};
    lock(db_, actor.org);
    TRY(check_use(actor.org, use));
    const auto number = RoomUseStore{db_, actor.org}.add(use);
    if (!number)
        return base::fail(ErrorKind::conflict,
                          use.approval.empty() ? "allocations.person.has_room" : "allocations.person.has_second_room",
                          {{"person", use.person}});
    RoomUse given = use;
    given.number = *number;
    TRY(premises::Premises(db_, clock_).hold_room(actor, hold_of(given)));
    identity::record(db_, actor, clock_,
                     {"allocations.use.give", std::to_string(*number), use.building + " " + use.room, std::nullopt,
                      digest_of(given)});
    transaction.commit();
    return given;
}

base::Result<RoomUse> Allocations::take_event(const base::Actor& actor, std::int64_t number, Event event,
                                              base::Date happened_on)
{
    TRY(require(actor, "premises.edit"));
    sql::Transaction transaction{db_};
    lock(db_, actor.org);
    TRY_ASSIGN(const RoomUse before, room_use(actor.org, number));
    TRY(check_happened(happened_on, clock_.today()));
    TRY_ASSIGN(const RoomUse after, after_event(before, event, happened_on));
    RoomUseStore{db_, actor.org}.change(after);
    identity::record(db_, actor, clock_,
                     {"allocations.use.event", std::to_string(number),
                      std::string{premises::named(events, event).chinese} + " " + happened_on.to_string(),
                      digest_of(before), digest_of(after)});
    transaction.commit();
    return after;
}

base::Result<RoomUse> Allocations::give_back(const base::Actor& actor, std::int64_t number, base::Date day)
{
    TRY(require(actor, "premises.edit"));
    sql::Transaction transaction{db_};
    lock(db_, actor.org);
    TRY_ASSIGN(const RoomUse before, room_use(actor.org, number));
    TRY(check_happened(day, clock_.today()));
    TRY_ASSIGN(const RoomUse after, returned(before, day));
    RoomUseStore{db_, actor.org}.change(after);
    TRY(premises::Premises(db_, clock_).release_room(actor, hold_of(after)));
    identity::record(
        db_, actor, clock_,
        {"allocations.use.give_back", std::to_string(number), day.to_string(), digest_of(before), digest_of(after)});
    transaction.commit();
    return after;
}

}  // namespace allocations
