// SPDX-License-Identifier: Apache-2.0
#include "check/cli/findings_table.h"

namespace check {

std::string place_words(const Place& place, ::cli::Language language)
{
    if (!place.spot.cell.empty()) return place.spot.sheet + "!" + place.spot.cell;
    return ::cli::sentence(language, "check.place",
                           {{"line", std::to_string(place.spot.line)}, {"column", std::to_string(place.spot.column)}});
}

std::string head_words(const Checked& checked, ::cli::Language language)
{
    std::size_t counts[3] = {0, 0, 0};
    for (const Finding& finding : checked.findings) ++counts[static_cast<std::size_t>(finding.severity)];
    return ::cli::sentence(language, "check.head",
                           {{"file", checked.text.file},
                            {"errors", std::to_string(counts[0])},
                            {"warnings", std::to_string(counts[1])},
                            {"notes", std::to_string(counts[2])},
                            {"claims", std::to_string(checked.claims)}});
}

namespace {

const char* color_of(Severity severity)
{
    return severity == Severity::error ? "\033[31m" : severity == Severity::warning ? "\033[33m" : "\033[36m";
}

}  // namespace

void print_findings(const Checked& checked, const ::cli::Terminal& terminal)
{
    terminal.out << head_words(checked, terminal.language) << '\n';
    for (const Finding& finding : checked.findings) {
        const std::string severity = terminal.words(std::string{"cli.severity."} + to_string(finding.severity));
        terminal.out << "  " << (terminal.color ? color_of(finding.severity) : "") << severity
                     << (terminal.color ? "\033[0m" : "") << ' ' << finding.rule << ' '
                     << terminal.words(finding.code, finding.args) << '\n';
        for (const Place& place : finding.places)
            terminal.out << "      " << place_words(place, terminal.language) << " “" << place.quote << "”\n";
    }
}

}  // namespace check
