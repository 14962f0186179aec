// SPDX-License-Identifier: Apache-2.0
#include <boost/json.hpp>

#include "allocations/allocations.h"
#include "allocations/cli/agreement_output.h"
#include "allocations/cli/allocations_commands.h"
#include "allocations/core/agreed_room.h"
#include "cli/json.h"

namespace allocations {

namespace {

std::string said(const std::optional<base::Date>& day)
{
    return day ? day->to_string() : "";
}

std::string rooms_of(const Agreement& agreement)
{
    std::string text;
    for (const AgreedRoom& one : agreement.rooms) text += (text.empty() ? "" : "、") + one.building + "/" + one.room;
    return text;
}

std::string purposes_of(const Agreement& agreement)
{
    std::string text;
    for (const Purpose one : agreement.purposes)
        text += (text.empty() ? "" : "、") + std::string{premises::named(purposes, one).chinese};
    return text;
}

boost::json::object agreement_json(const Agreement& agreement)
{
    boost::json::array rooms;
    for (const AgreedRoom& one : agreement.rooms)
        rooms.push_back(boost::json::object{{"building", one.building}, {"room", one.room}});
    boost::json::array words;
    for (const Purpose one : agreement.purposes) words.emplace_back(premises::named(purposes, one).word);
    return {{"number", agreement.number},
            {"unit", agreement.unit},
            {"signed_on", agreement.signed_on.to_string()},
            {"valid_from", agreement.valid_from.to_string()},
            {"valid_to", agreement.valid_to.to_string()},
            {"ended_on", agreement.ended_on ? boost::json::value(said(agreement.ended_on)) : nullptr},
            {"purposes", std::move(words)},
            {"rooms", std::move(rooms)},
            {"digest", digest_of(agreement)}};
}

cli::Exit print(const std::vector<Agreement>& agreements, cli::Terminal& terminal)
{
    if (terminal.format == cli::Format::json)
        cli::print_json(terminal.out, boost::json::object{{"items", agreements_json(agreements)}});
    else
        print_agreements(agreements, terminal);
    return cli::Exit::done;
}

cli::Exit list(const cli::OpenOffice& open, const cli::Input& input, cli::Terminal& terminal)
{
    const auto by = base::Date::parse(input.text_or("--expiring", "9999-12-31"));
    if (!by) return refuse(terminal, by.error());
    auto office = open(input);
    if (!office) return refuse(terminal, office.error());
    std::vector<Agreement> shown = Allocations{office->db, office->clock}.agreements(office->actor.org);
    if (input.has("--expiring"))
        std::erase_if(shown, [&](const Agreement& one) { return one.ended_on || *by < one.valid_to; });
    return print(shown, terminal);
}

base::Result<Agreement> typed_agreement(const cli::Input& input, base::Date today)
{
    Agreement made;
    made.unit = input.text("UNIT");
    TRY_ASSIGN(made.valid_from, base::Date::parse(input.text("--from")));
    TRY_ASSIGN(made.valid_to, base::Date::parse(input.text("--to")));
    TRY_ASSIGN(made.signed_on, base::Date::parse(input.text_or("--signed", today.to_string())));
    for (const std::string& word : input.all("--purpose")) {
        const auto purpose = premises::of_chinese(purposes, word);
        if (!purpose)
            return base::fail(base::ErrorKind::invalid, "allocations.agreement.purpose_unknown", {{"purpose", word}});
        made.purposes.push_back(*purpose);
    }
    for (const std::string& text : input.all("ROOM")) {
        TRY_ASSIGN(AgreedRoom room, room_typed(text));
        made.rooms.push_back(std::move(room));
    }
    return made;
}

cli::Exit sign(const cli::OpenOffice& open, const cli::Input& input, cli::Terminal& terminal)
{
    auto office = open(input);
    if (!office) return refuse(terminal, office.error());
    const auto typed = typed_agreement(input, office->clock.today());
    if (!typed) return refuse_act(terminal, typed.error());
    const auto agreement = Allocations{office->db, office->clock}.sign(office->actor, *typed);
    return agreement ? print({*agreement}, terminal) : refuse_act(terminal, agreement.error());
}

cli::Exit end(const cli::OpenOffice& open, const cli::Input& input, cli::Terminal& terminal)
{
    auto office = open(input);
    if (!office) return refuse(terminal, office.error());
    const auto day = base::Date::parse(input.text_or("--on", office->clock.today().to_string()));
    if (!day) return refuse(terminal, day.error());
    const auto agreement = Allocations{office->db, office->clock}.end(office->actor, input.text("NUMBER"), *day);
    return agreement ? print({*agreement}, terminal) : refuse_act(terminal, agreement.error());
}

}  // namespace

boost::json::array agreements_json(const std::vector<Agreement>& agreements)
{
    boost::json::array items;
    for (const Agreement& one : agreements) items.push_back(agreement_json(one));
    return items;
}

void print_agreements(const std::vector<Agreement>& agreements, cli::Terminal& terminal)
{
    std::vector<std::vector<std::string>> rows;
    for (const Agreement& one : agreements)
        rows.push_back({one.number, one.unit, rooms_of(one), purposes_of(one), one.valid_from.to_string(),
                        one.valid_to.to_string(), said(one.ended_on)});
    cli::print_table(terminal.out,
                     {{terminal.say({"协议编号", "number"})},
                      {terminal.say({"使用单位", "unit"})},
                      {terminal.say({"房间", "rooms"})},
                      {terminal.say({"用途", "purposes"})},
                      {terminal.say({"生效日期", "from"})},
                      {terminal.say({"到期日期", "to"})},
                      {terminal.say({"终止日期", "ended"})}},
                     rows);
}

void add_agreement_commands(cli::Program& program, const cli::OpenOffice& open)
{
    const auto with = [&open](cli::Exit (*act)(const cli::OpenOffice&, const cli::Input&, cli::Terminal&)) {
        return [open, act](const cli::Input& input, cli::Terminal& terminal) { return act(open, input, terminal); };
    };
    program.add(
        {.path = {"allocations", "agreements"},
         .summary = {"使用协议", "agreements of use"},
         .examples = {"mingji allocations agreements --expiring 2026-12-31"},
         .options = {{"--expiring", {"只列该日或以前到期、尚未终止的", "only those that run out by this day"}, "DATE"}},
         .run = with(list)});
    program.add(
        {.path = {"allocations", "sign"},
         .summary = {"登记使用协议，房间随即归该单位使用", "record an agreement; its rooms are the unit's from now on"},
         .examples = {"mingji allocations sign 示例单位 FW-1/101 FW-1/102 --from 2026-01-01 --to 2026-12-31 "
                      "--purpose 法人登记"},
         .arguments = {{"UNIT", {"使用单位", "unit"}},
                       {"ROOM", {"楼栋编码/房间号，可多个", "building/room, one or more"}, true, true}},
         .options = {{"--from", {"生效日期", "valid from"}, "DATE", true},
                     {"--to", {"到期日期", "valid to"}, "DATE", true},
                     {"--signed", {"签订日期（默认今天）", "day of signing, today if none"}, "DATE"},
                     {"--purpose",
                      {"凭证用途：法人登记、集体户籍、大中修施工许可",
                       "what the certificate is for: 法人登记, 集体户籍, 大中修施工许可"},
                      "WORD",
                      false,
                      true}},
         .run = with(sign)});
    program.add({.path = {"allocations", "end"},
                 .summary = {"终止使用协议，房间随即腾出", "end an agreement; nobody has its rooms then"},
                 .examples = {"mingji allocations end 2026-0001 --on 2026-06-30"},
                 .arguments = {{"NUMBER", {"协议编号", "number of the agreement"}}},
                 .options = {{"--on", {"终止日期（默认今天）", "last day, today if none"}, "DATE"}},
                 .run = with(end)});
}

}  // namespace allocations
