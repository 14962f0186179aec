// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "check/core/finding.h"

namespace check {

// Why a finding may stand, and who says so.
struct Waiver {
    std::string reason;
    std::string account;
    std::int64_t at_ms = 0;
};

// By which each finding is known when the same file is checked again: the SM3 of its rule, its sentence's code, the
// words it points to and its numbers. One that looks like another before it counts on from there.
std::vector<std::string> keys_of(const Findings& findings);

// What was waived of one report, by the keys of its findings.
using Waivers = std::map<std::string, Waiver>;

// The waivers beside the findings they are of.
std::vector<std::optional<Waiver>> waivers_beside(const Findings& findings, const Waivers& waivers);

// The errors that nobody waived.
Findings open_errors(const Findings& findings, const Waivers& waivers);

}  // namespace check
