// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace sql {

enum class Violation {
    none,
    unique,
    check,
    foreign_key,
    not_null,
    busy,        // somebody else holds it: try again
    full,        // no space left for the data
    unavailable  // the database is gone or cannot be read: try again later
};

// The database refused or broke. The text names the constraint, never the bound values (they may be personal data).
class SqlError : public std::runtime_error {
public:
    SqlError(Violation violation, std::string constraint, const std::string& what)
        : std::runtime_error{what}, violation_{violation}, constraint_{std::move(constraint)}
    {
    }

    Violation violation() const { return violation_; }
    // CHECK and FOREIGN KEY: the constraint's name; UNIQUE: its name on PostgreSQL, "table.column, ..." on SQLite.
    const std::string& constraint() const { return constraint_; }
    bool violates(std::string_view constraint) const { return constraint_ == constraint; }

private:
    Violation violation_;
    std::string constraint_;
};

}  // namespace sql
