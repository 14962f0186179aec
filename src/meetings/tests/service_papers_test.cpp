// SPDX-License-Identifier: Apache-2.0
// The papers as they are printed: a change of one shows as a difference of its golden file.
#include "meetings/documents/service_papers.h"

#include <gtest/gtest.h>

#include "document/tests/outline.h"
#include "meetings/tests/reading.h"

namespace meetings {
namespace {

Second printed_hour(int hour, int minute = 0)
{
    return start_of(on("2026-01-05")) + hour * 3'600 + minute * 60;
}

ServicePaperInput printed_meeting()
{
    ServicePaperInput input;
    Booking& booking = input.booking;
    booking.number = "A01-2026-0012";
    booking.room = "A01";
    booking.span = {printed_hour(9, 30), printed_hour(11)};
    booking.state = State::approved;
    booking.title = "示例工作会议";
    booking.kind = "工作会议";
    booking.host = "示例科室";
    booking.attendees = 24;
    booking.round = 2;  // it was moved once
    input.place = "示例第一会议室";
    input.organisation = "示例中心";
    input.date = "2026年1月5日";
    return input;
}

ServiceSheet printed_sheet()
{
    ServiceSheet sheet;
    sheet.banner = "示例工作会议";
    sheet.place_cards = {{"示例甲", "示例科室"}, {"示例乙", ""}, {"示例丙", "另一科室"}};
    sheet.refreshments = {{"茶水", 24}, {"矿泉水", 30}};
    sheet.equipment = {"投影", "话筒"};
    sheet.equipment_note = "话筒两支";
    sheet.staff = {{"helper", "示例丁"}, {std::nullopt, "示例戊"}};
    sheet.requests = "会后整理桌椅";
    return sheet;
}

// Items with and without answers, one that was ticked twice, an addition, a signature in time, a late one, one of the
// place before, and a stage that nobody signed.
std::vector<StageFile> printed_stages(const Booking& booking)
{
    const Checklist list{"small",
                         "示例检查单",
                         {},
                         {{Stage::before, {{"light", "灯光"}, {"sound", "音响"}, {"air", "空调"}}},
                          {Stage::secrecy, {{"phone", "手机存放"}}},
                          {Stage::during, {{"water", "续水"}}},
                          {Stage::after, {{"power", "关闭电源"}, {"key", "归还钥匙"}}}}};
    const auto at = [](int hour, int minute) { return printed_hour(hour, minute) * 1'000; };
    const std::vector<Answer> answers{
        {Stage::before, "light", 1, Outcome::failed, "灯管不亮", "示例丁", at(9, 0), at(9, 0), false, 2},
        {Stage::before, "light", 2, Outcome::done, "已更换", "示例丁", at(9, 10), at(9, 10), false, 2},
        {Stage::before, "sound", 1, Outcome::done, "", "示例丁", at(9, 12), at(9, 12), false, 2},
        {Stage::before, "air", 1, Outcome::not_needed, "", "示例戊", at(9, 13), at(9, 13), false, 2},
        {Stage::before, "sound", 2, Outcome::failed, "话筒有杂音", "示例戊", at(9, 40), at(9, 40), true, 2},
        {Stage::secrecy, "phone", 1, Outcome::done, "", "示例丁", at(9, 31), at(9, 31), false, 2},
        {Stage::after, "power", 1, Outcome::done, "", "示例丁", at(11, 5), at(11, 5), false, 1}};
    const SignOff before{Stage::before, "示例丁", at(9, 20), booking.span.from, 2, "示例第一会议室", booking.span};
    const SignOff moved{Stage::before,
                        "示例戊",
                        at(8, 30),
                        printed_hour(8, 45),
                        1,
                        "示例第二会议室",
                        {printed_hour(8, 45), printed_hour(10)}};
    const SignOff late{Stage::secrecy, "示例丁", at(9, 32), booking.span.from, 2, "示例第一会议室", booking.span};
    return stage_files(booking, list, answers, {moved, before, late}, at(11, 30));
}

void expect_golden(const std::string& name, const document::Document& paper)
{
    const document::Fonts fonts{.folder = std::filesystem::path{SOURCE_FOLDER} / "build/share/fonts"};
    const auto docx = document::docx(paper);
    const auto pdf = document::pdf(paper, fonts);
    ASSERT_EQ(code_of(docx), "");
    ASSERT_EQ(code_of(pdf), "");
    const auto matches = [&](const char* ending, const std::string& text) {
        return document::matches_golden("meetings", name + ending, text);
    };
    EXPECT_TRUE(matches(".docx.txt", document::outline_of(document::part(*docx, "word/document.xml")))) << name;
    EXPECT_TRUE(matches(".pdf.txt", document::text_of(*pdf))) << name;
}

TEST(PrintedServicePapers, AreTheSheetOfItsGoldenFile)
{
    ServicePaperInput input = printed_meeting();
    input.sheet = printed_sheet();
    expect_golden("sheet", sheet_document(input));
    input.sheet = {};
    expect_golden("sheet_empty", sheet_document(input));
}

TEST(PrintedServicePapers, AreTheChecklistsOfTheirGoldenFile)
{
    ServicePaperInput input = printed_meeting();
    input.list = "示例检查单";
    input.stages = printed_stages(input.booking);
    expect_golden("checklists", checklists_document(input));
    input.booking.is_confidential = true;
    input.stages = printed_stages(input.booking);
    input.mark = "保密会议资料 示例丁（helper） 2026-01-05 11:30 打印";
    expect_golden("checklists_confidential", checklists_document(input));
}

}  // namespace
}  // namespace meetings
