// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "budget/budget.h"
#include "budget/use_case.h"
#include "identity/identity.h"

namespace budget {

using base::Actor;
using base::ErrorKind;
using base::fail;
using base::FiscalYear;

namespace {

// Moves the running totals: first the line, then the contract, always in this order, so that two payments never wait
// for each other. A negative amount gives both back.
base::Result<void> move_totals(BudgetStore& store, PaymentStore& payments, const Payment& payment)
{
    const bool under_contract = !payment.contract.empty();
    if (!under_contract) {
        if (payments.pay_line(payment.line, payment.amount, {})) return {};
        return line_refusal(store, payment.line, "budget.payment.exceeds_available", payment.amount);
    }
    if (payments.pay_line(payment.line, payment.amount, payment.amount) &&
        payments.pay_contract(payment.contract, payment.amount))
        return {};
    const auto contract = store.find_contract(payment.contract);
    return fail(ErrorKind::conflict, "budget.payment.exceeds_contract",
                {{"contract", payment.contract},
                 {"amount", payment.amount.to_string()},
                 {"open", contract ? contract->open().to_string() : ""}});
}

tl::unexpected<base::Error> voucher_taken(const EntryKey& key)
{
    return fail(ErrorKind::conflict, "budget.payment.voucher_taken", {{"voucher", key.to_string()}});
}

// Whoever types a payment twice should hear of the voucher and not of the money that the first one took.
base::Result<void> check_key(const PaymentStore& payments, const EntryKey& key)
{
    if (key.entry < 1)
        return fail(ErrorKind::invalid, "budget.payment.entry_not_positive", {{"entry", std::to_string(key.entry)}});
    if (payments.find(key)) return voucher_taken(key);
    return {};
}

// Another writer may have taken the voucher since check_key().
base::Result<void> add_entry(PaymentStore& payments, const Payment& payment, const base::Clock& clock)
{
    try {
        payments.add(payment, clock.milliseconds_since_1970());
    } catch (const sql::SqlError& error) {
        if (error.violation() != sql::Violation::unique) throw;
        return voucher_taken(payment.key);
    }
    return {};
}

// A correction stands on the line, contract and subjects of the entry it answers.
Payment answering(const Payment& original, Payment entry)
{
    entry.line = original.line;
    entry.payee = original.payee;
    entry.contract = original.contract;
    entry.service = original.service;
    entry.functional_code = original.functional_code;
    entry.economic_code = original.economic_code;
    entry.corrects = original.key;
    return entry;
}

std::string audit_action(PaymentKind kind)
{
    return "budget.payment." + std::string{to_text(kind)};
}

}  // namespace

base::Result<Payment> Budgets::pay(const Actor& actor, FiscalYear year, Payment payment)
{
    TRY(require(actor, "budget.pay"));
    payment.kind = PaymentKind::payment;
    payment.corrects.reset();

    sql::Transaction transaction{db_};
    BudgetStore store{db_, actor.org, year};
    PaymentStore payments{db_, actor.org, year};
    TRY(require_year(store, year));
    const auto line = store.find_line(payment.line);
    if (!line) return fail(ErrorKind::not_found, "budget.line.unknown", {{"line", payment.line}});
    if (payment.functional_code.empty()) payment.functional_code = line->functional_code;
    if (payment.economic_code.empty()) payment.economic_code = line->economic_code;
    const auto contract = payment.contract.empty() ? std::nullopt : store.find_contract(payment.contract);
    if (!payment.contract.empty() && !contract)
        return fail(ErrorKind::not_found, "budget.contract.unknown", {{"contract", payment.contract}});
    TRY(check_payment(view_of(payment), contract ? &*contract : nullptr, year));
    TRY(check_key(payments, payment.key));
    closing::Gate gate{db_, clock_, correction_};
    TRY_ASSIGN(const auto correction, gate.admit(actor, closing::Span::in_year(year, payment.paid_on)));
    payment.correction = correction.value_or("");

    TRY(move_totals(store, payments, payment));
    TRY(add_entry(payments, payment, clock_));
    identity::record(db_, actor, clock_,
                     {audit_action(payment.kind), payment.key.to_string(), payment.amount.to_string() + gate.note()});
    transaction.commit();
    return payment;
}

base::Result<Payment> Budgets::refund(const Actor& actor, FiscalYear year, const EntryKey& original,
                                      const Correction& correction)
{
    Payment entry;
    entry.kind = PaymentKind::refund;
    entry.key = correction.key;
    entry.paid_on = correction.on;
    entry.amount = -correction.amount;
    entry.note = correction.note;
    return correct(actor, year, original, std::move(entry));
}

base::Result<Payment> Budgets::reverse(const Actor& actor, FiscalYear year, const EntryKey& original,
                                       const Correction& correction)
{
    Payment entry;
    entry.kind = PaymentKind::reversal;
    entry.key = correction.key;
    entry.paid_on = correction.on;
    entry.note = correction.note;
    return correct(actor, year, original, std::move(entry));
}

base::Result<Payment> Budgets::correct(const Actor& actor, FiscalYear year, const EntryKey& original, Payment entry)
{
    TRY(require(actor, "budget.pay"));
    sql::Transaction transaction{db_};
    BudgetStore store{db_, actor.org, year};
    PaymentStore payments{db_, actor.org, year};
    TRY(require_year(store, year));
    closing::Gate gate{db_, clock_, correction_};
    gate.hold(actor);
    auto answered = payments.find(original);
    if (!answered) return fail(ErrorKind::not_found, "budget.payment.unknown", {{"voucher", original.to_string()}});
    // Corrections of one payment come one after the other: what is read behind the lock cannot be outdated.
    payments.lock_line(answered->entry.line);
    answered = payments.find(original);
    if (entry.kind == PaymentKind::reversal) entry.amount = -answered->entry.amount;
    entry = answering(answered->entry, std::move(entry));
    const bool is_refund = entry.kind == PaymentKind::refund;
    TRY(is_refund ? check_refund(*answered, -entry.amount, entry.paid_on)
                  : check_reversal(*answered, entry.amount, entry.paid_on));
    TRY(check_payment(view_of(entry), nullptr, year));
    TRY(check_key(payments, entry.key));
    TRY_ASSIGN(const auto correction, gate.admit(actor, closing::Span::in_year(year, entry.paid_on)));
    entry.correction = correction.value_or("");

    TRY(move_totals(store, payments, entry));
    TRY(add_entry(payments, entry, clock_));
    identity::record(db_, actor, clock_,
                     {audit_action(entry.kind), entry.key.to_string(),
                      original.to_string() + " " + entry.amount.to_string() + gate.note()});
    transaction.commit();
    return entry;
}

base::Result<void> Budgets::check_filter(const base::OrgId& org, FiscalYear year, const PaymentFilter& filter) const
{
    const BudgetStore store{db_, org, year};
    TRY(require_year(store, year));
    if (!filter.line.empty() && !store.find_line(filter.line))
        return fail(ErrorKind::not_found, "budget.line.unknown", {{"line", filter.line}});
    if (!filter.contract.empty() && !store.find_contract(filter.contract))
        return fail(ErrorKind::not_found, "budget.contract.unknown", {{"contract", filter.contract}});
    return {};
}

base::Result<std::vector<Payment>> Budgets::payments(const base::OrgId& org, FiscalYear year,
                                                     const PaymentFilter& filter) const
{
    TRY(check_filter(org, year, filter));
    return PaymentStore{db_, org, year}.find_all(filter);
}

namespace {

void name_corrections(const PaymentStore& store, std::vector<Payment>& payments)
{
    if (payments.empty()) return;
    const auto by_voucher = [](const Payment& a, const Payment& b) { return a.key < b.key; };
    const auto [least, most] = std::minmax_element(payments.begin(), payments.end(), by_voucher);
    const PaymentStore::Corrections corrections = store.corrections(least->key.voucher, most->key.voucher);
    for (Payment& payment : payments)
        if (const auto by = corrections.find(payment.key); by != corrections.end()) payment.corrected_by = by->second;
}

}  // namespace

base::Result<PaymentPage> Budgets::payment_page(const base::OrgId& org, FiscalYear year, const PaymentFilter& filter,
                                                const std::optional<PaymentPlace>& behind, std::size_t limit) const
{
    TRY(check_filter(org, year, filter));
    const PaymentStore store{db_, org, year};
    PaymentPage page{store.page(filter, behind, limit + 1)};
    page.has_next = page.payments.size() > limit;
    if (page.has_next || behind) {
        const PaymentStore::Total total = store.total(filter);
        page.count = total.count;
        page.amount = total.amount;
    } else {  // they are all here: nothing has to be looked for again
        page.count = static_cast<std::int64_t>(page.payments.size());
        for (const Payment& payment : page.payments) page.amount += payment.amount;
    }
    if (page.has_next) page.payments.pop_back();
    name_corrections(store, page.payments);
    return page;
}

base::Result<void> Budgets::each_payment(const base::OrgId& org, FiscalYear year, const PaymentFilter& filter,
                                         const std::function<void(const Payment&)>& visit) const
{
    TRY(check_filter(org, year, filter));
    const PaymentStore store{db_, org, year};
    const PaymentStore::Corrections corrections = store.corrections();
    store.each_of(filter, [&](Payment payment) {
        if (const auto by = corrections.find(payment.key); by != corrections.end()) payment.corrected_by = by->second;
        visit(payment);
    });
    return {};
}

}  // namespace budget
