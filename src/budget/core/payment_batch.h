// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "budget/core/payment.h"
#include "budget/core/text_pool.h"

namespace budget {

// One payment row in 64 bytes; the texts are in the pool.
struct StagedPayment {
    TextPool::Handle voucher = TextPool::none;
    TextPool::Handle line = TextPool::none;
    TextPool::Handle payee = TextPool::none;
    TextPool::Handle contract = TextPool::none;
    TextPool::Handle functional_code = TextPool::none;
    TextPool::Handle economic_code = TextPool::none;
    TextPool::Handle note = TextPool::none;
    TextPool::Handle original = TextPool::none;  // the voucher that a refund or reversal names
    base::Money amount;
    base::Date paid_on;
    Month service_first;  // number 0: none
    Month service_last;
    PaymentKind kind = PaymentKind::payment;
    std::uint16_t sheet = 0;     // index into PaymentBatch::sheets
    std::uint32_t row = 0;       // as the sheet counts
    std::uint32_t entry = 0;     // on its voucher; of a new row, once decided
    std::uint32_t corrects = 0;  // the original's entry, once decided

    std::optional<MonthSpan> service() const;
    void set_service(const std::optional<MonthSpan>& months);
};

// The rows of one import, with the stored entries that they may meet.
struct PaymentBatch {
    TextPool texts;
    std::vector<std::string> sheets = {};
    std::vector<StagedPayment> rows = {};
    std::vector<StagedPayment> stored = {};

    // A stored payment is taken only when a row names its voucher; what corrects a stored entry always.
    void add_stored(const Payment& payment);
    PaymentView view(const StagedPayment& row) const;
    std::string text(TextPool::Handle handle) const { return std::string{texts.text(handle)}; }
};

// The column that a problem is about.
enum class PaymentColumn { voucher, paid_on, line, payee, contract, service, functional, economic, amount, original };

struct RowProblem {
    std::uint32_t row;  // index into PaymentBatch::rows
    PaymentColumn column;
    base::Error error;
};

struct LineMove {
    base::Money amount;
    base::Money from_contract;
};

// What an import would do. With a problem it does nothing.
struct BatchDecision {
    std::vector<RowProblem> problems = {};
    std::vector<std::uint32_t> added = {};  // rows, originals before what corrects them
    std::int64_t skipped = 0;               // rows that are stored already, saying the same
    std::map<std::string, LineMove> lines = {};
    std::map<std::string, base::Money> contracts = {};
    base::Money amount = {};       // of the added rows
    base::Money amount_read = {};  // of all rows
};

// Decides on the whole batch and finds every problem, in the order of the rows, but none that may only follow from
// another one: what check_payment(), check_refund() and check_reversal() refuse, budget.line.unknown,
// budget.contract.unknown, budget.payment.unknown (the original), budget.import.row_repeated (the same row twice),
// budget.import.voucher_differs and .voucher_entries_differ (the voucher is stored and says something else),
// budget.import.contract_differs (a correction under another contract than its original), and
// budget.payment.exceeds_available or .exceeds_contract at the row, by date, that goes too far.
BatchDecision decide(PaymentBatch& batch, const std::vector<Line>& lines, const std::vector<Contract>& contracts,
                     base::FiscalYear year);

}  // namespace budget
