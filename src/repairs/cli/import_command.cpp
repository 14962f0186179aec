// SPDX-License-Identifier: Apache-2.0
#include "ledgers/cli/table_command.h"
#include "repairs/cli/repairs_commands.h"
#include "repairs/repairs.h"

namespace repairs {

void add_import_command(cli::Program& program, const cli::OpenOffice& open)
{
    ledgers::add_table_command(
        program, open,
        {.slice = "repairs",
         .summary = {"导入设备和全年报修单（再次导入只更新有变化的）",
                     "import equipment and a year of repair orders; importing again updates what changed"},
         .examples = {"mingji repairs import 设备维修.xlsx --dry-run", "mingji repairs import 设备维修.xlsx",
                      "mingji repairs import 设备维修.xlsx --failed 待改正.xlsx"},
         .file = {"工作簿，含 设备、报修单 中的表", "workbook with the sheets 设备 and 报修单"},
         .importer = [](const cli::Office& office, const cli::Input&) -> base::Result<ledgers::TableImporter> {
             return ledgers::importer_of(Repairs{office.db, office.clock, office.data}, office.actor);
         }});
}

}  // namespace repairs
