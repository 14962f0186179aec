// SPDX-License-Identifier: Apache-2.0
#include "budget/core/payment_batch.h"

namespace budget {

std::optional<MonthSpan> StagedPayment::service() const
{
    if (service_first.number == 0) return std::nullopt;
    return MonthSpan{service_first, service_last};
}

void StagedPayment::set_service(const std::optional<MonthSpan>& months)
{
    service_first = months ? months->first : Month{};
    service_last = months ? months->last : Month{};
}

void PaymentBatch::add_stored(const Payment& payment)
{
    if (!payment.corrects && !texts.find(payment.key.voucher)) return;
    StagedPayment entry;
    entry.voucher = texts.intern(payment.key.voucher);
    entry.entry = static_cast<std::uint32_t>(payment.key.entry);
    entry.line = texts.intern(payment.line);
    entry.payee = texts.intern(payment.payee);
    entry.contract = texts.intern(payment.contract);
    entry.functional_code = texts.intern(payment.functional_code);
    entry.economic_code = texts.intern(payment.economic_code);
    entry.note = texts.intern(payment.note);
    entry.amount = payment.amount;
    entry.paid_on = payment.paid_on;
    entry.set_service(payment.service);
    entry.kind = payment.kind;
    if (payment.corrects) {
        entry.original = texts.intern(payment.corrects->voucher);
        entry.corrects = static_cast<std::uint32_t>(payment.corrects->entry);
    }
    stored.push_back(entry);
}

PaymentView PaymentBatch::view(const StagedPayment& row) const
{
    return {row.kind,
            row.paid_on,
            texts.text(row.voucher),
            texts.text(row.line),
            texts.text(row.payee),
            row.service(),
            texts.text(row.functional_code),
            texts.text(row.economic_code),
            row.amount};
}

}  // namespace budget
