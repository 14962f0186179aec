// SPDX-License-Identifier: Apache-2.0
#include "budget/core/roll_over.h"

#include <map>
#include <set>

namespace budget {

namespace {

// What it is in the next year: the part that is not paid, for the months that are left. None: it ends before.
std::optional<Contract> running_on(const Contract& contract, base::FiscalYear next)
{
    const Month january = Month::of(next.first_day());
    if (!contract.service || contract.service->last < january || contract.open() <= base::Money{}) return std::nullopt;
    Contract rest = contract;
    rest.amount = contract.open();
    rest.paid = {};
    rest.place.clear();
    rest.correction.clear();
    if (rest.service->first < january) rest.service->first = january;
    return rest;
}

}  // namespace

BudgetRollOver rolled_over(const YearBudget& from, const YearBudget& to, base::FiscalYear next)
{
    BudgetRollOver over;
    std::map<std::string, base::Money> left;  // of the next year's lines
    for (const Line& line : to.lines) left[line.code] = line.available();
    std::set<std::string> numbers;
    for (const Contract& contract : to.contracts) numbers.insert(contract.number);
    for (const Line& line : from.lines) over.lines.push_back({line, left.contains(line.code)});
    for (const Contract& contract : from.contracts) {
        auto rest = running_on(contract, next);
        if (!rest) continue;
        RolledContract& rolled = over.contracts.emplace_back(RolledContract{*std::move(rest)});
        rolled.is_there = numbers.contains(rolled.contract.number);
        base::Money& available = left[rolled.contract.line];
        if (rolled.is_there) continue;
        if (available < rolled.contract.amount)
            rolled.stays = base::Error{base::ErrorKind::conflict,
                                       "budget.roll_over.no_budget",
                                       {{"contract", rolled.contract.number},
                                        {"line", rolled.contract.line},
                                        {"amount", rolled.contract.amount.to_string()},
                                        {"available", available.to_string()}}};
        else
            available = available - rolled.contract.amount;
    }
    return over;
}

}  // namespace budget
