// SPDX-License-Identifier: Apache-2.0
#include "app/commands.h"
#include "app/desk.h"
#include "app/year/closing_json.h"
#include "app/year/month_end.h"
#include "base/instant.h"
#include "cli/json.h"

namespace app {

namespace {

namespace json = boost::json;

void print_open(const std::vector<OpenItem>& items, const cli::Terminal& terminal)
{
    for (const OpenItem& item : items)
        terminal.out << terminal.words("app.closing.severity." + item.severity) << "  " << terminal.words(item.what)
                     << '\n';
}

cli::Exit show(Desk& desk, const cli::Input& input, cli::Terminal& terminal)
{
    const auto year = year_of(input);
    if (!year) return refuse(terminal, year.error());
    const auto office = desk.open(input);
    if (!office) return refuse(terminal, office.error());
    const closing::Closings closings{office->db, office->clock};
    const json::object state = closing_year_json(closings, office->actor.org, *year, office->clock.today());
    if (terminal.format == cli::Format::json) {
        cli::print_json(terminal.out, state);
        return cli::Exit::done;
    }
    std::vector<std::vector<std::string>> rows;
    json::array spans = state.at("months").as_array();
    spans.push_back(state.at("whole"));
    for (const json::value& span : spans) {
        const std::string word{span.at("state").as_string()};
        const bool is_closed = word == "closed";
        rows.push_back({std::string{span.at("period").as_string()}, terminal.words("app.closing.state." + word),
                        is_closed ? std::string{span.at("closed_at").as_string()}.substr(0, 19) : "",
                        is_closed ? std::string{span.at("account").as_string()} : "",
                        std::to_string(span.at("open_items").as_int64()),
                        std::to_string(span.at("corrections").as_int64())});
    }
    cli::print_table(terminal.out,
                     {{terminal.say({"期间", "period"})},
                      {terminal.say({"状态", "state"})},
                      {terminal.say({"结账时间", "closed"})},
                      {terminal.say({"结账人", "by"})},
                      {terminal.say({"带着未决结账", "open then"}), cli::Side::right},
                      {terminal.say({"结账后更正", "corrections"}), cli::Side::right}},
                     rows);
    rows.clear();
    for (const closing::MadeCorrection& made : closings.corrections(office->actor.org, *year)) {
        std::string periods;
        for (const closing::Span& span : made.spans) periods += (periods.empty() ? "" : "、") + span.to_string();
        rows.push_back({base::instant_text(made.made_ms).substr(0, 19), periods, made.correction.reason,
                        made.correction.document, made.account});
    }
    if (rows.empty()) return cli::Exit::done;
    terminal.out << '\n';
    cli::print_table(terminal.out,
                     {{terminal.say({"更正时间", "corrected"})},
                      {terminal.say({"期间", "period"})},
                      {terminal.say({"原因", "reason"})},
                      {terminal.say({"依据文号", "document"})},
                      {terminal.say({"更正人", "by"})}},
                     rows);
    return cli::Exit::done;
}

cli::Exit close_one(Desk& desk, const cli::Input& input, cli::Terminal& terminal)
{
    const auto span = closing::Span::parse(input.text("PERIOD"));
    if (!span) return refuse(terminal, span.error());
    const auto office = desk.open(input);
    if (!office) return refuse(terminal, office.error());
    const std::vector<OpenItem> open = open_items(*office, *span);
    const bool is_json = terminal.format == cli::Format::json;
    if (!is_json) print_open(open, terminal);
    json::object answer{{"period", span->to_string()},
                        {"open_items", open_items_json(open, [&](const base::Error& e) { return terminal.words(e); })},
                        {"closed", json::array{}}};
    if (!input.has("--dry-run")) {
        const auto closed = close(*office, *span, input.has("--accept-open"));
        if (!closed) return refuse_act(terminal, closed.error());
        for (const closing::Span& one : closed->spans) {
            answer["closed"].as_array().emplace_back(one.to_string());
            terminal.note(terminal.words("app.closing.closed", {{"period", one.to_string()}}));
        }
    } else if (const auto may = closing::Closings{office->db, office->clock}.would_close(office->actor.org, *span);
               !may)
        return refuse_act(terminal, may.error());
    if (is_json) cli::print_json(terminal.out, answer);
    return cli::Exit::done;
}

bool has_amounts(const std::string& kind)
{
    return kind == "payments" || kind == "documents" || kind == "contracts";
}

cli::Exit verify_year(Desk& desk, const cli::Input& input, cli::Terminal& terminal)
{
    const auto year = year_of(input);
    if (!year) return refuse(terminal, year.error());
    const auto office = desk.open(input);
    if (!office) return refuse(terminal, office.error());
    const auto found = verify(*office, *year);
    if (!found) return refuse(terminal, found.error());
    if (terminal.format == cli::Format::json)
        cli::print_json(terminal.out, json::object{{"items", unexplained_json(*found)}});
    else
        for (const closing::Unexplained& one : *found)
            terminal.out << terminal.words(has_amounts(one.then.kind) ? "app.closing.unexplained"
                                                                      : "app.closing.unexplained_records",
                                           {{"period", one.span.to_string()},
                                            {"kind", terminal.words("app.closing.kind." + one.then.kind,
                                                                    {{"subject", one.then.subject}})},
                                            {"count_then", std::to_string(one.then.count)},
                                            {"amount_then", one.then.amount.to_string()},
                                            {"count_now", std::to_string(one.now.count)},
                                            {"amount_now", one.now.amount.to_string()}})
                         << '\n';
    if (!found->empty()) return cli::Exit::errors_found;
    terminal.note(terminal.words("app.closing.verified", {{"year", std::to_string(year->year)}}));
    return cli::Exit::done;
}

}  // namespace

void add_closing_commands(cli::Program& program, Desk& desk)
{
    const cli::Option year{"--year", {"年度", "fiscal year"}, "YEAR", true};
    program.add(
        {.path = {"closing", "show"},
         .summary = {"查看各月和年度的结账情况、结账后的更正", "which months are closed, and corrections since"},
         .examples = {"mingji closing show --year 2024"},
         .options = {year},
         .run = [&desk](const cli::Input& input, cli::Terminal& terminal) { return show(desk, input, terminal); }});
    program.add(
        {.path = {"closing", "close"},
         .summary = {"月结或年结：之后只能更正，不能重开", "close a month or a year; it is never opened again"},
         .examples = {"mingji closing close 2024-01 --dry-run", "mingji closing close 2024 --accept-open"},
         .arguments = {{"PERIOD", {"2024-01 或 2024", "2024-01 or 2024"}}},
         .options = {{"--dry-run", {"只列出未决事项，不结账", "list what stands open, close nothing"}},
                     {"--accept-open", {"仍有错误未处理也结账（记录在案）", "close although errors stand open"}}},
         .run = [&desk](const cli::Input& input, cli::Terminal& terminal) {
             return close_one(desk, input, terminal);
         }});
    program.add({.path = {"closing", "verify"},
                 .summary = {"核对已结账的月份：没有更正说明的变动",
                             "find changes of closed months that no correction explains"},
                 .examples = {"mingji closing verify --year 2024"},
                 .options = {year},
                 .run = [&desk](const cli::Input& input, cli::Terminal& terminal) {
                     return verify_year(desk, input, terminal);
                 }});
}

}  // namespace app
