// SPDX-License-Identifier: Apache-2.0
#include "check/findings_sheet.h"

namespace check {

namespace {

using spreadsheet::Cell;
using spreadsheet::CellKind;

std::string places_of(const Finding& finding, const Words& words)
{
    std::string text;
    for (const Place& place : finding.places)
        text += (text.empty() ? "" : "\n") + place_words(place, words) + " “" + place.quote + "”";
    return text;
}

}  // namespace

spreadsheet::TableSheet findings_sheet(const Checked& checked, const Words& words)
{
    spreadsheet::TableSheet sheet{.name = words.sentence("check.sheet.name", {})};
    for (const auto& [code, width] :
         {std::pair{"check.sheet.severity", 10}, std::pair{"check.sheet.rule", 8}, std::pair{"check.sheet.message", 70},
          std::pair{"check.sheet.places", 50}, std::pair{"check.sheet.waiver", 40}})
        sheet.columns.push_back({.title = words.sentence(code, {}), .width = width});
    for (std::size_t i = 0; i < checked.findings.size(); ++i) {
        const Finding& finding = checked.findings[i];
        const bool is_waived = i < checked.waivers.size() && checked.waivers[i];
        auto& cells = sheet.rows.emplace_back();
        for (const std::string& text :
             {words.sentence(std::string{"cli.severity."} + to_string(finding.severity), {}), finding.rule,
              words.sentence(finding.code, finding.args), places_of(finding, words),
              is_waived ? waiver_words(*checked.waivers[i], words) : std::string{}})
            cells.push_back({CellKind::text, text});
    }
    return sheet;
}

}  // namespace check
