// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/router.h"

namespace meetings {

// /api/v1/meetings: rooms, bookings, their timeline and statistics.
void add_room_routes(http::Router& router);
void add_booking_routes(http::Router& router);
void add_service_routes(http::Router& router);
void add_calendar_routes(http::Router& router);
void add_file_routes(http::Router& router);
void add_meetings_routes(http::Router& router);

}  // namespace meetings
