// SPDX-License-Identifier: Apache-2.0
#include "sql/dump.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <stdexcept>

#include "base/sm3.h"
#include "sql/tables.h"

namespace sql {

namespace {

constexpr std::size_t piece_bytes = 1 << 16;
constexpr const char* first_line = "@mingji-dump 1";

// One moment for all tables.
class Snapshot {
public:
    explicit Snapshot(Connection& db) : db_{db}
    {
        db_.script(db_.engine() == Engine::sqlite ? "BEGIN" : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    }
    ~Snapshot()
    {
        try {
            db_.script("ROLLBACK");
        } catch (const SqlError&) {
            return;  // the connection is gone, and with it the snapshot
        }
    }
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;

private:
    Connection& db_;
};

void append_escaped(std::string& line, std::string_view text)
{
    for (const char c : text) switch (c) {
            case '\\': line += "\\\\"; break;
            case '\t': line += "\\t"; break;
            case '\n': line += "\\n"; break;
            case '\r': line += "\\r"; break;
            case '@': line += "\\@"; break;
            default: line += c;
        }
}

std::string line_of(const Table& table, const Row& row)
{
    std::string line;
    for (const TableColumn& column : table.columns) {
        if (!line.empty() || &column != &table.columns.front()) line += '\t';
        if (row.is_null(column.name))
            line += "\\N";
        else if (column.is_text)
            append_escaped(line, row.text(column.name));
        else
            line += std::to_string(row.integer(column.name));
    }
    return line += '\n';
}

std::string joined(const std::vector<std::string>& names)
{
    std::string list;
    for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
    return list;
}

std::string rows_of(const Table& table)
{
    std::vector<std::string> names;
    for (const TableColumn& column : table.columns) names.push_back(column.name);
    return "SELECT " + joined(names) + " FROM " + table.name + " ORDER BY " + joined(table.key);
}

// PostgreSQL would hand over a whole table at once; a cursor hands it over in pieces.
void each_row(Connection& db, const Table& table, const std::function<void(const Row&)>& visit)
{
    if (db.engine() == Engine::sqlite) return db.each(rows_of(table), {}, visit);
    const std::string cursor = "dump_" + table.name;
    db.script("DECLARE " + cursor + " NO SCROLL CURSOR FOR " + rows_of(table));
    const std::string fetch = "FETCH FORWARD 5000 FROM " + cursor;
    for (bool has_more = true; has_more;) {
        has_more = false;
        db.each(fetch, {}, [&](const Row& row) {
            has_more = true;
            visit(row);
        });
    }
    db.script("CLOSE " + cursor);
}

std::string heading(const Table& table)
{
    std::string line = "@table " + table.name;
    for (const TableColumn& column : table.columns) line += " " + column.name + (column.is_text ? ":text" : ":whole");
    return line;
}

// What is loaded was recorded before: a rule about recording, "this month is closed", does not ask it again. Inside a
// transaction that is rolled back unless all of them are awake again.
class RestingTriggers {
public:
    RestingTriggers(Connection& db, const std::vector<Table>& tables) : db_{db}
    {
        if (db_.engine() == Engine::sqlite) {
            constexpr std::string_view all =
                "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid";
            const std::vector<Row> triggers = db_.query(all);
            for (const Row& row : triggers) db_.execute("DROP TRIGGER " + row.text("name"));
            for (const Row& row : triggers) wake_.push_back(row.text("sql"));
            return;
        }
        for (const Table& table : tables) {
            db_.execute("ALTER TABLE " + table.name + " DISABLE TRIGGER USER");
            wake_.push_back("ALTER TABLE " + table.name + " ENABLE TRIGGER USER");
        }
    }

    void wake() const
    {
        for (const std::string& statement : wake_) db_.execute(statement);
    }

private:
    Connection& db_;
    std::vector<std::string> wake_ = {};
};

std::vector<std::string> words_of(std::string_view line)
{
    std::vector<std::string> words;
    while (!line.empty()) {
        const auto end = std::min(line.find(' '), line.size());
        words.emplace_back(line.substr(0, end));
        line.remove_prefix(std::min(end + 1, line.size()));
    }
    return words;
}

// None for a field that cannot be read.
std::optional<Value> value_of(std::string_view field, bool is_text)
{
    if (field == "\\N") return Value{};
    std::string plain;
    for (std::size_t i = 0; i < field.size(); ++i) {
        if (field[i] != '\\') {
            plain += field[i];
            continue;
        }
        if (++i == field.size()) return std::nullopt;
        const char c = field[i];
        plain += c == 't' ? '\t' : c == 'n' ? '\n' : c == 'r' ? '\r' : c;
    }
    if (is_text) return plain.find('\0') == std::string::npos ? std::optional{Value{std::move(plain)}} : std::nullopt;
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), number);
    if (plain.empty() || error != std::errc{} || end != plain.data() + plain.size()) return std::nullopt;
    return Value{number};
}

std::optional<std::vector<Value>> row_of(std::string_view line, const Table& table)
{
    std::vector<Value> row;
    row.reserve(table.columns.size());
    for (const TableColumn& column : table.columns) {
        const auto end = std::min(line.find('\t'), line.size());
        auto value = value_of(line.substr(0, end), column.is_text);
        if (!value) return std::nullopt;
        row.push_back(*std::move(value));
        const bool is_last = &column == &table.columns.back();
        if ((end == line.size()) != is_last) return std::nullopt;
        line.remove_prefix(std::min(end + 1, line.size()));
    }
    return row;
}

tl::unexpected<base::Error> refusal(const char* code, const std::string& table)
{
    return base::fail(base::ErrorKind::invalid, code, {{"table", table}});
}

// The rows up to the table's @end, checked against it.
base::Result<DumpedTable> load_table(Connection& db, const Table& table, const ReadLine& read)
{
    std::vector<std::string> names;
    for (const TableColumn& column : table.columns) names.push_back(column.name);
    DumpedTable loaded{table.name};
    base::Sm3 digest;
    BulkInsert rows{db, table.name, names};
    while (true) {
        const auto line = read();
        if (!line) return refusal("sql.dump.cut_off", table.name);
        if (line->starts_with('@')) {
            const auto words = words_of(*line);
            loaded.digest = digest.finish();
            const bool fits = words.size() == 3 && words[0] == "@end" && words[1] == std::to_string(loaded.rows) &&
                              words[2] == loaded.digest;
            if (!fits) return refusal("sql.dump.damaged", table.name);
            rows.finish();
            return loaded;
        }
        const auto row = row_of(*line, table);
        if (!row) return refusal("sql.dump.damaged", table.name);
        digest.add(*line);
        digest.add("\n");
        rows.add(*row);
        ++loaded.rows;
    }
}

}  // namespace

std::vector<DumpedTable> dump(Connection& db, const std::function<void(std::string_view)>& write)
{
    const Snapshot snapshot{db};
    std::string piece = std::string{first_line} + "\n";
    std::set<std::pair<std::string, std::int64_t>> steps;
    for (const Row& row : db.query("SELECT slice, number FROM schema_migration"))
        steps.emplace(row.text("slice"), row.integer("number"));
    for (const auto& [slice, number] : steps) piece += "@step " + slice + " " + std::to_string(number) + "\n";
    std::vector<DumpedTable> dumped;
    for (const Table& table : tables(db)) {
        DumpedTable one{table.name};
        base::Sm3 digest;
        piece += heading(table) + "\n";
        each_row(db, table, [&](const Row& row) {
            const std::string line = line_of(table, row);
            digest.add(line);
            ++one.rows;
            piece += line;
            if (piece.size() < piece_bytes) return;
            write(piece);
            piece.clear();
        });
        one.digest = digest.finish();
        piece += "@end " + std::to_string(one.rows) + " " + one.digest + "\n";
        dumped.push_back(std::move(one));
    }
    write(piece);
    return dumped;
}

base::Result<std::vector<DumpedTable>> load(Connection& db, const std::vector<std::span<const Migration>>& slices,
                                            const ReadLine& read)
{
    if (!tables(db).empty()) return base::fail(base::ErrorKind::conflict, "sql.dump.not_empty");
    if (read() != first_line) return base::fail(base::ErrorKind::invalid, "sql.dump.not_a_dump");
    Transaction transaction{db};
    std::set<std::pair<std::string, int>> steps;
    std::optional<std::string> line;
    while ((line = read()) && line->starts_with("@step ")) {
        const auto words = words_of(*line);
        if (words.size() != 3) return base::fail(base::ErrorKind::invalid, "sql.dump.not_a_dump");
        steps.emplace(words[1], std::atoi(words[2].c_str()));
    }
    TRY(migrate_to(db, slices, steps));
    // Rows of one table may refer to each other in any order.
    if (db.engine() == Engine::sqlite) db.script("PRAGMA defer_foreign_keys = ON");
    const RestingTriggers resting{db, tables(db)};
    std::vector<DumpedTable> loaded;
    for (const Table& table : tables(db)) {
        if (!line) return refusal("sql.dump.cut_off", table.name);
        if (*line != heading(table)) return refusal("sql.dump.other_columns", table.name);
        TRY_ASSIGN(DumpedTable one, load_table(db, table, read));
        loaded.push_back(std::move(one));
        line = read();
    }
    if (line) return base::fail(base::ErrorKind::invalid, "sql.dump.not_a_dump");
    resting.wake();
    TRY(migrate(db, slices));
    transaction.commit();
    return loaded;
}

void drop_everything(Connection& db)
{
    if (db.engine() == Engine::sqlite) throw std::logic_error("an SQLite file is replaced, not emptied");
    const std::string schema = db.query("SELECT CAST(current_schema() AS TEXT) AS name").front().text("name");
    db.script("DROP SCHEMA \"" + schema + "\" CASCADE; CREATE SCHEMA \"" + schema + "\"");
}

}  // namespace sql
