# SPDX-License-Identifier: Apache-2.0
"""台账定义.xlsx: what each column of each register holds."""

from workbook import Sheet, write_workbook

# Marks: ! required, # identity (and required), @ the day that places a record in a period (and required).
REGISTERS = {
    "培训演练台账": [
        "编号#文本", "日期@日期", "类别!选项=消防培训演习、防暴反恐演习、电梯安全培训、安保培训、保洁工作技能培训", "参加人数 整数/人", "地点 文本",
    ],
    "物业检查台账": ["检查编号#文本", "日期@日期", "区域!文本", "项目!文本", "结果!选项=达标、不达标"],
    "食堂检查台账": ["检查编号#文本", "日期@日期", "食堂!文本", "检查项目!文本", "结果!选项=达标、不达标"],
    "服务区域台账": ["区域编号#文本", "区域名称!文本", "服务内容 文本", "服务面积!小数/平方米"],
    "食堂台账": ["食堂编号#文本", "食堂名称!文本", "位置 文本", "供餐人数 整数/人", "状态!选项=运行、停用"],
    "土地测量台账": ["宗地编号#文本", "宗地名称!文本", "测量日期@日期", "土地面积!小数/平方米", "现状图面积!小数/平方米"],
    "测绘抽查台账": [
        "抽查编号#文本", "测绘类别!选项=房屋、土地", "成果编号!文本", "约定日期!日期", "交付日期!日期", "抽查日期@日期", "抽查点数 整数/个",
        "超限点数 整数/个", "抽查结果!选项=合格、不合格",
    ],
    "安全事故台账": [
        "事故编号#文本", "发生日期@日期", "类别!选项=食堂安全、安全保卫、消防、其他", "等级!选项=一般、较大、重大", "经过 文本", "处理结果 文本",
    ],
}  # fmt: skip


def definition_row(register, written):
    at = next(at for at, letter in enumerate(written) if letter in "!#@ ")
    title, mark, rest = written[:at], written[at], written[at + 1 :]
    kind, _, choices = rest.partition("=")
    kind, _, unit = kind.partition("/")
    answer = ["是" if mark in marks else "否" for marks in ("!#@", "#", "@")]
    return [register, title, kind, unit, *answer, choices]


def write_definitions(folder):
    sheet = Sheet("台账定义", [18, 16, 10, 11, 8, 10, 10, 60])
    sheet.title("台账定义（示例数据）", "一行说明一个台账的一列；标识列相同的记录视为同一条，期间列决定记录属于哪个期间")
    sheet.header(["台账名称", "列名", "类型", "计量单位", "必填", "标识列", "期间列", "选项"])
    for register, columns in REGISTERS.items():
        sheet.body(definition_row(register, written) for written in columns)
    write_workbook(folder / "台账定义.xlsx", [sheet])
