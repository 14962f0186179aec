// SPDX-License-Identifier: Apache-2.0
// What changed is told to those whom it concerns, in the transaction of the change.
#include <iterator>

#include "identity/identity.h"
#include "meetings/service.h"
#include "meetings/store/booking_store.h"
#include "meetings/store/notice_store.h"
#include "meetings/use_case.h"

namespace meetings {

using base::ErrorKind;
using base::fail;

std::vector<Told> tell(const Doing& doing, const Booking& booking, const std::string& what,
                       const std::vector<FieldChange>& changes, const std::vector<ServiceSheet>& sheets)
{
    if (changes.empty()) return {};
    std::vector<std::string> signers;
    for (const SignOff& one : ServiceStore{doing.db, doing.actor.org}.signatures(booking.number))
        signers.push_back(one.by);
    NoticeStore store{doing.db, doing.actor.org};
    std::vector<Told> told;
    for (const std::string& account : concerned(booking, sheets, signers, doing.actor.name)) {
        store.add({base::new_uuid(doing.clock),
                   booking.number,
                   account,
                   what,
                   changes,
                   doing.actor.name,
                   doing.clock.milliseconds_since_1970(),
                   {}});
        told.push_back({account, booking.number});
    }
    return told;
}

NoticePage Service::notices(const base::Actor& actor, const NoticeFilter& filter) const
{
    using Which = NoticeStore::Which;
    const Which which = filter.with_acknowledged ? Which::all : Which::open;
    const NoticeStore store{db_, actor.org};
    const BookingStore bookings{db_, actor.org};
    NoticePage page;
    for (Notice& notice : store.of(actor.name, which, filter.before, filter.most + 1)) {
        page.has_more = std::ssize(page.files) == filter.most;
        if (page.has_more) break;
        Booking booking = bookings.find(notice.number).value();
        page.files.push_back({std::move(notice), std::move(booking)});
    }
    page.total = store.count(actor.name, which);
    page.open = store.count(actor.name, Which::open);
    return page;
}

base::Result<NoticeFile> Service::acknowledge(const base::Actor& actor, const std::string& id)
{
    sql::Transaction transaction{db_};
    NoticeStore store{db_, actor.org};
    auto notice = store.find(actor.name, id);
    if (!notice) return fail(ErrorKind::not_found, "meetings.notice.unknown", {{"id", id}});
    const std::int64_t now = clock_.milliseconds_since_1970();
    if (notice->acknowledged_ms || !store.acknowledge(id, now))
        return fail(ErrorKind::conflict, "meetings.notice.acknowledged_before", {{"number", notice->number}});
    notice->acknowledged_ms = now;
    identity::record(db_, actor, clock_, {"meetings.notice.acknowledge", notice->number, id});
    Booking booking = BookingStore{db_, actor.org}.find(notice->number).value();
    transaction.commit();
    return NoticeFile{*std::move(notice), std::move(booking)};
}

}  // namespace meetings
