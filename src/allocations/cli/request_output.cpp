// SPDX-License-Identifier: Apache-2.0
#include "allocations/cli/request_output.h"

#include "allocations/request_json.h"
#include "cli/json.h"

namespace allocations {

namespace {

std::string chinese_state(const Request& request)
{
    if (!request.settlement) return "办理中";
    return std::string{premises::named(request_outcomes, request.settlement->outcome).chinese};
}

std::string area_text(const Request& request, premises::RoomUse use)
{
    const AskedArea* const area = request.area(use);
    return area == nullptr || area->rooms == 0 ? "" : area->asked.to_string();
}

}  // namespace

cli::Exit print_requests(const std::vector<Request>& requests, cli::Terminal& terminal)
{
    boost::json::array items;
    std::vector<std::vector<std::string>> rows;
    for (const Request& one : requests) {
        items.push_back(request_json(one));
        const auto next = next_way(one);
        rows.push_back({one.number, one.unit, one.asked_on.to_string(), area_text(one, premises::RoomUse::office),
                        area_text(one, premises::RoomUse::service), chinese_state(one),
                        next ? std::string{premises::named(ways, *next).chinese} : "",
                        one.settlement ? one.settlement->reference : ""});
    }
    if (terminal.format == cli::Format::json)
        cli::print_json(terminal.out, boost::json::object{{"items", std::move(items)}});
    else
        cli::print_table(terminal.out,
                         {{terminal.say({"申请编号", "number"})},
                          {terminal.say({"使用单位", "unit"})},
                          {terminal.say({"申请日期", "asked"})},
                          {terminal.say({"办公室 m²", "offices m²"}), cli::Side::right},
                          {terminal.say({"服务用房 m²", "service m²"}), cli::Side::right},
                          {terminal.say({"状态", "state"})},
                          {terminal.say({"下一步", "next"})},
                          {terminal.say({"依据", "reference"})}},
                         rows);
    return cli::Exit::done;
}

cli::Exit shown(const base::Result<Request>& request, cli::Terminal& terminal)
{
    return request ? print_requests({*request}, terminal) : refuse_act(terminal, request.error());
}

base::Result<base::Date> day_typed(const cli::Input& input, const cli::Office& office)
{
    return base::Date::parse(input.text_or("--on", office.clock.today().to_string()));
}

base::Result<premises::Area> area_typed(const cli::Input& input, const char* option)
{
    if (!input.has(option)) return premises::Area{};
    return premises::Area::parse(input.text(option));
}

void add_request_command(cli::Program& program, const cli::OpenOffice& open, cli::Command command,
                         cli::Exit (*act)(cli::Office&, const cli::Input&, cli::Terminal&))
{
    command.run = [open, act](const cli::Input& input, cli::Terminal& terminal) {
        auto office = open(input);
        return office ? act(*office, input, terminal) : refuse(terminal, office.error());
    };
    program.add(std::move(command));
}

}  // namespace allocations
