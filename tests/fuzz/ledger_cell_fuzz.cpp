// SPDX-License-Identifier: Apache-2.0
// Feeds texts to the cells of a register and to the search for its header. What a cell takes must be canonical: read
// again, it says the same.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "ledgers/core/cell.h"
#include "ledgers/core/difference.h"
#include "ledgers/core/header.h"
#include "ledgers/core/row_kind.h"

namespace {

using ledgers::Column;
using ledgers::ColumnType;
using ledgers::Written;

ledgers::Definition register_of_everything()
{
    Column identity{"编号"};
    identity.is_identity = true;
    Column day{"日期", ColumnType::date};
    day.is_period = true;
    return ledgers::checked({"台账",
                             {identity,
                              day,
                              {"时间", ColumnType::time},
                              {"人数", ColumnType::integer, "人"},
                              {"面积（实测）", ColumnType::decimal, "m²"},
                              {"比例", ColumnType::decimal, "%"},
                              {"金额", ColumnType::money},
                              {"结果", ColumnType::choice, {}, {"合格", "不合格"}},
                              {"单位", ColumnType::organisation},
                              {"附件", ColumnType::attachment}}})
        .value();
}

void read_cell(const ledgers::Definition& definition, std::uint8_t how, std::string_view text)
{
    const Column& column = definition.columns[how % definition.columns.size()];
    const auto written = static_cast<Written>(how / definition.columns.size() % 8);
    const std::string header_unit = how >= 240 ? "万元" : how >= 220 ? "万m²" : "";
    const auto value = ledgers::parse_cell(column, {written, text}, header_unit);
    if (!value || value->empty()) return;
    const auto again = ledgers::parse_cell(column, {Written::text, *value}, "");
    if (!again || *again != *value) std::abort();
    static_cast<void>(ledgers::typed(column.type, *value));
    const std::vector<std::string> cells{"a", *value, "", "b"};
    if (ledgers::split_cells(ledgers::join_cells(cells)) != cells) std::abort();
}

void read_rows(const ledgers::Definition& definition, std::string_view text)
{
    std::vector<std::vector<std::string>> rows{{""}};
    for (const char c : text) {
        if (c == '\n' && rows.size() < 30)
            rows.push_back({""});
        else if (c == ',')
            rows.back().emplace_back();
        else
            rows.back().back() += c;
    }
    const auto header = ledgers::find_header(rows, definition, {{"单号", "编号"}});
    if (!header) return;
    for (std::size_t row = header->last_row + 1; row < rows.size(); ++row) {
        const std::vector<std::string_view> cells{rows[row].begin(), rows[row].end()};
        static_cast<void>(ledgers::kind_of_row(cells, *header, definition));
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const ledgers::Definition definition = register_of_everything();
    if (size < 1) return 0;
    const std::string_view text{reinterpret_cast<const char*>(data) + 1, size - 1};
    if (data[0] == 255)
        read_rows(definition, text);
    else
        read_cell(definition, data[0], text);
    return 0;
}
