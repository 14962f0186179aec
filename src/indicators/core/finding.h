// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "base/result.h"

namespace indicators {

enum class Severity { error, warning, note };

// Something a reader of the form should know. `rule` is stable; the sentence is looked up at the edge under
// "finding." + rule with `args`. Places are cells as people see them (自评表!D5), numbers are the figures it is about.
struct Finding {
    std::string rule;
    Severity severity = Severity::warning;
    base::ErrorArgs args = {};
    std::vector<std::string> places = {};
    std::vector<std::string> numbers = {};

    friend bool operator==(const Finding&, const Finding&) = default;
};

using Findings = std::vector<Finding>;

inline bool has_errors(const Findings& findings)
{
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding& finding) { return finding.severity == Severity::error; });
}

constexpr const char* to_string(Severity severity)
{
    switch (severity) {
        case Severity::error: return "error";
        case Severity::warning: return "warning";
        case Severity::note: return "note";
    }
    return "";
}

}  // namespace indicators
