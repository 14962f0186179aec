// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

namespace identity {

// From the top of the tree down. Regions and departments stand within one another, as do units; a section is the last.
enum class OrgKind { region, department, unit, section };

std::string_view to_text(OrgKind kind);  // the word in SQL and JSON
std::optional<OrgKind> org_kind_of(std::string_view text);

bool may_stand_below(OrgKind kind, OrgKind parent);

}  // namespace identity
