// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "budget/core/contract.h"
#include "budget/core/month.h"

namespace budget {

// A payment that says which months of service it is for; `net` is what refunds and a reversal left of it.
struct ServicePayment {
    std::string contract;
    MonthSpan months;
    base::Money net;
};

struct ServiceMonth {
    Month month;
    bool is_paid = false;
    bool is_due = false;  // the month is over
};

// The months of a contract's service within the year, and which of them a payment covers.
struct ServiceCoverage {
    Contract contract;
    std::vector<ServiceMonth> months = {};

    std::size_t paid_months() const;
    std::vector<Month> unpaid_due() const;
};

// One for each contract that runs by months and was signed by then.
std::vector<ServiceCoverage> service_coverage(const std::vector<Contract>& contracts,
                                              const std::vector<ServicePayment>& payments, base::FiscalYear year,
                                              base::Date as_of);

}  // namespace budget
