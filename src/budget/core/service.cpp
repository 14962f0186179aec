// SPDX-License-Identifier: Apache-2.0
#include "budget/core/service.h"

#include <algorithm>

namespace budget {

namespace {

bool is_paid(const std::vector<ServicePayment>& payments, const std::string& contract, Month month)
{
    return std::any_of(payments.begin(), payments.end(), [&](const ServicePayment& payment) {
        return payment.contract == contract && payment.net > base::Money{} && payment.months.contains(month);
    });
}

}  // namespace

std::size_t ServiceCoverage::paid_months() const
{
    return static_cast<std::size_t>(
        std::count_if(months.begin(), months.end(), [](const ServiceMonth& month) { return month.is_paid; }));
}

std::vector<Month> ServiceCoverage::unpaid_due() const
{
    std::vector<Month> unpaid;
    for (const ServiceMonth& month : months)
        if (month.is_due && !month.is_paid) unpaid.push_back(month.month);
    return unpaid;
}

std::vector<ServiceCoverage> service_coverage(const std::vector<Contract>& contracts,
                                              const std::vector<ServicePayment>& payments, base::FiscalYear year,
                                              base::Date as_of)
{
    std::vector<ServiceCoverage> all;
    for (const Contract& contract : contracts) {
        if (!contract.service || contract.signed_on > as_of) continue;
        ServiceCoverage coverage{contract, {}};
        const Month first = std::max(contract.service->first, Month::of(year.first_day()));
        const Month last = std::min(contract.service->last, Month::of(year.last_day()));
        for (Month month = first; month <= last; ++month.number)
            coverage.months.push_back({month, is_paid(payments, contract.number, month), month.last_day() <= as_of});
        all.push_back(std::move(coverage));
    }
    return all;
}

}  // namespace budget
