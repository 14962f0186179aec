// SPDX-License-Identifier: Apache-2.0
#include "reports/cli/text_command.h"

#include <fstream>
#include <sstream>

#include "reports/documents/compose.h"
#include "reports/reports.h"

namespace reports {

namespace {

cli::Exit show(const Narratives& narratives, const cli::Office& office, base::FiscalYear year, cli::Terminal& terminal)
{
    const auto texts = narratives.read(office.actor.org, year);
    for (const Section& section : sections()) {
        const auto found = texts.find(std::string{section.name});
        terminal.out << section.name << "  " << section.title << '\n';
        if (found == texts.end()) continue;
        for (const std::string& paragraph : found->second) terminal.out << "    " << paragraph << '\n';
    }
    return cli::Exit::done;
}

base::Result<std::string> read_text(const std::string& path)
{
    std::ifstream file{path, std::ios::binary};
    if (!file) return base::fail(base::ErrorKind::not_found, "reports.text.no_file", {{"file", path}});
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

cli::Exit run(const cli::OpenOffice& open, const cli::Input& input, cli::Terminal& terminal)
{
    const auto year = cli::year_of(input);
    if (!year) return refuse(terminal, year.error());
    auto office = open(input);
    if (!office) return refuse(terminal, office.error());
    Narratives narratives{office->db, office->clock};
    if (!input.has("SECTION")) return show(narratives, *office, *year, terminal);
    const auto text = read_text(input.text("--file"));
    if (!text) return refuse(terminal, text.error());
    const auto version = narratives.write(office->actor, *year, input.text("SECTION"), *text);
    if (!version) return refuse(terminal, version.error());
    terminal.note(terminal.words("reports.text.written",
                                 {{"section", input.text("SECTION")}, {"version", std::to_string(*version)}}));
    return cli::Exit::done;
}

}  // namespace

void add_commands(cli::Program& program, const cli::OpenOffice& open)
{
    program.add(
        {.path = {"reports", "text"},
         .summary = {"查看或录入报告各节的手写文字", "show or write the hand-written parts of the report"},
         .examples = {"mingji reports text --year 2024",
                      "mingji reports text next_year --year 2024 --file 下一步工作.txt"},
         .arguments = {{"SECTION", {"节的名称，不写则列出全部", "section; none lists all"}, false}},
         .options = {{"--year", {"年度", "fiscal year"}, "YEAR", true},
                     {"--file",
                      {"文字文件（UTF-8，一行一段，数字写成{事实名称}）", "text file, a paragraph a line"},
                      "FILE"}},
         .run = [open](const cli::Input& input, cli::Terminal& terminal) { return run(open, input, terminal); }});
}

}  // namespace reports
