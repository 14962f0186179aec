// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "ledgers/core/definition.h"
#include "spreadsheet/write.h"

namespace ledgers {

// The workbook that a unit fills in for a register: drop-downs for choices, a note per column, an example row.
std::vector<spreadsheet::TableSheet> template_of(const Definition& definition);
// The same with this example in canonical cells, the last ones left out where they are empty.
spreadsheet::TableSheet template_of(const Definition& definition, const std::vector<std::string>& example);

// The workbook 台账定义, in which a unit describes a register of its own; the example rows describe `name`.
std::vector<spreadsheet::TableSheet> definition_template(const std::string& name);

// Canonical cells as a sheet keeps them: numbers, days and texts.
std::vector<spreadsheet::Cell> row_of(const Definition& definition, const std::vector<std::string>& cells);

// Its columns alone, as records are handed out under them.
spreadsheet::TableSheet empty_table_of(const Definition& definition);

// What `mingji template ledger NAME` writes: the template of the declared register, else of the standard one of this
// name, else the definition workbook.
std::vector<spreadsheet::TableSheet> template_for(const std::optional<Definition>& declared, const std::string& name);
base::Result<void> write_template(const std::filesystem::path& file, const std::optional<Definition>& declared,
                                  const std::string& name);

}  // namespace ledgers
