// SPDX-License-Identifier: Apache-2.0
#include "ledgers/core/record_query.h"

#include <gtest/gtest.h>

#include "ledgers/core/difference.h"

namespace ledgers {
namespace {

Definition meetings()
{
    return {"会议",
            {{"编号"},
             {"类别", ColumnType::choice, "", {"部门会议", "培训"}},
             {"日期", ColumnType::date},
             {"时间", ColumnType::time},
             {"人数", ColumnType::integer, "人"},
             {"日期=说明"}}};
}

const std::string record = join_cells({"HY-1", "培训", "2024-02-29", "2024-02-29 09:30:00", "12", "看 ABC"});

// Whether the filter takes the record, or why it cannot be asked.
std::string outcome(const std::string& filter, const std::string& cells = record)
{
    const Definition definition = meetings();
    const auto parsed = parse_filter(definition, filter);
    if (!parsed) return parsed.error().code;
    const RecordQuery query{"", {*parsed}, {}};
    return RecordMatcher{definition, query}.matches(cells) ? "yes" : "no";
}

struct Case {
    const char* filter;
    const char* expected;
};
void PrintTo(const Case& one, std::ostream* out)
{
    *out << one.filter;
}
class RecordFilter : public testing::TestWithParam<Case> {};

TEST_P(RecordFilter, TakesOrRefuses)
{
    EXPECT_EQ(outcome(GetParam().filter), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Ledgers, RecordFilter,
    testing::Values(Case{"类别=培训", "yes"}, Case{"类别=部门会议", "no"}, Case{"类别~训", "yes"},
                    Case{"编号~hy-", "yes"}, Case{"编号=hy-1", "no"}, Case{"日期>=2024-02-29", "yes"},
                    Case{"日期>=2024-03-01", "no"}, Case{"日期<=2024-02-28", "no"}, Case{"日期<=2024-02-29", "yes"},
                    Case{"日期=2024-02", "yes"}, Case{"日期=2024", "yes"}, Case{"日期=2023", "no"},
                    Case{"时间<=2024-02-29", "yes"}, Case{"时间<=2024-02-29 09:29", "no"},
                    Case{"时间>=2024-02-29 09:30", "yes"}, Case{"人数=12", "yes"}, Case{"人数=12.0", "yes"},
                    Case{"人数=120", "no"}, Case{"人数>=12", "yes"}, Case{"人数>=12.1", "no"}, Case{"人数<=11.9", "no"},
                    Case{"人数~1", "yes"}, Case{"编号=", "no"}, Case{"日期=说明~abc", "yes"},
                    Case{"人数>=多", "ledgers.query.not_a_number"}, Case{"人数>=", "ledgers.query.not_a_number"},
                    Case{"日期>=昨天", "ledgers.query.not_a_day"}, Case{"日期>=2024-2-1", "ledgers.query.not_a_day"},
                    Case{"编号>=HY", "ledgers.query.not_in_order"}, Case{"没有=1", "ledgers.query.column_unknown"},
                    Case{"编号", "ledgers.query.column_unknown"}, Case{"", "ledgers.query.column_unknown"},
                    Case{"=", "ledgers.query.column_unknown"}));

TEST(RecordFilterCells, AnEmptyCellHasNoValueToCompare)
{
    const std::string empty = join_cells({"HY-1"});
    EXPECT_EQ(outcome("人数<=5", empty), "no");
    EXPECT_EQ(outcome("日期<=2030", empty), "no");
    EXPECT_EQ(outcome("人数=", empty), "yes");
    EXPECT_EQ(outcome("日期=说明=", empty), "yes");
    EXPECT_EQ(outcome("人数=", record), "no");
}

TEST(RecordText, StandsInOneCellInAnyLetters)
{
    const Definition definition = meetings();
    const auto takes = [&](const char* text) {
        const RecordQuery query{text, {}, {}};
        return RecordMatcher{definition, query}.matches(record);
    };
    EXPECT_TRUE(takes("abc"));
    EXPECT_TRUE(takes("看 A"));
    EXPECT_FALSE(takes("HY-1培训"));  // two cells
    EXPECT_FALSE(takes("b c"));
    EXPECT_TRUE(takes(""));
}

TEST(RecordCell, IsTakenOutByItsPosition)
{
    EXPECT_EQ(cell_of(record, 0), "HY-1");
    EXPECT_EQ(cell_of(record, 5), "看 ABC");
    EXPECT_EQ(cell_of(record, 6), "");
    EXPECT_EQ(cell_of(join_cells({"a", "", "c"}), 1), "");
    EXPECT_EQ(cell_of("", 0), "");
}

std::string sorted(const std::string& by, const std::vector<std::string>& cells)
{
    const Definition definition = meetings();
    RecordSorter sorter{definition, parse_sort(definition, by).value()};
    for (const std::string& cell : cells) sorter.add(join_cells({"", cell, cell, "", cell}));
    std::string order;
    for (const std::uint32_t at : sorter.order()) order += std::to_string(at);
    return order;
}

TEST(RecordOrder, NumbersAreNumbersAndTheRestIsBytes)
{
    EXPECT_EQ(sorted("人数", {"10", "9", "-1", "9.5", ""}), "42130");
    EXPECT_EQ(sorted("-人数", {"10", "9", "-1", "9.5", ""}), "03124");
    EXPECT_EQ(sorted("类别", {"10", "9", ""}), "201");
    EXPECT_EQ(sorted("-日期", {"2024-01-01", "2024-12-31", "2024-02-29"}), "120");
}

TEST(RecordOrder, WhatSaysTheSameStaysAsItCame)
{
    EXPECT_EQ(sorted("人数", {"2", "1", "2.0", "1"}), "1302");
    EXPECT_EQ(sorted("-人数", {"2", "1", "2.0", "1"}), "0213");
    EXPECT_EQ(sorted("类别", {"b", "a", "b", "a"}), "1302");
}

TEST(RecordOrder, OnlyDeclaredColumnsGiveOne)
{
    const Definition definition = meetings();
    EXPECT_TRUE(parse_sort(definition, "-日期=说明")->is_descending);
    EXPECT_EQ(parse_sort(definition, "没有").error().code, "ledgers.query.column_unknown");
    EXPECT_EQ(parse_sort(definition, "-").error().code, "ledgers.query.column_unknown");
}

}  // namespace
}  // namespace ledgers
