// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "base/severity.h"
#include "check/core/report_text.h"

namespace check {

using base::Severity;

// A frozen figure of a run, and the records that make a difference to it where we know them.
struct FactBehind {
    std::string run;
    std::string code;
    std::vector<std::string> records = {};
};

// Something that a report says twice differently, or that breaks a rule. Error: both statements cannot be true, or a
// required figure is absent. Warning: a last digit, a missing letter or unit, or a conflict that a difference of scope
// might explain. Note: a trace of rounding, a matter of style.
struct Finding {
    std::string rule;  // "L02": stable, docs/rules/L02.md explains it
    std::string code;  // the sentence, looked up at the edge: "check.l02.rate"
    Severity severity = Severity::warning;
    base::ErrorArgs args = {};
    std::vector<Place> places = {};
    std::vector<std::string> numbers = {};  // as printed
    std::optional<FactBehind> fact = {};    // a figure of our own that it differs from
};

using Findings = std::vector<Finding>;

constexpr std::size_t most_of_a_rule = 1'000;

// What one rule has found. Nobody reads a thousand findings of one kind, and a hostile sentence (完成完成完成…) has
// them by the million: the rule is stopped there, before they take the time and the memory of the whole check.
class Found {
public:
    struct Enough {};

    void push_back(Finding finding)
    {
        if (all_.size() == most_of_a_rule) throw Enough{};
        all_.push_back(std::move(finding));
    }
    Findings& all() { return all_; }

private:
    Findings all_;
};

}  // namespace check
