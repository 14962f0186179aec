// SPDX-License-Identifier: Apache-2.0
#include "app/commands.h"
#include "identity/identity.h"

namespace app {

namespace {

// What it did under its old name stays; reports that are made from now on carry the new one.
cli::Exit rename(Desk& desk, const cli::Input& input, cli::Terminal& terminal)
{
    const auto office = desk.open(input);
    if (!office) return refuse(terminal, office.error());
    identity::OrganisationChange change;
    change.name = input.text("NAME");
    const auto renamed =
        identity::Organisations{office->db, office->clock}.change(office->actor, office->actor.org, change);
    if (!renamed) return refuse_act(terminal, renamed.error());
    terminal.note(terminal.words("app.organisation.renamed", {{"name", renamed->name}}));
    return cli::Exit::done;
}

}  // namespace

void add_organisation_commands(cli::Program& program, Desk& desk)
{
    program.add(
        {.path = {"organisations", "rename"},
         .summary = {"更改单位名称", "give an organisation another name"},
         .examples = {"mingji organisations rename 某某区机关事务服务中心"},
         .arguments = {{"NAME", {"新的名称", "the new name"}}},
         .run = [&desk](const cli::Input& input, cli::Terminal& terminal) { return rename(desk, input, terminal); }});
}

}  // namespace app
