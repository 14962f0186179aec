// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "budget/core/payment_batch.h"

namespace budget {

// Private to budget/core: the entries of a voucher, in the batch and in the database.
class BatchEntries {
public:
    explicit BatchEntries(const PaymentBatch& batch);

    // Rows of the batch by voucher, then in file order.
    const std::vector<std::uint32_t>& by_voucher() const { return rows_; }
    std::span<const std::uint32_t> rows_of(TextPool::Handle voucher) const;
    std::span<const std::uint32_t> stored_of(TextPool::Handle voucher) const;

private:
    const PaymentBatch& batch_;
    std::vector<std::uint32_t> rows_;
    std::vector<std::uint32_t> stored_;
};

// Everything that a row says, but for where it stands.
using EntryContent = std::tuple<TextPool::Handle, TextPool::Handle, TextPool::Handle, TextPool::Handle,
                                TextPool::Handle, TextPool::Handle, TextPool::Handle, TextPool::Handle, base::Money,
                                base::Date, Month, Month, PaymentKind>;
EntryContent content_of(const StagedPayment& entry);

// 金额（元） 100.00 → 200.00；收款方 甲 → 乙: the columns that differ, with what is stored first.
std::string difference_between(const PaymentBatch& batch, const StagedPayment& stored, const StagedPayment& row);

// What corrections have made of entries: first the stored ones, then those of the batch as they are settled.
class Corrections {
public:
    explicit Corrections(const PaymentBatch& batch);

    bool is_reversed(const StagedPayment& entry) const;
    Original original(const PaymentBatch& batch, const StagedPayment& entry) const;
    void note(const StagedPayment& correction);  // once its original's entry is known

private:
    using Key = std::pair<TextPool::Handle, std::uint32_t>;

    std::set<Key> reversed_;
    std::map<Key, std::vector<std::pair<Key, base::Money>>> refunds_;  // of a payment: each refund with its amount
};

}  // namespace budget
