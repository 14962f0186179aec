// SPDX-License-Identifier: Apache-2.0
// The rules about figures at their boundaries.
#include "check/tests/rule_pair.h"

namespace check {
namespace {

using enum base::Severity;

TEST_P(Rule, FindsTheNearestWrongText)
{
    const CheckedText checked{GetParam().wrong};
    const Findings found = checked.findings_by(GetParam().rule);
    ASSERT_FALSE(found.empty()) << listed(checked.findings());
    EXPECT_EQ(found.front().severity, GetParam().severity) << listed(found);
    EXPECT_FALSE(found.front().places.empty());
    for (const Place& place : found.front().places) EXPECT_FALSE(place.quote.empty());
}

TEST_P(Rule, IsSilentOnTheNearestRightText)
{
    const CheckedText checked{GetParam().right};
    EXPECT_EQ(listed(checked.findings_by(GetParam().rule)), "");
    for (const Finding& finding : checked.findings()) EXPECT_NE(finding.severity, error) << listed({finding});
}

INSTANTIATE_TEST_SUITE_P(
    Sums, Rule,
    testing::Values(
        RulePair{"L01", "LastDigit", error, "全年支出100万元:基本支出60.5万元,项目支出39.3万元。",
                 "全年支出100万元:基本支出60.5万元,项目支出39.4万元。"},
        RulePair{"L01", "Rounded", error, "全年支出100.03万元,其中:人员经费60.01万元,公用经费40.05万元。",
                 "全年支出100.03万元,其中:人员经费60.01万元,公用经费40.03万元。"},
        RulePair{"L01", "AmongIsMore", error, "全年支出100万元,其中项目支出120万元。",
                 "全年支出100万元,其中项目支出20万元。"},
        RulePair{"L01", "MixedUnits", error, "总投资1.2亿元:中央资金8000万元,地方配套5000万元。",
                 "总投资1.2亿元:中央资金8000万元,地方配套4000万元。"},
        RulePair{"L03", "Adjusted", error, "年初预算数500万元,年中追加预算80万元,调整后预算数590万元。",
                 "年初预算数500万元,年中追加预算80万元,调整后预算数580万元。"},
        RulePair{"L03", "Cut", error, "年初预算500万元,追加60万元,调减20万元,全年预算560万元。",
                 "年初预算500万元,追加60万元,调减20万元,全年预算540万元。"},
        RulePair{"L62", "TableRow", error, "| 项目 | 金额 |\n|---|---|\n| 物业 | 12 |\n| 会务 | 8 |\n| 合计 | 22 |\n",
                 "| 项目 | 金额 |\n|---|---|\n| 物业 | 1200 |\n| 会务 | 800 |\n| 合计 | 2001 |\n"},
        RulePair{"L62", "AmongInTable", error,
                 "| 项目 | 金额 |\n|---|---|\n| 接待费 | 12 |\n| 公车费 | 8 |\n| 其中:运行费 | 6 |\n| 合计 | 27 |\n",
                 "| 项目 | 金额 |\n|---|---|\n| 接待费 | 12 |\n| 公车费 | 8 |\n| 其中:运行费 | 6 |\n| 合计 | 20 |\n"}),
    pair_name);

INSTANTIATE_TEST_SUITE_P(
    Rates, Rule,
    testing::Values(
        RulePair{"L02", "Off", error, "预算数800万元,执行数720万元,预算执行率95%。",
                 "预算数800万元,执行数720万元,预算执行率90%。"},
        RulePair{"L02", "LastDigit", warning, "预算数3720.27万元,执行数3400.68万元,预算执行率91.42%。",
                 "预算数3720.27万元,执行数3400.68万元,预算执行率91.41%。"},
        RulePair{"L02", "HalfUp", warning, "预算数8000万元,支出7001.00万元,预算执行率87.50%。",
                 "预算数8000万元,支出7001.00万元,预算执行率87.51%。"},
        RulePair{"L02", "TwoRates", error,
                 "预算数800万元,执行数720万元,执行率90%。物业经费预算300万元,支出270万元,执行率95%。",
                 "预算数800万元,执行数720万元,执行率90%。物业经费预算300万元,支出240万元,执行率80%。"},
        RulePair{"L02", "MixedUnits", error, "预算数0.0800亿元,支出7200000元,执行率92%。",
                 "预算数0.0800亿元,支出7200000元,执行率90%。"},
        RulePair{"L13", "Satisfaction", error, "服务对象满意度达到101%。", "目标完成率101%,服务对象满意度达到100%。"},
        RulePair{"L61", "Change", error, "支出110万元,比上年增加10万元,增长12.5%。",
                 "支出110万元,比上年增加10万元,增长10%。"},
        RulePair{"L61", "Fall", error, "支出90万元,较上年减少10万元,下降11.11%。",
                 "支出90万元,较上年减少10万元,下降10%。"},
        RulePair{"L61", "FromTo", error, "能耗投诉从29件降到16件,下降54.8%。", "能耗投诉从29件降到16件,下降44.8%。"},
        RulePair{"L63", "Share", error, "支出100万元。基本支出60万元,占60%;项目支出40万元,占45%。",
                 "支出100万元。基本支出60万元,占60%;项目支出40万元,占40%。"},
        RulePair{"L64", "NoYuan", warning, "安排资金120万。", "安排资金120万元。"},
        RulePair{"L64", "TooFine", error, "年度预算3720.2745元。", "年度预算3720.2745万元。"},
        RulePair{"L67", "Beyond", error, "部门预算总额100万元,执行数90万元。项目预算总额60万元,执行数40万元。",
                 "部门预算总额100万元,执行数90万元。项目预算总额60万元,执行数50万元。"}),
    pair_name);

INSTANTIATE_TEST_SUITE_P(
    Values, Rule,
    testing::Values(RulePair{"L08", "Score", error, "经综合评价,自评得分为分。", "经综合评价,自评得分为98分。"},
                    RulePair{"L08", "Placeholder", warning, "评价时间为20XX年3月。", "评价时间为2025年3月。"},
                    RulePair{"L20", "Satisfaction", error,
                             "本年度职工就餐满意度达到96%。\n\n产出方面情况较好。\n\n本年度就餐职工满意度为98%。",
                             "本年度职工就餐满意度达到96%。\n\n产出方面情况较好。\n\n本年度参会人员满意度为98%。"},
                    RulePair{"L20", "Count", warning, "全年承办会议1930次。\n\n保障了各类1479场会议的召开。",
                             "全年承办会议1930次。\n\n保障了各类1930场会议的召开。"},
                    RulePair{"L21", "GoalsAndIndicators", warning, "年初设置3个绩效指标。\n\n年初设置绩效目标3个。",
                             "年初设置9个绩效指标。\n\n年初设置绩效目标3个。"},
                    RulePair{"L50", "Unmet", warning,
                             "年初共设置3个绩效指标,实际完成了3个。\n\n3.未完成的绩效目标。\n\n物业经费执行率偏低。",
                             "年初共设置3个绩效指标,实际完成了2个。\n\n3.未完成的绩效目标。\n\n物业经费执行率偏低。"},
                    RulePair{"L52", "Words", warning, "预算执行率91.41%。\n\n资金执行率91.41%。",
                             "预算执行率91.41%。\n\n资金执行率83.36%。"},
                    RulePair{"L53", "Repeated", warning, "满意度目标值≥90%,实际完成≥90%。",
                             "满意度目标值≥90%,实际完成94%。"},
                    RulePair{"L58", "Unfinished", warning, "登记任务62家,已完成38家,完成年初目标。",
                             "登记任务62家,已完成62家,完成年初目标。"}),
    pair_name);

}  // namespace
}  // namespace check
