// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "allocations/core/agreement.h"
#include "allocations/core/unit.h"
#include "document/document.h"
#include "premises/core/area_approval.h"

namespace allocations {

struct AgreementPaperInput {
    Agreement agreement = {};
    std::map<AgreedRoom, premises::Area> areas = {};  // of rooms that the register has
    std::string organisation = {};                    // who gives the rooms
    std::string date = {};                            // 成文日期 as printed
};

// 使用协议: what is given, for how long, for what and for what not (党政机关办公用房管理办法, 2017).
document::Document agreement_document(const AgreementPaperInput& input);
// 分配使用凭证: the same as somebody else needs it, with the code that can be held against the record.
document::Document certificate_document(const AgreementPaperInput& input);

struct PublicationInput {
    std::int64_t year = 0;
    std::vector<UnitFile> units = {};
    std::vector<premises::PersonComparison> persons = {};  // told by rank alone: no names, no numbers
    std::vector<Agreement> agreements = {};                // that hold
    std::string standard = {};
    std::string organisation = {};
    std::string date = {};
};

// 年度公示: who may use how much and uses how much, what leaders have by rank, which agreements hold.
document::Document publication_document(const PublicationInput& input);

}  // namespace allocations
