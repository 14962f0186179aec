// SPDX-License-Identifier: Apache-2.0
#include "reports/cli/text_command.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

#include "reports/documents/compose.h"
#include "reports/reports.h"
#include "spreadsheet/text_source.h"

namespace reports {

namespace {

void show(const Section& section, const std::map<std::string, std::vector<std::string>>& texts, cli::Terminal& terminal)
{
    terminal.out << section.name << "  " << section.title << '\n';
    const auto found = texts.find(std::string{section.name});
    if (found == texts.end()) return;
    for (const std::string& paragraph : found->second) terminal.out << "    " << paragraph << '\n';
}

// Scripts name a section shortly, people by its heading.
base::Result<const Section*> section_named(const std::string& text)
{
    const auto found = std::find_if(sections().begin(), sections().end(),
                                    [&](const Section& one) { return one.name == text || one.title == text; });
    if (found == sections().end())
        return base::fail(base::ErrorKind::not_found, "reports.section.unknown", {{"section", text}});
    return &*found;
}

base::Result<std::string> decoded(const std::string& bytes)
{
    spreadsheet::MemorySource whole{bytes};
    TRY_ASSIGN(const auto encoding, spreadsheet::detect_encoding(whole));
    const auto source = spreadsheet::decoded(std::make_unique<spreadsheet::MemorySource>(bytes), encoding);
    std::string text;
    std::array<char, spreadsheet::chunk_bytes> chunk;
    while (true) {
        TRY_ASSIGN(const std::size_t count, source->read(chunk.data(), chunk.size()));
        if (count == 0) return text;
        text.append(chunk.data(), count);
    }
}

// A text file as Notepad, WPS or an editor saves it.
base::Result<std::string> read_text(const std::string& path)
{
    std::ifstream file{path, std::ios::binary};
    if (!file) return base::fail(base::ErrorKind::not_found, "reports.text.no_file", {{"file", path}});
    std::ostringstream bytes;
    bytes << file.rdbuf();
    auto text = decoded(bytes.str());
    if (!text) return base::fail(base::ErrorKind::invalid, "reports.text.not_text", {{"file", path}});
    return text;
}

cli::Exit write(Narratives& narratives, const cli::Office& office, base::FiscalYear year, const Section& section,
                const cli::Input& input, cli::Terminal& terminal)
{
    const auto text = read_text(input.text("--file"));
    if (!text) return refuse(terminal, text.error());
    const auto version = narratives.write(office.actor, year, std::string{section.name}, *text);
    if (!version) return refuse(terminal, version.error());
    terminal.note(terminal.words("reports.text.written",
                                 {{"section", std::string{section.title}}, {"version", std::to_string(*version)}}));
    return cli::Exit::done;
}

cli::Exit run(const cli::OpenOffice& open, const cli::Input& input, cli::Terminal& terminal)
{
    const auto year = cli::year_of(input);
    if (!year) return refuse(terminal, year.error());
    auto office = open(input);
    if (!office) return refuse(terminal, office.error());
    Narratives narratives{office->db, office->clock};
    if (!input.has("SECTION")) {
        const auto texts = narratives.read(office->actor.org, *year);
        for (const Section& section : sections()) show(section, texts, terminal);
        return cli::Exit::done;
    }
    const auto section = section_named(input.text("SECTION"));
    if (!section) return refuse(terminal, section.error());
    if (input.has("--file")) return write(narratives, *office, *year, **section, input, terminal);
    show(**section, narratives.read(office->actor.org, *year), terminal);
    return cli::Exit::done;
}

}  // namespace

void add_commands(cli::Program& program, const cli::OpenOffice& open)
{
    program.add(
        {.path = {"reports", "text"},
         .summary = {"查看或录入报告各节的手写文字", "show or write the hand-written parts of the report"},
         .examples = {"mingji reports text --year 2024", "mingji reports text 下一步工作 --year 2024",
                      "mingji reports text 下一步工作 --year 2024 --file 下一步工作.txt"},
         .arguments = {{"SECTION", {"节的名称，不写则列出全部", "section; none lists all"}, false}},
         .options = {{"--year", {"年度", "fiscal year"}, "YEAR", true},
                     {"--file",
                      {"文字文件（.txt，一行一段，数字写成 {名称}），不写则查看", "text file, a paragraph a line"},
                      "FILE"}},
         .run = [open](const cli::Input& input, cli::Terminal& terminal) { return run(open, input, terminal); }});
}

}  // namespace reports
