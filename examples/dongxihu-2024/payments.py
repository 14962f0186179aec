# SPDX-License-Identifier: Apache-2.0
"""The payments of the example year. Every line ends at the fen that the published totals need (README)."""

from dataclasses import dataclass, replace
from datetime import date
from random import Random

from budget_year import contract_of, fen, line_of
from calendar_2024 import split, working_day_on_or_after, working_days
from cell_styles import Yuan
from workbook import Sheet, write_workbook

BANK = "代发工资专户（示例）"


@dataclass(frozen=True)
class Payment:
    paid_on: date
    line: str
    payee: str
    economic: str
    fen: int
    note: str
    contract: str = ""
    months: tuple = ("", "")  # first and last month of service, as 2024-01
    kind: str = "支付"
    name: str = ""  # what a later entry of this script calls this one
    corrects: str = ""  # the name of the entry it answers


def month(number):
    return f"2024-{number:02d}"


def monthly(line, payee, economic, note, total, day, random):
    """Twelve payments that differ a little and add up to the total."""
    return [
        Payment(working_day_on_or_after(date(2024, at, day)), line, payee, economic, amount * 100, f"{at}月{note}")
        for at, amount in enumerate(split(total, 12, random, spread=3), start=1)
    ]


def staff(random):
    entries = monthly("J01", BANK, "30101", "基本工资", 1_420_800, 10, random)
    entries += monthly("J01", BANK, "30102", "津贴补贴", 919_200, 10, random)
    entries += monthly("J01", BANK, "30107", "绩效工资", 1_020_000, 10, random)
    entries += [
        Payment(date(2024, 7, 12), "J01", BANK, "30107", fen("600,000.00"), "上半年绩效工资"),
        Payment(date(2024, 12, 20), "J01", BANK, "30103", fen("1,522,000.00"), "年度绩效奖励"),
    ]
    for line, note, total in (
        ("J02", "基本养老保险缴费", 624_000),
        ("J03", "职业年金缴费", 312_000),
        ("J04", "职工基本医疗保险缴费", 341_000),
    ):
        entries += monthly(line, "社会保险费征缴专户（示例）", line_of(line).economic, note, total, 12, random)
    return entries + monthly("J05", "住房公积金专户（示例）", "30113", "住房公积金", 738_000, 12, random)


# Small purchases: (economic subject, payee, what for).
OFFICE = [
    ("30201", "示例办公用品商行", "办公用品"), ("30202", "示例印务公司", "印刷费"), ("30207", "示例通信公司", "电话网络费"),
    ("30211", "公务卡还款（示例）", "差旅费"), ("30213", "示例设备维修部", "办公设备维修"),
    ("30216", "示例培训中心", "业务培训费"), ("30228", "工会专户（示例）", "工会经费"),
    ("30231", "示例汽车服务公司", "公务用车运行维护"), ("30239", "公务卡还款（示例）", "公务交通费"),
    ("30299", "示例后勤服务社", "其他商品和服务"),
]  # fmt: skip
CANTEEN_CARE = [("30227", "示例燃气检测公司", "天然气泄漏检测"), ("30227", "示例厨具维保公司", "食堂设备保养")]
BUILDING_CARE = [
    ("30209", "示例电梯维保公司", "电梯零星维修"), ("30209", "示例水暖安装部", "给排水零星维修"),
    ("30209", "示例消防设备公司", "消防器材更换"), ("30209", "示例环卫服务社", "化粪池清掏"),
]  # fmt: skip
MEETING_CARE = [
    ("30201", "示例办公用品商行", "会议用品"), ("30202", "示例印务公司", "会议材料印制"), ("30213", "示例设备维修部", "会议设备零星维修"),
    ("30299", "示例茶叶商行", "会议茶水"),
]  # fmt: skip
EXCHANGE = [
    ("30207", "示例邮政分公司", "机要邮寄费"), ("30231", "示例汽车服务公司", "交换车辆运行维护"),
    ("30201", "示例办公用品商行", "交换袋、封签"),
]  # fmt: skip
SAFETY = [
    ("30216", "示例安全培训中心", "安全培训"), ("30299", "示例安保器材公司", "防暴器材"), ("30213", "示例消防设备公司", "消防设施检测"),
]  # fmt: skip
TENDER = [("30227", "示例招标代理公司", "招标公告及评审"), ("30227", "示例造价咨询公司", "最高限价咨询")]


def small(line, purposes, total, count, first, last, random):
    """`count` purchases on working days between two days that add up to the total."""
    days = working_days(first, last)
    entries = []
    for amount in split(fen(total), count, random):
        economic, payee, note = random.choice(purposes)
        entries.append(Payment(random.choice(days), line, payee, economic, amount, note))
    return entries


def under(number, *parts, economic=None):
    """Payments under a contract: (day, yuan, first month, last month, what for)."""
    contract = contract_of(number)
    return [
        Payment(day, contract.line, contract.supplier, economic or line_of(contract.line).economic, fen(yuan), note,
                number, (month(first), month(last)) if first else ("", ""))
        for day, yuan, first, last, note in parts
    ]  # fmt: skip


def service_fees(number, yuan, note):
    """Ten monthly fees: a month is assessed in the next one and paid in the one after, so two stay open at the end."""
    days = [working_day_on_or_after(date(2024, paid_in, 18)) for paid_in in range(3, 13)]
    parts = [(day, yuan, served, served, f"{served}月{note}") for served, day in enumerate(days, start=1)]
    return under(number, *parts)


def services(random):
    spring, winter = date(2024, 4, 29), date(2024, 12, 27)
    entries = service_fees("HT2024-001", "579,812.50", "供餐服务费")
    entries += small("X01", CANTEEN_CARE, "11,862.60", 5, date(2024, 2, 1), winter, random)
    entries += service_fees("HT2024-002", "830,950.00", "物业服务费")
    entries += under("HT2024-003", (date(2024, 5, 31), "188,500.00", 0, 0, "绿植补栽验收付款"))
    for number, first_day, first, last_day, last, note in (
        ("HT2024-004", date(2024, 5, 20), "165,200.00", date(2024, 6, 14), "70,800.00", "外墙清洗"),
        ("HT2024-011", date(2024, 6, 20), "67,760.00", date(2024, 7, 19), "29,040.00", "配电试验"),
        ("HT2024-012", date(2024, 6, 26), "104,020.00", date(2024, 7, 26), "44,580.00", "空调清洗"),
        ("HT2024-013", date(2024, 7, 16), "187,600.00", date(2024, 9, 25), "80,400.00", "屋面防水"),
    ):
        entries += under(number, (first_day, first, 0, 0, note + "首付款"), (last_day, last, 0, 0, note + "验收款"))
    return entries + small("X02", BUILDING_CARE, "141,612.35", 24, spring, winter, random)


def meetings(random):
    entries = small("X03", MEETING_CARE, "200,000.00", 20, date(2024, 1, 15), date(2024, 4, 19), random)
    entries += small("X03", MEETING_CARE, "378,800.00", 40, date(2024, 5, 6), date(2024, 12, 27), random)
    # A wrong amount, its red-letter reversal and the right entry.
    wrong = Payment(date(2024, 7, 11), "X03", "示例设备维修部", "30213", fen("12,600.00"), "话筒维修（金额录入有误）", name="wrong")
    again = replace(wrong, paid_on=date(2024, 7, 18), fen=fen("16,200.00"), note="话筒维修（更正后重新支付）", name="")
    entries += [wrong, replace(again, fen=-wrong.fen, note="红冲：金额录入有误", kind="红冲", corrects="wrong"), again]
    entries += under(
        "HT2024-006", (date(2024, 7, 10), "210,000.00", 5, 6, "二季度设备维保"),
        (date(2024, 10, 15), "315,000.00", 7, 9, "三季度设备维保"),
        (date(2024, 12, 23), "315,000.00", 10, 12, "四季度设备维保"), economic="30213",
    )  # fmt: skip
    return entries + under(
        "HT2024-005", (date(2024, 6, 18), "269,500.00", 0, 0, "桌椅更新到货款"),
        (date(2024, 9, 24), "115,500.00", 0, 0, "桌椅更新验收款"), economic="30299",
    )  # fmt: skip


def surveys(random):
    entries = []
    for number, parts, note in (
        ("HT2024-007", ("485,400.00", "647,200.00", "485,400.00"), "房产测绘"),
        ("HT2024-008", ("678,000.00", "904,000.00", "678,000.00"), "土地测量"),
    ):
        entries += under(
            number, (date(2024, 6, 25), parts[0], 5, 6, note + "第一期款"),
            (date(2024, 9, 26), parts[1], 7, 9, note + "第二期款"),
            (date(2024, 12, 10), parts[2], 10, 11, note + "成果验收款"),
        )  # fmt: skip
    entries += under(
        "HT2024-009", (date(2024, 9, 26), "143,000.00", 5, 8, "测绘监理首期"),
        (date(2024, 12, 12), "143,000.00", 9, 11, "测绘监理尾款"),
    )  # fmt: skip
    entries += small("X04", TENDER, "14,000.00", 3, date(2024, 4, 29), date(2024, 5, 31), random)
    return entries + small("X05", TENDER, "11,000.00", 3, date(2024, 4, 29), date(2024, 5, 31), random)


def others(random):
    entries = under(
        "HT2024-014", (date(2024, 9, 27), "552,000.00", 0, 0, "系统开发首付款"),
        (date(2024, 11, 22), "276,000.00", 0, 0, "系统上线款"), (date(2024, 12, 24), "92,000.00", 0, 0, "系统验收款"),
        economic="30227",
    )  # fmt: skip
    entries.append(Payment(date(2024, 12, 13), "X07", "示例测评机构", "30227", fen("38,000.00"), "网络安全等级测评"))
    entries += small("X08", EXCHANGE, "130,000.00", 14, date(2024, 1, 15), date(2024, 4, 19), random)
    entries += small("X08", EXCHANGE, "285,660.00", 28, date(2024, 5, 6), date(2024, 12, 27), random)
    overpaid = Payment(date(2024, 8, 6), "X08", "示例邮政分公司", "30207", fen("3,200.00"), "机要邮寄费", name="overpaid")
    returned = replace(overpaid, paid_on=date(2024, 8, 27), fen=fen("-860.00"), note="退回多收邮寄费", kind="退款")
    entries += [overpaid, replace(returned, name="", corrects="overpaid")]
    for yearly, first, last in (("640,000.00", 1, 4), ("1,880,000.00", 5, 12)):
        shares = iter(split(fen(yearly), 3 * (last - first + 1), random, spread=5))
        for number in range(first, last + 1):
            day = working_day_on_or_after(date(2024, number, 22))
            for economic, payee, note in (
                ("30206", "示例供电公司", "电费"), ("30205", "示例自来水公司", "水费"), ("30299", "示例燃气公司", "天然气费"),
            ):  # fmt: skip
                entries.append(
                    Payment(day, "X09", payee, economic, next(shares), f"{number}月{note}", months=(month(number),) * 2)
                )
    entries += under(
        "HT2024-010", (date(2024, 7, 9), "75,000.00", 5, 6, "二季度代账服务费"),
        (date(2024, 10, 14), "112,500.00", 7, 9, "三季度代账服务费"),
        (date(2024, 12, 25), "112,500.00", 10, 12, "四季度代账服务费"),
    )  # fmt: skip
    return entries + small("X11", SAFETY, "381,436.05", 22, date(2024, 5, 6), date(2024, 12, 27), random)


def all_payments():
    random = Random(20240101)
    entries = staff(random)
    entries += small("J06", OFFICE, "600,000.00", 115, date(2024, 1, 15), date(2024, 10, 31), random)
    entries += small("J06", OFFICE, "124,329.84", 25, date(2024, 11, 18), date(2024, 12, 27), random)
    entries += services(random) + meetings(random) + surveys(random) + others(random)
    return sorted(entries, key=lambda entry: entry.paid_on)


def with_vouchers(entries):
    """(voucher, voucher it corrects, payment): vouchers are numbered by month in the order of payment."""
    counts, numbers, named = {}, [], {}
    for entry in entries:
        counts[entry.paid_on.month] = counts.get(entry.paid_on.month, 0) + 1
        numbers.append(f"记-{entry.paid_on.month:02d}-{counts[entry.paid_on.month]:03d}")
        named[entry.name] = numbers[-1]
    return [(number, named[entry.corrects] if entry.corrects else "", entry) for number, entry in zip(numbers, entries)]


def write_payments(folder):
    sheet = Sheet("支付明细", [13, 13, 10, 24, 13, 11, 11, 14, 14, 17, 8, 13, 30])
    sheet.title("2024年支付明细（示例数据）", "退款、红冲以负数登记并写明原凭证号")
    sheet.header(
        ["支付日期", "凭证号", "项目编码", "收款方", "合同编号", "服务起月", "服务止月", "功能科目编码", "经济科目编码",
         "金额（元）", "类型", "原凭证号", "摘要"]
    )  # fmt: skip
    sheet.body(
        [one.paid_on, voucher, one.line, one.payee, one.contract, *one.months, line_of(one.line).functional,
         one.economic, Yuan(one.fen), one.kind, corrects, one.note]
        for voucher, corrects, one in with_vouchers(all_payments())
    )  # fmt: skip
    write_workbook(folder / "支付.xlsx", [sheet])
