// SPDX-License-Identifier: Apache-2.0
#include "ledgers/core/header.h"

#include <gtest/gtest.h>

#include "ledgers/core/row_kind.h"

namespace ledgers {
namespace {

using Rows = std::vector<std::vector<std::string>>;

Definition repairs()
{
    Column number{"报修编号"};
    number.is_identity = true;
    Column reported{"报修时间", ColumnType::time};
    reported.is_required = reported.is_period = true;
    return checked({"维修台账",
                    {number,
                     {"设备名称"},
                     reported,
                     {"修复时间", ColumnType::time},
                     {"费用", ColumnType::money},
                     {"面积", ColumnType::decimal, "m²"}}})
        .value();
}

// "0-1: 2>报修时间/元 ..." : header rows, then sheet column > title / unit of each cell.
std::string found(const Rows& rows, const Mapping& mapping = {})
{
    const Definition definition = repairs();
    const auto header = find_header(rows, definition, mapping);
    if (!header) return "none";
    std::string text = std::to_string(header->first_row) + "-" + std::to_string(header->last_row) + ":";
    for (const HeaderCell& cell : header->cells) {
        text += " " + std::to_string(cell.sheet_column) + ">" + definition.columns[cell.column].title;
        if (!cell.unit.empty()) text += "/" + cell.unit;
    }
    for (const std::size_t column : header->missing) text += " -" + definition.columns[column].title;
    for (const HeaderCell& cell : header->twice) text += " 2x" + definition.columns[cell.column].title;
    return text;
}

TEST(Header, IsFoundBelowTitles)
{
    EXPECT_EQ(found({{"2024年维修台账"}, {"", "单位：示例中心"}, {"报修编号", "报修时间"}, {"WX-1", "2024-1-5 9:30"}}),
              "2-2: 0>报修编号 1>报修时间");
}

TEST(Header, MatchesWhatPeopleMakeOfATitle)
{
    EXPECT_EQ(found({{"报修 编号", "报修时间（必填）", "*设备名称", "费 用（万元）", "面积(㎡)"}}),
              "0-0: 0>报修编号 1>报修时间 2>设备名称 3>费用/万元 4>面积/m²");
    EXPECT_EQ(found({{"报修编号", "报修\n时间："}}), "0-0: 0>报修编号 1>报修时间");
}

TEST(Header, AMappedHeaderMayHaveAUnitBehindIt)
{
    const Mapping mapping{{"大小", "面积"}};
    EXPECT_EQ(found({{"报修编号", "报修时间", "大小（㎡）"}}, mapping), "0-0: 0>报修编号 1>报修时间 2>面积/m²");
    EXPECT_EQ(found({{"报修编号", "报修时间", "大小（亩）"}}, mapping), "0-0: 0>报修编号 1>报修时间");
}

TEST(Header, AmountsCountInWhatALineAboveSays)
{
    EXPECT_EQ(found({{"", "", "单位：万元"}, {"报修编号", "报修时间", "费用", "面积"}}),
              "1-1: 0>报修编号 1>报修时间 2>费用/万元 3>面积");
    EXPECT_EQ(found({{"单位：万元"}, {"报修编号", "报修时间", "费用（元）"}}), "1-1: 0>报修编号 1>报修时间 2>费用/元");
    EXPECT_EQ(found({{"报修编号", "报修时间", "费用"}, {"单位：万元"}}), "0-0: 0>报修编号 1>报修时间 2>费用");
}

TEST(Header, ANumberInAForeignUnitIsAnotherColumn)
{
    EXPECT_EQ(found({{"报修编号", "报修时间", "面积（亩）"}}), "0-0: 0>报修编号 1>报修时间");
}

TEST(Header, TwoRowsAreJoined)
{
    // Merged cells already spread: 报修 over 编号 and 时间.
    EXPECT_EQ(found({{"报修", "报修", "设备名称"}, {"编号", "时间", "设备名称"}}),
              "0-1: 0>报修编号 1>报修时间 2>设备名称");
    // A .csv file has no merged cells: the group's name stands over its first column only.
    EXPECT_EQ(found({{"报修", "", "设备名称"}, {"编号", "时间", ""}}), "0-1: 0>报修编号 1>报修时间 2>设备名称");
}

TEST(Header, OneRowIsEnoughWhereTheSecondExplainsNothingMore)
{
    EXPECT_EQ(found({{"报修情况", "报修情况"}, {"报修编号", "报修时间"}}), "1-1: 0>报修编号 1>报修时间");
    EXPECT_EQ(found({{"报修编号", "报修时间"}, {"WX-1", ""}}), "0-0: 0>报修编号 1>报修时间");
}

TEST(Header, NamesWhatIsMissingOrTwice)
{
    EXPECT_EQ(found({{"报修编号", "设备名称"}}), "0-0: 0>报修编号 1>设备名称 -报修时间");
    EXPECT_EQ(found({{"报修编号", "报修时间", "报修时间"}}), "0-0: 0>报修编号 1>报修时间 2x报修时间");
}

TEST(Header, AnotherTableIsNotThisRegister)
{
    EXPECT_EQ(found({{"说明"}, {"报修编号由综合科编"}}), "none");
    EXPECT_EQ(found({{"报修编号"}}), "none");
    EXPECT_EQ(found({{"设备名称", "修复时间"}}), "none");
    EXPECT_EQ(found({}), "none");
}

TEST(Header, AMappingComesFirst)
{
    const Mapping mapping{{"单号", "报修编号"}, {"设备名称", ""}};
    EXPECT_EQ(found({{"单 号", "报修时间", "设备名称"}}, mapping), "0-0: 0>报修编号 1>报修时间");
}

RowKind kind(const std::vector<std::string_view>& cells)
{
    const Definition definition = repairs();
    const Rows rows{{"序号", "报修编号", "报修时间", "设备名称"}};
    return kind_of_row(cells, *find_header(rows, definition, {}), definition);
}

TEST(RowKind, TotalsAreNeverRecords)
{
    for (const char* const word : {"合计", "合 计", "总计：", "小计", "本页合计", "一季度小计", "12月合计", "累计"}) {
        EXPECT_EQ(kind({word, "", "", "5"}), RowKind::total) << word;
        EXPECT_EQ(kind({"97", word}), RowKind::total) << word;
    }
    EXPECT_EQ(kind({"1", "WX-1", "2024-1-5", "合计"}), RowKind::record);
    EXPECT_EQ(kind({"1", "合计表打印机", ""}), RowKind::record);
}

TEST(RowKind, NotesAndRepeatedHeadersArePassedOver)
{
    EXPECT_EQ(kind({"备注：以上均为示例"}), RowKind::note);
    EXPECT_EQ(kind({"", "注：示例"}), RowKind::note);
    EXPECT_EQ(kind({"填表人：", "", "审核人："}), RowKind::note);
    EXPECT_EQ(kind({"备注：有编号", "WX-1"}), RowKind::record);
    EXPECT_EQ(kind({"注水泵", "WX-2"}), RowKind::record);
    EXPECT_EQ(kind({"序号", "报修编号", "报修 时间", "设备名称"}), RowKind::header_again);
    EXPECT_EQ(kind({"", "　", ""}), RowKind::blank);
}

}  // namespace
}  // namespace ledgers
