// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/sm3.h"
#include "identity/identity.h"
#include "indicators/core/fixed_targets.h"
#include "indicators/indicators.h"
#include "indicators/store/entry_store.h"
#include "indicators/store/evidence_files.h"
#include "indicators/store/run_store.h"
#include "indicators/store/target_store.h"
#include "indicators/use_case.h"

namespace indicators {

namespace {

std::int64_t count(std::size_t size)
{
    return static_cast<std::int64_t>(size);
}

ImportOutcome outcome_of(const TargetsImport& import)
{
    ImportOutcome outcome;
    outcome.goals = count(import.targets.goals.size());
    outcome.indicators = count(import.targets.indicators.size());
    outcome.supports = count(import.targets.supports.size());
    outcome.revisions = count(import.targets.revisions.size());
    outcome.examples = import.examples;
    outcome.sheets_passed_over = import.sheets_passed_over;
    outcome.problems = import.problems;
    return outcome;
}

// What is stored and not in the workbook stays, for nothing that was entered is deleted: K01 偏差原因.
std::vector<std::string> kept_by(const TargetsImport& import, const std::vector<Entry>& entries,
                                 const std::vector<Note>& notes)
{
    std::vector<std::string> kept;
    for (const Entry& entry : entries)
        if (std::none_of(import.entries.begin(), import.entries.end(),
                         [&](const Entry& said) { return said.code == entry.code; }))
            kept.push_back(entry.code + " 人工填报");
    for (const Note& note : notes)
        if (std::none_of(import.notes.begin(), import.notes.end(),
                         [&](const Note& said) { return said.code == note.code && said.kind == note.kind; }))
            kept.push_back(note.code + " " + std::string{chinese(note.kind)});
    return kept;
}

void add_problems(const Targets& stored, const TargetsImport& import, ImportOutcome& outcome)
{
    for (FixedTargetProblem& problem : changes_of_promises(stored, import.targets)) {
        const bool has_row = problem.indicator < import.indicator_rows.size();
        const ImportRow row = has_row ? import.indicator_rows[problem.indicator] : ImportRow{import.file};
        outcome.problems.push_back({row.place, {}, std::move(problem.error), row.sheet, row.row});
    }
}

// Only an import that has something for the year to remember asks whether it is closed.
base::Result<std::optional<std::string>> correction_of(closing::Gate& gate, const base::Actor& actor,
                                                       base::FiscalYear year, const TargetsImport& import)
{
    if (import.entries.empty() && import.notes.empty() && import.evidence.empty()) return std::optional<std::string>{};
    return gate.admit(actor, closing::Span::of_year(year));
}

}  // namespace

base::Result<ImportOutcome> Indicators::import_targets(const base::Actor& actor, base::FiscalYear year,
                                                       const TargetsImport& import, ImportMode mode)
{
    if (!actor.may("indicators.import"))
        return base::fail(base::ErrorKind::forbidden, "indicators.import.forbidden", {{"actor", actor.name}});
    ImportOutcome outcome = outcome_of(import);
    if (!outcome.problems.empty()) return outcome;
    TargetsImport next = import;
    next.targets = normalised_targets(std::move(next.targets));
    if (mode == ImportMode::dry_run) next.evidence.clear();  // what is rolled back must not leave files behind

    sql::Transaction transaction{db_};
    closing::Gate gate{db_, clock_, correction_};
    gate.hold(actor);
    one_at_a_time(actor.org, year);
    const Targets stored = TargetStore{db_}.find(actor.org, year);
    outcome.changed = stored != next.targets;
    if (outcome.changed && RunStore{db_}.has_run(actor.org, year)) add_problems(stored, next, outcome);
    if (!outcome.problems.empty()) return outcome;
    TRY(store_targets(actor, year, next, outcome, gate));
    outcome.stored = mode == ImportMode::store;
    if (mode == ImportMode::dry_run) return outcome;  // the transaction takes everything back
    if (!outcome.changed && outcome.entries + outcome.notes + outcome.evidence == 0) return outcome;
    const std::string detail = "indicators " + std::to_string(outcome.indicators) + ", revisions " +
                               std::to_string(outcome.revisions) + ", entries " + std::to_string(outcome.entries) +
                               ", notes " + std::to_string(outcome.notes) + ", evidence " +
                               std::to_string(outcome.evidence) + gate.note();
    identity::record(db_, actor, clock_,
                     {"indicators.targets.import", std::to_string(year.year) + " " + import.file, detail,
                      digest_of(stored), digest_of(next.targets)});
    transaction.commit();
    return outcome;
}

base::Result<void> Indicators::store_targets(const base::Actor& actor, base::FiscalYear year,
                                             const TargetsImport& import, ImportOutcome& outcome, closing::Gate& gate)
{
    if (outcome.changed) {
        TRY(require_open(actor.org, year));
    }
    TRY_ASSIGN(const auto correction, correction_of(gate, actor, year, import));
    if (outcome.changed) TargetStore{db_}.replace(actor.org, year, import.targets);
    EntryStore entered{db_, clock_, correction};
    outcome.kept = kept_by(import, entered.entries(actor.org, year), entered.notes(actor.org, year));
    for (const Entry& entry : import.entries) outcome.entries += entered.add(actor.org, year, entry) ? 1 : 0;
    for (const Note& note : import.notes) outcome.notes += entered.add(actor.org, year, note) ? 1 : 0;
    // A file that is kept and then not named by any row does no harm; a row without its file would.
    const base::ContentStore files = evidence_files(data_);
    for (const EvidenceName& name : import.evidence) {
        TRY_ASSIGN(const base::ContentStore::Kept kept, files.keep(name.file, most_evidence_bytes));
        const Evidence evidence{name.code, name.file.filename().string(), kept.digest, kept.bytes};
        outcome.evidence += entered.add(actor.org, year, evidence) ? 1 : 0;
    }
    return {};
}

base::Result<void> Indicators::require_indicator(const base::OrgId& org, base::FiscalYear year,
                                                 const std::string& code) const
{
    const Targets known = targets(org, year);
    const auto named = [&](const auto& thing) { return thing.code == code; };
    if (std::any_of(known.indicators.begin(), known.indicators.end(), named)) return {};
    if (std::any_of(known.revisions.begin(), known.revisions.end(), named)) return {};
    return base::fail(base::ErrorKind::not_found, "indicators.indicator.unknown",
                      {{"indicator", code}, {"year", std::to_string(year.year)}});
}

base::Result<void> Indicators::enter(const base::Actor& actor, base::FiscalYear year, const Entry& entry)
{
    TRY(may_edit(actor));
    if (!entry.published.empty() && !base::Decimal::parse(entry.published))
        return base::fail(base::ErrorKind::invalid, "indicators.import.published_malformed",
                          {{"text", entry.published}});
    sql::Transaction transaction{db_};
    TRY(require_indicator(actor.org, year, entry.code));
    closing::Gate gate{db_, clock_, correction_};
    TRY_ASSIGN(const auto correction, gate.admit(actor, closing::Span::of_year(year)));
    if (!EntryStore{db_, clock_, correction}.add(actor.org, year, entry)) return {};
    identity::record(
        db_, actor, clock_,
        {"indicators.entry.add", std::to_string(year.year) + " " + entry.code,
         (entry.is_taken_back() ? "taken back" : entry.actual + "; " + entry.band + "; " + entry.published) +
             gate.note()});
    transaction.commit();
    return {};
}

base::Result<void> Indicators::note(const base::Actor& actor, base::FiscalYear year, const Note& note)
{
    TRY(may_edit(actor));
    sql::Transaction transaction{db_};
    TRY(require_indicator(actor.org, year, note.code));
    closing::Gate gate{db_, clock_, correction_};
    TRY_ASSIGN(const auto correction, gate.admit(actor, closing::Span::of_year(year)));
    if (!EntryStore{db_, clock_, correction}.add(actor.org, year, note)) return {};
    identity::record(
        db_, actor, clock_,
        {"indicators.note.add", std::to_string(year.year) + " " + note.code,
         std::string{to_text(note.kind)} + ": " + (note.is_taken_back() ? "taken back" : note.text) + gate.note()});
    transaction.commit();
    return {};
}

Targets Indicators::targets(const base::OrgId& org, base::FiscalYear year) const
{
    return TargetStore{db_}.find(org, year);
}

base::Result<TargetsInForce> Indicators::in_force(const base::OrgId& org, base::FiscalYear year, base::Date date) const
{
    const Targets stored = targets(org, year);
    if (stored.empty())
        return base::fail(base::ErrorKind::not_found, "indicators.targets.none", {{"year", std::to_string(year.year)}});
    auto in_force = replay(stored.indicators, stored.revisions, date);
    // What is stored went through the same replay on its way in.
    if (!in_force) return tl::unexpected(in_force.error().front().error);
    return TargetsInForce{stored.goals, *std::move(in_force), stored.supports};
}

std::vector<base::FiscalYear> Indicators::years(const base::OrgId& org) const
{
    return TargetStore{db_}.years(org);
}

std::vector<Entry> Indicators::entries(const base::OrgId& org, base::FiscalYear year) const
{
    return EntryStore{db_, clock_}.entries(org, year);
}

std::vector<Note> Indicators::notes(const base::OrgId& org, base::FiscalYear year) const
{
    return EntryStore{db_, clock_}.notes(org, year);
}

}  // namespace indicators
