// SPDX-License-Identifier: Apache-2.0
#include "reports/documents/compose.h"

#include <algorithm>

#include "reports/documents/figures.h"
#include "reports/documents/parts.h"

namespace reports {

namespace {

document::FactSheet sheet_of(const Fact& fact)
{
    return {.id = fact.code,
            .title = fact.title,
            .value = fact.value.value_or("没有数据"),
            .formula = fact.formula,
            .period = fact.period,
            .digest = fact.digest,
            .definition = fact.definition,
            .record_count = fact.record_count,
            .records = fact.records,
            .rows = fact.rows};
}

std::string title_of(const std::string& section)
{
    const auto named =
        std::find_if(sections().begin(), sections().end(), [&](const Section& one) { return one.name == section; });
    return std::string{named->title};
}

}  // namespace

const std::vector<Section>& sections()
{
    static const std::vector<Section> all{
        {"conclusion", "自评结论"},          {"problems", "存在的主要问题和原因"},
        {"measures", "下一步拟改进措施"},    {"goals", "整体绩效目标情况"},
        {"process", "自评工作开展情况"},     {"output", "产出指标完成情况分析"},
        {"benefit", "效益指标完成情况分析"}, {"satisfaction", "满意度指标完成情况分析"},
        {"cost", "成本指标完成情况分析"},    {"next_year", "下一步工作"},
    };
    return all;
}

void append_heading(Blocks& blocks, int level, std::string text)
{
    blocks.emplace_back(document::Heading{level, std::move(text)});
}

void append_section_heading(Blocks& blocks, int level, const std::string& section)
{
    blocks.emplace_back(document::Heading{level, title_of(section), section});
}

void append_sentence(Blocks& blocks, const YearReport& report, std::string_view sentence)
{
    blocks.emplace_back(with_figures(sentence, report));
}

void append_narrative(Blocks& blocks, const YearReport& report, const std::string& section, Need need)
{
    const auto found = report.narrative.find(section);
    if (found != report.narrative.end()) {
        for (const std::string& paragraph : found->second) append_sentence(blocks, report, paragraph);
        return;
    }
    if (need == Need::optional) return;
    blocks.emplace_back(
        document::Paragraph{{{.text = "【本节尚未填写：" + title_of(section) + "】", .missing = true}}});
}

document::TableCell text_cell(std::string text)
{
    document::TableCell cell;
    cell.runs.push_back({.text = std::move(text)});
    return cell;
}

document::TableCell header_cell(std::string text)
{
    document::TableCell cell = text_cell(std::move(text));
    cell.header = true;
    cell.align = document::Align::center;
    return cell;
}

document::TableCell figure_cell(const std::string& code, const YearReport& report)
{
    document::TableCell cell;
    cell.runs.push_back(figure(code, report));
    cell.align = document::Align::right;
    return cell;
}

document::TableCell number_cell(const std::string& printed, const std::string& number, const std::string& format)
{
    document::TableCell cell = text_cell(printed);
    cell.align = document::Align::right;
    cell.number = number;
    cell.number_format = format;
    return cell;
}

document::Document compose(const YearReport& report)
{
    document::Document document;
    document.title = report.organisation + std::to_string(report.year) + "年度整体绩效自评报告";
    document.organisation = report.organisation;
    document.date = report.date;
    append_section_heading(document.blocks, 1, "conclusion");
    append_conclusion(document.blocks, report);
    append_problems(document.blocks, report);
    append_heading(document.blocks, 1, "佐证材料");
    append_evidence(document.blocks, report);
    append_analysis(document.blocks, report);
    document.blocks.emplace_back(document::Signature{});
    document.blocks.emplace_back(document::PageBreak{});
    append_forms(document.blocks, report);
    for (const auto& [code, fact] : report.facts) document.facts.push_back(sheet_of(fact));
    for (const auto& [key, list] : report.records)
        document.records.emplace(key, document::RecordSheet{list.columns, list.rows, list.digests, list.places});
    return document;
}

document::Document workbook(const YearReport& report)
{
    document::Document document = compose(report);
    const auto is_form = [](const document::Block& block) {
        const auto* const table = std::get_if<document::Table>(&block);
        return table && (table->sheet == "自评表" || table->sheet == "预算执行" || table->sheet == "分月执行");
    };
    std::stable_partition(document.blocks.begin(), document.blocks.end(), is_form);
    return document;
}

}  // namespace reports
