// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "check/core/claims.h"

namespace check {

struct TableRow {
    const Block* block = nullptr;
    std::size_t index = 0;                             // of ReportText::blocks
    std::string name = {};                             // its first filled cell, without blanks
    std::map<std::size_t, std::string> words = {};     // by column: every cell that has some, without blanks
    std::map<std::size_t, const Claim*> figures = {};  // by column: a cell that holds one number or amount alone
    bool is_among = false;                             // 其中
    bool is_total = false;                             // 合计, 总计, 总分 …
};

// Rows that stand together below one head; a table whose first row already holds figures has no titles.
struct Table {
    std::vector<std::string> titles;
    std::vector<TableRow> rows;
};

}  // namespace check
