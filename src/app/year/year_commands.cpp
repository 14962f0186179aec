// SPDX-License-Identifier: Apache-2.0
#include "app/commands.h"
#include "app/desk.h"
#include "app/year/comparison.h"
#include "app/year/roll_over.h"
#include "cli/json.h"

namespace app {

namespace {

namespace json = boost::json;
using Table = std::vector<std::vector<std::string>>;

std::string text(const json::value& value)
{
    return value.is_null() ? "" : std::string{value.as_string()};
}

base::Result<base::FiscalYear> year_named(const std::string& written)
{
    const auto span = closing::Span::parse(written);
    if (span && span->is_year()) return base::FiscalYear{span->year};
    return base::fail(base::ErrorKind::invalid, "cli.year.malformed", {{"text", written}});
}

void print_lines(const json::object& over, cli::Terminal& terminal)
{
    const auto state = [&](const json::value& row) {
        return terminal.words("app.roll_over.state." + text(row.at("state")));
    };
    Table rows;
    for (const json::value& line : over.at("lines").as_array())
        rows.push_back({text(line.at("code")), text(line.at("name")), state(line), text(line.at("last_adjusted")),
                        text(line.at("last_paid"))});
    cli::print_table(terminal.out,
                     {{terminal.say({"项目编码", "line"})},
                      {terminal.say({"名称", "name"})},
                      {terminal.say({"结转", "roll-over"})},
                      {terminal.say({"上年调整后", "adjusted last year"}), cli::Side::right},
                      {terminal.say({"上年支付", "paid last year"}), cli::Side::right}},
                     rows);
    rows.clear();
    for (const json::value& contract : over.at("contracts").as_array())
        rows.push_back({text(contract.at("number")), text(contract.at("title")), state(contract),
                        text(contract.at("amount")), text(contract.at("why"))});
    if (rows.empty()) return;
    terminal.out << '\n';
    cli::print_table(terminal.out,
                     {{terminal.say({"合同", "contract"})},
                      {terminal.say({"名称", "title"})},
                      {terminal.say({"结转", "roll-over"})},
                      {terminal.say({"未付金额", "open amount"}), cli::Side::right},
                      {terminal.say({"原因", "why"})}},
                     rows);
}

void print_promises(const json::object& over, cli::Terminal& terminal)
{
    Table rows;
    for (const json::value& row : over.at("indicators").as_array())
        rows.push_back({text(row.at("code")), text(row.at("name")), text(row.at("target")) + text(row.at("unit")),
                        text(row.at("weight")), terminal.words("app.roll_over.state." + text(row.at("state")))});
    if (rows.empty()) return;
    terminal.out << '\n';
    cli::print_table(terminal.out,
                     {{terminal.say({"指标", "indicator"})},
                      {terminal.say({"名称", "name"})},
                      {terminal.say({"目标值", "target"})},
                      {terminal.say({"权重", "weight"}), cli::Side::right},
                      {terminal.say({"结转", "roll-over"})}},
                     rows);
    for (const char* const list : {"remarks", "unanswerable"})
        for (const json::value& row : over.at(list).as_array())
            terminal.out << text(row.at("code")) << "  " << text(row.at("message")) << '\n';
}

cli::Exit roll(Desk& desk, const cli::Input& input, cli::Terminal& terminal)
{
    const auto to = year_named(input.text("YEAR"));
    if (!to) return refuse(terminal, to.error());
    const auto from = year_named(input.text_or("--from", std::to_string(to->year - 1)));
    if (!from) return refuse(terminal, from.error());
    const auto office = desk.open(input);
    if (!office) return refuse(terminal, office.error());
    const std::vector<std::string> left = input.all("--leave");
    const auto over = roll_over(*office, *from, *to, input.has("--dry-run"), {left.begin(), left.end()});
    if (!over) return refuse_act(terminal, over.error());
    const json::object object = to_json(*over, [&](const base::Error& error) { return terminal.words(error); });
    if (terminal.format == cli::Format::json) {
        cli::print_json(terminal.out, object);
        return cli::Exit::done;
    }
    print_lines(object, terminal);
    print_promises(object, terminal);
    terminal.note(terminal.words(over->is_stored ? "app.roll_over.done" : "app.roll_over.preview",
                                 {{"from", std::to_string(from->year)}, {"to", std::to_string(to->year)}}));
    terminal.note(terminal.words("app.roll_over.registers"));
    return cli::Exit::done;
}

void print_comparison(const json::object& both, cli::Terminal& terminal)
{
    const std::string before = std::to_string(both.at("before").at("year").as_int64());
    const std::string after = std::to_string(both.at("after").at("year").as_int64());
    const auto part = [](const json::value& side, const char* name) {
        return side.is_null() ? std::string{"—"} : text(side.at(name));
    };
    Table rows;
    for (const json::value& line : both.at("lines").as_array())
        rows.push_back({text(line.at("code")), text(line.at("name")), part(line.at("before"), "adjusted"),
                        part(line.at("after"), "adjusted"), part(line.at("before"), "paid"),
                        part(line.at("after"), "paid"), part(line.at("before"), "rate"),
                        part(line.at("after"), "rate")});
    const auto column = [&](const std::string& year, const cli::Text& name) {
        return cli::TableColumn{year + " " + terminal.say(name), cli::Side::right};
    };
    const cli::Text adjusted{"调整后", "adjusted"};
    const cli::Text paid{"支付", "paid"};
    const cli::Text rate{"执行率%", "rate %"};
    cli::print_table(terminal.out,
                     {{terminal.say({"项目", "line"})},
                      {terminal.say({"名称", "name"})},
                      column(before, adjusted),
                      column(after, adjusted),
                      column(before, paid),
                      column(after, paid),
                      column(before, rate),
                      column(after, rate)},
                     rows);
    rows.clear();
    for (const json::value& row : both.at("indicators").as_array())
        rows.push_back({text(row.at("code")), text(row.at("name")), part(row.at("before"), "target"),
                        part(row.at("after"), "target"), part(row.at("before"), "actual"),
                        part(row.at("after"), "actual"), part(row.at("before"), "score"),
                        part(row.at("after"), "score"), text(row.at("score_difference"))});
    if (rows.empty()) return;
    terminal.out << '\n';
    const cli::Text target{"目标", "target"};
    const cli::Text actual{"实际", "actual"};
    const cli::Text score{"得分", "score"};
    cli::print_table(terminal.out,
                     {{terminal.say({"指标", "indicator"})},
                      {terminal.say({"名称", "name"})},
                      column(before, target),
                      column(after, target),
                      column(before, actual),
                      column(after, actual),
                      column(before, score),
                      column(after, score),
                      {terminal.say({"得分差", "difference"}), cli::Side::right}},
                     rows);
}

cli::Exit compare_two(Desk& desk, const cli::Input& input, cli::Terminal& terminal)
{
    const auto before = year_named(input.text("BEFORE"));
    if (!before) return refuse(terminal, before.error());
    const auto after = year_named(input.text("AFTER"));
    if (!after) return refuse(terminal, after.error());
    const auto office = desk.open(input);
    if (!office) return refuse(terminal, office.error());
    const auto comparison = compare_years(*office, *before, *after);
    if (!comparison) return refuse(terminal, comparison.error());
    const json::object object = to_json(*comparison);
    if (terminal.format == cli::Format::json)
        cli::print_json(terminal.out, object);
    else
        print_comparison(object, terminal);
    return cli::Exit::done;
}

}  // namespace

void add_year_commands(cli::Program& program, Desk& desk)
{
    program.add(
        {.path = {"year", "roll-over"},
         .summary = {"把上年的预算项目、续行合同和绩效指标结转到新年度",
                     "carry lines, contracts and promises over to a year"},
         .examples = {"mingji year roll-over 2025 --from 2024 --dry-run", "mingji year roll-over 2025"},
         .arguments = {{"YEAR", {"新年度", "the next year"}}},
         .options =
             {{"--from", {"从哪一年结转（默认上一年）", "from this year (default: the one before)"}, "YEAR"},
              {"--leave", {"不结转的指标编码，可以写几次", "an indicator that stays behind"}, "CODE", false, true},
              {"--dry-run", {"只预览，不保存", "show only, store nothing"}}},
         .run = [&desk](const cli::Input& input, cli::Terminal& terminal) { return roll(desk, input, terminal); }});
    program.add(
        {.path = {"year", "compare"},
         .summary = {"两个年度对比：预算执行和绩效指标", "two years side by side: execution and indicators"},
         .examples = {"mingji year compare 2023 2024", "mingji year compare 2023 2024 --format json"},
         .arguments = {{"BEFORE", {"前一个年度", "the earlier year"}}, {"AFTER", {"后一个年度", "the later year"}}},
         .run = [&desk](const cli::Input& input, cli::Terminal& terminal) {
             return compare_two(desk, input, terminal);
         }});
}

}  // namespace app
