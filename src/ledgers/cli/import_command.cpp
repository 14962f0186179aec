// SPDX-License-Identifier: Apache-2.0
#include "ledgers/cli/import_command.h"

#include "ledgers/cli/import_report.h"

namespace ledgers {

namespace {

base::Result<ImportOptions> options_of(const cli::Input& input)
{
    ImportOptions options;
    if (input.has("--remove-missing")) options.missing = Missing::remove;
    for (const std::string& pair : input.all("--map")) {
        const auto equals = pair.find('=');
        if (equals == std::string::npos || equals == 0)
            return base::fail(base::ErrorKind::invalid, "ledgers.map.not_a_pair", {{"text", pair}});
        options.mapping.emplace_back(pair.substr(0, equals), pair.substr(equals + 1));
    }
    return options;
}

base::Result<void> write_failed_file(Ledgers& ledgers, const cli::Office& office, const cli::Input& input,
                                     const ImportOptions& options, cli::Terminal& terminal)
{
    const auto names = input.all("FILE");
    const spreadsheet::FailedRows failed{input.text("--failed"),
                                         [&](const base::Error& error) { return terminal.words(error); }};
    TRY_ASSIGN(const std::size_t rows,
               ledgers.write_failed(office.actor, input.text("NAME"), {names.begin(), names.end()}, options, failed));
    if (rows > 0)
        terminal.note(terminal.words("spreadsheet.failed.written",
                                     {{"count", std::to_string(rows)}, {"file", failed.target.string()}}));
    return {};
}

cli::Exit run(const cli::OpenOffice& open, const cli::Input& input, cli::Terminal& terminal)
{
    const auto options = options_of(input);
    if (!options) {
        terminal.err << terminal.words(options.error()) << '\n';
        return cli::Exit::usage;
    }
    auto office = open(input);
    if (!office) return refuse(terminal, office.error());
    Ledgers ledgers{office->db, office->clock};
    const auto names = input.all("FILE");
    const std::vector<std::filesystem::path> files{names.begin(), names.end()};
    const bool is_dry_run = input.has("--dry-run");
    const auto report = is_dry_run ? ledgers.preview(office->actor, input.text("NAME"), files, *options)
                                   : ledgers.import(office->actor, input.text("NAME"), files, *options);
    if (!report) return refuse(terminal, report.error());
    terminal.notes(report->reading.file_notes);
    print(*report, terminal);
    if (report->reading.is_clean()) return cli::Exit::done;
    if (input.has("--failed")) {
        const auto written = write_failed_file(ledgers, *office, input, *options, terminal);
        if (!written) return refuse(terminal, written.error());
    }
    return cli::Exit::failure;
}

}  // namespace

void add_import_command(cli::Program& program, const cli::OpenOffice& open)
{
    program.add(
        {.path = {"import", "ledger"},
         .summary = {"导入台账（再次导入只更新有变化的记录）",
                     "import a register; importing again updates what changed"},
         .examples = {"mingji import ledger 会议台账 会议台账.xlsx --dry-run",
                      "mingji import ledger 会议台账 会议台账.xlsx --map 单号=会议编号",
                      "mingji import ledger 会议台账 会议台账.xlsx --failed 待改正.xlsx"},
         .arguments = {{"NAME", {"台账名称", "name of the register"}},
                       {"FILE", {"工作簿（.xlsx .xls .ods .csv），可以多个", "workbooks"}, true, true}},
         .options = {{"--dry-run", {"只检查和比较，不保存", "check and compare, store nothing"}},
                     {"--map",
                      {"文件的表头对应台账的哪一列，保存后下次自动使用", "which column a header means; kept"},
                      "表头=列名",
                      false,
                      true},
                     {"--remove-missing",
                      {"移除文件中没有的记录（保留历史）", "remove records that are not in the file"}},
                     {"--failed", {"把有错误的行写成工作簿，改正后可再导入", "write the rows with mistakes"}, "FILE"}},
         .run = [open](const cli::Input& input, cli::Terminal& terminal) { return run(open, input, terminal); }});
}

}  // namespace ledgers
