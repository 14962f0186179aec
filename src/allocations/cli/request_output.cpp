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

void print_table_of(const std::vector<Request>& requests, cli::Terminal& terminal)
{
    std::vector<std::vector<std::string>> rows;
    for (const Request& one : requests) {
        const auto next = next_way(one);
        rows.push_back({one.number, one.unit, one.asked_on.to_string(), area_text(one, premises::RoomUse::office),
                        area_text(one, premises::RoomUse::service), chinese_state(one),
                        next ? std::string{premises::named(ways, *next).chinese} : "",
                        one.settlement ? one.settlement->reference : ""});
    }
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
}

void print_steps_of(const Request& request, cli::Terminal& terminal)
{
    std::vector<std::vector<std::string>> rows;
    for (const WayStep& step : request.steps)
        rows.push_back({std::string{premises::named(ways, step.way).chinese},
                        std::string{premises::named(step_results, step.result).chinese}, step.taken_on.to_string(),
                        step.document, step.searched, step.reason, std::to_string(step.offered.size())});
    terminal.out << '\n';
    cli::print_table(terminal.out,
                     {{terminal.say({"方式", "way"})},
                      {terminal.say({"结果", "result"})},
                      {terminal.say({"日期", "day"})},
                      {terminal.say({"依据文号", "document"})},
                      {terminal.say({"查找范围", "searched"})},
                      {terminal.say({"理由", "why"})},
                      {terminal.say({"当时空置间数", "rooms free then"}), cli::Side::right}},
                     rows);
}

}  // namespace

cli::Exit print_requests(const std::vector<Request>& requests, cli::Terminal& terminal)
{
    if (terminal.format != cli::Format::json) {
        print_table_of(requests, terminal);
        return cli::Exit::done;
    }
    boost::json::array items;
    for (const Request& one : requests) items.push_back(row_json(one));
    cli::print_json(terminal.out, boost::json::object{{"items", std::move(items)}});
    return cli::Exit::done;
}

cli::Exit shown(const base::Result<Request>& request, cli::Terminal& terminal)
{
    if (!request) return refuse_act(terminal, request.error());
    if (terminal.format == cli::Format::json) {
        cli::print_json(terminal.out, request_json(*request));
        return cli::Exit::done;
    }
    print_table_of({*request}, terminal);
    if (!request->steps.empty()) print_steps_of(*request, terminal);
    return cli::Exit::done;
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
