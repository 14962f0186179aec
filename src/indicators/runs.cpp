// SPDX-License-Identifier: Apache-2.0
#include "base/sm3.h"
#include "indicators/facts.h"
#include "indicators/indicators.h"
#include "indicators/run_change.h"
#include "indicators/store/entry_store.h"
#include "indicators/store/fact_store.h"
#include "indicators/store/run_store.h"

namespace indicators {

base::Result<void> Indicators::check_request(const base::Actor& actor, const EvaluationRequest& request) const
{
    if (!actor.may("indicators.evaluate"))
        return base::fail(base::ErrorKind::forbidden, "indicators.evaluate.forbidden", {{"actor", actor.name}});
    TRY(in_force(actor.org, request.year, request.as_of));
    if (!request.corrects) return {};
    if (request.why.empty())
        return base::fail(base::ErrorKind::invalid, "indicators.run.why_missing", {{"id", request.corrects->text()}});
    TRY_ASSIGN(const Run corrected, find_run(actor.org, *request.corrects));
    if (corrected.year != request.year)
        return base::fail(base::ErrorKind::invalid, "indicators.run.other_year",
                          {{"id", request.corrects->text()}, {"year", std::to_string(corrected.year.year)}});
    return {};
}

base::Result<Run> Indicators::evaluate(const base::Actor& actor, const EvaluationRequest& request,
                                       const FactSource& source, const RuleSet& rules,
                                       const std::string& rule_set_digest)
{
    TRY(check_request(actor, request));

    sql::Transaction transaction{db_};
    TRY_ASSIGN(const TargetsInForce targets, in_force(actor.org, request.year, request.as_of));
    const EntryStore entered{db_, clock_};
    ScoringBasis basis{request.year,
                       targets.goals,
                       targets.indicators,
                       {},
                       entered.entries(actor.org, request.year),
                       entered.notes(actor.org, request.year)};

    // The facts come first: what is scored is what was frozen, and it can be scored again and disputed later.
    Collections collections{source};
    std::vector<Fact> facts = measure_all(targets, basis.entries, collections, request.year, request.as_of);
    for (Fact fact : request.execution) {
        fact.kind = FactKind::execution;
        facts.push_back(std::move(fact));
    }
    FactSet frozen = FactStore{db_, clock_}.add(actor.org, request.year, request.as_of, std::move(facts));
    basis.facts = std::move(frozen.facts);

    TargetReader read;
    const EvaluationInput input = evaluation_input(basis, read);
    Run run = run_of(basis, input, indicators::evaluate(rules, input));
    run.id = base::new_id<RunTag>(clock_);
    run.as_of = request.as_of;
    run.at_ms = clock_.milliseconds_since_1970();
    run.actor = actor.name;
    run.fact_set = frozen.id;
    run.facts_digest = frozen.digest;
    run.rule_set = {rules.id, rules.title, rule_set_digest};
    run.corrects = request.corrects;
    run.why = request.why;
    run.digest = base::sm3(serialised(run));
    RunStore{db_}.add({{actor.org, run}});
    record_run(db_, actor, clock_, run);
    transaction.commit();
    return run;
}

std::vector<Run> Indicators::runs(const base::OrgId& org) const
{
    return RunStore{db_}.all(org);
}

base::Result<Run> Indicators::find_run(const base::OrgId& org, const RunId& id) const
{
    return RunStore{db_}.find(org, id);
}

base::Result<std::vector<Fact>> Indicators::facts(const base::OrgId& org, const Run& run) const
{
    TRY_ASSIGN(FactSet set, (FactStore{db_, clock_}.find(org, run.fact_set, FactDetail::with_records)));
    return std::move(set.facts);
}

}  // namespace indicators
