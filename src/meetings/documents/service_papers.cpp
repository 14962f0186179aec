// SPDX-License-Identifier: Apache-2.0
#include "meetings/documents/service_papers.h"

#include "base/named.h"

namespace meetings {

namespace {

document::TableCell cell_of(std::string text)
{
    document::TableCell cell;
    cell.runs = {{std::move(text)}};
    return cell;
}

document::Table table_of(std::string caption, std::vector<int> widths, const std::vector<std::string>& titles)
{
    document::Table table;
    table.caption = std::move(caption);
    table.widths = std::move(widths);
    std::vector<document::TableCell> row;
    for (const std::string& title : titles) {
        document::TableCell cell = cell_of(title);
        cell.header = true;
        cell.align = document::Align::center;
        row.push_back(std::move(cell));
    }
    table.rows.push_back(std::move(row));
    return table;
}

void say(document::Document& document, const std::string& label, const std::string& text)
{
    if (!text.empty()) document.blocks.emplace_back(document::Paragraph{{{label + "："}, {text}}});
}

std::string named_in_row(const std::vector<std::string>& names)
{
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : "、") + name;
    return text;
}

// A paper names the meeting as its head does everywhere: number, place, time, host.
document::Document begun(const ServicePaperInput& input, const std::string& title)
{
    document::Document document;
    document.title = title;
    document.organisation = input.organisation;
    document.date = input.date;
    document.mark = input.mark;
    const Booking& booking = input.booking;
    say(document, "会议", booking.title + "（" + booking.number + "）");
    say(document, "时间", clock_text(booking.span.from) + " 至 " + clock_text(booking.span.until));
    say(document, "地点", input.place);
    say(document, "主办", booking.host + "；参会 " + std::to_string(booking.attendees) + " 人");
    return document;
}

void add_cards(document::Document& document, const std::vector<PlaceCard>& cards)
{
    if (cards.empty()) return;
    document::Table table = table_of("座签", {15, 40, 45}, {"序号", "姓名", "单位"});
    for (std::size_t i = 0; i < cards.size(); ++i)
        table.rows.push_back({cell_of(std::to_string(i + 1)), cell_of(cards[i].name), cell_of(cards[i].unit)});
    document.blocks.emplace_back(std::move(table));
}

void add_refreshments(document::Document& document, const std::vector<Refreshment>& refreshments)
{
    if (refreshments.empty()) return;
    document::Table table = table_of("茶水", {70, 30}, {"名称", "数量"});
    for (const Refreshment& one : refreshments)
        table.rows.push_back({cell_of(one.name), cell_of(std::to_string(one.quantity))});
    document.blocks.emplace_back(std::move(table));
}

std::string said_of(const Answer& answer)
{
    return std::string{base::named(outcomes, answer.outcome).chinese} +
           (answer.note.empty() ? "" : "（" + answer.note + "）");
}

std::string outdated_of(const SignOff& signature)
{
    return signature.by + " 于 " + clock_text(signature.at_ms / 1'000) + " 签字的检查是为 " + signature.place + " " +
           clock_text(signature.span.from) + " 所作，会议改了地点或时间，该签字不再有效。";
}

std::string signature_of(const StageFile& stage)
{
    if (!stage.signed_off) return stage.is_late ? "未签字，会议已经开始。" : "未签字。";
    return stage.signed_off->by + " 于 " + clock_text(stage.signed_off->at_ms / 1'000) + " 签字" +
           (stage.is_late ? "，晚于会议开始。" : "。");
}

document::Table stage_table(const StageFile& stage)
{
    document::Table table = table_of(std::string{base::named(stages, stage.stage).chinese}, {46, 26, 12, 16},
                                     {"检查项", "结果", "检查人", "时间"});
    for (const ItemFile& item : stage.items) {
        std::vector<const Answer*> shown;
        if (!item.answers.empty()) shown.push_back(&item.answers.back());
        for (const Answer& one : item.additions) shown.push_back(&one);
        if (shown.empty()) table.rows.push_back({cell_of(item.item.says), cell_of(""), cell_of(""), cell_of("")});
        for (const Answer* const one : shown)
            table.rows.push_back({cell_of((one->is_addition ? "补记：" : "") + item.item.says), cell_of(said_of(*one)),
                                  cell_of(one->by), cell_of(clock_text(one->answered_ms / 1'000))});
    }
    return table;
}

}  // namespace

document::Document sheet_document(const ServicePaperInput& input)
{
    const ServiceSheet& sheet = input.sheet;
    document::Document document = begun(input, "会议服务单");
    say(document, "会标", sheet.banner);
    say(document, "设备", named_in_row(sheet.equipment));
    say(document, "设备说明", sheet.equipment_note);
    std::vector<std::string> staff;
    for (const ServiceStaff& one : sheet.staff) staff.push_back(one.name);
    say(document, "服务人员", named_in_row(staff));
    say(document, "其他要求", sheet.requests);
    add_refreshments(document, sheet.refreshments);
    add_cards(document, sheet.place_cards);
    return document;
}

document::Document checklists_document(const ServicePaperInput& input)
{
    document::Document document = begun(input, "会议检查单");
    say(document, "依据", input.list);
    for (const StageFile& stage : input.stages) {
        document.blocks.emplace_back(stage_table(stage));
        for (const SignOff& one : stage.outdated)
            document.blocks.emplace_back(document::Paragraph{{{outdated_of(one)}}, document::ParagraphStyle::note});
        document.blocks.emplace_back(document::Paragraph{{{signature_of(stage)}}, document::ParagraphStyle::note});
    }
    return document;
}

}  // namespace meetings
