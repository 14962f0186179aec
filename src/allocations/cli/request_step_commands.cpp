// SPDX-License-Identifier: Apache-2.0
// What came of a way, and how a request ends.
#include "allocations/cli/allocations_commands.h"
#include "allocations/cli/request_output.h"

namespace allocations {

namespace {

using cli::Terminal;

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

cli::Command step_command()
{
    const RequestOptions shared;
    return {
        .path = {"allocations", "step"},
        .summary = {"登记调剂、置换、租用、建设的结果（须按顺序）", "record what came of a way; in their order"},
        .examples =
            {"mingji allocations step 2026-0001 调剂 无 --document 示例纪要 --reason 面积不足 "
             "--refuse FW-1/101=离办事大厅过远",
             "mingji allocations step 2026-0001 置换 无 --document 示例纪要 --searched 区内三处 --reason 无同类用房"},
        .arguments = {shared.number,
                      {"WAY", {"调剂、置换、租用或建设", "调剂, 置换, 租用 or 建设"}},
                      {"RESULT", {"无或有", "无 (none) or 有 (found)"}}},
        .options = {{"--document", {"依据文号", "the paper that says so"}, "TEXT", true},
                    {"--searched", {"查找范围", "what was looked at"}, "TEXT"},
                    shared.reason,
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
                    shared.day}};
}

cli::Command settle_command()
{
    const RequestOptions shared;
    return {.path = {"allocations", "settle"},
            .summary = {"办结申请：已满足、已撤回或不予配置", "end a request: 已满足, 已撤回 or 不予配置"},
            .examples = {"mingji allocations settle 2026-0001 已满足 --way 调剂 --reference 2026-0003",
                         "mingji allocations settle 2026-0001 已撤回 --reason 机构调整"},
            .arguments = {shared.number, {"OUTCOME", {"已满足、已撤回或不予配置", "已满足, 已撤回 or 不予配置"}}},
            .options = {{"--way", {"以哪种方式满足", "by which way"}, "WAY"},
                        {"--reference",
                         {"使用协议编号、置换文件、租约编码或建设批复",
                          "agreement, exchange paper, lease or construction approval"},
                         "TEXT"},
                        shared.office_area,
                        shared.service_area,
                        shared.reason,
                        shared.day}};
}

}  // namespace

void add_request_step_commands(cli::Program& program, const cli::OpenOffice& open)
{
    add_request_command(program, open, step_command(), take_step);
    add_request_command(program, open, settle_command(), settle);
}

}  // namespace allocations
