// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/meetings/http: what routes of service answer with.

#include "meetings/http/answers.h"
#include "meetings/service.h"

namespace meetings {

boost::json::object served_json(const Booking& booking, const std::optional<Room>& room, const Reader& reader);
boost::json::array staff_json(const std::vector<ServiceStaff>& staff);
boost::json::object sheet_json(const SheetFile& file, const Reader& reader, bool may_answer);
boost::json::object stages_json(const StagesFile& file, const Reader& reader, bool may_answer);
boost::json::object day_json(const DayMeeting& meeting, const Reader& reader);
// Rooms are called by their names; `rooms` has them by their codes.
boost::json::object notice_json(const NoticeFile& file, const std::map<std::string, std::string>& rooms,
                                const Reader& reader);

}  // namespace meetings
