// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "check/core/report_text.h"

namespace check {

struct Located {
    std::size_t block = 0;  // of ReportText::blocks
    std::size_t at = 0;     // bytes of its text
};

// Finds the places of findings in a report, by their lines. The report must outlive it.
class Locator {
public:
    explicit Locator(const ReportText& text);
    std::optional<Located> find(const Place& place) const;

private:
    const ReportText& text_;
    std::map<std::pair<std::string, std::size_t>, std::vector<std::size_t>> blocks_;  // by sheet and line
};

}  // namespace check
