# SPDX-License-Identifier: Apache-2.0
"""The registers of repairs, trainings, inspections, canteens and accidents."""

from random import Random

from calendar_2024 import working_days
from cell_styles import Sum
from workbook import Sheet, write_workbook

KEEPER = "编制单位：东西湖区机关事务服务中心（示例）    截止日期：2024-12-31"
QUARTERS = ["一季度", "二季度", "三季度", "四季度"]


def quarter_of(day):
    return (day.month - 1) // 3


TRAININGS = [("消防培训演习", 7), ("防暴反恐演习", 3), ("电梯安全培训", 3), ("安保培训", 43), ("保洁工作技能培训", 52)]


def trainings():
    random = Random(108)
    kinds = [kind for kind, count in TRAININGS for _ in range(count)]
    random.shuffle(kinds)
    days = sorted(random.choice(working_days()) for _ in kinds)
    rows = [
        [f"PX2024-{number:03d}", day, kind, random.randint(12, 65), "集中办公区"]
        for number, (day, kind) in enumerate(zip(days, kinds), start=1)
    ]
    sheet = Sheet("培训演练台账", [14, 13, 24, 12, 20])
    sheet.title("2024年培训演练台账（示例数据）", KEEPER)
    sheet.header(["编号", "日期", "类别", "参加人数", "地点"])
    for at, quarter in enumerate(QUARTERS):
        mine = [row for row in rows if quarter_of(row[1]) == at]
        first, last = sheet.body(mine)
        people = Sum(f"SUM(D{first}:D{last})", sum(row[3] for row in mine))
        sheet.add("total", [f"{quarter}小计", "", f"{len(mine)}次", people])
    sheet.add("total", ["合计", "", f"{len(rows)}次", sum(row[3] for row in rows)])
    return [sheet]


# Areas served: name, service, m² with two decimals. They add up to 81,420 m² exactly.
AREAS = [
    ("一号办公楼", "保洁、水电、安保", "21680.50"), ("二号办公楼", "保洁、水电、安保", "17365.20"),
    ("三号办公楼", "保洁、水电、安保", "12840.75"), ("会议中心", "保洁、水电、安保", "9286.40"),
    ("政务附楼", "保洁、水电、安保", "6472.15"), ("食堂及后勤用房", "保洁、水电", "4105.00"),
    ("地下车库", "保洁、安保", "5620.00"), ("室外道路及绿化", "保洁、绿化", "4050.00"),
]  # fmt: skip
PROPERTY_ITEMS = ["环境卫生", "绿化养护", "水电运行", "秩序维护", "设施巡查"]


def property_inspections():
    """Twelve months, eight areas, five items: 480 checks of which 24 fail, 95 % exactly."""
    random = Random(95)
    failed = set(random.sample(range(480), 24))
    sheet = Sheet("物业检查台账", [14, 13, 20, 16, 12])
    sheet.title("2024年物业服务检查台账（示例数据）", KEEPER)
    sheet.header(["检查编号", "日期", "区域", "项目", "结果"])
    number = 0
    for month in range(1, 13):
        last_week = [day for day in working_days() if day.month == month][-5:]
        day = random.choice(last_week)
        for area, _, _ in AREAS:
            first = len(sheet.rows) + 1
            for item in PROPERTY_ITEMS:
                result = "不达标" if number in failed else "达标"
                number += 1
                shown = (day, area) if item == PROPERTY_ITEMS[0] else (None, None)  # merged over the five items
                sheet.add("body", [f"WJ2024-{number:03d}", *shown, item, result])
            sheet.merges += [f"B{first}:B{first + 4}", f"C{first}:C{first + 4}"]
    sheet.add("total", ["合计", "", "", "", "共480项"])
    return [sheet]


CANTEENS = [
    ("一号食堂", "一号办公楼负一层", 620), ("二号食堂", "二号办公楼一层", 480), ("三号食堂", "三号办公楼一层", 350),
    ("会议中心食堂", "会议中心一层", 260), ("政务附楼食堂", "政务附楼一层", 210), ("后勤食堂", "后勤用房一层", 140),
]  # fmt: skip
CANTEEN_ITEMS = ["食材验收", "食品留样", "餐具消毒", "环境卫生", "操作规范", "消防燃气"]


def canteen_inspections():
    """Fifty weeks, six canteens: 300 checks of which 12 fail, 96 % exactly."""
    random = Random(96)
    failed = set(random.sample(range(300), 12))
    by_week = {}
    for day in working_days():
        by_week.setdefault(day.isocalendar()[:2], []).append(day)
    rows = []
    for week, days in enumerate(list(by_week.values())[:50]):
        day = random.choice(days)
        for at, (canteen, _, _) in enumerate(CANTEENS):
            number = len(rows)
            item = CANTEEN_ITEMS[(week + at) % len(CANTEEN_ITEMS)]
            rows.append([f"SJ2024-{number + 1:03d}", day, canteen, item, "不达标" if number in failed else "达标"])
    sheet = Sheet("食堂检查台账", [14, 13, 20, 16, 12])
    sheet.title("2024年食堂服务质量检查台账（示例数据）", KEEPER)
    sheet.header(["检查编号", "日期", "食堂", "检查项目", "结果"])
    sheet.body(rows)
    sheet.add("total", ["合计", "", "", "", f"共{len(rows)}次"])
    return [sheet]


def canteens():
    sheet = Sheet("食堂台账", [12, 18, 24, 12, 10])
    sheet.title("机关食堂台账（示例数据）", KEEPER)
    sheet.header(["食堂编号", "食堂名称", "位置", "供餐人数", "状态"])
    first, last = sheet.body(
        [f"ST-{number:02d}", name, place, people, "运行"] for number, (name, place, people) in enumerate(CANTEENS, 1)
    )
    sheet.add("total", ["合计", "", "", Sum(f"SUM(D{first}:D{last})", sum(people for _, _, people in CANTEENS))])
    return [sheet]


def accidents():
    """A register that is kept and empty: its zero comes from a register that exists."""
    sheet = Sheet("安全事故台账", [14, 13, 14, 10, 36, 36])
    sheet.title("2024年安全事故台账（示例数据）", KEEPER)
    sheet.header(["事故编号", "发生日期", "类别", "等级", "经过", "处理结果"])
    sheet.merges.append(f"A{len(sheet.rows) + 1}:F{len(sheet.rows) + 1}")
    sheet.add("note", ["备注：本年度逐月零报告，未发生需要登记的事故。"], 20)
    return [sheet]


def write_service_registers(folder):
    for name, sheets in (
        ("培训演练台账", trainings()), ("物业检查台账", property_inspections()),
        ("食堂检查台账", canteen_inspections()), ("食堂台账", canteens()), ("安全事故台账", accidents()),
    ):  # fmt: skip
        write_workbook(folder / f"{name}.xlsx", sheets)
