// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/named.h"
#include "base/result.h"
#include "meetings/core/span.h"

namespace meetings {

// Pending ones hold a room visibly and may overlap; of those that stand (approved, no_show) no two overlap in a room:
// meetings_booking_no_overlap keeps it. Held is an approved one whose end is past, and is nowhere written.
enum class State { pending, waiting, approved, held, refused, cancelled, no_show };
inline constexpr std::array states{base::Named<State>{State::pending, "pending", "待批"},
                                   base::Named<State>{State::waiting, "waiting", "候补"},
                                   base::Named<State>{State::approved, "approved", "已批准"},
                                   base::Named<State>{State::held, "held", "已召开"},
                                   base::Named<State>{State::refused, "refused", "未批准"},
                                   base::Named<State>{State::cancelled, "cancelled", "已取消"},
                                   base::Named<State>{State::no_show, "no_show", "未到"}};

struct Booking {
    std::string number = {};               // A01-2026-0012, given by the store
    std::optional<std::string> room = {};  // none: held elsewhere, at `venue`
    std::string venue = {};
    Span span = {};
    State state = State::pending;  // as it is written: never held
    std::string title = {};
    std::string kind = {};
    std::string host = {};
    std::int64_t attendees = 1;
    std::string layout = {};
    std::vector<std::string> equipment = {};
    bool is_confidential = false;
    std::string note = {};
    std::string reason = {};  // of a refusal, a cancellation, a no-show
    std::string series = {};  // the number of the first of its series
    std::string source = {};  // the identity of its row in an imported workbook
    std::string asked_by = {};
    std::int64_t asked_ms = 0;
    // One more with each move to another room or beginning: what was looked at before is of a place that is no longer.
    std::int64_t round = 1;
    std::int64_t version = 1;

    bool is_open() const { return state == State::pending || state == State::waiting; }
    bool stands() const { return state == State::approved || state == State::no_show; }
    // It still asks for its room, or is not over: whoever may do so moves it.
    bool can_move_at(Second now) const { return is_open() || state_at(now) == State::approved; }
    State state_at(Second now) const { return state == State::approved && span.until <= now ? State::held : state; }
};

// Refuses meetings.booking.title_empty, .kind_empty, .host_empty, .attendees_not_positive, .ends_before_start,
// .too_long (more than 31 days).
base::Result<void> check(const Booking& booking);

// What may be done to a booking as it stands. Refuse meetings.booking.not_pending {number, state}, .not_standing
// {number, state}, .reason_missing, and meetings.booking.not_begun (nobody can have failed to come yet).
base::Result<Booking> decided(Booking booking, bool is_approved, const std::string& reason);
base::Result<Booking> moved(Booking booking, const std::string& room, const Span& span);
base::Result<Booking> cancelled(Booking booking, const std::string& reason);
base::Result<Booking> missed(Booking booking, const std::string& reason, Second now);

// Another that asks for the same room at the same time, as far as whoever asks may know it.
struct Clash {
    std::string number = {};
    Span span = {};
    State state = State::pending;
    std::string title = {};
    std::string host = {};
    bool is_confidential = false;
    std::string asked_by = {};
};

}  // namespace meetings
