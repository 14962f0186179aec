// SPDX-License-Identifier: Apache-2.0
#include "premises/documents/approval_document.h"

#include <gtest/gtest.h>

#include "premises/area_standard_files.h"

namespace premises {
namespace {

ApprovalDocumentInput sample_input(Storeys storeys = Storeys::multi_storey)
{
    Establishment unit{"示例单位", OfficeLevel::county};
    unit.ranks = {{"县级正职", 1}, {"正科级", 10}, {"科级以下", 109}};
    unit.diners = 120;
    unit.storeys = storeys;
    ApprovalDocumentInput input;
    input.standards = area_standards_on(base::Date::of(2024, 7, 1).value()).value();
    input.approved = approve(unit, input.standards).value();
    input.organisation = "示例机关事务中心";
    input.date = "2024年7月1日";
    return input;
}

// All text of a document, cells too.
std::string text_of(const document::Document& document)
{
    std::string text = document.title;
    const auto add = [&](const std::vector<document::Run>& runs) {
        for (const document::Run& run : runs) text += "\n" + run.text;
    };
    for (const document::Block& block : document.blocks) {
        if (const auto* paragraph = std::get_if<document::Paragraph>(&block)) add(paragraph->runs);
        if (const auto* table = std::get_if<document::Table>(&block))
            for (const auto& row : table->rows)
                for (const document::TableCell& cell : row) add(cell.runs);
    }
    return text;
}

// x = 120: (500 − 120) / 50 = 7.6; A = 30 + 180 + 981 = 1191; B = 912; 9 % = 189.27; C = 370 + 52 = 422;
// S = 2292.27 / 0.65 + 422 = 3948.569…
TEST(ApprovalDocument, SaysEveryFigureOfTheCalculation)
{
    const std::string text = text_of(approval_document(sample_input()));
    for (const char* const figure : {"1,191.00", "7.60", "912.00", "189.27", "422.00", "0.65", "3,948.57",
                                     "national-2014", "发改投资〔2014〕2674号", "9%", "500 − 120", "2014-11-24"})
        EXPECT_NE(text.find(figure), std::string::npos) << figure;
    EXPECT_NE(text_of(approval_document(sample_input(Storeys::high_rise))).find("0.60"), std::string::npos);
}

TEST(ApprovalDocument, ComparesWhereThereAreRooms)
{
    ApprovalDocumentInput input = sample_input();
    EXPECT_EQ(text_of(approval_document(input)).find("1,191.01"), std::string::npos);
    Room room;
    room.use = RoomUse::office;
    room.usable = Area::parse("1191.01").value();
    input.comparison = compare(input.approved, {room});
    const std::string text = text_of(approval_document(input));
    EXPECT_NE(text.find("1,191.01"), std::string::npos);
    EXPECT_NE(text.find("\n0.01"), std::string::npos);
}

TEST(ApprovalDocument, IsRenderedInAllForms)
{
    const document::Document document = approval_document(sample_input());
    const auto docx = document::docx(document);
    ASSERT_TRUE(docx) << docx.error().code;
    EXPECT_EQ(document::docx(document).value(), docx.value());
    const auto xlsx = document::xlsx(document);
    ASSERT_TRUE(xlsx) << xlsx.error().code;
    document::Fonts fonts;
    fonts.folder = std::filesystem::path{SOURCE_FOLDER} / "build/share/fonts";
    const auto pdf = document::pdf(document, fonts);
    ASSERT_TRUE(pdf) << pdf.error().code;
    EXPECT_TRUE(pdf->starts_with("%PDF-"));
}

}  // namespace
}  // namespace premises
