// SPDX-License-Identifier: Apache-2.0
#include "indicators/batch.h"

#include "base/sm3.h"
#include "indicators/run_change.h"
#include "indicators/store/frozen_store.h"
#include "indicators/store/run_store.h"

namespace indicators {

namespace {

// None where there is nothing to score.
std::optional<Run> scored(FrozenYear& frozen, const RuleSet& rules, TargetReader& read)
{
    if (frozen.targets.empty()) return std::nullopt;
    // What is stored went through the same replay on its way in.
    frozen.basis.indicators = replay(frozen.targets.indicators, frozen.targets.revisions, frozen.as_of).value();
    frozen.basis.goals = std::move(frozen.targets.goals);
    const EvaluationInput input = evaluation_input(frozen.basis, read);
    Run run = run_of(frozen.basis, input, evaluate(rules, input));
    run.as_of = frozen.as_of;
    run.fact_set = frozen.fact_set;
    run.facts_digest = frozen.facts_digest;
    return run;
}

}  // namespace

base::Result<std::vector<OrgRun>> evaluate_frozen(sql::Connection& db, const base::Clock& clock,
                                                  const base::Actor& actor, base::FiscalYear year, const RuleSet& rules,
                                                  const std::string& rule_set_digest)
{
    if (!actor.may("indicators.evaluate_all"))
        return base::fail(base::ErrorKind::forbidden, "indicators.evaluate_all.forbidden", {{"actor", actor.name}});

    sql::Transaction transaction{db};
    std::vector<OrgRun> runs;
    TargetReader read;
    for (FrozenYear& frozen : read_frozen_years(db, year)) {
        auto run = scored(frozen, rules, read);
        if (!run) continue;
        run->id = base::new_id<RunTag>(clock);
        run->at_ms = clock.milliseconds_since_1970();
        run->actor = actor.name;
        run->rule_set = {rules.id, rules.title, rule_set_digest};
        run->digest = base::sm3(serialised(*run));
        runs.emplace_back(frozen.org, *std::move(run));
    }
    RunStore{db}.add(runs);
    base::Actor on_behalf = actor;
    for (const auto& [org, run] : runs) {
        on_behalf.org = org;
        record_run(db, on_behalf, clock, run);
    }
    transaction.commit();
    return runs;
}

}  // namespace indicators
