// SPDX-License-Identifier: Apache-2.0
// What units agreed to use (使用协议).
#include <algorithm>

#include "allocations/allocations.h"
#include "allocations/store/agreement_store.h"
#include "allocations/store/unit_store.h"
#include "allocations/use_case.h"
#include "identity/identity.h"
#include "premises/premises.h"

namespace allocations {

std::vector<Agreement> Allocations::agreements(const base::OrgId& org) const
{
    return AgreementStore{db_, org}.all();
}

base::Result<Agreement> Allocations::agreement(const base::OrgId& org, const std::string& number) const
{
    auto found = AgreementStore{db_, org}.find(number);
    if (found) return *std::move(found);
    return base::fail(base::ErrorKind::not_found, "allocations.agreement.unknown", {{"number", number}});
}

std::vector<Agreement> Allocations::expired(const base::OrgId& org, base::Date by) const
{
    std::vector<Agreement> found = agreements(org);
    std::erase_if(found, [&](const Agreement& one) { return !is_expired(one, by); });
    std::stable_sort(found.begin(), found.end(),
                     [](const Agreement& a, const Agreement& b) { return a.valid_to < b.valid_to; });
    return found;
}

// What has run out is named, so that it can be ended; of what still holds the database keeps one.
base::Result<void> Allocations::check_rooms_are_free(const base::OrgId& org, const Agreement& agreement) const
{
    for (const Agreement& other : expired(org, clock_.today()))
        for (const AgreedRoom& room : other.rooms)
            if (std::find(agreement.rooms.begin(), agreement.rooms.end(), room) != agreement.rooms.end())
                return base::fail(base::ErrorKind::conflict, "allocations.room.held_after_end",
                                  {{"building", room.building},
                                   {"room", room.room},
                                   {"number", other.number},
                                   {"date", other.valid_to.to_string()}});
    return {};
}

base::Result<void> Allocations::hold_rooms(const base::Actor& actor, const Agreement& agreement)
{
    premises::Premises premises{db_, clock_};
    for (const AgreedRoom& agreed : agreement.rooms) {
        const premises::RoomHold hold{agreed.building, agreed.room, premises::Holder::agreement, agreement.number};
        TRY(agreement.ended_on ? premises.release_room(actor, hold) : premises.hold_room(actor, hold));
    }
    return {};
}

// The register follows on the day on which this is recorded. `from` says who has to have a room for it to change; empty
// is whoever it is.
base::Result<void> Allocations::pass_rooms(const base::Actor& actor, const Agreement& agreement,
                                           const std::string& from, const std::string& unit)
{
    premises::Premises premises{db_, clock_};
    for (const AgreedRoom& agreed : agreement.rooms) {
        TRY_ASSIGN(const premises::Room now, room(actor.org, agreed.building, agreed.room));
        if (now.unit == unit || (!from.empty() && now.unit != from)) continue;
        TRY(premises.give_room(actor, {agreed.building, agreed.room, clock_.today(), unit, agreement.number}));
    }
    return {};
}

base::Result<Agreement> Allocations::sign(const base::Actor& actor, const Agreement& agreement)
{
    TRY(require(actor, "premises.edit"));
    TRY(check(agreement));
    sql::Transaction transaction{db_};
    lock(db_, actor.org);
    if (!UnitStore{db_, actor.org}.latest(agreement.unit))
        return tl::unexpected<base::Error>(unknown_unit(base::ErrorKind::invalid, agreement.unit));
    for (const AgreedRoom& agreed : agreement.rooms) TRY(room(actor.org, agreed.building, agreed.room));
    TRY(check_rooms_are_free(actor.org, agreement));
    AgreementStore store{db_, actor.org};
    const std::int64_t serial = store.next_serial(agreement.signed_on.year());
    Agreement numbered = agreement;
    numbered.number = agreement_number(agreement.signed_on.year(), serial);
    if (const auto taken = store.add(numbered, serial))
        return base::fail(base::ErrorKind::conflict, "allocations.room.given",
                          {{"building", taken->building}, {"room", taken->room}});
    TRY(hold_rooms(actor, numbered));
    TRY(pass_rooms(actor, numbered, "", numbered.unit));
    identity::record(
        db_, actor, clock_,
        {"allocations.agreement.sign", numbered.number, numbered.unit, std::nullopt, allocations::digest_of(numbered)});
    transaction.commit();
    return numbered;
}

base::Result<Agreement> Allocations::end(const base::Actor& actor, const std::string& number, base::Date day)
{
    TRY(require(actor, "premises.edit"));
    sql::Transaction transaction{db_};
    lock(db_, actor.org);
    TRY_ASSIGN(const Agreement before, agreement(actor.org, number));
    TRY_ASSIGN(const Agreement after, ended(before, day));
    AgreementStore{db_, actor.org}.end(after);
    TRY(hold_rooms(actor, after));
    TRY(pass_rooms(actor, after, after.unit, ""));
    identity::record(db_, actor, clock_,
                     {"allocations.agreement.end", number, day.to_string(), allocations::digest_of(before),
                      allocations::digest_of(after)});
    transaction.commit();
    return after;
}

}  // namespace allocations
