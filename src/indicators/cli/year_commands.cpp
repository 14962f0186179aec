// SPDX-License-Identifier: Apache-2.0
#include "indicators/cli/year_commands.h"

#include "cli/json.h"
#include "closing/cli/correction_options.h"
#include "indicators/cli/run_output.h"

namespace indicators {

namespace {

using ::cli::Exit;
using ::cli::Input;
using ::cli::Terminal;

Exit list(const ::cli::OpenOffice& open, const Input& input, Terminal& terminal)
{
    const auto year = year_of(input);
    if (!year) return refuse(terminal, year.error());
    const auto office = open(input);
    if (!office) return refuse(terminal, office.error());
    const auto as_of = ::cli::as_of(input, *year, office->clock);
    if (!as_of) return refuse(terminal, as_of.error());
    const auto targets = Indicators{office->db, office->clock, office->data}.in_force(office->actor.org, *year, *as_of);
    if (!targets) return refuse(terminal, targets.error());
    print_targets(*targets, terminal);
    return Exit::done;
}

Exit runs(const ::cli::OpenOffice& open, const Input& input, Terminal& terminal)
{
    const auto office = open(input);
    if (!office) return refuse(terminal, office.error());
    print_runs(Indicators{office->db, office->clock, office->data}.runs(office->actor.org), terminal);
    return Exit::done;
}

Exit show(const ::cli::OpenOffice& open, const Input& input, Terminal& terminal)
{
    const auto office = open(input);
    if (!office) return refuse(terminal, office.error());
    const Indicators indicators{office->db, office->clock, office->data};
    const auto run = indicators.find_run(office->actor.org, RunId{input.text("RUN")});
    if (!run) return refuse(terminal, run.error());
    const auto facts = indicators.facts(office->actor.org, *run);
    if (!facts) return refuse(terminal, facts.error());
    print_run(*run, *facts, terminal);
    return Exit::done;
}

Exit verify(const ::cli::OpenOffice& open, const SourceOf& source_of, const Input& input, Terminal& terminal)
{
    const auto office = open(input);
    if (!office) return refuse(terminal, office.error());
    const Indicators indicators{office->db, office->clock, office->data};
    const RunId id{input.text("RUN")};
    const auto run = indicators.find_run(office->actor.org, id);
    if (!run) return refuse(terminal, run.error());
    const auto found = indicators.verify(office->actor.org, id, source_of(*office, run->year));
    if (!found) return refuse(terminal, found.error());
    print_verification(*found, terminal);
    return found->clean() ? Exit::done : Exit::errors_found;
}

Exit add_evidence(const ::cli::OpenOffice& open, const Input& input, Terminal& terminal)
{
    const auto year = year_of(input);
    if (!year) return refuse(terminal, year.error());
    const auto office = open(input);
    if (!office) return refuse(terminal, office.error());
    Indicators indicators{office->db, office->clock, office->data, closing::correction_of(input)};
    const auto kept = indicators.add_evidence(office->actor, *year, input.text("CODE"), input.text("FILE"));
    if (!kept) return refuse(terminal, kept.error());
    print_evidence(*kept, terminal);
    return Exit::done;
}

const ::cli::Option year_option{"--year", {"年度", "fiscal year"}, "YEAR", true};

}  // namespace

void add_commands(::cli::Program& program, const ::cli::OpenOffice& open, const SourceOf& source_of)
{
    program.add(
        {.path = {"indicators", "list"},
         .summary = {"列出一年的绩效指标", "list a year's indicators"},
         .examples = {"mingji indicators list --year 2024"},
         .options = {year_option, {"--as-of", {"哪一天生效的指标（默认年末）", "in force on this day"}, "DATE"}},
         .run = [open](const Input& input, Terminal& terminal) { return list(open, input, terminal); }});
    program.add({.path = {"indicators", "runs"},
                 .summary = {"列出全部评价", "list all runs"},
                 .examples = {"mingji indicators runs"},
                 .run = [open](const Input& input, Terminal& terminal) { return runs(open, input, terminal); }});
    program.add({.path = {"indicators", "show"},
                 .summary = {"查看一次评价和它背后的数", "show a run and the facts behind it"},
                 .examples = {"mingji indicators show RUN"},
                 .arguments = {{"RUN", {"评价编号", "id of the run"}}},
                 .run = [open](const Input& input, Terminal& terminal) { return show(open, input, terminal); }});
    program.add({.path = {"indicators", "verify"},
                 .summary = {"核对一次评价背后的记录有没有变化", "say which records behind a run changed since"},
                 .examples = {"mingji indicators verify RUN"},
                 .arguments = {{"RUN", {"评价编号", "id of the run"}}},
                 .run = [open, source_of](const Input& input, Terminal& terminal) {
                     return verify(open, source_of, input, terminal);
                 }});
    program.add(
        {.path = {"indicators", "evidence", "add"},
         .summary = {"为一个指标保存佐证文件", "keep a file as evidence of an indicator"},
         .examples = {"mingji indicators evidence add C1 会议签到表.xlsx --year 2024"},
         .arguments = {{"CODE", {"指标编码", "code of the indicator"}}, {"FILE", {"文件", "file"}}},
         .options = closing::with_correction({year_option}),
         .run = [open](const Input& input, Terminal& terminal) { return add_evidence(open, input, terminal); }});
}

}  // namespace indicators
