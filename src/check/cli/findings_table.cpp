// SPDX-License-Identifier: Apache-2.0
#include "check/cli/findings_table.h"

namespace check {

Words words_in(::cli::Language language)
{
    return {language == ::cli::Language::english ? "en" : "zh-CN",
            [language](const std::string& code, const base::ErrorArgs& args) {
                return ::cli::sentence(language, code, args);
            }};
}

namespace {

const char* color_of(Severity severity)
{
    return severity == Severity::error ? "\033[31m" : severity == Severity::warning ? "\033[33m" : "\033[36m";
}

}  // namespace

void print_findings(const Checked& checked, const ::cli::Terminal& terminal)
{
    const Words words = words_in(terminal.language);
    terminal.out << head_words(checked, words) << '\n';
    for (const Finding& finding : checked.findings) {
        const std::string severity = terminal.words(std::string{"cli.severity."} + to_string(finding.severity));
        terminal.out << "  " << (terminal.color ? color_of(finding.severity) : "") << severity
                     << (terminal.color ? "\033[0m" : "") << ' ' << finding.rule << ' '
                     << terminal.words(finding.code, finding.args) << '\n';
        for (const Place& place : finding.places)
            terminal.out << "      " << place_words(place, words) << " “" << place.quote << "”\n";
    }
}

}  // namespace check
