// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "check/core/rule.h"

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

std::vector<Table> tables_of(const Material& material);

// 合计, 总计, 总分, 支出合计 …
bool is_total_word(std::string_view word);

// The first column whose title has one of the words and none of the others; the number of titles where none has.
std::size_t column_of(const Table& table, std::initializer_list<std::string_view> words,
                      std::initializer_list<std::string_view> but = {});
const Claim* figure_in(const TableRow& row, std::size_t column);

}  // namespace check
