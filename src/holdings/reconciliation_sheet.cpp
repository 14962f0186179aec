// SPDX-License-Identifier: Apache-2.0
#include "holdings/reconciliation_sheet.h"

#include "base/decimal.h"

namespace holdings {

namespace {

using spreadsheet::CellKind;
using spreadsheet::ColumnKind;

spreadsheet::Cell text_cell(const std::string& text)
{
    return text.empty() ? spreadsheet::Cell{} : spreadsheet::Cell{CellKind::text, text};
}

spreadsheet::Cell area_cell(const std::optional<std::int64_t>& dm2)
{
    return dm2 ? spreadsheet::Cell{CellKind::number, base::Decimal{*dm2, 2}.to_string()} : spreadsheet::Cell{};
}

// What stands on the other side.
std::string theirs_of(ReconciliationKind kind)
{
    switch (kind) {
        case ReconciliationKind::ledger: return "分台账";
        case ReconciliationKind::stock: return "盘点";
        case ReconciliationKind::title: break;
    }
    return "权证";
}

}  // namespace

spreadsheet::TableSheet sheet_of(const Reconciliation& found, ReconciliationKind kind, bool only_differing)
{
    const std::string theirs = theirs_of(kind);
    spreadsheet::TableSheet sheet{std::string{base::named(reconciliation_kinds, kind).chinese}};
    sheet.title = sheet.name + "核对" + (found.against.empty() ? "" : "（" + found.against + "）");
    sheet.columns = {{"房屋编码"},
                     {"房屋名称", ColumnKind::text, 24},
                     {"房间号"},
                     {"核对结果", ColumnKind::text, 24},
                     {"总台账单位", ColumnKind::text, 24},
                     {theirs + (kind == ReconciliationKind::title ? "权利人和证书编号" : "单位"), ColumnKind::text, 24},
                     {"总台账面积（平方米）", ColumnKind::number, 20},
                     {theirs + "面积（平方米）", ColumnKind::number, 20},
                     {"相差面积（平方米）", ColumnKind::number, 20}};
    for (const ReconciliationLine& line : found.lines) {
        if (only_differing && line.reason == Difference::same) continue;
        const auto name = found.names.find(line.building);
        sheet.rows.push_back({text_cell(line.building), text_cell(name == found.names.end() ? "" : name->second),
                              text_cell(line.number),
                              text_cell(std::string{base::named(differences, line.reason).chinese}),
                              text_cell(line.ours), text_cell(line.theirs), area_cell(line.ours_dm2),
                              area_cell(line.theirs_dm2), area_cell(line.difference_dm2())});
    }
    return sheet;
}

}  // namespace holdings
