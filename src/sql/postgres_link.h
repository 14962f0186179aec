// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/sql: a connection to a PostgreSQL server on which no call waits for ever. libpq's plain calls do when
// the server is there and silent: stopped, swapped out, or behind a network that swallows what is sent.

#include <libpq-fe.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sql/error.h"
#include "sql/patience.h"

namespace sql {

using PostgresAnswer = std::unique_ptr<PGresult, decltype(&PQclear)>;

// A prepared statement with its values; none: NULL.
struct PostgresCall {
    std::string name = {};
    std::vector<std::optional<std::string>> values = {};
};

// Every call that waits throws SqlError, Violation::unavailable, when nobody answers; the connection is lost then, and
// with it its transaction. What the server refuses is an answer: error_of() makes an error of it.
class PostgresLink {
public:
    // Throws SqlError, Violation::unavailable.
    explicit PostgresLink(const std::string& target);

    bool is_alive() const;
    bool in_transaction() const;
    void set_patience(Patience patience);

    // Several statements separated by semicolons; the answer to the last one that ran.
    PostgresAnswer run(const std::string& statements);
    PostgresAnswer prepare(const std::string& name, const std::string& statement);
    // In one round trip. An answer to each, up to the first that is refused: what is behind that one did not run.
    std::vector<PostgresAnswer> run_prepared(const std::vector<PostgresCall>& calls);

    // Between COPY … FROM STDIN and its end.
    void send_rows(const std::string& rows);
    PostgresAnswer end_rows();
    void abandon_rows() noexcept;  // none of them is stored

    SqlError error_of(const PGresult* answer, std::string_view statement) const;

private:
    PGconn* connection() const;  // throws when it is lost
    bool send(const PostgresCall& call);
    PostgresAnswer sent(int is_sent, std::string_view what);
    PostgresAnswer receive();
    std::vector<PostgresAnswer> receive_all();
    PGresult* next();
    void flush();
    void wait_for(short events);

    std::string target_;
    std::unique_ptr<PGconn, decltype(&PQfinish)> connection_;
    Patience patience_ = Patience::work;
};

}  // namespace sql
