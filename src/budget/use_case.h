// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/budget: what its use cases begin and end with.

#include <string>

#include "base/actor.h"
#include "base/result.h"
#include "budget/store/budget_store.h"
#include "budget/store/payment_store.h"

namespace budget {

inline base::Result<void> require(const base::Actor& actor, const std::string& permission)
{
    if (actor.may(permission)) return {};
    return base::fail(base::ErrorKind::forbidden, "budget.actor.not_permitted",
                      {{"actor", actor.name}, {"permission", permission}});
}

// The years that the tables take.
inline base::Result<void> check_year(base::FiscalYear year)
{
    if (year.year >= 1990 && year.year <= 2199) return {};
    return base::fail(base::ErrorKind::invalid, "budget.year.out_of_range", {{"year", std::to_string(year.year)}});
}

inline base::Result<void> require_year(const BudgetStore& store, base::FiscalYear year)
{
    if (store.has_year()) return {};
    return base::fail(base::ErrorKind::not_found, "budget.year.unknown", {{"year", std::to_string(year.year)}});
}

// Why a guarded update of a line changed nothing: it is not there, or too little is left.
inline tl::unexpected<base::Error> line_refusal(const BudgetStore& store, const std::string& code,
                                                const std::string& too_little, base::Money amount)
{
    const auto line = store.find_line(code);
    if (!line) return base::fail(base::ErrorKind::not_found, "budget.line.unknown", {{"line", code}});
    return base::fail(base::ErrorKind::conflict, too_little,
                      {{"line", code}, {"amount", amount.to_string()}, {"available", line->available().to_string()}});
}

}  // namespace budget
