// SPDX-License-Identifier: Apache-2.0
#include "ledgers/definition_table.h"

#include <array>
#include <map>

#include "chinese/letters.h"

namespace ledgers {

namespace {

enum Field : std::size_t { ledger_name, title, type, unit, is_required, is_identity, is_period, choices, field_count };

std::vector<std::string> split_choices(const std::string& text)
{
    constexpr std::array<std::string_view, 6> separators{"、", "；", ";", "|", "，", "\n"};
    std::vector<std::string> parts{""};
    for (std::size_t at = 0; at < text.size();) {
        std::size_t separator_bytes = 0;
        for (const std::string_view separator : separators)
            if (std::string_view{text}.substr(at).starts_with(separator)) separator_bytes = separator.size();
        if (separator_bytes > 0)
            parts.emplace_back();
        else
            parts.back() += text[at];
        at += separator_bytes > 0 ? separator_bytes : 1;
    }
    std::vector<std::string> found;
    for (const std::string& part : parts)
        if (std::string choice = chinese::trimmed(part); !choice.empty()) found.push_back(std::move(choice));
    return found;
}

Column column_of(const std::vector<std::string>& cells)
{
    Column column{cells[title], type_of_chinese(cells[type]).value_or(ColumnType::text), cells[unit]};
    column.choices = split_choices(cells[choices]);
    column.is_required = cells[is_required] == "是";
    column.is_identity = cells[is_identity] == "是";
    column.is_period = cells[is_period] == "是";
    return column;
}

// Adds each definition to the table, or the reason why it is not one, at its first row.
void take_definitions(DefinitionTable& table)
{
    std::vector<Definition> found;
    std::vector<const NewRecord*> first_rows;
    std::map<std::string, std::size_t> position;
    for (const NewRecord& record : table.reading.records) {
        std::vector<std::string> cells = split_cells(record.cells);
        cells.resize(field_count);
        const auto [at, is_new] = position.try_emplace(cells[ledger_name], found.size());
        if (is_new) {
            found.push_back({cells[ledger_name], {}});
            first_rows.push_back(&record);
        }
        found[at->second].columns.push_back(column_of(cells));
    }
    for (std::size_t i = 0; i < found.size(); ++i) {
        auto definition = checked(std::move(found[i]));
        if (definition) {
            table.definitions.push_back(*std::move(definition));
            continue;
        }
        const NewRecord& row = *first_rows[i];
        const SheetRead& sheet = table.reading.sheets[row.sheet];
        ++table.reading.problem_count;
        table.reading.problems.push_back({row.sheet, row.row,
                                          spreadsheet::place(sheet.name, row.row, sheet.identity_column), "台账名称",
                                          std::move(definition).error()});
    }
}

DefinitionTable with_definitions(Reading reading)
{
    DefinitionTable table{{}, std::move(reading)};
    // With a cell wrong there is no telling what a definition lacks.
    if (table.reading.is_clean()) take_definitions(table);
    return table;
}

}  // namespace

const Definition& definition_table()
{
    static const Definition table = [] {
        const std::vector<std::string> yes_no{"是", "否"};
        Column name{"台账名称"};
        Column column_title{"列名"};
        name.is_identity = column_title.is_identity = true;
        Column kind{"类型", ColumnType::choice, {}, all_chinese_types()};
        kind.is_required = true;
        return checked({"台账定义",
                        {name,
                         column_title,
                         kind,
                         {"计量单位"},
                         {"必填", ColumnType::choice, {}, yes_no},
                         {"标识列", ColumnType::choice, {}, yes_no},
                         {"期间列", ColumnType::choice, {}, yes_no},
                         {"选项"}}})
            .value();
    }();
    return table;
}

base::Result<DefinitionTable> read_definitions(const std::filesystem::path& file)
{
    TRY_ASSIGN(Reading reading, read_register({file}, definition_table(), {}));
    return with_definitions(std::move(reading));
}

base::Result<DefinitionTable> read_definitions(spreadsheet::Workbook& workbook, const std::string& name)
{
    Reading reading;
    TRY(read_workbook(workbook, name, definition_table(), {}, reading));
    return with_definitions(std::move(reading));
}

}  // namespace ledgers
