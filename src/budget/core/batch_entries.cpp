// SPDX-License-Identifier: Apache-2.0
#include "budget/core/batch_entries.h"

#include <algorithm>
#include <numeric>

namespace budget {

namespace {

std::vector<std::uint32_t> sorted_by_voucher(const std::vector<StagedPayment>& entries)
{
    std::vector<std::uint32_t> order(entries.size());
    std::iota(order.begin(), order.end(), 0U);
    const auto before = [&](std::uint32_t a, std::uint32_t b) {
        return std::pair{entries[a].voucher, a} < std::pair{entries[b].voucher, b};
    };
    // A clerk's file mostly is in this order already.
    if (!std::is_sorted(order.begin(), order.end(), before)) std::sort(order.begin(), order.end(), before);
    return order;
}

std::span<const std::uint32_t> range_of(const std::vector<std::uint32_t>& order,
                                        const std::vector<StagedPayment>& entries, TextPool::Handle voucher)
{
    const auto first =
        std::partition_point(order.begin(), order.end(), [&](std::uint32_t i) { return entries[i].voucher < voucher; });
    const auto last =
        std::partition_point(first, order.end(), [&](std::uint32_t i) { return entries[i].voucher == voucher; });
    return {first, last};
}

}  // namespace

BatchEntries::BatchEntries(const PaymentBatch& batch)
    : batch_{batch}, rows_{sorted_by_voucher(batch.rows)}, stored_{sorted_by_voucher(batch.stored)}
{
}

std::span<const std::uint32_t> BatchEntries::rows_of(TextPool::Handle voucher) const
{
    return range_of(rows_, batch_.rows, voucher);
}

std::span<const std::uint32_t> BatchEntries::stored_of(TextPool::Handle voucher) const
{
    return range_of(stored_, batch_.stored, voucher);
}

EntryContent content_of(const StagedPayment& entry)
{
    return {entry.voucher,       entry.line,         entry.payee,    entry.contract, entry.functional_code,
            entry.economic_code, entry.note,         entry.original, entry.amount,   entry.paid_on,
            entry.service_first, entry.service_last, entry.kind};
}

std::string difference_between(const PaymentBatch& batch, const StagedPayment& stored, const StagedPayment& row)
{
    std::string text;
    const auto compare = [&](const char* column, const std::string& before, const std::string& after) {
        if (before == after) return;
        text += (text.empty() ? "" : "；") + std::string{column} + " " + before + " → " + after;
    };
    const auto compare_texts = [&](const char* column, TextPool::Handle StagedPayment::*field) {
        compare(column, batch.text(stored.*field), batch.text(row.*field));
    };
    const auto months = [](const StagedPayment& entry) {
        const auto service = entry.service();
        return service ? service->first.to_string() + "～" + service->last.to_string() : std::string{};
    };
    compare("支付日期", stored.paid_on.to_string(), row.paid_on.to_string());
    compare_texts("项目编码", &StagedPayment::line);
    compare_texts("收款方", &StagedPayment::payee);
    compare_texts("合同编号", &StagedPayment::contract);
    compare("服务期", months(stored), months(row));
    compare_texts("功能科目编码", &StagedPayment::functional_code);
    compare_texts("经济科目编码", &StagedPayment::economic_code);
    compare("金额（元）", stored.amount.to_string(), row.amount.to_string());
    compare("类型", std::string{chinese(stored.kind)}, std::string{chinese(row.kind)});
    compare_texts("原凭证号", &StagedPayment::original);
    compare_texts("摘要", &StagedPayment::note);
    return text;
}

Corrections::Corrections(const PaymentBatch& batch)
{
    for (const StagedPayment& entry : batch.stored)
        if (entry.kind != PaymentKind::payment) note(entry);
}

void Corrections::note(const StagedPayment& correction)
{
    const Key original{correction.original, correction.corrects};
    if (correction.kind == PaymentKind::reversal)
        reversed_.insert(original);
    else
        refunds_[original].push_back({{correction.voucher, correction.entry}, -correction.amount});
}

bool Corrections::is_reversed(const StagedPayment& entry) const
{
    return reversed_.contains({entry.voucher, entry.entry});
}

Original Corrections::original(const PaymentBatch& batch, const StagedPayment& entry) const
{
    Original found;
    found.entry.key = {batch.text(entry.voucher), entry.entry};
    found.entry.kind = entry.kind;
    found.entry.amount = entry.amount;
    found.entry.paid_on = entry.paid_on;
    found.is_reversed = is_reversed(entry);
    const auto refunds = refunds_.find({entry.voucher, entry.entry});
    if (refunds == refunds_.end()) return found;
    // A refund that was itself reversed took nothing back.
    for (const auto& [refund, amount] : refunds->second)
        if (!reversed_.contains(refund)) found.refunded += amount;
    return found;
}

}  // namespace budget
