// SPDX-License-Identifier: Apache-2.0
// What a year promises, changed by hand: the whole table before the first run, documents after it.
#include "identity/identity.h"
#include "indicators/core/fixed_targets.h"
#include "indicators/indicators.h"
#include "indicators/store/run_store.h"
#include "indicators/store/target_store.h"
#include "indicators/use_case.h"

namespace indicators {

using base::ErrorKind;

// Two changes at the same moment, each sound by itself, must not make an unsound whole.
void Indicators::one_at_a_time(const base::OrgId& org, base::FiscalYear year)
{
    db_.lock_until_commit(org.text() + " targets " + std::to_string(year.year));
}

// What a closed year promised, and how it is measured, is not set anew.
base::Result<void> Indicators::require_open(const base::OrgId& org, base::FiscalYear year) const
{
    if (!closing::Closings{db_, clock_}.is_closed(org, closing::Span::of_year(year))) return {};
    return base::fail(ErrorKind::conflict, "indicators.targets.year_closed", {{"year", std::to_string(year.year)}});
}

base::Result<std::vector<TargetProblem>> Indicators::set_targets(const base::Actor& actor, base::FiscalYear year,
                                                                 Targets next)
{
    TRY(may_edit(actor));
    sql::Transaction transaction{db_};
    closing::Gate{db_, clock_}.hold(actor);
    one_at_a_time(actor.org, year);
    const Targets stored = TargetStore{db_}.find(actor.org, year);
    next.revisions = stored.revisions;
    std::vector<TargetProblem> problems = check_table(next);
    if (next.indicators.empty())
        problems.push_back(
            {TargetList::indicators, std::nullopt, {}, {ErrorKind::invalid, "indicators.targets.no_indicators"}});
    if (!problems.empty()) return problems;
    next = normalised_targets(std::move(next));
    if (next == stored) return problems;
    TRY(require_open(actor.org, year));
    // Before the documents are replayed: what they find then is not what went wrong.
    const bool breaks_promises = RunStore{db_}.has_run(actor.org, year) && !changes_of_promises(stored, next).empty();
    if (breaks_promises)
        return base::fail(ErrorKind::conflict, "indicators.targets.fixed_by_run",
                          {{"year", std::to_string(year.year)}});
    problems = check_revisions(next);
    if (!problems.empty()) return problems;
    TargetStore{db_}.replace(actor.org, year, next);
    identity::record(db_, actor, clock_,
                     {"indicators.targets.set", std::to_string(year.year),
                      "indicators " + std::to_string(next.indicators.size()), digest_of(stored), digest_of(next)});
    transaction.commit();
    return problems;
}

base::Result<Indicators::RolledOver> Indicators::roll_over(const base::Actor& actor, base::FiscalYear from,
                                                           base::FiscalYear to, const std::set<std::string>& leave)
{
    TRY(may_edit(actor));
    TRY_ASSIGN(const TargetsInForce last, in_force(actor.org, from, from.last_day()));
    std::vector<IndicatorSetting> settings;
    std::set<std::string> unknown = leave;
    for (const IndicatorInForce& one : last.indicators) {
        unknown.erase(one.setting.code);
        if (!leave.contains(one.setting.code)) settings.push_back(one.setting);
    }
    if (!unknown.empty())
        return base::fail(ErrorKind::not_found, "indicators.indicator.unknown",
                          {{"year", std::to_string(from.year)}, {"indicator", *unknown.begin()}});
    RolledOver over{rolled_over(last.goals, settings, last.supports, from, to)};
    if (!targets(actor.org, to).empty()) return over;
    if (settings.empty()) return over;  // all of them stay behind
    TRY_ASSIGN(const std::vector<TargetProblem> problems, set_targets(actor, to, over.rolled.targets));
    // What was in force was sound; only a rule that came later finds something in it.
    if (!problems.empty()) return tl::unexpected(problems.front().error);
    over.stored = true;
    return over;
}

base::Result<std::vector<TargetProblem>> Indicators::revise(const base::Actor& actor, base::FiscalYear year,
                                                            const std::vector<RevisionChange>& document)
{
    TRY(may_edit(actor));
    sql::Transaction transaction{db_};
    closing::Gate gate{db_, clock_, correction_};
    gate.hold(actor);
    one_at_a_time(actor.org, year);
    Targets targets = TargetStore{db_}.find(actor.org, year);
    if (targets.empty())
        return base::fail(ErrorKind::not_found, "indicators.targets.none", {{"year", std::to_string(year.year)}});
    const std::size_t first = targets.revisions.size();
    const std::string before = digest_of(targets);
    for (const RevisionChange& change : document) {
        for (std::size_t i = 0; i < first; ++i)
            if (targets.revisions[i].document == change.document)
                return base::fail(ErrorKind::conflict, "indicators.revision.document_taken",
                                  {{"document", change.document}});
        targets.revisions.push_back(change);
    }
    std::vector<TargetProblem> problems = check_revisions(targets);
    for (TargetProblem& problem : problems) {
        // A document dated before another one may break that one's rows: then the document as a whole is at fault.
        if (problem.row && *problem.row < first) problem.row.reset();
        if (problem.row) *problem.row -= first;
    }
    if (!problems.empty()) return problems;
    TRY_ASSIGN(const auto correction, gate.admit(actor, closing::Span::of_year(year)));
    TargetStore{db_}.add(actor.org, year, document, correction);
    const RevisionChange& head = document.front();
    identity::record(db_, actor, clock_,
                     {"indicators.revision.issue", std::to_string(year.year) + " " + head.document,
                      head.date.to_string() + ", changes " + std::to_string(document.size()) + gate.note(), before,
                      digest_of(targets)});
    transaction.commit();
    return problems;
}

bool Indicators::has_run(const base::OrgId& org, base::FiscalYear year) const
{
    return RunStore{db_}.has_run(org, year);
}

}  // namespace indicators
