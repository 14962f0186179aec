// SPDX-License-Identifier: Apache-2.0
// What is to be looked at, and what was seen; what failed becomes an order.
#include <algorithm>

#include "base/sm3.h"
#include "identity/identity.h"
#include "repairs/repairs.h"
#include "repairs/store/equipment_store.h"
#include "repairs/use_case.h"

namespace repairs {

using base::ErrorKind;
using base::fail;

namespace {

std::string digest_of(const Inspection& inspection)
{
    base::Sm3 digest;
    for (const std::string& cell :
         {inspection.number, inspection.equipment, inspection.plan, inspection.day.to_string()})
        digest.add_field(cell);
    for (const Item& item : inspection.items) {
        for (const std::string& cell :
             {item.item, std::string{base::named(results, item.result).word}, item.note, item.order})
            digest.add_field(cell);
        for (const std::string& photo : item.photos) digest.add_field(photo);
    }
    return digest.finish();
}

// Its note and its photos come with it.
Order order_of(const Item& item, const Equipment& equipment, const base::Actor& actor, Second now)
{
    Order order;
    order.equipment = equipment.code;
    order.room = equipment.room;
    order.place = equipment.place;
    order.fault = item.item + "：" + item.note;
    order.source = Source::inspection;
    order.reported = now;
    order.reported_by = actor.name;
    return order;
}

}  // namespace

std::vector<Due> Repairs::due(const base::OrgId& org, base::Date by) const
{
    const EquipmentStore store{db_, org};
    const auto last_days = store.last_days();
    const std::vector<Equipment> all = store.all();
    const base::Date today = clock_.today();
    std::vector<Due> found;
    for (const Plan& plan : store.plans())
        for (const Equipment& one : all) {
            if (!plan.is_active || !one.is_active || one.kind != plan.kind) continue;
            const auto last = last_days.find({one.code, plan.code});
            const auto last_on = last == last_days.end() ? std::nullopt : std::optional{last->second};
            const base::Date day = due_on(plan, last_on);
            if (day <= by) found.push_back({one, plan, day, last_on, days_overdue(day, today)});
        }
    std::stable_sort(found.begin(), found.end(),
                     [](const Due& one, const Due& other) { return one.due_on < other.due_on; });
    return found;
}

base::Result<Inspection> Repairs::inspect(const base::Actor& actor, Inspection inspection)
{
    TRY(require_permission(actor, "repairs.work"));
    TRY_ASSIGN(const Equipment equipment, this->equipment(actor.org, inspection.equipment));
    TRY_ASSIGN(const Plan plan, this->plan(actor.org, inspection.plan));
    TRY(check(inspection, plan, equipment, clock_.today()));
    for (const Item& item : inspection.items) TRY(require_photos(actor.org, item.photos));
    inspection.by = actor.name;
    inspection.at_ms = clock_.milliseconds_since_1970();
    sql::Transaction transaction{db_};
    lock_numbers(db_, actor.org);
    EquipmentStore store{db_, actor.org};
    OrderStore orders{db_, actor.org};
    inspection.number = store.next_number(inspection.day.year());
    for (Item& item : inspection.items) {
        if (item.result != Result::failed) continue;
        const Order order = orders.add(order_of(item, equipment, actor, clock_.seconds_since_1970()), item.photos);
        orders.add_step(order.number, {"reported", inspection.at_ms, actor.name, inspection.number});
        item.order = order.number;
    }
    store.add(inspection);
    identity::record(
        db_, actor, clock_,
        {"repairs.inspection.record", inspection.number,
         inspection.equipment + " failed=" + std::to_string(inspection.failed()), std::nullopt, digest_of(inspection)});
    transaction.commit();
    return inspection;
}

std::vector<Inspection> Repairs::inspections(const base::OrgId& org) const
{
    return EquipmentStore{db_, org}.inspections("");
}

base::Result<Inspection> Repairs::inspection(const base::OrgId& org, const std::string& number) const
{
    auto found = EquipmentStore{db_, org}.inspections(number);
    if (number.empty() || found.empty())
        return fail(ErrorKind::not_found, "repairs.inspection.unknown", {{"number", number}});
    return std::move(found.front());
}

}  // namespace repairs
