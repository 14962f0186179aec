// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "check/core/read_text.h"
#include "check/core/rule.h"

namespace check {

// A text with everything that was read from it; the material points into the report beside it.
struct CheckedText {
    explicit CheckedText(std::string_view text) : report{read_text(text)}, material{material_of(report)} {}
    CheckedText(const CheckedText&) = delete;
    CheckedText& operator=(const CheckedText&) = delete;

    Findings findings() const { return findings_of(material); }
    Findings findings_by(std::string_view rule) const
    {
        Findings found;
        for (const Finding& finding : findings())
            if (finding.rule == rule) found.push_back(finding);
        return found;
    }

    ReportText report;
    Material material;
};

// "L02 error, L45 note": what a failed test shows.
inline std::string listed(const Findings& findings)
{
    std::string text;
    for (const Finding& finding : findings) {
        text += (text.empty() ? "" : ", ") + finding.rule + " " + to_string(finding.severity);
        for (const Place& place : finding.places) text += " «" + place.quote + "»";
    }
    return text;
}

}  // namespace check
