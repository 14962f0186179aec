// SPDX-License-Identifier: Apache-2.0
#include "premises/documents/approval_document.h"

#include "base/grouped.h"

namespace premises {

namespace {

using document::Align;
using document::Table;
using document::TableCell;

std::string exact_text(const base::Ratio& ratio)
{
    return ratio.rounded(2).to_string();
}

std::string printed(const base::Ratio& ratio)
{
    return base::grouped(exact_text(ratio));
}

TableCell words_cell(std::string text)
{
    TableCell cell;
    cell.runs = {{std::move(text)}};
    return cell;
}

TableCell title_cell(std::string text)
{
    TableCell cell = words_cell(std::move(text));
    cell.header = true;
    cell.align = Align::center;
    return cell;
}

TableCell area_cell(const base::Ratio& ratio)
{
    TableCell cell = words_cell(printed(ratio));
    cell.align = Align::right;
    cell.number = exact_text(ratio);
    cell.number_format = "0.00";
    return cell;
}

TableCell area_cell(Area area)
{
    return area_cell(base::Ratio::of(area.m2()));
}

TableCell count_cell(std::int64_t count)
{
    TableCell cell = words_cell(std::to_string(count));
    cell.align = Align::right;
    cell.number = std::to_string(count);
    cell.number_format = "0";
    return cell;
}

std::vector<TableCell> title_row(const std::vector<std::string>& titles)
{
    std::vector<TableCell> row;
    for (const std::string& title : titles) row.push_back(title_cell(title));
    return row;
}

// Whoever relies on a value is told which ones nobody has seen in the official text.
std::string mark_words(const std::string& mark)
{
    return mark == "K" ? "待核对" : "已见摘录";
}

Table office_table(const ApprovedArea& approved)
{
    Table table;
    table.caption = "办公室使用面积";
    table.sheet = "办公室";
    table.widths = {30, 16, 22, 22, 18};
    table.rows.push_back(title_row({"职级", "编制人数", "标准（平方米/人）", "面积（平方米）", "参数依据"}));
    for (const RankLine& line : approved.ranks)
        table.rows.push_back({words_cell(line.rank), count_cell(line.posts), area_cell(line.standard),
                              area_cell(line.area), words_cell(mark_words(line.mark))});
    table.rows.push_back({words_cell("合计 A"), count_cell(approved.posts), words_cell(""), area_cell(approved.offices),
                          words_cell("")});
    const int rows = static_cast<int>(table.rows.size());
    table.together = {rows - 2, rows};
    return table;
}

Table ancillary_table(const ApprovedArea& approved)
{
    Table table;
    table.caption = "附属用房建筑面积";
    table.sheet = "附属用房";
    table.widths = {36, 18, 26, 20};
    table.rows.push_back(title_row({"项目", "数量", "面积（平方米）", "参数依据"}));
    for (const AncillaryLine& line : approved.ancillary_lines)
        table.rows.push_back({words_cell(line.what), line.count == 0 ? words_cell("—") : count_cell(line.count),
                              area_cell(line.area), words_cell(mark_words(line.mark))});
    table.rows.push_back({words_cell("合计 C"), words_cell(""), area_cell(approved.ancillary), words_cell("")});
    return table;
}

Table comparison_table(const UnitComparison& comparison)
{
    Table table;
    table.caption = "实际使用面积与核定面积";
    table.sheet = "对照";
    table.widths = {28, 24, 24, 24};
    table.rows.push_back(title_row({"用房", "核定（平方米）", "实际（平方米）", "超出（平方米）"}));
    for (const UseComparison& use : comparison.uses)
        table.rows.push_back({words_cell(std::string{named(room_uses, use.use).chinese}), area_cell(use.approved),
                              area_cell(use.actual), use.is_over ? area_cell(use.over) : words_cell("未超出")});
    table.rows.push_back({words_cell("合计"), area_cell(comparison.approved), area_cell(comparison.actual),
                          comparison.is_over ? area_cell(base::Ratio::of(comparison.actual.m2()) - comparison.approved)
                                             : words_cell("未超出")});
    return table;
}

class Writer {
public:
    explicit Writer(document::Document& document) : document_{document} {}
    void heading(const std::string& text) { document_.blocks.emplace_back(document::Heading{1, text}); }
    void say(const std::string& text) { document_.blocks.emplace_back(document::Paragraph{{{text}}}); }
    void note(const std::string& text)
    {
        document_.blocks.emplace_back(document::Paragraph{{{text}}, document::ParagraphStyle::note});
    }
    void table(Table table) { document_.blocks.emplace_back(std::move(table)); }

private:
    document::Document& document_;
};

std::string service_formula(const ServiceStandard& service, std::int64_t posts)
{
    if (posts > service.low_posts && posts < service.high_posts)
        return "（" + std::to_string(service.from) + " − " + std::to_string(posts) + "）÷ " +
               std::to_string(service.divisor);
    return (posts <= service.low_posts ? service.low : service.high).to_string();
}

void write_usable(Writer& write, const ApprovalDocumentInput& input, const LevelStandard& level)
{
    const ApprovedArea& approved = input.approved;
    write.heading("办公室");
    write.say("各职级编制人数与标准之积相加：A = " + printed(approved.offices) + " 平方米。");
    write.table(office_table(approved));
    write.heading("服务用房");
    write.say("编制定员 x = " + std::to_string(approved.posts) + " 人，人均使用面积 " +
              service_formula(level.service, approved.posts) + " = " + printed(approved.service_per_post) +
              " 平方米（" + mark_words(level.service.mark) + "）。");
    write.say("B = x × 人均 = " + std::to_string(approved.posts) + " × " + printed(approved.service_per_post) + " = " +
              printed(approved.service) + " 平方米。");
    write.heading("设备用房");
    const std::string share = base::Ratio::of(input.standards.equipment.share).percent(0).to_string() + "%";
    write.say("（A + B）× " + share + " =（" + printed(approved.offices) + " + " + printed(approved.service) + "）× " +
              share + " = " + printed(approved.equipment) + " 平方米。");
}

void write_gross(Writer& write, const ApprovedArea& approved)
{
    write.heading("附属用房");
    if (approved.ancillary_lines.empty()) {
        write.say("没有填报附属用房，C = 0 平方米。");
    } else {
        write.say("C = " + printed(approved.ancillary) + " 平方米（建筑面积）。");
        write.table(ancillary_table(approved));
    }
    write.heading("总建筑面积");
    const bool is_low = approved.establishment.storeys == Storeys::multi_storey;
    write.say(std::string{"使用面积系数 K = "} + approved.coefficient.to_string() + "（" + (is_low ? "多层" : "高层") +
              "建筑的下限）。");
    write.say("S = [A + B + 设备用房] ÷ K + C = " + printed(approved.usable()) + " ÷ " +
              approved.coefficient.to_string() + " + " + printed(approved.ancillary) + " = " + printed(approved.gross) +
              " 平方米。");
}

void write_sources(Writer& write, const ApprovalDocumentInput& input)
{
    const AreaStandards& standards = input.standards;
    write.heading("参数与依据");
    write.say("标准：" + standards.title + "（" + standards.document + "）；本级面积依据：" + input.approved.basis +
              "；参数版本：" + standards.id + "，自 " + standards.valid_from.to_string() + " 起（" +
              mark_words(standards.dates_mark) + "）。");
    write.note(
        "“已见摘录”指在公开网页上见过该数值；“待核对”指未见原文，使用前须与正式文件核对。面积均按精确分数计算，"
        "只在打印时四舍五入到 0.01 平方米。");
    for (const std::string& source : standards.sources) write.note("来源：" + source);
}

}  // namespace

document::Document approval_document(const ApprovalDocumentInput& input)
{
    document::Document document;
    document.title = input.approved.establishment.unit + "办公用房核定面积计算书";
    document.organisation = input.organisation;
    document.date = input.date;
    Writer write{document};
    const auto level = level_of(input.standards, input.approved.establishment.level);
    write.say("单位：" + input.approved.establishment.unit + "；机关级别：" +
              std::string{named(office_levels, input.approved.establishment.level).chinese} + "；编制定员：" +
              std::to_string(input.approved.posts) + " 人。");
    write_usable(write, input, level.value());
    write_gross(write, input.approved);
    if (input.comparison) {
        write.heading("实际使用情况");
        write.table(comparison_table(*input.comparison));
    }
    write_sources(write, input);
    return document;
}

}  // namespace premises
