// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"
#include "base/result.h"
#include "ledgers/core/definition.h"

namespace ledgers {

enum class Compare { equal, contains, at_least, at_most };

// One column's cell against a value. A day against a time means that whole day.
struct CellFilter {
    std::size_t column = 0;
    Compare how = Compare::equal;
    std::string value = {};                    // as it was written, empty: cells without a value
    std::optional<base::Decimal> number = {};  // of a column of numbers
};

struct RecordSort {
    std::size_t column = 0;
    bool is_descending = false;
};

// Which records of a register, and in which order: as they came where nothing is said.
struct RecordQuery {
    std::string text = {};  // stands in any cell; small and capital Latin letters are the same
    std::vector<CellFilter> filters = {};
    std::optional<RecordSort> sort = {};

    bool takes_all() const { return text.empty() && filters.empty(); }
    bool is_as_it_came() const { return takes_all() && !sort; }
};

// "状态=已完成", "名称~会议", "日期>=2024-07-01", "人数<=12". Only declared columns can be named. Refuses
// ledgers.query.column_unknown {text, columns}, .not_a_number {column, value}, .not_a_day {column, value} and
// .not_in_order {column}: only numbers, days and times are more or less.
base::Result<CellFilter> parse_filter(const Definition& definition, const std::string& text);
// "日期" or, from the last to the first, "-日期". Refuses ledgers.query.column_unknown.
base::Result<RecordSort> parse_sort(const Definition& definition, const std::string& text);

// One cell of a record's joined cells (difference.h), without taking the others apart.
std::string_view cell_of(std::string_view joined_cells, std::size_t column);

class RecordMatcher {
public:
    RecordMatcher(const Definition& definition, const RecordQuery& query);
    bool matches(std::string_view joined_cells) const;

private:
    const Definition& definition_;
    const RecordQuery& query_;
    std::string lowered_;  // query_.text
};

// Puts records into order: numbers as numbers, all else by its bytes, records that say the same as they came.
class RecordSorter {
public:
    RecordSorter(const Definition& definition, const RecordSort& sort);
    void add(std::string_view joined_cells);
    // The positions of what was added, in order.
    std::vector<std::uint32_t> order();

private:
    RecordSort sort_;
    bool is_number_;
    std::vector<base::Decimal> numbers_;
    std::vector<bool> has_number_;
    std::string texts_;  // one after the other
    std::vector<std::size_t> ends_;
};

}  // namespace ledgers
