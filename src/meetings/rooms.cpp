// SPDX-License-Identifier: Apache-2.0
// 会议室: recorded and changed; bookings that are there stay.
#include "base/sm3.h"
#include "identity/identity.h"
#include "meetings/meetings.h"
#include "meetings/store/room_store.h"
#include "meetings/use_case.h"

namespace meetings {

namespace {

std::string digest_of(const Room& room)
{
    base::Sm3 digest;
    for (const std::string& cell :
         {room.code, room.name, room.area, std::to_string(room.seats), joined(room.equipment), joined(room.layouts),
          std::to_string(room.opening.from_minute), std::to_string(room.opening.until_minute), room.note})
        digest.add_field(cell);
    for (const int weekday : room.opening.weekdays) digest.add_field(std::to_string(weekday));
    for (const base::Date& day : room.opening.closed_days) digest.add_field(day.to_string());
    digest.add_field(std::string{room.needs_approval ? "1" : "0"} + (room.is_active ? "1" : "0"));
    return digest.finish();
}

base::Error unknown(const std::string& code)
{
    return {base::ErrorKind::not_found, "meetings.room.unknown", {{"room", code}}};
}

}  // namespace

std::vector<Room> Meetings::rooms(const base::OrgId& org) const
{
    return RoomStore{db_, org}.all();
}

base::Result<Room> Meetings::room(const base::OrgId& org, const std::string& code) const
{
    auto found = RoomStore{db_, org}.find(code);
    if (!found) return tl::unexpected<base::Error>(unknown(code));
    return *std::move(found);
}

base::Result<void> Meetings::record(const base::Actor& actor, const Room& room)
{
    TRY(require_permission(actor, "meetings.edit"));
    TRY(check(room));
    sql::Transaction transaction{db_};
    lock_rooms(db_, actor.org, {""});  // the list of rooms
    RoomStore store{db_, actor.org};
    if (store.find(room.code))
        return base::fail(base::ErrorKind::conflict, "meetings.room.code_taken", {{"room", room.code}});
    Room added = room;
    added.version = 1;
    store.add(added);
    identity::record(db_, actor, clock_, {"meetings.room.record", room.code, room.name, std::nullopt, digest_of(room)});
    transaction.commit();
    return {};
}

base::Result<void> Meetings::change(const base::Actor& actor, const Room& room)
{
    TRY(require_permission(actor, "meetings.edit"));
    TRY(check(room));
    sql::Transaction transaction{db_};
    lock_rooms(db_, actor.org, {""});  // the list of rooms
    RoomStore store{db_, actor.org};
    const auto before = store.find(room.code);
    if (!before) return tl::unexpected<base::Error>(unknown(room.code));
    if (!store.change(room))
        return base::fail(base::ErrorKind::conflict, "meetings.room.changed", {{"room", room.code}});
    identity::record(db_, actor, clock_,
                     {"meetings.room.change", room.code, room.name, digest_of(*before), digest_of(room)});
    transaction.commit();
    return {};
}

}  // namespace meetings
