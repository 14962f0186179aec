// SPDX-License-Identifier: Apache-2.0
#include "app/backup/restore.h"
#include "app/commands.h"
#include "app/desk.h"
#include "base/instant.h"
#include "cli/json.h"

#include <boost/json.hpp>

namespace app {

namespace {

namespace json = boost::json;

Backups backups_of(const cli::Input& input, const base::Clock& clock)
{
    const auto data = data_folder(input);
    const std::string folder = input.text("--folder");
    return Backups{data, folder.empty() ? data / "backups" : std::filesystem::path{folder}, clock};
}

cli::Exit show(const std::vector<Manifest>& backups, cli::Terminal& terminal)
{
    if (terminal.format == cli::Format::json) {
        json::array items;
        for (const Manifest& one : backups)
            items.push_back(json::object{{"name", one.name},
                                         {"why", one.why},
                                         {"made", one.made_ms == 0 ? "" : base::instant_text(one.made_ms)},
                                         {"version", one.version},
                                         {"rows", one.rows()},
                                         {"files", one.files.size()},
                                         {"readable", one.made_ms != 0}});
        cli::print_json(terminal.out, json::object{{"items", std::move(items)}});
        return cli::Exit::done;
    }
    std::vector<std::vector<std::string>> rows;
    for (const Manifest& one : backups) {
        const bool is_readable = one.made_ms != 0;
        rows.push_back({one.name, is_readable ? base::instant_text(one.made_ms).substr(0, 19) : "",
                        is_readable ? terminal.words("backup.why." + one.why) : terminal.words("backup.unreadable"),
                        std::to_string(one.rows()), std::to_string(one.files.size())});
    }
    cli::print_table(terminal.out,
                     {{terminal.say({"名称", "name"})},
                      {terminal.say({"时间", "made"})},
                      {terminal.say({"原因", "why"})},
                      {terminal.say({"记录", "rows"}), cli::Side::right},
                      {terminal.say({"文件", "files"}), cli::Side::right}},
                     rows);
    return cli::Exit::done;
}

cli::Exit create(Desk& desk, const cli::Input& input, cli::Terminal& terminal)
{
    auto office = desk.open_to_read(input);
    if (!office) return refuse(terminal, office.error());
    Backups backups = backups_of(input, office->clock);
    const Manifest made = backups.create(office->db, "demand");
    terminal.note(terminal.words(
        "backup.made",
        {{"name", made.name}, {"rows", std::to_string(made.rows())}, {"files", std::to_string(made.files.size())}}));
    if (terminal.format == cli::Format::json) return show({made}, terminal);
    terminal.out << made.name << '\n';
    return cli::Exit::done;
}

cli::Exit verify(const cli::Input& input, cli::Terminal& terminal)
{
    const base::SystemClock clock;
    const auto faults = backups_of(input, clock).verify(input.text("NAME"));
    if (!faults) return refuse(terminal, faults.error());
    json::array items;
    for (const BackupFault& fault : *faults) {
        if (terminal.format == cli::Format::table) terminal.out << terminal.words(fault.error) << '\n';
        items.push_back(
            json::object{{"file", fault.file}, {"code", fault.error.code}, {"message", terminal.words(fault.error)}});
    }
    if (terminal.format == cli::Format::json) cli::print_json(terminal.out, json::object{{"faults", std::move(items)}});
    if (!faults->empty()) return cli::Exit::errors_found;
    terminal.note(terminal.words("backup.whole", {{"name", input.text("NAME")}}));
    return cli::Exit::done;
}

cli::Exit restore_one(const cli::Input& input, cli::Terminal& terminal)
{
    const std::string name = input.text("NAME");
    if (input.text("--confirm") != name)
        return refuse(terminal, {base::ErrorKind::conflict, "backup.not_confirmed", {{"name", name}}});
    const base::SystemClock clock;
    Backups backups = backups_of(input, clock);
    std::filesystem::create_directories(data_folder(input));
    const auto restored = restore(backups, database_of(data_folder(input)), name, {command_line_actor()}, clock);
    if (!restored) return refuse(terminal, restored.error());
    terminal.note(terminal.words("backup.restored", {{"name", name},
                                                     {"rows", std::to_string(restored->backup.rows())},
                                                     {"files", std::to_string(restored->backup.files.size())}}));
    if (!restored->restore_point.empty())
        terminal.note(terminal.words("backup.restore_point", {{"name", restored->restore_point}}));
    return cli::Exit::done;
}

}  // namespace

void add_backup_commands(cli::Program& program, Desk& desk)
{
    const cli::Argument name{"NAME", {"备份名称", "name of the backup"}};
    const cli::Option folder{"--folder", {"备份目录（默认 数据目录/backups）", "folder of the backups"}, "DIR"};
    program.add(
        {.path = {"backup", "create"},
         .summary = {"备份数据库、佐证材料和审计检查点；服务运行时也可以",
                     "back up database and files, also while the server runs"},
         .examples = {"mingji backup create", "mingji backup create --folder /mnt/usb/mingji"},
         .options = {folder},
         .run = [&desk](const cli::Input& input, cli::Terminal& terminal) { return create(desk, input, terminal); }});
    program.add({.path = {"backup", "list"},
                 .summary = {"列出备份，新的在前", "list the backups, newest first"},
                 .examples = {"mingji backup list"},
                 .options = {folder},
                 .run = [](const cli::Input& input, cli::Terminal& terminal) {
                     const base::SystemClock clock;
                     return show(backups_of(input, clock).list(), terminal);
                 }});
    program.add({.path = {"backup", "verify"},
                 .summary = {"逐字节检查一份备份，并试恢复一次", "read a backup to its end and restore it on trial"},
                 .examples = {"mingji backup verify 20261124-020000-1f2e3d"},
                 .arguments = {name},
                 .options = {folder},
                 .run = verify});
    program.add({.path = {"backup", "restore"},
                 .summary = {"用一份备份替换现有数据（先自动备份现状）", "put a backup in the place of the data"},
                 .examples = {"mingji backup restore 20261124-020000-1f2e3d --confirm 20261124-020000-1f2e3d"},
                 .arguments = {name},
                 .options = {folder, {"--confirm", {"再写一遍备份名称以确认", "the name again, to confirm"}, "NAME"}},
                 .run = restore_one});
}

}  // namespace app
