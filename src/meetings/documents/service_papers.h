// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "document/document.h"
#include "meetings/core/service.h"
#include "meetings/core/service_checklist.h"

namespace meetings {

struct ServicePaperInput {
    Booking booking = {};
    std::string place = {};  // the room's name, or the venue
    ServiceSheet sheet = {};
    std::string list = {};  // the title of the checklists
    std::vector<StageFile> stages = {};
    std::string organisation = {};
    std::string date = {};  // 成文日期 as printed
    std::string mark = {};  // of a confidential meeting: who printed it, and when
};

// 会议服务单: what the meeting needs, as those who serve it carry it.
document::Document sheet_document(const ServicePaperInput& input);
// 会议检查单: each stage with its items, ticked and open ones, and its signature.
document::Document checklists_document(const ServicePaperInput& input);

}  // namespace meetings
