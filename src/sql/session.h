// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/sql: what stands behind Connection.

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>  // brings sqlite3.h in, inside namespace sqlite_api

#include "sql/connection.h"

namespace sql {

struct Connection::Session {
    Engine engine;
    int lock_file = -1;  // descriptor of the SQLite file's lock, or -1
    soci::session soci;

    Session(Engine chosen, int lock) : engine{chosen}, lock_file{lock} {}
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;
};

// The SqlError for what SOCI threw. The bound values that SOCI puts into its text are left out.
SqlError translated(const soci::soci_error& error, std::string_view statement);
SqlError sqlite_error(sqlite_api::sqlite3* db, std::string_view statement);

// SOCI types an SQLite column by its declaration and reads INTEGER as 32 bits, so rows are read from SQLite itself.
void each_sqlite_row(Connection::Session& session, std::string_view statement, const Parameters& parameters,
                     const std::function<void(const Row&)>& visit);

}  // namespace sql
