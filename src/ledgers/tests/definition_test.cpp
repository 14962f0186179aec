// SPDX-License-Identifier: Apache-2.0
#include "ledgers/core/definition.h"

#include <gtest/gtest.h>

#include "ledgers/definition_table.h"
#include "ledgers/standard.h"

namespace ledgers {
namespace {

Column named(const std::string& title, ColumnType type = ColumnType::text)
{
    return {title, type};
}

Column identity(const std::string& title)
{
    Column column = named(title);
    column.is_identity = true;
    return column;
}

Column period(const std::string& title, ColumnType type)
{
    Column column = named(title, type);
    column.is_period = true;
    return column;
}

std::string refusal(const Definition& definition)
{
    const auto result = checked(definition);
    return result ? "" : result.error().code;
}

TEST(Definition, MakesItselfWhole)
{
    Column area{"面积", ColumnType::decimal, "平方米"};
    const auto definition = checked({" 台账 ", {identity("编号"), area, named("金额", ColumnType::money)}});
    ASSERT_TRUE(definition);
    EXPECT_EQ(definition->name, "台账");
    EXPECT_TRUE(definition->columns[0].is_required);
    EXPECT_EQ(definition->columns[1].unit, "m²");
    EXPECT_EQ(definition->columns[2].unit, "元");
}

TEST(Definition, RefusesWhatCannotBeARegister)
{
    EXPECT_EQ(refusal({"", {identity("a")}}), "ledgers.definition.name_empty");
    EXPECT_EQ(refusal({std::string(181, 'a'), {identity("a")}}), "ledgers.definition.name_too_long");
    EXPECT_EQ(refusal({std::string(180, 'a'), {identity("a")}}), "");
    EXPECT_EQ(refusal({"a", {}}), "ledgers.definition.no_columns");
    EXPECT_EQ(refusal({"a", {identity("a"), named(" ")}}), "ledgers.definition.title_empty");
    EXPECT_EQ(refusal({"a", {identity("甲（一）"), named("甲(一)")}}), "ledgers.definition.title_twice");
    EXPECT_EQ(refusal({"a", {named("a")}}), "ledgers.definition.no_identity");
    EXPECT_EQ(refusal({"a", {identity("a"), period("b", ColumnType::date), period("c", ColumnType::time)}}),
              "ledgers.definition.two_periods");
    EXPECT_EQ(refusal({"a", {identity("a"), period("b", ColumnType::text)}}), "ledgers.definition.period_not_a_day");
    EXPECT_EQ(refusal({"a", {identity("a"), named("b", ColumnType::choice)}}), "ledgers.definition.no_choices");
    Column twice = named("b", ColumnType::choice);
    twice.choices = {"是", " 是"};
    EXPECT_EQ(refusal({"a", {identity("a"), twice}}), "ledgers.definition.choice_twice");
    EXPECT_EQ(refusal({"a", {identity("a"), {"b", ColumnType::money, "万元"}}}), "ledgers.definition.money_unit");
    EXPECT_EQ(refusal({"a", std::vector<Column>(201, identity("a"))}), "ledgers.definition.too_many_columns");
}

TEST(Definition, ADeclarationMayGrowAndNotChange)
{
    Column choice = named("结果", ColumnType::choice);
    choice.choices = {"合格"};
    const Definition before{"a", {identity("编号"), choice}};
    Column wider = choice;
    wider.choices = {"合格", "不合格"};

    const auto grown = extended(before, {"a", {named("备注"), wider, identity("编号")}});
    ASSERT_TRUE(grown);
    EXPECT_EQ(grown->columns[0].title, "编号");
    EXPECT_EQ(grown->columns[1].choices.size(), 2U);
    EXPECT_EQ(grown->columns[2].title, "备注");

    Column required = named("备注");
    required.is_required = true;
    EXPECT_FALSE(extended(before, {"a", {identity("编号")}}));
    EXPECT_FALSE(extended(before, {"a", {identity("编号"), named("结果")}}));
    EXPECT_FALSE(extended({"a", {identity("编号"), wider}}, before));
    EXPECT_FALSE(extended({"a", {identity("编号"), named("备注")}}, {"a", {identity("编号"), required}}));
    EXPECT_TRUE(extended({"a", {identity("编号"), required}}, {"a", {identity("编号"), named("备注")}}));
    EXPECT_FALSE(extended(before, {"a", {identity("编号"), choice, required}}));
    EXPECT_EQ(extended(before, {"a", {identity("编号"), choice, identity("楼")}}).error().code,
              "ledgers.definition.would_change_records");
}

TEST(Definition, TypesHaveTwoNamesEach)
{
    for (const std::string& word : all_chinese_types()) {
        const auto type = type_of_chinese(word);
        ASSERT_TRUE(type) << word;
        EXPECT_EQ(chinese_of(*type), word);
        EXPECT_EQ(type_of_word(word_of(*type)), type);
    }
    EXPECT_FALSE(type_of_chinese("数字"));
}

TEST(StandardLedgers, AreAllSound)
{
    EXPECT_GE(standard_ledgers().size(), 10U);
    const auto meetings = standard_ledger("会议台账");
    ASSERT_TRUE(meetings);
    EXPECT_TRUE(meetings->period_column());
    EXPECT_FALSE(standard_ledger("没有的台账"));
}

DefinitionTable read(const std::string& csv)
{
    auto workbook = spreadsheet::Workbook::from_bytes(csv, "台账定义.csv");
    return read_definitions(*workbook, "台账定义.csv").value();
}

TEST(DefinitionTable, ReadsOneRowPerColumn)
{
    const auto table = read(
        "说明\n台账名称,列名,类型,计量单位,必填,标识列,期间列,选项\n"
        "甲,编号,文本,,是,是,否,\n甲,日期,日期,,是,否,是,\n甲,结果,选项,,,,,合格、不合格；待定\n");
    ASSERT_TRUE(table.reading.is_clean());
    ASSERT_EQ(table.definitions.size(), 1U);
    EXPECT_EQ(table.definitions[0].columns[2].choices, (std::vector<std::string>{"合格", "不合格", "待定"}));
    EXPECT_EQ(table.definitions[0].period_column(), 1U);
}

TEST(DefinitionTable, NamesWrongCellsAndUnsoundDefinitions)
{
    const std::string header = "台账名称,列名,类型,必填,标识列\n";
    const auto wrong = read(header + "甲,编号,数字,是,是\n甲,编号,文本,是,也许\n");
    ASSERT_EQ(wrong.reading.problem_count, 2U);
    EXPECT_EQ(wrong.reading.problems[0].error.code, "ledgers.cell.not_a_choice");
    EXPECT_EQ(wrong.reading.problems[0].place, "台账定义!C2");
    const auto unsound = read(header + "甲,编号,文本,是,否\n乙,编号,文本,是,是\n");
    ASSERT_EQ(unsound.reading.problem_count, 1U);
    EXPECT_EQ(unsound.reading.problems[0].error.code, "ledgers.definition.no_identity");
    EXPECT_EQ(unsound.definitions.size(), 1U);
}

}  // namespace
}  // namespace ledgers
