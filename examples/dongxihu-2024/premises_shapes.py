# SPDX-License-Identifier: Apache-2.0
"""Outlines of the sample parcels and buildings: coordinate tables as a survey hands them over. Every shape is invented; they
lie inside the district's bounding box, on the plane CGCS2000 / 3-degree zone 38 (EPSG 4526: zone number in front of Y)."""

from decimal import Decimal
from math import isqrt
from random import Random

from registers_services import KEEPER
from workbook import Sheet, write_workbook

# Around 114.06° E, 30.63° N: millimetres to the north, and to the east without the zone's number.
NORTH, EAST, ZONE = 3_389_000_000, 505_600_000, 38
COLUMNS, STEP_NORTH, STEP_EAST, PLAY = 8, 260_000, 300_000, 45_000


def sides(hundredths, ratio):
    """Width and height in millimetres of a rectangle whose area, rounded half up to 0.01 m², is exactly the one asked for."""
    whole = hundredths * 10_000
    width = isqrt(whole * ratio // 100)
    while True:
        height = whole // width
        if (width * height + 5_000) // 10_000 == hundredths:
            return width, height
        width += 1


def parallelogram(north, east, width, height, slant):
    """From its south-western corner, against the clock; slanting to the north keeps the area."""
    return [(north, east), (north + slant, east + width), (north + slant + height, east + width), (north + height, east)]


def parcel_outlines(lands):
    random = Random(4526)
    for at, (code, name, _, area, _) in enumerate(lands):
        width, height = sides(int(area.scaleb(2)), random.randint(90, 180))
        row, column = divmod(at, COLUMNS)
        north = NORTH + row * STEP_NORTH + random.randint(0, PLAY)
        east = EAST + column * STEP_EAST + random.randint(0, PLAY)
        yield code, name, parallelogram(north, east, width, height, random.randint(-height // 8, height // 8))


def building_outlines(houses, outlines, storeys):
    """Each in the middle of its parcel, shaped like it: its gross area spread over its storeys."""
    for (code, name, _, _, _, area), (_, _, corners) in zip(houses, outlines):
        (north, east), south_east, _, north_west = corners
        width, height, slant = south_east[1] - east, north_west[0] - north, south_east[0] - north
        share = isqrt(int(area.scaleb(6)) * 10**6 // (storeys[code] * width * height // 10**2))  # of 10,000
        inner = [side * share // 10_000 for side in (width, height, slant)]
        south = north + (height - inner[1]) // 2 + (slant - inner[2]) // 2
        yield code, name, parallelogram(south, east + (width - inner[0]) // 2, *inner)


def points(name, key, outlines):
    sheet = Sheet(name, [16, 20, 10, 18, 18])
    sheet.title(f"{name}（示例数据，图形为虚构，坐标以米计）", KEEPER)
    sheet.header([key, "名称", "界址点号", "X", "Y"])
    sheet.body(
        [code, name, f"J{number}", Decimal(north).scaleb(-3), ZONE * 10**6 + Decimal(east).scaleb(-3)]
        for code, name, corners in outlines
        for number, (north, east) in enumerate(corners, start=1)
    )
    return [sheet]


def write_shapes(folder, houses, lands, storeys):
    parcels = list(parcel_outlines(lands))
    buildings = list(building_outlines(houses, parcels, storeys))
    write_workbook(folder / "宗地界址点.xlsx", points("宗地界址点", "宗地编号", parcels))
    write_workbook(folder / "房屋轮廓.xlsx", points("房屋轮廓", "房屋编号", buildings))
