// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/date.h"
#include "ledgers/core/definition.h"

namespace ledgers {

// U+001F, the unit separator: no cell may hold it (ledgers.cell.control_character).
inline constexpr char cell_separator = '\x1f';

// Cells of one record as one text, empty cells at the end left out, so that a new column changes no record.
std::string join_cells(const std::vector<std::string>& cells);
std::vector<std::string> split_cells(std::string_view joined);

// The compact identity cells as one text; records are the same record when this is the same.
std::string identity_of(const Definition& definition, const std::vector<std::string>& cells);
// For people: HY-001, or 一号楼 / 301.
std::string shown_identity(std::string_view identity);

// SM3 over titles and values of the cells that are not empty.
std::string digest_of(const Definition& definition, std::string_view joined_cells);

// A record as a file says it.
struct NewRecord {
    std::string identity;
    std::string cells;  // joined
    std::optional<base::Date> occurred_on;
    std::uint32_t sheet = 0;  // which of the sheets that were read
    std::uint32_t row = 0;    // 1-based
};

// A record as the register has it.
struct KnownRecord {
    std::string id;
    std::string identity;
    std::string cells;
    std::string place;
    std::int64_t version = 1;
    bool is_removed = false;
    std::string importer = {};  // the person whose import left it so; empty: the command line
    std::optional<base::Date> occurred_on = {};
};

struct ColumnChange {
    std::string column;
    std::string before;
    std::string after;
};

struct Changed {
    std::size_t record = 0;  // position among the new records
    KnownRecord before;
    std::vector<ColumnChange> columns;
};

// What an import would make of the register. A record that was removed once and is in the file again counts as
// restored: it goes on under its old id. Missing records stay as they are unless somebody asks for their removal.
struct Difference {
    std::vector<std::size_t> added;
    std::vector<Changed> changed;
    std::vector<Changed> restored;
    std::vector<KnownRecord> missing;
    std::size_t unchanged = 0;
    std::vector<std::string> foreign = {};  // identities of records that it would change and must not

    bool is_nothing() const { return added.empty() && changed.empty() && restored.empty(); }
};

// Compares a file's records, each identity once, with those of the register, which come one by one. With an owner,
// records that others imported are not there to be changed or missed.
class Comparison {
public:
    Comparison(const Definition& definition, const std::vector<NewRecord>& records,
               std::optional<std::string> owner = {});

    void known(KnownRecord record);
    Difference finish();

private:
    const Definition& definition_;
    const std::vector<NewRecord>& records_;
    std::optional<std::string> owner_;
    std::unordered_map<std::string_view, std::size_t> by_identity_;
    std::vector<bool> met_;
    Difference difference_;
};

}  // namespace ledgers
