// SPDX-License-Identifier: Apache-2.0
#include "budget/core/contract.h"

namespace budget {

using base::ErrorKind;
using base::fail;

base::Result<void> check_contract(const Contract& contract, base::FiscalYear year)
{
    const base::ErrorArgs named{{"contract", contract.number}};
    if (contract.number.empty()) return fail(ErrorKind::invalid, "budget.contract.number_empty");
    if (contract.payee.empty()) return fail(ErrorKind::invalid, "budget.contract.payee_empty", named);
    if (contract.amount <= base::Money{}) return fail(ErrorKind::invalid, "budget.contract.amount_not_positive", named);
    if (contract.signed_on > year.last_day())
        return fail(ErrorKind::invalid, "budget.contract.signed_after_year", named);
    if (!contract.service) return {};
    if (contract.service->last < contract.service->first)
        return fail(ErrorKind::invalid, "budget.contract.service_reversed", named);
    const bool touches =
        contract.service->first <= Month::of(year.last_day()) && contract.service->last >= Month::of(year.first_day());
    if (!touches) return fail(ErrorKind::invalid, "budget.contract.service_outside_year", named);
    return {};
}

}  // namespace budget
