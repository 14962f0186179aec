// SPDX-License-Identifier: Apache-2.0
#include "ledgers/exports.h"

#include "ledgers/templates.h"

namespace ledgers {

namespace {

using spreadsheet::Cell;
using spreadsheet::CellKind;

Cell cell_of_type(ColumnType type, const std::string& text)
{
    if (text.empty()) return {};
    if (is_number(type)) return {CellKind::number, text};
    if (type == ColumnType::date) return {CellKind::date, text};
    return {type == ColumnType::time ? CellKind::time : CellKind::text, text};
}

}  // namespace

base::Result<void> export_records(const Ledgers& ledgers, const base::Actor& actor, const std::string& name,
                                  const RecordQuery& query, const std::filesystem::path& file,
                                  spreadsheet::TableFormat format)
{
    TRY_ASSIGN(const Register known, ledgers.find(actor, name));
    const Definition& definition = known.definition;
    spreadsheet::TableSheet sheet = empty_table_of(definition);
    base::Result<void> read;
    sheet.more_rows = [&](const spreadsheet::TakeRow& take) {
        std::vector<Cell> cells(definition.columns.size());
        read = ledgers.each_record(actor, name, query, [&](const ShownRecord& record) {
            for (std::size_t i = 0; i < cells.size(); ++i)
                cells[i] = cell_of_type(definition.columns[i].type, record.cells[i]);
            take(cells);
        });
    };
    TRY(spreadsheet::write_table(file, sheet, format));
    return read;
}

}  // namespace ledgers
