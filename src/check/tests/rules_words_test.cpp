// SPDX-License-Identifier: Apache-2.0
// The rules about names, numbering and words at their boundaries.
#include "check/tests/rule_pair.h"

namespace check {
namespace {

using enum base::Severity;

INSTANTIATE_TEST_SUITE_P(
    Names, Rule,
    testing::Values(
        RulePair{
            "L40", "TwoRegions", error,
            "东岭县机关事务服务中心2024年度自评报告\n\n正文如下。\n\n西岭县机关事务服务中心2024年度自评报告\n",
            "东岭县机关事务服务中心2024年度自评报告\n\n正文如下。\n\n示例市东岭县机关事务服务中心2024年度自评报告\n"},
        RulePair{"L40", "Slipped", warning, "主管部门:示例县文化和旅游局部门\n", "主管部门:示例县文化和旅游局\n"},
        RulePair{"L41", "Bureau", warning, "示例县机关事务管理局主任李某主持会议。",
                 "示例县机关事务管理局办公室主任李某主持会议。"},
        RulePair{"L41", "Centre", warning, "示例县机关事务服务中心副局长作了报告。",
                 "示例县机关事务服务中心副主任作了报告，县机关事务管理局副局长讲话。"},
        RulePair{"L41", "OtherWord", warning, "报示例县财政局主任审定。",
                 "示例县财政局主任科员、示例县卫健局主任医师参加。"},
        RulePair{"L41", "LongTime", warning, "示例县服务中心局长到会。", "示例县服务中心局长期坚持值班。"},
        RulePair{"L51", "Past", warning, "示例中心2024年度整体绩效自评报告\n\n争取2024年底完成登记工作。\n",
                 "示例中心2024年度整体绩效自评报告\n\n争取2025年底完成登记工作。\n"},
        RulePair{
            "L66", "OtherProject", error,
            "关于示例镇道路硬化建设项目的绩效自评报告\n\n示例村产业路示范项目资金已到位。\n\n对示例村产业路示范项目开"
            "展监督。\n",
            "关于示例镇道路硬化建设项目的绩效自评报告\n\n示例镇道路硬化建设项目资金已到位。\n\n对示例镇道路硬化建设"
            "项目开展监督。\n"}),
    pair_name);

INSTANTIATE_TEST_SUITE_P(
    Words, Rule,
    testing::Values(RulePair{"L43", "Jump", warning, "1、预算执行\n2、会务保障\n4、物业管理\n",
                             "1、预算执行\n2、会务保障\n3、物业管理\n"},
                    RulePair{"L43", "Repeat", warning, "(一)预算\n(二)会务\n(二)物业\n",
                             "(一)预算\n(二)会务\n(三)物业\n"},
                    RulePair{"L57", "Styles", warning, "1.预算执行\n2、会务保障\n", "1、预算执行\n2、会务保障\n"},
                    RulePair{"L48", "Book", warning, "依据《预算法规定开展自评。", "依据《预算法》规定开展自评。"},
                    RulePair{"L48", "Bracket", warning, "机关食堂(含备餐间共6个。", "机关食堂(含备餐间)共6个。"},
                    RulePair{"L56", "Letter", warning, "各单位满意度度达到要求。", "各单位满意度达到要求。"},
                    RulePair{"L56", "Word", warning, "为了进一步进一步做好工作。", "为了进一步做好职工工资发放工作。"},
                    RulePair{"L65", "Against", warning, "支出与上年下降5%。", "支出与上年持平,比前年下降5%。"},
                    RulePair{"L65", "Until", note, "截止目前工作已完成。", "截至目前工作已完成。"}),
    pair_name);

}  // namespace
}  // namespace check
