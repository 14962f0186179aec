// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/sm3.h"
#include "budget/budget.h"
#include "budget/budget_workbook.h"
#include "budget/use_case.h"
#include "identity/identity.h"

namespace budget {

using base::ErrorKind;
using base::Money;

namespace {

bool says_the_same(const Line& a, const Line& b)
{
    return a.name == b.name && a.kind == b.kind && a.functional_code == b.functional_code &&
           a.economic_code == b.economic_code;
}

bool says_the_same(const Document& a, const Document& b)
{
    const auto by_line = [](const Document& document) {
        std::map<std::string, Money> lines;
        for (const DocumentLine& line : document.lines) lines[line.line] += line.amount;
        return lines;
    };
    return a.issued_on == b.issued_on && a.kind == b.kind && a.reason == b.reason && by_line(a) == by_line(b);
}

bool says_the_same(const Contract& a, const Contract& b)
{
    return a.title == b.title && a.line == b.line && a.payee == b.payee && a.amount == b.amount &&
           a.signed_on == b.signed_on && a.service == b.service;
}

// What the workbook adds to the year, and what each line's totals move by.
struct BudgetChange {
    std::vector<Line> lines = {};
    std::vector<Document> documents = {};
    std::vector<Contract> contracts = {};
    std::map<std::string, Money> adjusted = {};
    std::map<std::string, Money> committed = {};
};

class BudgetDecider {
public:
    BudgetDecider(const BudgetStore& store, ImportJob& job) : job_{job}
    {
        for (const Line& line : store.lines()) lines_[line.code] = line;
        for (const Document& document : store.documents()) documents_[document.number] = document;
        for (const Contract& contract : store.contracts()) contracts_[contract.number] = contract;
    }

    BudgetChange decide(const BudgetWorkbook& workbook)
    {
        for (const auto& [line, at] : workbook.lines)
            if (is_new(lines_, line.code, line, at)) change_.lines.push_back(line);
        for (const Line& line : change_.lines) lines_[line.code] = line;
        for (const PlacedDocument& document : workbook.documents) add(document);
        refuse_overdrawn();
        for (const auto& [contract, at] : workbook.contracts) add(contract, at);
        return std::move(change_);
    }

private:
    // A stored one that says the same is skipped, one that says something else is a problem.
    template <class T>
    bool is_new(const std::map<std::string, T>& stored, const std::string& name, const T& said, const CellAt& at)
    {
        const auto known = stored.find(name);
        if (known == stored.end()) return true;
        if (says_the_same(known->second, said))
            ++job_.outcome.skipped;
        else
            job_.refuse(at, {ErrorKind::conflict, "budget.import.stored_differs", {{"name", name}}});
        return false;
    }

    // What is available on the line with all that this workbook added so far; none of an unknown line.
    std::optional<Money> available(const std::string& code, const CellAt& at)
    {
        const auto line = lines_.find(code);
        if (line != lines_.end()) return line->second.available() + change_.adjusted[code] - change_.committed[code];
        job_.refuse(at, {ErrorKind::not_found, "budget.line.unknown", {{"line", code}}});
        return std::nullopt;
    }

    void add(const PlacedDocument& document)
    {
        if (!is_new(documents_, document.value.number, document.value, document.at)) return;
        change_.documents.push_back(document.value);
        for (std::size_t i = 0; i < document.value.lines.size(); ++i) {
            const auto& [line, amount] = document.value.lines[i];
            if (!available(line, document.amounts_at[i])) continue;
            change_.adjusted[line] += amount;
            job_.outcome.amount += amount;
            if (amount < Money{}) last_cut_[line] = {amount, document.amounts_at[i]};
        }
    }

    // Only what all documents leave together counts: their order in the sheet is the clerk's.
    void refuse_overdrawn()
    {
        for (const auto& [line, cut] : last_cut_) {
            const auto left = available(line, cut.at);
            if (left && *left < Money{})
                refuse("budget.document.exceeds_available", line, cut.value, *left - cut.value, cut.at);
        }
    }

    void add(const Contract& contract, const CellAt& at)
    {
        if (!is_new(contracts_, contract.number, contract, at)) return;
        change_.contracts.push_back(contract);
        const auto left = available(contract.line, at);
        if (!left) return;
        change_.committed[contract.line] += contract.amount;
        if (*left < contract.amount)
            refuse("budget.contract.exceeds_available", contract.line, contract.amount, *left, at);
    }

    void refuse(const std::string& code, const std::string& line, Money amount, Money left, const CellAt& at)
    {
        job_.refuse(at, {ErrorKind::conflict,
                         code,
                         {{"line", line}, {"amount", amount.to_string()}, {"available", left.to_string()}}});
    }

    ImportJob& job_;
    std::map<std::string, Line> lines_;
    std::map<std::string, Document> documents_;
    std::map<std::string, Contract> contracts_;
    std::map<std::string, Placed<Money>> last_cut_;
    BudgetChange change_;
};

std::string list_digest(const BudgetChange& change)
{
    base::Sm3 digest;
    for (const Line& line : change.lines)
        for (const std::string& field :
             {line.code, line.name, std::string{to_text(line.kind)}, line.functional_code, line.economic_code})
            digest.add_field(field);
    for (const Document& document : change.documents) {
        for (const std::string& field :
             {document.number, document.issued_on.to_string(), std::string{to_text(document.kind)}, document.reason})
            digest.add_field(field);
        for (const DocumentLine& line : document.lines) digest.add_field(line.line + " " + line.amount.to_string());
    }
    for (const Contract& contract : change.contracts)
        for (const std::string& field :
             {contract.number, contract.title, contract.line, contract.payee, contract.amount.to_string(),
              contract.signed_on.to_string(), contract.service ? contract.service->first.to_string() : "",
              contract.service ? contract.service->last.to_string() : ""})
            digest.add_field(field);
    return digest.finish();
}

// Everything in one go; only another import at the same moment makes a guarded statement fail.
base::Result<void> store_change(BudgetStore& store, const BudgetChange& change, const std::string& import_id,
                                std::int64_t at_ms)
{
    const auto changed = [] { return base::fail(ErrorKind::conflict, "budget.import.changed_meanwhile"); };
    try {
        for (const Line& line : change.lines) store.add_line(line);
        for (const auto& [code, amount] : change.adjusted)
            if (amount != Money{} && !store.adjust_line(code, amount)) return changed();
        for (const auto& [code, amount] : change.committed)
            if (amount != Money{} && !store.commit_line(code, amount)) return changed();
        for (const Document& document : change.documents) store.add_document(document, import_id, at_ms);
        for (const Contract& contract : change.contracts) store.add_contract(contract, import_id, at_ms);
    } catch (const sql::SqlError& error) {
        if (error.violation() != sql::Violation::unique) throw;
        return changed();
    }
    return {};
}

}  // namespace

base::Result<void> Budgets::run_budget(const base::Actor& actor, base::FiscalYear year, ImportJob& job)
{
    TRY(require(actor, "budget.import"));
    TRY(check_year(year));
    TRY_ASSIGN(const BudgetWorkbook workbook, read_budget(job, year));

    sql::Transaction transaction{db_};
    BudgetStore store{db_, actor.org, year};
    const BudgetChange change = BudgetDecider{store, job}.decide(workbook);
    ImportOutcome& outcome = job.outcome;
    if (!outcome.problems.empty()) return {};
    outcome.added = static_cast<std::int64_t>(change.lines.size() + change.documents.size() + change.contracts.size());
    if (job.file.mode == ImportMode::dry_run) return {};
    outcome.stored = true;
    if (outcome.added == 0) return {};  // nothing changed, nothing to record

    const std::int64_t now = clock_.milliseconds_since_1970();
    if (!store.has_year()) store.add_year(now);
    const ImportRecord import{base::new_uuid(clock_), "budget", job.file.name, outcome.added, list_digest(change)};
    store.add_import(import, now);
    TRY(store_change(store, change, import.id, now));
    identity::record(db_, actor, clock_,
                     {"budget.import.budget", job.file.name, std::to_string(outcome.added), {}, import.list_digest});
    transaction.commit();
    return {};
}

base::Result<ImportOutcome> Budgets::import_budget(const base::Actor& actor, base::FiscalYear year,
                                                   const ImportFile& file)
{
    ImportJob job{file};
    TRY(run_budget(actor, year, job));
    return std::move(job.outcome);
}

}  // namespace budget
