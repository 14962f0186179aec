// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <string_view>
#include <vector>

#include "check/core/rule.h"

namespace check {

// Of the report's blocks and claims; material_of keeps them for every rule.
std::vector<Table> tables_of(const Material& material);

// 合计, 总计, 总分, 支出合计 …
bool is_total_word(std::string_view word);

// The first column whose title has one of the words and none of the others; the number of titles where none has.
std::size_t column_of(const Table& table, std::initializer_list<std::string_view> words,
                      std::initializer_list<std::string_view> but = {});
const Claim* figure_in(const TableRow& row, std::size_t column);

}  // namespace check
