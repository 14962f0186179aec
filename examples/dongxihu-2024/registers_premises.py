# SPDX-License-Identifier: Apache-2.0
"""The registers of areas served, premises and land surveys, title registration, and the satisfaction answers."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from calendar_2024 import split, working_day_on_or_after, working_days
from cell_styles import Sum
from premises_rooms import room_rows, rooms_sheet, storeys_of, write_units
from premises_shapes import write_shapes
from registers_services import AREAS, KEEPER
from workbook import Sheet, write_workbook

SURVEY_DAYS = working_days(date(2024, 5, 20), date(2024, 11, 15))
FOR_REGISTRATION, RE_SURVEY = "本年权属登记测量", "存量复核测量"


def areas(total, parts, random):
    """Areas of two decimals that add up to the total exactly."""
    return [Decimal(share).scaleb(-2) for share in split(int(Decimal(total) * 100), parts, random)]


def total_row(sheet, columns, first, last, rows):
    """A 合计 row with a formula under each of the given columns (0-based)."""
    cells = ["合计"] + [""] * (len(sheet.widths) - 1)
    for at in columns:
        letter = chr(ord("A") + at)
        cells[at] = Sum(f"SUM({letter}{first}:{letter}{last})", sum(row[at] for row in rows))
    sheet.add("total", cells)


def served_areas():
    sheet = Sheet("服务区域台账", [12, 24, 28, 20])
    sheet.title("集中办公区物业服务区域台账（示例数据）", KEEPER)
    sheet.header(["区域编号", "区域名称", "服务内容", "服务面积（平方米）"])
    rows = [[f"QY-{number:02d}", name, what, Decimal(area)] for number, (name, what, area) in enumerate(AREAS, 1)]
    total_row(sheet, [3], *sheet.body(rows), rows)
    return [sheet]


def building_rows():
    """51 buildings: 28 surveyed for this year's registration (73,200 m²), 23 surveyed again (together 13.41 万 m²)."""
    random = Random(51)
    groups = [(FOR_REGISTRATION, area) for area in areas("73200.00", 28, random)]
    groups += [(RE_SURVEY, area) for area in areas("60907.46", 23, random)]
    random.shuffle(groups)
    days = sorted(random.choice(SURVEY_DAYS) for _ in groups)
    return [
        [f"FC2024-{number:02d}", f"示例办公楼{number:02d}", f"示例单位{random.randint(1, 31):02d}", group, day, area]
        for number, (day, (group, area)) in enumerate(zip(days, groups), start=1)
    ]


CAMPAIGN = ("TY2024", "示例权属统一登记")
LAND_SOURCE, COMPLETION = "土地权属来源材料", "竣工验收材料"


def title_of(number, missing):
    """Most titles are registered; some wait for papers, some are only recorded (sample states, no figure rests on them)."""
    if number % 9 == 4:
        return ["未登记", f"缺少{missing}，正在补办", missing]
    return ["权属备案", f"{missing}已无法找到", missing] if number % 11 == 5 else ["已登记", "", ""]


def estates(name, note, widths, titles, rows):
    sheet = Sheet(name, widths)
    sheet.title(f"{name}（示例数据）", note)
    sheet.header(titles)
    sheet.body(rows)
    return sheet


def certified(houses, titles):
    """What the certificates of registered buildings say: near what was measured, for a few of them not near enough."""
    random = Random(51_2)
    for (code, *_, area), title in zip(houses, titles):
        near = Decimal(random.randint(-300, 300)).scaleb(-2)
        far = Decimal(random.randint(2_000, 4_000)).scaleb(-2) if random.randrange(20) == 0 else 0
        if title[0] == "已登记":
            yield ["房屋", code, "证载", area + near + far, date(2016, 12, 20), "示例权属证书"]


def usable(rooms):
    """Of each building: what its rooms add up to."""
    areas = {}
    for code, *_, area, _, _ in rooms:
        areas[code] = areas.get(code, 0) + area
    return [["房屋", code, "使用面积", area, date(2024, 11, 29), "示例房间台账"] for code, area in areas.items()]


def register(houses, lands, storeys, rooms):
    """办公用房.xlsx: the buildings and parcels that were surveyed, their rooms, areas by source, the units that are registered."""
    land = [[code, name, "机关团体用地", "划拨", *title_of(at, LAND_SOURCE)] for at, (code, name, *_) in enumerate(lands, 1)]
    titles = [title_of(at, COMPLETION) for at, _ in enumerate(houses, 1)]
    house = [
        [code, name, unit, parcel[0], storeys[code], *title]
        for (code, name, unit, *_), parcel, title in zip(houses, lands, titles)
    ]
    measured = [["房屋", code, "测绘", area, day, group] for code, _, _, group, day, area in houses]
    measured += [["土地", code, "测绘", area, day, ""] for code, _, day, area, _ in lands]
    measured += [*certified(houses, titles), *usable(rooms)]
    why = ["权属", "未登记或备案原因", "缺少材料"]
    return [
        estates("土地", KEEPER, [14, 18, 16, 12, 12, 34, 20], ["土地编码", "土地名称", "土地用途", "权利性质", "土地" + why[0], *why[1:]], land),
        estates("房屋", KEEPER, [14, 18, 16, 14, 10, 12, 34, 20], ["房屋编码", "房屋名称", "使用单位", "所在土地", "地上层数", "房屋" + why[0], *why[1:]], house),
        estates("面积", KEEPER, [12, 16, 12, 18, 14, 22], ["不动产类别", "不动产编码", "面积来源", "面积（平方米）", "测量日期", "依据文件"], measured),
        rooms_sheet(rooms),
        registration(),
    ]


def parcel_rows():
    random = Random(56)
    land, drawn = areas("353216.85", 56, random), areas("116287.40", 56, Random(56))
    days = sorted(random.choice(SURVEY_DAYS) for _ in land)
    return [
        [f"TD2024-{number:02d}", f"示例宗地{number:02d}", day, *measured]
        for number, (day, measured) in enumerate(zip(days, zip(land, drawn)), start=1)
    ]


def parcels(rows):
    sheet = Sheet("土地测量台账", [14, 18, 14, 22, 24])
    sheet.title("2024年土地测量台账（示例数据）", KEEPER)
    sheet.header(["宗地编号", "宗地名称", "测量日期", "土地面积（平方米）", "现状图面积（平方米）"])
    total_row(sheet, [3, 4], *sheet.body(rows), rows)
    return [sheet]


def survey_checks(houses, lands):
    """The supervisor checks points of every result; each result was handed over by the day agreed, some on that day."""
    random = Random(107)
    results = [("房屋", row[0], row[4]) for row in houses] + [("土地", row[0], row[2]) for row in lands]
    rows = []
    for kind, number, measured in results:
        agreed = working_day_on_or_after(measured + timedelta(days=15))
        handed = random.choice(working_days(agreed - timedelta(days=9), agreed))
        rows.append([kind, number, agreed, handed, agreed + timedelta(days=3), random.randint(8, 24), 0, "合格"])
    rows.sort(key=lambda row: row[4])
    sheet = Sheet("测绘抽查台账", [14, 11, 14, 13, 13, 13, 11, 11, 11])
    sheet.title("2024年测绘成果交付与质量抽查台账（示例数据）", KEEPER)
    sheet.header(["抽查编号", "测绘类别", "成果编号", "约定日期", "交付日期", "抽查日期", "抽查点数", "超限点数", "抽查结果"])
    sheet.body([f"CC2024-{number:03d}", *row] for number, row in enumerate(rows, start=1))
    sheet.add("total", ["合计", "", "", "", "", "", sum(row[5] for row in rows), 0])
    return [sheet]


AGENCY, SUBORDINATE = "党政机关", "公益一类"


def registration():
    """31 agencies (10.58 万 m²) are all registered; of 62 units under them (11.93) 38 are (4.38)."""
    random = Random(93)
    groups = [
        (AGENCY, "已登记", areas("105798.60", 31, random)),
        (SUBORDINATE, "已登记", areas("43812.35", 38, random)),
        (SUBORDINATE, "收集资料", areas("75471.80", 24, random)),
    ]
    rows = []
    for kind, step, group in groups:
        done_days = sorted(random.choice(working_days()) for _ in group)
        rows += [[kind, area, step, day] for area, day in zip(group, done_days)]
    sheet = Sheet("权属登记", [12, 22, 12, 20, 14, 22, 12, 14])
    sheet.title("办公用房权属统一登记（示例数据）", KEEPER)
    sheet.header(["活动编码", "活动名称", "单位编号", "单位名称", "单位类别", "建筑面积（平方米）", "登记步骤", "步骤日期"])
    named = []
    for number, row in enumerate(rows, start=1):
        kind_number = number if row[0] == AGENCY else number - 31
        word = "示例单位" if row[0] == AGENCY else "示例下属单位"
        named.append([*CAMPAIGN, f"DW-{number:02d}", f"{word}{kind_number:02d}", *row])
    total_row(sheet, [5], *sheet.body(named), named)
    return sheet


# Who answered: how many were satisfied, fairly satisfied, not satisfied. Satisfied are the first two.
ANSWERS = {"用餐人员": (318, 74, 8), "参会人员": (231, 29, 0), "权属登记服务单位": (61, 8, 0)}
WORDS = ("满意", "基本满意", "不满意")


def satisfaction_lines():
    random = Random(98)
    answers = [
        (who, word) for who, counts in ANSWERS.items() for word, count in zip(WORDS, counts) for _ in range(count)
    ]
    random.shuffle(answers)
    days = sorted(random.choice(working_days(date(2024, 3, 1), date(2024, 12, 20))) for _ in answers)
    yield "2024年服务满意度调查登记（示例数据）,,,"
    yield "问卷编号,调查对象,日期,评价"
    for number, (day, (who, word)) in enumerate(zip(days, answers), start=1):
        yield f"MY2024-{number:04d},{who},{day:%Y/%m/%d},{word}"
    yield f"合计,共{len(answers)}份,,"


def write_premises_registers(folder):
    houses, lands = building_rows(), parcel_rows()
    storeys = storeys_of(houses, lands)
    rooms = list(room_rows(houses, storeys))
    for name, sheets in (
        ("服务区域台账", served_areas()), ("办公用房", register(houses, lands, storeys, rooms)), ("土地测量台账", parcels(lands)),
        ("测绘抽查台账", survey_checks(houses, lands)),
    ):  # fmt: skip
        write_workbook(folder / f"{name}.xlsx", sheets)
    write_shapes(folder, houses, lands, storeys)
    write_units(folder, rooms)
    text = "".join(line + "\r\n" for line in satisfaction_lines())
    (folder / "满意度调查.csv").write_bytes(text.encode("gb18030"))
