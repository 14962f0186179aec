// SPDX-License-Identifier: Apache-2.0
// mingji migrate-engine: every row from one engine to the other, compared afterwards.
#include "app/backup/packed_text.h"
#include "app/commands.h"
#include "app/desk.h"
#include "app/schema.h"
#include "base/random.h"
#include "sql/dump.h"

namespace app {

namespace {

// A file that goes with its owner.
struct Passing {
    std::filesystem::path file;
    ~Passing()
    {
        std::error_code ignored;
        std::filesystem::remove(file, ignored);
    }
};

base::Result<std::vector<sql::DumpedTable>> carry(sql::Connection& from, sql::Connection& to,
                                                  const std::filesystem::path& folder)
{
    const Passing passing{folder / ("moving-" + base::random_hex(6) + ".gz")};
    PackedWriter writer{passing.file};
    const auto sent = sql::dump(from, [&writer](std::string_view piece) { writer.write(piece); });
    writer.finish();
    PackedReader reader{passing.file};
    TRY_ASSIGN(const auto loaded, sql::load(to, schema(), [&reader] { return reader.line(); }));
    // What arrived is read once more: equal row by row, or it is said.
    const auto arrived = sql::dump(to, [](std::string_view) {});
    if (loaded != sent || arrived != sent) return base::fail(base::ErrorKind::conflict, "app.migrate_engine.differs");
    return arrived;
}

cli::Exit move(Desk& desk, const cli::Input& input, cli::Terminal& terminal)
{
    const std::string target = input.text("--to");
    auto office = desk.open_to_read(input);
    if (!office) return refuse(terminal, office.error());
    const bool is_server = sql::is_server(target);
    if (!is_server) std::filesystem::create_directories(target);
    const auto to = sql::Connection::open(is_server ? target : database_in(target));
    const auto moved = carry(office->db, *to, office->data);
    if (!moved) return refuse(terminal, moved.error());
    std::vector<std::vector<std::string>> rows;
    for (const sql::DumpedTable& table : *moved)
        if (table.rows > 0) rows.push_back({table.name, std::to_string(table.rows), table.digest.substr(0, 16)});
    cli::print_table(terminal.out,
                     {{terminal.say({"表", "table"})}, {terminal.say({"行数", "rows"}), cli::Side::right}, {"SM3"}},
                     rows);
    terminal.note(terminal.words("app.migrate_engine.done"));
    return cli::Exit::done;
}

}  // namespace

void add_migrate_engine_command(cli::Program& program, Desk& desk)
{
    program.add(
        {.path = {"migrate-engine"},
         .summary = {"把全部数据搬到另一种数据库（SQLite ⇄ PostgreSQL），并逐行核对",
                     "move all rows to the other engine and compare them"},
         .examples = {"mingji migrate-engine --to postgresql://…",
                      "MINGJI_DATABASE=postgresql://… mingji migrate-engine --to 新数据目录"},
         .options = {{"--to",
                      {"postgresql:// 地址，或新的数据目录", "address of the server, or a new data folder"},
                      "TARGET",
                      true}},
         .run = [&desk](const cli::Input& input, cli::Terminal& terminal) { return move(desk, input, terminal); }});
}

}  // namespace app
