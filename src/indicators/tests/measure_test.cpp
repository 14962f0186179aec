// SPDX-License-Identifier: Apache-2.0
#include "indicators/core/measure.h"

#include <gtest/gtest.h>

#include "indicators/core/measured.h"

namespace indicators {
namespace {

const base::Period year_2024 = base::Period::of({2024});

base::Cell text(const char* value)
{
    return std::string{value};
}

base::Cell number(const char* value)
{
    return base::Decimal::parse(value).value();
}

base::Cell day(const char* value)
{
    return base::Date::parse(value).value();
}

base::Cell moment(const char* value)
{
    return base::DateTime::parse(value).value();
}

base::Record row(std::string id, std::vector<base::Cell> cells)
{
    return {id, "digest-" + id, "登记!A" + id, std::move(cells)};
}

// A repairs register of five rows, one of them of another year and one without an end.
base::Records repairs()
{
    using base::CellType;
    return {
        "台账:维修台账",
        {{"设备", CellType::text},
         {"报修时间", CellType::time},
         {"修复时间", CellType::time},
         {"费用", CellType::decimal, "元"},
         {"验收", CellType::text}},
        {row("1",
             {text("投影"), moment("2024-01-05 09:30"), moment("2024-01-06 09:30"), number("120.50"), text("合格")}),
         row("2", {text("音响"), moment("2024-03-05 09:30"), moment("2024-03-06 09:31"), number("80"), text("合格")}),
         row("3",
             {text("投影"), moment("2024-12-31 23:59"), moment("2025-01-01 10:00"), number("99.5"), text("不合格")}),
         row("4", {text("灯"), moment("2024-06-01 08:00"), {}, {}, text("")}),
         row("5", {text("灯"), moment("2025-01-01 00:00"), moment("2025-01-01 01:00"), number("7"), text("合格")})},
        1};
}

Measured measured(const MeasureText& declared, const PrintedAs& printed = {}, const base::Records& records = repairs())
{
    const auto measure = parse_measure(declared);
    EXPECT_TRUE(measure) << (measure ? "" : measure.error().front().error.code);
    return evaluate(measure.value(), printed, records, year_2024);
}

std::string shown(const MeasureText& declared, const PrintedAs& printed = {})
{
    const Measured result = measured(declared, printed);
    if (!result.value) return result.missing ? result.missing->code : "neither value nor reason";
    return printed_value(*result.value, {result.unit, printed.decimals});
}

MeasureText over_repairs(std::string method, std::string field = {}, std::string filter = {},
                         std::string numerator = {}, std::string period = {})
{
    return {"台账:维修台账",   std::move(method),    std::move(field),
            std::move(filter), std::move(numerator), std::move(period)};
}

struct Case {
    const char* name;
    MeasureText declared;
    PrintedAs printed;
    const char* expected;
};

class MeasureTable : public testing::TestWithParam<Case> {};

TEST_P(MeasureTable, GivesTheValueOrTheReason)
{
    EXPECT_EQ(shown(GetParam().declared, GetParam().printed), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Measure, MeasureTable,
    testing::Values(
        Case{"CountsTheYear", over_repairs("计数"), {"次"}, "4次"},
        Case{"CountsEverything", over_repairs("计数", "", "", "", "全部"), {"次"}, "5次"},
        Case{"CountsAQuarter", over_repairs("计数", "", "", "", "2024Q1"), {"次"}, "2次"},
        Case{"CountsAMonth", over_repairs("计数", "", "", "", "2024-12"), {"次"}, "1次"},
        Case{"CountsTheNextYear", over_repairs("计数", "", "", "", "2025"), {"次"}, "1次"},
        Case{"FiltersByText", over_repairs("计数", "", "设备=投影"), {}, "2"},
        Case{"FiltersByAlternatives", over_repairs("计数", "", "设备=投影|音响"), {}, "3"},
        Case{"UnequalToAllAlternatives", over_repairs("计数", "", "设备≠投影|音响"), {}, "1"},
        Case{"AnEmptyCellIsUnequal", over_repairs("计数", "", "费用≠80"), {}, "3"},
        Case{"AnEmptyCellIsNotLess", over_repairs("计数", "", "费用<1000"), {}, "3"},
        Case{"Conjunction", over_repairs("计数", "", "设备=投影；验收=合格"), {}, "1"},
        Case{"Contains", over_repairs("计数", "", "验收包含不"), {}, "1"},
        Case{"AtLeast", over_repairs("计数", "", "费用≥99.5"), {}, "2"},
        Case{"Greater", over_repairs("计数", "", "费用>99.5"), {}, "1"},
        Case{"AtMostInAnotherUnit", over_repairs("计数", "", "费用≤0.008万元"), {}, "1"},
        Case{"DayEqualsItsMoments", over_repairs("计数", "", "报修时间=2024-01-05"), {}, "1"},
        Case{"MonthEqualsItsDays", over_repairs("计数", "", "报修时间=2024-03"), {}, "1"},
        Case{"AfterADay", over_repairs("计数", "", "报修时间>2024-06-01"), {}, "1"},
        Case{"FromADay", over_repairs("计数", "", "报修时间>=2024-06-01"), {}, "2"},
        Case{"Sums", over_repairs("求和", "费用"), {"元"}, "300元"},
        Case{"SumsInWanYuan", over_repairs("求和", "费用"), {"万元"}, "0.03万元"},
        Case{"SumOfNoRowsIsZero", over_repairs("求和", "费用", "设备=锅炉"), {"元"}, "0元"},
        Case{"SumOfEmptyCellsIsMissing",
             over_repairs("求和", "费用", "设备=灯"),
             {"元"},
             "indicators.measure.all_cells_empty"},
        Case{"Averages", over_repairs("平均", "费用"), {"元"}, "100元"},
        Case{"AverageOfNoRows", over_repairs("平均", "费用", "设备=锅炉"), {"元"}, "indicators.measure.no_rows"},
        Case{"Largest", over_repairs("最大", "费用"), {"元"}, "120.5元"},
        Case{"LargestDifferenceKeepsMinutes", over_repairs("最大", "修复时间-报修时间"), {"小时"}, "24.02小时"},
        Case{"DifferenceInMinutes", over_repairs("最大", "修复时间-报修时间"), {"分钟"}, "1441分钟"},
        Case{"ShareOfRows", over_repairs("占比", "", "验收=合格|不合格", "验收=合格"), {"%"}, "66.67%"},
        Case{"ShareWithDeclaredDecimals", over_repairs("占比", "", "验收=合格|不合格", "验收=合格"), {"%", 1}, "66.7%"},
        Case{"ShareOfASum", over_repairs("占比", "费用", "", "设备=音响"), {}, "26.67%"},
        Case{"ShareOfNothing",
             over_repairs("占比", "", "设备=锅炉", "验收=合格"),
             {},
             "indicators.measure.no_denominator"},
        Case{"WithinTheLimitCountsAnOpenRepair",
             over_repairs("限内占比", "修复时间-报修时间", "", "≤24小时"),
             {"%"},
             "50%"},
        Case{"WithinADay", over_repairs("限内占比", "修复时间-报修时间", "", "≤1天"), {"%"}, "50%"},
        Case{"OneMinuteMore", over_repairs("限内占比", "修复时间-报修时间", "", "≤1441分钟"), {"%"}, "75%"},
        Case{"JustBelowTheLimit", over_repairs("限内占比", "修复时间-报修时间", "", "<24小时"), {"%"}, "25%"},
        Case{"CountsDistinct", over_repairs("去重计数", "设备"), {"种"}, "3种"},
        Case{"UnknownColumn", over_repairs("计数", "", "状态=已修"), {}, "indicators.measure.column_unknown"},
        Case{"UnknownField", over_repairs("求和", "金额"), {}, "indicators.measure.column_unknown"},
        Case{"TextHasNoOrder", over_repairs("计数", "", "验收≥合格"), {}, "indicators.measure.order_on_text"},
        Case{
            "NumbersContainNothing", over_repairs("计数", "", "费用包含1"), {}, "indicators.measure.contains_not_text"},
        Case{"NotANumber", over_repairs("计数", "", "费用>很多"), {}, "indicators.measure.value_malformed"},
        Case{"NotADay", over_repairs("计数", "", "报修时间>二月"), {}, "indicators.measure.value_malformed"},
        Case{"SumsNoText", over_repairs("求和", "设备"), {}, "indicators.measure.field_not_a_number"},
        Case{"SubtractsNoText", over_repairs("最大", "报修时间-设备"), {}, "indicators.measure.field_not_a_number"},
        Case{"ForeignUnit", over_repairs("求和", "费用"), {"m²"}, "indicators.measure.unit_mismatch"}),
    [](const auto& test) { return test.param.name; });

TEST(Measure, KeepsTheExactShareBesideThePrintedOne)
{
    const Measured result = measured(over_repairs("占比", "", "验收=合格|不合格", "验收=合格"));
    EXPECT_EQ(*result.value, base::Ratio::reduced(200, 3));
    EXPECT_EQ(*result.numerator, base::Ratio::whole(2));
    EXPECT_EQ(*result.denominator, base::Ratio::whole(3));
    EXPECT_EQ(result.counted, (std::vector<std::size_t>{0, 1}));
    EXPECT_EQ(result.compared, (std::vector<std::size_t>{2}));
}

TEST(Measure, NamesTheRowsThatItLeftOut)
{
    base::Records records = repairs();
    records.rows[1].cells[1] = std::monostate{};
    const Measured result = measured(over_repairs("求和", "费用"), {"元"}, records);
    EXPECT_EQ(result.undated, 1U);
    EXPECT_EQ(result.empty_cells, 1U);
    EXPECT_EQ(result.counted, (std::vector<std::size_t>{0, 2}));
}

TEST(Measure, AnEmptyRegisterCountsZero)
{
    base::Records records = repairs();
    records.rows.clear();
    const Measured result = measured(over_repairs("计数"), {"起"}, records);
    EXPECT_EQ(*result.value, base::Ratio::whole(0));
    EXPECT_FALSE(result.missing);
}

TEST(Measure, ARegisterWithoutDatesHasNoPeriodButTheDefault)
{
    base::Records records = repairs();
    records.period_column.reset();
    EXPECT_EQ(*measured(over_repairs("计数"), {}, records).value, base::Ratio::whole(5));
    EXPECT_EQ(measured(over_repairs("计数", "", "", "", "2024"), {}, records).missing->code,
              "indicators.measure.period_without_column");
}

TEST(Measure, ABareColumnIsNotReadAsAMultiple)
{
    base::Records records = repairs();
    records.columns[3].unit = "";
    EXPECT_EQ(*measured(over_repairs("求和", "费用"), {"m²"}, records).value, base::Ratio::whole(300));
    EXPECT_EQ(measured(over_repairs("求和", "费用"), {"万m²"}, records).missing->code,
              "indicators.measure.unit_mismatch");
}

TEST(Measure, ADifferenceOfDatesIsInDaysAndMayBeNegative)
{
    using base::CellType;
    const base::Records surveys{
        "台账:测绘抽查台账",
        {{"约定日期", CellType::date}, {"交付日期", CellType::date}},
        {row("1", {day("2024-05-10"), day("2024-05-10")}), row("2", {day("2024-05-10"), day("2024-05-11")}),
         row("3", {day("2024-05-10"), day("2024-04-30")})}};
    const MeasureText on_time{"台账:测绘抽查台账", "限内占比", "交付日期-约定日期", "", "≤0天"};
    EXPECT_EQ(measured(on_time, {"%"}, surveys).counted, (std::vector<std::size_t>{0, 2}));
    const MeasureText latest{"台账:测绘抽查台账", "最大", "交付日期-约定日期"};
    EXPECT_EQ(*measured(latest, {"小时"}, surveys).value, base::Ratio::whole(24));
}

std::vector<std::pair<MeasurePart, std::string>> problems(const MeasureText& declared)
{
    std::vector<std::pair<MeasurePart, std::string>> found;
    if (const auto measure = parse_measure(declared); !measure)
        for (const MeasureProblem& problem : measure.error()) found.emplace_back(problem.part, problem.error.code);
    return found;
}

TEST(ParseMeasure, NamesEveryMistakeWithItsPart)
{
    const auto found = problems({"会议台账", "数数", "", "状态", "", "去年"});
    ASSERT_EQ(found.size(), 4U);
    EXPECT_EQ(found[0], (std::pair{MeasurePart::source, std::string{"indicators.measure.source_malformed"}}));
    EXPECT_EQ(found[1], (std::pair{MeasurePart::method, std::string{"indicators.measure.method_unknown"}}));
    EXPECT_EQ(found[2], (std::pair{MeasurePart::filter, std::string{"indicators.measure.condition_malformed"}}));
    EXPECT_EQ(found[3], (std::pair{MeasurePart::period, std::string{"indicators.measure.period_malformed"}}));
}

TEST(ParseMeasure, RefusesWhatDoesNotFitTheMethod)
{
    EXPECT_EQ(problems(over_repairs("求和")).at(0).second, "indicators.measure.field_missing");
    EXPECT_EQ(problems(over_repairs("占比")).at(0).second, "indicators.measure.numerator_missing");
    EXPECT_EQ(problems(over_repairs("计数", "", "", "设备=灯")).at(0).second, "indicators.measure.numerator_unused");
    EXPECT_EQ(problems(over_repairs("限内占比", "修复时间-报修时间", "", "24小时")).at(0).second,
              "indicators.measure.limit_malformed");
    EXPECT_EQ(problems(over_repairs("计数", "", "设备=灯|")).at(0).second, "indicators.measure.condition_malformed");
    EXPECT_EQ(problems({"", "计数"}).at(0).second, "indicators.measure.source_missing");
}

TEST(ParseMeasure, ReadsFullWidthSignsAndWritesConditionsBack)
{
    const auto conditions = parse_conditions("类别＝甲｜乙； 数量>=3；备注 包含 急");
    ASSERT_TRUE(conditions);
    ASSERT_EQ(conditions->size(), 3U);
    EXPECT_EQ(to_text((*conditions)[0]), "类别=甲|乙");
    EXPECT_EQ(to_text((*conditions)[1]), "数量≥3");
    EXPECT_EQ(to_text((*conditions)[2]), "备注包含急");
}

}  // namespace
}  // namespace indicators
