// SPDX-License-Identifier: Apache-2.0
#include <charconv>

#include "allocations/cli/allocations_commands.h"
#include "allocations/cli/request_output.h"
#include "allocations/request_json.h"
#include "cli/json.h"

namespace allocations {

namespace {

using cli::Terminal;

cli::Exit list(cli::Office& office, const cli::Input& input, Terminal& terminal)
{
    const Requests requests{office.db, office.clock};
    if (input.has("NUMBER")) return shown(requests.request(office.actor.org, input.text("NUMBER")), terminal);
    std::vector<Request> found = requests.all(office.actor.org);
    std::erase_if(found, [&](const Request& one) {
        return (input.has("--open") && one.settlement) || (input.has("--unit") && one.unit != input.text("--unit"));
    });
    return print_requests(found, terminal);
}

base::Result<AskedArea> asked_typed(const cli::Input& input, premises::RoomUse use, const char* rooms, const char* area)
{
    AskedArea asked{use};
    const std::string text = input.text_or(rooms, "0");
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), asked.rooms);
    if (error != std::errc{} || end != text.data() + text.size() || asked.rooms < 0)
        return base::fail(base::ErrorKind::invalid, "allocations.request.rooms_malformed", {{"text", text}});
    TRY_ASSIGN(asked.asked, area_typed(input, area));
    return asked;
}

base::Result<Request> typed_request(const cli::Input& input, const cli::Office& office)
{
    Request made;
    made.unit = input.text("UNIT");
    made.reason = input.text("--reason");
    made.document = input.text("--document");
    TRY_ASSIGN(made.asked_on, day_typed(input, office));
    TRY_ASSIGN(const AskedArea offices, asked_typed(input, premises::RoomUse::office, "--offices", "--office-area"));
    TRY_ASSIGN(const AskedArea service, asked_typed(input, premises::RoomUse::service, "--services", "--service-area"));
    made.areas = {offices, service};
    return made;
}

cli::Exit ask(cli::Office& office, const cli::Input& input, Terminal& terminal)
{
    const auto typed = typed_request(input, office);
    if (!typed) return refuse_act(terminal, typed.error());
    return shown(Requests{office.db, office.clock}.ask(office.actor, *typed), terminal);
}

cli::Exit search(cli::Office& office, const cli::Input& input, Terminal& terminal)
{
    const auto rooms = Requests{office.db, office.clock}.search(office.actor.org, input.text("NUMBER"));
    if (!rooms) return refuse(terminal, rooms.error());
    boost::json::array items;
    std::vector<std::vector<std::string>> rows;
    for (const FreeRoom& free : *rooms) {
        items.push_back(free_room_json(free));
        const premises::Room& room = free.vacant.room;
        rows.push_back({room.building + "/" + room.number, free.building_name,
                        std::string{premises::named(premises::room_uses, room.use).chinese}, room.usable.to_string(),
                        free.vacant.since.to_string(), free.is_suitable ? terminal.say({"合适", "yes"}) : ""});
    }
    if (terminal.format == cli::Format::json)
        cli::print_json(terminal.out, boost::json::object{{"items", std::move(items)}});
    else
        cli::print_table(terminal.out,
                         {{terminal.say({"房间", "room"})},
                          {terminal.say({"房屋", "building"})},
                          {terminal.say({"用途", "use"})},
                          {terminal.say({"面积 m²", "area m²"}), cli::Side::right},
                          {terminal.say({"空置起", "vacant since"})},
                          {terminal.say({"是否合适", "suits"})}},
                         rows);
    return cli::Exit::done;
}

cli::Command ask_command()
{
    const RequestOptions shared;
    return {.path = {"allocations", "ask"},
            .summary = {"登记用房配置申请，同时固定核定面积和现有面积", "record that a unit asks for offices"},
            .examples = {"mingji allocations ask 示例单位 --offices 2 --office-area 18.00 --document 示例函〔2026〕1号 "
                         "--reason 新增编制"},
            .arguments = {{"UNIT", {"使用单位", "unit"}}},
            .options = {{"--document", {"申请文号", "paper in which the unit asks"}, "TEXT", true},
                        {"--reason", {"理由", "why"}, "TEXT", true},
                        {"--offices", {"办公室间数", "how many offices"}, "COUNT"},
                        shared.office_area,
                        {"--services", {"服务用房间数", "how many service rooms"}, "COUNT"},
                        shared.service_area,
                        shared.day}};
}

}  // namespace

void add_request_commands(cli::Program& program, const cli::OpenOffice& open)
{
    add_request_command(program, open,
                        {.path = {"allocations", "requests"},
                         .summary = {"用房配置申请；写编号的，列出这一件的办理经过",
                                     "requests for offices; of one with its number, its steps"},
                         .examples = {"mingji allocations requests --open", "mingji allocations requests 2026-0001"},
                         .arguments = {{"NUMBER", {"申请编号", "number of the request"}, false}},
                         .options = {{"--open", {"只列办理中的", "only those that did not end"}},
                                     {"--unit", {"只列该单位的", "only of this unit"}, "UNIT"}}},
                        list);
    add_request_command(program, open, ask_command(), ask);
    add_request_command(
        program, open,
        {.path = {"allocations", "search"},
         .summary = {"为申请查找可调剂的空置房间，合适的在前", "rooms that nobody has, those that suit first"},
         .examples = {"mingji allocations search 2026-0001"},
         .arguments = {RequestOptions{}.number}},
        search);
    add_request_step_commands(program, open);
}

}  // namespace allocations
