# SPDX-License-Identifier: Apache-2.0
"""What an imaginary office-affairs centre has in its drawers for 2025: budget, contracts, payments, two registers, targets.

By hand. Budget: 1,200,000 + 180,000 + 960,000 + 150,000 + 90,000 = 2,580,000 at the start of the year, + 60,000 + 30,000
supplemented, − 10,000 + 10,000 transferred: 2,670,000. Paid: 1,200,000 (12 × 100,000) + 160,000 (8 × 20,000) + 850,000
(10 months of 80,000, one of them after a red-letter entry of 88,000, and 50,000) + 125,000 (36,000 + 50,000 + 40,000
− 1,000 refunded) + 95,000 = 2,430,000. 2,430,000 / 2,670,000 = 91.0112 %, of 20 points: 18.2022, printed 18.20."""
from calendar import monthrange
from datetime import date, timedelta

YEAR = "2025"
INITIAL = "某财预〔2025〕1号"

LINES = [
    {"项目编码": code, "项目名称": name, "支出类别": kind, "功能科目编码": "2010303", "经济科目编码": economic}
    for code, name, kind, economic in [
        ("R01", "人员经费", "基本支出", "301"), ("G01", "公用经费", "基本支出", "302"),
        ("P01", "物业服务经费", "项目支出", "30209"), ("P02", "公务用车运行经费", "项目支出", "30231"),
        ("P03", "会议保障经费", "项目支出", "30215")]
]


def document(number, day, kind, line, amount, reason=""):
    return {"文号": number, "日期": day, "类型": kind, "项目编码": line, "金额（元）": amount, "事由": reason}


START = [document(INITIAL, date(2025, 1, 8), "年初批复", line, amount, "部门预算批复")
         for line, amount in [("R01", 1200000), ("G01", 180000), ("P01", 960000), ("P02", 150000), ("P03", 90000)]]
TRANSFER = [document("某财调〔2025〕2号", date(2025, 9, 10), "调剂", line, amount)
            for line, amount in [("G01", -10000), ("P03", 10000)]]
# As the finance bureau sends it: in 万元, said above the table.
SUPPLEMENT = [
    ["2025年追加预算通知"], ["", "", "", "", "单位：万元"], ["文号", "日期", "类型", "项目编码", "金额", "事由"],
    ["某财追〔2025〕7号", date(2025, 6, 20), "追加", "P01", 6, "绿化补植"],
    ["某财追〔2025〕7号", date(2025, 6, 20), "追加", "P02", 3, "车辆维修"], ["合计", "", "", "", 9],
]
CONTRACTS = [
    {"合同编号": "HT25-01", "合同名称": "物业服务合同", "项目编码": "P01", "供应商": "某某物业公司", "合同金额（元）": 960000,
     "签订日期": date(2025, 1, 10), "服务开始": date(2025, 1, 1), "服务结束": date(2025, 12, 31)},
    {"合同编号": "HT25-02", "合同名称": "车辆保险合同", "项目编码": "P02", "供应商": "某某保险公司", "合同金额（元）": 36000,
     "签订日期": date(2025, 2, 1)},
]


def payment(day, voucher, line, payee, amount, **more):
    return {"支付日期": day, "凭证号": voucher, "项目编码": line, "收款方": payee, "金额（元）": amount, **more}


def month_fee(voucher, day, month, amount):
    text = f"2025-{month:02d}"
    return payment(day, voucher, "P01", "某某物业公司", amount, 合同编号="HT25-01", 服务起月=text, 服务止月=text)


def last_day(month):
    return date(2025, month, monthrange(2025, month)[1])


PAYMENTS = [
    *(payment(date(2025, month, 15), f"工-{month:02d}", "R01", "工资专户", 100000) for month in range(1, 13)),
    *(payment(date(2025, month, 20), f"公-{month:02d}", "G01", "某某供电公司", 20000) for month in range(1, 9)),
    *(month_fee(f"物-{month:02d}", last_day(month), month, 88000 if month == 3 else 80000) for month in range(1, 11)),
    payment(date(2025, 2, 10), "车-01", "P02", "某某保险公司", 36000, 合同编号="HT25-02"),
    payment(date(2025, 5, 10), "车-02", "P02", "某某石油公司", 50000),
    payment(date(2025, 11, 10), "车-03", "P02", "某某石油公司", 40000),
    payment(date(2025, 11, 20), "车-04", "P02", "某某石油公司", -1000, 类型="退款", 原凭证号="车-03"),
]
# Beyond what is available until the supplement and the transfer are entered.
BEYOND = [
    payment(date(2025, 7, 15), "物-补", "P01", "某某绿化公司", 50000, 摘要="绿化补植"),
    payment(date(2025, 12, 10), "会-01", "P03", "某某会务公司", 95000),
]
CORRECTION = [
    payment(date(2025, 4, 5), "物-03冲", "P01", "某某物业公司", -88000, 类型="红冲", 原凭证号="物-03"),
    month_fee("物-03更", date(2025, 4, 6), 3, 80000),
]
PAID = {"R01": "1200000.00", "G01": "160000.00", "P01": "850000.00", "P02": "125000.00", "P03": "95000.00"}

# 24 meetings, the last three called off: 21 were held.
MEETINGS = [
    {"会议编号": f"会-{at:03d}", "会议日期": date(2025, 1, 10) + timedelta(days=14 * (at - 1)), "会议名称": f"第{at}次会议",
     "会议类别": "部门会议", "参会人数": 20 + at, "状态": "已取消" if at > 21 else "已召开"}
    for at in range(1, 25)
]
WRONG_MEETING_CELLS = {"会-003": ("会议日期", "2025年3月底"), "会-005": ("会议类别", "部门会"), "会-010": ("状态", "")}

TRIPS_LEDGER = "公务用车台账"
TRIP_COLUMNS = [
    {"台账名称": TRIPS_LEDGER, "列名": title, "类型": kind, "计量单位": unit, "必填": need, "标识列": identity,
     "期间列": period, "选项": options}
    for title, kind, unit, need, identity, period, options in [
        ("派车单号", "文本", "", "是", "是", "否", ""), ("派车日期", "日期", "", "是", "否", "是", ""),
        ("用车事由", "文本", "", "否", "否", "否", ""), ("行驶里程", "小数", "公里", "是", "否", "否", ""),
        ("费用", "金额", "", "否", "否", "否", ""), ("出车结果", "选项", "", "是", "否", "否", "准时、延误")]
]
TRIPS_MERGED = ("A1:F1", "A3:B3", "C3:C4", "D3:E3", "F3:F4")


def trips():
    """20 trips, 18 on time, 30.5 + 31.5 + … + 49.5 = 800 km, below two rows of header and with totals between."""
    rows = [["某某区机关事务服务中心2025年公务用车台账"], ["填表人：综合科"],
            ["派车", "", "用车事由", "行驶情况", "", "出车结果"], ["单号", "日期", "", "里程（公里）", "费用（元）", ""]]
    for at in range(20):
        day = date(2025, 1, 6) + timedelta(days=17 * at)
        rows.append([f"派-{at + 1:03d}", day, "公务出行", 30.5 + at, 100 + at, "延误" if at < 2 else "准时"])
        if at == 9:
            rows.append(["上半年小计", "", "", 350, 1045])
    return [*rows, ["合计", "", "", 800, 2190], ["备注：里程按里程表登记"]]


GOALS = [{"序号": "1", "绩效目标": "保障机关会议和公务出行", "占比": "50%"}, {"序号": "2", "绩效目标": "保持良好的服务质量", "占比": "50%"}]


def indicator(code, goal, levels, name, target, weight, *, sign="", unit="", measure=()):
    titles = ("数据来源", "统计方式", "统计字段", "筛选条件", "分子条件")
    return {"指标编码": code, "目标序号": goal, "一级指标": levels[0], "二级指标": levels[1], "三级指标": name, "计算符号": sign,
            "目标值": target, "计量单位": unit, "权重": weight, **dict(zip(titles, measure))}


# Scores of the final year by hand, hubei-2020, weights 80:
# K01 21 of 24 (raised from 20 in July): 10 × 21/24 = 8.75     K05 no accident: 10
# K02 18 of 20 on time, 90 % of 95 %: 10 × 90/95 = 9.4737 → 9.47     K06 first band, 14 of 15 entered: 14
# K03 12.5 of at most 12 万元: 10 × 12/12.5 = 9.60     K07 92 % of 90 %: 15
# K04 25 of at most 30 minutes: 10
# 8.75 + 9.47 + 9.60 + 10 + 10 + 14 + 15 = 76.82; 76.82 + 18.20 = 95.02
INDICATORS = [
    indicator("K01", "1", ("产出指标", "数量指标"), "承办会议次数", "20", "10", sign="≥", unit="次",
              measure=("台账:会议台账", "计数", "", "状态=已召开")),
    indicator("K02", "1", ("产出指标", "质量指标"), "准时出车率", "≥95%", "10",
              measure=("台账:" + TRIPS_LEDGER, "占比", "", "", "出车结果=准时")),
    indicator("K03", "1", ("产出指标", "成本指标"), "公务用车运行支出", "12", "10", sign="≤", unit="万元",
              measure=("预算:支付", "求和", "金额（元）", "项目编码=P02")),
    indicator("K04", "1", ("产出指标", "时效指标"), "派车响应时间", "30分钟内", "10"),
    indicator("K05", "2", ("效益指标", "社会效益指标"), "安全事故", "0起", "10", measure=("台账:安全事故台账", "计数")),
    indicator("K06", "2", ("效益指标", "社会效益指标"), "公务出行保障", "有效保障", "15", sign="定性"),
    indicator("K07", "2", ("满意度指标", "服务对象满意度指标"), "用车人员满意度", "不低于90%", "15"),
]
SUPPORTS = [
    {"编码": "S1", "名称": "公务用车行驶里程", "数据来源": "台账:" + TRIPS_LEDGER, "统计方式": "求和", "统计字段": "行驶里程",
     "计量单位": "公里", "小数位": "1"},
    {"编码": "S2", "名称": "物业费已付期数", "数据来源": "预算:服务期", "统计方式": "计数",
     "筛选条件": "合同编号=HT25-01; 是否已付=是", "计量单位": "期"},
]
EVIDENCE = "佐证/用车情况.txt"
ENTRIES = [
    {"指标编码": "K04", "实际完成值": "25分钟"},
    {"指标编码": "K06", "实际完成值": "有效保障", "评价档次": "达成预期指标", "得分": "14", "佐证文件": EVIDENCE},
    {"指标编码": "K07", "实际完成值": "92%"},
]
REVISION = [{"文号": "某财绩〔2025〕3号", "日期": date(2025, 7, 1), "类型": "修改", "指标编码": "K01", "调整项": "目标值",
             "调整前": "20", "调整后": "24", "事由": "会议任务增加"}]
NOTES = [
    {"指标编码": "K01", "类型": "偏差原因", "内容": "下半年三次会议取消"}, {"指标编码": "K01", "类型": "改进措施", "内容": "提前两周确认会期"},
    {"指标编码": "K02", "类型": "偏差原因", "内容": "两次遇到道路施工"}, {"指标编码": "K03", "类型": "偏差原因", "内容": "车辆维修支出增加"},
    {"指标编码": "K06", "类型": "偏差原因", "内容": "节假日用车高峰时等候较长"},
]


MISTAKEN_REASON = "这句话写错了指标"


def with_changes(records, key, changes):
    """A copy in which the record called `name` says something else: {name: {title: value}}."""
    return [{**record, **changes.get(record[key], {})} for record in records]
