// SPDX-License-Identifier: Apache-2.0
#include "app/commands.h"
#include "identity/people.h"

namespace app {

namespace {

constexpr int code_minutes = 15;

cli::Exit add(Desk& desk, const cli::Input& input, cli::Terminal& terminal)
{
    const auto office = desk.open(input);
    if (!office) return refuse(terminal, office.error());
    identity::Person person;
    person.account = input.text("ACCOUNT");
    person.name = input.text_or("--name", person.account);
    if (input.has("--section")) person.section = base::OrgId{input.text("--section")};
    const auto scope = identity::scope_of(input.text_or("--scope", "unit"));
    if (!scope)
        return refuse(terminal,
                      {base::ErrorKind::not_found, "identity.scope.unknown", {{"scope", input.text("--scope")}}});
    for (const std::string& role : input.all("--role")) person.roles.push_back({role, *scope});
    const auto added = identity::People{office->db, office->clock}.add(office->actor, person);
    if (!added) return refuse(terminal, added.error());
    terminal.note(terminal.words("app.people.added", {{"account", added->account}}));
    return cli::Exit::done;
}

// The code is the answer: it goes to standard output, alone.
cli::Exit code(Desk& desk, const cli::Input& input, cli::Terminal& terminal)
{
    const auto office = desk.open(input);
    if (!office) return refuse(terminal, office.error());
    const auto person =
        identity::People{office->db, office->clock}.find_account(office->actor.org, input.text("ACCOUNT"));
    if (!person) return refuse(terminal, person.error());
    if (input.has("--without-second-factor")) {
        const auto removed =
            identity::People{office->db, office->clock}.remove_second_factor(office->actor, person->id);
        if (!removed) return refuse(terminal, removed.error());
    }
    const auto issued =
        identity::Sessions{office->db, office->clock}.issue_code(office->actor, person->id, code_minutes);
    if (!issued) return refuse(terminal, issued.error());
    terminal.out << *issued << '\n';
    return cli::Exit::done;
}

}  // namespace

void add_people_commands(cli::Program& program, Desk& desk)
{
    const cli::Argument account{"ACCOUNT", {"登录名", "account"}};
    program.add(
        {.path = {"people", "add"},
         .summary = {"增加一名用户", "add a person"},
         .examples = {"mingji people add jixiao --name 绩效科 --role performance"},
         .arguments = {account},
         .options = {{"--name", {"显示的姓名或岗位（默认与登录名相同）", "name that is shown"}, "NAME"},
                     {"--role", {"角色，可多次", "role, may be repeated"}, "ROLE", false, true},
                     {"--scope", {"数据范围：own section unit unit_and_below all（默认 unit）", "whose rows"}, "SCOPE"},
                     {"--section", {"所在科室的编号", "id of the person's section"}, "ID"}},
         .run = [&desk](const cli::Input& input, cli::Terminal& terminal) { return add(desk, input, terminal); }});
    program.add(
        {.path = {"people", "code"},
         .summary = {"发一个一次性登录码，15 分钟内有效", "issue a sign-in code, good once for 15 minutes"},
         .examples = {"mingji people code jixiao"},
         .arguments = {account},
         .options = {{"--without-second-factor",
                      {"去掉动态口令（手机丢失时），下次登录重新设置",
                       "take the second factor away, after a lost telephone"}}},
         .run = [&desk](const cli::Input& input, cli::Terminal& terminal) { return code(desk, input, terminal); }});
}

}  // namespace app
