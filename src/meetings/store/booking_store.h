// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "meetings/core/booking.h"
#include "meetings/store/booking_filter.h"
#include "sql/connection.h"

namespace meetings {

// What happened to a booking.
struct Step {
    std::string action = {};  // asked, imported, approved, refused, moved, changed, cancelled, missed
    std::int64_t at_ms = 0;
    std::string by = {};
    std::optional<std::string> room = {};
    Span span = {};
    std::string reason = {};
};

struct ListedBooking {
    Booking booking = {};
    bool is_clashing = false;  // with another that stands or asks for its room
};

// Stands for the number that the first booking of a series gets, which names the series.
inline constexpr const char* first_of_series = "first";

class BookingStore {
public:
    BookingStore(sql::Connection& db, base::OrgId org) : db_{db}, org_{std::move(org)} {}

    // Those that begin on one of the days and, in a room, those that run into them; by time and number.
    std::vector<Booking> between(const Span& span) const;
    std::vector<Booking> all() const;                                          // by time and number
    std::vector<Booking> list(const BookingFilter& filter, Second now) const;  // the latest first
    std::vector<ListedBooking> page(const BookingFilter& filter, Second now, const std::optional<BookingPlace>& behind,
                                    std::size_t most) const;
    std::int64_t count(const BookingFilter& filter, Second now) const;
    std::optional<Booking> find(const std::string& number) const;
    // Of the same series, later than it, by time.
    std::vector<Booking> following(const Booking& booking) const;
    // In the room at this time: those that stand, and where asked those that ask for it; not `except`.
    enum class Which { standing, standing_or_open };
    std::vector<Booking> overlapping(const std::string& room, const Span& span, Which which,
                                     const std::string& except) const;
    // The booking with its number; none where one that stands overlaps (meetings_booking_no_overlap). After none the
    // transaction can only be rolled back.
    std::optional<Booking> add(Booking booking);
    // False where one that stands overlaps, as with add(). Of its version, which is one more then.
    enum class Changed { done, other_version, overlaps };
    Changed change(const Booking& booking);
    // An imported one that is about to be changed with others: until then it asks for nothing.
    void step_aside(const std::string& number);
    // Numbers of those to which more happened than an import.
    std::set<std::string> changed_by_hand() const;
    void add_step(const std::string& number, const Step& step);
    std::vector<Step> steps(const std::string& number) const;

private:
    std::vector<Booking> read(std::string_view condition, sql::Parameters more) const;
    sql::Parameters parameters_of(const Booking& booking) const;

    sql::Connection& db_;
    base::OrgId org_;
};

}  // namespace meetings
