// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "sql/connection.h"

namespace sql {

struct TableColumn {
    std::string name;
    bool is_text = false;  // else a whole number

    friend bool operator==(const TableColumn&, const TableColumn&) = default;
};

struct Table {
    std::string name;
    std::vector<TableColumn> columns = {};
    std::vector<std::string> key = {};         // of its primary key, in its order
    std::vector<std::string> references = {};  // other tables
};

// Every table of ours, without schema_migration: referenced tables before those that refer to them, otherwise by name.
// The same list on both engines.
std::vector<Table> tables(Connection& db);

}  // namespace sql
