// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <unordered_map>

#include "base/content_store.h"
#include "sql/session.h"

namespace sql {

namespace {

std::string after(std::string_view text, std::string_view before)
{
    const auto start = text.find(before);
    return start == std::string_view::npos ? std::string{} : std::string{text.substr(start + before.size())};
}

SqlError error_of(sqlite3* db, std::string_view statement)
{
    const int code = sqlite3_errcode(db) & 0xFF;
    const std::string message = sqlite3_errmsg(db);
    const std::string what = message + " (" + std::string{statement} + ")";
    const auto starts = [&](const char* kind) { return message.find(kind) != std::string::npos; };
    if (starts("UNIQUE constraint failed"))
        return {Violation::unique, after(message, "UNIQUE constraint failed: "), what};
    if (starts("CHECK constraint failed")) return {Violation::check, after(message, "CHECK constraint failed: "), what};
    if (starts("FOREIGN KEY constraint failed")) return {Violation::foreign_key, {}, what};
    if (starts("NOT NULL constraint failed"))
        return {Violation::not_null, after(message, "NOT NULL constraint failed: "), what};
    // A trigger's RAISE(ABORT, 'name') arrives as the bare name.
    if (code == SQLITE_CONSTRAINT) return {Violation::check, message, what};
    if (code == SQLITE_BUSY || code == SQLITE_LOCKED) return {Violation::busy, {}, what};
    if (code == SQLITE_FULL) return {Violation::full, {}, what};
    if (code == SQLITE_IOERR || code == SQLITE_CANTOPEN) return {Violation::unavailable, {}, what};
    return {Violation::none, {}, what};
}

// An SQLite file has one owner: Debian's 3.40 can lose commits when two connections checkpoint (sqlite.org/wal.html,
// "WAL reset bug"), so a second process is kept out by a lock beside the file.
int take_lock(const std::string& path)
{
    const std::string name = path + ".lock";
    const int descriptor = ::open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0) throw std::system_error(errno, std::generic_category(), name);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) return descriptor;
    const int why = errno;
    ::close(descriptor);
    if (why != EWOULDBLOCK) throw std::system_error(why, std::generic_category(), name);
    throw SqlError(Violation::busy, "data_folder", "another process uses " + path);
}

void bind_at(sqlite3_stmt* statement, int position, const Value& value)
{
    if (const auto* const number = std::get_if<std::int64_t>(&value.variant()))
        sqlite3_bind_int64(statement, position, *number);
    else if (const auto* const text = std::get_if<std::string>(&value.variant()))
        sqlite3_bind_text(statement, position, text->data(), static_cast<int>(text->size()), SQLITE_STATIC);
    else
        sqlite3_bind_null(statement, position);
}

Value::Variant column_value(sqlite3_stmt* statement, int column)
{
    switch (sqlite3_column_type(statement, column)) {
        case SQLITE_NULL: return std::monostate{};
        case SQLITE_INTEGER: return std::int64_t{sqlite3_column_int64(statement, column)};
        case SQLITE_TEXT: {
            const auto* const bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
            return std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement, column)));
        }
        default:
            throw std::logic_error(std::string{"column "} + sqlite3_column_name(statement, column) +
                                   " is neither text nor whole");
    }
}

struct Prepared {
    sqlite3_stmt* statement = nullptr;
    std::shared_ptr<std::vector<std::string>> names = std::make_shared<std::vector<std::string>>();
    bool is_running = false;
};

// A statement is found by its text without a copy of the text.
struct TextHash : std::hash<std::string_view> {
    using is_transparent = void;
};

// Some rows in one statement: where triggers stand on a table, SQLite notes before each statement how every page that
// it writes to was, so a statement for each row takes twice the time.
class SqliteBulk final : public BulkTarget {
public:
    SqliteBulk(sqlite3* db, std::string_view table, const std::vector<std::string>& columns)
        : db_{db}, columns_{columns.size()}
    {
        std::string names;
        for (const std::string& column : columns) {
            names += (names.empty() ? "" : ", ") + column;
            row_ += row_.empty() ? "(?" : ", ?";
        }
        row_ += ")";
        head_ = "INSERT INTO " + std::string{table} + " (" + names + ") VALUES ";
        statement_ = prepared(rows_at_once);
        waiting_.reserve(rows_at_once * columns_);
    }

    void add(const std::vector<Value>& row) override
    {
        waiting_.insert(waiting_.end(), row.begin(), row.end());
        if (waiting_.size() == rows_at_once * columns_) write(statement_.get());
    }

    void finish() override
    {
        if (!waiting_.empty()) write(prepared(waiting_.size() / columns_).get());
    }

private:
    using Statement = std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)>;
    static constexpr std::size_t rows_at_once = 64;

    Statement prepared(std::size_t rows) const
    {
        std::string text = head_;
        for (std::size_t i = 0; i < rows; ++i) text += (i == 0 ? "" : ", ") + row_;
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_prepare_v2(db_, text.c_str(), -1, &statement, nullptr) != SQLITE_OK) throw error_of(db_, text);
        return {statement, &sqlite3_finalize};
    }

    void write(sqlite3_stmt* statement)
    {
        for (std::size_t i = 0; i < waiting_.size(); ++i) bind_at(statement, static_cast<int>(i) + 1, waiting_[i]);
        const std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_reset)> used{statement, &sqlite3_reset};
        if (sqlite3_step(statement) != SQLITE_DONE) throw error_of(db_, "bulk insert");
        waiting_.clear();
    }

    sqlite3* db_;
    std::size_t columns_;
    std::string head_, row_;
    Statement statement_{nullptr, &sqlite3_finalize};
    std::vector<Value> waiting_;  // bound where they stand
};

// strpos(text, part) as PostgreSQL has it: which letter the part begins at, 0 when it is nowhere. Looking for a text is
// one statement on both engines then, without the signs that LIKE gives a meaning.
void find_part(sqlite3_context* context, int, sqlite3_value** values)
{
    const auto text_of = [](sqlite3_value* value) {
        const auto* const bytes = reinterpret_cast<const char*>(sqlite3_value_text(value));
        return std::string_view{bytes, bytes ? static_cast<std::size_t>(sqlite3_value_bytes(value)) : 0};
    };
    const std::string_view text = text_of(values[0]);
    const std::string_view part = text_of(values[1]);
    if (!text.data() || !part.data()) return sqlite3_result_null(context);
    const auto at = static_cast<const char*>(::memmem(text.data(), text.size(), part.data(), part.size()));
    if (!at && !part.empty()) return sqlite3_result_int(context, 0);
    const auto begins_letter = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
    const auto before = at ? std::count_if(text.data(), at, begins_letter) : 0;
    sqlite3_result_int(context, static_cast<int>(before) + 1);
}

class SqliteSession final : public Session {
public:
    SqliteSession(const std::string& path, SqliteAccess access)
    {
        const bool is_owner = access == SqliteAccess::owner;
        if (is_owner && path != ":memory:") lock_file_ = take_lock(path);
        const int mode = is_owner ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
        try {
            if (sqlite3_open_v2(path.c_str(), &db_, mode | SQLITE_OPEN_NOMUTEX, nullptr) != SQLITE_OK)
                throw error_of(db_, "open " + path);
            // Only the owner checkpoints, see take_lock().
            if (!is_owner) sqlite3_db_config(db_, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
            script(
                "PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON; PRAGMA mmap_size = 0;"
                "PRAGMA trusted_schema = OFF;");
            // A long import under 2 MiB of pages, the default, writes them out and reads them back many times; and what
            // SQLite notes to take one statement back would go through a temporary file.
            if (is_owner)
                script(
                    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                    "PRAGMA cache_size = -8192; PRAGMA temp_store = MEMORY;");
            // A server has a reader for each worker: half of the default, 1 MiB, keeps what a page of a list touches.
            if (!is_owner) script("PRAGMA cache_size = -1024;");
            constexpr int pure = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
            if (sqlite3_create_function(db_, "strpos", 2, pure, nullptr, find_part, nullptr, nullptr) != SQLITE_OK)
                throw error_of(db_, "strpos");
        } catch (...) {
            close();
            throw;
        }
    }
    ~SqliteSession() override { close(); }

    Engine engine() const override { return Engine::sqlite; }
    bool in_transaction() const override { return sqlite3_get_autocommit(db_) == 0; }
    bool is_alive() const override { return true; }
    void set_patience(Patience) override {}  // the engine works in this thread

    std::int64_t run(std::string_view text, const Parameters& parameters, const RowVisitor& visit) override
    {
        Prepared& prepared = prepare(text);
        if (prepared.is_running) return run_apart(text, parameters, visit);
        // Whatever happens, the statement is free for the next one.
        const std::unique_ptr<Prepared, void (*)(Prepared*)> running{&prepared, [](Prepared* done) {
                                                                         sqlite3_reset(done->statement);
                                                                         sqlite3_clear_bindings(done->statement);
                                                                         done->is_running = false;
                                                                     }};
        prepared.is_running = true;
        return step_through(prepared, text, parameters, visit);
    }

    void script(const std::string& statements) override
    {
        if (sqlite3_exec(db_, statements.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
            throw error_of(db_, statements);
    }

    std::unique_ptr<BulkTarget> bulk(std::string_view table, const std::vector<std::string>& columns) override
    {
        return std::make_unique<SqliteBulk>(db_, table, columns);
    }

private:
    void close()
    {
        for (auto& [text, prepared] : prepared_) sqlite3_finalize(prepared.statement);
        prepared_.clear();
        sqlite3_close_v2(db_);
        db_ = nullptr;
        if (lock_file_ >= 0) ::close(lock_file_);
        lock_file_ = -1;
    }

    Prepared prepared_anew(std::string_view text)
    {
        Prepared made;
        if (sqlite3_prepare_v2(db_, text.data(), static_cast<int>(text.size()), &made.statement, nullptr) != SQLITE_OK)
            throw error_of(db_, text);
        for (int i = 0; i < sqlite3_column_count(made.statement); ++i)
            made.names->push_back(sqlite3_column_name(made.statement, i));
        return made;
    }

    Prepared& prepare(std::string_view text)
    {
        const auto known = prepared_.find(text);
        if (known != prepared_.end()) return known->second;
        return prepared_.emplace(std::string{text}, prepared_anew(text)).first->second;
    }

    // The same statement inside its own rows.
    std::int64_t run_apart(std::string_view text, const Parameters& parameters, const RowVisitor& visit)
    {
        const Prepared apart = prepared_anew(text);
        const std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> owned{apart.statement, &sqlite3_finalize};
        return step_through(apart, text, parameters, visit);
    }

    std::int64_t step_through(const Prepared& prepared, std::string_view text, const Parameters& parameters,
                              const RowVisitor& visit)
    {
        std::vector<bool> given(static_cast<std::size_t>(sqlite3_bind_parameter_count(prepared.statement)) + 1);
        for (const auto& [name, value] : parameters) {
            const int position = sqlite3_bind_parameter_index(prepared.statement, (":" + name).c_str());
            if (position == 0) throw std::logic_error("the statement has no parameter :" + name);
            if (given[static_cast<std::size_t>(position)]) throw given_twice(name);
            given[static_cast<std::size_t>(position)] = true;
            bind_at(prepared.statement, position, value);
        }
        int outcome = SQLITE_ROW;
        while ((outcome = sqlite3_step(prepared.statement)) == SQLITE_ROW) {
            std::vector<Value::Variant> values;
            values.reserve(prepared.names->size());
            for (std::size_t i = 0; i < prepared.names->size(); ++i)
                values.push_back(column_value(prepared.statement, static_cast<int>(i)));
            if (visit) visit(Row{prepared.names, std::move(values)});
        }
        if (outcome != SQLITE_DONE) throw error_of(db_, text);
        return sqlite3_changes64(db_);
    }

    sqlite3* db_ = nullptr;
    int lock_file_ = -1;  // descriptor of the file's lock, or -1
    std::unordered_map<std::string, Prepared, TextHash, std::equal_to<>> prepared_;
};

}  // namespace

void replace_file(const std::string& path, const std::string& with)
{
    const int lock = take_lock(path);
    // The new file is whole without a log of its own; a log left of the old one must not be applied to it.
    for (const char* const suffix : {"-wal", "-shm"}) {
        std::filesystem::remove(path + suffix);
        std::filesystem::remove(with + suffix);
    }
    std::filesystem::rename(with, path);
    std::filesystem::remove(with + ".lock");
    base::sync_folder(std::filesystem::path{path}.parent_path());
    ::close(lock);
}

std::unique_ptr<Session> open_sqlite(const std::string& path, SqliteAccess access)
{
    return std::make_unique<SqliteSession>(path, access);
}

}  // namespace sql
