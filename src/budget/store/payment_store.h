// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/period.h"
#include "budget/core/execution.h"
#include "budget/core/payment.h"
#include "budget/core/payment_batch.h"
#include "budget/core/service.h"
#include "sql/connection.h"

namespace budget {

// The only code that reads or writes budget_payment, and the paid sums of lines and contracts that go with it.
class PaymentStore {
public:
    PaymentStore(sql::Connection& db, base::OrgId org, base::FiscalYear year)
        : db_{db}, org_{std::move(org)}, year_{year}
    {
    }

    // Until the transaction ends nobody else moves the line's totals.
    void lock_line(const std::string& code);
    // Guarded: false, and nothing changed, when the line is not there or has less available than the amount.
    // `from_contract` is the part of it that was committed before.
    [[nodiscard]] bool pay_line(const std::string& code, base::Money amount, base::Money from_contract);
    // False when the contract is not there or has less open. After its line, always.
    [[nodiscard]] bool pay_contract(const std::string& number, base::Money amount);

    void add(const Payment& payment, std::int64_t at_ms);
    // The decided rows of an import; their totals are moved apart.
    // `correction_of` gives the correction of the month that a day lies in, or none.
    using CorrectionOf = std::function<std::optional<std::string>(base::Date)>;
    void add_batch(const PaymentBatch& batch, const std::vector<std::uint32_t>& added, const std::string& import_id,
                   std::int64_t at_ms, const CorrectionOf& correction_of);
    std::optional<Original> find(const EntryKey& key) const;
    // By day, voucher and entry.
    std::vector<Payment> find_all(const PaymentFilter& filter) const;
    void each_of(const PaymentFilter& filter, const std::function<void(const Payment&)>& visit) const;
    std::vector<Payment> page(const PaymentFilter& filter, const std::optional<PaymentPlace>& behind,
                              std::size_t limit) const;
    // Which entries correct which, of those whose voucher lies between the two; empty: no bound.
    using Corrections = std::map<EntryKey, std::vector<EntryKey>>;
    Corrections corrections(const std::string& least = {}, const std::string& most = {}) const;
    struct Total {
        std::int64_t count = 0;
        base::Money amount = {};
    };
    Total total(const PaymentFilter& filter) const;
    // Every entry of the year, by voucher and entry.
    void each(const std::function<void(const Payment&)>& visit) const;
    std::vector<PaidSum> sums() const;
    // Payments with service months, net of what corrected them by then.
    std::vector<ServicePayment> service_payments(base::Date as_of) const;

private:
    sql::Parameters scoped(sql::Parameters more = {}) const;

    sql::Connection& db_;
    base::OrgId org_;
    base::FiscalYear year_;
};

}  // namespace budget
