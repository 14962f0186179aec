# SPDX-License-Identifier: Apache-2.0
"""Files that take the program long enough to be killed on the way: made up, thousands of rows each, the same every time.
`again` is 0 or 1: of the second file half of the rows say something else."""
import sys
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "cli"))

from filled_workbook import fill  # noqa: E402

PAYMENTS = 10_000
MEETINGS = 10_000
BOOKINGS, ROOMS = 3_000, 30
ORDERS, EQUIPMENT = 3_000, 300
ANSWERS, AUDIENCES = 4_000, 20
PREMISES = 400


def payments(file):
    """One yuan each on the line of salaries, which holds them all."""
    head = "支付日期,凭证号,项目编码,收款方,合同编号,服务起月,服务止月,功能科目编码,经济科目编码,金额（元）,类型,原凭证号,摘要\n"
    rows = (f"2024-{n % 12 + 1:02}-{n % 28 + 1:02},记-{n:06},J01,示例收款方{n % 97},,,,2010303,30101,1.00,支付,,示例摘要\n"
            for n in range(1, PAYMENTS + 1))
    file.write_text(head + "".join(rows), encoding="utf-8")
    return file


def meetings(file, numbers, people):
    """A register whose records tell by the number of people which file they come from."""
    rows = (f"HY-{n:06},2024-{n % 12 + 1:02}-{n % 28 + 1:02},示例会议{n},部门会议,示例单位{n % 97},{n % 31}号会议室,{people(n)},已召开\n"
            for n in numbers)
    file.write_text("会议编号,会议日期,会议名称,会议类别,主办单位,会议室,参会人数,状态\n" + "".join(rows), encoding="utf-8")
    return file


def rooms(file):
    rows = "".join(f"A{n:02},示例会议室{n},20\n" for n in range(ROOMS))
    file.write_text("会议室编码,会议室名称,座位数\n" + rows, encoding="utf-8")
    return file


def bookings(file, again):
    """Meetings by the quarter of an hour in those rooms."""
    rows = []
    for n in range(BOOKINGS):
        day, quarter = n // ROOMS // 40, n // ROOMS % 40
        begin = 8 * 60 + quarter * 15
        rows.append(f"HY-{n:05},2024-{day // 28 + 1:02}-{day % 28 + 1:02},{begin // 60:02}:{begin % 60:02},"
                    f"{(begin + 15) // 60:02}:{(begin + 15) % 60:02},示例会议,部门会议,示例单位,A{n % ROOMS:02},"
                    f"{n % 19 + 1 + again * (n % 2)},已召开\n")
    file.write_text("会议编号,会议日期,开始时间,结束时间,会议名称,会议类别,主办单位,会议室,参会人数,状态\n" + "".join(rows), encoding="utf-8")
    return file


def repairs(template, file, again):
    """Equipment and the orders of it, in one workbook; every second one has got a model, or was accepted meanwhile."""
    equipment = [{"设备编码": f"SB-{n:03}", "设备名称": f"示例设备{n}", "设备类别": "音响", "地点": f"{n % 9}层",
                  "型号": "示例型号" if again * (n % 2) else ""} for n in range(EQUIPMENT)]
    orders = [{"报修编号": f"W-{n:05}", "设备编码": f"SB-{n % EQUIPMENT:03}", "故障现象": "没有声音",
               "报修时间": f"2024-{n % 12 + 1:02}-{n % 28 + 1:02} 09:{n % 60:02}",
               "修复时间": f"2024-{n % 12 + 1:02}-{n % 28 + 1:02} 15:{n % 60:02}", "维修单位": "示例维修单位",
               "验收结果": "合格" if again * (n % 2) else ""} for n in range(ORDERS)]
    return fill(template, file, {"设备": equipment, "报修单": orders})


def answers(template, file, again):
    """Answers of this year, of which low ones open actions, and how many were asked. Every second answer is lower the
    second time, and more were asked."""
    year = date.today().year
    words = ("满意", "基本满意", "不满意")
    said = [{"问卷编号": f"DJ-{n:05}", "调查对象": f"示例人员{n % AUDIENCES}", "日期": date(year, 1, 1),
             "评价": words[(n % 2 + again * (n // AUDIENCES % 2)) % 3]} for n in range(ANSWERS)]
    asked = [{"问卷": f"示例问卷{n}", "年度": year, "调查对象": f"示例人员{n}", "发放数": 2 * ANSWERS + again}
             for n in range(AUDIENCES)]
    return fill(template, file, {"答卷": said, "调查": asked})


def holdings(file):
    """Rooms as units list them; none of them has to be in the register."""
    rows = "".join(f"示例单位{n % 20},示例楼,{n},办公室,18.00\n" for n in range(PREMISES))
    file.write_text("使用单位,所属房屋,房间号,房间用途,房间使用面积（平方米）\n" + rows, encoding="utf-8")
    return file
