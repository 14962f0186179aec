// SPDX-License-Identifier: Apache-2.0
#include "base/decimal.h"
#include "ledgers/cli/table_command.h"
#include "surveys/cli/surveys_commands.h"
#include "surveys/surveys.h"

namespace surveys {

namespace {

base::Result<ledgers::TableImporter> importer(const cli::Office& office, const cli::Input& input)
{
    const Surveys surveys{office.db, office.clock};
    if (!input.has("--asked")) return importer_of(surveys, office.actor, std::nullopt);
    const auto asked = base::Decimal::parse(input.text("--asked"));
    if (!asked || asked->scale() != 0 || asked->is_negative())
        return base::fail(base::ErrorKind::invalid, "surveys.cli.not_a_number", {{"text", input.text("--asked")}});
    return importer_of(surveys, office.actor, asked->digits());
}

}  // namespace

void add_import_command(cli::Program& program, const cli::OpenOffice& open)
{
    ledgers::add_table_command(
        program, open,
        {.slice = "surveys",
         .summary = {"导入纸质答卷或往年答卷（再次导入只更新有变化的）",
                     "import answers on paper or of earlier years; importing again updates what changed"},
         .examples = {"mingji surveys import 满意度调查.csv --dry-run",
                      "mingji surveys import 满意度调查.csv --asked 400",
                      "mingji surveys import 答卷.xlsx --failed 待改正.xlsx"},
         .file = {"工作簿（含 答卷、调查 中的表）或 CSV", "workbook with the sheets 答卷 and 调查, or a CSV file"},
         .options = {{"--asked",
                      {"每类调查对象的发放数（没有 调查 表时）", "how many of each audience were asked"},
                      "N"}},
         .importer = importer});
}

}  // namespace surveys
