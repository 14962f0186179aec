// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"

namespace base {

// The table of records that a slice hands to whoever measures them: typed cells, and for every record its id and the
// digest of what it says, so that a later change can be seen. Nothing here knows which slice it came from.
using Cell = std::variant<std::monostate, std::string, Decimal, Date, DateTime>;

enum class CellType { text, decimal, date, time };

struct RecordColumn {
    std::string name;  // the title people see and write in measures: 会议类别
    CellType type = CellType::text;
    std::string unit = {};  // of a decimal column: 元, m², 人
};

struct Record {
    std::string id;
    std::string digest;       // SM3 over the record's canonical text
    std::string place;        // where it came from: 会议台账.xlsx 会议!A12
    std::vector<Cell> cells;  // in column order
};

// Those who were asked the same: how many they are, where it is known, and on which days they were asked. Their answers
// are the records that say the same in the group column; what all of them say alike stands in `alike`, for those who
// were asked and did not answer.
struct Asked {
    std::optional<std::int64_t> count = {};
    Date from = {};
    Date until = {};
    Record alike = {};
};

struct Records {
    std::string source;  // stable name of the collection, as measures write it: 台账:会议台账, 预算:支付
    std::vector<RecordColumn> columns;
    std::vector<Record> rows;
    std::optional<std::size_t> period_column = {};  // the date or time column that places a record in a period
    std::optional<std::size_t> group_column = {};   // of answers: what was answered
    std::vector<Asked> asked = {};                  // of answers: one for each group

    // The column's position, or none.
    std::optional<std::size_t> column(const std::string& name) const
    {
        for (std::size_t i = 0; i < columns.size(); ++i)
            if (columns[i].name == name) return i;
        return std::nullopt;
    }
};

// As tables and digests print it: dates ISO, decimals with their scale, nothing for an empty cell.
std::string to_string(const Cell& cell);

}  // namespace base
