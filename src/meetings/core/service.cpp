// SPDX-License-Identifier: Apache-2.0
#include "meetings/core/service.h"

#include <algorithm>
#include <set>

namespace meetings {

using base::ErrorKind;
using base::fail;

namespace {

base::Result<void> at_most(std::size_t count, std::size_t most, const char* code)
{
    if (count <= most) return {};
    return fail(ErrorKind::invalid, code, {{"most", std::to_string(most)}});
}

base::Result<void> check_staff(const std::vector<ServiceStaff>& staff)
{
    TRY(at_most(staff.size(), most_staff, "meetings.service.too_many_staff"));
    std::set<std::string> accounts;
    for (const ServiceStaff& one : staff) {
        if (one.name.empty()) return fail(ErrorKind::invalid, "meetings.service.staff_empty");
        if (one.account && !accounts.insert(*one.account).second)
            return fail(ErrorKind::invalid, "meetings.service.staff_twice", {{"name", one.name}});
    }
    return {};
}

}  // namespace

bool ServiceSheet::names(const std::string& account) const
{
    return std::any_of(staff.begin(), staff.end(), [&](const ServiceStaff& one) { return one.account == account; });
}

base::Result<void> check(const ServiceSheet& sheet, const std::vector<std::string>& equipment_of_room)
{
    TRY(at_most(sheet.place_cards.size(), most_place_cards, "meetings.service.too_many_cards"));
    for (std::size_t i = 0; i < sheet.place_cards.size(); ++i)
        if (sheet.place_cards[i].name.empty())
            return fail(ErrorKind::invalid, "meetings.service.card_empty", {{"place", std::to_string(i + 1)}});
    TRY(at_most(sheet.refreshments.size(), most_refreshments, "meetings.service.too_many_refreshments"));
    for (const Refreshment& one : sheet.refreshments) {
        if (one.name.empty()) return fail(ErrorKind::invalid, "meetings.service.refreshment_empty");
        if (one.quantity <= 0)
            return fail(ErrorKind::invalid, "meetings.service.quantity_not_positive", {{"name", one.name}});
    }
    for (const std::string& name : sheet.equipment)
        if (std::find(equipment_of_room.begin(), equipment_of_room.end(), name) == equipment_of_room.end())
            return fail(ErrorKind::invalid, "meetings.service.equipment_unknown", {{"name", name}});
    return check_staff(sheet.staff);
}

base::Result<void> require_served(const Booking& booking)
{
    if (booking.is_open() || booking.state == State::approved) return {};
    return fail(ErrorKind::conflict, "meetings.service.not_standing",
                {{"number", booking.number}, {"state", std::string{base::named(states, booking.state).chinese}}});
}

base::Result<void> require_changeable(const Booking& booking, Second now)
{
    TRY(require_served(booking));
    if (booking.span.until > now) return {};
    return fail(ErrorKind::conflict, "meetings.service.over", {{"number", booking.number}});
}

bool may_see_service(const Booking& booking, const std::string& account, bool knows_confidential)
{
    return !booking.is_confidential || knows_confidential || booking.asked_by == account;
}

}  // namespace meetings
