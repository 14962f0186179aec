// SPDX-License-Identifier: Apache-2.0
#include "app/commands.h"
#include "identity/identity.h"

namespace app {

namespace {

cli::Exit run(Desk& desk, const cli::Input& input, cli::Terminal& terminal)
{
    const auto office = desk.create(input);
    if (!office) return refuse(terminal, office.error());
    identity::Organisations organisations{office->db, office->clock};
    const auto created = organisations.create(office->actor, {base::OrgId{input.text("--id")}, input.text("--name"),
                                                              input.text("--region"), input.text("--region-name")});
    if (!created) return refuse_act(terminal, created.error());
    terminal.note(terminal.words("app.init.done", {{"name", created->name}, {"folder", data_folder(input).string()}}));
    return cli::Exit::done;
}

}  // namespace

void add_init_command(cli::Program& program, Desk& desk)
{
    program.add(
        {.path = {"init"},
         .summary = {"建立数据目录和单位", "create a data folder and an organisation"},
         .examples = {"mingji init --name 某某区机关事务服务中心 --region 420112 --region-name 某某区"},
         .options = {{"--name", {"单位全称", "full name of the organisation"}, "NAME", true},
                     {"--region", {"行政区划代码（六位）", "region code, six digits"}, "CODE", true},
                     {"--region-name", {"行政区划名称", "name of the region"}, "NAME", true},
                     {"--id", {"单位编号（不写则自动生成）", "id of the organisation (made when absent)"}, "ID"}},
         .run = [&desk](const cli::Input& input, cli::Terminal& terminal) { return run(desk, input, terminal); }});
}

}  // namespace app
