// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <random>

#include "spreadsheet/tests/built_workbook.h"

namespace spreadsheet::testing {
namespace {

const std::string one_row = R"(<row r="1"><c t="s"><v>0</v></c><c s="0"><v>1</v></c></row>)";

BuiltWorkbook whole()
{
    return BuiltWorkbook{one_row}.styles({0}).shared("<si><t>名</t></si>");
}

TEST(HostileFile, TheWholeOneIsRead)
{
    EXPECT_EQ(refusal_of(whole().bytes()), "");
}

TEST(HostileFile, ADoctypeInAnyPartIsRefused)
{
    const BuiltWorkbook clean = whole();
    for (const auto& [name, text] : clean.parts) {
        if (name == "[Content_Types].xml") continue;  // never read
        BuiltWorkbook dirty = clean;
        std::string& part = dirty.parts[name];
        part.insert(part.find("?>") + 2, "<!DOCTYPE a [<!ENTITY x \"y\">]>");
        EXPECT_EQ(refusal_of(dirty.bytes()), "spreadsheet.file.doctype") << name;
    }
}

TEST(HostileFile, BadXmlIsRefusedInAnyPart)
{
    const BuiltWorkbook clean = whole();
    for (const auto& [name, text] : clean.parts) {
        if (name == "[Content_Types].xml") continue;  // never read
        BuiltWorkbook dirty = clean;
        dirty.parts[name] = text.substr(0, text.size() - 4);
        EXPECT_EQ(refusal_of(dirty.bytes()), "spreadsheet.file.bad_xml") << name;
        dirty.parts[name] = "";
        EXPECT_EQ(refusal_of(dirty.bytes()), "spreadsheet.file.bad_xml") << name;
    }
}

TEST(HostileFile, MissingPartsAreRefused)
{
    for (const char* const name : {"xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml"}) {
        BuiltWorkbook built = whole();
        built.parts.erase(name);
        EXPECT_EQ(refusal_of(built.bytes()), "spreadsheet.file.part_missing") << name;
    }
    BuiltWorkbook no_sheets = whole();
    no_sheets.workbook("", "");
    EXPECT_EQ(refusal_of(no_sheets.bytes()), "spreadsheet.file.no_sheets");
}

TEST(HostileFile, TruncatedAtAnyPlaceIsRefused)
{
    const std::string bytes = whole().bytes();
    for (std::size_t length = 4; length < bytes.size(); length += 7)
        EXPECT_NE(refusal_of(bytes.substr(0, length)), "") << length;
}

// Flipped bytes either change nothing that is read or are refused; what must not happen is other rows.
TEST(HostileFile, FlippedBytesNeverChangeTheContent)
{
    std::string rows;
    std::mt19937 random{20241231};
    for (int row = 1; row <= 500; ++row)
        rows += "<row><c><v>" + std::to_string(random() % 1'000'000) + "</v></c></row>";
    const std::string bytes = BuiltWorkbook{rows}.bytes();
    const auto expected = rows_of(bytes);
    ASSERT_TRUE(expected);
    int refused = 0;
    for (int round = 0; round < 300; ++round) {
        std::string flipped = bytes;
        flipped[random() % flipped.size()] ^= static_cast<char>(1 << random() % 8);
        const auto read = rows_of(flipped);
        if (!read) {
            ++refused;
            continue;
        }
        ASSERT_EQ(read->size(), expected->size());
        for (std::size_t row = 0; row < read->size(); ++row) ASSERT_EQ(read->at(row).cells, expected->at(row).cells);
    }
    EXPECT_GT(refused, 200);
}

TEST(HostileFile, AZipBombIsRefusedWhileItInflates)
{
    const std::string blanks(40 << 20, ' ');
    const std::string bomb = BuiltWorkbook{blanks}.bytes();
    ASSERT_LT(bomb.size(), 100'000u);
    EXPECT_EQ(refusal_of(bomb), "spreadsheet.file.inflates_too_much");
    Limits generous;
    generous.ratio = 2'000;
    EXPECT_EQ(refusal_of(bomb, "a.xlsx", generous), "");
    generous.inflated_bytes = blanks.size();
    EXPECT_EQ(refusal_of(bomb, "a.xlsx", generous), "spreadsheet.file.inflates_too_much");
}

TEST(HostileFile, TwoThousandPartsAreTheMost)
{
    BuiltWorkbook built = whole();
    while (built.parts.size() < 2'000) built.parts["extra/" + std::to_string(built.parts.size())] = "x";
    EXPECT_EQ(refusal_of(built.bytes()), "");
    built.parts["one more"] = "x";
    EXPECT_EQ(refusal_of(built.bytes()), "spreadsheet.file.too_many_parts");
}

TEST(HostileFile, NamesThatClimbOutOfTheZipAreNames)
{
    BuiltWorkbook built = whole();
    built.parts["../../tmp/outside"] = "x";
    EXPECT_EQ(refusal_of(built.bytes()), "");
    std::string& relationships = built.parts["xl/_rels/workbook.xml.rels"];
    relationships.replace(relationships.find("worksheets/sheet1.xml"), 21, "../../../../etc/passwd");
    EXPECT_EQ(refusal_of(built.bytes()), "spreadsheet.file.part_missing");
}

TEST(HostileFile, TheLastColumnAndRowHaveBounds)
{
    Limits limits;
    limits.columns = 3;
    limits.rows = 4;
    EXPECT_EQ(refusal_of(BuiltWorkbook{"<row r=\"4\"><c r=\"C4\"><v>1</v></c></row>"}.bytes(), "a.xlsx", limits), "");
    EXPECT_EQ(refusal_of(BuiltWorkbook{"<row r=\"4\"><c r=\"D4\"><v>1</v></c></row>"}.bytes(), "a.xlsx", limits),
              "spreadsheet.sheet.too_many_columns");
    EXPECT_EQ(refusal_of(BuiltWorkbook{"<row r=\"5\"><c r=\"A5\"><v>1</v></c></row>"}.bytes(), "a.xlsx", limits),
              "spreadsheet.sheet.too_many_rows");
    EXPECT_EQ(refusal_of("1,2,3\n\n\n4\n", "a.csv", limits), "");
    EXPECT_EQ(refusal_of("1,2,3,\n", "a.csv", limits), "");
    EXPECT_EQ(refusal_of("1,2,3,4\n", "a.csv", limits), "spreadsheet.sheet.too_many_columns");
    EXPECT_EQ(refusal_of("1\n2\n3\n4\n5\n", "a.csv", limits), "spreadsheet.sheet.too_many_rows");
}

TEST(HostileFile, AHundredThousandRowsWithACellAtTheFarEndAreRefusedAtTheFirst)
{
    std::string rows;
    for (int row = 1; row <= 100'000; ++row)
        rows += "<row r=\"" + std::to_string(row) + "\"><c r=\"XFD" + std::to_string(row) + "\"><v>1</v></c></row>";
    const auto read = rows_of(BuiltWorkbook{rows}.bytes());
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, "spreadsheet.sheet.too_many_columns");
    EXPECT_EQ(argument(read.error(), "place"), "会议!XFD1");
}

TEST(HostileFile, ACellHoldsOnlySoMuch)
{
    Limits limits;
    limits.cell_bytes = 10;
    const auto cell = [](const std::string& text) {
        return BuiltWorkbook{"<row><c t=\"inlineStr\"><is><t>" + text + "</t></is></c></row>"}.bytes();
    };
    EXPECT_EQ(refusal_of(cell("0123456789"), "a.xlsx", limits), "");
    EXPECT_EQ(refusal_of(cell("0123456789a"), "a.xlsx", limits), "spreadsheet.cell.too_long");
    EXPECT_EQ(refusal_of("0123456789\n", "a.csv", limits), "");
    EXPECT_EQ(refusal_of("0123456789a\n", "a.csv", limits), "spreadsheet.cell.too_long");
    BuiltWorkbook shared = whole();
    shared.shared("<si><t>0123456789a</t></si>");
    EXPECT_EQ(refusal_of(shared.bytes(), "a.xlsx", limits), "spreadsheet.cell.too_long");
}

TEST(HostileFile, DeepNestingAndEndlessTagsAreRefused)
{
    const auto nested = [](int levels) {
        std::string xml;
        for (int level = 0; level < levels; ++level) xml = "<a>" + xml + "</a>";
        return BuiltWorkbook{xml}.bytes();
    };
    EXPECT_EQ(refusal_of(nested(126)), "");  // inside worksheet and sheetData
    EXPECT_EQ(refusal_of(nested(127)), "spreadsheet.file.bad_xml");
    Limits generous;
    generous.ratio = 2'000;
    const std::string endless = "<row r=\"" + std::string(12 << 20, '1') + "\"/>";
    EXPECT_EQ(refusal_of(BuiltWorkbook{endless}.bytes(), "a.xlsx", generous), "spreadsheet.file.bad_xml");
}

TEST(HostileFile, TheNameMustFitTheFirstBytes)
{
    const std::string zip = whole().bytes();
    const std::string ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more";
    EXPECT_EQ(refusal_of(zip, "a.csv"), "spreadsheet.file.looks_like_zip");
    EXPECT_EQ(refusal_of(zip, "a.xls"), "spreadsheet.file.looks_like_zip");
    EXPECT_EQ(refusal_of(ole, "a.xlsx"), "spreadsheet.file.looks_like_ole");
    EXPECT_EQ(refusal_of("a,b\n", "a.xlsx"), "spreadsheet.file.looks_like_text");
    EXPECT_EQ(refusal_of("a,b\n", "a.pdf"), "spreadsheet.file.unknown_kind");
    EXPECT_EQ(refusal_of("a,b\n", "a"), "spreadsheet.file.unknown_kind");
}

TEST(HostileFile, WhatIsNoFileOrTooLargeIsRefusedBeforeItIsRead)
{
    const auto code = [](const std::filesystem::path& path) { return Workbook::open(path).error().code; };
    const TemporaryFile file{"a.csv", "x"};
    EXPECT_EQ(code(file.path().parent_path() / "none.csv"), "spreadsheet.file.not_found");
    EXPECT_EQ(code(file.path().parent_path()), "spreadsheet.file.not_a_file");
    const auto pipe = file.path().parent_path() / "pipe.csv";
    ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
    EXPECT_EQ(code(pipe), "spreadsheet.file.not_a_file");
    std::filesystem::resize_file(file.path(), 0);
    EXPECT_EQ(code(file.path()), "spreadsheet.file.empty");
    std::filesystem::resize_file(file.path(), 100 << 20);
    EXPECT_EQ(code(file.path()), "spreadsheet.file.too_large");
}

// Made of pieces, so that this test holds no more of it than the reader may.
void write_garbage(const std::filesystem::path& path, const std::string& start, char lowest, unsigned letters)
{
    std::mt19937_64 random{100};
    std::ofstream file{path, std::ios::binary};
    file << start;
    std::string piece(1 << 20, '\0');
    for (int megabyte = 0; megabyte < 100; ++megabyte) {
        for (std::size_t at = 0; at < piece.size(); at += 8) {
            std::uint64_t bits = random();
            for (std::size_t i = 0; i < 8; ++i, bits >>= 8U)
                piece[at + i] = static_cast<char>(lowest + static_cast<char>(bits % letters));
        }
        file << piece;
    }
}

// The refusal, and with what was asked for beyond it the memory that reading took, in megabytes; in a process of its
// own, whose highest use of memory is its own.
std::string refusal_within(long megabytes, const std::filesystem::path& path)
{
    int codes[2];
    if (pipe(codes) != 0) return "no pipe";
    const pid_t process = fork();
    if (process == 0) {
        Limits limits;
        limits.file_bytes = 200 << 20;
        rusage before{};
        getrusage(RUSAGE_SELF, &before);
        auto workbook = Workbook::open(path, limits);
        const auto rows = workbook ? rows_of(*workbook) : tl::unexpected<base::Error>(std::move(workbook).error());
        rusage after{};
        getrusage(RUSAGE_SELF, &after);
        std::string code = rows ? "" : rows.error().code;
        const long grown = (after.ru_maxrss - before.ru_maxrss) >> 10;
        if (grown > megabytes) code += " " + std::to_string(grown) + " MB";
        _exit(write(codes[1], code.data(), code.size()) < 0);
    }
    ::close(codes[1]);
    std::string code(200, '\0');
    const ssize_t count = ::read(codes[0], code.data(), code.size());
    code.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
    ::close(codes[0]);
    ::waitpid(process, nullptr, 0);
    return code;
}

TEST(HostileFile, AHundredMegabytesOfGarbageAreRefusedWithoutBeingKept)
{
    const TemporaryFile folder{"unused"};
    const auto garbage = [&](const std::string& name, const std::string& start, char lowest = 0,
                             unsigned letters = 256) {
        const std::filesystem::path path = folder.path().parent_path() / name;
        write_garbage(path, start, lowest, letters);
        EXPECT_EQ(Workbook::open(path).error().code, "spreadsheet.file.too_large");
        const std::string code = refusal_within(50, path);
        std::filesystem::remove(path);
        return code;
    };
    EXPECT_EQ(garbage("a.xlsx", "PK\x03\x04"), "spreadsheet.file.damaged");
    EXPECT_EQ(garbage("a.xls", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "spreadsheet.convert.failed");
    EXPECT_EQ(garbage("a.csv", "x"), "spreadsheet.csv.not_text");
    EXPECT_EQ(garbage("b.csv", "x", 'a', 26), "spreadsheet.cell.too_long");
    EXPECT_EQ(garbage("c.csv", "x", '(', 8), "spreadsheet.sheet.too_many_columns");  // a comma in eight letters
}

TEST(HostileFile, GarbageIsRefusedUnderAnyName)
{
    std::mt19937 random{7};
    std::string garbage(1 << 20, '\0');
    for (char& c : garbage) c = static_cast<char>(random());
    for (const char* const name : {"a.xlsx", "a.csv", "a.txt", "a.tsv", "a.xlsm"})
        EXPECT_NE(refusal_of(garbage, name), "") << name;
    EXPECT_EQ(refusal_of("PK\x03\x04" + garbage), "spreadsheet.file.damaged");
}

}  // namespace
}  // namespace spreadsheet::testing
