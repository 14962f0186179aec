// SPDX-License-Identifier: Apache-2.0
#include "budget/budget.h"

#include "budget/use_case.h"
#include "identity/identity.h"

namespace budget {

using base::Actor;
using base::ErrorKind;
using base::fail;
using base::FiscalYear;

base::Result<void> Budgets::open_year(const Actor& actor, FiscalYear year)
{
    TRY(require(actor, "budget.edit"));
    TRY(check_year(year));

    sql::Transaction transaction{db_};
    try {
        BudgetStore{db_, actor.org, year}.add_year(clock_.milliseconds_since_1970());
    } catch (const sql::SqlError& error) {
        if (error.violation() != sql::Violation::unique) throw;
        return fail(ErrorKind::conflict, "budget.year.already_open", {{"year", std::to_string(year.year)}});
    }
    identity::record(db_, actor, clock_, {"budget.year.open", std::to_string(year.year), {}});
    transaction.commit();
    return {};
}

base::Result<void> Budgets::add_lines(const Actor& actor, FiscalYear year, const std::vector<Line>& lines)
{
    TRY(require(actor, "budget.edit"));
    sql::Transaction transaction{db_};
    BudgetStore store{db_, actor.org, year};
    TRY(require_year(store, year));
    closing::Gate gate{db_, clock_, correction_};
    TRY_ASSIGN(const auto correction, gate.admit(actor, closing::Span::of_year(year)));
    for (const Line& line : lines) {
        TRY(check_line(line));
        try {
            store.add_line(line, correction);
        } catch (const sql::SqlError& error) {
            if (error.violation() != sql::Violation::unique) throw;
            return fail(ErrorKind::conflict, "budget.line.already_there", {{"line", line.code}});
        }
        identity::record(db_, actor, clock_, {"budget.line.add", line.code, line.name + gate.note()});
    }
    transaction.commit();
    return {};
}

base::Result<void> Budgets::issue(const Actor& actor, FiscalYear year, const Document& document)
{
    TRY(require(actor, "budget.edit"));
    TRY(check_document(document, year));
    sql::Transaction transaction{db_};
    BudgetStore store{db_, actor.org, year};
    TRY(require_year(store, year));
    const auto number_taken = [&] {
        return fail(ErrorKind::conflict, "budget.document.number_taken", {{"number", document.number}});
    };
    if (store.has_document(document.number)) return number_taken();
    closing::Gate gate{db_, clock_, correction_};
    TRY_ASSIGN(const auto correction, gate.admit(actor, closing::Span::in_year(year, document.issued_on)));
    for (const auto& [code, amount] : replay({document}, document.issued_on)) {
        if (store.adjust_line(code, amount)) continue;
        return line_refusal(store, code, "budget.document.exceeds_available", amount);
    }
    try {
        store.add_document(document, {std::nullopt, correction, clock_.milliseconds_since_1970()});
    } catch (const sql::SqlError& error) {
        if (error.violation() != sql::Violation::unique) throw;
        return number_taken();
    }
    identity::record(db_, actor, clock_,
                     {"budget.document.issue", document.number, std::string{to_text(document.kind)} + gate.note()});
    transaction.commit();
    return {};
}

base::Result<void> Budgets::sign(const Actor& actor, FiscalYear year, const Contract& contract)
{
    TRY(require(actor, "budget.edit"));
    TRY(check_contract(contract, year));
    sql::Transaction transaction{db_};
    BudgetStore store{db_, actor.org, year};
    TRY(require_year(store, year));
    const auto number_taken = [&] {
        return fail(ErrorKind::conflict, "budget.contract.number_taken", {{"contract", contract.number}});
    };
    if (store.find_contract(contract.number)) return number_taken();
    closing::Gate gate{db_, clock_, correction_};
    TRY_ASSIGN(const auto correction, gate.admit(actor, closing::Span::in_year(year, contract.signed_on)));
    if (!store.commit_line(contract.line, contract.amount))
        return line_refusal(store, contract.line, "budget.contract.exceeds_available", contract.amount);
    try {
        store.add_contract(contract, {std::nullopt, correction, clock_.milliseconds_since_1970()});
    } catch (const sql::SqlError& error) {
        if (error.violation() != sql::Violation::unique) throw;
        return number_taken();
    }
    identity::record(db_, actor, clock_,
                     {"budget.contract.sign", contract.number, contract.amount.to_string() + gate.note()});
    transaction.commit();
    return {};
}

std::vector<FiscalYear> Budgets::years(const base::OrgId& org) const
{
    return BudgetStore::years(db_, org);
}

base::Result<std::vector<Line>> Budgets::lines(const base::OrgId& org, FiscalYear year) const
{
    const BudgetStore store{db_, org, year};
    TRY(require_year(store, year));
    return store.lines();
}

base::Result<std::vector<Document>> Budgets::documents(const base::OrgId& org, FiscalYear year) const
{
    const BudgetStore store{db_, org, year};
    TRY(require_year(store, year));
    return store.documents();
}

base::Result<std::vector<Contract>> Budgets::contracts(const base::OrgId& org, FiscalYear year) const
{
    const BudgetStore store{db_, org, year};
    TRY(require_year(store, year));
    return store.contracts();
}

base::Result<YearRecords> Budgets::load(const base::OrgId& org, FiscalYear year) const
{
    const BudgetStore store{db_, org, year};
    TRY(require_year(store, year));
    return YearRecords{year, store.lines(), store.documents(), store.contracts(), PaymentStore{db_, org, year}.sums()};
}

base::Result<Execution> Budgets::execution(const base::OrgId& org, FiscalYear year, base::Date as_of) const
{
    TRY_ASSIGN(const YearRecords records, load(org, year));
    return budget::execution(records, as_of);
}

base::Result<std::vector<ServiceCoverage>> Budgets::services(const base::OrgId& org, FiscalYear year,
                                                             base::Date as_of) const
{
    TRY_ASSIGN(const std::vector<Contract> signed_ones, contracts(org, year));
    return service_coverage(signed_ones, PaymentStore{db_, org, year}.service_payments(as_of), year, as_of);
}

base::Result<std::vector<Finding>> Budgets::findings(const base::OrgId& org, FiscalYear year, base::Date as_of) const
{
    TRY_ASSIGN(const YearRecords records, load(org, year));
    TRY_ASSIGN(const std::vector<ServiceCoverage> coverage, services(org, year, as_of));
    return budget::findings(budget::execution(records, as_of), coverage, shortfalls(records, as_of));
}

}  // namespace budget
