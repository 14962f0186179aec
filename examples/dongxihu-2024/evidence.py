# SPDX-License-Identifier: Apache-2.0
"""佐证材料: three small sample files that stand for the papers a unit would attach."""

FILES = {
    "示例-会议服务保障情况说明.txt": [
        "会议服务保障情况说明（示例数据）",
        "一、全年会议均有服务单，会前完成设备检查。",
        "二、会议、会议室、音控室管理制度各一份，由会务岗位执行。",
        "三、全年没有会议因保障原因中断或延期。",
    ],
    "示例-安全生产零报告.txt": [
        "2024年安全事故逐月零报告（示例数据）",
        *(f"{month}月：食堂安全事故0起，安全保卫事故0起。" for month in range(1, 13)),
    ],
    "示例-公开招标情况汇总.csv": [
        "测绘与监理服务公开招标情况汇总（示例数据）,,,",
        "合同编号,采购方式,最高限价（元）,合同金额（元）",
        "HT2024-007,公开招标,1680000.00,1618000.00",
        "HT2024-008,公开招标,2326000.00,2260000.00",
        "HT2024-009,公开招标,293800.00,286000.00",
    ],
}


def write_evidence(folder):
    target = folder / "佐证材料"
    target.mkdir(exist_ok=True)
    for name, lines in FILES.items():
        (target / name).write_bytes("".join(line + "\r\n" for line in lines).encode("utf-8"))
