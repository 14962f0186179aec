// SPDX-License-Identifier: Apache-2.0
#include "app/evaluation.h"

#include "app/budget_facts.h"
#include "app/sources.h"
#include "base/sm3.h"
#include "indicators/rule_sets.h"

namespace app {

base::Result<indicators::Run> evaluate(const cli::Office& office, const EvaluationOptions& options)
{
    TRY_ASSIGN(const indicators::RuleSet rules, indicators::load_rule_set(options.rule_set));
    TRY_ASSIGN(const std::string rules_text, indicators::rule_set_text(options.rule_set));
    indicators::EvaluationRequest request{options.year, options.as_of, {}, options.corrects, options.why};
    const budget::Budgets budgets{office.db, office.clock};
    TRY_ASSIGN(const std::vector<budget::Line> lines, budgets.lines(office.actor.org, options.year));
    TRY_ASSIGN(const auto services, budgets.services(office.actor.org, options.year, request.as_of));
    const indicators::FactSource source = sources_of(office, options.year);
    TRY_ASSIGN(request.execution, budget_facts(lines, services, source, request.as_of));
    return indicators::Indicators{office.db, office.clock, office.data}.evaluate(office.actor, request, source, rules,
                                                                                 base::sm3(rules_text));
}

}  // namespace app
