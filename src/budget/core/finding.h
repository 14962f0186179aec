// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "budget/core/execution.h"
#include "budget/core/service.h"

namespace budget {

enum class Severity { error, warning, note };
std::string_view to_text(Severity severity);

// Something a reader of the year must know. The words are looked up from `rule` with `args`.
struct Finding {
    std::string rule;
    Severity severity = Severity::note;
    base::ErrorArgs args = {};
    std::vector<std::string> places = {};
    std::vector<std::string> numbers = {};
};

// In a fixed order:
//   budget.finding.service_months_unpaid  contract, title, line, paid, total, months (those that are over and unpaid)
//   budget.finding.rounding_only          kind, adjusted, executed: basic expenditure as the difference of two rounded
//                                         万元 figures seems overspent, in fen it is not
//   budget.finding.paid_before_budget     line, date, amount: paid or signed before the document that allows it
//   budget.finding.far_behind, .behind    rate, month: execution red or yellow against the elapsed year
//   budget.finding.no_budget              the year has no adjusted budget, so that no rate can be computed
std::vector<Finding> findings(const Execution& execution, const std::vector<ServiceCoverage>& coverage,
                              const std::vector<Shortfall>& shortfalls);

}  // namespace budget
