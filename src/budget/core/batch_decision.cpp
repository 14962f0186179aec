// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <stdexcept>

#include "budget/core/batch_entries.h"
#include "budget/core/payment_batch.h"

namespace budget {

using base::ErrorKind;
using base::Money;

namespace {

// The column that a refusal of the shared rules is about.
PaymentColumn column_of(const std::string& code)
{
    const std::string_view rule = std::string_view{code}.substr(code.rfind('.') + 1);
    if (rule.starts_with("voucher")) return PaymentColumn::voucher;
    if (rule.starts_with("payee")) return PaymentColumn::payee;
    if (rule == "outside_year") return PaymentColumn::paid_on;
    if (rule == "outside_contract") return PaymentColumn::contract;
    if (rule == "service_reversed" || rule == "outside_service") return PaymentColumn::service;
    if (rule == "not_digits") return PaymentColumn::functional;
    return PaymentColumn::amount;
}

class Decider {
public:
    Decider(PaymentBatch& batch, const std::vector<Line>& lines, const std::vector<Contract>& contracts,
            base::FiscalYear year)
        : batch_{batch},
          year_{year},
          entries_{batch},
          corrections_{batch},
          is_skipped_(batch.rows.size(), false),
          is_refused_(batch.rows.size(), false)
    {
        for (const Line& line : lines) lines_[batch.texts.intern(line.code)] = &line;
        for (const Contract& contract : contracts) contracts_[batch.texts.intern(contract.number)] = &contract;
    }

    BatchDecision run()
    {
        for (std::uint32_t row = 0; row < batch_.rows.size(); ++row) check_row(row);
        const std::vector<std::uint32_t>& order = entries_.by_voucher();
        for (std::size_t at = 0; at < order.size();) {
            const auto group = entries_.rows_of(batch_.rows[order[at]].voucher);
            place_voucher(group);
            at += group.size();
        }
        settle_corrections();
        if (decision_.problems.empty()) sum_up();
        std::stable_sort(decision_.problems.begin(), decision_.problems.end(),
                         [](const RowProblem& a, const RowProblem& b) { return a.row < b.row; });
        return std::move(decision_);
    }

private:
    void refuse(std::uint32_t row, PaymentColumn column, base::Error error)
    {
        decision_.problems.push_back({row, column, std::move(error)});
        is_refused_[row] = true;
    }

    // What a refused row says is not known: nothing more is said about its voucher.
    bool has_refused(std::span<const std::uint32_t> group) const
    {
        return std::any_of(group.begin(), group.end(), [&](std::uint32_t row) { return is_refused_[row]; });
    }

    void check_row(std::uint32_t index)
    {
        StagedPayment& row = batch_.rows[index];
        if (row.kind != PaymentKind::payment) stand_on_original(row);
        const auto line = lines_.find(row.line);
        if (line == lines_.end())
            return refuse(index, PaymentColumn::line,
                          {ErrorKind::not_found, "budget.line.unknown", {{"line", batch_.text(row.line)}}});
        if (row.functional_code == TextPool::none)
            row.functional_code = batch_.texts.intern(line->second->functional_code);
        if (row.economic_code == TextPool::none) row.economic_code = batch_.texts.intern(line->second->economic_code);

        const auto contract = contracts_.find(row.contract);
        if (row.contract != TextPool::none && contract == contracts_.end())
            return refuse(index, PaymentColumn::contract,
                          {ErrorKind::not_found, "budget.contract.unknown", {{"contract", batch_.text(row.contract)}}});
        const PaymentView view = batch_.view(row);
        const auto checked = check_payment(view, contract == contracts_.end() ? nullptr : contract->second, year_);
        if (checked) return;
        PaymentColumn column = column_of(checked.error().code);
        if (column == PaymentColumn::functional && check_subject(view.functional_code))
            column = PaymentColumn::economic;
        refuse(index, column, checked.error());
    }

    // The entries that a correction may mean: those of the voucher it names on its own line.
    std::vector<const StagedPayment*> candidates(const StagedPayment& correction) const
    {
        std::vector<const StagedPayment*> found;
        const auto take = [&](const StagedPayment& entry) {
            if (entry.line == correction.line && &entry != &correction) found.push_back(&entry);
        };
        for (const std::uint32_t i : entries_.stored_of(correction.original)) take(batch_.stored[i]);
        for (const std::uint32_t i : entries_.rows_of(correction.original))
            if (!is_skipped_[i]) take(batch_.rows[i]);
        return found;
    }

    // A clerk who reverses a payment need not write its contract and months again.
    void stand_on_original(StagedPayment& correction)
    {
        for (const StagedPayment* const original : candidates(correction)) {
            const bool fits = correction.kind == PaymentKind::refund || original->amount == -correction.amount;
            if (!fits) continue;
            if (correction.contract == TextPool::none) correction.contract = original->contract;
            if (!correction.service()) correction.set_service(original->service());
            return;
        }
    }

    // Rows that are stored already are skipped; a voucher with anything else must be new, or reversed as a whole.
    void place_voucher(std::span<const std::uint32_t> group)
    {
        const TextPool::Handle voucher = batch_.rows[group.front()].voucher;
        if (voucher == TextPool::none) return;  // refused already
        const auto stored = entries_.stored_of(voucher);
        if (stored.empty() && group.size() == 1) {
            batch_.rows[group.front()].entry = 1;
            return;
        }
        std::vector<std::uint32_t> fresh;
        const std::vector<std::uint32_t> unmet = skip_stored(group, stored, fresh);
        if (!has_refused(group)) {
            refuse_repeated(fresh);
            refuse_different(group, stored, unmet, fresh);
        }
        std::uint32_t entry = 0;
        for (const std::uint32_t i : stored) entry = std::max(entry, batch_.stored[i].entry);
        for (const std::uint32_t index : fresh) batch_.rows[index].entry = ++entry;
    }

    // Passes over the rows that are stored; what is left of the group becomes `fresh`. Returns the stored entries that
    // no row says.
    std::vector<std::uint32_t> skip_stored(std::span<const std::uint32_t> group, std::span<const std::uint32_t> stored,
                                           std::vector<std::uint32_t>& fresh)
    {
        std::multimap<EntryContent, std::uint32_t> unmet;
        for (const std::uint32_t i : stored) unmet.emplace(content_of(batch_.stored[i]), i);
        for (const std::uint32_t index : group) {
            const auto same = unmet.find(content_of(batch_.rows[index]));
            if (same == unmet.end()) {
                fresh.push_back(index);
                continue;
            }
            unmet.erase(same);
            is_skipped_[index] = true;
            ++decision_.skipped;
        }
        std::vector<std::uint32_t> left;
        for (const auto& [content, i] : unmet) left.push_back(i);
        return left;
    }

    void refuse_repeated(const std::vector<std::uint32_t>& fresh)
    {
        std::map<EntryContent, std::uint32_t> seen;
        for (const std::uint32_t index : fresh) {
            const auto [same, is_new] = seen.emplace(content_of(batch_.rows[index]), index);
            if (is_new) continue;
            const StagedPayment& first = batch_.rows[same->second];
            refuse(index, PaymentColumn::voucher,
                   {ErrorKind::invalid,
                    "budget.import.row_repeated",
                    {{"voucher", batch_.text(first.voucher)},
                     {"first", batch_.sheets[first.sheet] + "!A" + std::to_string(first.row)}}});
        }
    }

    void refuse_different(std::span<const std::uint32_t> group, std::span<const std::uint32_t> stored,
                          std::vector<std::uint32_t> unmet, const std::vector<std::uint32_t>& fresh)
    {
        const auto reversed = [&](std::uint32_t i) { return corrections_.is_reversed(batch_.stored[i]); };
        if (std::all_of(stored.begin(), stored.end(), reversed)) return;
        std::erase_if(unmet, reversed);
        if (fresh.empty() && unmet.empty()) return;
        for (const std::uint32_t index : fresh) is_refused_[index] = true;
        const std::uint32_t at = fresh.empty() ? group.front() : fresh.front();
        const std::string voucher = batch_.text(batch_.rows[at].voucher);
        const bool one_to_one = fresh.size() == 1 && unmet.size() == 1;
        if (one_to_one)
            return refuse(at, PaymentColumn::voucher,
                          {ErrorKind::conflict,
                           "budget.import.voucher_differs",
                           {{"voucher", voucher},
                            {"difference",
                             difference_between(batch_, batch_.stored[unmet.front()], batch_.rows[fresh.front()])}}});
        refuse(at, PaymentColumn::voucher,
               {ErrorKind::conflict,
                "budget.import.voucher_entries_differ",
                {{"voucher", voucher},
                 {"stored", std::to_string(stored.size())},
                 {"rows", std::to_string(group.size())},
                 {"fresh", std::to_string(fresh.size())}}});
    }

    void settle_corrections()
    {
        std::vector<std::uint32_t> order;
        for (std::uint32_t index = 0; index < batch_.rows.size(); ++index)
            if (!is_skipped_[index]) order.push_back(index);
        std::stable_sort(order.begin(), order.end(),
                         [&](std::uint32_t a, std::uint32_t b) { return batch_.rows[a].kind < batch_.rows[b].kind; });
        for (const std::uint32_t index : order)
            if (batch_.rows[index].kind != PaymentKind::payment && !is_refused_[index]) settle(index);
        decision_.added = std::move(order);
    }

    void settle(std::uint32_t index)
    {
        StagedPayment& row = batch_.rows[index];
        base::Error refusal{ErrorKind::not_found, "budget.payment.unknown", {{"voucher", batch_.text(row.original)}}};
        for (const StagedPayment* const entry : candidates(row)) {
            const Original original = corrections_.original(batch_, *entry);
            const auto checked = row.kind == PaymentKind::refund ? check_refund(original, -row.amount, row.paid_on)
                                                                 : check_reversal(original, row.amount, row.paid_on);
            if (!checked) {
                refusal = checked.error();
                continue;
            }
            if (row.contract != entry->contract)
                return refuse(index, PaymentColumn::contract,
                              {ErrorKind::invalid,
                               "budget.import.contract_differs",
                               {{"contract", batch_.text(row.contract)}, {"original", batch_.text(entry->contract)}}});
            row.corrects = entry->entry;
            corrections_.note(row);
            return;
        }
        if (refusal.code == "budget.payment.unknown" && has_refused(entries_.rows_of(row.original))) return;
        const bool is_too_early = refusal.code == "budget.payment.before_original";
        refuse(index, is_too_early ? PaymentColumn::paid_on : PaymentColumn::original, refusal);
    }

    void sum_up()
    {
        std::map<TextPool::Handle, LineMove> moves;
        std::map<TextPool::Handle, Money> paid;
        for (const StagedPayment& row : batch_.rows) decision_.amount_read += row.amount;
        for (const std::uint32_t index : decision_.added) {
            const StagedPayment& row = batch_.rows[index];
            LineMove& move = moves[row.line];
            move.amount += row.amount;
            decision_.amount += row.amount;
            if (row.contract == TextPool::none) continue;
            move.from_contract += row.amount;
            paid[row.contract] += row.amount;
        }
        for (const auto& [handle, move] : moves) {
            const Line& line = *lines_.at(handle);
            decision_.lines[line.code] = move;
            const Money free = move.amount - move.from_contract;
            if (free > line.available()) refuse_crossing(line, handle);
        }
        for (const auto& [handle, amount] : paid) {
            const Contract& contract = *contracts_.at(handle);
            decision_.contracts[contract.number] = amount;
            if (amount > contract.open()) refuse_crossing(contract, handle);
        }
    }

    // A row that goes too far, and what the rows before it left.
    struct Crossing {
        std::uint32_t row;
        Money left;
    };

    // The row, by date, with which what is available is used up. Asked only where the rows together exceed it.
    template <class Counts>
    Crossing crossing(Money available, Counts counts) const
    {
        std::vector<std::uint32_t> order;
        for (const std::uint32_t index : decision_.added)
            if (counts(batch_.rows[index])) order.push_back(index);
        std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
            return batch_.rows[a].paid_on < batch_.rows[b].paid_on;
        });
        for (const std::uint32_t index : order) {
            if (batch_.rows[index].amount > available) return {index, available};
            available = available - batch_.rows[index].amount;
        }
        throw std::logic_error("no row exceeds what is available, but all of them together do");
    }

    void refuse_crossing(const Line& line, TextPool::Handle handle)
    {
        const auto [row, left] = crossing(line.available(), [&](const StagedPayment& staged) {
            return staged.line == handle && staged.contract == TextPool::none;
        });
        refuse(
            row, PaymentColumn::amount,
            {ErrorKind::conflict,
             "budget.payment.exceeds_available",
             {{"line", line.code}, {"amount", batch_.rows[row].amount.to_string()}, {"available", left.to_string()}}});
    }

    void refuse_crossing(const Contract& contract, TextPool::Handle handle)
    {
        const auto [row, left] =
            crossing(contract.open(), [&](const StagedPayment& staged) { return staged.contract == handle; });
        refuse(row, PaymentColumn::amount,
               {ErrorKind::conflict,
                "budget.payment.exceeds_contract",
                {{"contract", contract.number},
                 {"amount", batch_.rows[row].amount.to_string()},
                 {"open", left.to_string()}}});
    }

    PaymentBatch& batch_;
    base::FiscalYear year_;
    BatchEntries entries_;
    Corrections corrections_;
    std::vector<bool> is_skipped_;
    std::vector<bool> is_refused_;
    std::map<TextPool::Handle, const Line*> lines_;
    std::map<TextPool::Handle, const Contract*> contracts_;
    BatchDecision decision_;
};

}  // namespace

BatchDecision decide(PaymentBatch& batch, const std::vector<Line>& lines, const std::vector<Contract>& contracts,
                     base::FiscalYear year)
{
    return Decider{batch, lines, contracts, year}.run();
}

}  // namespace budget
