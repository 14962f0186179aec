# SPDX-License-Identifier: Apache-2.0
"""会务.xlsx: the meeting rooms, and the year's meetings with their times, no two at once in a room."""

from random import Random

from calendar_2024 import working_days
from workbook import Sheet, write_workbook

KEEPER = "编制单位：东西湖区机关事务服务中心（示例）    截止日期：2024-12-31"
LEADERSHIP = "区委区政府重要会议"
# (kind, state, how many): 1930 held, of which 1479 for the district's leadership; cancelled ones do not count.
MEETINGS = [
    (LEADERSHIP, "已召开", 1479), ("部门会议", "已召开", 286), ("视频会议", "已召开", 97), ("培训会议", "已召开", 68),
    (LEADERSHIP, "已取消", 14), ("部门会议", "已取消", 9),
]  # fmt: skip
HOSTS = {
    LEADERSHIP: ["区委办公室", "区政府办公室"], "部门会议": [f"示例部门{n:02d}" for n in range(1, 25)],
    "视频会议": ["区政府办公室", "示例部门03", "示例部门11"], "培训会议": [f"示例部门{n:02d}" for n in range(1, 25)],
}  # fmt: skip
SUBJECTS = {
    LEADERSHIP: ["党建工作会", "经济工作会", "安全工作会", "专题会议", "工作调度会", "重点项目推进会"],
    "部门会议": ["部门工作例会", "业务协调会", "评审会"], "视频会议": ["视频调度会", "视频培训会"], "培训会议": ["业务培训会", "专题培训会"],
}  # fmt: skip
# code, name, seats, equipment
MEETING_ROOMS = [
    ("H01", "一号会议厅", 300, "投影、话筒、同声传译"), ("H02", "二号会议厅", 220, "投影、话筒"), ("H03", "三号会议厅", 180, "投影、话筒"),
    ("S01", "第一会议室", 60, "投影、话筒"), ("S02", "第二会议室", 60, "投影、话筒"), ("S03", "第三会议室", 60, "投影"),
    ("S04", "第四会议室", 60, "液晶显示屏"), ("V01", "视频会议室", 60, "视频会议、话筒"),
]  # fmt: skip
ROOMS = [name for _, name, _, _ in MEETING_ROOMS]
REASONS = ["会议合并召开", "主办单位改期", "改为书面传阅"]
OPENS, CLOSES = 8 * 60, 18 * 60  # minutes of the day
LENGTHS = [60, 90, 120, 150]
TURNOVER = 15  # between two meetings in a room


def clock(minute):
    return f"{minute // 60:02d}:{minute % 60:02d}"


class Day:
    """Until when each room is taken on one day."""

    def __init__(self):
        self.taken = {}

    def place(self, wished, people, length):
        """The wished room, or the smallest other that holds them, and when the meeting begins."""
        others = sorted(MEETING_ROOMS, key=lambda room: (room[1] != wished, room[2]))
        for code, _, seats, _ in others:
            begin = self.taken.get(code, OPENS + 30)
            if seats >= people and begin + length <= CLOSES:
                self.taken[code] = begin + length + TURNOVER
                return code, begin
        raise SystemExit("no room is left on one of the days")


def meeting_rows():
    random, times = Random(1930), Random(1479)
    kinds = [(kind, state) for kind, state, count in MEETINGS for _ in range(count)]
    random.shuffle(kinds)
    days = sorted(random.choice(working_days()) for _ in kinds)
    rows, used = [], {}
    for number, (day, (kind, state)) in enumerate(zip(days, kinds), start=1):
        people = random.randint(8, 60) if kind != "培训会议" else random.randint(40, 180)
        title, host, wished = random.choice(SUBJECTS[kind]), random.choice(HOSTS[kind]), random.choice(ROOMS)
        length = times.choice(LENGTHS)
        room, begin = used.setdefault(day, Day()).place(wished, people, length)
        rows.append(
            [f"HY2024-{number:04d}", day, clock(begin), clock(begin + length), title, kind, host, room, None, people, state,
             times.choice(REASONS) if state == "已取消" else None]
        )  # fmt: skip
    return rows


def meeting_sheets():
    rooms = Sheet("会议室", [14, 18, 12, 10, 30, 18, 12, 12])
    rooms.title("会议室（示例数据）", KEEPER)
    rooms.header(["会议室编码", "会议室名称", "区域", "座位数", "设备", "开放星期", "开放时间", "关闭时间"])
    rooms.body(
        [code, name, "会议中心", seats, equipment, "1、2、3、4、5", clock(OPENS), clock(CLOSES)]
        for code, name, seats, equipment in MEETING_ROOMS
    )
    meetings = Sheet("会议", [14, 13, 11, 11, 22, 22, 18, 10, 12, 12, 10, 20])
    meetings.title("2024年会议（示例数据）", KEEPER)
    meetings.header(
        ["会议编号", "会议日期", "开始时间", "结束时间", "会议名称", "会议类别", "主办单位", "会议室", "会议地点", "参会人数", "状态", "取消原因"]
    )  # fmt: skip
    rows = meeting_rows()
    meetings.body(rows)
    meetings.add("total", ["合计", "", "", "", "", "", "", "", "", "", f"共{len(rows)}场"])
    return [rooms, meetings]


def write_meetings(folder):
    write_workbook(folder / "会务.xlsx", meeting_sheets())
