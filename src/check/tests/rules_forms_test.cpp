// SPDX-License-Identifier: Apache-2.0
// The rules about what a form asks for beside its figures: reasons, samples, evidence, scores that can be recomputed,
// and the page.
#include "check/tests/rule_pair.h"

namespace check {
namespace {

using enum base::Severity;

INSTANTIATE_TEST_SUITE_P(
    Forms, Rule,
    testing::Values(RulePair{"L11", "Gap", note,
                             "预算执行率权重10分，得6分；产出指标分值50分，得50分；效益指标分值30分，得30分；满意度指标"
                             "分值10分，得10分。",
                             "预算执行率权重10分，得9."
                             "5分；产出指标分值50分，得50分；效益指标分值30分，得30分；满意度指标分值10分，得10分。"},
                    RulePair{"L11", "Unspent", note, "预算执行率79.9%。", "预算执行率80%。"},
                    RulePair{"L11", "Reason", note, "预算执行率60%。", "预算执行率60%，原因是设备跨年付款。"},
                    RulePair{"L27", "Sample", note, "服务对象满意度98%。", "发放问卷120份，服务对象满意度98%。"},
                    RulePair{"L27", "Target", note, "服务对象满意度为98%。", "满意度目标值为98%。"},
                    RulePair{"L28", "Far", note, "计划培训100次，实际完成69次。", "计划培训100次，实际完成70次。"},
                    RulePair{"L28", "Reason", note, "计划培训50次，实际完成20次。",
                             "计划培训50次，实际完成20次。\n未完成的原因是汛期停办。"},
                    RulePair{"L30", "Twice", warning, "佐证材料清单\n1. 会议台账\n2. 会议台账\n",
                             "佐证材料清单\n1. 会议台账\n2. 签到台账\n"},
                    RulePair{"L30", "Period", note, "某局2024年度自评报告\n佐证材料清单\n1. 2021年会议台账\n",
                             "某局2024年度自评报告\n佐证材料清单\n1. 2021年管理办法\n"}),
    pair_name);

INSTANTIATE_TEST_SUITE_P(
    FormTables, Rule,
    testing::Values(
        RulePair{
            "L25", "Table", note,
            "数量指标：保洁面积数20平方米，清运垃圾数量930吨，公厕管护数量12座，绿化补植株数400株。\n"
            "| 三级指标 | 指标值 |\n|---|---|\n| 保洁面积数 | 20 |\n| 清运垃圾数量 | 900 |\n| 公厕管护数量 | 12 |\n",
            "数量指标：保洁面积数20平方米，清运垃圾数量930吨，公厕管护数量12座。\n"
            "| 三级指标 | 指标值 |\n|---|---|\n| 保洁面积数 | 20 |\n| 清运垃圾数量 | 900 |\n| 公厕管护数量 | 12 |\n"},
        RulePair{
            "L28", "EmptyReason", warning,
            "| 三级指标 | 年度指标值 | 实际完成值 | 偏差原因分析 |\n|---|---|---|---|\n| 培训期数 | ≥20期 | 12期 | |\n",
            "| 三级指标 | 年度指标值 | 实际完成值 | 偏差原因分析 |\n|---|---|---|---|\n"
            "| 培训期数 | ≥20期 | 12期 | 汛期停办 |\n"},
        RulePair{
            "L59", "Lost", warning,
            "| 指标 | 指标值 | 实际完成值 | 分值 | 得分 |\n|---|---|---|---|---|\n| 到位率 | 100% | 100% | 10 | 7 |\n",
            "| 指标 | 指标值 | 实际完成值 | 分值 | 得分 |\n|---|---|---|---|---|\n| 到位率 | 100% | 100% | 10 | 10 "
            "|\n"},
        RulePair{
            "L59", "Formula", note,
            "| 指标 | 指标值 | 实际完成值 | 分值 | 得分 |\n|---|---|---|---|---|\n| 知晓率 | 100% | 98% | 10 | 9 |\n",
            "| 指标 | 指标值 | 实际完成值 | 分值 | 得分 |\n|---|---|---|---|---|\n| 知晓率 | 100% | 98% | 10 | 9.8 "
            "|\n"},
        RulePair{
            "L59", "LessIsBetter", note,
            "| 指标 | 指标值 | 实际完成值 | 分值 | 得分 |\n|---|---|---|---|---|\n| 成本 | ≤500元 | 520元 | 10 | 8 |\n",
            "| 指标 | 指标值 | 实际完成值 | 分值 | 得分 |\n|---|---|---|---|---|\n| 成本 | ≤500元 | 520元 | 10 | 9.62 "
            "|\n"},
        RulePair{
            "L59", "Steps", note,
            "| 指标 | 指标值 | 实际完成值 | 分值 | 得分 |\n|---|---|---|---|---|\n| 知晓率 | 100% | 98% | 10 | 8 |\n",
            "每低1个百分点扣1分。\n"
            "| 指标 | 指标值 | 实际完成值 | 分值 | 得分 |\n|---|---|---|---|---|\n| 知晓率 | 100% | 98% | 10 | 8 |\n"}),
    pair_name);

Findings findings_on(Page page)
{
    ReportText text = read_text("某局2024年度自评报告\n");
    text.page = page;
    return findings_of(material_of(text));
}

// The page of an official document, one millimetre off at most; another margin or another number of lines is told.
TEST(L47, TellsOfAnotherPage)
{
    EXPECT_EQ(listed(findings_on({210, 297, 37, 28, 22})), "");
    EXPECT_EQ(listed(findings_on({210, 297, 38, 27, 0})), "");
    EXPECT_EQ(findings_on({210, 297, 25, 32, 0}).front().rule, "L47");
    EXPECT_EQ(findings_on({210, 297, 37, 28, 44}).front().code, "check.l47.grid");
    EXPECT_EQ(findings_on({210, 297, 37, 28, 22, 39}).front().code, "check.l47.letters");
    EXPECT_EQ(listed(findings_on({210, 297, 37, 28, 22, 28})), "");
    EXPECT_EQ(findings_on({216, 279, 37, 28, 22}).front().code, "check.l47.size");
    EXPECT_EQ(listed(findings_on({297, 210, 25, 25, 0})), "");
}

}  // namespace
}  // namespace check
