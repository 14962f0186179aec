// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "ledgers/import.h"

namespace ledgers {

// The sheet 台账定义, one row per column of a register. It is read like any register, by this definition: 台账名称,
// 列名, 类型, 计量单位, 必填, 标识列, 期间列, 选项 (separated by 、 or ；).
const Definition& definition_table();

struct DefinitionTable {
    std::vector<Definition> definitions;  // in the order of the file; only those that are sound
    Reading reading;                      // with the problems of cells and of whole definitions
};

// Refuses as read_workbook() does.
base::Result<DefinitionTable> read_definitions(const std::filesystem::path& file);
base::Result<DefinitionTable> read_definitions(spreadsheet::Workbook& workbook, const std::string& name);

}  // namespace ledgers
