// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "check/core/claims.h"
#include "check/core/finding.h"
#include "check/core/table.h"

namespace check {

// What every rule looks at: the report, its claims in order, and the year it reports on (from its title; none where
// it does not say). Its tables point into the claims: it is made by material_of and not copied.
struct Material {
    const ReportText& text;
    std::vector<Claim> claims;
    std::optional<int> year;
    std::vector<std::size_t> first_claims;  // by block, where its claims begin; one more at the end
    std::vector<Table> tables = {};

    std::span<const Claim> of_block(std::size_t block) const;
};

Material material_of(const ReportText& text);

// One rule, or a few that look at the same thing: one file under core/rules/, one page each under docs/rules/. Its time
// is linear in the text, or in the text times the claims of a paragraph.
using RuleFunction = void (*)(const Material&, Found&);
std::span<const RuleFunction> rules();

// The findings of all rules, by place.
Findings findings_of(const Material& material);

}  // namespace check
