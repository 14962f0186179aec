// SPDX-License-Identifier: Apache-2.0
#include "holdings/cli/holdings_commands.h"
#include "holdings/holdings.h"
#include "ledgers/cli/table_command.h"

namespace holdings {

void add_import_command(cli::Program& program, const cli::OpenOffice& open)
{
    ledgers::add_table_command(
        program, open,
        {.slice = "holdings",
         .summary = {"导入各单位的分台账（文件里有的单位整本更新，其他单位不变）",
                     "import units' own ledgers, whole for each unit in the file"},
         .examples = {"mingji holdings import 分台账.xlsx --dry-run", "mingji holdings import 分台账.xlsx",
                      "mingji holdings import 分台账.xlsx --failed 待改正.xlsx"},
         .file = {"工作簿，含 分台账 表", "workbook with the sheet 分台账"},
         .importer = [](const cli::Office& office, const cli::Input&) -> base::Result<ledgers::TableImporter> {
             return ledgers::importer_of(Holdings{office.db, office.clock}, office.actor);
         }});
}

}  // namespace holdings
