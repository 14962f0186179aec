// SPDX-License-Identifier: Apache-2.0
#include "premises/register_reading.h"

namespace premises {

namespace {

std::string sheet_names()
{
    std::string names;
    for (const auto& sheet : register_sheets) names += (names.empty() ? "" : "、") + std::string{sheet.chinese};
    return names;
}

}  // namespace

std::vector<const ledgers::Definition*> all_definitions()
{
    std::vector<const ledgers::Definition*> all;
    for (const auto& sheet : register_sheets) all.push_back(&definition_of(sheet.value));
    return all;
}

base::Result<std::vector<ledgers::TableRows>> read_sheets(const ImportFile& file, ImportOutcome& outcome)
{
    TRY_ASSIGN(std::vector<ledgers::TableRows> tables, ledgers::read_tables(file, all_definitions(), outcome));
    if (tables.empty())
        return base::fail(base::ErrorKind::invalid, "premises.import.no_table",
                          {{"file", file.path.filename().string()}, {"sheets", sheet_names()}});
    return tables;
}

}  // namespace premises
