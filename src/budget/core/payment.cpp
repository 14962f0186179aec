// SPDX-License-Identifier: Apache-2.0
#include "budget/core/payment.h"

#include <array>
#include <stdexcept>

namespace budget {

using base::ErrorKind;
using base::fail;
using base::Money;

namespace {

constexpr std::array<std::string_view, 3> texts{"payment", "refund", "reversal"};
constexpr std::array<std::string_view, 3> chinese_texts{"支付", "退款", "红冲"};

// Made for refusals alone: 100,000 good rows should not pay for it.
base::ErrorArgs named(const PaymentView& payment, const Contract* contract)
{
    return {{"voucher", std::string{payment.voucher}},
            {"line", std::string{payment.line}},
            {"contract", contract ? contract->number : ""},
            {"date", payment.paid_on.to_string()},
            {"amount", payment.amount.to_string()}};
}

std::string_view amount_refusal(const PaymentView& payment)
{
    if (payment.amount == Money{}) return "budget.payment.amount_zero";
    const bool negative = payment.amount < Money{};
    if (payment.kind == PaymentKind::payment && negative) return "budget.payment.amount_not_positive";
    if (payment.kind == PaymentKind::refund && !negative) return "budget.payment.refund_not_negative";
    return {};
}

std::string_view service_refusal(const PaymentView& payment, const Contract* contract)
{
    if (payment.service && payment.service->last < payment.service->first) return "budget.payment.service_reversed";
    if (!contract) return {};
    if (contract->line != payment.line) return "budget.payment.outside_contract";
    if (contract->service && payment.service && !contract->service->contains(*payment.service))
        return "budget.payment.outside_service";
    return {};
}

// Nothing comes back before it was paid.
base::Result<void> check_order(const Payment& original, base::Date on)
{
    if (on >= original.paid_on) return {};
    return fail(
        ErrorKind::invalid, "budget.payment.before_original",
        {{"voucher", original.key.voucher}, {"date", on.to_string()}, {"paid_on", original.paid_on.to_string()}});
}

}  // namespace

std::string_view to_text(PaymentKind kind)
{
    return texts.at(static_cast<std::size_t>(kind));
}

std::string_view chinese(PaymentKind kind)
{
    return chinese_texts.at(static_cast<std::size_t>(kind));
}

PaymentKind payment_kind_of(std::string_view text)
{
    for (std::size_t i = 0; i < texts.size(); ++i)
        if (texts.at(i) == text) return static_cast<PaymentKind>(i);
    throw std::logic_error("no such kind of payment: " + std::string{text});
}

PaymentView view_of(const Payment& payment)
{
    return {payment.kind,    payment.paid_on,         payment.key.voucher,   payment.line,  payment.payee,
            payment.service, payment.functional_code, payment.economic_code, payment.amount};
}

base::Result<void> check_payment(const PaymentView& payment, const Contract* contract, base::FiscalYear year)
{
    std::string_view refusal;
    if (payment.voucher.empty())
        refusal = "budget.payment.voucher_empty";
    else if (payment.paid_on.year() != year.year)
        refusal = "budget.payment.outside_year";
    else if (payment.payee.empty())
        refusal = "budget.payment.payee_empty";
    if (refusal.empty()) refusal = amount_refusal(payment);
    if (refusal.empty()) refusal = service_refusal(payment, contract);
    if (!refusal.empty()) return fail(ErrorKind::invalid, std::string{refusal}, named(payment, contract));
    TRY(check_subject(payment.functional_code));
    return check_subject(payment.economic_code);
}

base::Result<void> check_refund(const Original& original, Money amount, base::Date on)
{
    const base::ErrorArgs named{{"voucher", original.entry.key.voucher},
                                {"amount", amount.to_string()},
                                {"left", (original.entry.amount - original.refunded).to_string()}};
    if (amount <= Money{}) return fail(ErrorKind::invalid, "budget.refund.amount_not_positive", named);
    if (original.entry.kind != PaymentKind::payment)
        return fail(ErrorKind::invalid, "budget.refund.not_a_payment", named);
    if (original.is_reversed) return fail(ErrorKind::conflict, "budget.refund.already_reversed", named);
    if (amount > original.entry.amount - original.refunded)
        return fail(ErrorKind::conflict, "budget.refund.exceeds_paid", named);
    return check_order(original.entry, on);
}

base::Result<void> check_reversal(const Original& original, Money amount, base::Date on)
{
    const base::ErrorArgs named{{"voucher", original.entry.key.voucher},
                                {"amount", amount.to_string()},
                                {"original", original.entry.amount.to_string()}};
    if (original.entry.kind == PaymentKind::reversal)
        return fail(ErrorKind::invalid, "budget.reversal.of_a_reversal", named);
    if (original.is_reversed) return fail(ErrorKind::conflict, "budget.reversal.already_reversed", named);
    if (amount != -original.entry.amount) return fail(ErrorKind::invalid, "budget.reversal.amount_differs", named);
    if (original.refunded != Money{}) return fail(ErrorKind::conflict, "budget.reversal.partly_refunded", named);
    return check_order(original.entry, on);
}

}  // namespace budget
