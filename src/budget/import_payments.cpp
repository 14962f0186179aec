// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <optional>
#include <set>

#include "base/sm3.h"
#include "budget/budget.h"
#include "budget/payment_workbook.h"
#include "budget/use_case.h"
#include "identity/identity.h"

namespace budget {

using base::ErrorKind;

namespace {

std::string list_digest(const PaymentBatch& batch, const std::vector<std::uint32_t>& added)
{
    base::Sm3 digest;
    for (const std::uint32_t index : added) {
        const StagedPayment& row = batch.rows[index];
        for (const TextPool::Handle handle : {row.voucher, row.line, row.payee, row.contract, row.functional_code,
                                              row.economic_code, row.note, row.original})
            digest.add_field(batch.texts.text(handle));
        digest.add_field(std::to_string(row.amount.fen()));
        digest.add_field(std::to_string(row.paid_on.days_since_1970()));
        digest.add_field(std::to_string(row.service_first.number));
        digest.add_field(std::to_string(row.service_last.number));
        digest.add_field(to_text(row.kind));
    }
    return digest.finish();
}

// Corrections of one payment come one after the other, whoever records them: what is read behind these locks cannot be
// outdated.
void lock_lines(PaymentStore& payments, const PaymentBatch& batch)
{
    std::set<TextPool::Handle> named;
    for (const StagedPayment& row : batch.rows) named.insert(row.line);
    std::set<std::string> codes;  // in the order in which every writer takes lines
    for (const TextPool::Handle handle : named) codes.insert(batch.text(handle));
    for (const std::string& code : codes) payments.lock_line(code);
}

// One guarded statement for each line and contract. Only another import at the same moment makes one of them fail.
base::Result<void> move_totals(PaymentStore& payments, const BatchDecision& decision)
{
    for (const auto& [code, move] : decision.lines)
        if (!payments.pay_line(code, move.amount, move.from_contract))
            return base::fail(ErrorKind::conflict, "budget.import.changed_meanwhile");
    for (const auto& [number, amount_paid] : decision.contracts)
        if (!payments.pay_contract(number, amount_paid))
            return base::fail(ErrorKind::conflict, "budget.import.changed_meanwhile");
    return {};
}

}  // namespace

base::Result<void> Budgets::run_payments(const base::Actor& actor, base::FiscalYear year, ImportJob& job)
{
    TRY(require(actor, "budget.import"));
    TRY_ASSIGN(PaymentWorkbook read, read_payments(job));
    PaymentBatch& batch = read.batch;

    sql::Transaction transaction{db_};
    BudgetStore store{db_, actor.org, year};
    PaymentStore payments{db_, actor.org, year};
    TRY(require_year(store, year));
    closing::Gate gate{db_, clock_, correction_};
    gate.hold(actor);
    if (job.file.mode == ImportMode::store) lock_lines(payments, batch);
    payments.each([&](const Payment& payment) { batch.add_stored(payment); });
    const BatchDecision decision = decide(batch, store.lines(), store.contracts(), year);
    for (const RowProblem& problem : decision.problems)
        if (!read.may_only_follow(problem)) job.refuse(read.at(problem), problem.error);
    ImportOutcome& outcome = job.outcome;
    if (!outcome.problems.empty()) return {};
    outcome.skipped = decision.skipped;
    outcome.added = static_cast<std::int64_t>(decision.added.size());
    outcome.amount = decision.amount;
    outcome.amount_read = decision.amount_read;
    std::map<closing::Span, std::optional<std::string>> corrections;
    for (const std::uint32_t index : decision.added) {
        const closing::Span month = closing::Span::in_year(year, batch.rows[index].paid_on);
        if (corrections.contains(month)) continue;
        TRY_ASSIGN(corrections[month], gate.admit(actor, month));
    }
    if (job.file.mode == ImportMode::dry_run) return {};
    outcome.stored = true;
    if (decision.added.empty()) return {};  // nothing changed, nothing to record

    TRY(move_totals(payments, decision));
    const ImportRecord import{base::new_uuid(clock_), "payments", job.file.name, outcome.added,
                              list_digest(batch, decision.added)};
    store.add_import(import, clock_.milliseconds_since_1970());
    try {
        payments.add_batch(batch, decision.added, import.id, clock_.milliseconds_since_1970(),
                           [&](base::Date day) { return corrections.at(closing::Span::in_year(year, day)); });
    } catch (const sql::SqlError& error) {
        if (error.violation() != sql::Violation::unique) throw;
        return base::fail(ErrorKind::conflict, "budget.import.changed_meanwhile");
    }
    identity::record(
        db_, actor, clock_,
        {"budget.import.payments", job.file.name, std::to_string(outcome.added) + gate.note(), {}, import.list_digest});
    transaction.commit();
    return {};
}

base::Result<ImportOutcome> Budgets::import_payments(const base::Actor& actor, base::FiscalYear year,
                                                     const ImportFile& file)
{
    ImportJob job{file};
    TRY(run_payments(actor, year, job));
    return job.finish();
}

}  // namespace budget
