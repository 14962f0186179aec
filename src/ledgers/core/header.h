// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "ledgers/core/definition.h"

namespace ledgers {

// What a unit's own header texts mean: compact header text -> column title; an empty title leaves the column out. 里程
// also means 里程（公里）.
using Mapping = std::map<std::string, std::string>;

// One column of a sheet that holds one column of the register.
struct HeaderCell {
    std::size_t sheet_column = 0;  // 0-based
    std::size_t column = 0;        // of the definition
    std::string text;              // as written
    std::string unit = {};         // what bare numbers below count in, when the header says so
};

struct Header {
    std::size_t first_row = 0;  // positions in the rows given, the last one is part of the header
    std::size_t last_row = 0;
    std::vector<HeaderCell> cells;          // by sheet column
    std::vector<std::string> unknown = {};  // header texts that belong to no column
    std::vector<HeaderCell> twice = {};     // a second header for a column already found
    std::vector<std::size_t> missing = {};  // required columns without a header

    const HeaderCell* of_column(std::size_t column) const;
};

// The header among the first rows of a sheet (texts by column, merged cells already spread): one row, or two rows
// whose texts are joined (报修 over 编号, 时间) where that explains more columns. Headers match titles after folding;
// a bracket at the end (金额（万元）, 日期(必填)) may differ. Amounts whose header has none count in what a line above
// the header says (单位：万元). None where no row names at least two columns and half of those that are required: such
// a sheet belongs to something else.
std::optional<Header> find_header(std::span<const std::vector<std::string>> rows, const Definition& definition,
                                  const Mapping& mapping);

}  // namespace ledgers
