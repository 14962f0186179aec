// SPDX-License-Identifier: Apache-2.0
// What a month of the year holds, for its closing: a digest that no record of it can change unseen.
#include "base/sm3.h"
#include "budget/budget.h"
#include "budget/use_case.h"

namespace budget {

namespace {

class Holding {
public:
    explicit Holding(std::string kind) { content_.kind = std::move(kind); }

    void add(base::Money amount, const std::vector<std::string>& fields)
    {
        for (const std::string& field : fields) digest_.add_field(field);
        digest_.add_field(std::to_string(amount.fen()));
        content_.amount += amount;
        ++content_.count;
    }

    closing::Content finish()
    {
        content_.digest = digest_.finish();
        return std::move(content_);
    }

private:
    closing::Content content_;
    base::Sm3 digest_;
};

std::string months_of(const std::optional<MonthSpan>& service)
{
    return service ? service->first.to_string() + "/" + service->last.to_string() : "";
}

}  // namespace

std::vector<closing::Content> Budgets::contents(const base::OrgId& org, const closing::Span& month) const
{
    const base::FiscalYear year{month.year};
    const BudgetStore store{db_, org, year};
    const auto belongs = [&](base::Date day, const std::string& correction) {
        return correction.empty() && closing::Span::in_year(year, day) == month;
    };
    Holding documents{"documents"};
    for (const Document& document : store.documents())
        if (belongs(document.issued_on, document.correction))
            for (const DocumentLine& line : document.lines)
                documents.add(line.amount, {document.number, document.issued_on.to_string(),
                                            std::string{to_text(document.kind)}, document.reason, line.line});
    Holding contracts{"contracts"};
    for (const Contract& contract : store.contracts())
        if (belongs(contract.signed_on, contract.correction))
            contracts.add(contract.amount, {contract.number, contract.title, contract.line, contract.payee,
                                            contract.signed_on.to_string(), months_of(contract.service)});
    Holding payments{"payments"};
    PaymentFilter filter;
    filter.month = Month::of(month.first_day());
    PaymentStore{db_, org, year}.each_of(filter, [&](const Payment& payment) {
        if (!belongs(payment.paid_on, payment.correction)) return;
        payments.add(payment.amount, {payment.key.to_string(), std::string{to_text(payment.kind)},
                                      payment.paid_on.to_string(), payment.line, payment.payee, payment.contract,
                                      months_of(payment.service), payment.functional_code, payment.economic_code,
                                      payment.corrects ? payment.corrects->to_string() : "", payment.note});
    });
    return {contracts.finish(), documents.finish(), payments.finish()};
}

}  // namespace budget
