// SPDX-License-Identifier: Apache-2.0
#include "check/cli/check_command.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "check/check.h"
#include "cli/json.h"

namespace check {

namespace {

using ::cli::Exit;
namespace json = boost::json;

json::object to_json(const Place& place)
{
    json::object object{{"line", place.spot.line}, {"column", place.spot.column}, {"quote", place.quote}};
    if (place.spot.page > 0) object["page"] = place.spot.page;
    if (!place.spot.sheet.empty()) object["sheet"] = place.spot.sheet;
    if (!place.spot.cell.empty()) object["cell"] = place.spot.cell;
    return object;
}

json::object to_json(const Checked& checked, ::cli::Language language)
{
    json::array findings;
    for (const Finding& finding : checked.findings) {
        json::array places;
        for (const Place& place : finding.places) places.push_back(to_json(place));
        json::array numbers;
        for (const std::string& number : finding.numbers) numbers.emplace_back(number);
        findings.push_back(json::object{{"rule", finding.rule},
                                        {"severity", to_string(finding.severity)},
                                        {"message", ::cli::sentence(language, finding.code, finding.args)},
                                        {"places", std::move(places)},
                                        {"numbers", std::move(numbers)}});
    }
    return {{"file", checked.file},
            {"findings", std::move(findings)},
            {"claims", checked.claims},
            {"seconds", static_cast<double>(checked.time.count()) / 1000.0}};
}

std::string where(const Place& place, const ::cli::Terminal& terminal)
{
    if (!place.spot.cell.empty()) return place.spot.sheet + "!" + place.spot.cell;
    return terminal.words("check.place",
                          {{"line", std::to_string(place.spot.line)}, {"column", std::to_string(place.spot.column)}});
}

const char* color_of(Severity severity)
{
    return severity == Severity::error ? "\033[31m" : severity == Severity::warning ? "\033[33m" : "\033[36m";
}

void print(const Checked& checked, const ::cli::Terminal& terminal)
{
    std::size_t counts[3] = {0, 0, 0};
    for (const Finding& finding : checked.findings) ++counts[static_cast<std::size_t>(finding.severity)];
    terminal.out << terminal.words("check.head", {{"file", checked.file},
                                                  {"errors", std::to_string(counts[0])},
                                                  {"warnings", std::to_string(counts[1])},
                                                  {"notes", std::to_string(counts[2])},
                                                  {"claims", std::to_string(checked.claims)}})
                 << '\n';
    for (const Finding& finding : checked.findings) {
        const std::string severity = terminal.words(std::string{"cli.severity."} + to_string(finding.severity));
        terminal.out << "  " << (terminal.color ? color_of(finding.severity) : "") << severity
                     << (terminal.color ? "\033[0m" : "") << ' ' << finding.rule << ' '
                     << terminal.words(finding.code, finding.args) << '\n';
        for (const Place& place : finding.places)
            terminal.out << "      " << where(place, terminal) << " “" << place.quote << "”\n";
    }
}

base::Result<std::vector<Checked>> check_all(const ::cli::Input& input, bool& is_one)
{
    std::vector<std::filesystem::path> files;
    const std::vector<std::string> named = input.all("FILE");
    for (const std::string& name : named) {
        TRY_ASSIGN(const std::vector<std::filesystem::path> found, reports_at(name));
        files.insert(files.end(), found.begin(), found.end());
    }
    is_one = named.size() == 1 && !std::filesystem::is_directory(named.front());
    std::vector<Checked> all;
    for (const std::filesystem::path& file : files) {
        TRY_ASSIGN(Checked checked, check_file(file));
        all.push_back(std::move(checked));
    }
    return all;
}

Exit run(const ::cli::Input& input, ::cli::Terminal& terminal)
{
    bool is_one = true;
    const auto all = check_all(input, is_one);
    if (!all) return ::cli::refuse(terminal, all.error());
    bool any_errors = false;
    json::array files;
    for (const Checked& checked : *all) {
        any_errors = any_errors || has_errors(checked.findings);
        terminal.notes(checked.notes);
        if (terminal.format == ::cli::Format::json)
            files.push_back(to_json(checked, terminal.language));
        else
            print(checked, terminal);
    }
    if (terminal.format == ::cli::Format::json) {
        if (is_one)
            ::cli::print_json(terminal.out, files.front());
        else
            ::cli::print_json(terminal.out, files);
    }
    return any_errors ? Exit::errors_found : Exit::done;
}

}  // namespace

::cli::Command check_command()
{
    ::cli::Command command;
    command.path = {"check"};
    command.summary = {"体检任何一份自评报告：找出前后矛盾和违反规则的地方，不需要数据库",
                       "Check any self-evaluation report for contradictions and broken rules, without a database"};
    command.examples = {"mingji check 自评报告.docx", "mingji check 各单位报告/ --format json"};
    command.arguments = {{"FILE",
                          {"报告（.docx .pdf .txt .md .html .xlsx .csv .doc .wps .xls .ods），或放着报告的文件夹",
                           "A report (.docx .pdf .txt .md .html .xlsx .csv .doc .wps .xls .ods), or a folder of reports"},
                          true,
                          true}};
    command.run = run;
    return command;
}

}  // namespace check
