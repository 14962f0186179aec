// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/money.h"
#include "base/period.h"
#include "base/result.h"
#include "budget/core/contract.h"
#include "budget/core/line.h"
#include "budget/core/month.h"

namespace budget {

// 支付, 退款 and 红冲. An entry is never changed: money that came back and mistakes are entries that name theirs.
enum class PaymentKind { payment, refund, reversal };

inline constexpr std::array payment_kinds{PaymentKind::payment, PaymentKind::refund, PaymentKind::reversal};
std::string_view to_text(PaymentKind kind);  // the word in SQL and JSON
PaymentKind payment_kind_of(std::string_view text);
std::string_view chinese(PaymentKind kind);

// A voucher's number and the entry on it, from 1.
struct EntryKey {
    std::string voucher;
    std::int64_t entry = 1;

    std::string to_string() const { return voucher + "/" + std::to_string(entry); }
    friend auto operator<=>(const EntryKey&, const EntryKey&) = default;
};

// One entry of the year's payments. The amount is signed: red-letter entries are negative.
struct Payment {
    EntryKey key;
    PaymentKind kind = PaymentKind::payment;
    base::Date paid_on;
    std::string line;  // its code
    std::string payee;
    std::string contract = {};  // its number, or empty
    std::optional<MonthSpan> service = {};
    std::string functional_code = {};
    std::string economic_code = {};
    base::Money amount;
    std::string note = {};
    std::optional<EntryKey> corrects = {};
    std::string place = {};                   // 支付.xlsx 支付明细!A12, or empty
    std::string correction = {};              // id of the correction of its closed month, or empty
    std::vector<EntryKey> corrected_by = {};  // in lists: the refunds and reversals that name it, by their keys
};

// Which of a year's payments: empty fields take them all.
struct PaymentFilter {
    std::string line = {};  // its code
    std::string contract = {};
    std::optional<Month> month = {};
    std::string text = {};                 // stands in the payee or the voucher; capital letters are as small ones
    std::optional<LineKind> kind = {};     // of the line
    std::optional<base::Date> until = {};  // the last day
};

// Where an entry stands in the order of days.
struct PaymentPlace {
    base::Date paid_on;
    EntryKey key;
};

// What the rules look at, whoever holds the text.
struct PaymentView {
    PaymentKind kind;
    base::Date paid_on;
    std::string_view voucher;
    std::string_view line;
    std::string_view payee;
    std::optional<MonthSpan> service;
    std::string_view functional_code;
    std::string_view economic_code;
    base::Money amount;
};
PaymentView view_of(const Payment& payment);

// Refuses budget.payment.voucher_empty, .payee_empty, .outside_year, .amount_not_positive (a payment),
// .refund_not_negative, .amount_zero, .service_reversed, .outside_contract (its contract belongs to another line),
// .outside_service (months that the contract does not cover) and budget.subject.not_digits. `contract` may be null.
base::Result<void> check_payment(const PaymentView& payment, const Contract* contract, base::FiscalYear year);

// The part of an entry that refunds have not taken back yet.
struct Original {
    Payment entry;
    base::Money refunded = {};  // positive
    bool is_reversed = false;
};

// `amount` is positive. Refuses budget.refund.amount_not_positive, .not_a_payment, .already_reversed and .exceeds_paid,
// and budget.payment.before_original (dated before the payment).
base::Result<void> check_refund(const Original& original, base::Money amount, base::Date on);
// A payment or a refund may be reversed as a whole, once. Refuses budget.reversal.of_a_reversal, .already_reversed,
// .amount_differs (not the equal opposite amount) and .partly_refunded, and budget.payment.before_original.
base::Result<void> check_reversal(const Original& original, base::Money amount, base::Date on);

}  // namespace budget
