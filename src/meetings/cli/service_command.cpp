// SPDX-License-Identifier: Apache-2.0
// 今日会务 on the command line: the meetings of a day and how far their checklists are.
#include "meetings/cli/service_command.h"

#include <boost/json.hpp>

#include "base/instant.h"
#include "cli/json.h"
#include "meetings/service.h"

namespace meetings {

namespace {

// 会前检查 3/9, 会前检查 签字 or 会前检查 晚
std::string state_of(const StageFile& stage, const cli::Terminal& terminal)
{
    const std::string name{base::named(stages, stage.stage).chinese};
    const std::string late = stage.is_late ? " " + terminal.say({"晚", "late"}) : "";
    if (stage.signed_off) return name + " " + terminal.say({"签字", "signed"}) + late;
    return name + " " + std::to_string(stage.answered) + "/" + std::to_string(stage.items.size()) + late;
}

boost::json::object stage_row(const StageFile& stage)
{
    const auto& signature = stage.signed_off;
    return {{"stage", std::string{base::named(stages, stage.stage).word}},
            {"items", stage.items.size()},
            {"answered", stage.answered},
            {"failed", stage.failed},
            {"is_late", stage.is_late},
            {"signed_by", signature ? boost::json::value(signature->by) : boost::json::value{}},
            {"signed_at", signature ? boost::json::value(base::instant_text(signature->at_ms)) : boost::json::value{}}};
}

cli::Exit show_day(const cli::OpenOffice& open, const cli::Input& input, cli::Terminal& terminal)
{
    auto office = open(input);
    if (!office) return refuse(terminal, office.error());
    const auto asked =
        input.has("--date") ? base::Date::parse(input.text("--date")) : base::Result<base::Date>{office->clock.today()};
    if (!asked) return refuse(terminal, asked.error());
    boost::json::array items;
    std::vector<std::vector<std::string>> rows;
    for (const DayMeeting& one : Service{office->db, office->clock}.day(office->actor, *asked)) {
        boost::json::array of_meeting;
        std::string said;
        // The command line may see every meeting of its organisation.
        for (const StageFile& stage : one.service->stages) {
            of_meeting.push_back(stage_row(stage));
            said += (said.empty() ? "" : "，") + state_of(stage, terminal);
        }
        const std::string place = one.room ? one.room->name : one.booking.venue;
        items.push_back(boost::json::object{{"number", one.booking.number},
                                            {"from", base::instant_text(one.booking.span.from * 1'000)},
                                            {"until", base::instant_text(one.booking.span.until * 1'000)},
                                            {"place", place},
                                            {"title", one.booking.title},
                                            {"stages", std::move(of_meeting)}});
        rows.push_back({one.booking.number, clock_text(one.booking.span.from), place, one.booking.title, said});
    }
    if (terminal.format == cli::Format::json)
        cli::print_json(terminal.out, boost::json::object{{"day", asked->to_string()}, {"items", std::move(items)}});
    else
        cli::print_table(terminal.out,
                         {{terminal.say({"编号", "number"})},
                          {terminal.say({"开始", "begins"})},
                          {terminal.say({"地点", "place"})},
                          {terminal.say({"会议", "meeting"})},
                          {terminal.say({"检查", "checks"})}},
                         rows);
    return cli::Exit::done;
}

}  // namespace

void add_service_command(cli::Program& program, const cli::OpenOffice& open)
{
    program.add(
        {.path = {"meetings", "day"},
         .summary = {"一天的会议和检查进度", "the meetings of a day and how far their checklists are"},
         .examples = {"mingji meetings day", "mingji meetings day --date 2026-01-05"},
         .options = {{"--date", {"哪一天（默认今天）", "which day; today where it is not said"}, "DATE"}},
         .run = [open](const cli::Input& input, cli::Terminal& terminal) { return show_day(open, input, terminal); }});
}

}  // namespace meetings
