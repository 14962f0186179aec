// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "document/document.h"
#include "premises/core/area_approval.h"

namespace premises {

struct ApprovalDocumentInput {
    ApprovedArea approved = {};
    AreaStandards standards = {};
    std::string organisation = {};  // who approves
    std::string date = {};          // 成文日期 as printed
    std::optional<UnitComparison> comparison = {};
};

// 核定面积计算书: every figure with its formula and numbers, the version of the parameters, their source and how sure
// we are of them. Figures are rounded to 0.01 m² where they are printed and nowhere before.
document::Document approval_document(const ApprovalDocumentInput& input);

}  // namespace premises
