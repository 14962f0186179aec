// SPDX-License-Identifier: Apache-2.0
#include "repairs/core/equipment.h"

#include <algorithm>
#include <set>

namespace repairs {

using base::ErrorKind;
using base::fail;

base::Result<void> check(const Equipment& equipment)
{
    if (equipment.code.empty()) return fail(ErrorKind::invalid, "repairs.equipment.code_empty");
    if (equipment.name.empty()) return fail(ErrorKind::invalid, "repairs.equipment.name_empty");
    if (equipment.kind.empty()) return fail(ErrorKind::invalid, "repairs.equipment.kind_empty");
    if (equipment.room.empty() == equipment.place.empty())
        return fail(ErrorKind::invalid, "repairs.equipment.one_place");
    return {};
}

base::Result<void> check(const Plan& plan)
{
    constexpr std::int64_t ten_years = 3'660;
    if (plan.code.empty()) return fail(ErrorKind::invalid, "repairs.plan.code_empty");
    if (plan.name.empty()) return fail(ErrorKind::invalid, "repairs.plan.name_empty");
    if (plan.kind.empty()) return fail(ErrorKind::invalid, "repairs.plan.kind_empty");
    if (plan.every_days < 1 || plan.every_days > ten_years)
        return fail(ErrorKind::invalid, "repairs.plan.days_out_of_range");
    if (plan.items.empty()) return fail(ErrorKind::invalid, "repairs.plan.items_missing");
    std::set<std::string> seen;
    for (const std::string& item : plan.items) {
        if (item.empty()) return fail(ErrorKind::invalid, "repairs.plan.items_missing");
        if (!seen.insert(item).second) return fail(ErrorKind::invalid, "repairs.plan.item_twice", {{"item", item}});
    }
    return {};
}

base::Date due_on(const Plan& plan, const std::optional<base::Date>& last)
{
    if (!last) return plan.first_day;
    return std::max(plan.first_day, base::Date::from_days(last->days_since_1970() + plan.every_days));
}

std::int64_t days_overdue(base::Date due, base::Date today)
{
    return std::max<std::int64_t>(0, today.days_since_1970() - due.days_since_1970());
}

std::int64_t Inspection::failed() const
{
    return std::count_if(items.begin(), items.end(), [](const Item& item) { return item.result == Result::failed; });
}

base::Result<void> check(const Inspection& inspection, const Plan& plan, const Equipment& equipment, base::Date today)
{
    if (inspection.day > today) return fail(ErrorKind::invalid, "repairs.inspection.in_future");
    if (plan.kind != equipment.kind)
        return fail(ErrorKind::invalid, "repairs.inspection.wrong_kind", {{"kind", equipment.kind}});
    for (std::size_t at = 0; at < std::max(plan.items.size(), inspection.items.size()); ++at) {
        const bool is_there = at < plan.items.size() && at < inspection.items.size();
        if (!is_there || inspection.items[at].item != plan.items[at])
            return fail(ErrorKind::invalid, "repairs.inspection.items_differ",
                        {{"item", at < plan.items.size() ? plan.items[at] : inspection.items[at].item}});
        if (inspection.items[at].result == Result::failed && inspection.items[at].note.empty())
            return fail(ErrorKind::invalid, "repairs.inspection.note_missing", {{"item", plan.items[at]}});
    }
    return {};
}

}  // namespace repairs
