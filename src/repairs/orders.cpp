// SPDX-License-Identifier: Apache-2.0
// Orders: reported, and what is done to them.
#include "base/sm3.h"
#include "identity/identity.h"
#include "meetings/meetings.h"
#include "repairs/repairs.h"
#include "repairs/store/equipment_store.h"
#include "repairs/use_case.h"

namespace repairs {

using base::ErrorKind;
using base::fail;

namespace {

std::string digest_of(const Order& order)
{
    base::Sm3 digest;
    for (const std::string& cell :
         {order.number, order.equipment, order.room, order.place, order.fault,
          std::string{base::named(states, order.state).word}, std::to_string(order.reported),
          order.repaired ? std::to_string(*order.repaired) : "", order.repaired_by, order.work, order.reason})
        digest.add_field(cell);
    for (const Pause& pause : order.pauses) {
        digest.add_field(std::to_string(pause.from));
        digest.add_field(pause.until ? std::to_string(*pause.until) : "");
        digest.add_field(std::string{base::named(pause_reasons, pause.reason).word});
    }
    return digest.finish();
}

}  // namespace

std::vector<Order> Repairs::orders(const base::OrgId& org, const OrderQuestion& question) const
{
    return OrderStore{db_, org}.list(question);
}

OrderPage Repairs::order_page(const base::OrgId& org, const OrderQuestion& question,
                              const std::optional<OrderPlace>& behind, std::size_t limit) const
{
    const OrderStore store{db_, org};
    OrderPage page{store.page(question, behind, limit + 1), store.count(question), false};
    page.has_next = page.orders.size() > limit;
    if (page.has_next) page.orders.pop_back();
    return page;
}

std::map<std::string, std::int64_t> Repairs::photo_counts(const base::OrgId& org) const
{
    return OrderStore{db_, org}.photo_counts();
}

base::Result<OrderFile> Repairs::order(const base::OrgId& org, const std::string& number) const
{
    const OrderStore store{db_, org};
    auto found = store.find(number);
    if (!found) return fail(ErrorKind::not_found, "repairs.order.unknown", {{"number", number}});
    OrderFile file{*std::move(found), store.steps(number), store.photos(number), {}};
    if (file.order.is_open()) file.spare_rooms = spare_rooms(org, file.order);
    return file;
}

std::vector<SpareRoom> Repairs::spare_rooms(const base::OrgId& org, const Order& order) const
{
    constexpr std::int64_t days = 7;
    constexpr std::size_t most_meetings = 20;
    std::vector<SpareRoom> found;
    if (order.room.empty()) return found;
    const meetings::Meetings meetings{db_, clock_};
    const Second now = clock_.seconds_since_1970();
    for (const meetings::Booking& booking : meetings.between(org, clock_.today(), days)) {
        const bool is_ahead = booking.room == order.room && booking.stands() && booking.span.until > now;
        if (!is_ahead || found.size() == most_meetings) continue;
        SpareRoom spare{booking.number, booking.span.from, booking.span.until, {}};
        const auto preview = meetings.preview(
            org, {order.room, booking.span, booking.attendees, booking.equipment, booking.number, std::nullopt});
        // The nearest other times of the same room are no help: it is the room that is broken.
        if (preview)
            for (const meetings::Alternative& one : preview->alternatives)
                if (one.room != order.room) spare.alternatives.push_back(one);
        found.push_back(std::move(spare));
    }
    return found;
}

base::Result<Order> Repairs::report(const base::Actor& actor, const NewOrder& asked)
{
    TRY(require_permission(actor, "repairs.report"));
    Order order = asked.order;
    TRY(check(order));
    TRY(require_photos(actor.org, asked.photos));
    if (!order.equipment.empty()) {
        TRY_ASSIGN(const Equipment equipment, this->equipment(actor.org, order.equipment));
        order.room = equipment.room;
        order.place = equipment.place;
    }
    TRY(require_room(actor.org, order.room));
    order.source = Source::person;
    order.state = State::open;
    order.reported = clock_.seconds_since_1970();
    order.reported_by = actor.name;
    sql::Transaction transaction{db_};
    lock_numbers(db_, actor.org);
    OrderStore store{db_, actor.org};
    order = store.add(std::move(order), asked.photos);
    store.add_step(order.number, {"reported", clock_.milliseconds_since_1970(), actor.name, ""});
    identity::record(db_, actor, clock_,
                     {"repairs.order.report", order.number, order.fault, std::nullopt, digest_of(order)});
    transaction.commit();
    return order;
}

base::Result<Order> Repairs::to_change(const base::Actor& actor, const std::string& number, std::int64_t version,
                                       const std::string& permission) const
{
    TRY(require_permission(actor, permission));
    auto found = OrderStore{db_, actor.org}.find(number);
    if (!found) return fail(ErrorKind::not_found, "repairs.order.unknown", {{"number", number}});
    if (found->version != version) return fail(ErrorKind::conflict, "repairs.order.changed", {{"number", number}});
    return *std::move(found);
}

base::Result<void> Repairs::put(const base::Actor& actor, const Order& before, const Order& order, const char* action,
                                const std::string& reason)
{
    sql::Transaction transaction{db_};
    OrderStore store{db_, actor.org};
    if (!store.change(order)) return fail(ErrorKind::conflict, "repairs.order.changed", {{"number", order.number}});
    store.add_step(order.number, {action, clock_.milliseconds_since_1970(), actor.name, reason});
    identity::record(
        db_, actor, clock_,
        {std::string{"repairs.order."} + action, order.number, reason, digest_of(before), digest_of(order)});
    transaction.commit();
    return {};
}

base::Result<void> Repairs::review(const base::Actor& actor, const std::string& number, std::int64_t version,
                                   bool is_accepted, const std::string& reason)
{
    TRY_ASSIGN(const Order before, to_change(actor, number, version, "repairs.work"));
    TRY_ASSIGN(const Order order, reviewed(before, is_accepted, reason));
    return put(actor, before, order, is_accepted ? "taken_up" : "rejected", reason);
}

base::Result<void> Repairs::pause(const base::Actor& actor, const std::string& number, std::int64_t version,
                                  PauseReason reason, const std::string& note)
{
    TRY_ASSIGN(const Order before, to_change(actor, number, version, "repairs.work"));
    TRY_ASSIGN(const Order order, paused(before, reason, note, clock_.seconds_since_1970()));
    std::string why{base::named(pause_reasons, reason).chinese};
    if (!note.empty()) why += "：" + note;
    return put(actor, before, order, "paused", why);
}

base::Result<void> Repairs::resume(const base::Actor& actor, const std::string& number, std::int64_t version)
{
    TRY_ASSIGN(const Order before, to_change(actor, number, version, "repairs.work"));
    TRY_ASSIGN(const Order order, resumed(before, clock_.seconds_since_1970()));
    return put(actor, before, order, "resumed", "");
}

base::Result<void> Repairs::repair(const base::Actor& actor, const std::string& number, std::int64_t version,
                                   const std::string& work, const std::string& unit)
{
    TRY_ASSIGN(const Order before, to_change(actor, number, version, "repairs.work"));
    TRY_ASSIGN(const Order order, repaired(before, work, unit, clock_.seconds_since_1970()));
    return put(actor, before, order, "repaired", work);
}

base::Result<void> Repairs::accept(const base::Actor& actor, const std::string& number, std::int64_t version,
                                   bool is_accepted, const std::string& reason)
{
    TRY_ASSIGN(const Order before, to_change(actor, number, version, "repairs.accept"));
    TRY_ASSIGN(const Order order, accepted(before, is_accepted, reason));
    std::string who_repaired;
    for (const Step& step : OrderStore{db_, actor.org}.steps(number))
        if (step.action == "repaired") who_repaired = step.by;
    if (who_repaired == actor.name) return fail(ErrorKind::forbidden, "repairs.order.own_repair", {{"number", number}});
    return put(actor, before, order, is_accepted ? "accepted" : "sent_back", reason);
}

base::Result<void> Repairs::cancel(const base::Actor& actor, const std::string& number, std::int64_t version,
                                   const std::string& reason)
{
    TRY_ASSIGN(const Order before, to_change(actor, number, version, "repairs.report"));
    if (before.reported_by != actor.name) TRY(require_permission(actor, "repairs.work"));
    TRY_ASSIGN(const Order order, cancelled(before, reason, clock_.seconds_since_1970()));
    return put(actor, before, order, "cancelled", reason);
}

base::Result<void> Repairs::add_photos(const base::Actor& actor, const std::string& number, std::int64_t version,
                                       const std::vector<std::string>& photos)
{
    TRY_ASSIGN(const Order order, to_change(actor, number, version, "repairs.report"));
    if (order.reported_by != actor.name) TRY(require_permission(actor, "repairs.work"));
    sql::Transaction transaction{db_};
    OrderStore store{db_, actor.org};
    std::vector<std::string> all = photos;
    for (const Photo& one : store.photos(number)) all.push_back(one.photo);
    TRY(require_photos(actor.org, all));
    if (!store.change(order)) return fail(ErrorKind::conflict, "repairs.order.changed", {{"number", number}});
    store.attach(number, photos);
    store.add_step(number, {"photographed", clock_.milliseconds_since_1970(), actor.name, ""});
    base::Sm3 digest;
    for (const std::string& photo : all) digest.add_field(photo);
    identity::record(db_, actor, clock_,
                     {"repairs.order.photographed", number, "photos=" + std::to_string(photos.size()), std::nullopt,
                      digest.finish()});
    transaction.commit();
    return {};
}

}  // namespace repairs
