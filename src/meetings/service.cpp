// SPDX-License-Identifier: Apache-2.0
// 服务单: what a meeting needs, who sees it, who changes it, who prints it.
#include "meetings/service.h"

#include <set>

#include "base/sm3.h"
#include "identity/identity.h"
#include "identity/people.h"
#include "meetings/store/booking_store.h"
#include "meetings/store/room_store.h"
#include "meetings/use_case.h"

namespace meetings {

using base::ErrorKind;
using base::fail;

namespace {

std::string digest_of(const ServiceSheet& sheet)
{
    base::Sm3 digest;
    for (const std::string& cell : {sheet.banner, joined(sheet.equipment), sheet.equipment_note, sheet.requests})
        digest.add_field(cell);
    for (const PlaceCard& one : sheet.place_cards) digest.add_field(one.name + "\n" + one.unit);
    for (const Refreshment& one : sheet.refreshments) digest.add_field(one.name + "\n" + std::to_string(one.quantity));
    for (const ServiceStaff& one : sheet.staff) digest.add_field(one.account.value_or("") + "\n" + one.name);
    return digest.finish();
}

// Whom an account stands for, as the organisation knows them now.
base::Result<void> name_accounts(sql::Connection& db, const base::Clock& clock, const base::OrgId& org,
                                 ServiceSheet& sheet)
{
    const identity::People people{db, clock};
    for (ServiceStaff& one : sheet.staff) {
        if (!one.account) continue;
        const auto person = people.find_account(org, *one.account);
        if (!person || !person->is_active)
            return fail(ErrorKind::invalid, "meetings.service.account_unknown", {{"account", *one.account}});
        one.name = person->name;
    }
    return {};
}

bool may_change_sheet(const base::Actor& actor, const Booking& booking, const ServiceSheet& sheet)
{
    return actor.may("meetings.serve") || booking.asked_by == actor.name || sheet.names(actor.name);
}

bool may_see(const base::Actor& actor, const Booking& booking)
{
    return may_see_service(booking, actor.name, actor.may("meetings.confidential"));
}

}  // namespace

base::Result<Booking> Service::to_see(const base::Actor& actor, const std::string& number) const
{
    auto found = BookingStore{db_, actor.org}.find(number);
    if (!found) return fail(ErrorKind::not_found, "meetings.booking.unknown", {{"number", number}});
    if (!may_see(actor, *found))
        return fail(ErrorKind::forbidden, "meetings.service.confidential", {{"number", number}});
    return *std::move(found);
}

std::optional<Room> Service::room_of(const base::OrgId& org, const Booking& booking) const
{
    return booking.room ? RoomStore{db_, org}.find(*booking.room) : std::nullopt;
}

base::Result<SheetFile> Service::sheet(const base::Actor& actor, const std::string& number) const
{
    TRY_ASSIGN(Booking booking, to_see(actor, number));
    ServiceSheet sheet = ServiceStore{db_, actor.org}.sheet(number);
    const bool may_change =
        may_change_sheet(actor, booking, sheet) && require_changeable(booking, clock_.seconds_since_1970()).has_value();
    auto room = room_of(actor.org, booking);
    return SheetFile{std::move(booking), std::move(room), std::move(sheet), may_change};
}

base::Result<std::vector<Told>> Service::change(const base::Actor& actor, const std::string& number, ServiceSheet sheet)
{
    sql::Transaction transaction{db_};
    lock_service(db_, actor.org, number);
    TRY_ASSIGN(const Booking booking, to_see(actor, number));
    ServiceStore store{db_, actor.org};
    const ServiceSheet before = store.sheet(number);
    if (!may_change_sheet(actor, booking, before))
        return fail(ErrorKind::forbidden, "meetings.service.not_yours", {{"number", number}});
    TRY(require_changeable(booking, clock_.seconds_since_1970()));
    const auto room = room_of(actor.org, booking);
    TRY(name_accounts(db_, clock_, actor.org, sheet));
    TRY(check(sheet, room ? room->equipment : std::vector<std::string>{}));
    sheet.changed_by = actor.name;
    sheet.changed_ms = clock_.milliseconds_since_1970();
    if (before.version != sheet.version || !store.save(number, sheet))
        return fail(ErrorKind::conflict, "meetings.service.sheet_changed", {{"number", number}});
    auto told = tell({db_, clock_, actor}, booking, "service", differences(before, sheet, booking.is_confidential),
                     {before, sheet});
    identity::record(db_, actor, clock_, {"meetings.service.change", number, "", digest_of(before), digest_of(sheet)});
    transaction.commit();
    return told;
}

base::Result<Print> Service::print(const base::Actor& actor, const std::string& number, const std::string& paper)
{
    sql::Transaction transaction{db_};
    TRY_ASSIGN(const Booking booking, to_see(actor, number));
    const auto person = identity::People{db_, clock_}.find_account(actor.org, actor.name);
    Print print{person ? person->name : actor.name, clock_.milliseconds_since_1970(), {}};
    if (booking.is_confidential)
        print.mark =
            "保密会议资料 " + print.name + "（" + actor.name + "） " + clock_text(print.at_ms / 1'000) + " 打印";
    identity::record(db_, actor, clock_, {"meetings.service.print", number, paper});
    transaction.commit();
    return print;
}

std::vector<DayMeeting> Service::day(const base::Actor& actor, base::Date day) const
{
    const Second begin = start_of(day);
    std::vector<DayMeeting> found;
    for (Booking& booking : BookingStore{db_, actor.org}.between({begin, begin + seconds_of_day})) {
        if (booking.state != State::approved) continue;
        DayMeeting meeting;
        meeting.room = room_of(actor.org, booking);
        if (may_see(actor, booking))
            meeting.service = DayMeeting::Service{stages_of_booking(actor.org, booking),
                                                  ServiceStore{db_, actor.org}.sheet(booking.number)};
        meeting.booking = std::move(booking);
        found.push_back(std::move(meeting));
    }
    return found;
}

std::vector<ServiceAccount> Service::staff(const base::OrgId& org) const
{
    std::vector<ServiceAccount> accounts;
    for (const identity::Person& person : identity::People{db_, clock_}.list(org))
        if (person.is_active) accounts.push_back({person.account, person.name});
    return accounts;
}

}  // namespace meetings
