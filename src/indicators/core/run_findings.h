// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indicators/core/run.h"

namespace indicators {

// A finding with its number in its run, by which it is waived: those of the whole first, then row by row, from 1.
struct NumberedFinding {
    std::int64_t number;
    std::string code;  // of the indicator; empty: of the whole
    Finding finding;
};
std::vector<NumberedFinding> numbered_findings(const Run& run);

// Why an error may stand, and who says so.
struct Waiver {
    std::int64_t finding = 0;
    std::string reason;
    std::string account;
    std::int64_t at_ms = 0;
};

struct Signature {
    std::string account;
    std::string digest;  // the run's when it was signed
    std::int64_t at_ms = 0;
};

// Errors without a waiver: while there is one, a run cannot be signed.
std::vector<NumberedFinding> open_errors(const Run& run, const std::vector<Waiver>& waivers);

// Two runs of one year, indicator by indicator.
struct RunRowChange {
    std::string code;
    std::string name;
    const RunRow* before = nullptr;       // null: added
    const RunRow* after = nullptr;        // null: removed
    std::vector<std::string> parts = {};  // target, actual, weight, score, band, note, version: what differs
};
// In the order of `after`, then those that are no longer there. The runs must outlive the answer.
std::vector<RunRowChange> compare(const Run& before, const Run& after);

}  // namespace indicators
