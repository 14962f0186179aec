// SPDX-License-Identifier: Apache-2.0
#include "spreadsheet/convert.h"

#include <gtest/gtest.h>

#include <fstream>

#include "spreadsheet/tests/own_temporary_folder.h"

namespace spreadsheet::testing {
namespace {

const std::string ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

std::string refusal(const std::string& name, const std::string& bytes, const Limits& limits)
{
    const TemporaryFile file{name, bytes};
    const auto workbook = Workbook::open(file.path(), limits);
    return workbook ? "" : workbook.error().code;
}

TEST(Convert, AMissingProgramIsToldApartFromABadFile)
{
    Limits limits;
    limits.converter = "/no/such/program";
    EXPECT_EQ(refusal("a.xls", ole, limits), "spreadsheet.convert.program_missing");
    limits.converter = "/bin/false";  // not even its version: the file is not to blame
    EXPECT_EQ(refusal("a.et", ole, limits), "spreadsheet.convert.cannot_start");
    const Script choosy{"[ \"$1\" = --version ]\n"};
    limits.converter = choosy.path();
    EXPECT_EQ(refusal("a.et", ole, limits), "spreadsheet.convert.failed");
    limits.converter = "/bin/true";  // success without a result is no success
    EXPECT_EQ(refusal("a.xls", ole, limits), "spreadsheet.convert.failed");
}

TEST(Convert, AProgramThatHangsIsEndedWithItsChildren)
{
    const OwnTemporaryFolder temporary;
    const Script hanging{"sleep 100 &\nsleep 100\n"};
    Limits limits;
    limits.converter = hanging.path();
    limits.convert_seconds = 1;
    EXPECT_EQ(refusal("a.xls", ole, limits), "spreadsheet.convert.took_too_long");
    EXPECT_EQ(temporary.work_folders().size(), 0u);
}

TEST(Convert, TheProgramSeesNothingOfOurEnvironmentAndTheResultIsRead)
{
    const Script program{"[ -z \"$MINGJI_SECRET\" ] || exit 1\ncp ${0%/*}/result.xlsx out/in.xlsx\n"};
    std::ofstream{program.beside("result.xlsx"), std::ios::binary}
        << BuiltWorkbook{"<row><c><v>7</v></c></row>"}.bytes();
    ::setenv("MINGJI_SECRET", "x", 1);
    Limits limits;
    limits.converter = program.path();
    const TemporaryFile file{"a.xls", ole};
    auto workbook = Workbook::open(file.path(), limits);
    ASSERT_TRUE(workbook) << workbook.error().code;
    EXPECT_EQ(rows_of(*workbook).value().at(0).cells.at(0).text, "7");
}

TEST(Convert, GarbageIsRefusedBeforeOrByTheProgram)
{
    EXPECT_EQ(refusal("a.ods", "PK\x03\x04 garbage", {}), "spreadsheet.file.damaged");
    const std::string doctype = zipped({{"content.xml", "<!DOCTYPE a><a/>"}});
    EXPECT_EQ(refusal("a.ods", doctype, {}), "spreadsheet.file.doctype");
    EXPECT_EQ(refusal("a.xls", ole + std::string(5'000, 'x'), {}), "spreadsheet.convert.failed");
}

// The converter would read every part of an .ods file, so every part is inflated and counted before.
TEST(Convert, AnOdsFileIsReadToItsLastPartBeforeTheProgramSeesIt)
{
    Limits limits;
    limits.converter = "/bin/false";
    const auto code = [&](const std::string& part, const std::string& text) {
        return refusal("a.ods", zipped({{"content.xml", "<a/>"}, {part, text}}), limits);
    };
    EXPECT_EQ(code("Object 1/content.xml", "<a/>"), "spreadsheet.convert.cannot_start");
    EXPECT_EQ(code("Object 1/content.xml", "<!DOCTYPE a><a/>"), "spreadsheet.file.doctype");
    EXPECT_EQ(code("Object 1/styles.xml", "<a>"), "spreadsheet.file.bad_xml");
    EXPECT_EQ(code("Configurations2/toolbar/a.xml", "<!DOCTYPE a><a/>"), "spreadsheet.convert.cannot_start");
    EXPECT_EQ(code("Pictures/a.png", std::string(40 << 20, ' ')), "spreadsheet.file.inflates_too_much");
}

}  // namespace
}  // namespace spreadsheet::testing
