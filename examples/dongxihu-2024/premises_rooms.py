# SPDX-License-Identifier: Apache-2.0
"""The rooms of the sample buildings and the posts of the sample units that use them."""

from datetime import date
from decimal import Decimal
from random import Random

from calendar_2024 import working_days
from registers_services import KEEPER
from workbook import Sheet, write_workbook

MOST_COVERED = 45  # of 100 parts of a parcel
USABLE = 62  # of 100 parts of the gross area
VACANT = 6  # of 100 offices
OFFICE, SERVICE, EQUIPMENT, ANCILLARY, TECHNICAL = "办公室", "服务用房", "设备用房", "附属用房", "技术业务用房"


def storeys_of(houses, lands):
    """Three to seven, or as many as leave room on the parcel."""
    random = Random(37)
    return {
        house[0]: max(random.randint(3, 7), -(-int(house[5] * 100) // int(land[3] * MOST_COVERED)))
        for house, land in zip(houses, lands)
    }


def floor_rooms(floor, usable, random):
    """Rooms of one floor: equipment and a meeting room, offices for what is left. Areas in hundredths add up exactly."""
    first = [(EQUIPMENT, "配电间", usable * 6 // 100), (SERVICE, "会议室" if floor > 1 else "值班接待室", usable * 22 // 100)]
    if floor == 1:
        first.append((ANCILLARY, "食堂", usable * 18 // 100))
    elif floor == 2 and random.random() < 0.3:
        first.append((TECHNICAL, "档案业务用房", usable * 15 // 100))
    left = usable - sum(area for _, _, area in first)
    count = max(1, left // random.choice((2400, 3000, 3600)))
    offices = [left // count] * count
    for at in range(0, count - 1, 2):
        shift = random.randint(0, offices[at] // 3)
        offices[at], offices[at + 1] = offices[at] - shift, offices[at + 1] + shift
    offices[-1] += left - sum(offices)
    return first + [(OFFICE, "办公室", area) for area in offices]


MOVED_IN, LEFT = working_days(date(2024, 1, 2), date(2024, 3, 29)), working_days(date(2024, 4, 1), date(2024, 12, 20))


def room_rows(houses, storeys):
    random = Random(2024)
    for code, _, unit, _, _, gross in houses:
        floors = storeys[code]
        for floor in range(1, floors + 1):
            rooms = floor_rooms(floor, int(gross * USABLE) // floors, random)
            for at, (use, name, area) in enumerate(rooms, start=1):
                is_vacant = use == OFFICE and random.randrange(100) < VACANT
                since = random.choice(LEFT if is_vacant else MOVED_IN)
                had = ["", since] if is_vacant else [unit, since]
                yield [code, f"{floor}{at:02d}", floor, name, use, Decimal(area).scaleb(-2), *had]


def rooms_sheet(rows):
    sheet = Sheet("房间", [14, 10, 8, 16, 14, 22, 16, 16])
    sheet.title("房间（示例数据）", KEEPER)
    sheet.header(["所属房屋", "房间号", "楼层", "房间名称", "房间用途", "房间使用面积（平方米）", "使用单位", "使用起始日期"])
    sheet.body(rows)
    return sheet


RANKS = (("正科级", 1), ("副科级", 3), ("科级以下", 0))
WITH_LEADERS = 4  # the first units have leaders of the district
SQUARE_METRES_A_POST = (8, 9, 9, 9, 9, 10, 10, 11)


def unit_rows(rooms):
    """Posts that suit the offices a unit has, more or less: some units are over what is approved."""
    random = Random(2674)
    offices = {}
    for *_, use, area, unit, _ in rooms:
        if use == OFFICE and unit:
            offices[unit] = offices.get(unit, 0) + area
    for unit, area in sorted(offices.items()):
        posts = int(area) // random.choice(SQUARE_METRES_A_POST)
        ranks = [(rank, max(1, posts // 12) * times) for rank, times in RANKS[:2]]
        if int(unit[-2:]) <= WITH_LEADERS:
            ranks = [("县级正职", 1), ("县级副职", 3), *ranks]
        ranks.append((RANKS[2][0], max(1, posts - sum(count for _, count in ranks))))
        for at, (rank, count) in enumerate(ranks):
            once = [posts, posts // 6] if at == 0 else ["", ""]  # of the unit, not of a rank
            yield [unit, "县级机关", date(2024, 1, 1), rank, count, *once]



def write_units(folder, rooms):
    sheet = Sheet("单位编制", [16, 12, 14, 14, 10, 12, 10])
    sheet.title("单位编制（示例数据）", KEEPER)
    sheet.header(["使用单位", "机关级别", "生效日期", "职级", "编制数", "就餐人数", "汽车位"])
    sheet.body(unit_rows(rooms))
    write_workbook(folder / "单位编制.xlsx", [sheet])
