// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/actor.h"
#include "base/clock.h"
#include "base/records.h"
#include "base/result.h"
#include "budget/core/execution.h"
#include "budget/core/finding.h"
#include "budget/core/payment.h"
#include "budget/core/roll_over.h"
#include "budget/core/service.h"
#include "budget/import.h"
#include "closing/closing.h"
#include "spreadsheet/failed_rows.h"
#include "sql/connection.h"
#include "sql/migration.h"

namespace budget {

std::span<const sql::Migration> migrations();

struct ImportJob;  // an import on its way

// What a refund or a red-letter reversal adds to the entry it answers. `amount` is of a refund, positive.
struct Correction {
    EntryKey key;
    base::Date on;
    base::Money amount = {};
    std::string note = {};
};

// What a page shows of a year's payments.
struct PaymentPage {
    std::vector<Payment> payments = {};
    std::int64_t count = 0;  // that the filter takes
    base::Money amount = {};
    bool has_next = false;
};

// The budget of an organisation's years: lines, dated documents, contracts and payments. The organisation that is
// written to is the actor's. Every use case refuses budget.actor.not_permitted and, but for opening,
// budget.year.unknown; a refusal leaves nothing behind. What is dated in a closed month, and a line of a closed year,
// is recorded with a correction alone: every use case that writes refuses what closing::Gate::admit() refuses.
class Budgets {
public:
    Budgets(sql::Connection& db, const base::Clock& clock, std::optional<closing::Correction> correction = {})
        : db_{db}, clock_{clock}, correction_{std::move(correction)}
    {
    }

    // Permission budget.edit. Refuses budget.year.already_open and .out_of_range.
    base::Result<void> open_year(const base::Actor& actor, base::FiscalYear year);
    // Refuses budget.line.already_there and what check_line() refuses.
    base::Result<void> add_lines(const base::Actor& actor, base::FiscalYear year, const std::vector<Line>& lines);
    // Refuses budget.document.number_taken, .exceeds_available (less would be left than is paid and committed),
    // budget.line.unknown and what check_document() refuses.
    base::Result<void> issue(const base::Actor& actor, base::FiscalYear year, const Document& document);
    // Refuses budget.contract.number_taken, .exceeds_available, budget.line.unknown and what check_contract() refuses.
    base::Result<void> sign(const base::Actor& actor, base::FiscalYear year, const Contract& contract);

    // Permission budget.pay. Refuses budget.payment.voucher_taken, .entry_not_positive, .exceeds_available,
    // .exceeds_contract, budget.line.unknown, budget.contract.unknown and what check_payment() refuses. Subject codes
    // that are left empty are the line's. Returns the entry as it is recorded.
    base::Result<Payment> pay(const base::Actor& actor, base::FiscalYear year, Payment payment);
    // Refuses budget.payment.unknown, .voucher_taken, .entry_not_positive and what check_refund() or check_reversal()
    // refuse.
    base::Result<Payment> refund(const base::Actor& actor, base::FiscalYear year, const EntryKey& original,
                                 const Correction& correction);
    base::Result<Payment> reverse(const base::Actor& actor, base::FiscalYear year, const EntryKey& original,
                                  const Correction& correction);

    // Permission budget.edit. Lines of `from` that `to` does not have yet, and contracts that run on where their line
    // has the money; opens `to` where it is not open. Adds only what is missing: again, it adds what became possible.
    // Returns what it found and did. Refuses budget.roll_over.same_year and what opening, adding and signing refuse.
    base::Result<BudgetRollOver> roll_over(const base::Actor& actor, base::FiscalYear from, base::FiscalYear to);

    // Permission budget.import. All or nothing: a workbook with a problem stores nothing and says all of its problems.
    // What is there already and says the same is skipped and counted; what says something else is a problem.
    // The budget workbook opens the year where it is not open. Refuses what reading the workbook refuses.
    base::Result<ImportOutcome> import_budget(const base::Actor& actor, base::FiscalYear year, const ImportFile& file);
    base::Result<ImportOutcome> import_payments(const base::Actor& actor, base::FiscalYear year,
                                                const ImportFile& file);
    // The rows that such an import refuses, as a workbook that can be imported in place of the file once its first
    // sheets are corrected. Stores nothing. Returns the number of rows with a mistake; where it is 0, no file is
    // written. Refuses as the import does, and what spreadsheet::write_failed_rows() refuses.
    base::Result<std::size_t> write_failed(const base::Actor& actor, base::FiscalYear year, ImportKind kind,
                                           const ImportFile& file, const spreadsheet::FailedRows& failed);

    std::vector<base::FiscalYear> years(const base::OrgId& org) const;
    base::Result<std::vector<Line>> lines(const base::OrgId& org, base::FiscalYear year) const;
    base::Result<std::vector<Document>> documents(const base::OrgId& org, base::FiscalYear year) const;
    base::Result<std::vector<Contract>> contracts(const base::OrgId& org, base::FiscalYear year) const;
    // By day, voucher and entry. Refuses budget.line.unknown and budget.contract.unknown for a filter that names one
    // which is not there.
    base::Result<std::vector<Payment>> payments(const base::OrgId& org, base::FiscalYear year,
                                                const PaymentFilter& filter = {}) const;
    // One page of them, and what the filter takes in all.
    base::Result<PaymentPage> payment_page(const base::OrgId& org, base::FiscalYear year, const PaymentFilter& filter,
                                           const std::optional<PaymentPlace>& behind, std::size_t limit) const;
    // All of them, one after the other.
    base::Result<void> each_payment(const base::OrgId& org, base::FiscalYear year, const PaymentFilter& filter,
                                    const std::function<void(const Payment&)>& visit) const;
    base::Result<Execution> execution(const base::OrgId& org, base::FiscalYear year, base::Date as_of) const;
    base::Result<std::vector<ServiceCoverage>> services(const base::OrgId& org, base::FiscalYear year,
                                                        base::Date as_of) const;
    base::Result<std::vector<Finding>> findings(const base::OrgId& org, base::FiscalYear year, base::Date as_of) const;

    // What a month holds: payments, documents and contracts dated in it that name no correction; a year: its lines.
    std::vector<closing::Content> contents(const base::OrgId& org, const closing::Span& span) const;

    // What measures are declared over: 支付, 项目, 文件, 服务期 (columns in README.md). Amounts in 元.
    // Refuses budget.records.unknown_collection.
    base::Result<base::Records> records(const base::OrgId& org, base::FiscalYear year,
                                        const std::string& collection) const;

private:
    base::Result<void> run_budget(const base::Actor& actor, base::FiscalYear year, ImportJob& job);
    base::Result<void> run_payments(const base::Actor& actor, base::FiscalYear year, ImportJob& job);
    base::Result<void> check_filter(const base::OrgId& org, base::FiscalYear year, const PaymentFilter& filter) const;
    base::Result<YearRecords> load(const base::OrgId& org, base::FiscalYear year) const;
    base::Result<Payment> correct(const base::Actor& actor, base::FiscalYear year, const EntryKey& original,
                                  Payment entry);

    sql::Connection& db_;
    const base::Clock& clock_;
    std::optional<closing::Correction> correction_;
};

}  // namespace budget
