# SPDX-License-Identifier: Apache-2.0
"""绩效指标.xlsx: goals, the 18 indicators with their measures, supporting measures, entries, one revision and notes."""

from dataclasses import dataclass
from datetime import date

from workbook import Sheet, write_workbook

# Shares follow the weights: the weights of a goal's indicators are its share of 80 points.
GOALS = [
    ("1", "区机关集中办公区域食堂供餐服务及物业服务达标率达90%以上", "40%"),
    ("2", "完成会议设备设施维保，备齐会议用品，会议工作顺利开展", "30%"),
    ("3", "按时间节点完成党政机关办公用房测绘，保障权属登记变更", "30%"),
]
WEIGHTS_ARE_OURS = "各指标权重为示例自定（产出40分，效益与满意度40分），原报告未公布权重；本表为年初目标，年中调整见“指标调整”"


@dataclass(frozen=True)
class Measure:
    source: str = ""
    method: str = ""
    field: str = ""
    filter: str = ""
    numerator: str = ""
    period: str = "2024"

    def cells(self):
        return [self.source, self.method, self.field, self.filter, self.numerator, self.period if self.source else ""]


def register(name, *parts, **more):
    return Measure("台账:" + name, *parts, **more)


def meetings(filter_):
    return Measure("会务:会议", "计数", "", filter_)


def repairs(*parts):
    return Measure("维修:报修单", *parts)


def satisfied(who):
    return Measure("满意度:答卷", "占比", "", f"调查对象={who}", "评价=满意|基本满意")


def share(name, filter_, numerator, **more):
    return register(name, "占比", "", filter_, numerator, **more)


OUTPUT, BENEFIT, CONTENT = "产出指标", "效益指标", "满意度指标"
HOUSES, LANDS = "不动产类别=房屋; 面积来源=测绘", "不动产类别=土地; 面积来源=测绘"
FOR_REGISTRATION = f"{HOUSES}; 依据文件=本年权属登记测量"


def surveyed(method, filter_):
    return Measure("办公用房:面积", method, "面积" if method == "求和" else "", filter_)


def registered(method, field, *conditions, numerator=""):
    return Measure("办公用房:登记", method, field, "; ".join(conditions), numerator, "全部")


AGENCY, SUBORDINATE, DONE = "单位类别=党政机关", "单位类别=公益一类", "是否完成=是"
# code, goal, level 1, level 2, level 3, sign, target, unit, weight, measure, definition
INDICATORS = [
    ("Z01", "1", OUTPUT, "数量指标", "区机关办公楼物业管理服务面积", "≥", "81420", "m²", "4",
     register("服务区域台账", "求和", "服务面积", period="全部"), "纳入物业服务合同的各区域服务面积之和"),
    ("Z02", "1", OUTPUT, "数量指标", "区机关食堂数量", "=", "6", "个", "3",
     register("食堂台账", "计数", "", "状态=运行", period="全部"), "年末正常运行的机关食堂个数"),
    ("Z03", "2", OUTPUT, "数量指标", "承办各类会议次数", "≥", "1930", "次", "5",
     meetings("状态=已召开"), "全年已召开的各类会议，取消的不计"),
    ("Z04", "3", OUTPUT, "数量指标", "党政机关办公用房权属登记测量面积", "≥", "60000", "m²", "4",
     surveyed("求和", FOR_REGISTRATION), "本年为办理权属登记而测量的建筑面积，不含存量复核测量"),
    ("Z05", "1", OUTPUT, "质量指标", "物业服务达标率", "≥", "90", "%", "4",
     share("物业检查台账", "", "结果=达标"), "物业服务检查达标项数占检查项数的比例"),
    ("Z06", "1", OUTPUT, "质量指标", "食堂服务质量达标率", "≥", "90", "%", "4",
     share("食堂检查台账", "", "结果=达标"), "食堂服务质量检查达标次数占检查次数的比例"),
    ("Z07", "2", OUTPUT, "质量指标", "会议设备设施维修合格率", "=", "100", "%", "3",
     repairs("占比", "", "", "验收结果=合格"), "验收合格的维修件数占全部维修件数的比例"),
    ("Z08", "3", OUTPUT, "质量指标", "房屋测绘准确率", "=", "100", "%", "4",
     share("测绘抽查台账", "测绘类别=房屋", "抽查结果=合格"), "监理单位抽查合格的房屋测绘成果占比"),
    ("Z09", "2", OUTPUT, "时效指标", "会议设备设施维修时限", "≤", "24", "小时", "3",
     repairs("最大", "修复时间-报修时间"), "从报修到修复用时最长的一次"),
    ("Z10", "3", OUTPUT, "时效指标", "房屋测绘及时性", "=", "100", "%", "3",
     register("测绘抽查台账", "限内占比", "交付日期-约定日期", "测绘类别=房屋", "≤0天"), "不晚于约定日期交付的房屋测绘成果占比"),
    ("Z11", "3", OUTPUT, "成本指标", "公开招标控制测绘与监理成本", "", "有效控制", "", "3",
     Measure(), "通过公开招标确定测绘、监理单位，合同价不超过最高限价"),
    ("Z12", "1", BENEFIT, "社会效益指标", "食堂安全事故", "=", "0", "起", "6",
     register("安全事故台账", "计数", "", "类别=食堂安全"), "全年登记的食堂安全事故起数"),
    ("Z13", "1", BENEFIT, "社会效益指标", "重大安保事故", "=", "0", "起", "5",
     register("安全事故台账", "计数", "", "类别=安全保卫; 等级=重大"), "全年登记的重大安全保卫事故起数"),
    ("Z14", "2", BENEFIT, "社会效益指标", "会议工作正常开展", "", "有效保障", "", "8",
     Measure(), "会务制度健全，会议未因保障原因中断或延期"),
    ("Z15", "3", BENEFIT, "可持续影响指标", "办公用房权属统一登记完成率（党政机关）", "=", "100", "%", "5",
     registered("占比", "", AGENCY, numerator=DONE),
     "已完成权属统一登记的党政机关家数占比；下属公益一类单位另列，不在本指标内"),
    ("Z16", "1", CONTENT, "服务对象满意度指标", "用餐人员满意度", "≥", "90", "%", "6",
     satisfied("用餐人员"), "答满意和基本满意的问卷占比；原报告未写目标值，90%为示例自定"),
    ("Z17", "2", CONTENT, "服务对象满意度指标", "参会人员满意度", "≥", "90", "%", "5",
     satisfied("参会人员"), "答满意和基本满意的问卷占比；原报告未写目标值，90%为示例自定"),
    ("Z18", "3", CONTENT, "服务对象满意度指标", "权属登记服务单位满意度", "≥", "90", "%", "5",
     satisfied("权属登记服务单位"),
     "答满意和基本满意的问卷占比；原报告未写目标值，90%为示例自定"),
]  # fmt: skip


def answers(who):
    return Measure("满意度:答卷", "计数", "", f"调查对象={who}")


def trained(kind):
    return register("培训演练台账", "计数", "", f"类别={kind}")


def fees_paid(contract, *more):
    return Measure("预算:服务期", "计数", "", "; ".join([f"合同编号={contract}", *more]))


BIG = "万m²"
# code, name, measure, definition, unit, decimals
SUPPORTS = [
    ("S01", "区委区政府重要会议", meetings("会议类别=区委区政府重要会议; 状态=已召开"),
     "承办各类会议中由区委、区政府召开的会议，是1930次的一部分", "次", "0"),
    ("S02", "取消的会议", meetings("状态=已取消"), "登记后取消，不计入承办次数", "次", "0"),
    ("S03", "会议设备设施维修件数", repairs("计数"), "全年报修并修复的件数", "件", "0"),
    ("S04", "24小时内修复率", repairs("限内占比", "修复时间-报修时间", "", "≤24小时"), "用时不超过24小时的维修占比", "%", ""),
    ("S05", "平均修复用时", repairs("平均", "修复时间-报修时间"), "从报修到修复的平均用时", "小时", "2"),
    ("S06", "消防培训演习", trained("消防培训演习"), "全年开展次数", "次", "0"),
    ("S07", "防暴反恐演习", trained("防暴反恐演习"), "全年开展次数", "次", "0"),
    ("S08", "电梯安全培训", trained("电梯安全培训"), "全年开展次数", "次", "0"),
    ("S09", "安保培训", trained("安保培训"), "全年开展次数，原报告写作40余次", "次", "0"),
    ("S10", "保洁工作技能培训", trained("保洁工作技能培训"), "全年开展次数，原报告写作50余次", "次", "0"),
    ("S11", "本年权属登记测量面积", surveyed("求和", FOR_REGISTRATION),
     "三个面积之一：本年为办理权属登记而测量的建筑面积", "m²", ""),
    ("S12", "房产实测总面积", surveyed("求和", HOUSES), "三个面积之二：本年全部测量的建筑面积，含存量复核测量", BIG, "2"),
    ("S13", "已完成权属登记面积", registered("求和", "建筑面积", DONE),
     "三个面积之三：截至年末已完成统一登记的建筑面积，党政机关与公益一类合计，含往年测量的房屋", BIG, "2"),
    ("S14", "测量房产处数", surveyed("计数", HOUSES), "本年测量的房产处数", "处", "0"),
    ("S15", "测量土地宗数", surveyed("计数", LANDS), "本年测量的宗地数", "处", "0"),
    ("S16", "土地测量面积", surveyed("求和", LANDS), "本年测量的宗地面积之和", BIG, "2"),
    ("S17", "房产现状图面积", register("土地测量台账", "求和", "现状图面积"), "宗地图上标绘的房产现状图面积之和", BIG, "2"),
    ("S18", "党政机关家数", registered("计数", "", AGENCY), "应登记的党政机关家数", "家", "0"),
    ("S19", "党政机关已登记家数", registered("计数", "", AGENCY, DONE), "已完成统一登记的党政机关家数", "家", "0"),
    ("S20", "党政机关已登记面积", registered("求和", "建筑面积", AGENCY, DONE), "已完成统一登记的党政机关建筑面积", BIG, "2"),
    ("S21", "公益一类单位家数", registered("计数", "", SUBORDINATE), "应登记的本级下属公益一类单位家数", "家", "0"),
    ("S22", "公益一类单位面积", registered("求和", "建筑面积", SUBORDINATE), "应登记的公益一类单位建筑面积", BIG, "2"),
    ("S23", "公益一类单位已登记家数", registered("计数", "", SUBORDINATE, DONE), "已完成统一登记的公益一类单位家数", "家", "0"),
    ("S24", "公益一类单位已登记面积", registered("求和", "建筑面积", SUBORDINATE, DONE), "已完成统一登记的公益一类单位建筑面积", BIG, "2"),
    ("S25", "公益一类单位登记完成率", registered("占比", "", SUBORDINATE, numerator=DONE), "按家数计算", "%", "2"),
    ("S26", "公益一类单位登记完成率（按面积）",
     registered("占比", "建筑面积", SUBORDINATE, numerator=DONE), "按建筑面积计算", "%", "2"),
    ("S27", "用餐人员问卷数", answers("用餐人员"), "收回的有效问卷份数", "份", "0"),
    ("S28", "参会人员问卷数", answers("参会人员"), "收回的有效问卷份数", "份", "0"),
    ("S29", "权属登记服务单位问卷数", answers("权属登记服务单位"), "收回的有效问卷份数", "份", "0"),
    ("S30", "物业服务检查项数", register("物业检查台账", "计数"), "全年检查的项数", "项", "0"),
    ("S31", "食堂服务质量检查次数", register("食堂检查台账", "计数"), "全年检查的次数", "次", "0"),
    ("S32", "供餐服务费已付期数", fees_paid("HT2024-001", "是否已付=是"), "按月计费，全年12期中已经付款的期数", "期", "0"),
    ("S33", "物业服务费已付期数", fees_paid("HT2024-002", "是否已付=是"), "按月计费，全年12期中已经付款的期数", "期", "0"),
    ("S34", "项目支出执行数", Measure("预算:支付", "求和", "金额（元）", "支出类别=项目支出"), "项目支出全部支付，退款、红冲已扣减", "万元", "2"),
]  # fmt: skip

# code, actual, band, points, evidence, remark: what no register measures, and the files that show the rest
ENTRIES = [
    ("Z11", "有效控制", "达成预期指标", "3.00", "佐证材料/示例-公开招标情况汇总.csv", "测绘、监理均经公开招标，合同价低于最高限价"),
    ("Z12", "", "", "", "佐证材料/示例-安全生产零报告.txt", ""),
    ("Z13", "", "", "", "佐证材料/示例-安全生产零报告.txt", ""),
    ("Z14", "有效保障", "达成预期指标", "8.00", "佐证材料/示例-会议服务保障情况说明.txt", "会务制度健全，全年会议未因保障原因中断"),
    ("Z16", "", "", "", "满意度调查.csv", ""),
    ("Z17", "", "", "", "满意度调查.csv", ""),
    ("Z18", "", "", "", "满意度调查.csv", ""),
]
REVISIONS = [
    ("示例机管〔2024〕15号", date(2024, 6, 28), "修改", "Z04", "目标值", "60000", "73200", "测绘合同签订后按实际测量范围调整目标"),
]
NOTES = [
    ("Z05", "改进措施", "对检查不达标的24项逐项整改并复查，次年按月通报"),
    ("Z06", "改进措施", "对检查不达标的12次限期整改，纳入供餐单位月度考核"),
    ("Z15", "改进措施", "督促其余24家下属公益一类单位补齐资料，办理权属统一登记"),
]


def sheet_of(name, title, note, columns, rows):
    sheet = Sheet(name, list(columns.values()))
    sheet.title(title, note)
    sheet.header(list(columns))
    sheet.body([cell or None for cell in row] for row in rows)
    return sheet


MEASURE = {"数据来源": 20, "统计方式": 10, "统计字段": 20, "筛选条件": 34, "分子条件": 22, "统计期间": 10}


def merge_levels(sheet, columns):
    """Level 1 and level 2 stand once over their indicators, as on the bureau's form."""
    first_row = sheet.frozen_rows + 1
    for at in columns:
        values = [row[2][at] for row in sheet.rows[first_row - 1 :]] + [None]
        begin = 0
        for end in range(1, len(values)):
            if values[end] == values[begin]:
                sheet.rows[first_row - 1 + end][2][at] = None
                continue
            if end - begin > 1:
                letter = chr(ord("A") + at)
                sheet.merges.append(f"{letter}{first_row + begin}:{letter}{first_row + end - 1}")
            begin = end


def write_indicators(folder):
    indicators = sheet_of(
        "绩效指标", "2024年整体绩效指标（示例数据）", WEIGHTS_ARE_OURS,
        {"指标编码": 10, "目标序号": 10, "一级指标": 13, "二级指标": 20, "三级指标": 34, "计算符号": 10, "目标值": 12, "计量单位": 10,
         "权重": 8, **MEASURE, "定义": 72},
        ([*row[:9], *row[9].cells(), row[10]] for row in INDICATORS),
    )  # fmt: skip
    merge_levels(indicators, [2, 3])
    supports = sheet_of(
        "支撑数据", "2024年支撑数据（示例数据）", "报告正文引用的其他数字，各有定义和出处",
        {"编码": 8, "名称": 30, **MEASURE, "定义": 72, "计量单位": 10, "小数位": 8},
        ([code, name, *measure.cells(), *rest] for code, name, measure, *rest in SUPPORTS),
    )  # fmt: skip
    goals = sheet_of(
        "绩效目标", "2024年整体绩效目标（示例数据）", "占比与各目标所含指标的权重一致",
        {"序号": 8, "绩效目标": 70, "占比": 10}, GOALS,
    )  # fmt: skip
    entries = sheet_of(
        "人工填报", "2024年定性指标填报与佐证（示例数据）", "定量指标由台账计算，不在此填报；佐证文件为与本工作簿同一文件夹下的路径",
        {"指标编码": 10, "实际完成值": 14, "评价档次": 16, "得分": 8, "佐证文件": 44, "说明": 50}, ENTRIES,
    )  # fmt: skip
    revisions = sheet_of(
        "指标调整", "2024年绩效指标调整（示例数据）", "",
        {"文号": 24, "日期": 13, "类型": 8, "指标编码": 10, "调整项": 10, "调整前": 12, "调整后": 12, "事由": 44}, REVISIONS,
    )  # fmt: skip
    notes = sheet_of("偏差说明", "2024年偏差与改进说明（示例数据）", "", {"指标编码": 10, "类型": 12, "内容": 60}, NOTES)
    write_workbook(folder / "绩效指标.xlsx", [goals, indicators, supports, entries, revisions, notes])
