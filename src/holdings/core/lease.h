// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/money.h"
#include "base/named.h"
#include "base/result.h"

namespace holdings {

enum class LeaseKind { in, out };
inline constexpr std::array lease_kinds{base::Named<LeaseKind>{LeaseKind::in, "in", "租入"},
                                        base::Named<LeaseKind>{LeaseKind::out, "out", "租出"}};

// A contract by which offices are rented or let. Neither is allowed without an approval (机关事务管理条例 第二十三条).
struct Lease {
    std::string code = {};
    LeaseKind kind = LeaseKind::in;
    std::string party = {};     // whom it is rented from, or let to
    std::string building = {};  // of the register, or
    std::string address = {};   // where it is
    std::int64_t area_dm2 = 0;
    std::string approval = {};
    base::Date from = {};
    base::Date until = {};  // its last day
    base::Money yearly = {};
    std::string note = {};
    std::int64_t version = 1;

    std::int64_t days() const { return until.days_since_1970() - from.days_since_1970() + 1; }
    friend bool operator==(const Lease&, const Lease&) = default;
};

// Refuses holdings.lease.code_empty, .party_empty, .place_empty, .area_not_positive, .approval_missing,
// .ends_before_start, .rent_negative.
base::Result<void> check(const Lease& lease);

// Rent that was paid to the treasury (收支两条线); less than nothing takes back what was recorded by mistake.
struct LeaseIncome {
    base::Date paid_on = {};
    base::Money amount = {};
    std::string document = {};
    std::string recorded_by = {};
};

// What the contract brings by a day: its yearly rent for the days that have passed of it, of 365, rounded half up once.
base::Money due_by(const Lease& lease, base::Date day);
base::Money due_in_all(const Lease& lease);
// A year's rent for a square metre, rounded half up once.
base::Money yearly_per_m2(const Lease& lease);

// Refuses holdings.income.of_rented (nothing comes in of what is rented), .amount_zero, .document_missing, .in_future
// {date}, .below_zero (more is taken back than was paid), .beyond_contract {most} (more than the contract brings in
// all).
base::Result<void> check(const Lease& lease, base::Money paid, const LeaseIncome& next, base::Date today);

}  // namespace holdings
