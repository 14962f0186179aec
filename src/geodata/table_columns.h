// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "spreadsheet/table.h"

namespace geodata {

// Which column of a table of boundary points (界址点成果表) holds what; columns count from 0.
struct TableColumns {
    std::uint32_t north = 0;
    std::uint32_t east = 0;
    std::optional<std::uint32_t> point = std::nullopt;   // 点号
    std::optional<std::uint32_t> code = std::nullopt;    // 宗地代码, 房屋编号
    std::optional<std::uint32_t> number = std::nullopt;  // 编号: of a parcel or of a point
    std::optional<std::uint32_t> name = std::nullopt;
    std::optional<std::uint32_t> ring = std::nullopt;  // 圈号: 1 is the outer one
};

// None for a row that is no header: it names no X or no Y.
std::optional<TableColumns> header_of(const spreadsheet::Row& row);

// Whether an attribute of a map file (宗地代码, BDCDYH) is what its shape is called by, or its name.
bool is_code_name(std::string_view attribute);
bool is_name_name(std::string_view attribute);

}  // namespace geodata
