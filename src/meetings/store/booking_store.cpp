// SPDX-License-Identifier: Apache-2.0
#include "meetings/store/booking_store.h"

#include "meetings/core/room.h"

namespace meetings {

namespace {

constexpr const char* no_overlap = "meetings_booking_no_overlap";
constexpr Second longest = 31 * seconds_of_day;
constexpr std::string_view latest_first = " ORDER BY b.starts DESC, b.number DESC";

std::string select_bookings(const std::string& more = {})
{
    constexpr std::string_view columns = R"(
        SELECT b.number, b.room, b.venue, b.starts, b.ends, b.state, b.title, b.kind, b.host, b.attendees, b.layout,
               b.equipment, b.is_confidential, b.note, b.reason, b.series, b.source, b.asked_by, b.asked_ms, b.round,
               b.version)";
    return std::string{columns} + more + " FROM meetings_booking b WHERE b.org_id = :org_id";
}

Booking booking_of(const sql::Row& row)
{
    Booking booking;
    booking.number = row.text("number");
    booking.room = row.text_if("room");
    booking.venue = row.text("venue");
    booking.span = {row.integer("starts"), row.integer("ends")};
    booking.state = base::of_word(states, row.text("state")).value();
    booking.title = row.text("title");
    booking.kind = row.text("kind");
    booking.host = row.text("host");
    booking.attendees = row.integer("attendees");
    booking.layout = row.text("layout");
    booking.equipment = names_in(row.text("equipment"));
    booking.is_confidential = row.integer("is_confidential") == 1;
    booking.note = row.text("note");
    booking.reason = row.text("reason");
    booking.series = row.text("series");
    booking.source = row.text("source");
    booking.asked_by = row.text("asked_by");
    booking.asked_ms = row.integer("asked_ms");
    booking.round = row.integer("round");
    booking.version = row.integer("version");
    return booking;
}

}  // namespace

std::vector<Booking> BookingStore::read(std::string_view condition, sql::Parameters more) const
{
    more.insert(more.begin(), {"org_id", org_});
    std::vector<Booking> found;
    db_.each(select_bookings() + std::string{condition} + " ORDER BY starts, number", more,
             [&](const sql::Row& row) { found.push_back(booking_of(row)); });
    return found;
}

std::vector<Booking> BookingStore::list(const BookingFilter& filter, Second now) const
{
    const sql::Where where = where_of(select_bookings(), org_, filter, now);
    std::vector<Booking> found;
    db_.each(where.text(latest_first), where.parameters(),
             [&](const sql::Row& row) { found.push_back(booking_of(row)); });
    return found;
}

std::vector<ListedBooking> BookingStore::page(const BookingFilter& filter, Second now,
                                              const std::optional<BookingPlace>& behind, std::size_t most) const
{
    const std::string flag = ", CASE WHEN " + std::string{clashes_with_another} + " THEN 1 ELSE 0 END AS clashes";
    sql::Where where = where_of(select_bookings(flag), org_, filter, now);
    if (behind)
        where.with("(b.starts, b.number) < (:starts, :number)",
                   {{"starts", behind->starts}, {"number", behind->number}});
    sql::Parameters parameters = where.parameters();
    parameters.emplace_back("rows", static_cast<std::int64_t>(most));
    std::vector<ListedBooking> found;
    db_.each(where.text(std::string{latest_first} + " LIMIT :rows"), parameters, [&](const sql::Row& row) {
        found.push_back({booking_of(row), row.integer("clashes") == 1});
    });
    return found;
}

std::int64_t BookingStore::count(const BookingFilter& filter, Second now) const
{
    constexpr std::string_view all = "SELECT COUNT(*) AS bookings FROM meetings_booking b WHERE b.org_id = :org_id";
    const sql::Where where = where_of(all, org_, filter, now);
    return db_.query(where.text(), where.parameters()).front().integer("bookings");
}

std::vector<Booking> BookingStore::between(const Span& span) const
{
    return read(" AND starts < :ends AND ends > :starts AND starts > :earliest",
                {{"starts", span.from}, {"ends", span.until}, {"earliest", span.from - longest - 1}});
}

std::optional<Booking> BookingStore::find(const std::string& number) const
{
    auto found = read(" AND number = :number", {{"number", number}});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::vector<Booking> BookingStore::all() const
{
    return read("", {});
}

std::vector<Booking> BookingStore::following(const Booking& booking) const
{
    if (booking.series.empty()) return {};
    return read(" AND series = :series AND starts > :starts",
                {{"series", booking.series}, {"starts", booking.span.from}});
}

std::vector<Booking> BookingStore::overlapping(const std::string& room, const Span& span, Which which,
                                               const std::string& except) const
{
    const std::string in_states =
        which == Which::standing ? "('approved', 'no_show')" : "('approved', 'no_show', 'pending', 'waiting')";
    return read(
        " AND room = :room AND starts < :ends AND ends > :starts AND starts > :earliest AND number <> :except"
        " AND state IN " +
            in_states,
        {{"room", room},
         {"starts", span.from},
         {"ends", span.until},
         {"earliest", span.from - longest - 1},
         {"except", except}});
}

sql::Parameters BookingStore::parameters_of(const Booking& booking) const
{
    return {{"org_id", org_},
            {"number", booking.number},
            {"room", booking.room},
            {"venue", booking.venue},
            {"starts", booking.span.from},
            {"ends", booking.span.until},
            {"state", std::string{base::named(states, booking.state).word}},
            {"title", booking.title},
            {"kind", booking.kind},
            {"host", booking.host},
            {"attendees", booking.attendees},
            {"layout", booking.layout},
            {"equipment", joined(booking.equipment)},
            {"is_confidential", booking.is_confidential ? 1 : 0},
            {"note", booking.note},
            {"reason", booking.reason},
            {"round", booking.round},
            {"version", booking.version}};
}

// The number is made where the serial is found, A01-2026-0012, without a room 2026-0012: one statement, because a
// second one costs as much as the first.
std::optional<Booking> BookingStore::add(Booking booking)
{
    constexpr std::string_view insert = R"(
        INSERT INTO meetings_booking (org_id, number, booked_for, year, serial, room, slot, venue, starts, ends, state, title, kind,
                                      host, attendees, layout, equipment, is_confidential, note, reason, series, source,
                                      asked_by, asked_ms, round, version)
        SELECT :org_id, numbered.number, :booked_for, :year, numbered.serial, :room,
               (SELECT r.slot FROM meetings_room r WHERE r.org_id = :org_id AND r.code = :room), :venue, :starts,
               :ends, :state, :title, :kind, :host, :attendees, :layout, :equipment, :is_confidential, :note, :reason,
               CASE WHEN :is_first_of_series = 1 THEN numbered.number ELSE :series END, :source, :asked_by, :asked_ms,
               :round, :version
          FROM (SELECT next.serial AS serial,
                       :prefix || CASE WHEN next.serial < 10000 THEN substr(CAST(10000 + next.serial AS TEXT), 2)
                                       ELSE CAST(next.serial AS TEXT) END AS number
                  FROM (SELECT COALESCE(MAX(b.serial), 0) + 1 AS serial FROM meetings_booking b
                         WHERE b.org_id = :org_id AND b.booked_for = :booked_for AND b.year = :year) next) numbered
        RETURNING number, series)";
    const int year = day_of(booking.span.from).year();
    const std::string room = booking.room.value_or("");
    booking.version = 1;
    sql::Parameters parameters = parameters_of(booking);
    std::erase_if(parameters, [](const auto& one) { return one.first == "number"; });
    parameters.insert(parameters.end(), {{"booked_for", room},
                                         {"prefix", (room.empty() ? "" : room + "-") + std::to_string(year) + "-"},
                                         {"year", year},
                                         {"is_first_of_series", booking.series == first_of_series ? 1 : 0},
                                         {"series", booking.series},
                                         {"source", booking.source},
                                         {"asked_by", booking.asked_by},
                                         {"asked_ms", booking.asked_ms}});
    try {
        const auto row = db_.query(insert, parameters).front();
        booking.number = row.text("number");
        booking.series = row.text("series");
    } catch (const sql::SqlError& error) {
        if (!error.violates(no_overlap)) throw;
        return std::nullopt;
    }
    return booking;
}

BookingStore::Changed BookingStore::change(const Booking& booking)
{
    constexpr std::string_view update = R"(
        UPDATE meetings_booking
           SET room = :room, slot = (SELECT r.slot FROM meetings_room r WHERE r.org_id = :org_id AND r.code = :room),
               venue = :venue, starts = :starts, ends = :ends, state = :state, title = :title, kind = :kind,
               host = :host, attendees = :attendees, layout = :layout, equipment = :equipment,
               is_confidential = :is_confidential, note = :note, reason = :reason, round = :round,
               version = version + 1
         WHERE org_id = :org_id AND number = :number AND version = :version)";
    try {
        return db_.execute(update, parameters_of(booking)) == 0 ? Changed::other_version : Changed::done;
    } catch (const sql::SqlError& error) {
        if (!error.violates(no_overlap)) throw;
        return Changed::overlaps;
    }
}

void BookingStore::step_aside(const std::string& number)
{
    constexpr std::string_view update = R"(
        UPDATE meetings_booking SET state = 'pending' WHERE org_id = :org_id AND number = :number)";
    db_.execute(update, {{"org_id", org_}, {"number", number}});
}

std::set<std::string> BookingStore::changed_by_hand() const
{
    constexpr std::string_view touched = R"(
        SELECT DISTINCT number FROM meetings_booking_step WHERE org_id = :org_id AND action <> 'imported')";
    std::set<std::string> numbers;
    for (const auto& row : db_.query(touched, {{"org_id", org_}})) numbers.insert(row.text("number"));
    return numbers;
}

void BookingStore::add_step(const std::string& number, const Step& step)
{
    constexpr std::string_view insert = R"(
        INSERT INTO meetings_booking_step (org_id, number, step, action, at_ms, by_whom, room, starts, ends, reason)
        VALUES (:org_id, :number,
                (SELECT COALESCE(MAX(s.step), 0) + 1 FROM meetings_booking_step s
                  WHERE s.org_id = :org_id AND s.number = :number),
                :action, :at_ms, :by_whom, :room, :starts, :ends, :reason))";
    db_.execute_later(insert, {{"org_id", org_},
                               {"number", number},
                               {"action", step.action},
                               {"at_ms", step.at_ms},
                               {"by_whom", step.by},
                               {"room", step.room},
                               {"starts", step.span.from},
                               {"ends", step.span.until},
                               {"reason", step.reason}});
}

std::vector<Step> BookingStore::steps(const std::string& number) const
{
    constexpr std::string_view of_one = R"(
        SELECT action, at_ms, by_whom, room, starts, ends, reason
          FROM meetings_booking_step
         WHERE org_id = :org_id AND number = :number
         ORDER BY step)";
    std::vector<Step> found;
    for (const auto& row : db_.query(of_one, {{"org_id", org_}, {"number", number}}))
        found.push_back({row.text("action"),
                         row.integer("at_ms"),
                         row.text("by_whom"),
                         row.text_if("room"),
                         {row.integer("starts"), row.integer("ends")},
                         row.text("reason")});
    return found;
}

}  // namespace meetings
