// SPDX-License-Identifier: Apache-2.0
#include "ledgers/standard.h"

#include <stdexcept>

#include "ledgers/definition_table.h"

namespace ledgers {

namespace {

std::vector<Definition> parsed()
{
    auto workbook = spreadsheet::Workbook::from_bytes(std::string{standard_csv()}, "standard.csv");
    if (!workbook) throw std::logic_error("rules/ledgers/standard.csv: " + workbook.error().code);
    auto table = read_definitions(*workbook, "standard.csv");
    if (!table) throw std::logic_error("rules/ledgers/standard.csv: " + table.error().code);
    // Shipped with the program, so a mistake in it is ours; tests/definition_table_test.cpp reads it.
    if (!table->reading.is_clean()) {
        const Problem& first = table->reading.problems.front();
        throw std::logic_error("rules/ledgers/standard.csv: " + first.place + " " + first.error.code);
    }
    return std::move(table->definitions);
}

}  // namespace

const std::vector<Definition>& standard_ledgers()
{
    static const std::vector<Definition> definitions = parsed();
    return definitions;
}

std::optional<Definition> standard_ledger(const std::string& name)
{
    for (const Definition& definition : standard_ledgers())
        if (definition.name == name) return definition;
    return std::nullopt;
}

}  // namespace ledgers
