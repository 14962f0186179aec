// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <optional>
#include <set>
#include <string>

#include "base/sm3.h"
#include "budget/budget.h"
#include "budget/stored_difference.h"
#include "budget/use_case.h"
#include "identity/identity.h"

namespace budget {

using base::ErrorKind;
using base::Money;

namespace {

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
    BudgetDecider(const BudgetStore& store, const BudgetWorkbook& workbook, ImportJob& job)
        : workbook_{workbook}, job_{job}, moved_lines_{workbook.moved_lines}
    {
        for (const Line& line : store.lines()) lines_[line.code] = line;
        for (const Document& document : store.documents()) documents_[document.number] = document;
        for (const Contract& contract : store.contracts()) contracts_[contract.number] = contract;
    }

    BudgetChange decide()
    {
        for (const Placed<Line>& line : workbook_.lines)
            if (is_new(lines_, line.value.code, line)) change_.lines.push_back(line.value);
        for (const Line& line : change_.lines) lines_[line.code] = line;
        for (const PlacedDocument& document : workbook_.documents) add(document);
        refuse_overdrawn();
        for (const Placed<Contract>& contract : workbook_.contracts) add(contract);
        return std::move(change_);
    }

private:
    // A stored one that says the same is skipped, one that says something else is a problem.
    template <class T, class Said>
    bool is_new(const std::map<std::string, T>& stored, const std::string& name, const Said& said)
    {
        const auto known = stored.find(name);
        if (known == stored.end()) return true;
        if (says_the_same(job_, known->second, said)) ++job_.outcome.skipped;
        return false;
    }

    // What is available on the line with all that this workbook added so far; none of an unknown line.
    std::optional<Money> available(const std::string& code, const CellAt& at)
    {
        const auto line = lines_.find(code);
        if (line != lines_.end()) return line->second.available() + change_.adjusted[code] - change_.committed[code];
        if (!workbook_.line_codes.contains(code))
            job_.refuse(at, {ErrorKind::not_found, "budget.line.unknown", {{"line", code}}});
        return std::nullopt;
    }

    void add(const PlacedDocument& document)
    {
        for (const DocumentLine& line : document.value.lines) job_.outcome.amount_read += line.amount;
        const bool is_stored = documents_.contains(document.value.number);
        if (is_stored && !document.is_sound) return;
        if (!is_new(documents_, document.value.number, document)) return;
        change_.documents.push_back(document.value);
        for (std::size_t i = 0; i < document.value.lines.size(); ++i) {
            const auto& [line, amount] = document.value.lines[i];
            if (!available(line, document.rows[i].cell(DocumentColumn::line))) {
                moved_lines_.add_all();  // it may be meant for any line
                continue;
            }
            change_.adjusted[line] += amount;
            job_.outcome.amount += amount;
            if (amount < Money{}) last_cut_[line] = {amount, document.rows[i].cell(DocumentColumn::amount)};
        }
    }

    // Only what all documents leave together counts: their order in the sheet is the clerk's.
    void refuse_overdrawn()
    {
        for (const auto& [line, cut] : last_cut_) {
            const auto left = available(line, cut.at);
            if (left && *left < Money{})
                refuse("budget.document.exceeds_available", line, cut.amount, *left - cut.amount, cut.at);
        }
    }

    void add(const Placed<Contract>& said)
    {
        const auto& [contract, row] = said;
        if (!is_new(contracts_, contract.number, said)) return;
        change_.contracts.push_back(contract);
        const auto left = available(contract.line, row.cell(ContractColumn::line));
        if (!left) return;
        change_.committed[contract.line] += contract.amount;
        if (*left < contract.amount)
            refuse("budget.contract.exceeds_available", contract.line, contract.amount, *left,
                   row.cell(ContractColumn::amount));
    }

    void refuse(const std::string& code, const std::string& line, Money amount, Money left, const CellAt& at)
    {
        if (moved_lines_.contains(line)) return;
        job_.refuse(at, {ErrorKind::conflict,
                         code,
                         {{"line", line}, {"amount", amount.to_string()}, {"available", left.to_string()}}});
    }

    struct Cut {
        Money amount;
        CellAt at;
    };

    const BudgetWorkbook& workbook_;
    ImportJob& job_;
    Doubtful moved_lines_;
    std::map<std::string, Line> lines_;
    std::map<std::string, Document> documents_;
    std::map<std::string, Contract> contracts_;
    std::map<std::string, Cut> last_cut_;
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

// By the month or year that a record belongs to: the correction that it has to name, if that is closed.
using Corrections = std::map<closing::Span, std::optional<std::string>>;

base::Result<Corrections> admit(closing::Gate& gate, const base::Actor& actor, base::FiscalYear year,
                                const BudgetChange& change)
{
    std::set<closing::Span> spans;
    if (!change.lines.empty()) spans.insert(closing::Span::of_year(year));
    for (const Document& document : change.documents) spans.insert(closing::Span::in_year(year, document.issued_on));
    for (const Contract& contract : change.contracts) spans.insert(closing::Span::in_year(year, contract.signed_on));
    Corrections corrections;
    for (const closing::Span& span : spans) {
        TRY_ASSIGN(corrections[span], gate.admit(actor, span));
    }
    return corrections;
}

// Everything in one go; only another import at the same moment makes a guarded statement fail.
base::Result<void> store_change(BudgetStore& store, base::FiscalYear year, const BudgetChange& change,
                                const Origin& import, const Corrections& corrections)
{
    const auto from = [&](const closing::Span& span) {
        return Origin{import.import_id, corrections.at(span), import.at_ms};
    };
    const auto changed = [] { return base::fail(ErrorKind::conflict, "budget.import.changed_meanwhile"); };
    try {
        for (const auto& [span, correction] : corrections)
            if (span.is_year())
                for (const Line& line : change.lines) store.add_line(line, correction);
        for (const auto& [code, amount] : change.adjusted)
            if (amount != Money{} && !store.adjust_line(code, amount)) return changed();
        for (const auto& [code, amount] : change.committed)
            if (amount != Money{} && !store.commit_line(code, amount)) return changed();
        for (const Document& document : change.documents)
            store.add_document(document, from(closing::Span::in_year(year, document.issued_on)));
        for (const Contract& contract : change.contracts)
            store.add_contract(contract, from(closing::Span::in_year(year, contract.signed_on)));
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
    const BudgetChange change = BudgetDecider{store, workbook, job}.decide();
    ImportOutcome& outcome = job.outcome;
    if (!outcome.problems.empty()) return {};
    outcome.added = static_cast<std::int64_t>(change.lines.size() + change.documents.size() + change.contracts.size());
    closing::Gate gate{db_, clock_, correction_};
    TRY_ASSIGN(const Corrections corrections, admit(gate, actor, year, change));
    if (job.file.mode == ImportMode::dry_run) return {};
    outcome.stored = true;
    if (outcome.added == 0) return {};  // nothing changed, nothing to record

    const std::int64_t now = clock_.milliseconds_since_1970();
    if (!store.has_year()) store.add_year(now);
    const ImportRecord import{base::new_uuid(clock_), "budget", job.file.name, outcome.added, list_digest(change)};
    store.add_import(import, now);
    TRY(store_change(store, year, change, {import.id, {}, now}, corrections));
    identity::record(
        db_, actor, clock_,
        {"budget.import.budget", job.file.name, std::to_string(outcome.added) + gate.note(), {}, import.list_digest});
    transaction.commit();
    return {};
}

base::Result<ImportOutcome> Budgets::import_budget(const base::Actor& actor, base::FiscalYear year,
                                                   const ImportFile& file)
{
    ImportJob job{file};
    TRY(run_budget(actor, year, job));
    return job.finish();
}

}  // namespace budget
