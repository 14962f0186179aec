// SPDX-License-Identifier: Apache-2.0
#include "allocations/core/agreement.h"

#include <set>

#include "base/sm3.h"

namespace allocations {

using base::ErrorKind;

namespace {

constexpr std::size_t serial_digits = 4;

}  // namespace

base::Result<void> check(const Agreement& agreement)
{
    if (agreement.rooms.empty()) return base::fail(ErrorKind::invalid, "allocations.agreement.no_rooms");
    std::set<AgreedRoom> seen;
    for (const AgreedRoom& room : agreement.rooms)
        if (!seen.insert(room).second)
            return base::fail(ErrorKind::invalid, "allocations.agreement.room_twice",
                              {{"building", room.building}, {"room", room.room}});
    if (agreement.valid_to < agreement.valid_from)
        return base::fail(ErrorKind::invalid, "allocations.agreement.ends_before_start",
                          {{"date", agreement.valid_from.to_string()}});
    if (std::set<Purpose>{agreement.purposes.begin(), agreement.purposes.end()}.size() != agreement.purposes.size())
        return base::fail(ErrorKind::invalid, "allocations.agreement.purpose_twice");
    return {};
}

base::Result<Agreement> ended(Agreement agreement, base::Date day)
{
    if (agreement.ended_on)
        return base::fail(ErrorKind::conflict, "allocations.agreement.ended",
                          {{"number", agreement.number}, {"date", agreement.ended_on->to_string()}});
    if (day < agreement.valid_from)
        return base::fail(ErrorKind::invalid, "allocations.agreement.ends_before_start",
                          {{"date", agreement.valid_from.to_string()}});
    agreement.ended_on = day;
    return agreement;
}

bool is_expired(const Agreement& agreement, base::Date day)
{
    return !agreement.ended_on && agreement.valid_to < day;
}

std::string agreement_number(int year, std::int64_t serial)
{
    std::string digits = std::to_string(serial);
    if (digits.size() < serial_digits) digits.insert(0, serial_digits - digits.size(), '0');
    return std::to_string(year) + "-" + digits;
}

std::string digest_of(const Agreement& agreement)
{
    base::Sm3 digest;
    for (const std::string& text : {agreement.number, agreement.unit, agreement.signed_on.to_string(),
                                    agreement.valid_from.to_string(), agreement.valid_to.to_string()})
        digest.add_field(text);
    for (const Purpose purpose : agreement.purposes)
        digest.add_field(std::string{premises::named(purposes, purpose).word});
    for (const AgreedRoom& room : agreement.rooms) {
        digest.add_field(room.building);
        digest.add_field(room.room);
    }
    digest.add_field(agreement.ended_on ? agreement.ended_on->to_string() : "");
    return digest.finish();
}

std::string code_of_certificate(const Agreement& agreement)
{
    return "MJ-XY;" + agreement.number + ";" + agreement.unit + ";" + agreement.valid_to.to_string() + ";" +
           digest_of(agreement);
}

std::int64_t days_left(const Agreement& agreement, base::Date day)
{
    return agreement.valid_to.days_since_1970() - day.days_since_1970();
}

AgreementState state_of(const Agreement& agreement, base::Date day)
{
    constexpr std::int64_t ending_days = 90;
    if (agreement.ended_on) return AgreementState::ended;
    if (agreement.valid_from > day) return AgreementState::coming;
    if (is_expired(agreement, day)) return AgreementState::expired;
    return days_left(agreement, day) <= ending_days ? AgreementState::ending : AgreementState::running;
}

}  // namespace allocations
