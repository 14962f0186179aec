// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

#include "ledgers/core/header.h"

namespace ledgers {

// What a row below the header is. Only records are records: totals would be counted twice.
enum class RowKind { record, blank, total, note, header_again };

// `cells` are the texts of the row by sheet column.
//   total         the first cell with a text, or an identity cell, says 合计, 总计, 小计, 本页合计, 一季度小计 …
//   note          the first cell with a text begins with 备注：, 填表人： … and the record's identity is not filled in
//   header_again  the header repeated on top of a printed page
RowKind kind_of_row(std::span<const std::string_view> cells, const Header& header, const Definition& definition);

}  // namespace ledgers
