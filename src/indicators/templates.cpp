// SPDX-License-Identifier: Apache-2.0
#include "indicators/templates.h"

#include "indicators/core/revision.h"

namespace indicators {

namespace {

using spreadsheet::Cell;
using spreadsheet::CellKind;
using spreadsheet::Column;
using spreadsheet::ColumnKind;
using ColumnNeed = spreadsheet::Need;
using spreadsheet::TableSheet;

std::vector<Cell> example(const std::vector<std::string>& texts)
{
    std::vector<Cell> cells;
    for (const std::string& text : texts) cells.push_back({text.empty() ? CellKind::empty : CellKind::text, text});
    return cells;
}

Column column(std::string title, int width, std::string note, ColumnNeed need = ColumnNeed::optional,
              std::vector<std::string> choices = {})
{
    return {std::move(title), ColumnKind::text, width, std::move(choices), std::move(note), need};
}

std::vector<Column> measure_columns()
{
    return {
        column("数据来源", 15,
               "记录在哪里：台账:台账名称，或 预算:支付、预算:项目、预算:文件、预算:服务期。"
               "没有记录可以统计的指标留空，在“人工填报”里填写。"),
        column("统计方式", 10, "占比＝满足分子条件的记录占全部的比例；限内占比＝没有超过时限的记录占全部的比例。",
               ColumnNeed::optional, {"计数", "求和", "平均", "最大", "占比", "限内占比", "去重计数"}),
        column("统计字段", 14,
               "台账里的列名，用 mingji ledgers list 台账名称 查看；预算:支付 的金额写：金额（元）。"
               "两个时间相减写成：修复时间-报修时间。计数不用填。"),
        column("筛选条件", 20,
               "只统计哪些记录。例：状态=已召开; 类别=甲类|乙类。可用 = ≠ ≥ ≤ > < 包含，多个条件用分号隔开。"),
        column("分子条件", 14, "占比：哪些记录算达标，例：结果=合格。限内占比：时限，例：≤24小时。其他方式留空。"),
        column("统计期间", 10, "留空就是评价年度；也可写 2024Q3、2024-07 或 全部。"),
    };
}

TableSheet goals()
{
    return {"绩效目标",
            "年度绩效目标",
            {column("序号", 8, "1、2、3……，指标用它说明属于哪个目标。", ColumnNeed::required),
             column("绩效目标", 60, "一句话说明要做成什么。", ColumnNeed::required),
             column("占比", 10, "各目标占指标分的百分比，合计 100%。指标权重已经含在里面的，全部留空。")},
            {example({"1", "（示例）保障机关会议按计划召开", ""})}};
}

TableSheet indicators()
{
    std::vector<Column> columns{
        column("指标编码", 10, "自己定，年内不变，例：C1。", ColumnNeed::required),
        column("目标序号", 9, "“绩效目标”里的序号。"),
        column("一级指标", 11, "", ColumnNeed::required, {"成本指标", "产出指标", "效益指标", "满意度指标"}),
        column("二级指标", 13, "例：数量指标、质量指标、时效指标。"),
        column("三级指标", 24, "指标名称。", ColumnNeed::required),
        column("计算符号", 9, "写在目标值里也可以；两处都有时以这里为准。", ColumnNeed::optional,
               {"≥", "≤", "＝", ">", "<", "定性"}),
        column("目标值", 13, "例：≥90%、1930次、≤24小时、有效保障、2024年12月完成。", ColumnNeed::required),
        column("计量单位", 9, "目标值里没有写单位时填这里。"),
        column("权重", 8, "这个指标满分多少分，最多两位小数。"),
    };
    for (Column& part : measure_columns()) columns.push_back(std::move(part));
    columns.push_back(column("定义", 28, "这个数怎么算、包括什么、不包括什么。"));
    return {"绩效指标",
            "年度绩效指标",
            std::move(columns),
            {example({"C1", "1", "产出指标", "数量指标", "（示例）承办会议次数", "≥", "100", "次", "5", "台账:会议台账",
                      "计数", "", "状态=已召开", "", "", "已召开的会议，取消的不算"}),
             example({"C2", "1", "产出指标", "时效指标", "（示例）设备维修时限", "≤", "24", "小时", "5",
                      "台账:维修台账", "最大", "修复时间-报修时间", "", "", "", "从报修到修复最长的一次"})}};
}

TableSheet supports()
{
    std::vector<Column> columns{column("编码", 10, "自己定，例：S1。", ColumnNeed::required),
                                column("名称", 24, "报告里要用、但不计分的数。", ColumnNeed::required)};
    for (Column& part : measure_columns()) columns.push_back(std::move(part));
    columns.push_back(column("定义", 28, "这个数怎么算。"));
    columns.push_back(column("计量单位", 9, "例：次、m²、万m²、%。"));
    columns.push_back(column("小数位", 8, "印出来保留几位小数。", ColumnNeed::optional, {"0", "1", "2", "3"}));
    return {"支撑数据",
            "支撑数据",
            std::move(columns),
            {example({"S1", "（示例）消防演练次数", "台账:培训演练台账", "计数", "", "类别=消防培训演习", "", "", "",
                      "次", "0"})}};
}

TableSheet entries(const RuleSet& rules)
{
    std::vector<std::string> bands;
    for (const Band& band : rules.bands) bands.push_back(band.name);
    return {
        "人工填报",
        "人工填报（没有台账可以统计的指标，以及定性指标的评价）",
        {column("指标编码", 10, "“绩效指标”里的编码。", ColumnNeed::required),
         column("实际完成值", 20, "完成了多少；定性指标写完成情况。要撤回以前填的，写：撤回。"),
         column("评价档次", 30, "定性指标选一档。", ColumnNeed::optional, bands),
         column("得分", 8, "定性指标在所选档次内给的分，或单位已经公布的得分。"),
         column("佐证文件", 30, "与本文件放在一起的文件名，几个文件用分号隔开。"),
         column("说明", 40, "需要交代的话。")},
        {example({"C3", "有效保障", bands.empty() ? "" : bands.front(), "", "佐证材料/会议保障说明.txt", "（示例）"})}};
}

TableSheet revisions()
{
    std::vector<std::string> parts;
    for (const SettingPart& part : setting_parts()) parts.emplace_back(part.title);
    return {"指标调整",
            "年中指标调整（按批复文件，一行一项；“绩效指标”里原来的行不改）",
            {column("文号", 22, "批准调整的文件。", ColumnNeed::required),
             {"日期", ColumnKind::date, 12, {}, "文件日期，从这一天起按新指标。", ColumnNeed::required},
             column("类型", 8, "", ColumnNeed::required, {"新增", "修改", "删除"}),
             column("指标编码", 10, "", ColumnNeed::required),
             column("调整项", 12, "改的是哪一列；新增指标时每列写一行。", ColumnNeed::optional, parts),
             column("调整前", 20, "必须与现在生效的一致。"),
             column("调整后", 20, ""),
             column("事由", 40, "为什么调整。")},
            {{{CellKind::text, "示例〔2024〕1号"},
              {CellKind::date, "2024-07-01"},
              {CellKind::text, "修改"},
              {CellKind::text, "C1"},
              {CellKind::text, "目标值"},
              {CellKind::text, "100"},
              {CellKind::text, "120"},
              {CellKind::text, "（示例）会议任务增加"}}}};
}

TableSheet notes()
{
    return {"偏差说明",
            "偏差原因、超额说明和改进措施",
            {column("指标编码", 10, "", ColumnNeed::required),
             column("类型", 12, "没有完成写偏差原因；超过目标三成写超额说明。", ColumnNeed::required,
                    {"偏差原因", "超额说明", "改进措施"}),
             column("内容", 70, "要撤回以前写的，保留指标编码和类型，这里写：撤回。", ColumnNeed::required)},
            {example({"C1", "偏差原因", "（示例）下半年两次会议改为视频会议"})}};
}

}  // namespace

std::vector<TableSheet> targets_template(const RuleSet& rules)
{
    return {goals(), indicators(), supports(), entries(rules), revisions(), notes()};
}

base::Result<void> write_targets_template(const std::filesystem::path& file, const RuleSet& rules)
{
    return spreadsheet::write_workbook(file, targets_template(rules));
}

}  // namespace indicators
