// SPDX-License-Identifier: Apache-2.0
// Zips whose directory says what no program writes. The field offsets are those of APPNOTE.TXT, 4.3.7 and 4.3.12.
#include <gtest/gtest.h>

#include "spreadsheet/tests/built_workbook.h"

namespace spreadsheet::testing {
namespace {

constexpr std::size_t made_by_system = 5;
constexpr std::size_t stored_bytes = 20;
constexpr std::size_t attributes = 38;
constexpr std::size_t place_of_header = 42;

std::uint32_t number_at(const std::string& bytes, std::size_t at, int width)
{
    std::uint32_t number = 0;
    for (int i = width; i-- > 0;)
        number = number << 8U | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
    return number;
}

// A workbook with two more parts, x/a and x/b, which lie one behind the other and which nobody reads.
struct PatchedZip {
    std::string bytes;

    PatchedZip()
    {
        BuiltWorkbook built{"<row><c><v>1</v></c></row>"};
        built.parts["x/a"] = std::string(100, 'a');
        built.parts["x/b"] = std::string(100, 'b');
        bytes = built.bytes();
    }
    // Where the directory lists a part.
    std::size_t entry(const std::string& name) const { return bytes.rfind(name) - 46; }
    std::uint32_t header(const std::string& name) const { return number_at(bytes, entry(name) + place_of_header, 4); }
    std::uint32_t data(const std::string& name) const
    {
        const std::uint32_t at = header(name);
        return at + 30 + number_at(bytes, at + 26, 2) + number_at(bytes, at + 28, 2);
    }
    PatchedZip& set(const std::string& name, std::size_t field, std::uint32_t value, int width = 4)
    {
        for (int i = 0; i < width; ++i)
            bytes[entry(name) + field + static_cast<std::size_t>(i)] = static_cast<char>(value >> 8 * i);
        return *this;
    }
};

TEST(HostileZip, UnpatchedItIsRead)
{
    EXPECT_EQ(refusal_of(PatchedZip{}.bytes), "");
}

TEST(HostileZip, PartsThatShareTheirBytesAreRefusedEvenIfNobodyReadsThem)
{
    PatchedZip zip;
    const auto place = zip.header("x/a");
    EXPECT_EQ(refusal_of(zip.set("x/b", place_of_header, place).bytes), "spreadsheet.file.parts_overlap");
    PatchedZip of_a_sheet;
    const auto sheet = of_a_sheet.header("xl/worksheets/sheet1.xml");
    EXPECT_EQ(refusal_of(of_a_sheet.set("x/b", place_of_header, sheet).bytes), "spreadsheet.file.parts_overlap");
}

TEST(HostileZip, PartsMayTouchButNotOverlapByOneByte)
{
    PatchedZip zip;
    const std::uint32_t up_to_the_next = zip.data("x/b") - zip.data("x/a");
    EXPECT_EQ(refusal_of(zip.set("x/a", stored_bytes, up_to_the_next).bytes), "");
    EXPECT_EQ(refusal_of(zip.set("x/a", stored_bytes, up_to_the_next + 1).bytes), "spreadsheet.file.parts_overlap");
}

TEST(HostileZip, APartBehindTheEndOfTheFileIsDamage)
{
    PatchedZip zip;
    const auto behind = static_cast<std::uint32_t>(zip.bytes.size()) + 1'000;
    EXPECT_EQ(refusal_of(zip.set("x/a", place_of_header, behind).bytes), "spreadsheet.file.damaged");
}

TEST(HostileZip, SymbolicLinksAreRefused)
{
    constexpr std::uint32_t link = 0120777U << 16U;
    constexpr std::uint32_t file = 0100644U << 16U;
    for (const std::uint32_t system : {3U, 19U}) {  // Unix, OS X
        EXPECT_EQ(refusal_of(PatchedZip{}.set("x/a", made_by_system, system, 1).set("x/a", attributes, link).bytes),
                  "spreadsheet.file.link_inside");
        EXPECT_EQ(refusal_of(PatchedZip{}.set("x/a", made_by_system, system, 1).set("x/a", attributes, file).bytes),
                  "");
    }
}

TEST(HostileZip, TwoPartsOfOneNameAreDamage)
{
    PatchedZip zip;
    zip.bytes[zip.bytes.rfind("x/b") + 2] = 'A';
    EXPECT_EQ(refusal_of(zip.bytes), "spreadsheet.file.damaged");
}

TEST(HostileZip, AZipInsideTheZipIsNeverOpened)
{
    const std::string bomb = zipped({{"a.xml", std::string(40 << 20, ' ')}});
    BuiltWorkbook built{"<row><c><v>1</v></c></row>"};
    built.parts["xl/embeddings/a.xlsx"] = bomb;
    EXPECT_EQ(refusal_of(built.bytes()), "");
    built.parts["xl/worksheets/sheet1.xml"] = bomb;
    EXPECT_EQ(refusal_of(built.bytes()), "spreadsheet.file.bad_xml");
}

// Without references a cell is the same bytes in each row: as dense as a sheet of a hostile file would be.
TEST(HostileZip, ASheetMayBeAHundredTimesItsStoredBytes)
{
    std::string with_references;
    std::string without;
    for (int row = 1; row <= 67'500; ++row) {
        const std::string number = std::to_string(row);
        with_references += "<row r=\"" + number + "\">";
        without += "<row>";
        for (const char column : {'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L'}) {
            with_references += std::string{"<c r=\""} + column + number + "\"><v>555555</v></c>";
            without += "<c><v>555555</v></c>";
        }
        with_references += "</row>";
        without += "</row>";
    }
    ASSERT_GT(without.size(), 16u << 20);
    EXPECT_EQ(refusal_of(BuiltWorkbook{with_references}.bytes()), "");
    EXPECT_EQ(refusal_of(BuiltWorkbook{without}.bytes()), "spreadsheet.file.inflates_too_much");
    EXPECT_EQ(refusal_of(BuiltWorkbook{without}.bytes(), "a.xlsx", {.ratio = 400}), "");
    EXPECT_EQ(refusal_of(BuiltWorkbook{without.substr(0, without.rfind("<row>", 15 << 20))}.bytes()), "");
}

}  // namespace
}  // namespace spreadsheet::testing
