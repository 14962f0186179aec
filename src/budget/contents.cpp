// SPDX-License-Identifier: Apache-2.0
// What a month of the year, or the year as a whole, holds, for its closing: a digest that no record of it can change
// unseen.
#include "budget/budget.h"
#include "budget/use_case.h"

namespace budget {

namespace {

using closing::Holding;

std::string months_of(const std::optional<MonthSpan>& service)
{
    return service ? service->first.to_string() + "/" + service->last.to_string() : "";
}

closing::Content lines_of(const BudgetStore& store)
{
    Holding lines{"lines"};
    for (const Line& line : store.lines())
        if (line.correction.empty())
            lines.add(
                {line.code, line.name, std::string{to_text(line.kind)}, line.functional_code, line.economic_code});
    return lines.finish();
}

}  // namespace

std::vector<closing::Content> Budgets::contents(const base::OrgId& org, const closing::Span& span) const
{
    const base::FiscalYear year{span.year};
    const BudgetStore store{db_, org, year};
    if (span.is_year()) return {lines_of(store)};
    const auto belongs = [&](base::Date day, const std::string& correction) {
        return correction.empty() && closing::Span::in_year(year, day) == span;
    };
    Holding documents{"documents"};
    for (const Document& document : store.documents())
        if (belongs(document.issued_on, document.correction))
            for (const DocumentLine& line : document.lines)
                documents.add({document.number, document.issued_on.to_string(), std::string{to_text(document.kind)},
                               document.reason, line.line},
                              line.amount);
    Holding contracts{"contracts"};
    for (const Contract& contract : store.contracts())
        if (belongs(contract.signed_on, contract.correction))
            contracts.add({contract.number, contract.title, contract.line, contract.payee,
                           contract.signed_on.to_string(), months_of(contract.service)},
                          contract.amount);
    Holding payments{"payments"};
    PaymentFilter filter;
    filter.month = Month::of(span.first_day());
    PaymentStore{db_, org, year}.each_of(filter, [&](const Payment& payment) {
        if (!belongs(payment.paid_on, payment.correction)) return;
        payments.add(
            {payment.key.to_string(), std::string{to_text(payment.kind)}, payment.paid_on.to_string(), payment.line,
             payment.payee, payment.contract, months_of(payment.service), payment.functional_code,
             payment.economic_code, payment.corrects ? payment.corrects->to_string() : "", payment.note},
            payment.amount);
    });
    return {contracts.finish(), documents.finish(), payments.finish()};
}

}  // namespace budget
