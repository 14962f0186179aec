// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sql/connection.h"

namespace sql {

// What the engine says of itself: 3.40.1, or 15.20 (Debian 15.20-0+deb12u1).
std::string engine_version(Connection& db);

// How far a slice's schema is.
struct SchemaStep {
    std::string slice;
    std::int64_t number = 0;
};
std::vector<SchemaStep> schema_steps(Connection& db);  // by slice

// The rows of every table of ours, without schema_migration: as many as a dump writes when nobody changes any.
std::int64_t row_count(Connection& db);

}  // namespace sql
