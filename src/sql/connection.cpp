// SPDX-License-Identifier: Apache-2.0
#include "sql/connection.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <deque>
#include <system_error>

#include <soci/postgresql/soci-postgresql.h>

#include "sql/session.h"

namespace sql {

using namespace sqlite_api;

namespace {

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

bool is_postgres(const std::string& target)
{
    return target.starts_with("postgresql://") || target.starts_with("postgres://") || target.starts_with("host=");
}

// What soci::use refers to must stay where it is until the statement ran.
struct Bound {
    std::string name;
    soci::indicator indicator = soci::i_ok;
    long long number = 0;
    std::string text;
};

void bind(soci::statement& statement, std::deque<Bound>& keep, const Parameters& parameters)
{
    for (const auto& [name, value] : parameters) {
        Bound& bound = keep.emplace_back();
        bound.name = name;
        if (const auto* const number = std::get_if<std::int64_t>(&value.variant())) {
            bound.number = *number;
            statement.exchange(soci::use(bound.number, bound.indicator, bound.name));
        } else {
            const auto* const text = std::get_if<std::string>(&value.variant());
            bound.indicator = text ? soci::i_ok : soci::i_null;
            if (text) bound.text = *text;
            statement.exchange(soci::use(bound.text, bound.indicator, bound.name));
        }
    }
}

Value::Variant value_at(const soci::row& row, std::size_t column)
{
    if (row.get_indicator(column) == soci::i_null) return std::monostate{};
    switch (row.get_properties(column).get_data_type()) {
        case soci::dt_string: return row.get<std::string>(column);
        case soci::dt_integer: return std::int64_t{row.get<int>(column)};
        case soci::dt_long_long: return std::int64_t{row.get<long long>(column)};
        default:
            throw std::logic_error("column " + row.get_properties(column).get_name() + " is neither text nor whole");
    }
}

std::shared_ptr<std::vector<std::string>> names_of(const soci::row& row)
{
    auto names = std::make_shared<std::vector<std::string>>();
    for (std::size_t i = 0; i < row.size(); ++i) names->push_back(row.get_properties(i).get_name());
    return names;
}

}  // namespace

Connection::Session::~Session()
{
    try {
        soci.close();
    } catch (const soci::soci_error&) {
        // Closing a lost connection: there is nothing left to save and nobody to tell.
    }
    if (lock_file >= 0) ::close(lock_file);
}

Connection::Connection(std::unique_ptr<Session> session) : session_{std::move(session)} {}

Connection::~Connection() = default;

std::unique_ptr<Connection> Connection::open(const std::string& target)
{
    try {
        if (is_postgres(target)) {
            auto session = std::make_unique<Session>(Engine::postgres, -1);
            session->soci.open(soci::postgresql, target);
            session->soci << "SET client_min_messages = warning";
            session->soci << "SET synchronous_commit = on";
            return std::unique_ptr<Connection>{new Connection{std::move(session)}};
        }
        const bool in_memory = target == ":memory:";
        auto session = std::make_unique<Session>(Engine::sqlite, in_memory ? -1 : take_lock(target));
        session->soci.open(soci::sqlite3, "dbname=" + target);
        auto connection = std::unique_ptr<Connection>{new Connection{std::move(session)}};
        connection->script(
            "PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON; PRAGMA mmap_size = 0;"
            "PRAGMA trusted_schema = OFF; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
        return connection;
    } catch (const soci::soci_error& error) {
        throw translated(error, "open");
    }
}

Engine Connection::engine() const
{
    return session_->engine;
}

std::int64_t Connection::execute(std::string_view text, const Parameters& parameters)
{
    try {
        std::deque<Bound> keep;
        soci::statement statement{session_->soci};
        statement.alloc();
        bind(statement, keep, parameters);
        statement.prepare(std::string{text});
        statement.define_and_bind();
        statement.execute(true);
        return statement.get_affected_rows();
    } catch (const soci::soci_error& error) {
        throw translated(error, text);
    }
}

void Connection::each(std::string_view text, const Parameters& parameters, const std::function<void(const Row&)>& visit)
{
    if (engine() == Engine::sqlite) return each_sqlite_row(*session_, text, parameters, visit);
    try {
        std::deque<Bound> keep;
        soci::row fetched;
        soci::statement statement{session_->soci};
        statement.alloc();
        statement.exchange(soci::into(fetched));
        bind(statement, keep, parameters);
        statement.prepare(std::string{text});
        statement.define_and_bind();
        statement.execute(false);
        std::shared_ptr<std::vector<std::string>> names;
        while (statement.fetch()) {
            if (!names) names = names_of(fetched);
            std::vector<Value::Variant> values;
            values.reserve(fetched.size());
            for (std::size_t i = 0; i < fetched.size(); ++i) values.push_back(value_at(fetched, i));
            visit(Row{names, std::move(values)});
        }
    } catch (const soci::soci_error& error) {
        throw translated(error, text);
    }
}

std::vector<Row> Connection::query(std::string_view text, const Parameters& parameters)
{
    std::vector<Row> rows;
    each(text, parameters, [&rows](const Row& row) { rows.push_back(row); });
    return rows;
}

void Connection::script(const std::string& statements)
{
    if (engine() == Engine::sqlite) {
        sqlite_api::sqlite3* const db =
            static_cast<soci::sqlite3_session_backend*>(session_->soci.get_backend())->conn_;
        if (sqlite3_exec(db, statements.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
            throw sqlite_error(db, statements);
        return;
    }
    auto* const db = static_cast<soci::postgresql_session_backend*>(session_->soci.get_backend())->conn_;
    const std::unique_ptr<PGresult, decltype(&PQclear)> result{PQexec(db, statements.c_str()), &PQclear};
    const auto status = PQresultStatus(result.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
        throw SqlError(Violation::none, {}, std::string{"script refused: "} + PQerrorMessage(db));
}

Transaction::Transaction(Connection& db) : db_{db}
{
    db_.script(db_.engine() == Engine::sqlite ? "BEGIN IMMEDIATE" : "BEGIN");
}

Transaction::~Transaction()
{
    if (!open_) return;
    try {
        db_.script("ROLLBACK");
    } catch (const SqlError&) {
        // The connection is gone, and with it the transaction: the database rolls back by itself.
        open_ = false;
    }
}

void Transaction::commit()
{
    db_.script("COMMIT");
    open_ = false;
}

}  // namespace sql
