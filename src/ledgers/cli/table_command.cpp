// SPDX-License-Identifier: Apache-2.0
#include "ledgers/cli/table_command.h"

#include "cli/progress.h"
#include "ledgers/cli/table_report.h"

namespace ledgers {

namespace {

// Writes the rows to correct, says how many they are, and ends as an import that was refused.
cli::Exit hand_back(const TableImporter& importer, const std::filesystem::path& file,
                    const std::filesystem::path& target, cli::Terminal& terminal)
{
    const cli::Progress progress{terminal, "cli.progress.failed_rows", {{"file", target.filename().string()}}};
    const auto rows =
        importer.write_failed(file, {target, [&](const base::Error& error) { return terminal.words(error); }});
    if (!rows) return refuse(terminal, rows.error());
    terminal.note(
        terminal.words("spreadsheet.failed.written", {{"count", std::to_string(*rows)}, {"file", target.string()}}));
    return cli::Exit::failure;
}

cli::Exit run(const TableImporter& importer, const cli::Input& input, cli::Terminal& terminal)
{
    ImportFile file{input.text("FILE")};
    if (input.has("--dry-run")) file.mode = ImportMode::dry_run;
    const std::string name = file.path.filename().string();
    const auto outcome = [&] {
        const cli::Progress progress{terminal, "cli.progress.import", {{"file", name}}};
        return importer.import(file);
    }();
    if (!outcome) return refuse(terminal, outcome.error());
    print_report(name, *outcome, terminal);
    if (outcome->problem_count == 0) return cli::Exit::done;
    if (!input.has("--failed")) return cli::Exit::failure;
    return hand_back(importer, file.path, input.text("--failed"), terminal);
}

}  // namespace

void add_table_command(cli::Program& program, const cli::OpenOffice& open, TableCommand command)
{
    std::vector<cli::Option> options{{"--dry-run", {"只检查和比较，不保存", "check and compare, store nothing"}}};
    options.insert(options.end(), command.options.begin(), command.options.end());
    options.push_back({"--failed", {"把有错误的行写成工作簿，改正后可再导入", "write the rows with mistakes"}, "FILE"});
    program.add(
        {.path = {command.slice, "import"},
         .summary = command.summary,
         .examples = std::move(command.examples),
         .arguments = {{"FILE", command.file}},
         .options = std::move(options),
         .run = [open, importer = std::move(command.importer)](const cli::Input& input, cli::Terminal& terminal) {
             const auto office = open(input);
             if (!office) return refuse(terminal, office.error());
             const auto made = importer(*office, input);
             return made ? run(*made, input, terminal) : refuse(terminal, made.error());
         }});
}

}  // namespace ledgers
