// SPDX-License-Identifier: Apache-2.0
// 100,000 rows of Chinese names through every format: nothing lost, nothing doubled, no letter broken, totals exact.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <iconv.h>

#include <fstream>
#include <iterator>

#include "base/money.h"
#include "spreadsheet/child.h"
#include "spreadsheet/tests/built_workbook.h"
#include "spreadsheet/write.h"

namespace spreadsheet::testing {
namespace {

struct Record {
    std::string name;
    std::int64_t fen = 0;
};

// Letters of two, three and four bytes in GB18030, and of one to four in UTF-8.
Record record(int number)
{
    constexpr const char* families[] = {"张", "欧阳", "㛃", "䶮", "𠮷", "覃", "A·", "é", "闫"};
    constexpr const char* given[] = {"伟", "秀英", "䶮㛃", "𠮷野", "子涵", "建国", "ü", "〇一", "镕基", "喆", "Ω"};
    return {fmt::format("{}{}（第{}户）", families[number % 9], given[number * 7 % 11], number),
            std::int64_t{number} * 7'919 % 1'000'000'007};
}

struct Sums {
    int rows = 0;
    std::uint64_t checksum = 14'695'981'039'346'656'037ULL;  // FNV-1a over the names
    std::int64_t fen = 0;

    void add(std::string_view name, std::int64_t amount)
    {
        ++rows;
        for (const char c : name) checksum = (checksum ^ static_cast<unsigned char>(c)) * 1'099'511'628'211ULL;
        fen += amount;
    }
    friend bool operator==(const Sums&, const Sums&) = default;
};

std::ostream& operator<<(std::ostream& out, const Sums& sums)
{
    return out << sums.rows << " rows, " << sums.fen << " fen, checksum " << sums.checksum;
}

Sums expected_sums(int rows)
{
    Sums sums;
    for (int row = 0; row < rows; ++row) sums.add(record(row).name, record(row).fen);
    return sums;
}

std::string yuan(std::int64_t fen)
{
    return base::Money::from_fen(fen).to_string();
}

Sums sums_of(const std::filesystem::path& path)
{
    Sums sums;
    auto workbook = Workbook::open(path);
    EXPECT_TRUE(workbook) << (workbook ? "" : workbook.error().code);
    if (!workbook) return sums;
    const auto read = workbook->each_row(0, [&](const Row& row) {
        // A spreadsheet drops the zeros at the end: 3400.60 comes back as 3400.6.
        const auto amount = base::Decimal::parse(row.cells.at(1).text).value().rounded(2);
        sums.add(row.cells.at(0).text, amount.digits());
        return Visit::go_on;
    });
    EXPECT_TRUE(read) << (read ? "" : read.error().code);
    return sums;
}

std::string csv_of(int rows)
{
    std::string text;
    for (int row = 0; row < rows; ++row) text += fmt::format("{},{}\r\n", record(row).name, yuan(record(row).fen));
    return text;
}

std::string to_gb18030(std::string text)
{
    std::string bytes(text.size() * 2, '\0');
    const iconv_t converter = iconv_open("GB18030", "UTF-8");
    char* in = text.data();
    char* out = bytes.data();
    std::size_t in_left = text.size();
    std::size_t out_left = bytes.size();
    EXPECT_EQ(iconv(converter, &in, &in_left, &out, &out_left), 0u);
    iconv_close(converter);
    bytes.resize(bytes.size() - out_left);
    return bytes;
}

std::string inline_sheet(int rows)
{
    std::string xml;
    for (int row = 0; row < rows; ++row)
        xml += fmt::format(
            "<row r=\"{0}\"><c r=\"A{0}\" t=\"inlineStr\"><is><t>{1}</t></is></c><c r=\"B{0}\"><v>{2}</v></c></row>",
            row + 1, record(row).name, yuan(record(row).fen));
    return xml;
}

std::string shared_workbook(int rows)
{
    std::string items;
    std::string xml;
    for (int row = 0; row < rows; ++row) {
        items += "<si><t>" + record(row).name + "</t></si>";
        xml += fmt::format("<row r=\"{0}\"><c r=\"A{0}\" t=\"s\"><v>{1}</v></c><c r=\"B{0}\"><v>{2}</v></c></row>",
                           row + 1, row, yuan(record(row).fen));
    }
    return BuiltWorkbook{xml}.shared(items).bytes();
}

constexpr int many = 100'000;
constexpr int many_converted = 10'000;

TEST(ManyNames, SurviveSharedStrings)
{
    EXPECT_EQ(sums_of(TemporaryFile{"a.xlsx", shared_workbook(many)}.path()), expected_sums(many));
}

TEST(ManyNames, SurviveInlineStrings)
{
    EXPECT_EQ(sums_of(TemporaryFile{"a.xlsx", BuiltWorkbook{inline_sheet(many)}.bytes()}.path()), expected_sums(many));
}

TEST(ManyNames, SurviveUtf8Text)
{
    EXPECT_EQ(sums_of(TemporaryFile{"a.csv", csv_of(many)}.path()), expected_sums(many));
}

TEST(ManyNames, SurviveGb18030Text)
{
    EXPECT_EQ(sums_of(TemporaryFile{"a.csv", to_gb18030(csv_of(many))}.path()), expected_sums(many));
}

TEST(ManyNames, SurviveOurOwnWriters)
{
    TableSheet sheet{.name = "名册"};
    for (int row = 0; row < many; ++row)
        sheet.rows.push_back({{CellKind::text, record(row).name}, {CellKind::number, yuan(record(row).fen)}});
    const TemporaryFile csv{"a.csv"};
    write_csv(csv.path(), [&](const TakeRow& take) { std::for_each(sheet.rows.begin(), sheet.rows.end(), take); });
    EXPECT_EQ(sums_of(csv.path()), expected_sums(many));

    const TemporaryFile xlsx{"a.xlsx"};
    ASSERT_TRUE(write_workbook(xlsx.path(), {sheet}));
    auto workbook = Workbook::open(xlsx.path());
    ASSERT_TRUE(workbook);
    EXPECT_EQ(rows_of(*workbook).value().size(), static_cast<std::size_t>(many));
    EXPECT_EQ(sums_of(xlsx.path()), expected_sums(many));
}

// LibreOffice makes the file that is read back through LibreOffice.
std::filesystem::path converted_by_libreoffice(const std::filesystem::path& source, const std::string& extension)
{
    const std::filesystem::path folder = source.parent_path();
    const Child child{.program = "/usr/bin/soffice",
                      .arguments = {"-env:UserInstallation=file://" + folder.string() + "/profile", "--headless",
                                    "--convert-to", extension, "--outdir", folder.string(), source.string()},
                      .environment = {"HOME=" + folder.string(), "PATH=/usr/bin:/bin"},
                      .folder = folder,
                      .memory_bytes = 4ULL << 30,
                      .file_bytes = 1ULL << 30,
                      .time = std::chrono::seconds{60}};
    EXPECT_EQ(run(child).end, ChildEnd::succeeded);
    return std::filesystem::path{source}.replace_extension(extension);
}

class Converted : public ::testing::TestWithParam<const char*> {};

TEST_P(Converted, NamesSurvive)
{
    const TemporaryFile source{"a.xlsx", BuiltWorkbook{inline_sheet(many_converted)}.bytes()};
    EXPECT_EQ(sums_of(converted_by_libreoffice(source.path(), GetParam())), expected_sums(many_converted));
}

TEST_P(Converted, KindsOfCellsSurvive)
{
    const std::vector<Cell> cells{{CellKind::date, "2024-02-29"}, {CellKind::time, "2024-07-01 09:30:05"},
                                  {CellKind::time, "09:30:05"},   {CellKind::number, "3400.68"},
                                  {CellKind::boolean, "1"},       {CellKind::number, "0.98", true},
                                  {CellKind::text, "0012"},       {CellKind::text, "=1+1"}};
    const TemporaryFile source{"a.xlsx"};
    ASSERT_TRUE(write_workbook(source.path(), {{.name = "会议", .rows = {cells}}}));
    auto workbook = Workbook::open(converted_by_libreoffice(source.path(), GetParam()));
    ASSERT_TRUE(workbook) << workbook.error().code;
    EXPECT_EQ(workbook->sheets(), std::vector<std::string>{"会议"});
    const auto rows = rows_of(*workbook);
    ASSERT_EQ(rows->size(), 1u);
    ASSERT_EQ(rows->at(0).cells.size(), cells.size());
    for (std::size_t at = 0; at < cells.size(); ++at) EXPECT_EQ(described(rows->at(0).cells[at]), described(cells[at]));
}

// A reader that takes what it can get would import a part of the register.
TEST_P(Converted, AFileThatWasCutOffIsRefused)
{
    const TemporaryFile source{"a.xlsx", BuiltWorkbook{inline_sheet(1'000)}.bytes()};
    const std::filesystem::path whole = converted_by_libreoffice(source.path(), GetParam());
    const auto bytes = std::filesystem::file_size(whole);
    for (const int percent : {99, 50}) {
        std::filesystem::resize_file(whole, bytes * static_cast<unsigned>(percent) / 100);
        const auto workbook = Workbook::open(whole);
        ASSERT_FALSE(workbook) << percent << " %";
        const bool is_ods = std::string{"ods"} == GetParam();
        EXPECT_EQ(workbook.error().code, is_ods ? "spreadsheet.file.damaged" : "spreadsheet.convert.failed");
    }
}

INSTANTIATE_TEST_SUITE_P(Formats, Converted, ::testing::Values("ods", "xls"));

}  // namespace
}  // namespace spreadsheet::testing
