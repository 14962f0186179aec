// SPDX-License-Identifier: Apache-2.0
#include "ledgers/core/cell.h"

#include <gtest/gtest.h>

namespace ledgers {
namespace {

std::string parsed(const Column& column, Written written, const std::string& text, const std::string& header_unit = "")
{
    const auto value = parse_cell(column, {written, text}, header_unit);
    return value ? *value : value.error().code;
}

Column column(ColumnType type, const std::string& unit = "")
{
    return {"列", type, unit};
}

TEST(Cell, KeepsTextAsWrittenButItsEdges)
{
    EXPECT_EQ(parsed(column(ColumnType::text), Written::text, "　示例 会议（一）\r\n "), "示例 会议（一）");
    EXPECT_EQ(parsed(column(ColumnType::text), Written::text, "第一行\r\n第二行"), "第一行\n第二行");
    EXPECT_EQ(parsed(column(ColumnType::text), Written::number, "13800000000"), "13800000000");
    EXPECT_EQ(parsed(column(ColumnType::text), Written::date, "2024-07-01"), "2024-07-01");
    EXPECT_EQ(parsed(column(ColumnType::text), Written::yes_no, "1"), "是");
}

TEST(Cell, AsksForWhatIsRequired)
{
    Column required = column(ColumnType::text);
    required.is_required = true;
    EXPECT_EQ(parsed(required, Written::nothing, ""), "ledgers.cell.required");
    EXPECT_EQ(parsed(required, Written::text, "　 "), "ledgers.cell.required");
    EXPECT_EQ(parsed(column(ColumnType::date), Written::nothing, ""), "");
}

TEST(Cell, RefusesBrokenFormulas)
{
    EXPECT_EQ(parsed(column(ColumnType::text), Written::broken, "#N/A"), "ledgers.cell.broken_formula");
    EXPECT_EQ(parsed(column(ColumnType::decimal), Written::broken, "=?"), "ledgers.cell.formula_without_value");
}

TEST(Cell, RefusesControlCharacters)
{
    EXPECT_EQ(parsed(column(ColumnType::text), Written::text, std::string{"a\x1f"} + "b"),
              "ledgers.cell.control_character");
    EXPECT_EQ(parsed(column(ColumnType::text), Written::text, std::string{"a\0b", 3}),
              "ledgers.cell.control_character");
    EXPECT_EQ(parsed(column(ColumnType::text), Written::text, std::string(30'000, 'a')), std::string(30'000, 'a'));
    EXPECT_EQ(parsed(column(ColumnType::text), Written::text, std::string(30'001, 'a')), "ledgers.cell.too_long");
}

TEST(Cell, NumbersAreCanonical)
{
    EXPECT_EQ(parsed(column(ColumnType::integer), Written::number, "35.00"), "35");
    EXPECT_EQ(parsed(column(ColumnType::integer), Written::text, "35.5"), "ledgers.cell.not_whole");
    EXPECT_EQ(parsed(column(ColumnType::decimal), Written::text, "13.40"), "13.4");
    EXPECT_EQ(parsed(column(ColumnType::decimal, "m²"), Written::number, "13.41", "万m²"), "134100");
    EXPECT_EQ(parsed(column(ColumnType::decimal, "m²"), Written::text, "20 m²", "万m²"), "20");
    EXPECT_EQ(parsed(column(ColumnType::integer), Written::date, "2024-07-01"), "ledgers.cell.not_a_number");
}

TEST(Cell, MoneyHasFenAndNothingBehindThem)
{
    EXPECT_EQ(parsed(column(ColumnType::money, "元"), Written::number, "1234.5"), "1234.50");
    EXPECT_EQ(parsed(column(ColumnType::money, "元"), Written::number, "0.001"), "ledgers.cell.not_an_amount");
    EXPECT_EQ(parsed(column(ColumnType::money, "元"), Written::number, "3400.6799", "万元"), "34006799.00");
    EXPECT_EQ(parsed(column(ColumnType::money, "元"), Written::number, "0.0000001", "万元"),
              "ledgers.cell.not_an_amount");
}

TEST(Cell, PercentCellsMeanWhatTheyShow)
{
    EXPECT_EQ(parsed(column(ColumnType::decimal, "%"), Written::percent, "0.98"), "98");
    EXPECT_EQ(parsed(column(ColumnType::decimal), Written::percent, "0.98"), "0.98");
    EXPECT_EQ(parsed(column(ColumnType::decimal, "m²"), Written::percent, "0.98"), "ledgers.cell.unit_other");
    EXPECT_EQ(parsed(column(ColumnType::decimal, "%"), Written::percent, "0.98", "‰"), "98");
    EXPECT_EQ(parsed(column(ColumnType::decimal, "%"), Written::percent, "999999999999999999"),
              "ledgers.cell.too_many_digits");
}

TEST(Cell, ADayThatLostItsFormatIsNotGuessed)
{
    EXPECT_EQ(parsed(column(ColumnType::date), Written::number, "45296"), "ledgers.cell.date_without_format");
    EXPECT_EQ(parsed(column(ColumnType::time), Written::number, "45296.5"), "ledgers.cell.date_without_format");
    EXPECT_EQ(parsed(column(ColumnType::date), Written::number, "20240105"), "2024-01-05");
    EXPECT_EQ(parsed(column(ColumnType::date), Written::time, "2024-01-05 00:00:00"), "2024-01-05");
    EXPECT_EQ(parsed(column(ColumnType::time), Written::date, "2024-01-05"), "ledgers.cell.time_missing");
}

TEST(Cell, ChoicesAreSpeltAsDeclared)
{
    Column choice = column(ColumnType::choice);
    choice.choices = {"合格", "不合格（需整改）"};
    EXPECT_EQ(parsed(choice, Written::text, "合 格"), "合格");
    EXPECT_EQ(parsed(choice, Written::text, "不合格(需整改)"), "不合格（需整改）");
    EXPECT_EQ(parsed(choice, Written::text, "基本合格"), "ledgers.cell.not_a_choice");
}

TEST(Cell, OrganisationsHaveNamesAndDigestsHaveDigits)
{
    EXPECT_EQ(parsed(column(ColumnType::organisation), Written::text, "示例单位"), "示例单位");
    EXPECT_EQ(parsed(column(ColumnType::organisation), Written::number, "12"), "ledgers.cell.not_an_organisation");
    const std::string digest(64, 'A');
    EXPECT_EQ(parsed(column(ColumnType::attachment), Written::text, digest), std::string(64, 'a'));
    EXPECT_EQ(parsed(column(ColumnType::attachment), Written::text, digest + "a"), "ledgers.cell.not_a_digest");
    EXPECT_EQ(parsed(column(ColumnType::attachment), Written::text, std::string(63, 'a') + "g"),
              "ledgers.cell.not_a_digest");
}

}  // namespace
}  // namespace ledgers
