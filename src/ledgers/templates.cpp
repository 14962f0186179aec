// SPDX-License-Identifier: Apache-2.0
#include "ledgers/templates.h"

#include <algorithm>

#include "ledgers/definition_table.h"
#include "ledgers/standard.h"

namespace ledgers {

namespace {

using spreadsheet::Cell;
using spreadsheet::CellKind;
using spreadsheet::ColumnKind;

ColumnKind kind_of(ColumnType type)
{
    switch (type) {
        case ColumnType::integer:
        case ColumnType::decimal: return ColumnKind::number;
        case ColumnType::money: return ColumnKind::money;
        case ColumnType::date: return ColumnKind::date;
        case ColumnType::time: return ColumnKind::time;
        default: return ColumnKind::text;
    }
}

std::string how_to_write(const Column& column)
{
    switch (column.type) {
        case ColumnType::text: return "文本。";
        case ColumnType::integer: return "整数，不要写约数。";
        case ColumnType::decimal: return "数字，可以有小数。";
        case ColumnType::money: return "金额，以元为单位，最多两位小数。";
        case ColumnType::date: return "日期，写成 2024-07-01。";
        case ColumnType::time: return "日期和时间，写成 2024-07-01 09:30。";
        case ColumnType::choice: return "从下拉列表中选择。";
        case ColumnType::organisation: return "单位全称。";
        case ColumnType::attachment: return "附件的 SM3 摘要，64 位十六进制数字。";
    }
    return {};
}

std::string note_of(const Column& column)
{
    std::string note = how_to_write(column);
    if (!column.unit.empty() && column.type != ColumnType::money) note += "单位：" + column.unit + "。";
    note += column.is_required ? "必填。" : "可以不填。";
    if (column.is_identity) note += "标识列：相同的视为同一条记录，再次导入时按它比较。";
    if (column.is_period) note += "期间列：决定记录属于哪个期间。";
    return note;
}

Cell example_of(const Column& column)
{
    switch (column.type) {
        case ColumnType::text: return {CellKind::text, column.is_identity ? "示例-001" : "示例"};
        case ColumnType::integer: return {CellKind::number, "12"};
        case ColumnType::decimal: return {CellKind::number, "120.5"};
        case ColumnType::money: return {CellKind::number, "1234.5"};
        case ColumnType::date: return {CellKind::date, "2024-07-01"};
        case ColumnType::time: return {CellKind::time, "2024-07-01 09:30:00"};
        case ColumnType::choice: return {CellKind::text, column.choices.front()};
        case ColumnType::organisation: return {CellKind::text, "示例单位"};
        case ColumnType::attachment: return {CellKind::text, std::string(64, '0')};
    }
    return {};
}

// A header says what bare numbers count in; an import understands both (header.h).
std::string header_of(const Column& column)
{
    const bool says_already = column.title.ends_with(")") || column.title.ends_with("）");
    return column.unit.empty() || says_already ? column.title : column.title + "（" + column.unit + "）";
}

// Letters of a Chinese header take two places of a Latin one.
int width_of(const std::string& header)
{
    return std::max(14, static_cast<int>(header.size() / 3 * 2) + 4);
}

// What a sheet may be called: at most 31 letters, and none of those that stand for places.
std::string sheet_name_of(const std::string& ledger)
{
    constexpr std::size_t most_letters = 31;
    std::string name;
    std::size_t count = 0;
    for (const char c : ledger) {
        const bool begins_letter = (static_cast<unsigned char>(c) & 0xC0) != 0x80;
        if (begins_letter && ++count > most_letters) break;
        name += std::string_view{"[]:*?/\\'"}.find(c) == std::string_view::npos ? c : '_';
    }
    return name;
}

spreadsheet::TableSheet sheet_of(const Definition& definition)
{
    spreadsheet::TableSheet sheet{sheet_name_of(definition.name)};
    sheet.title = definition.name;
    sheet.example_rows.emplace_back();
    for (const Column& column : definition.columns) {
        const std::string header = header_of(column);
        spreadsheet::Column out{header, kind_of(column.type), width_of(header), column.choices, note_of(column)};
        out.need = column.is_required ? spreadsheet::Need::required : spreadsheet::Need::optional;
        sheet.columns.push_back(std::move(out));
        sheet.example_rows.front().push_back(example_of(column));
    }
    return sheet;
}

}  // namespace

spreadsheet::TableSheet empty_table_of(const Definition& definition)
{
    spreadsheet::TableSheet sheet = sheet_of(definition);
    sheet.title.clear();
    sheet.example_rows.clear();
    for (spreadsheet::Column& column : sheet.columns) {
        column.choices.clear();
        column.note.clear();
    }
    return sheet;
}

std::vector<spreadsheet::TableSheet> template_of(const Definition& definition)
{
    return {sheet_of(definition)};
}

std::vector<Cell> row_of(const Definition& definition, const std::vector<std::string>& cells)
{
    std::vector<Cell> row;
    for (std::size_t i = 0; i < definition.columns.size(); ++i) {
        const ColumnType type = definition.columns[i].type;
        if (i >= cells.size() || cells[i].empty())
            row.emplace_back();
        else if (is_number(type))
            row.push_back({CellKind::number, cells[i]});
        else
            row.push_back({type == ColumnType::date ? CellKind::date : CellKind::text, cells[i]});
    }
    return row;
}

spreadsheet::TableSheet template_of(const Definition& definition, const std::vector<std::string>& example)
{
    spreadsheet::TableSheet sheet = sheet_of(definition);
    sheet.example_rows.front() = row_of(definition, example);
    return sheet;
}

std::vector<spreadsheet::TableSheet> definition_template(const std::string& name)
{
    spreadsheet::TableSheet sheet = sheet_of(definition_table());
    sheet.title = "台账定义：一行说明台账的一列";
    const auto text = [](const std::string& value) { return Cell{CellKind::text, value}; };
    const auto row = [&](const std::vector<std::string>& values) {
        std::vector<Cell> cells;
        for (const std::string& value : values) cells.push_back(value.empty() ? Cell{} : text(value));
        return cells;
    };
    sheet.example_rows = {
        row({name, "编号", "文本", "", "是", "是", "否", ""}),
        row({name, "日期", "日期", "", "是", "否", "是", ""}),
        row({name, "数量", "小数", "平方米", "否", "否", "否", ""}),
        row({name, "结果", "选项", "", "是", "否", "否", "合格、不合格"}),
    };
    const std::vector<std::string> notes{
        "台账的名称，同一个台账的各列写同一个名称。",
        "工作簿表头中的列名。单位已有的表头不必改，导入时可以指定对应关系。",
        "这一列填什么。",
        "数字的计量单位：平方米、人、小时、% 等。金额一律以元计。",
        "“是”表示每条记录都要填。",
        "能区分每条记录的列，例如编号，至少一列。再次导入时按它比较，不会重复。",
        "记录发生的日期或时间所在的列，最多一列。按期间统计时使用。",
        "类型为“选项”时列出全部可选内容，用顿号“、”分开。",
    };
    for (std::size_t i = 0; i < notes.size(); ++i) sheet.columns[i].note = notes[i];
    return {std::move(sheet)};
}

std::vector<spreadsheet::TableSheet> template_for(const std::optional<Definition>& declared, const std::string& name)
{
    if (declared) return template_of(*declared);
    const auto standard = standard_ledger(name);
    return standard ? template_of(*standard) : definition_template(name);
}

base::Result<void> write_template(const std::filesystem::path& file, const std::optional<Definition>& declared,
                                  const std::string& name)
{
    return spreadsheet::write_workbook(file, template_for(declared, name));
}

}  // namespace ledgers
