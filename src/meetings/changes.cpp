// SPDX-License-Identifier: Apache-2.0
// What becomes of a booking: decided, moved, cancelled, missed, described anew. One touches no other of its series.
#include "base/sm3.h"
#include "identity/identity.h"
#include "meetings/meetings.h"
#include "meetings/use_case.h"

namespace meetings {

using base::ErrorKind;
using base::fail;

namespace {

std::string digest_of(const Booking& booking)
{
    base::Sm3 digest;
    for (const std::string& cell :
         {booking.number, booking.room.value_or(""), booking.venue, std::to_string(booking.span.from),
          std::to_string(booking.span.until), std::string{base::named(states, booking.state).word}, booking.title,
          booking.kind, booking.host, std::to_string(booking.attendees), booking.layout, booking.note, booking.reason})
        digest.add_field(cell);
    return digest.finish();
}

std::vector<Told> tell_of(const Doing& doing, const Booking& before, const Booking& booking, const std::string& action)
{
    if (!is_told(action)) return {};
    lock_service(doing.db, doing.actor.org, booking.number);
    return tell(doing, booking, action, differences(before, booking),
                {ServiceStore{doing.db, doing.actor.org}.sheet(booking.number)});
}

base::Error changed_meanwhile(const std::string& number)
{
    return {ErrorKind::conflict, "meetings.booking.changed", {{"number", number}}};
}

}  // namespace

base::Result<Booking> Meetings::to_change(const base::Actor& actor, const std::string& number,
                                          std::int64_t version) const
{
    if (!actor.may("meetings.approve")) TRY(require_permission(actor, "meetings.book"));
    auto found = BookingStore{db_, actor.org}.find(number);
    if (!found) return fail(ErrorKind::not_found, "meetings.booking.unknown", {{"number", number}});
    if (found->version != version) return tl::unexpected<base::Error>(changed_meanwhile(number));
    if (found->asked_by != actor.name && !actor.may("meetings.approve"))
        return fail(ErrorKind::forbidden, "meetings.booking.not_yours", {{"number", number}});
    return *std::move(found);
}

base::Result<std::vector<Told>> Meetings::put(const base::Actor& actor, const Booking& booking,
                                              const std::string& action, const std::string& reason)
{
    {
        sql::Transaction transaction{db_};
        BookingStore store{db_, actor.org};
        const auto before = store.find(booking.number);
        lock_rooms(db_, actor.org, {before->room.value_or(""), booking.room.value_or("")});
        const auto changed = store.change(booking);
        if (changed == BookingStore::Changed::other_version)
            return tl::unexpected<base::Error>(changed_meanwhile(booking.number));
        if (changed == BookingStore::Changed::done) {
            auto told = tell_of({db_, clock_, actor}, *before, booking, action);
            store.add_step(booking.number,
                           {action, clock_.milliseconds_since_1970(), actor.name, booking.room, booking.span, reason});
            identity::record(
                db_, actor, clock_,
                {"meetings.booking." + action, booking.number, reason, digest_of(*before), digest_of(booking)});
            transaction.commit();
            return told;
        }
    }
    return tl::unexpected<base::Error>(taken(actor.org, booking));
}

base::Result<std::vector<Told>> Meetings::decide(const base::Actor& actor, const std::string& number,
                                                 std::int64_t version, bool is_approved, const std::string& reason)
{
    TRY(require_permission(actor, "meetings.approve"));
    TRY_ASSIGN(Booking booking, to_change(actor, number, version));
    TRY_ASSIGN(booking, decided(std::move(booking), is_approved, reason));
    return put(actor, booking, is_approved ? "approved" : "refused", reason);
}

base::Result<std::vector<Told>> Meetings::move(const base::Actor& actor, const std::string& number,
                                               std::int64_t version, const std::string& room, const Span& span,
                                               const std::string& reason)
{
    TRY_ASSIGN(Booking booking, to_change(actor, number, version));
    TRY_ASSIGN(booking, moved(std::move(booking), room, span));
    TRY_ASSIGN(const Room place, this->room(actor.org, room));
    TRY(check_place(place, booking, clock_.seconds_since_1970(), asker_of(actor)));
    // What somebody approved was this time in this room: elsewhere it is asked for anew.
    if (booking.state == State::approved && place.needs_approval && !actor.may("meetings.approve"))
        booking.state = State::pending;
    return put(actor, booking, "moved", reason);
}

base::Result<std::vector<Told>> Meetings::cancel(const base::Actor& actor, const std::string& number,
                                                 std::int64_t version, const std::string& reason, bool with_following)
{
    TRY_ASSIGN(const Booking booking, to_change(actor, number, version));
    sql::Transaction transaction{db_};
    std::set<std::string> rooms{booking.room.value_or("")};
    std::vector<Booking> all{booking};
    if (with_following)
        for (Booking& one : BookingStore{db_, actor.org}.following(booking))
            if (one.is_open() || one.state == State::approved) {
                rooms.insert(one.room.value_or(""));
                all.push_back(std::move(one));
            }
    lock_rooms(db_, actor.org, rooms);
    std::vector<Told> told;
    for (Booking& one : all) {
        TRY_ASSIGN(const Booking ended, cancelled(std::move(one), reason));
        TRY_ASSIGN(const std::vector<Told> some, put(actor, ended, "cancelled", reason));
        told.insert(told.end(), some.begin(), some.end());
    }
    transaction.commit();
    return told;
}

base::Result<std::vector<Told>> Meetings::miss(const base::Actor& actor, const std::string& number,
                                               std::int64_t version, const std::string& reason)
{
    TRY_ASSIGN(Booking booking, to_change(actor, number, version));
    TRY_ASSIGN(booking, missed(std::move(booking), reason, clock_.seconds_since_1970()));
    return put(actor, booking, "missed", reason);
}

base::Result<std::vector<Told>> Meetings::describe(const base::Actor& actor, const std::string& number,
                                                   std::int64_t version, const Described& described)
{
    TRY_ASSIGN(Booking booking, to_change(actor, number, version));
    booking.title = described.title;
    booking.kind = described.kind;
    booking.host = described.host;
    booking.attendees = described.attendees;
    booking.layout = described.layout;
    booking.equipment = described.equipment;
    booking.note = described.note;
    TRY(check(booking));
    return put(actor, booking, "changed", "");
}

}  // namespace meetings
