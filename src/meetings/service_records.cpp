// SPDX-License-Identifier: Apache-2.0
// 会务:服务 for measures: whether a meeting was looked at in time, and what failed.
#include "base/sm3.h"
#include "meetings/service.h"
#include "meetings/store/booking_store.h"
#include "meetings/store/service_store.h"

namespace meetings {

namespace {

// Of the room and the beginning that it had in the end.
std::string in_time(const Booking& booking, const std::vector<SignOff>& signatures)
{
    for (const SignOff& one : signatures)
        if (one.stage == Stage::before && one.round == booking.round) return is_late(one.due, one.at_ms) ? "否" : "是";
    return "未签";
}

}  // namespace

base::Result<base::Records> Service::records(const base::OrgId& org) const
{
    using base::CellType;
    base::Records records{
        "会务:服务",
        {{"会议日期", CellType::date}, {"会议编号"}, {"会前检查是否按时"}, {"未通过项数", CellType::decimal, "项"}},
        {},
        0};
    const Second now = clock_.seconds_since_1970();
    const ServiceStore store{db_, org};
    const auto failed = store.failed();
    const auto signatures = store.signatures();
    for (const Booking& booking : BookingStore{db_, org}.between({0, start_of(base::Date::of(2199, 12, 31).value())})) {
        if (booking.state_at(now) != State::held) continue;
        const auto count = failed.find(booking.number);
        const auto signed_by_stage = signatures.find(booking.number);
        base::Record record{
            booking.number,
            {},
            booking.source,
            {day_of(booking.span.from), booking.number,
             in_time(booking, signed_by_stage == signatures.end() ? std::vector<SignOff>{} : signed_by_stage->second),
             base::Decimal::whole(count == failed.end() ? 0 : count->second)}};
        base::Sm3 digest;
        digest.add_field(record.id);
        for (const base::Cell& cell : record.cells) digest.add_field(base::to_string(cell));
        record.digest = digest.finish();
        records.rows.push_back(std::move(record));
    }
    if (records.rows.empty())
        return base::fail(base::ErrorKind::not_found, "meetings.records.nothing_recorded", {{"collection", "服务"}});
    return records;
}

}  // namespace meetings
