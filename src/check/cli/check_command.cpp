// SPDX-License-Identifier: Apache-2.0
#include "check/cli/check_command.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>
#include <sstream>

#include <boost/json/array.hpp>

#include "check/check.h"
#include "check/cli/findings_table.h"
#include "check/commented_docx.h"
#include "check/findings_html.h"
#include "check/findings_json.h"
#include "cli/json.h"

namespace check {

namespace {

using ::cli::Exit;
namespace json = boost::json;

base::Result<std::vector<Checked>> check_all(const ::cli::Input& input, const OpenKnown& open_known, bool& is_one)
{
    std::vector<std::filesystem::path> files;
    const std::vector<std::string> named = input.all("FILE");
    for (const std::string& name : named) {
        TRY_ASSIGN(const std::vector<std::filesystem::path> found, reports_at(name));
        files.insert(files.end(), found.begin(), found.end());
    }
    is_one = named.size() == 1 && !std::filesystem::is_directory(named.front());
    std::optional<Read> earlier;
    if (input.has("--against")) {
        TRY_ASSIGN(earlier, read_report(input.text("--against")));
    }
    if (input.has("--org") && !input.has("--year"))
        return base::fail(base::ErrorKind::not_found, "check.known.year_missing");
    std::optional<Known> known;
    if (input.has("--year")) {
        TRY_ASSIGN(known, open_known(input));
    }
    const Beside beside{earlier ? &earlier->text : nullptr, known ? &*known : nullptr};
    std::vector<Checked> all;
    for (const std::filesystem::path& file : files) {
        TRY_ASSIGN(Checked checked, check_file(file, beside));
        all.push_back(std::move(checked));
    }
    return all;
}

void print(std::ostream& out, const std::vector<Checked>& all, bool is_one, const std::string& format,
           const ::cli::Terminal& terminal)
{
    if (format == "html") return print_html(out, all.front(), words_in(terminal.language));
    if (format == "sarif") return ::cli::print_json(out, to_sarif(all, words_in(terminal.language)));
    if (format == "table") {
        ::cli::Terminal to_file{out, terminal.err, terminal.format, terminal.language,
                                terminal.color && &out == &terminal.out};
        for (const Checked& checked : all) print_findings(checked, to_file);
        return;
    }
    json::array files;
    for (const Checked& checked : all) files.push_back(to_json(checked, words_in(terminal.language)));
    if (is_one)
        ::cli::print_json(out, files.front());
    else
        ::cli::print_json(out, files);
}

base::Result<std::string> format_of(const ::cli::Input& input)
{
    const std::string format = input.text_or("--format", "table");
    constexpr std::array<std::string_view, 5> formats{"table", "json", "html", "docx", "sarif"};
    if (std::find(formats.begin(), formats.end(), format) == formats.end())
        return base::fail(base::ErrorKind::not_found, "check.format.unknown", {{"format", format}});
    // No screen shows a Word document.
    if (format == "docx" && !input.has("--output"))
        return base::fail(base::ErrorKind::not_found, "check.format.needs_output");
    return format;
}

// All of it is there before the file is opened, which may be the one that was read.
base::Result<void> write(const std::string& name, const std::vector<Checked>& all, bool is_one,
                         const std::string& format, const ::cli::Terminal& terminal)
{
    std::ostringstream text;
    if (format == "docx") {
        TRY_ASSIGN(const std::string bytes,
                   commented_docx(all.front().text.file, all.front(), words_in(terminal.language)));
        text << bytes;
    } else {
        print(text, all, is_one, format, terminal);
    }
    std::ofstream file{name, std::ios::binary};
    file << text.str();
    file.close();
    if (!file) return base::fail(base::ErrorKind::invalid, "check.file.not_written", {{"file", name}});
    return {};
}

base::Result<bool> check_and_print(const ::cli::Input& input, const OpenKnown& open_known,
                                   const ::cli::Terminal& terminal)
{
    bool is_one = true;
    TRY_ASSIGN(const std::string format, format_of(input));
    TRY_ASSIGN(const std::vector<Checked> all, check_all(input, open_known, is_one));
    // A page or a document holds one report: several need --format json or sarif.
    if ((format == "html" || format == "docx") && all.size() != 1)
        return base::fail(base::ErrorKind::not_found, "check.format.one_report", {{"format", format}});
    for (const Checked& checked : all) terminal.notes(checked.notes);
    if (input.has("--output")) {
        TRY(write(input.text("--output"), all, is_one, format, terminal));
    } else {
        print(terminal.out, all, is_one, format, terminal);
    }
    return std::any_of(all.begin(), all.end(), [](const Checked& checked) { return has_errors(checked.findings); });
}

Exit run(const ::cli::Input& input, const OpenKnown& open_known, ::cli::Terminal& terminal)
{
    const auto any_errors = check_and_print(input, open_known, terminal);
    if (!any_errors) return ::cli::refuse(terminal, any_errors.error());
    return *any_errors ? Exit::errors_found : Exit::done;
}

}  // namespace

::cli::Command check_command(OpenKnown open_known)
{
    ::cli::Command command;
    command.path = {"check"};
    command.summary = {"体检任何一份自评报告：找出前后矛盾和违反规则的地方；写明年度时，再与本单位的数据核对",
                       "Check any self-evaluation report for contradictions and broken rules; with a year also against "
                       "the unit's own figures"};
    command.examples = {"mingji check 自评报告.docx",
                        "mingji check 自评报告.docx --format html --output 体检.html",
                        "mingji check 自评报告.docx --format docx --output 自评报告-批注.docx",
                        "mingji check 2024年自评报告.docx --against 2023年自评报告.docx",
                        "mingji check 自评报告.docx --year 2024",
                        "mingji check 各单位报告/ --format json"};
    command.arguments = {
        {"FILE",
         {"报告（.docx .pdf .txt .md .html .xlsx .csv .doc .wps .xls .ods），或放着报告的文件夹",
          "A report (.docx .pdf .txt .md .html .xlsx .csv .doc .wps .xls .ods), or a folder of reports"},
         true,
         true}};
    command.options = {
        {"--format",
         {"table（默认）、json、html（左边报告、右边问题）、docx（原文加批注）或 sarif",
          "table (default), json, html (report left, findings right), docx (with comments) or sarif"},
         "FORMAT"},
        {"--against",
         {"上年的报告：找出照抄的段落", "Last year's report: paragraphs copied from it are found"},
         "FILE"},
        {"--year",
         {"与数据目录里这一年最近一次评价的数字核对（单位用 --org）",
          "Compare with the figures of the year's newest evaluation in the data folder (--org names the unit)"},
         "YEAR"},
        {"--output", {"写到文件，不写到屏幕", "Write to a file instead of the screen"}, "FILE"}};
    command.run = [open_known = std::move(open_known)](const ::cli::Input& input, ::cli::Terminal& terminal) {
        return run(input, open_known, terminal);
    };
    return command;
}

}  // namespace check
