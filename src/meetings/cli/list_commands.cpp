// SPDX-License-Identifier: Apache-2.0
#include <boost/json.hpp>

#include "base/grouped.h"
#include "base/instant.h"
#include "base/ratio.h"
#include "cli/json.h"
#include "meetings/cli/meetings_commands.h"
#include "meetings/core/time_text.h"
#include "meetings/meetings.h"

namespace meetings {

namespace {

std::string state_text(State state)
{
    return std::string{base::named(states, state).chinese};
}

std::string hours(Second seconds)
{
    return base::Ratio::reduced(seconds, 3'600).rounded(1).to_string();
}

cli::Exit list_rooms(const cli::OpenOffice& open, const cli::Input& input, cli::Terminal& terminal)
{
    auto office = open(input);
    if (!office) return refuse(terminal, office.error());
    boost::json::array items;
    std::vector<std::vector<std::string>> rows;
    for (const Room& room : Meetings{office->db, office->clock}.rooms(office->actor.org)) {
        const std::string open_hours =
            minute_text(room.opening.from_minute) + "–" + minute_text(room.opening.until_minute);
        items.push_back(boost::json::object{{"code", room.code},
                                            {"name", room.name},
                                            {"area", room.area},
                                            {"seats", room.seats},
                                            {"equipment", joined(room.equipment)},
                                            {"from", minute_text(room.opening.from_minute)},
                                            {"until", minute_text(room.opening.until_minute)},
                                            {"needs_approval", room.needs_approval},
                                            {"is_active", room.is_active}});
        rows.push_back({room.code, room.name, room.area, std::to_string(room.seats), open_hours,
                        room.is_active ? "" : terminal.say({"停用", "out of use"})});
    }
    if (terminal.format == cli::Format::json) {
        cli::print_json(terminal.out, boost::json::object{{"items", std::move(items)}});
        return cli::Exit::done;
    }
    cli::print_table(terminal.out,
                     {{terminal.say({"编码", "code"})},
                      {terminal.say({"会议室", "room"})},
                      {terminal.say({"区域", "area"})},
                      {terminal.say({"座位", "seats"}), cli::Side::right},
                      {terminal.say({"开放", "open"})},
                      {terminal.say({"备注", "note"})}},
                     rows);
    return cli::Exit::done;
}

template <class E, std::size_t N>
base::Result<std::optional<E>> word_in(const cli::Input& input, const char* option,
                                       const std::array<base::Named<E>, N>& all, const char* refusal)
{
    if (!input.has(option)) return std::optional<E>{};
    const std::string text = input.text(option);
    const auto value = base::of_word(all, text);
    if (!value) return base::fail(base::ErrorKind::not_found, refusal, {{"text", text}});
    return value;
}

base::Result<std::optional<base::Date>> day_in(const cli::Input& input, const char* option)
{
    if (!input.has(option)) return std::optional<base::Date>{};
    TRY_ASSIGN(const base::Date day, base::Date::parse(input.text(option)));
    return std::optional{day};
}

base::Result<BookingFilter> filter_of(const cli::Input& input)
{
    BookingFilter filter;
    TRY_ASSIGN(filter.from, day_in(input, "--from"));
    TRY_ASSIGN(filter.until, day_in(input, "--until"));
    TRY_ASSIGN(filter.state, word_in(input, "--state", states, "meetings.cli.unknown_state"));
    TRY_ASSIGN(filter.measure, word_in(input, "--measure", measures, "meetings.cli.unknown_measure"));
    filter.room = input.text("--room");
    filter.kind = input.text("--kind");
    filter.host = input.text("--host");
    return filter;
}

boost::json::object json_of(const Booking& booking, State state)
{
    return {{"number", booking.number},
            {"source", booking.source},
            {"from", base::instant_text(booking.span.from * 1'000)},
            {"until", base::instant_text(booking.span.until * 1'000)},
            {"room", booking.room.value_or("")},
            {"venue", booking.venue},
            {"title", booking.title},
            {"kind", booking.kind},
            {"host", booking.host},
            {"attendees", booking.attendees},
            {"state", std::string{base::named(states, state).word}}};
}

cli::Exit list_meetings(const cli::OpenOffice& open, const cli::Input& input, cli::Terminal& terminal)
{
    const auto filter = filter_of(input);
    if (!filter) return refuse(terminal, filter.error());
    auto office = open(input);
    if (!office) return refuse(terminal, office.error());
    const Second now = office->clock.seconds_since_1970();
    boost::json::array items;
    std::vector<std::vector<std::string>> rows;
    for (const Booking& booking : Meetings{office->db, office->clock}.bookings(office->actor.org, *filter)) {
        const State state = booking.state_at(now);
        items.push_back(json_of(booking, state));
        rows.push_back({booking.number, clock_text(booking.span.from), clock_text(booking.span.until).substr(11),
                        booking.room.value_or(booking.venue), booking.title, booking.kind, booking.host,
                        std::to_string(booking.attendees), state_text(state)});
    }
    if (terminal.format == cli::Format::json) {
        cli::print_json(terminal.out, boost::json::object{{"items", std::move(items)}});
        return cli::Exit::done;
    }
    cli::print_table(terminal.out,
                     {{terminal.say({"编号", "number"})},
                      {terminal.say({"开始", "from"})},
                      {terminal.say({"结束", "until"})},
                      {terminal.say({"地点", "place"})},
                      {terminal.say({"名称", "title"})},
                      {terminal.say({"类别", "kind"})},
                      {terminal.say({"主办单位", "host"})},
                      {terminal.say({"人数", "people"}), cli::Side::right},
                      {terminal.say({"状态", "state"})}},
                     rows);
    return cli::Exit::done;
}

boost::json::array counts_json(const std::vector<Count>& counts)
{
    boost::json::array array;
    for (const Count& count : counts)
        array.push_back(boost::json::object{{"key", count.key},
                                            {"name", count.name},
                                            {"count", count.count},
                                            {"hours", hours(count.seconds)},
                                            {"attendees", count.attendees}});
    return array;
}

cli::Exit print_statistics(const cli::OpenOffice& open, const cli::Input& input, cli::Terminal& terminal)
{
    const auto year = cli::year_of(input);
    if (!year) return refuse(terminal, year.error());
    auto office = open(input);
    if (!office) return refuse(terminal, office.error());
    const Statistics found =
        Meetings{office->db, office->clock}.statistics(office->actor.org, year->first_day(), year->last_day());
    if (terminal.format == cli::Format::json) {
        cli::print_json(terminal.out, boost::json::object{{"held", found.held},
                                                          {"for_leadership", found.for_leadership},
                                                          {"own_venues", found.own_venues},
                                                          {"other_venues", found.other_venues},
                                                          {"cancelled", found.cancelled},
                                                          {"no_show", found.no_show},
                                                          {"by_month", counts_json(found.by_month)},
                                                          {"by_kind", counts_json(found.by_kind)},
                                                          {"by_size", counts_json(found.by_size)},
                                                          {"by_host", counts_json(found.by_host)}});
        return cli::Exit::done;
    }
    std::vector<std::vector<std::string>> rows;
    const auto add = [&](const std::string& what, std::int64_t count) {
        rows.push_back({what, base::grouped(std::to_string(count))});
    };
    add(terminal.words("meetings.measure.held"), found.held);
    add(terminal.words("meetings.measure.for_leadership"), found.for_leadership);
    for (const Count& count : found.by_kind) add("  " + count.name, count.count);
    add(terminal.say({"内部场所", "own venues"}), found.own_venues);
    add(terminal.say({"外部场所", "other venues"}), found.other_venues);
    add(terminal.say({"已取消", "cancelled"}), found.cancelled);
    add(terminal.say({"未到", "no-shows"}), found.no_show);
    cli::print_table(terminal.out,
                     {{terminal.say({"会议", "meetings"})}, {terminal.say({"场次", "count"}), cli::Side::right}}, rows);
    return cli::Exit::done;
}

}  // namespace

void add_list_commands(cli::Program& program, const cli::OpenOffice& open)
{
    using Run = cli::Exit (*)(const cli::OpenOffice&, const cli::Input&, cli::Terminal&);
    const auto running = [&open](Run run) {
        return [run, open](const cli::Input& input, cli::Terminal& terminal) { return run(open, input, terminal); };
    };
    program.add({.path = {"meetings", "rooms"},
                 .summary = {"列出会议室", "list meeting rooms"},
                 .examples = {"mingji meetings rooms"},
                 .run = running(list_rooms)});
    program.add({.path = {"meetings", "list"},
                 .summary = {"列出会议和预订（最近的在前）", "list meetings and bookings, the latest first"},
                 .examples = {"mingji meetings list --from 2024-07-01 --until 2024-07-31",
                              "mingji meetings list --measure for_leadership --format json"},
                 .options = {{"--from", {"从这一天起", "from this day on"}, "DATE"},
                             {"--until", {"到这一天止", "up to this day"}, "DATE"},
                             {"--room", {"会议室编码", "code of the room"}, "CODE"},
                             {"--kind", {"会议类别", "kind"}, "KIND"},
                             {"--host", {"主办单位", "host"}, "NAME"},
                             {"--state",
                              {"pending、waiting、approved、held、refused、cancelled 或 no_show",
                               "pending, waiting, approved, held, refused, cancelled or no_show"},
                              "STATE"},
                             {"--measure",
                              {"held（承办各类会议）或 for_leadership（区委区政府重要会议）",
                               "held, or for_leadership: those of the district's leadership"},
                              "MEASURE"}},
                 .run = running(list_meetings)});
    program.add({.path = {"meetings", "statistics"},
                 .summary = {"一年的会议统计", "a year's meetings in figures"},
                 .examples = {"mingji meetings statistics --year 2024"},
                 .options = {{"--year", {"年度", "year"}, "YEAR", true}},
                 .run = running(print_statistics)});
}

void add_commands(cli::Program& program, const cli::OpenOffice& open)
{
    add_import_command(program, open);
    add_list_commands(program, open);
}

}  // namespace meetings
