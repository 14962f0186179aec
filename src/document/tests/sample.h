// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/document.h"

namespace document {

inline TableCell cell(std::string text, Align align = Align::left)
{
    return {.runs = {{std::move(text)}}, .align = align};
}

inline TableCell header(std::string text, int column_span = 1, int row_span = 1)
{
    return {.runs = {{std::move(text)}}, .column_span = column_span, .row_span = row_span, .header = true};
}

inline TableCell figure(std::string number, std::string format = "0.00", std::string formula = {})
{
    return {.runs = {{number}},
            .align = Align::right,
            .number = number,
            .number_format = std::move(format),
            .formula = std::move(formula)};
}

inline Table sample_table()
{
    TableCell group = cell("产出指标");
    group.row_span = 2;
    TableCell total = header("合计", 3);
    return {.caption = "绩效目标完成情况（示例）",
            .sheet = "绩效自评表",
            .widths = {2, 3, 2, 2, 2},
            .header_rows = 2,
            .rows = {{header("指标", 2), header("年度指标值", 1, 2), header("完成情况", 2)},
                     {header("一级"), header("三级"), header("实际完成值"), header("得分")},
                     {group, cell("会议服务保障次数"), figure("1800", "0"), figure("1930", "0"),
                      figure("10.00", "0.00", "=ROUND(MIN(1,{2,3}/{2,2})*10,2)")},
                     {cell("维修响应时间 <A&B>\""), figure("24", "0"), figure("32", "0"),
                      figure("7.50", "0.00", "=ROUND({3,2}/{3,3}*10,2)")},
                     {total, figure("", ""), figure("17.50", "0.00", "=SUM({2,4}:{3,4})")}}};
}

// A short report with every kind of block. All of it is made up (示例).
inline Document sample_document()
{
    Document document;
    document.title = "示例单位2024年度部门整体支出绩效自评报告";
    document.organisation = "示例单位";
    document.date = "2025年1月20日";
    document.blocks = {
        Heading{1, "自评结论"},
        Paragraph{
            {{"本年度调整后预算"},
             {"3720.27万元", "budget"},
             {"，实际支出"},
             {"3400.68万元", "executed"},
             {"，预算执行率为"},
             {"91.41%", "rate", true},
             {"。执行情况按支付凭证逐笔汇总，与会计账簿核对一致。“示例”数据仅供说明版式，<A&B>\"不代表任何单位。"}}},
        Heading{2, "部门自评得分"},
        Paragraph{{{"满意度调查结果尚未导入，", {}, false, true}, {"补齐后请重新生成本报告。"}}},
        Heading{3, "得分构成"},
        Heading{4, "指标得分"},
        Paragraph{{{"第一项：按时完成会议服务；"}}, ParagraphStyle::list},
        Paragraph{{{"第二项：按时完成设备维修。"}}, ParagraphStyle::list},
        sample_table(),
        Paragraph{{{"注：表中得分按四舍五入保留两位小数。"}}, ParagraphStyle::note},
        Heading{2, "存在的问题"},
        Paragraph{{{"部分维修未在承诺的时限内完成。"}}},
        PageBreak{},
        Heading{1, "下一步工作"},
        QrCode{"MJ;示例;2024-0001", "扫码核验：<2024-0001>"},
        Paragraph{{{"按月核对台账，缺少的凭证在次月十日前补齐。"}}},
    };
    document.facts = {{.id = "budget",
                       .title = "调整后预算",
                       .value = "3720.27万元",
                       .formula = "年初批复 + 追加 − 追减 ± 调剂",
                       .period = "2024年",
                       .digest = std::string(64, 'a'),
                       .definition = "截至期末的预算文件逐份相加。",
                       .record_count = 2,
                       .records = "documents",
                       .rows = {0, 2}},
                      {.id = "rate", .title = "预算执行率", .value = "91.41%", .period = "2024年", .record_count = 0}};
    document.records["documents"] = {
        .columns = {"文号", "金额"},
        .rows = {{"示财〔2024〕1号", "3700.00"}, {"不计入的文件", "1.00"}, {"示财〔2024〕2号<A&B>\"", "20.27"}},
        .digests = {std::string(64, 'b'), std::string(64, 'c'), std::string(64, 'd')},
        .places = {"预算.xlsx 第 3 行", "预算.xlsx 第 4 行", "预算.xlsx 第 5 行"}};
    return document;
}

}  // namespace document
