// SPDX-License-Identifier: Apache-2.0
// .pdf files through pdftotext, in its limited process.
#include <gtest/gtest.h>

#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "check/check.h"

namespace check {
namespace {

class ReadPdf : public ::testing::Test {
protected:
    void SetUp() override
    {
        if (!std::filesystem::exists("/usr/bin/pdftotext")) GTEST_SKIP() << "poppler-utils is not installed";
    }
    void TearDown() override { std::filesystem::remove(file); }
    base::Result<Read> read(const std::string& bytes)
    {
        std::ofstream{file, std::ios::binary} << bytes;
        return read_report(file);
    }
    const std::filesystem::path file = ::testing::TempDir() + "check-pdf-" + std::to_string(getpid()) + ".pdf";
};

// One page that draws what `content` says; /Im0 is a picture of four grey points.
std::string pdf_with(const std::string& content)
{
    const std::string objects[] = {
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</Im0 5 0 R>>/Font<</F1 6 "
        "0 R>>>>>>",
        "<</Length " + std::to_string(content.size()) + ">>stream\n" + content + "\nendstream",
        "<</Type/XObject/Subtype/Image/Width 2/Height 2/ColorSpace/DeviceGray/BitsPerComponent 8/Length 4>>stream\n"
        "@`\x80\xA0\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"};
    std::string pdf = "%PDF-1.4\n";
    std::string table;
    for (std::size_t i = 0; i < std::size(objects); ++i) {
        const std::string at = std::to_string(pdf.size());
        table += std::string(10 - at.size(), '0') + at + " 00000 n \n";
        pdf += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const std::string start = std::to_string(pdf.size());
    return pdf + "xref\n0 7\n0000000000 65535 f \n" + table + "trailer<</Size 7/Root 1 0 R>>\nstartxref\n" + start +
           "\n%%EOF\n";
}

TEST_F(ReadPdf, AScanIsRefused)
{
    const std::string picture = "q 500 0 0 700 40 70 cm /Im0 Do Q";
    const auto scan = read(pdf_with(picture));
    ASSERT_FALSE(scan);
    EXPECT_EQ(scan.error().code, "check.file.no_text");
    EXPECT_EQ(scan.error().kind, base::ErrorKind::invalid);
    // A page number that was stamped on it is no text either; a sentence is.
    EXPECT_FALSE(read(pdf_with(picture + " BT /F1 12 Tf 290 30 Td (- 1 -) Tj ET")));
    const auto text = read(pdf_with(picture + " BT /F1 12 Tf 100 400 Td (Total 100, spent 90) Tj ET"));
    ASSERT_TRUE(text) << text.error().code;
    EXPECT_EQ(text->text.blocks.front().text, "Total 100, spent 90");
}

}  // namespace
}  // namespace check
