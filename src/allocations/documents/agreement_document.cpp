// SPDX-License-Identifier: Apache-2.0
#include "allocations/documents/papers.h"
#include "allocations/documents/tables.h"

namespace allocations {

namespace {

std::string purposes_of(const Agreement& agreement)
{
    std::string text;
    for (const Purpose purpose : agreement.purposes)
        text += (text.empty() ? "" : "、") + std::string{premises::named(purposes, purpose).chinese};
    return text;
}

document::Table room_table(const AgreementPaperInput& input)
{
    document::Table table = table_of("使用的房间", "房间", {34, 33, 33}, {"房屋", "房间号", "使用面积（平方米）"});
    base::Ratio total = base::Ratio::whole(0);
    for (const AgreedRoom& room : input.agreement.rooms) {
        const auto area = input.areas.find(room);
        const bool is_known = area != input.areas.end();
        if (is_known) total = total + base::Ratio::of(area->second.m2());
        table.rows.push_back(
            {words_cell(room.building), words_cell(room.room),
             is_known ? area_cell(base::Ratio::of(area->second.m2())) : words_cell("台账中已无此房间")});
    }
    table.rows.push_back(
        {words_cell("合计"), words_cell(std::to_string(input.agreement.rooms.size()) + " 间"), area_cell(total)});
    return table;
}

document::Document begun(const AgreementPaperInput& input, const std::string& title)
{
    document::Document document;
    document.title = title;
    document.organisation = input.organisation;
    document.date = input.date;
    return document;
}

std::string term_of(const Agreement& agreement)
{
    return "自 " + agreement.valid_from.to_string() + " 起，至 " + agreement.valid_to.to_string() + " 止（含当日）";
}

void say_limits(document::Document& document, const Agreement& agreement)
{
    const std::string allowed = purposes_of(agreement);
    say(document, allowed.empty() ? "本件不作其他用途的证明。" : "本件可用于：" + allowed + "。");
    say(document, "不得用于出租、出借和经营，不得改变使用功能。");
}

// The page of the agreement shows the same code.
void add_code(document::Document& document, const Agreement& agreement)
{
    document.blocks.emplace_back(
        document::QrCode{code_of_certificate(agreement),
                         "扫码核验：" + agreement.number + "，有效期至 " + agreement.valid_to.to_string()});
}

}  // namespace

document::Document agreement_document(const AgreementPaperInput& input)
{
    const Agreement& agreement = input.agreement;
    document::Document document = begun(input, "办公用房使用协议");
    say(document, "协议编号：" + agreement.number + "；签订日期：" + agreement.signed_on.to_string() + "。");
    head(document, "使用单位和房间");
    say(document, input.organisation + "将下列办公用房安排给" + agreement.unit + "使用。");
    document.blocks.emplace_back(room_table(input));
    head(document, "期限");
    say(document, term_of(agreement) + "。期满、机构撤并或者不再需要时，应当及时腾退。");
    head(document, "用途");
    say_limits(document, agreement);
    head(document, "管理");
    say(document,
        "房屋权属统一登记在机关事务管理部门名下；使用单位负责日常使用和安全，大中修由机关事务管理部门统一安排。");
    if (agreement.ended_on) say(document, "本协议已于 " + agreement.ended_on->to_string() + " 终止。");
    add_code(document, agreement);
    document.blocks.emplace_back(
        document::Paragraph{{{"内容摘要（SM3）：" + digest_of(agreement)}}, document::ParagraphStyle::note});
    return document;
}

document::Document certificate_document(const AgreementPaperInput& input)
{
    const Agreement& agreement = input.agreement;
    document::Document document = begun(input, "办公用房分配使用凭证");
    say(document, "凭证编号：" + agreement.number + "。");
    say(document, "兹证明" + agreement.unit + "经分配使用下列办公用房，" + term_of(agreement) + "。");
    document.blocks.emplace_back(room_table(input));
    say_limits(document, agreement);
    if (agreement.ended_on) say(document, "本凭证已于 " + agreement.ended_on->to_string() + " 失效。");
    add_code(document, agreement);
    document.blocks.emplace_back(
        document::Paragraph{{{"核验码：" + code_of_certificate(agreement)}}, document::ParagraphStyle::note});
    return document;
}

}  // namespace allocations
