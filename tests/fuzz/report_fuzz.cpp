// SPDX-License-Identifier: Apache-2.0
// A report's text, read both ways: no rule breaks down, and every quote is a piece of the line that it names.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "check/core/long_blocks.h"
#include "check/core/read_text.h"
#include "check/core/rule.h"

namespace {

// Lines as an editor counts them.
std::vector<std::string> lines_of(std::string_view text)
{
    std::vector<std::string> lines(1);
    for (const char letter : text) {
        if (letter == '\n')
            lines.emplace_back();
        else
            lines.back() += letter;
    }
    return lines;
}

void check_quotes(const check::ReportText& report, const std::vector<std::string>& lines)
{
    const check::Material material = check::material_of(report);
    for (const check::Finding& finding : check::findings_of(material))
        for (const check::Place& place : finding.places) {
            if (place.spot.line < 1 || place.spot.line > lines.size()) std::abort();
            if (lines[place.spot.line - 1].find(place.quote) == std::string::npos) std::abort();
        }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const std::vector<std::string> lines = lines_of(text);
    check_quotes(check::cut_long_blocks(check::read_text(text)), lines);
    check_quotes(check::cut_long_blocks(check::read_paragraphs(text)), lines);
    return 0;
}
