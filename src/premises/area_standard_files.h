// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

#include "premises/core/area_standard.h"

namespace premises {

// The parameters of the standard of office space as data: rules/area-standards, which travel inside the program.
// Every decimal is a text, so that no number passes through floating point.

// Refuses premises.standard.malformed {name, path} (a member that is missing, of another kind or unknown) and what
// check(AreaStandards) refuses.
base::Result<AreaStandards> parse_area_standards(std::string_view json, const std::string& name);
base::Result<SupersededStandard> parse_superseded(std::string_view json, const std::string& name);

// Those we ship.
struct ShippedFile {
    std::string_view name;
    std::string_view text;
};
std::span<const ShippedFile> shipped_area_standards();
// The one in force on a day. Refuses premises.standard.none_in_force {date}.
base::Result<AreaStandards> area_standards_on(base::Date day);
const SupersededStandard& superseded_standard();

}  // namespace premises
