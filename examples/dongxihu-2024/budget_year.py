# SPDX-License-Identifier: Apache-2.0
"""The budget of the example year: lines, dated documents and contracts. Every amount here is in yuan, as text."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from cell_styles import Yuan
from workbook import Sheet, write_workbook


def fen(yuan):
    return int(Decimal(yuan.replace(",", "")) * 100)


@dataclass(frozen=True)
class Line:
    code: str
    name: str
    kind: str
    functional: str
    economic: str


# Functional subjects: 2010303 机关服务, 2080505/2080506 养老与年金, 2101102 事业单位医疗, 2210201 住房公积金.
LINES = [
    Line("J01", "在职人员经费", "基本支出", "2010303", "301"),
    Line("J02", "基本养老保险缴费", "基本支出", "2080505", "30108"),
    Line("J03", "职业年金缴费", "基本支出", "2080506", "30109"),
    Line("J04", "职工基本医疗保险缴费", "基本支出", "2101102", "30110"),
    Line("J05", "住房公积金", "基本支出", "2210201", "30113"),
    Line("J06", "公用经费", "基本支出", "2010303", "302"),
    Line("X01", "生活服务经费", "项目支出", "2010303", "30227"),
    Line("X02", "物业服务经费", "项目支出", "2010303", "30209"),
    Line("X03", "会议服务与会议设备维保经费", "项目支出", "2010303", "302"),
    Line("X04", "办公用房房产测绘经费", "项目支出", "2010303", "30227"),
    Line("X05", "土地测量与宗地图制作经费", "项目支出", "2010303", "30227"),
    Line("X06", "测绘成果监理经费", "项目支出", "2010303", "30227"),
    Line("X07", "房屋资产信息管理系统建设", "项目支出", "2010303", "302"),
    Line("X08", "公文交换站运行经费", "项目支出", "2010303", "302"),
    Line("X09", "集中办公区水电气费用", "项目支出", "2010303", "302"),
    Line("X10", "会计代账服务经费", "项目支出", "2010303", "30227"),
    Line("X11", "安全防范与培训演练经费", "项目支出", "2010303", "302"),
]


@dataclass(frozen=True)
class Document:
    number: str
    issued_on: date
    kind: str
    amounts: dict  # line code -> yuan
    reason: str


DOCUMENTS = [
    Document(
        "示例财预〔2024〕1号", date(2024, 1, 8), "年初批复",
        {
            "J01": "3,382,000.00", "J02": "464,000.00", "J03": "232,000.00", "J04": "261,000.00", "J05": "558,000.00",
            "J06": "706,500.00", "X01": "6,970,000.00", "X02": "9,972,000.00", "X03": "240,000.00",
            "X08": "200,000.00", "X09": "660,000.00",
        },
        "2024年部门预算批复，生活服务和物业服务按全年12个月费用编制",
    ),
    Document(
        "示例财追〔2024〕12号", date(2024, 4, 26), "追加",
        {
            "X02": "1,079,600.00", "X03": "1,600,000.00", "X04": "1,680,000.00", "X05": "2,326,000.00",
            "X06": "293,800.00", "X08": "226,000.00", "X09": "2,020,000.00", "X10": "310,000.00",
            "X11": "424,000.00",
        },
        "测绘、会议设备维保、水电气等年中项目",
    ),
    Document(
        "示例财追〔2024〕27号", date(2024, 6, 21), "追加",
        {"J01": "600,000.00", "J02": "160,000.00", "J03": "80,000.00", "J04": "80,000.00", "J05": "180,000.00"},
        "人员经费及社会保险缴费基数调整",
    ),
    Document(
        "示例财调〔2024〕3号", date(2024, 8, 15), "调剂", {"X11": "-24,000.00", "X03": "24,000.00"},
        "培训演练结余调剂用于会议设备维保",
    ),
    Document(
        "示例财追〔2024〕41号", date(2024, 9, 13), "追加", {"X07": "980,000.00"}, "党政机关房屋资产信息管理系统建设",
    ),
    Document(
        "示例财追〔2024〕58号", date(2024, 11, 15), "追加", {"J01": "1,500,000.00", "J06": "17,844.00"},
        "年度绩效奖励及公用经费定额补足",
    ),
]  # fmt: skip


@dataclass(frozen=True)
class Contract:
    number: str
    title: str
    line: str
    supplier: str
    amount: str
    signed_on: date
    service_from: date = None  # None: goods or works without monthly service
    service_to: date = None


CANTEEN = "示例餐饮服务公司"
PROPERTY = "示例物业服务公司"
CONTRACTS = [
    Contract("HT2024-001", "2024年机关食堂供餐服务合同", "X01", CANTEEN, "6,957,750.00", date(2024, 1, 10),
             date(2024, 1, 1), date(2024, 12, 31)),
    Contract("HT2024-002", "2024年集中办公区物业服务合同", "X02", PROPERTY, "9,971,400.00", date(2024, 1, 10),
             date(2024, 1, 1), date(2024, 12, 31)),
    Contract("HT2024-003", "绿植补栽合同", "X02", "示例园林绿化公司", "188,500.00", date(2024, 4, 29)),
    Contract("HT2024-004", "外墙清洗合同", "X02", "示例保洁工程公司", "236,000.00", date(2024, 5, 7)),
    Contract("HT2024-005", "会议室桌椅更新合同", "X03", "示例办公家具公司", "385,000.00", date(2024, 5, 7)),
    Contract("HT2024-006", "会议音视频设备维保合同", "X03", "示例音视频技术公司", "840,000.00", date(2024, 4, 29),
             date(2024, 5, 1), date(2024, 12, 31)),
    Contract("HT2024-007", "办公用房房产面积测量合同", "X04", "示例房产测绘公司", "1,618,000.00", date(2024, 5, 8),
             date(2024, 5, 8), date(2024, 11, 29)),
    Contract("HT2024-008", "土地测量与宗地图制作合同", "X05", "示例土地勘测公司", "2,260,000.00", date(2024, 5, 8),
             date(2024, 5, 8), date(2024, 11, 29)),
    Contract("HT2024-009", "测绘成果质量监理合同", "X06", "示例测绘监理公司", "286,000.00", date(2024, 5, 15),
             date(2024, 5, 15), date(2024, 11, 29)),
    Contract("HT2024-010", "会计代账服务合同", "X10", "示例会计服务公司", "300,000.00", date(2024, 4, 30),
             date(2024, 5, 1), date(2024, 12, 31)),
    Contract("HT2024-011", "配电设施预防性试验合同", "X02", "示例电力工程公司", "96,800.00", date(2024, 6, 5)),
    Contract("HT2024-012", "中央空调清洗合同", "X02", "示例暖通工程公司", "148,600.00", date(2024, 6, 12)),
    Contract("HT2024-013", "屋面防水维修合同", "X02", "示例建筑工程公司", "268,000.00", date(2024, 7, 3)),
    Contract("HT2024-014", "房屋资产信息管理系统开发合同", "X07", "示例软件开发公司", "920,000.00", date(2024, 9, 20)),
]  # fmt: skip


def line_of(code):
    return next(line for line in LINES if line.code == code)


def contract_of(number):
    return next(contract for contract in CONTRACTS if contract.number == number)


def lines_sheet():
    sheet = Sheet("预算项目", [12, 32, 12, 16, 16])
    sheet.title("2024年部门预算项目（示例数据）", "编制单位：东西湖区机关事务服务中心（示例）")
    sheet.header(["项目编码", "项目名称", "支出类别", "功能科目编码", "经济科目编码"])
    sheet.body([line.code, line.name, line.kind, line.functional, line.economic] for line in LINES)
    return sheet


def documents_sheet():
    sheet = Sheet("预算文件", [24, 13, 12, 12, 18, 52])
    sheet.title("2024年预算批复与调整文件登记（示例数据）", "一份文件涉及几个项目就登记几行；调剂各行合计为零，追减为负数")
    sheet.header(["文号", "日期", "类型", "项目编码", "金额（元）", "事由"])
    for document in DOCUMENTS:
        sheet.body(
            [document.number, document.issued_on, document.kind, line, Yuan(fen(amount)), document.reason]
            for line, amount in document.amounts.items()
        )
    return sheet


def contracts_sheet():
    sheet = Sheet("合同", [14, 36, 12, 24, 18, 13, 13, 13])
    sheet.title("2024年合同登记（示例数据）", "一次性采购、工程类合同不填服务起止日期")
    sheet.header(["合同编号", "合同名称", "项目编码", "供应商", "合同金额（元）", "签订日期", "服务开始", "服务结束"])
    sheet.body(
        [one.number, one.title, one.line, one.supplier, Yuan(fen(one.amount)), one.signed_on, one.service_from,
         one.service_to]
        for one in CONTRACTS
    )  # fmt: skip
    return sheet


def write_budget(folder):
    write_workbook(folder / "预算.xlsx", [lines_sheet(), documents_sheet(), contracts_sheet()])
