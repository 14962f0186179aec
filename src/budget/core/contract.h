// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "base/date.h"
#include "base/money.h"
#include "base/period.h"
#include "base/result.h"
#include "budget/core/month.h"

namespace budget {

// What a unit has bound itself to pay out of one line in one year.
struct Contract {
    std::string number;
    std::string title;
    std::string line;  // its code
    std::string payee;
    base::Money amount;
    base::Date signed_on;
    std::optional<MonthSpan> service = {};  // none: goods or work without monthly fees
    std::string place = {};
    base::Money paid = {};
    std::string correction = {};  // id of the correction of its closed month, or empty

    base::Money open() const { return amount - paid; }
};

// Refuses budget.contract.number_empty, .payee_empty, .amount_not_positive, .signed_after_year, .service_reversed and
// .service_outside_year (no month of the service lies in the year).
base::Result<void> check_contract(const Contract& contract, base::FiscalYear year);

}  // namespace budget
