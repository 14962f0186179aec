// SPDX-License-Identifier: Apache-2.0
#include "indicators/core/target.h"

#include <gtest/gtest.h>

#include "indicators/core/run.h"

namespace indicators {
namespace {

struct Read {
    const char* name;
    TargetCells cells;
    Comparison comparison;
    const char* plain;  // to_text()
    const char* warning = "";
};

std::string joined(const std::vector<std::string>& warnings)
{
    std::string text;
    for (const std::string& warning : warnings) text += (text.empty() ? "" : " ") + warning;
    return text;
}

class ParseTarget : public testing::TestWithParam<Read> {};

TEST_P(ParseTarget, ReadsWhatPeopleWrite)
{
    const Target target = parse_target(GetParam().cells, 2024);
    EXPECT_EQ(target.comparison, GetParam().comparison);
    EXPECT_EQ(to_text(target), GetParam().plain);
    EXPECT_EQ(joined(target.warnings), GetParam().warning);
    EXPECT_EQ(target.text, GetParam().cells.text);
}

// What to_text() writes is read back to the same target.
TEST_P(ParseTarget, IsWrittenBack)
{
    const Target target = parse_target(GetParam().cells, 2024);
    const Target again = parse_target({to_text(target)}, 2024);
    if (target.comparison == Comparison::qualitative && GetParam().cells.sign == "定性") return;
    EXPECT_EQ(again.comparison, target.comparison);
    EXPECT_EQ(again.quantity, target.quantity);
    EXPECT_EQ(again.deadline, target.deadline);
    EXPECT_EQ(again.steps, target.steps);
    EXPECT_TRUE(again.warnings.empty() || target.warnings == again.warnings);
}

using enum Comparison;

INSTANTIATE_TEST_SUITE_P(
    Signs, ParseTarget,
    testing::Values(
        Read{"AtLeast", {"≥95%"}, at_least, "≥95%"}, Read{"Ascii", {">=90%"}, at_least, "≥90%"},
        Read{"Equal", {"=100%"}, equal, "=100%"}, Read{"SmallEqual", {"﹦100%"}, equal, "=100%"},
        Read{"WideEqual", {"＝8个"}, equal, "=8个"}, Read{"AtMost", {"≤24小时"}, at_most, "≤24小时"},
        Read{"Within", {"24小时内"}, at_most, "≤24小时"}, Read{"SignAndWithin", {"≤24小时内"}, at_most, "≤24小时"},
        Read{"OrMore", {"90%以上"}, at_least, "≥90%"}, Read{"NotBelow", {"不低于90%"}, at_least, "≥90%"},
        Read{"NotAbove", {"不超过30万元"}, at_most, "≤30万元"}, Read{"Slanted", {"≦100%"}, at_most, "≤100%"},
        Read{"WideLess", {"＜3次"}, less, "<3次"}, Read{"Greater", {">92%"}, greater, ">92%"},
        Read{"Reach", {"达到90%以上"}, at_least, "≥90%"}, Read{"KeptWithin", {"控制在30万元以内"}, at_most, "≤30万元"},
        Read{"AtMostTimes", {"≤10次"}, at_most, "≤10次"}, Read{"Kilometres", {"≥0.565km"}, at_least, "≥0.565公里"},
        Read{"Label", {"群众满意度≥90%"}, at_least, "≥90%"},
        Read{"RateLabel", {"验收合格率达到95%以上"}, at_least, "≥95%"},
        Read{"RateOnly", {"满意度90%"}, at_least, "≥90%"}, Read{"IncludingAndMore", {"90%(含)以上"}, at_least, "≥90%"},
        Read{"OnMoney", {"≤30万元"}, at_most, "≤30万元"}, Read{"TooHighARate", {"≥100%"}, at_least, "≥100%"}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(Bare, ParseTarget,
                         testing::Values(Read{"Number", {"6"}, at_least, "≥6"},
                                         Read{"Counted", {"6个"}, at_least, "≥6个"},
                                         Read{"Area", {"81420m²"}, at_least, "≥81420m²"},
                                         Read{"Grouped", {"81,420 平方米"}, at_least, "≥81420m²"},
                                         Read{"TenThousands", {"13.41万m²"}, at_least, "≥13.41万m²"},
                                         Read{"Wan", {"150万"}, at_least, "≥150万"},
                                         Read{"NoneHappened", {"0起"}, equal, "=0起"}, Read{"Zero", {"0"}, equal, "=0"},
                                         Read{"Percent", {"100%"}, at_least, "≥100%"},
                                         Read{"Numerals", {"百分之九十"}, at_least, "≥90%"},
                                         Read{"WideDigits", {"９０％"}, at_least, "≥90%"},
                                         Read{"UnitNextCell", {"6", "个"}, at_least, "≥6个"},
                                         Read{"WanNextCell", {"150万", "元"}, at_least, "≥150万元"},
                                         Read{"PercentNextCell", {"95", "%"}, at_least, "≥95%"},
                                         Read{"About", {"约40次"}, at_least, "≥40次", "approximate_target"},
                                         Read{"UnitsClash", {"6个", "次"}, at_least, "≥6个", "unit_conflict"}),
                         [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(SignColumn, ParseTarget,
                         testing::Values(Read{"Wins", {"30", "万元", "≤"}, at_most, "≤30万元"},
                                         Read{"OverText", {"≥30", "", "≤"}, at_most, "≤30", "sign_conflict"},
                                         Read{"Agrees", {"≥30", "", "≥"}, at_least, "≥30"},
                                         Read{"Words", {"30", "", "小于等于"}, at_most, "≤30"},
                                         Read{"Code", {"30", "", "5"}, at_most, "≤30"},
                                         Read{"Zero", {"0", "起", "≤"}, at_most, "≤0起"},
                                         Read{"Qualitative", {"100%", "", "定性"}, qualitative, "100%"},
                                         Read{"Unknown", {"30", "", "？"}, at_least, "≥30"},
                                         Read{"NoMisreading", {"290%", "", "≥"}, at_least, "≥290%"}),
                         [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(Misread, ParseTarget,
                         testing::Values(Read{"Two90", {"290%"}, at_least, "≥90%", "sign_from_ocr"},
                                         Read{"Two95point5", {"295.5%"}, at_least, "≥95.5%", "sign_from_ocr"},
                                         Read{"Two100", {"2100%"}, at_least, "≥100%", "sign_from_ocr"},
                                         Read{"TwoHundredStays", {"200%"}, at_least, "≥200%"},
                                         Read{"Two05Stays", {"205%"}, at_least, "≥205%"},
                                         Read{"Two9Stays", {"29%"}, at_least, "≥29%"},
                                         Read{"Three90Stays", {"390%"}, at_least, "≥390%"},
                                         Read{"CountStays", {"2280次"}, at_least, "≥2280次"},
                                         Read{"SignedStays", {"≥290%"}, at_least, "≥290%"}),
                         [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Words, ParseTarget,
    testing::Values(
        Read{"InTime", {"及时"}, qualitative, "及时"}, Read{"Ensured", {"有效保障"}, qualitative, "有效保障"},
        Read{"Visible", {"效果明显"}, qualitative, "效果明显"}, Read{"Ordinary", {"一般"}, qualitative, "一般"},
        Read{"Dashes", {"--"}, not_applicable, "--"}, Read{"LongDash", {"——"}, not_applicable, "--"},
        Read{"NotApplicable", {"不适用"}, not_applicable, "--"}, Read{"Empty", {""}, missing, ""},
        Read{"Blanks", {" 　"}, missing, ""}, Read{"WithinBudget", {"不超预算"}, qualitative, "不超预算"},
        Read{"CutOff", {">…"}, qualitative, ">…"}, Read{"RateWord", {"合格率高"}, qualitative, "合格率高"},
        Read{"PercentAndWords", {"99%不得分"}, qualitative, "99%不得分"},
        Read{"Range", {"80%-90%"}, qualitative, "80%-90%"}, Read{"TwoNumbers", {"3次5人"}, qualitative, "3次5人"},
        Read{"AgainstItself", {"≥24小时内"}, qualitative, "≥24小时内"},
        Read{"Circles", {"①1分②1分③1分"}, qualitative, "①1分②1分③1分"}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(Deadlines, ParseTarget,
                         testing::Values(Read{"Month", {"2021年12月完成"}, deadline, "2021年12月31日前"},
                                         Read{"MonthEnd", {"12月底前"}, deadline, "2024年12月31日前"},
                                         Read{"Day", {"2024年6月30日前完成"}, deadline, "2024年6月30日前"},
                                         Read{"Iso", {"2024-06-30"}, deadline, "2024年6月30日前"}),
                         [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Steps, ParseTarget,
    testing::Values(
        Read{"Falling", {"≥90%计5分;80%(含)-90%计4分"}, steps, "≥90%计5分;80%(含)-90%计4分"},
        Read{"Adjustment",
             {"=0计3分;0-10%(含)计2分;10-20%(含)计1分;20-30%(含)计0.5分;大于30%不得分"},
             steps,
             "=0%计3分;0%-10%(含)计2分;10%-20%(含)计1分;20%-30%(含)计0.5分;>30%计0分"},
        Read{"Deduction",
             {"在职人员控制率≦100%，计5分；每超过一个百分点扣0.5分，扣完为止"},
             steps,
             "≤100%计5分;每超过1个百分点扣0.5分"},
        Read{"DeductionFromZero", {"≦0计5分;每超过一个百分点扣0.5分"}, steps, "≤0%计5分;每超过1个百分点扣0.5分"},
        Read{"Arrangement",
             {"≥90%计5分;80%(含)-90%计4分;70%(含)-80%计3分;60%(含)-70%计2分;低于60%不得分"},
             steps,
             "≥90%计5分;80%(含)-90%计4分;70%(含)-80%计3分;60%(含)-70%计2分;<60%计0分"},
        Read{"Words",
             {"无结余3分;有结余但不超过上年结转2分;超过不得分"},
             qualitative,
             "无结余3分;有结余但不超过上年结转2分;超过不得分"}),
    [](const auto& test) { return test.param.name; });

TEST(ParseTargetWithoutAYear, KeepsMonthAndDay)
{
    const Target target = parse_target({"12月底前"});
    EXPECT_FALSE(target.deadline->year_known);
    EXPECT_EQ(to_text(target), "12月31日前");
}

std::string actual(std::string_view text, const TargetCells& target, std::string_view unit = {})
{
    const Actual read = parse_actual(text, unit, parse_target(target, 2024), 2024);
    std::string out;
    switch (read.kind) {
        case ActualKind::missing: out = "missing"; break;
        case ActualKind::number: {
            out = read.value.rounded(6).without_trailing_zeros().to_string();
            break;
        }
        case ActualKind::date: out = read.date->last_day.to_string(); break;
        case ActualKind::words: out = "words"; break;
        case ActualKind::not_applicable: out = "not_applicable"; break;
        case ActualKind::other_unit: out = "other_unit"; break;
    }
    return read.warnings.empty() ? out : out + " " + joined(read.warnings);
}

TEST(ParseActual, ReadsNumbersInTheTargetsUnit)
{
    EXPECT_EQ(actual("95%", {"≥90%"}), "95");
    EXPECT_EQ(actual("95", {"≥90%"}), "95");
    EXPECT_EQ(actual("81,420 平方米", {"81420m²"}), "81420");
    EXPECT_EQ(actual("8.142万m²", {"81420m²"}), "81420");
    EXPECT_EQ(actual("1930", {"1930次"}), "1930");
    EXPECT_EQ(actual("1.5天", {"≤24小时"}), "36");
    EXPECT_EQ(actual("125.25万元", {"≤1500000元"}), "1252500");
    EXPECT_EQ(actual("565m", {"≥0.565km"}), "0.565");
    EXPECT_EQ(actual("6", {"6"}, "个"), "6");
    EXPECT_EQ(actual("已完成6个", {"6个"}), "6");
    EXPECT_EQ(actual("完成95%", {"≥90%"}), "95");
    EXPECT_EQ(actual("-5%", {"≤0%"}), "-5");
}

TEST(ParseActual, WarnsInsteadOfGuessing)
{
    EXPECT_EQ(actual("≥90%", {"90%"}), "90 actual_repeats_sign");
    EXPECT_EQ(actual("24小时内", {"≤24小时"}), "24 actual_repeats_sign");
    EXPECT_EQ(actual("290%", {"90%"}), "90 sign_from_ocr");
    EXPECT_EQ(actual("290%", {"≥150%"}), "290");
    EXPECT_EQ(actual("290%", {"≤50%"}), "290");
    EXPECT_EQ(actual("40余次", {"≥30次"}), "40 approximate_actual");
    EXPECT_EQ(actual("0.95", {"≥90%"}), "0.95 percentage_as_fraction");
    EXPECT_EQ(actual("125.25万元", {"150万"}), "125.25 unit_assumed");
    EXPECT_EQ(actual("6次", {"6个"}), "other_unit");
    EXPECT_EQ(actual("3人", {"≤24小时"}), "other_unit");
}

TEST(ParseActual, LeavesWordsWords)
{
    EXPECT_EQ(actual("完成", {"≤30万元"}), "words");
    EXPECT_EQ(actual("达成预期指标", {"≥90%"}), "words");
    EXPECT_EQ(actual("无", {"0起"}), "words");
    EXPECT_EQ(actual("100%", {"有效保障"}), "words");
    EXPECT_EQ(actual("", {"≥90%"}), "missing");
    EXPECT_EQ(actual("--", {"≥90%"}), "missing");
    EXPECT_EQ(actual("不适用", {"≥90%"}), "not_applicable");
    EXPECT_EQ(actual("2021年11月完成", {"2021年12月完成"}), "2021-11-30");
    EXPECT_EQ(actual("按时完成", {"12月底前"}), "words");
}

TEST(PrintedTarget, JoinsTheThreeCellsOfAWorkbook)
{
    const auto printed = [](const char* sign, const char* target, const char* unit) {
        IndicatorSetting setting;
        setting.sign = sign;
        setting.target = target;
        setting.unit = unit;
        return printed_target(setting);
    };
    EXPECT_EQ(printed("≥", "1930", "次"), "≥1930次");
    EXPECT_EQ(printed("≥", "≥1930次", "次"), "≥1930次");
    EXPECT_EQ(printed("＝", "6", "个"), "=6个");
    EXPECT_EQ(printed("正向", "90%", ""), "≥90%");
    EXPECT_EQ(printed("≥", "不低于90%", ""), "不低于90%");
    EXPECT_EQ(printed("≤", "24小时内", ""), "24小时内");
    EXPECT_EQ(printed("定性", "有效保障", ""), "有效保障");
    EXPECT_EQ(printed("", "0起", "起"), "0起");
    EXPECT_EQ(printed("≥", "", "次"), "");
    // A unit that the text has itself stays alone.
    EXPECT_EQ(printed("≥", "1800次/年", "次"), "≥1800次/年");
    EXPECT_EQ(printed("≥", "1800次/年", "次/年"), "≥1800次/年");
    EXPECT_EQ(printed("", "1800", "次/年"), "1800次/年");
    EXPECT_EQ(printed("≤", "150万", "万元"), "≤150万元");
    EXPECT_EQ(printed("≤", "150万", "元"), "≤150万元");
    EXPECT_EQ(printed("", "2024年12月底前", "年"), "2024年12月底前");
}

TEST(Measured, IsBroughtToTheTargetsUnitExactly)
{
    const Target target = parse_target({"≤24小时"});
    EXPECT_EQ(measured(base::Ratio::reduced(100, 3), "分钟", target).value, base::Ratio::reduced(5, 9));
    EXPECT_EQ(measured(base::Ratio::whole(1), "人", target).kind, ActualKind::other_unit);
}

}  // namespace
}  // namespace indicators
