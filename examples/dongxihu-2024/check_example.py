#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Proves that the workbooks add up to every figure of the published report: python3 check_example.py [FOLDER]
[--facts facts.json]. The figures are repeated in expected.json; --facts compares that copy with the original."""

import json
import re
import sys
import tempfile
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import make_example
from check_budget import BudgetYear
from check_measures import measure, printed
from check_reader import read_tables

HERE = Path(__file__).resolve().parent
DEFINITIONS = ["台账名称", "列名", "类型", "计量单位", "必填", "标识列", "期间列", "选项"]
MEASURE = ["数据来源", "统计方式", "统计字段", "筛选条件", "分子条件", "统计期间", "定义"]
TARGETS = {
    "绩效目标": ["序号", "绩效目标", "占比"],
    "绩效指标": ["指标编码", "目标序号", "一级指标", "二级指标", "三级指标", "计算符号", "目标值", "计量单位", "权重", *MEASURE],
    "支撑数据": ["编码", "名称", *MEASURE, "计量单位", "小数位"],
    "人工填报": ["指标编码", "实际完成值", "评价档次", "得分", "佐证文件", "说明"],
    "指标调整": ["文号", "日期", "类型", "指标编码", "调整项", "调整前", "调整后", "事由"],
    "偏差说明": ["指标编码", "类型", "内容"],
}
PREMISES = {
    "土地": ["土地编码", "土地名称", "土地用途", "权利性质", "土地权属", "未登记或备案原因", "缺少材料"],
    "房屋": ["房屋编码", "房屋名称", "使用单位", "所在土地", "地上层数", "房屋权属", "未登记或备案原因", "缺少材料"],
    "面积": ["不动产类别", "不动产编码", "面积来源", "面积", "测量日期", "依据文件"],
    "房间": ["所属房屋", "房间号", "楼层", "房间名称", "房间用途", "房间使用面积", "使用单位", "使用起始日期"],
    "权属登记": ["活动编码", "活动名称", "单位编号", "单位名称", "单位类别", "建筑面积", "登记步骤", "步骤日期"],
}
MEETINGS = {
    "会议室": ["会议室编码", "会议室名称", "座位数", "设备", "开放星期", "开放时间", "关闭时间"],
    "会议": ["会议编号", "会议日期", "开始时间", "结束时间", "会议名称", "会议类别", "主办单位", "会议室", "参会人数", "状态", "取消原因"],
}
REPAIRS = {
    "设备": ["设备编码", "设备名称", "设备类别", "会议室", "启用日期", "在用"],
    "报修单": ["报修编号", "设备编码", "会议室", "故障现象", "报修时间", "修复时间", "维修单位", "验收结果"],
}
ANSWERS = ["问卷编号", "调查对象", "日期", "评价"]
TYPES = {"文本": str, "选项": str, "整数": Decimal, "小数": Decimal, "日期": datetime, "时间": datetime}
checked, failed = 0, []


def check(what, is_so, detail=""):
    global checked
    checked += 1
    if not is_so:
        failed.append(f"{what}：{detail}" if detail else what)


def check_none(what, problems):
    problems = list(problems)
    check(what, not problems, "；".join(map(str, problems[:5])))


def agrees(published, computed):
    """40余 is 40 to 49, 24小时内 is at most 24 hours, a bare count has no unit; all else is the very same text."""
    number = Decimal(re.match(r"[\d.]+", computed).group()) if re.match(r"[\d.]+", computed) else None
    if published.endswith("余"):
        return int(published[:-1]) <= number < int(published[:-1]) + 10
    if published.endswith("内"):
        return number <= int(re.match(r"\d+", published).group())
    return published == computed or (published.isdigit() and number == int(published))


def published_in(facts):
    """Every figure of facts.json under the name that this script gives it."""
    budget = facts["budget"]
    figures = {}
    groups = {name: budget[name] for name in ("whole", "project_total", "basic_derived")}
    groups |= {one["name"]: one for one in budget["projects"]}
    for name, group in groups.items():
        kept = ("initial", "supplement", "adjusted", "executed", "rate_published")
        figures |= {f"budget.{name}.{part}": text for part, text in group.items() if part in kept}
    figures["score.published_total"] = facts["score"]["published_total"]
    for one in facts["indicators"]:
        figures |= {f"indicators.{one['name']}.{part}": one[part] for part in ("target", "actual")}
    supporting = facts["supporting"]
    figures |= {f"supporting.{name}": str(value) for name, value in supporting["trainings"].items()}
    figures["supporting.meetings_for_leadership"] = str(supporting["meetings_for_leadership"])
    for part in ("agencies", "subordinate"):
        figures |= {f"supporting.{part}.{name}": str(value) for name, value in supporting["registration"][part].items()}
    return figures | {f"supporting.survey.{name}": str(value) for name, value in supporting["survey"].items()}


def registers_in(folder):
    """{register: (records of all sheets, period column)}, checked against 台账定义.xlsx."""
    table = read_tables(folder / "台账定义.xlsx", DEFINITIONS)[0]
    check("台账定义 标题", "示例数据" in table.title)
    registers = {}
    for name in dict.fromkeys(row["台账名称"] for row in table.records):
        columns = [row for row in table.records if row["台账名称"] == name]
        path = next(folder.glob(f"{name}.*"))
        tables = read_tables(path, [column["列名"] for column in columns])
        check_none(f"{name} 标题写明示例数据", [one.sheet for one in tables if "示例数据" not in one.title])
        records = [record for one in tables for record in one.records]
        check_none(f"{name} 每格符合台账定义", bad_cells(records, columns, path.suffix == ".csv"))
        period = [column["列名"] for column in columns if column["期间列"] == "是"]
        registers[name] = (records, period[0] if period else "")
    return registers


def premises_in(folder):
    """What 办公用房.xlsx says, as measures ask for it."""
    sheets = {one.sheet: one for one in read_tables(folder / "办公用房.xlsx", PREMISES)}
    check_none("办公用房 标题写明示例数据", [name for name, one in sheets.items() if "示例数据" not in one.title])
    codes = {"土地": {row["土地编码"] for row in sheets["土地"].records}, "房屋": {row["房屋编码"] for row in sheets["房屋"].records}}
    check("51 处房产、56 宗地", (len(codes["房屋"]), len(codes["土地"])) == (51, 56))
    check_none("房屋所在的土地都有", [row["房屋编码"] for row in sheets["房屋"].records if row["所在土地"] not in codes["土地"]])
    check_none("面积所属的不动产都有", [row["不动产编码"] for row in sheets["面积"].records if row["不动产编码"] not in codes[row["不动产类别"]]])
    check_rooms(sheets)
    for file, key, kind in (("宗地界址点", "宗地编号", "土地"), ("房屋轮廓", "房屋编号", "房屋")):
        check_outlines(folder / f"{file}.xlsx", key, codes[kind])
    check_none("图形面积等于测量的宗地面积", parcels_that_differ(folder / "宗地界址点.xlsx", sheets["面积"].records))
    units = [row | {"是否完成": "是" if row["登记步骤"] == "已登记" else "否"} for row in sheets["权属登记"].records]
    return {"办公用房:面积": (sheets["面积"].records, "测量日期"), "办公用房:登记": (units, "")}


def meetings_in(folder):
    """What 会务.xlsx says, as measures ask for it."""
    sheets = {one.sheet: one for one in read_tables(folder / "会务.xlsx", MEETINGS)}
    check_none("会务 标题写明示例数据", [name for name, one in sheets.items() if "示例数据" not in one.title])
    rooms = {row["会议室编码"]: row for row in sheets["会议室"].records}
    meetings = sheets["会议"].records
    check("会议编号各不相同", len({row["会议编号"] for row in meetings}) == len(meetings) == 1953)
    check_none("会议室都有", [row["会议编号"] for row in meetings if row["会议室"] not in rooms])
    check_none("座位够", [row["会议编号"] for row in meetings if not 0 < row["参会人数"] <= rooms[row["会议室"]]["座位数"]])
    check_none("在开放时间内", [
        row["会议编号"] for row in meetings
        if not rooms[row["会议室"]]["开放时间"] <= row["开始时间"] < row["结束时间"] <= rooms[row["会议室"]]["关闭时间"]
    ])  # fmt: skip
    check_none("取消的写明原因", [row["会议编号"] for row in meetings if (row["状态"] == "已取消") != (row["取消原因"] != "")])
    check_none("同一会议室没有重叠", overlaps(meetings))
    return {"会务:会议": (meetings, "会议日期")}


def repairs_in(folder):
    """What 设备维修.xlsx says, as measures ask for it."""
    sheets = {one.sheet: one for one in read_tables(folder / "设备维修.xlsx", REPAIRS)}
    check_none("设备维修 标题写明示例数据", [name for name, one in sheets.items() if "示例数据" not in one.title])
    equipment = {row["设备编码"]: row for row in sheets["设备"].records}
    orders = sheets["报修单"].records
    check("报修编号各不相同", len({row["报修编号"] for row in orders}) == len(orders) == 86)
    check_none("设备在报修的会议室", [row["报修编号"] for row in orders if equipment[row["设备编码"]]["会议室"] != row["会议室"]])
    check_none("修复不早于报修", [row["报修编号"] for row in orders if row["修复时间"] < row["报修时间"]])
    return {"维修:报修单": (orders, "报修时间")}


def answers_in(folder):
    """What 满意度调查.csv says, as measures ask for it."""
    answers = read_tables(folder / "满意度调查.csv", ANSWERS)[0].records
    check("问卷编号各不相同", len({row["问卷编号"] for row in answers}) == len(answers) == 729)
    for row in answers:
        row["日期"] = datetime.strptime(row["日期"], "%Y/%m/%d")
    return {"满意度:答卷": (answers, "日期")}


def overlaps(meetings):
    """Cancelled ones as well: none of the year's meetings asks for a room that another has."""
    by_room = sorted((row["会议室"], row["会议日期"], row["开始时间"], row["结束时间"], row["会议编号"]) for row in meetings)
    for one, other in zip(by_room, by_room[1:]):
        if one[:2] == other[:2] and other[2] < one[3]:
            yield f"{one[4]} {other[4]}"


def check_rooms(sheets):
    """Rooms stand in known buildings, on floors they have, and add up to the usable area said of each building."""
    storeys = {row["房屋编码"]: row["地上层数"] for row in sheets["房屋"].records}
    sums = dict.fromkeys(storeys, 0)
    rooms = sheets["房间"].records
    check_none("房间都在地上楼层", [row["房间号"] for row in rooms if not 1 <= row["楼层"] <= storeys[row["所属房屋"]]])
    for row in rooms:
        sums[row["所属房屋"]] += row["房间使用面积"]
    said = {row["不动产编码"]: row["面积"] for row in sheets["面积"].records if row["面积来源"] == "使用面积"}
    check("每处房产的使用面积等于房间之和", sums == said)


def rings(path, key):
    """Corners in whole millimetres by code."""
    found = {}
    for row in read_tables(path, [key, "名称", "界址点号", "X", "Y"])[0].records:
        found.setdefault(row[key], []).append((int(row["X"] * 1000), int(row["Y"] * 1000)))
    return found


def check_outlines(path, key, codes):
    outlines = rings(path, key)
    check(f"{path.stem} 每处都有图形", set(outlines) == codes)
    # 38 in front of Y: the zone; the rest lies around 114.06° E, 30.63° N.
    check_none(f"{path.stem} 都在东西湖区范围内", [
        code for code, ring in outlines.items()
        if not all(3_388_000_000 < x < 3_392_000_000 and 38_505_000_000 < y < 38_510_000_000 for x, y in ring)
    ])  # fmt: skip


def parcels_that_differ(path, areas):
    measured = {row["不动产编码"]: row["面积"] for row in areas if row["不动产类别"] == "土地"}
    for code, ring in rings(path, "宗地编号").items():
        twice = sum(x * after_y - after_x * y for (x, y), (after_x, after_y) in zip(ring, ring[1:] + ring[:1]))
        if (abs(twice) // 2 + 5_000) // 10_000 != int(measured[code] * 100):
            yield code


def bad_cells(records, columns, is_text):
    seen = set()
    for record in records:
        for column in columns:
            title, value = column["列名"], record[column["列名"]]
            if is_text and column["类型"] == "日期":
                record[title] = value = datetime.strptime(value, "%Y/%m/%d")
            if value == "":
                if column["必填"] == "是":
                    yield f"{title} 为空"
            elif not isinstance(value, TYPES[column["类型"]]):
                yield f"{title} {value}"
            elif column["类型"] == "选项" and value not in column["选项"].split("、"):
                yield f"{title} {value}"
        identity = tuple(record[column["列名"]] for column in columns if column["标识列"] == "是")
        if not identity or identity in seen:
            yield f"标识重复 {identity}"
        seen.add(identity)


def final_indicators(sheets):
    """The indicators in force at the end of the year."""
    rows = {row["指标编码"]: dict(row) for row in sheets["绩效指标"].records}
    for change in sorted(sheets["指标调整"].records, key=lambda row: row["日期"]):
        row = rows[change["指标编码"]]
        check(f"{change['文号']} 调整前", row[change["调整项"]] == change["调整前"])
        row[change["调整项"]] = change["调整后"]
    return rows


def check_weights(rows, goals):
    weights = {code: Fraction(row["权重"]) for code, row in rows.items()}
    check("权重合计 80", sum(weights.values()) == 80)
    output = sum(weights[code] for code, row in rows.items() if row["一级指标"] == "产出指标")
    check("产出指标权重 40", output == 40)
    for goal in goals:
        mine = sum(weights[code] for code, row in rows.items() if row["目标序号"] == goal["序号"])
        check(f"目标{goal['序号']}占比与权重一致", mine * 100 / 80 == Fraction(goal["占比"].rstrip("%")))


def indicator_figures(folder, sources):
    """The published figures of indicators and supporting data, and our own sample figures (S03 ...)."""
    sheets = {one.sheet: one for one in read_tables(folder / "绩效指标.xlsx", TARGETS)}
    check_none("绩效指标 标题写明示例数据", [name for name, one in sheets.items() if "示例数据" not in one.title])
    rows, figures, ours = final_indicators(sheets), {}, {}
    check_weights(rows, sheets["绩效目标"].records)
    entries = {row["指标编码"]: row for row in sheets["人工填报"].records}
    check_none("佐证文件存在", [row["佐证文件"] for row in entries.values() if not (folder / row["佐证文件"]).is_file()])
    for code, row in rows.items():
        figures[f"indicators.{row['三级指标']}.target"] = row["计算符号"] + row["目标值"] + row["计量单位"]
        actual = entries[code]["实际完成值"] if not row["数据来源"] else (
            printed(measure(row, *sources[row["数据来源"]]), row["计量单位"]) + row["计量单位"])  # fmt: skip
        figures[f"indicators.{row['三级指标']}.actual"] = actual
    for row in sheets["支撑数据"].records:
        ours[row["编码"]] = printed(measure(row, *sources[row["数据来源"]]), row["计量单位"], row["小数位"]) + row["计量单位"]
    return figures, ours


def same_bytes(folder):
    with tempfile.TemporaryDirectory() as other:
        make_example.write_all(Path(other))
        for path in sorted(path for path in Path(other).rglob("*") if path.is_file()):
            kept = folder / path.relative_to(other)
            if not kept.is_file() or kept.read_bytes() != path.read_bytes():
                yield path.name


def compare(figures, ours, expected):
    for name, published in expected["published"].items():
        computed = figures.get(name, "没有算出")
        if name.endswith(".target"):
            computed = computed if published == computed else computed.lstrip("≥=")
        check(name, agrees(published, computed), f"公布 {published}，记录 {computed}")
    for code, text in expected["supports"].items():
        check(code, ours.get(code) == text, f"应为 {text}，记录 {ours.get(code)}")
    check_none("支撑数据都已核对", set(ours) - set(expected["supports"]))


def main(arguments):
    facts = Path(arguments[arguments.index("--facts") + 1]) if "--facts" in arguments else None
    folder = Path(arguments[0]) if arguments and not arguments[0].startswith("--") else HERE
    expected = json.loads((HERE / "expected.json").read_text(encoding="utf-8"))
    if facts:
        original = published_in(json.loads(facts.read_text(encoding="utf-8")))
        check("expected.json 与 facts.json 一致", original == expected["published"])
    budget = BudgetYear(folder)
    check_none("预算、支付标题写明示例数据", [one.sheet for one in budget.tables if "示例数据" not in one.title])
    check_none("任何一天没有超支", budget.shortfalls())
    check_none("合同", budget.contract_problems())
    check_none("支付", budget.entry_problems())
    check("未付服务月份", budget.unpaid_months() == expected["unpaid_months"], str(budget.unpaid_months()))
    sources = {f"台账:{name}": register for name, register in registers_in(folder).items()}
    sources |= {"预算:支付": (budget.payment_records(), "支付日期"), "预算:服务期": (budget.service_records(), "")}
    sources |= premises_in(folder)
    sources |= meetings_in(folder)
    sources |= repairs_in(folder)
    sources |= answers_in(folder)
    figures, ours = indicator_figures(folder, sources)
    figures |= budget.figures()
    figures["score.published_total"] = str(Decimal(figures["execution_score"]) + 80)  # every indicator in full
    figures |= {name: (ours | figures)[code] for name, code in expected["published_supports"].items()}
    compare(figures, ours, expected)
    check_none("重新生成逐字节相同", same_bytes(folder))
    print("\n".join(f"不符 {one}" for one in failed) + ("\n" if failed else "") + f"{checked} 项核对，{len(failed)} 项不符")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
