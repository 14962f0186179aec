// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "app/commands.h"
#include "app/evaluation.h"
#include "app/run_form.h"
#include "cli/json.h"
#include "cli/progress.h"
#include "indicators/cli/evaluation_json.h"
#include "indicators/cli/evaluation_table.h"
#include "indicators/cli/run_output.h"
#include "indicators/rule_sets.h"

namespace app {

namespace {

// Refuses what cannot be read; what evaluate() refuses after that breaks a rule.
base::Result<EvaluationOptions> options_of(const cli::Office& office, base::FiscalYear year, const cli::Input& input)
{
    EvaluationOptions options{year, {}, input.text_or("--rule-set", "hubei-2020"), {}, input.text("--why")};
    TRY_ASSIGN(options.as_of, cli::as_of(input, year, office.clock));
    TRY(indicators::load_rule_set(options.rule_set));
    if (input.has("--corrects")) options.corrects = indicators::RunId{input.text("--corrects")};
    return options;
}

base::Result<indicators::Run> evaluate(const cli::Office& office, const EvaluationOptions& options,
                                       const cli::Terminal& terminal)
{
    const cli::Progress progress{terminal, "cli.progress.evaluate", {{"year", std::to_string(options.year.year)}}};
    return evaluate(office, options);
}

cli::Exit run(Desk& desk, const cli::Input& input, cli::Terminal& terminal)
{
    const auto year = year_of(input);
    if (!year) return refuse(terminal, year.error());
    const auto office = desk.open(input);
    if (!office) return refuse(terminal, office.error());
    const auto options = options_of(*office, *year, input);
    if (!options) return refuse(terminal, options.error());
    const auto finished = evaluate(*office, *options, terminal);
    if (!finished) return refuse_act(terminal, finished.error());
    terminal.note(terminal.words("app.evaluate.done", {{"run", finished->id.text()}, {"digest", finished->digest}}));
    const cli::Exit exit = print_scores(*office, *finished, options->rule_set, terminal);
    return exit == cli::Exit::done && has_errors(*finished) ? cli::Exit::errors_found : exit;
}

}  // namespace

cli::Exit print_scores(const cli::Office& office, const indicators::Run& run, const std::string& rule_set,
                       cli::Terminal& terminal)
{
    const auto rules = indicators::load_rule_set(rule_set);
    if (!rules) return refuse(terminal, rules.error());
    const RunAsForm shown = as_form(run);
    if (terminal.format == cli::Format::json) {
        cli::print_json(terminal.out, indicators::to_json(*rules, shown.form, shown.scored, terminal.language));
        return cli::Exit::done;
    }
    indicators::print_evaluation(*rules, shown.form, shown.scored, terminal);
    const auto facts = indicators::Indicators{office.db, office.clock, office.data}.facts(office.actor.org, run);
    if (!facts) return refuse(terminal, facts.error());
    indicators::print_missing(*facts, terminal);
    return cli::Exit::done;
}

void add_evaluate_command(cli::Program& program, Desk& desk)
{
    program.add(
        {.path = {"evaluate"},
         .summary = {"按记录计算指标并评分，留存一次评价", "measure the indicators, score them and keep the run"},
         .examples = {"mingji evaluate --year 2024 --rule-set hubei-2020"},
         .options = {{"--year", {"年度", "fiscal year"}, "YEAR", true},
                     {"--rule-set", {"评分规则编号或文件（默认 hubei-2020）", "id or file of the rule set"}, "ID"},
                     {"--as-of", {"截止日期（默认年末）", "last day that counts"}, "DATE"},
                     {"--corrects", {"更正哪一次评价", "the run that this one corrects"}, "RUN"},
                     {"--why", {"更正的原因", "why it is corrected"}, "TEXT"}},
         .run = [&desk](const cli::Input& input, cli::Terminal& terminal) { return run(desk, input, terminal); }});
}

}  // namespace app
