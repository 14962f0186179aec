// SPDX-License-Identifier: Apache-2.0
#include "sql/postgres_link.h"

#include <poll.h>

#include <array>
#include <cerrno>

namespace sql {

namespace {

using std::chrono::seconds;

// What a network that swallows everything is noticed by, where the target does not say it itself: an idle connection is
// asked after ten seconds, and what was sent has to be confirmed within as much. Sockets of this machine need neither.
PGconn* connect(const std::string& target)
{
    static const std::string connecting = std::to_string(longest_connecting.count());
    static const std::string unconfirmed = std::to_string(longest_silence.count() * 1000);
    constexpr std::size_t count = 7;
    const std::array<const char*, count> names{"connect_timeout",
                                               "tcp_user_timeout",
                                               "keepalives_idle",
                                               "keepalives_interval",
                                               "keepalives_count",
                                               "dbname",
                                               nullptr};
    const std::array<const char*, count> values{
        connecting.c_str(), unconfirmed.c_str(), "10", "2", "3", target.c_str(), nullptr};
    return PQconnectdbParams(names.data(), values.data(), 1);
}

// Whether the server answers anybody: a new connection gets as far as a word from it.
bool is_well(const std::string& target)
{
    static const std::string connecting = std::to_string(longest_connecting.count());
    const std::array<const char*, 3> names{"connect_timeout", "dbname", nullptr};
    const std::array<const char*, 3> values{connecting.c_str(), target.c_str(), nullptr};
    return PQpingParams(names.data(), values.data(), 1) == PQPING_OK;
}

bool is_ready(int socket, short events, seconds within)
{
    pollfd one{socket, events, 0};
    const auto milliseconds = static_cast<int>(std::chrono::milliseconds{within}.count());
    int found = 0;
    do found = ::poll(&one, 1, milliseconds);
    while (found < 0 && errno == EINTR);
    return found != 0;  // where poll() itself fails, libpq says what it is
}

Violation violation_of(std::string_view state)
{
    if (state == "23505") return Violation::unique;
    if (state == "23514" || state == "23P01") return Violation::check;
    if (state == "23503") return Violation::foreign_key;
    if (state == "23502") return Violation::not_null;
    if (state == "55P03" || state == "40001" || state == "40P01" || state == "57014") return Violation::busy;
    if (state == "53100") return Violation::full;
    if (state.starts_with("08") || state.starts_with("57P") || state.starts_with("53")) return Violation::unavailable;
    return Violation::none;
}

std::string field(const PGresult* answer, int which)
{
    const char* const text = answer ? PQresultErrorField(answer, which) : nullptr;
    return text ? text : "";
}

}  // namespace

PostgresLink::PostgresLink(const std::string& target) : target_{target}, connection_{connect(target), &PQfinish}
{
    if (PQstatus(connection_.get()) != CONNECTION_OK)
        throw SqlError(Violation::unavailable, {}, std::string{"PostgreSQL: "} + PQerrorMessage(connection_.get()));
    PQsetnonblocking(connection_.get(), 1);
}

bool PostgresLink::is_alive() const
{
    return connection_ && PQstatus(connection_.get()) == CONNECTION_OK;
}

bool PostgresLink::in_transaction() const
{
    if (!connection_) return false;
    const auto status = PQtransactionStatus(connection_.get());
    return status == PQTRANS_INTRANS || status == PQTRANS_ACTIVE || status == PQTRANS_INERROR;
}

void PostgresLink::set_patience(Patience patience)
{
    if (patience == patience_) return;
    const std::string limit = std::to_string(std::chrono::milliseconds{longest_statement}.count());
    const std::string statement =
        patience == Patience::request ? "SET statement_timeout = " + limit : "RESET statement_timeout";
    const PostgresAnswer answer = run(statement);
    if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK) throw error_of(answer.get(), statement);
    patience_ = patience;
}

PGconn* PostgresLink::connection() const
{
    if (connection_) return connection_.get();
    throw SqlError(Violation::unavailable, {}, "PostgreSQL: the connection was given up");
}

PostgresAnswer PostgresLink::run(const std::string& statements)
{
    return sent(PQsendQuery(connection(), statements.c_str()), statements);
}

PostgresAnswer PostgresLink::prepare(const std::string& name, const std::string& statement)
{
    return sent(PQsendPrepare(connection(), name.c_str(), statement.c_str(), 0, nullptr), statement);
}

std::vector<PostgresAnswer> PostgresLink::run_prepared(const std::vector<PostgresCall>& calls)
{
    std::vector<PostgresAnswer> answers;
    if (calls.size() == 1) {
        answers.push_back(sent(send(calls.front()) ? 1 : 0, calls.front().name));
        return answers;
    }
    bool is_sent = PQenterPipelineMode(connection()) == 1;
    for (const PostgresCall& call : calls) is_sent = is_sent && send(call);
    is_sent = is_sent && PQpipelineSync(connection()) == 1;
    if (is_sent) {
        flush();
        answers = receive_all();
        is_sent = !is_alive() || PQexitPipelineMode(connection()) == 1;
    }
    if (is_sent) return answers;
    connection_.reset();  // half of it was sent: nothing else can be
    throw SqlError(Violation::unavailable, {}, "PostgreSQL: statements could not be sent together");
}

bool PostgresLink::send(const PostgresCall& call)
{
    std::vector<const char*> values;
    for (const auto& value : call.values) values.push_back(value ? value->c_str() : nullptr);
    return PQsendQueryPrepared(connection(), call.name.c_str(), static_cast<int>(values.size()), values.data(), nullptr,
                               nullptr, 0) == 1;
}

PostgresAnswer PostgresLink::sent(int is_sent, std::string_view what)
{
    if (is_sent != 1) throw error_of(nullptr, what);
    flush();
    return receive();
}

void PostgresLink::flush()
{
    while (PQflush(connection()) == 1) {
        // A server that waits for us to read would not read either.
        wait_for(POLLIN | POLLOUT);
        if (PQconsumeInput(connection()) != 1) return;  // lost, and the answer will say so
    }
}

PostgresAnswer PostgresLink::receive()
{
    PostgresAnswer last{nullptr, &PQclear};
    while (PGresult* const answer = next()) {
        last.reset(answer);
        if (PQresultStatus(answer) == PGRES_COPY_IN || PQstatus(connection()) != CONNECTION_OK) return last;
    }
    return last;
}

std::vector<PostgresAnswer> PostgresLink::receive_all()
{
    std::vector<PostgresAnswer> answers;
    while (PQstatus(connection()) == CONNECTION_OK) {
        PostgresAnswer answer{next(), &PQclear};
        if (!answer) continue;  // stands behind each answer
        const auto status = PQresultStatus(answer.get());
        if (status == PGRES_PIPELINE_SYNC) break;
        if (status != PGRES_PIPELINE_ABORTED) answers.push_back(std::move(answer));
    }
    return answers;
}

PGresult* PostgresLink::next()
{
    while (PQisBusy(connection()) == 1) {
        wait_for(POLLIN);
        if (PQconsumeInput(connection()) != 1) break;  // lost, and the answer says so
    }
    return PQgetResult(connection());
}

void PostgresLink::wait_for(short events)
{
    const int socket = PQsocket(connection());
    do
        if (is_ready(socket, events, longest_silence)) return;
    while (patience_ == Patience::work && is_well(target_));
    connection_.reset();
    throw SqlError(Violation::unavailable, {},
                   "PostgreSQL: no answer within " + std::to_string(longest_silence.count()) + " s");
}

void PostgresLink::send_rows(const std::string& rows)
{
    int outcome = 0;
    while ((outcome = PQputCopyData(connection(), rows.data(), static_cast<int>(rows.size()))) == 0) flush();
    if (outcome != 1) throw error_of(nullptr, "COPY");
    flush();
}

PostgresAnswer PostgresLink::end_rows()
{
    int outcome = 0;
    while ((outcome = PQputCopyEnd(connection(), nullptr)) == 0) flush();
    return sent(outcome, "COPY");
}

void PostgresLink::abandon_rows() noexcept
{
    try {
        if (!connection_) return;
        while (PQputCopyEnd(connection(), "abandoned") == 0) flush();
        flush();
        receive();
    } catch (const SqlError&) {
        return;  // the connection is lost, and the rows with it
    }
}

SqlError PostgresLink::error_of(const PGresult* answer, std::string_view statement) const
{
    const std::string state = field(answer, PG_DIAG_SQLSTATE);
    // The primary message has no values in it; the detail, which has, is left out.
    const std::string message = field(answer, PG_DIAG_MESSAGE_PRIMARY);
    const std::string what = (message.empty() ? std::string{PQerrorMessage(connection_.get())} : message) + " (" +
                             std::string{statement} + ")";
    // What the server says has a state; an error without one is libpq's own: the connection is lost, also where its
    // status does not say so yet.
    if (!is_alive() || state.empty()) return {Violation::unavailable, {}, what};
    const bool about_column = state == "23502";
    // A trigger that refuses says the rule's name as its message (RAISE … USING ERRCODE = 'check_violation').
    std::string constraint = field(answer, about_column ? PG_DIAG_COLUMN_NAME : PG_DIAG_CONSTRAINT_NAME);
    if (constraint.empty() && state == "23514") constraint = message;
    return {violation_of(state), constraint, what};
}

}  // namespace sql
