// SPDX-License-Identifier: Apache-2.0
#include <charconv>

#include "allocations/cli/allocations_commands.h"
#include "allocations/request_json.h"
#include "cli/json.h"

namespace allocations {

namespace {

using cli::Terminal;

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

cli::Exit print_requests(const std::vector<Request>& requests, Terminal& terminal)
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

cli::Exit shown(const base::Result<Request>& request, Terminal& terminal)
{
    return request ? print_requests({*request}, terminal) : refuse_act(terminal, request.error());
}

cli::Exit list(cli::Office& office, const cli::Input& input, Terminal& terminal)
{
    std::vector<Request> found = Requests{office.db, office.clock}.all(office.actor.org);
    std::erase_if(found, [&](const Request& one) {
        return (input.has("--open") && one.settlement) || (input.has("--unit") && one.unit != input.text("--unit"));
    });
    return print_requests(found, terminal);
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
    TRY_ASSIGN(AskedArea offices, asked_typed(input, premises::RoomUse::office, "--offices", "--office-area"));
    TRY_ASSIGN(AskedArea service, asked_typed(input, premises::RoomUse::service, "--services", "--service-area"));
    made.areas = {std::move(offices), std::move(service)};
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

template <class E, std::size_t N>
base::Result<E> word_typed(const std::array<premises::Named<E>, N>& all, const std::string& text)
{
    if (const auto value = premises::of_chinese(all, text)) return *value;
    std::string words;
    for (const auto& one : all) words += (words.empty() ? "" : "、") + std::string{one.chinese};
    return base::fail(base::ErrorKind::invalid, "allocations.request.word_unknown", {{"text", text}, {"words", words}});
}

// building/room=why
base::Result<std::vector<RefusedRoom>> refused_typed(const cli::Input& input)
{
    std::vector<RefusedRoom> rooms;
    for (const std::string& text : input.all("--refuse")) {
        const std::size_t equal = text.find('=');
        const std::size_t slash = text.find('/');
        if (equal == std::string::npos || slash == std::string::npos || slash > equal)
            return base::fail(base::ErrorKind::invalid, "allocations.step.refusal_malformed", {{"text", text}});
        rooms.push_back({text.substr(0, slash), text.substr(slash + 1, equal - slash - 1), text.substr(equal + 1)});
    }
    return rooms;
}

base::Result<WayStep> typed_step(const cli::Input& input, const cli::Office& office)
{
    WayStep step;
    TRY_ASSIGN(step.way, word_typed(ways, input.text("WAY")));
    TRY_ASSIGN(step.result, word_typed(step_results, input.text("RESULT")));
    TRY_ASSIGN(step.taken_on, day_typed(input, office));
    step.document = input.text("--document");
    step.searched = input.text("--searched");
    step.reason = input.text("--reason");
    step.papers = {input.text("--application"), input.text("--approval"), input.text("--finance"),
                   input.text("--government"), input.text("--project")};
    return step;
}

cli::Exit take_step(cli::Office& office, const cli::Input& input, Terminal& terminal)
{
    const auto typed = typed_step(input, office);
    if (!typed) return refuse_act(terminal, typed.error());
    const auto refused = refused_typed(input);
    if (!refused) return refuse_act(terminal, refused.error());
    return shown(Requests{office.db, office.clock}.take_step(office.actor, input.text("NUMBER"), *typed, *refused),
                 terminal);
}

base::Result<Settlement> typed_settlement(const cli::Input& input, const cli::Office& office)
{
    Settlement made;
    TRY_ASSIGN(made.outcome, word_typed(request_outcomes, input.text("OUTCOME")));
    TRY_ASSIGN(made.settled_on, day_typed(input, office));
    if (input.has("--way")) {
        TRY_ASSIGN(made.way, word_typed(ways, input.text("--way")));
    }
    made.reason = input.text("--reason");
    made.reference = input.text("--reference");
    TRY_ASSIGN(made.office, area_typed(input, "--office-area"));
    TRY_ASSIGN(made.service, area_typed(input, "--service-area"));
    return made;
}

cli::Exit settle(cli::Office& office, const cli::Input& input, Terminal& terminal)
{
    const auto typed = typed_settlement(input, office);
    if (!typed) return refuse_act(terminal, typed.error());
    return shown(Requests{office.db, office.clock}.settle(office.actor, input.text("NUMBER"), *typed), terminal);
}

const cli::Argument number{"NUMBER", {"申请编号", "number of the request"}};
const cli::Option day{"--on", {"日期（默认今天）", "day, today if none"}, "DATE"};
const cli::Option reason{"--reason", {"理由", "why"}, "TEXT"};
const cli::Option office_area{"--office-area", {"办公室使用面积（平方米）", "offices in square metres"}, "AREA"};
const cli::Option service_area{
    "--service-area", {"服务用房使用面积（平方米）", "service rooms in square metres"}, "AREA"};

cli::Command ask_command()
{
    return {.path = {"allocations", "ask"},
            .summary = {"登记用房配置申请，同时固定核定面积和现有面积", "record that a unit asks for offices"},
            .examples = {"mingji allocations ask 示例单位 --offices 2 --office-area 18.00 --document 示例函〔2026〕1号 "
                         "--reason 新增编制"},
            .arguments = {{"UNIT", {"使用单位", "unit"}}},
            .options = {{"--document", {"申请文号", "paper in which the unit asks"}, "TEXT", true},
                        {"--reason", {"理由", "why"}, "TEXT", true},
                        {"--offices", {"办公室间数", "how many offices"}, "COUNT"},
                        office_area,
                        {"--services", {"服务用房间数", "how many service rooms"}, "COUNT"},
                        service_area,
                        day}};
}

cli::Command step_command()
{
    return {
        .path = {"allocations", "step"},
        .summary = {"登记调剂、置换、租用、建设的结果（须按顺序）", "record what came of a way; in their order"},
        .examples =
            {"mingji allocations step 2026-0001 调剂 无 --document 示例纪要 --reason 面积不足 "
             "--refuse FW-1/101=离办事大厅过远",
             "mingji allocations step 2026-0001 置换 无 --document 示例纪要 --searched 区内三处 --reason 无同类用房"},
        .arguments = {number,
                      {"WAY", {"调剂、置换、租用或建设", "调剂, 置换, 租用 or 建设"}},
                      {"RESULT", {"无或有", "无 (none) or 有 (found)"}}},
        .options = {{"--document", {"依据文号", "the paper that says so"}, "TEXT", true},
                    {"--searched", {"查找范围", "what was looked at"}, "TEXT"},
                    reason,
                    {"--refuse",
                     {"不用该房间的理由：楼栋/房间=理由，可多个", "building/room=why, one or more"},
                     "TEXT",
                     false,
                     true},
                    {"--application", {"租用：使用单位申请文号", "租用: paper of the unit"}, "TEXT"},
                    {"--approval", {"租用：机关事务部门核准文号", "租用: paper of the administration"}, "TEXT"},
                    {"--finance", {"租用：财政审核文号", "租用: paper of the finance department"}, "TEXT"},
                    {"--government", {"租用：本级政府批准文号", "租用: approval of the government"}, "TEXT"},
                    {"--project", {"建设：项目批复文号", "建设: approval of the project"}, "TEXT"},
                    day}};
}

cli::Command settle_command()
{
    return {.path = {"allocations", "settle"},
            .summary = {"办结申请：已满足、已撤回或不予配置", "end a request: 已满足, 已撤回 or 不予配置"},
            .examples = {"mingji allocations settle 2026-0001 已满足 --way 调剂 --reference 2026-0003",
                         "mingji allocations settle 2026-0001 已撤回 --reason 机构调整"},
            .arguments = {number, {"OUTCOME", {"已满足、已撤回或不予配置", "已满足, 已撤回 or 不予配置"}}},
            .options = {{"--way", {"以哪种方式满足", "by which way"}, "WAY"},
                        {"--reference",
                         {"使用协议编号、置换文件、租约编码或建设批复",
                          "agreement, exchange paper, lease or construction approval"},
                         "TEXT"},
                        office_area,
                        service_area,
                        reason,
                        day}};
}

}  // namespace

void add_request_commands(cli::Program& program, const cli::OpenOffice& open)
{
    using Act = cli::Exit (*)(cli::Office&, const cli::Input&, Terminal&);
    const auto add = [&](cli::Command command, Act act) {
        command.run = [open, act](const cli::Input& input, Terminal& terminal) {
            auto office = open(input);
            return office ? act(*office, input, terminal) : refuse(terminal, office.error());
        };
        program.add(std::move(command));
    };
    add({.path = {"allocations", "requests"},
         .summary = {"用房配置申请", "requests for offices"},
         .examples = {"mingji allocations requests --open"},
         .options = {{"--open", {"只列办理中的", "only those that did not end"}},
                     {"--unit", {"只列该单位的", "only of this unit"}, "UNIT"}}},
        list);
    add(ask_command(), ask);
    add({.path = {"allocations", "search"},
         .summary = {"为申请查找可调剂的空置房间，合适的在前", "rooms that nobody has, those that suit first"},
         .examples = {"mingji allocations search 2026-0001"},
         .arguments = {number}},
        search);
    add(step_command(), take_step);
    add(settle_command(), settle);
}

}  // namespace allocations
