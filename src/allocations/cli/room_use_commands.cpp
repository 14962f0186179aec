// SPDX-License-Identifier: Apache-2.0
#include <boost/json.hpp>
#include <charconv>

#include "allocations/allocations.h"
#include "allocations/cli/agreement_output.h"
#include "allocations/cli/allocations_commands.h"
#include "allocations/cli/person_output.h"
#include "allocations/core/agreed_room.h"
#include "cli/json.h"

namespace allocations {

namespace {

std::string text_of(const std::optional<base::Date>& day)
{
    return day ? day->to_string() : "";
}

boost::json::value json_day(const std::optional<base::Date>& day)
{
    if (!day) return nullptr;
    return boost::json::value_from(day->to_string());
}

boost::json::object use_json(const RoomUse& use)
{
    return {{"number", use.number},
            {"person", use.person},
            {"rank", use.rank},
            {"unit", use.unit},
            {"post", premises::named(post_kinds, use.post).word},
            {"building", use.building},
            {"room", use.room},
            {"started_on", use.started_on.to_string()},
            {"approval", use.approval},
            {"event", use.event ? boost::json::value(premises::named(events, *use.event).word) : nullptr},
            {"happened_on", json_day(use.happened_on)},
            {"due_on", json_day(use.due_on)},
            {"ended_on", json_day(use.ended_on)}};
}

boost::json::array uses_json(const std::vector<RoomUse>& uses)
{
    boost::json::array items;
    for (const RoomUse& use : uses) items.push_back(use_json(use));
    return items;
}

cli::Exit print_uses(const std::vector<RoomUse>& uses, cli::Terminal& terminal)
{
    std::vector<std::vector<std::string>> rows;
    for (const RoomUse& use : uses)
        rows.push_back({std::to_string(use.number), use.person, use.rank, use.unit, use.building + "/" + use.room,
                        use.started_on.to_string(), use.approval,
                        use.event ? std::string{premises::named(events, *use.event).chinese} : "", text_of(use.due_on),
                        text_of(use.ended_on)});
    if (terminal.format == cli::Format::json)
        cli::print_json(terminal.out, boost::json::object{{"items", uses_json(uses)}});
    else
        cli::print_table(terminal.out,
                         {{terminal.say({"序号", "number"}), cli::Side::right},
                          {terminal.say({"人员编号", "person"})},
                          {terminal.say({"职级", "rank"})},
                          {terminal.say({"使用单位", "unit"})},
                          {terminal.say({"房间", "room"})},
                          {terminal.say({"开始", "from"})},
                          {terminal.say({"审批文号", "approval"})},
                          {terminal.say({"变动", "event"})},
                          {terminal.say({"应腾退", "due"})},
                          {terminal.say({"已腾退", "returned"})}},
                         rows);
    return cli::Exit::done;
}

cli::Exit answer(const base::Result<RoomUse>& use, cli::Terminal& terminal)
{
    return use ? print_uses({*use}, terminal) : refuse_act(terminal, use.error());
}

base::Result<base::Date> day_of(const cli::Input& input, const char* option, base::Date otherwise)
{
    if (!input.has(option)) return otherwise;
    return base::Date::parse(input.text(option));
}

base::Result<std::int64_t> number_of(const cli::Input& input)
{
    const std::string text = input.text("NUMBER");
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc{} && end == text.data() + text.size()) return number;
    return base::fail(base::ErrorKind::not_found, "allocations.use.unknown", {{"number", text}});
}

cli::Exit persons(cli::Office& office, const cli::Input& input, cli::Terminal& terminal)
{
    if (input.has("--over")) return print_persons_over(office, terminal);
    return print_uses(Allocations{office.db, office.clock}.room_uses(office.actor.org), terminal);
}

cli::Exit due(cli::Office& office, const cli::Input& input, cli::Terminal& terminal)
{
    const auto by = day_of(input, "--by", office.clock.today());
    if (!by) return refuse(terminal, by.error());
    const Allocations allocations{office.db, office.clock};
    const std::vector<RoomUse> uses = allocations.due(office.actor.org, *by);
    const std::vector<Agreement> agreements = allocations.expired(office.actor.org, *by);
    if (terminal.format == cli::Format::json) {
        cli::print_json(terminal.out,
                        boost::json::object{{"items", uses_json(uses)}, {"agreements", agreements_json(agreements)}});
        return cli::Exit::done;
    }
    print_uses(uses, terminal);
    if (agreements.empty()) return cli::Exit::done;
    terminal.out << '\n';
    print_agreements(agreements, terminal);
    return cli::Exit::done;
}

base::Result<RoomUse> typed_use(const cli::Input& input, base::Date today)
{
    RoomUse use;
    use.person = input.text("PERSON");
    use.rank = input.text("--rank");
    use.unit = input.text("--unit");
    use.approval = input.text("--approval");
    use.post = use.approval.empty() ? PostKind::main : PostKind::concurrent;
    TRY_ASSIGN(const AgreedRoom room, room_typed(input.text("ROOM")));
    use.building = room.building;
    use.room = room.room;
    TRY_ASSIGN(use.started_on, day_of(input, "--from", today));
    return use;
}

cli::Exit give(cli::Office& office, const cli::Input& input, cli::Terminal& terminal)
{
    const auto use = typed_use(input, office.clock.today());
    if (!use) return refuse_act(terminal, use.error());
    return answer(Allocations{office.db, office.clock}.give(office.actor, *use), terminal);
}

cli::Exit event(cli::Office& office, const cli::Input& input, cli::Terminal& terminal)
{
    const auto number = number_of(input);
    if (!number) return refuse(terminal, number.error());
    const auto what = premises::of_chinese(events, input.text("EVENT"));
    if (!what)
        return refuse_act(
            terminal,
            base::Error{base::ErrorKind::invalid, "allocations.use.event_unknown", {{"event", input.text("EVENT")}}});
    const auto day = day_of(input, "--on", office.clock.today());
    if (!day) return refuse(terminal, day.error());
    return answer(Allocations{office.db, office.clock}.take_event(office.actor, *number, *what, *day), terminal);
}

cli::Exit give_back(cli::Office& office, const cli::Input& input, cli::Terminal& terminal)
{
    const auto number = number_of(input);
    if (!number) return refuse(terminal, number.error());
    const auto day = day_of(input, "--on", office.clock.today());
    if (!day) return refuse(terminal, day.error());
    return answer(Allocations{office.db, office.clock}.give_back(office.actor, *number, *day), terminal);
}

}  // namespace

void add_room_use_commands(cli::Program& program, const cli::OpenOffice& open)
{
    const auto with = [&open](cli::Exit (*act)(cli::Office&, const cli::Input&, cli::Terminal&)) {
        return [open, act](const cli::Input& input, cli::Terminal& terminal) {
            auto office = open(input);
            return office ? act(*office, input, terminal) : refuse(terminal, office.error());
        };
    };
    const cli::Option on{"--on", {"日期（默认今天）", "day, today if none"}, "DATE"};
    const cli::Argument number{"NUMBER", {"用房记录序号", "number of the record"}};
    program.add({.path = {"allocations", "persons"},
                 .summary = {"人员用房", "who uses which room"},
                 .examples = {"mingji allocations persons --over", "mingji allocations persons --format json"},
                 .options = {{"--over",
                              {"只列超过职级标准或者多处用房的人员",
                               "only those above the standard of their rank or with several rooms"}}},
                 .run = with(persons)});
    program.add(
        {.path = {"allocations", "due"},
         .summary = {"到期未腾退的用房，到期未终止的使用协议", "rooms and agreements that are due and did not end"},
         .examples = {"mingji allocations due --by 2026-12-31"},
         .options = {{"--by", {"截至日期（默认今天）", "due by this day, today if none"}, "DATE"}},
         .run = with(due)});
    program.add(
        {.path = {"allocations", "give"},
         .summary = {"安排用房（一人一处；第二处须有审批文号）", "give a person a room; a second one by approval"},
         .examples = {"mingji allocations give R-001 FW-1/101 --unit 示例单位 --rank 正科级"},
         .arguments = {{"PERSON", {"人员编号（不是姓名）", "number of the person, not a name"}},
                       {"ROOM", {"楼栋编码/房间号", "building/room"}}},
         .options = {{"--unit", {"使用单位", "unit"}, "UNIT", true},
                     {"--rank", {"职级", "rank"}, "RANK", true},
                     {"--from", {"开始日期（默认今天）", "from, today if none"}, "DATE"},
                     {"--approval", {"兼职单位第二处用房的审批文号", "paper that allows a second room"}, "TEXT"}},
         .run = with(give)});
    program.add({.path = {"allocations", "event"},
                 .summary = {"登记调离、退休或免去兼职，算出应腾退日期", "record what makes a room due"},
                 .examples = {"mingji allocations event 1 调离 --on 2026-01-31"},
                 .arguments = {number, {"EVENT", {"调离、退休或免去兼职", "调离, 退休 or 免去兼职"}}},
                 .options = {on},
                 .run = with(event)});
    program.add({.path = {"allocations", "return"},
                 .summary = {"登记腾退", "record that a room was given back"},
                 .examples = {"mingji allocations return 1 --on 2026-02-20"},
                 .arguments = {number},
                 .options = {on},
                 .run = with(give_back)});
}

}  // namespace allocations
