// SPDX-License-Identifier: Apache-2.0
// Asking for a room, and what would come of it.
#include <algorithm>

#include "identity/identity.h"
#include "meetings/meetings.h"
#include "meetings/store/room_store.h"
#include "meetings/use_case.h"

namespace meetings {

using base::ErrorKind;
using base::fail;

namespace {

// Who has the rooms around these times: those that stand, and where `except` is named, not that one.
Taken taken_around(const BookingStore& store, const std::vector<Span>& spans, const std::string& except)
{
    Taken taken;
    const Span whole{start_of(day_of(spans.front().from)), start_of(day_of(spans.back().until - 1)) + seconds_of_day};
    for (const Booking& booking : store.between(whole))
        if (booking.stands() && booking.room && booking.number != except) taken[*booking.room].push_back(booking.span);
    return taken;
}

base::Result<std::vector<Span>> spans_of(const Span& first, const std::optional<Series>& series)
{
    if (first.until <= first.from) return fail(ErrorKind::invalid, "meetings.booking.ends_before_start");
    if (!series) return std::vector<Span>{first};
    return instances(first, *series);
}

}  // namespace

base::Result<Preview> Meetings::preview(const base::OrgId& org, const Question& question) const
{
    TRY_ASSIGN(const Room wished, room(org, question.room));
    TRY_ASSIGN(const std::vector<Span> spans, spans_of(question.span, question.series));
    const BookingStore store{db_, org};
    Preview preview;
    for (const Span& span : spans) {
        Instance instance{span, wished.opening.covers(span), true, {}};
        instance.clashes = store.overlapping(wished.code, span, BookingStore::Which::standing_or_open, question.except);
        instance.is_free = std::none_of(instance.clashes.begin(), instance.clashes.end(),
                                        [](const Booking& one) { return one.stands(); });
        preview.instances.push_back(std::move(instance));
    }
    preview.alternatives = alternatives({question.room, spans, question.attendees, question.equipment}, rooms(org),
                                        taken_around(store, spans, question.except));
    return preview;
}

base::Result<BookingFile> Meetings::booking(const base::OrgId& org, const std::string& number) const
{
    const BookingStore store{db_, org};
    const auto found = store.find(number);
    if (!found) return fail(ErrorKind::not_found, "meetings.booking.unknown", {{"number", number}});
    BookingFile file{*found, {}, {}, store.steps(number), {}};
    for (Booking& one : store.following(*found))
        if (one.is_open() || one.state == State::approved) file.following.push_back(std::move(one));
    const bool asks_or_stands = found->is_open() || found->stands();
    if (found->room && asks_or_stands)
        file.clashes =
            store.overlapping(*found->room, found->span, BookingStore::Which::standing_or_open, found->number);
    if (found->is_open() && !file.clashes.empty())
        file.alternatives = alternatives({*found->room, {found->span}, found->attendees, found->equipment}, rooms(org),
                                         taken_around(store, {found->span}, found->number));
    return file;
}

base::Error Meetings::taken(const base::OrgId& org, const Booking& booking) const
{
    const auto others =
        BookingStore{db_, org}.overlapping(*booking.room, booking.span, BookingStore::Which::standing, booking.number);
    if (others.empty()) return {ErrorKind::conflict, "meetings.booking.taken_meanwhile"};  // and is free again
    const Booking& other = others.front();
    return {ErrorKind::conflict,
            "meetings.booking.taken",
            {{"room", *booking.room},
             {"from", clock_text(other.span.from)},
             {"until", clock_text(other.span.until)},
             {"number", other.number},
             {"host", other.host}}};
}

base::Result<std::vector<Booking>> Meetings::book(const base::Actor& actor, const NewBooking& asked)
{
    TRY(require_permission(actor, "meetings.book"));
    TRY(check(asked.booking));
    TRY_ASSIGN(const std::vector<Span> spans, spans_of(asked.booking.span, asked.series));
    TRY_ASSIGN(const Room place, room(actor.org, asked.booking.room.value_or("")));
    Booking booking = asked.booking;
    booking.asked_by = actor.name;
    booking.asked_ms = clock_.milliseconds_since_1970();
    booking.series = asked.series ? first_of_series : "";
    const bool is_approved = !place.needs_approval || actor.may("meetings.approve");
    std::vector<Booking> booked;
    {
        sql::Transaction transaction{db_};
        lock_rooms(db_, actor.org, {place.code});
        BookingStore store{db_, actor.org};
        bool are_all_booked = true;
        for (const Span& span : spans) {
            booking.span = span;
            TRY(check_place(place, booking, clock_.seconds_since_1970(), asker_of(actor)));
            // A pending one is not kept by the constraint: it asks for what is free now.
            const bool is_taken = (!is_approved || asked.wait) &&
                                  !store.overlapping(place.code, span, BookingStore::Which::standing, "").empty();
            booking.state = is_approved ? State::approved : State::pending;
            if (is_taken && asked.wait) booking.state = State::waiting;
            auto added = is_taken && !asked.wait ? std::nullopt : store.add(booking);
            are_all_booked = added.has_value();
            if (!are_all_booked) break;
            booking.series = added->series;
            store.add_step(added->number, {"asked", booking.asked_ms, actor.name, added->room, span, ""});
            booked.push_back(*std::move(added));
        }
        if (are_all_booked) {
            identity::record(db_, actor, clock_,
                             {"meetings.booking.ask", booked.front().number,
                              place.code + " " + clock_text(booked.front().span.from) +
                                  " instances=" + std::to_string(booked.size())});
            transaction.commit();
            return booked;
        }
    }
    booking.number.clear();
    return tl::unexpected<base::Error>(taken(actor.org, booking));
}

}  // namespace meetings
