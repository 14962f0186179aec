// SPDX-License-Identifier: Apache-2.0
#include "identity/core/org_kind.h"

#include <array>
#include <utility>

namespace identity {

namespace {

constexpr std::array<std::pair<OrgKind, std::string_view>, 4> org_kinds{{{OrgKind::region, "region"},
                                                                         {OrgKind::department, "department"},
                                                                         {OrgKind::unit, "unit"},
                                                                         {OrgKind::section, "section"}}};

}  // namespace

std::string_view to_text(OrgKind kind)
{
    for (const auto& [known, text] : org_kinds)
        if (known == kind) return text;
    return {};
}

std::optional<OrgKind> org_kind_of(std::string_view text)
{
    for (const auto& [kind, known] : org_kinds)
        if (known == text) return kind;
    return std::nullopt;
}

bool may_stand_below(OrgKind kind, OrgKind parent)
{
    return parent != OrgKind::section && kind >= parent;
}

}  // namespace identity
