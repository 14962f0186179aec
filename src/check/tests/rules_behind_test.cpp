// SPDX-License-Identifier: Apache-2.0
// The rules at the boundaries of totals that stand behind their parts, counts in words, shares of one named whole, the
// form's rows of money, and numbers that cannot be read.
#include "check/tests/rule_pair.h"

namespace check {
namespace {

using enum base::Severity;

INSTANTIATE_TEST_SUITE_P(
    Behind, Rule,
    testing::Values(
        RulePair{"L01", "Composed", error, "总额100万元，由甲类60万元和乙类30万元组成。",
                 "总额100万元，由甲类60万元和乙类40万元组成。"},
        RulePair{"L01", "TotalBehind", error, "分配甲镇30万元，乙镇25万元，丙镇20万元，共计80万元。",
                 "分配甲镇30万元，乙镇25万元，丙镇20万元，共计75万元。"},
        RulePair{"L01", "WholeBeforeItsParts", error, "投入90万元，中央60万元，地方30万元，建设费50万元，共计180万元。",
                 "总投资90万元，中央60万元，地方30万元，合计90万元。"},
        RulePair{"L01", "TwoSides", error, "一期支出200万元，二期支出35万元，共计支出228万元。",
                 "年初预算200万元，追加35万元，共计支出228万元。"},
        RulePair{"L01", "InWords", error, "任务共十二项：甲类五项、乙类四项、丙类二项。",
                 "任务共十一项：甲类五项、乙类四项、丙类二项。"},
        RulePair{"L01", "Idioms", error, "共有十二项：甲类五项、乙类四项、丙类二项。",
                 "共有十二项任务。落实四项制度，做到三项清单、五项机制。"},
        RulePair{"L20", "SaidTwice", warning, "承办会议120场。设备完好。承办会议125场。",
                 "上半年承办会议120场。设备完好。下半年承办会议125场。"},
        RulePair{"L21", "Included", warning, "共有四个班组，包括炊事班、面点班、采购班。",
                 "共有四个班组，包括炊事班、面点班、采购班等。"},
        RulePair{"L21", "InWords", error, "十二个点位：甲点、乙点、丙点。", "三个点位：甲点、乙点、丙点。"},
        RulePair{"L63", "OneWhole", error,
                 "甲支出250万元，占一般公共预算支出的80%。乙支出50万元，占一般公共预算支出的20%。",
                 "甲支出200万元，占一般公共预算支出的80%。乙支出50万元，占一般公共预算支出的20%。"},
        RulePair{"L63", "LastDigit", warning,
                 "甲支出2000.00万元，占一般公共预算支出的66.67%。乙支出1000.00万元，占一般公共预算支出的33.35%。",
                 "甲支出2000.00万元，占一般公共预算支出的66.67%。乙支出1000.00万元，占一般公共预算支出的33.34%。"},
        RulePair{"L65", "AlreadySlip", warning, "资金己拨付到位。", "农户自己完成整地。"},
        RulePair{"L65", "NotSlip", warning, "项目末完成验收。", "年末完成验收。"},
        RulePair{"L70", "TwoPoints", warning, "拨付12..5万元。", "拨付12.5万元。"},
        RulePair{"L01", "EveryHalf", warning, "支付89.97万元，其中：甲30万元，乙30万元，丙29.99万元。",
                 "支付89.98万元，其中：甲30万元，乙30万元，丙29.99万元。"},
        RulePair{"L03", "Counts", warning, "实施项目共15个，年初批复8个项目，年中增加8个项目。",
                 "实施项目共16个，年初批复8个项目，年中增加8个项目。"},
        RulePair{"L70", "Twice", warning, "总额854万元854万元。", "总额854万元，其中财政拨款854万元。"},
        RulePair{"L70", "ListMark", warning, "经费167、00万元。", "第2、10万元以上的合同。"}),
    pair_name);

INSTANTIATE_TEST_SUITE_P(
    BehindTables, Rule,
    testing::Values(
        RulePair{"L62", "Sources", error,
                 "| 资金 | 全年预算数 | 备注 |\n|---|---|---|\n| 年度资金总额 | 480 | |\n| 其中:财政拨款 | 400 | |\n"
                 "| 上年结转 | 50 | |\n| 其他资金 | 20 | |\n",
                 "| 资金 | 全年预算数 | 备注 |\n|---|---|---|\n| 年度资金总额 | 470 | |\n| 其中:财政拨款 | 400 | |\n"
                 "| 上年结转 | 50 | |\n| 其他资金 | 20 | |\n"},
        RulePair{"L62", "SmallWholes", warning, "| 用途 | 金额 |\n|---|---|\n| 甲 | 30 |\n| 乙 | 25 |\n| 合计 | 56 |\n",
                 "| 用途 | 金额 |\n|---|---|\n| 甲 | 3012 |\n| 乙 | 2547 |\n| 合计 | 5560 |\n"},
        RulePair{"L09", "SignColumn", warning,
                 "| 指标 | 指标性质 | 指标值 | 完成值 | 分值 | 得分 |\n|---|---|---|---|---|---|\n"
                 "| 成本 | ≤ | 30 | 33 | 10 | 10 |\n",
                 "| 指标 | 指标性质 | 指标值 | 完成值 | 分值 | 得分 |\n|---|---|---|---|---|---|\n"
                 "| 成本 | ≤ | 30 | 25 | 10 | 10 |\n"},
        RulePair{"L09", "UnitColumn", warning,
                 "| 指标 | 指标值 | 度量单位 | 完成值 | 分值 | 得分 |\n|---|---|---|---|---|---|\n"
                 "| 知晓率 | 100 | % | 98% | 10 | 10 |\n",
                 "| 指标 | 指标值 | 度量单位 | 完成值 | 分值 | 得分 |\n|---|---|---|---|---|---|\n"
                 "| 知晓率 | 100 | % | 100% | 10 | 10 |\n"},
        RulePair{"L08", "SignCell", warning,
                 "| 一级指标 | 三级指标 | 指标性质 | 指标值 | 完成值 | 分值 | 备注 |\n|---|---|---|---|---|---|---|\n"
                 "| 效益指标 | 法治意识 | | | 提升 | 10 | |\n",
                 "| 一级指标 | 三级指标 | 指标性质 | 指标值 | 完成值 | 分值 | 备注 |\n|---|---|---|---|---|---|---|\n"
                 "| 效益指标 | 法治意识 | | 提升 | 提升 | 10 | |\n"},
        RulePair{"L08", "TotalScore", warning,
                 "| 指标 | 分值 | 得分 |\n|---|---|---|\n| 甲 | 50 | 50 |\n| 乙 | 50 | 48 |\n| 合计 | 100 | |\n",
                 "| 指标 | 分值 | 得分 |\n|---|---|---|\n| 甲 | 50 | 50 |\n| 乙 | 50 | 48 |\n| 合计 | 100 | 98 |\n"}),
    pair_name);

}  // namespace
}  // namespace check
