// SPDX-License-Identifier: Apache-2.0
#include "spreadsheet/csv.h"

#include <gtest/gtest.h>

#include "spreadsheet/tests/built_workbook.h"
#include "spreadsheet/text_source.h"

namespace spreadsheet::testing {
namespace {

using Table = std::vector<std::vector<std::string>>;

Table table_of(const std::string& bytes, const std::string& name = "a.csv")
{
    const auto rows = rows_of(bytes, name);
    if (!rows) return {{rows.error().code, argument(rows.error(), "line")}};
    Table table;
    for (const Row& row : *rows) {
        table.push_back({std::to_string(row.number)});
        for (const Cell& cell : row.cells) table.back().push_back(cell.text);
    }
    return table;
}

TEST(Csv, ReadsQuotesLineEndsAndBlankRecords)
{
    EXPECT_EQ(table_of("a,b\r\n\"x,\"\"y\"\"\nz\",2\n\n,,\nlast,"),
              (Table{{"1", "a", "b"}, {"2", "x,\"y\"\nz", "2"}, {"5", "last"}}));
    EXPECT_EQ(table_of("a,b\rc,d\r\re"), (Table{{"1", "a", "b"}, {"2", "c", "d"}, {"4", "e"}}));
    EXPECT_EQ(table_of("a\"b,\"c\"d, \"e\""), (Table{{"1", "a\"b", "cd", " \"e\""}}));
}

TEST(Csv, FindsTheSeparatorInTheFirstLineThatHasOne)
{
    EXPECT_EQ(table_of("2024年台账\n姓名;金额\n张,三;1\n"),
              (Table{{"1", "2024年台账"}, {"2", "姓名", "金额"}, {"3", "张,三", "1"}}));
    EXPECT_EQ(table_of("a\tb,c\td\n", "a.tsv"), (Table{{"1", "a", "b,c", "d"}}));
    EXPECT_EQ(detect_separator("\"a;b;c\",d"), ',');
    EXPECT_EQ(detect_separator("no separator"), ',');
}

TEST(Csv, AQuoteThatNeverClosesIsRefusedWhereItOpened)
{
    EXPECT_EQ(table_of("a,b\n1,\"2\n3,4\n"), (Table{{"spreadsheet.csv.quote_never_closed", "2"}}));
}

TEST(Csv, MarksAndEncodingsAreUnderstood)
{
    const Table expected{{"1", "姓名", "㛃䶮𠮷"}, {"2", "张", "1"}};
    EXPECT_EQ(table_of("姓名,㛃䶮𠮷\n张,1\n"), expected);
    EXPECT_EQ(table_of("\xEF\xBB\xBF姓名,㛃䶮𠮷\n张,1\n"), expected);
    EXPECT_EQ(table_of("\xD0\xD5\xC3\xFB,\x82\x30\xB7\x31\xFE\x9F\x95\x34\xB2\x35\n\xD5\xC5,1\n"), expected);
    const std::u16string wide = u"\xFEFF姓名\t㛃䶮𠮷\n张\t1\n";
    std::string little;
    std::string big;
    for (const char16_t unit : wide) {
        little += {static_cast<char>(unit & 0xFF), static_cast<char>(unit >> 8)};
        big += {static_cast<char>(unit >> 8), static_cast<char>(unit & 0xFF)};
    }
    EXPECT_EQ(table_of(little, "a.txt"), expected);
    EXPECT_EQ(table_of(big, "a.txt"), expected);
}

TEST(Csv, BytesOfNoEncodingAreRefusedWithTheirLine)
{
    EXPECT_EQ(table_of("a\nb\n\xD0\xD5\n\xFF\xFF\n"), (Table{{"spreadsheet.csv.bad_encoding", "4"}}));
    EXPECT_EQ(table_of("\xEF\xBB\xBF"
                       "a\n\xD0\xD5\n"),
              (Table{{"spreadsheet.csv.bad_encoding", "2"}}));
    EXPECT_EQ(table_of("a\n\xD5\xC5\n\x82\x30"), (Table{{"spreadsheet.csv.bad_encoding", "3"}}));  // cut off
    EXPECT_EQ(table_of(std::string{"a\nb\0c", 5}), (Table{{"spreadsheet.csv.not_text", "2"}}));
}

TEST(Csv, OnlyStrictUtf8CountsAsUtf8)
{
    for (const char* const bytes :
         {"\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE0\x80\xAF", "\xF0\x80\x80\xAF"}) {
        MemorySource source{bytes};
        EXPECT_NE(detect_encoding(source).value(), Encoding::utf8);
    }
    for (const char* const bytes :
         {"\xC2\x80", "\xED\x9F\xBF", "\xF4\x8F\xBF\xBF", "\xE0\xA0\x80", "\xF0\x90\x80\x80"}) {
        MemorySource source{bytes};
        EXPECT_EQ(detect_encoding(source).value(), Encoding::utf8);
    }
}

// Gives its bytes one, two, three ... at a time.
class SmallPieces : public ByteSource {
public:
    SmallPieces(std::string_view bytes, std::size_t piece) : all_{bytes}, piece_{piece} {}
    base::Result<std::size_t> read(char* buffer, std::size_t size) override
    {
        return all_.read(buffer, std::min(size, piece_));
    }

private:
    MemorySource all_;
    std::size_t piece_;
};

TEST(Csv, LettersSurviveEveryEdgeOfAPiece)
{
    const std::string gb18030 = "\xD0\xD5\xC3\xFB,\x82\x30\xB7\x31\xFE\x9F\x95\x34\xB2\x35\r\n\"\xD5\xC5\r\n\",1\r\n";
    for (std::size_t piece = 1; piece < 12; ++piece) {
        const auto text = decoded(std::make_unique<SmallPieces>(gb18030, piece), Encoding::gb18030);
        std::vector<Row> rows;
        ASSERT_TRUE(read_csv(*text, "a", {}, [&](const Row& row) {
            rows.push_back(row);
            return Visit::go_on;
        }));
        ASSERT_EQ(rows.size(), 2u);
        EXPECT_EQ(rows[0].cells.at(0).text, "姓名");
        EXPECT_EQ(rows[0].cells.at(1).text, "㛃䶮𠮷");
        EXPECT_EQ(rows[1].cells.at(0).text, "张\r\n");
    }
}

TEST(Csv, TheSheetIsNamedLikeTheFile)
{
    auto workbook = Workbook::from_bytes("a\n", "2024年支付.csv");
    ASSERT_TRUE(workbook);
    EXPECT_EQ(workbook->sheets(), std::vector<std::string>{"2024年支付"});
}

}  // namespace
}  // namespace spreadsheet::testing
