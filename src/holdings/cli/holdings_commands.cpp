// SPDX-License-Identifier: Apache-2.0
#include "holdings/cli/holdings_commands.h"

#include <boost/json.hpp>

#include "base/decimal.h"
#include "base/grouped.h"
#include "cli/json.h"
#include "holdings/holdings.h"
#include "holdings/record_json.h"

namespace holdings {

namespace {

cli::Exit list_stocktakes(const cli::OpenOffice& open, const cli::Input& input, cli::Terminal& terminal)
{
    auto office = open(input);
    if (!office) return refuse(terminal, office.error());
    boost::json::array items;
    std::vector<std::vector<std::string>> rows;
    for (const Stocktake& one : Holdings{office->db, office->clock}.stocktakes(office->actor.org)) {
        items.push_back(row_json(one));
        rows.push_back({one.code, one.name, one.opened_on.to_string(),
                        one.closed_on ? one.closed_on->to_string() : std::string{},
                        std::to_string(one.counted) + "/" + std::to_string(one.rooms)});
    }
    if (terminal.format == cli::Format::json)
        cli::print_json(terminal.out, boost::json::object{{"items", std::move(items)}});
    else
        cli::print_table(terminal.out,
                         {{terminal.say({"编号", "code"})},
                          {terminal.say({"盘点", "stocktake"})},
                          {terminal.say({"开始", "opened"})},
                          {terminal.say({"结束", "closed"})},
                          {terminal.say({"已盘/房间", "counted/rooms"}), cli::Side::right}},
                         rows);
    return cli::Exit::done;
}

base::Result<std::optional<std::int64_t>> days_of(const cli::Input& input)
{
    if (!input.has("--days")) return std::optional<std::int64_t>{};
    const std::string text = input.text("--days");
    const auto days = base::Decimal::parse(text);
    if (!days || days->scale() > 0 || days->digits() < 0)
        return base::fail(base::ErrorKind::invalid, "holdings.cli.days_malformed", {{"text", text}});
    return std::optional{static_cast<std::int64_t>(days->digits())};
}

cli::Exit list_idle(const cli::OpenOffice& open, const cli::Input& input, cli::Terminal& terminal)
{
    const auto days = days_of(input);
    if (!days) return refuse(terminal, days.error());
    auto office = open(input);
    if (!office) return refuse(terminal, office.error());
    const IdlePool pool = Holdings{office->db, office->clock}.idle(office->actor.org, *days);
    boost::json::array items;
    std::vector<std::vector<std::string>> rows;
    for (const IdleRoom& room : pool.rooms) {
        items.push_back(json_of(room));
        rows.push_back({room.building, room.building_name, room.number,
                        base::grouped(base::Decimal{room.usable_dm2, 2}.to_string()), room.vacant_since.to_string(),
                        std::to_string(room.days), std::string{base::named(idle_states, room.state).chinese}});
    }
    if (terminal.format == cli::Format::json)
        cli::print_json(terminal.out, boost::json::object{{"days", pool.days}, {"items", std::move(items)}});
    else
        cli::print_table(terminal.out,
                         {{terminal.say({"房屋", "building"})},
                          {terminal.say({"名称", "name"})},
                          {terminal.say({"房间号", "room"})},
                          {terminal.say({"面积 m²", "area m²"}), cli::Side::right},
                          {terminal.say({"闲置起", "since"})},
                          {terminal.say({"天数", "days"}), cli::Side::right},
                          {terminal.say({"状态", "state"})}},
                         rows);
    return cli::Exit::done;
}

}  // namespace

void add_commands(cli::Program& program, const cli::OpenOffice& open)
{
    add_import_command(program, open);
    program.add({.path = {"holdings", "stocktakes"},
                 .summary = {"列出盘点", "list stocktakes"},
                 .examples = {"mingji holdings stocktakes"},
                 .run = [open](const cli::Input& input, cli::Terminal& terminal) {
                     return list_stocktakes(open, input, terminal);
                 }});
    add_reconcile_command(program, open);
    program.add(
        {.path = {"holdings", "idle"},
         .summary = {"列出闲置的房间", "list rooms that nobody has had for long"},
         .examples = {"mingji holdings idle", "mingji holdings idle --days 0"},
         .options = {{"--days", {"超过多少天没有人使用（默认见规则）", "after how many days"}, "NUMBER"}},
         .run = [open](const cli::Input& input, cli::Terminal& terminal) { return list_idle(open, input, terminal); }});
    add_lease_commands(program, open);
}

}  // namespace holdings
