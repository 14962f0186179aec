// SPDX-License-Identifier: Apache-2.0
#include "repairs/cli/repairs_commands.h"

#include <boost/json.hpp>

#include "base/instant.h"
#include "base/ratio.h"
#include "cli/json.h"
#include "repairs/limits.h"
#include "repairs/repairs.h"

namespace repairs {

namespace {

constexpr std::int64_t milliseconds = 1'000;

// 24:01
std::string time_text(Second seconds)
{
    const std::int64_t minutes = begun_minutes(seconds);
    const std::string rest = std::to_string(minutes % 60);
    return std::to_string(minutes / 60) + (rest.size() < 2 ? ":0" : ":") + rest;
}

cli::Exit list(const cli::OpenOffice& open, const cli::Input& input, cli::Terminal& terminal)
{
    auto office = open(input);
    if (!office) return refuse(terminal, office.error());
    OrderQuestion question;
    if (input.has("--state")) {
        question.state = base::of_word(states, input.text("--state"));
        if (!question.state)
            return refuse(terminal,
                          {base::ErrorKind::not_found, "repairs.cli.unknown_state", {{"text", input.text("--state")}}});
    }
    const Second now = office->clock.seconds_since_1970();
    boost::json::array items;
    std::vector<std::vector<std::string>> rows;
    for (const Order& order : Repairs{office->db, office->clock, office->data}.orders(office->actor.org, question)) {
        const Clock clock = clock_of(order, shipped_limit(), now);
        items.push_back(boost::json::object{{"number", order.number},
                                            {"source", order.identity},
                                            {"equipment", order.equipment},
                                            {"room", order.room},
                                            {"place", order.place},
                                            {"fault", order.fault},
                                            {"state", base::named(states, order.state).word},
                                            {"reported_at", base::instant_text(order.reported * milliseconds)},
                                            {"used_seconds", clock.used},
                                            {"clock", base::named(clock_states, clock.state).word}});
        rows.push_back({order.number, base::instant_text(order.reported * milliseconds).substr(0, 16),
                        order.equipment.empty() ? order.room + order.place : order.equipment, order.fault,
                        std::string{base::named(states, order.state).chinese}, time_text(clock.used),
                        std::string{base::named(clock_states, clock.state).chinese}});
    }
    if (terminal.format == cli::Format::json)
        cli::print_json(terminal.out, boost::json::object{{"items", std::move(items)}});
    else
        cli::print_table(terminal.out,
                         {{terminal.say({"编号", "number"})},
                          {terminal.say({"报修时间", "reported"})},
                          {terminal.say({"设备或地点", "equipment or place"})},
                          {terminal.say({"故障现象", "fault"})},
                          {terminal.say({"状态", "state"})},
                          {terminal.say({"用时（时:分）", "time taken (h:min)"}), cli::Side::right},
                          {terminal.say({"时限", "limit"})}},
                         rows);
    return cli::Exit::done;
}

base::Result<std::optional<base::Date>> day_in(const cli::Input& input, const char* option)
{
    if (!input.has(option)) return std::optional<base::Date>{};
    TRY_ASSIGN(const base::Date day, base::Date::parse(input.text(option)));
    return std::optional{day};
}

cli::Exit show_statistics(const cli::OpenOffice& open, const cli::Input& input, cli::Terminal& terminal)
{
    const auto from = day_in(input, "--from");
    if (!from) return refuse(terminal, from.error());
    const auto until = day_in(input, "--until");
    if (!until) return refuse(terminal, until.error());
    auto office = open(input);
    if (!office) return refuse(terminal, office.error());
    const base::Date today = office->clock.today();
    const base::Date first = from->value_or(base::Date::of(today.year(), 1, 1).value());
    const base::Date last = until->value_or(today);
    const Statistics found =
        Repairs{office->db, office->clock, office->data}.statistics(office->actor.org, first, last);
    const std::int64_t judged = found.within + found.late;
    const std::string share =
        judged == 0 ? "" : base::Ratio::reduced(found.within * 100, judged).rounded(2).to_string();
    if (terminal.format == cli::Format::json) {
        cli::print_json(terminal.out, boost::json::object{{"from", first.to_string()},
                                                          {"until", last.to_string()},
                                                          {"reported", found.reported},
                                                          {"accepted", found.accepted},
                                                          {"within", found.within},
                                                          {"late", found.late},
                                                          {"open", found.open},
                                                          {"share_within", share}});
        return cli::Exit::done;
    }
    cli::print_table(terminal.out,
                     {{terminal.say({"统计", "what"})}, {terminal.say({"数", "number"}), cli::Side::right}},
                     {{terminal.say({"报修", "reported"}), std::to_string(found.reported)},
                      {terminal.say({"验收合格", "accepted"}), std::to_string(found.accepted)},
                      {terminal.say({"时限内修复", "within the limit"}), std::to_string(found.within)},
                      {terminal.say({"超时", "late"}), std::to_string(found.late)},
                      {terminal.say({"未修复", "open"}), std::to_string(found.open)},
                      {terminal.say({"时限内修复率（%）", "share within (%)"}), share}});
    return cli::Exit::done;
}

}  // namespace

void add_commands(cli::Program& program, const cli::OpenOffice& open)
{
    add_import_command(program, open);
    program.add(
        {.path = {"repairs", "list"},
         .summary = {"列出报修单和用时", "list repair orders and the time they took"},
         .examples = {"mingji repairs list", "mingji repairs list --state open"},
         .options = {{"--state",
                      {"submitted、open、paused、repaired、accepted、rejected 或 cancelled",
                       "submitted, open, paused, repaired, accepted, rejected or cancelled"},
                      "STATE"}},
         .run = [open](const cli::Input& input, cli::Terminal& terminal) { return list(open, input, terminal); }});
    program.add({.path = {"repairs", "statistics"},
                 .summary = {"报修和时限内修复的统计", "orders, and how many were repaired within the limit"},
                 .examples = {"mingji repairs statistics --from 2024-01-01 --until 2024-12-31"},
                 .options = {{"--from", {"第一天（默认今年1月1日）", "the first day"}, "DATE"},
                             {"--until", {"最后一天（默认今天）", "the last day"}, "DATE"}},
                 .run = [open](const cli::Input& input, cli::Terminal& terminal) {
                     return show_statistics(open, input, terminal);
                 }});
}

}  // namespace repairs
