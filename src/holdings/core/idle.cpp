// SPDX-License-Identifier: Apache-2.0
#include "holdings/core/idle.h"

namespace holdings {

bool is_idle(base::Date vacant_since, base::Date today, std::int64_t days)
{
    return today.days_since_1970() - vacant_since.days_since_1970() > days;
}

base::Result<void> check_decision(const IdleRoom& room, const IdleDecision& next, base::Date today)
{
    using base::ErrorKind;
    using base::fail;
    if (next.state == room.state) return fail(ErrorKind::conflict, "holdings.idle.same_state");
    // The measures (党政机关办公用房管理办法, 2017): a transfer between units comes before any other use.
    const bool needs_offer = next.state == IdleState::let || next.state == IdleState::kept;
    if (next.state == IdleState::idle || (needs_offer && room.state != IdleState::offered))
        return fail(ErrorKind::conflict, "holdings.idle.not_offered");
    const bool is_transfer = next.state == IdleState::transferred;
    if (is_transfer && next.unit.empty()) return fail(ErrorKind::invalid, "holdings.idle.unit_missing");
    if (!is_transfer && !next.unit.empty()) return fail(ErrorKind::invalid, "holdings.idle.unit_unexpected");
    if (next.document.empty()) return fail(ErrorKind::invalid, "holdings.idle.document_missing");
    if (next.day > today) return fail(ErrorKind::invalid, "holdings.idle.in_future", {{"date", next.day.to_string()}});
    const base::Date last = room.decision ? room.decision->day : room.vacant_since;
    if (next.day < last) return fail(ErrorKind::invalid, "holdings.idle.before_last", {{"date", last.to_string()}});
    return {};
}

}  // namespace holdings
