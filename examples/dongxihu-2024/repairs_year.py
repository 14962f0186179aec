# SPDX-License-Identifier: Apache-2.0
"""设备维修.xlsx: the equipment of the meeting rooms, and what was repaired in the year."""

from datetime import date, datetime, time, timedelta
from random import Random

from calendar_2024 import working_days
from meetings_year import KEEPER, MEETING_ROOMS, ROOMS
from workbook import Sheet, write_workbook

# name, kind, what goes wrong with it
DEVICES = [
    ("无线话筒", "音响", "无声音"), ("调音台", "音响", "通道杂音"), ("投影仪", "显示", "画面偏色"), ("液晶显示屏", "显示", "黑屏"),
    ("视频会议终端", "视频会议", "连接中断"), ("功放", "音响", "过热保护"), ("桌面升降屏", "显示", "升降卡滞"), ("中央控制主机", "控制", "无响应"),
    ("会议座席", "家具", "椅轮损坏"), ("空调风口", "空调", "风量不足"),
]  # fmt: skip
LONGEST_REPAIR = 24 * 60  # minutes: one repair takes the whole of the limit
CODES = {name: code for code, name, _, _ in MEETING_ROOMS}


def equipment_code(room, at):
    return f"SB-{CODES[room]}-{at + 1:02d}"


def repair_rows():
    random = Random(24)
    minutes = [LONGEST_REPAIR] + [random.randint(20, 23 * 60 + 30) for _ in range(85)]
    random.shuffle(minutes)
    days = working_days(last=date(2024, 12, 27))
    reports = sorted(
        datetime.combine(random.choice(days), time(random.randint(8, 17), random.randint(0, 59))) for _ in minutes
    )
    for number, (reported, taken) in enumerate(zip(reports, minutes), start=1):
        device, room = random.choice(DEVICES), random.choice(ROOMS)
        yield [f"WX2024-{number:03d}", equipment_code(room, DEVICES.index(device)), CODES[room], device[2], reported,
               reported + timedelta(minutes=taken), "示例音视频技术公司", "合格"]  # fmt: skip


def write_repairs(folder):
    equipment = Sheet("设备", [16, 20, 14, 12, 14, 10])
    equipment.title("会议设备（示例数据）", KEEPER)
    equipment.header(["设备编码", "设备名称", "设备类别", "会议室", "启用日期", "在用"])
    equipment.body(
        [equipment_code(room, at), f"{room}{name}", kind, CODES[room], date(2022, 3, 1), "是"]
        for room in ROOMS for at, (name, kind, _) in enumerate(DEVICES)
    )  # fmt: skip
    orders = Sheet("报修单", [14, 16, 12, 16, 19, 19, 22, 11])
    orders.title("2024年会议设备设施报修单（示例数据）", KEEPER)
    orders.header(["报修编号", "设备编码", "会议室", "故障现象", "报修时间", "修复时间", "维修单位", "验收结果"])
    rows = list(repair_rows())
    orders.body(rows)
    orders.add("total", ["合计", "", "", "", "", "", "", f"共{len(rows)}件"])
    write_workbook(folder / "设备维修.xlsx", [equipment, orders])
