// SPDX-License-Identifier: Apache-2.0
#include "ledgers/cli/import_command.h"

#include "cli/progress.h"
#include "closing/cli/correction_options.h"
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

struct Task {
    std::string name;  // of the register
    std::vector<std::filesystem::path> files;
    ImportOptions options;
    bool is_dry_run;
};

base::Result<ImportReport> import(const Task& task, Ledgers& ledgers, const base::Actor& actor,
                                  const cli::Terminal& terminal)
{
    const cli::Progress progress{terminal, "cli.progress.import", {{"file", task.name}}};
    return task.is_dry_run ? ledgers.preview(actor, task.name, task.files, task.options)
                           : ledgers.import(actor, task.name, task.files, task.options);
}

base::Result<std::size_t> write_failed(const Task& task, Ledgers& ledgers, const base::Actor& actor,
                                       const std::filesystem::path& target, const cli::Terminal& terminal)
{
    const cli::Progress progress{terminal, "cli.progress.failed_rows", {{"file", target.filename().string()}}};
    const spreadsheet::FailedRows failed{target, [&](const base::Error& error) { return terminal.words(error); }};
    return ledgers.write_failed(actor, task.name, task.files, task.options, failed);
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
    Ledgers ledgers{office->db, office->clock, closing::correction_of(input)};
    const auto names = input.all("FILE");
    const Task task{input.text("NAME"), {names.begin(), names.end()}, *options, input.has("--dry-run")};
    const auto report = import(task, ledgers, office->actor, terminal);
    if (!report) return refuse(terminal, report.error());
    terminal.notes(report->reading.file_notes);
    print(*report, terminal);
    if (report->reading.is_clean()) return cli::Exit::done;
    if (!input.has("--failed")) return cli::Exit::failure;
    const std::filesystem::path target = input.text("--failed");
    const auto rows = write_failed(task, ledgers, office->actor, target, terminal);
    if (!rows) return refuse(terminal, rows.error());
    if (*rows > 0)
        terminal.note(terminal.words("spreadsheet.failed.written",
                                     {{"count", std::to_string(*rows)}, {"file", target.string()}}));
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
         .options = closing::with_correction(
             {{"--dry-run", {"只检查和比较，不保存", "check and compare, store nothing"}},
              {"--map",
               {"文件的表头对应台账的哪一列，保存后下次自动使用", "which column a header means; kept"},
               "表头=列名",
               false,
               true},
              {"--remove-missing", {"移除文件中没有的记录（保留历史）", "remove records that are not in the file"}},
              {"--failed", {"把有错误的行写成工作簿，改正后可再导入", "write the rows with mistakes"}, "FILE"}}),
         .run = [open](const cli::Input& input, cli::Terminal& terminal) { return run(open, input, terminal); }});
}

}  // namespace ledgers
