// SPDX-License-Identifier: Apache-2.0
#include "holdings/core/lease.h"

#include <algorithm>

#include "base/ratio.h"

namespace holdings {

using base::ErrorKind;
using base::fail;

namespace {

constexpr std::int64_t days_of_year = 365;

base::Money rent_of_days(const Lease& lease, std::int64_t days)
{
    const base::Ratio fen = base::Ratio::whole(lease.yearly.fen()) * base::Ratio::reduced(days, days_of_year);
    return base::Money::from_fen(fen.rounded(0).digits());
}

}  // namespace

base::Result<void> check(const Lease& lease)
{
    if (lease.code.empty()) return fail(ErrorKind::invalid, "holdings.lease.code_empty");
    if (lease.party.empty()) return fail(ErrorKind::invalid, "holdings.lease.party_empty");
    if (lease.building.empty() && lease.address.empty()) return fail(ErrorKind::invalid, "holdings.lease.place_empty");
    if (lease.area_dm2 <= 0) return fail(ErrorKind::invalid, "holdings.lease.area_not_positive");
    if (lease.approval.empty()) return fail(ErrorKind::invalid, "holdings.lease.approval_missing");
    if (lease.until < lease.from) return fail(ErrorKind::invalid, "holdings.lease.ends_before_start");
    if (lease.yearly < base::Money{}) return fail(ErrorKind::invalid, "holdings.lease.rent_negative");
    return {};
}

base::Money due_by(const Lease& lease, base::Date day)
{
    const std::int64_t passed = day.days_since_1970() - lease.from.days_since_1970() + 1;
    return rent_of_days(lease, std::clamp<std::int64_t>(passed, 0, lease.days()));
}

base::Money due_in_all(const Lease& lease)
{
    return rent_of_days(lease, lease.days());
}

base::Money yearly_per_m2(const Lease& lease)
{
    constexpr std::int64_t dm2_of_m2 = 100;
    const base::Ratio fen = base::Ratio::whole(lease.yearly.fen()) * base::Ratio::reduced(dm2_of_m2, lease.area_dm2);
    return base::Money::from_fen(fen.rounded(0).digits());
}

base::Result<void> check(const Lease& lease, base::Money paid, const LeaseIncome& next, base::Date today)
{
    if (lease.kind == LeaseKind::in) return fail(ErrorKind::conflict, "holdings.income.of_rented");
    if (next.amount == base::Money{}) return fail(ErrorKind::invalid, "holdings.income.amount_zero");
    if (next.document.empty()) return fail(ErrorKind::invalid, "holdings.income.document_missing");
    if (next.paid_on > today)
        return fail(ErrorKind::invalid, "holdings.income.in_future", {{"date", next.paid_on.to_string()}});
    const base::Money after = paid + next.amount;
    if (after < base::Money{}) return fail(ErrorKind::conflict, "holdings.income.below_zero");
    const base::Money most = due_in_all(lease);
    if (after > most && next.amount > base::Money{})
        return fail(ErrorKind::conflict, "holdings.income.beyond_contract", {{"most", most.to_string()}});
    return {};
}

}  // namespace holdings
