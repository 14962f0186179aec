// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "base/actor.h"
#include "base/clock.h"
#include "base/records.h"
#include "base/result.h"
#include "closing/closing.h"
#include "indicators/core/roll_over.h"
#include "indicators/core/run.h"
#include "indicators/core/target_checks.h"
#include "indicators/core/targets.h"
#include "indicators/import.h"
#include "sql/connection.h"
#include "sql/migration.h"

namespace indicators {

std::span<const sql::Migration> migrations();

// Hands over the records a measure's 数据来源 names (台账:会议台账, 预算:支付). This slice knows no other one.
using FactSource = std::function<base::Result<base::Records>(const std::string& source)>;

enum class ImportMode { store, dry_run };

struct ImportOutcome {
    bool stored = false;
    std::int64_t goals = 0;
    std::int64_t indicators = 0;
    std::int64_t supports = 0;
    std::int64_t revisions = 0;          // lines of revision documents
    std::int64_t entries = 0;            // new or changed ones
    std::int64_t notes = 0;              // new or changed ones
    std::int64_t evidence = 0;           // files that were not there yet
    bool changed = false;                // the targets themselves
    std::vector<std::string> kept = {};  // entries and notes that are stored and not in the workbook: K01 偏差原因
    std::vector<std::string> examples = {};
    std::vector<std::string> sheets_passed_over = {};
    std::vector<ImportProblem> problems = {};
};

struct TargetsInForce {
    std::vector<Goal> goals;
    std::vector<IndicatorInForce> indicators;
    std::vector<SupportingMeasure> supports;
};

struct EvaluationRequest {
    base::FiscalYear year;
    base::Date as_of;  // indicators in force, and the last day that counts
    std::vector<Fact> execution =
        {};  // the budget's facts, kind execution, unsealed; with a measure where there is one
    std::optional<RunId> corrects = {};  // a finished run that this one corrects, and why
    std::string why = {};
};

struct DamagedEvidence {
    Evidence evidence;
    bool missing = false;  // else its content is not what was kept
};

struct EvidenceUse {
    base::FiscalYear year;
    Evidence evidence;
};

// What changed behind a run since it was made. Nothing of it changes the run.
struct Verification {
    std::vector<FactChange> changes = {};      // facts whose records or value differ now
    std::vector<std::string> unreadable = {};  // codes of facts whose source cannot be asked any more
    std::vector<DamagedEvidence> evidence = {};
    std::vector<std::string> broken_seals =
        {};                 // codes of facts whose digest does not fit them; "run" for the run itself
    std::size_t facts = 0;  // that were looked at
    std::size_t records = 0;

    bool clean() const { return changes.empty() && unreadable.empty() && evidence.empty() && broken_seals.empty(); }
};

// A year's targets and their evaluation. The organisation is the actor's; the data folder keeps the evidence. A
// refusal leaves nothing behind; use cases refuse <permission>.forbidden. Of a closed year the promises stay: entries,
// notes, evidence and documents of 指标调整 come with a correction, or are refused as closing::Gate::admit() does, and
// the table itself as indicators.targets.year_closed {year}. Runs only read: they stay possible.
class Indicators {
public:
    Indicators(sql::Connection& db, const base::Clock& clock, std::filesystem::path data,
               std::optional<closing::Correction> correction = {})
        : db_{db}, clock_{clock}, data_{std::move(data)}, correction_{std::move(correction)}
    {
    }

    // Permission indicators.import. All or nothing: with problems nothing is stored and all of them are said. Until the
    // year's first run the workbook takes the place of what was there; after it the promises stay as they are and only
    // documents of 指标调整 change them: problems indicators.import.fixed_by_run {indicator, part, before, after} and
    // .document_missing {document}. Entries, notes and evidence are added, never taken away.
    base::Result<ImportOutcome> import_targets(const base::Actor& actor, base::FiscalYear year,
                                               const TargetsImport& import, ImportMode mode = ImportMode::store);
    // Permission indicators.edit. The whole of goals, indicators and supporting measures, as a grid has them; documents
    // of 指标调整 stay as they are. With problems nothing is stored. Refuses indicators.targets.fixed_by_run: after the
    // year's first run promises change by document only (how they are measured may still be put right).
    base::Result<std::vector<TargetProblem>> set_targets(const base::Actor& actor, base::FiscalYear year, Targets next);
    // Permission indicators.edit. What `from` promised at its end becomes the first table of `to` (core/roll_over.h),
    // if that has none: then `stored`. Refuses indicators.targets.none for `from`.
    struct RolledOver {
        RolledTargets rolled;
        bool stored = false;
    };
    base::Result<RolledOver> roll_over(const base::Actor& actor, base::FiscalYear from, base::FiscalYear to,
                                       const std::set<std::string>& leave = {});
    // Permission indicators.edit. One dated document more; with problems (of rows of the document) nothing is stored.
    // Refuses indicators.targets.none and indicators.revision.document_taken {document}.
    base::Result<std::vector<TargetProblem>> revise(const base::Actor& actor, base::FiscalYear year,
                                                    const std::vector<RevisionChange>& document);
    // Permission indicators.edit. Refuses indicators.indicator.unknown and indicators.import.published_malformed. One
    // that says nothing takes back what was entered before; both stay in the history.
    base::Result<void> enter(const base::Actor& actor, base::FiscalYear year, const Entry& entry);
    base::Result<void> note(const base::Actor& actor, base::FiscalYear year, const Note& note);
    // Keeps a copy of the file under its digest; without a name it is called as it is there. Refuses
    // content.file.unreadable, .too_large and indicators.evidence.quota_exceeded {most} too.
    base::Result<Evidence> add_evidence(const base::Actor& actor, base::FiscalYear year, const std::string& code,
                                        const std::filesystem::path& file, const std::string& name = {});

    Targets targets(const base::OrgId& org, base::FiscalYear year) const;
    // Refuses indicators.targets.none.
    base::Result<TargetsInForce> in_force(const base::OrgId& org, base::FiscalYear year, base::Date date) const;
    // Refuses indicators.indicator.unknown for a code that nobody ever promised in that year.
    base::Result<void> require_indicator(const base::OrgId& org, base::FiscalYear year, const std::string& code) const;
    std::vector<base::FiscalYear> years(const base::OrgId& org) const;
    std::vector<Entry> entries(const base::OrgId& org, base::FiscalYear year) const;
    std::vector<Note> notes(const base::OrgId& org, base::FiscalYear year) const;
    // What the year was closed with, or would be: its promises, and what names no correction.
    std::vector<closing::Content> contents(const base::OrgId& org, base::FiscalYear year) const;
    bool has_run(const base::OrgId& org, base::FiscalYear year) const;
    std::vector<Evidence> evidence(const base::OrgId& org, base::FiscalYear year) const;
    std::filesystem::path evidence_path(const Evidence& evidence) const;
    // The file, read through to see that it is what was kept. Refuses indicators.evidence.damaged {file}.
    base::Result<std::filesystem::path> intact_evidence(const Evidence& evidence) const;
    // Every name under which a file was handed in, with the years. Refuses indicators.evidence.unknown.
    base::Result<std::vector<EvidenceUse>> evidence_uses(const base::OrgId& org, const std::string& digest) const;
    // Of every file of the year, whether it still is what was kept.
    std::vector<DamagedEvidence> damaged_evidence(const base::OrgId& org, base::FiscalYear year) const;

    // Permission indicators.evaluate. Freezes the facts, stores them, scores them and stores the run, in one
    // transaction. Refuses indicators.targets.none, indicators.run.unknown, .other_year and .why_missing.
    base::Result<Run> evaluate(const base::Actor& actor, const EvaluationRequest& request, const FactSource& source,
                               const RuleSet& rules, const std::string& rule_set_digest);
    // What evaluate() would refuse before it measures anything.
    base::Result<void> check_request(const base::Actor& actor, const EvaluationRequest& request) const;
    // Oldest first, without rows and findings.
    std::vector<Run> runs(const base::OrgId& org) const;
    // Refuses indicators.run.unknown.
    base::Result<Run> find_run(const base::OrgId& org, const RunId& id) const;
    // The frozen facts of a run, with their records.
    base::Result<std::vector<Fact>> facts(const base::OrgId& org, const Run& run) const;
    base::Result<Verification> verify(const base::OrgId& org, const RunId& id, const FactSource& source) const;
    // Of one fact alone: its records, its value and its own seal; nothing else is measured, and no evidence is read.
    // Refuses indicators.fact.unknown {code} too.
    base::Result<Verification> verify_fact(const base::OrgId& org, const RunId& id, const std::string& code,
                                           const FactSource& source) const;

private:
    base::Result<void> require_open(const base::OrgId& org, base::FiscalYear year) const;
    void one_at_a_time(const base::OrgId& org, base::FiscalYear year);
    base::Result<void> store_targets(const base::Actor& actor, base::FiscalYear year, const TargetsImport& import,
                                     ImportOutcome& outcome, closing::Gate& gate);

    sql::Connection& db_;
    const base::Clock& clock_;
    std::filesystem::path data_;
    std::optional<closing::Correction> correction_;
};

// Measures of these targets that no record can answer as things stand: their source or a column is not there. Each
// with the reason in `missing`. What only lacks records yet is not one of them.
std::vector<Fact> unanswerable(const Targets& targets, base::FiscalYear year, base::Date as_of,
                               const FactSource& source);

}  // namespace indicators
