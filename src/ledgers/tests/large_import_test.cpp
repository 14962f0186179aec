// SPDX-License-Identifier: Apache-2.0
// 100,000 records with Chinese names through every own format: what goes in comes out, to the letter and the fen.
#include <iconv.h>

#include <array>

#include "ledgers/tests/ledgers_fixture.h"

namespace ledgers {
namespace {

constexpr int rows = 100'000;

std::string number(int i)
{
    return "XM-" + std::to_string(1'000'000 + i);
}

// Letters of three and of four bytes, some of them rare, at lengths that never line up with a buffer.
std::string name(int i)
{
    constexpr std::array<const char*, 6> words{"办公用房维修改造", "㛃园路会议中心", "䶮山路食堂",
                                               "𠮷祥里物业服务",   "测绘与权属登记", "示例"};
    const auto at = static_cast<std::size_t>(i);
    return std::string{words[at % 6]} + std::to_string(i % 977) + words[(at / 7) % 6] + words[(at / 43) % 6];
}

std::string amount(int i)
{
    return std::to_string(i % 9'973) + "." + std::to_string(10 + i % 90);
}

std::string csv()
{
    std::string text = "项目编号,项目名称,日期,金额\n";
    for (int i = 0; i < rows; ++i)
        text += number(i) + "," + name(i) + ",2024-" + std::to_string(1 + i % 12) + "-5," + amount(i) + "\n";
    return text + "合计,,,1\n";
}

std::string in_gb18030(const std::string& text)
{
    std::string out(text.size() * 2, '\0');
    const iconv_t converter = iconv_open("GB18030", "UTF-8");
    char* from = const_cast<char*>(text.data());
    char* to = out.data();
    std::size_t from_left = text.size();
    std::size_t to_left = out.size();
    EXPECT_EQ(iconv(converter, &from, &from_left, &to, &to_left), 0U);
    iconv_close(converter);
    out.resize(out.size() - to_left);
    return out;
}

std::filesystem::path xlsx(const std::filesystem::path& path)
{
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;  // inline strings, row by row
    lxw_workbook* const book = workbook_new_opt(path.c_str(), &options);
    lxw_worksheet* const sheet = workbook_add_worksheet(book, "项目");
    constexpr std::array<const char*, 4> header{"项目编号", "项目名称", "日期", "金额"};
    for (lxw_col_t column = 0; column < 4; ++column) worksheet_write_string(sheet, 0, column, header[column], nullptr);
    for (int i = 0; i < rows; ++i) {
        const auto row = static_cast<lxw_row_t>(i + 1);
        worksheet_write_string(sheet, row, 0, number(i).c_str(), nullptr);
        worksheet_write_string(sheet, row, 1, name(i).c_str(), nullptr);
        worksheet_write_string(sheet, row, 2, ("2024-" + std::to_string(1 + i % 12) + "-5").c_str(), nullptr);
        worksheet_write_number(sheet, row, 3, std::stod(amount(i)), nullptr);
    }
    workbook_close(book);
    return path;
}

class LargeImportTest : public LedgersFixture {
protected:
    void SetUp() override
    {
        LedgersFixture::SetUp();
        if (IsSkipped()) return;
        Column identity{"项目编号"};
        identity.is_identity = true;
        Column day{"日期", ColumnType::date};
        day.is_period = true;
        ASSERT_TRUE(
            ledgers().declare(actor, {{"项目台账", {identity, {"项目名称"}, day, {"金额", ColumnType::money}}}}));
    }

    void expect_all_records()
    {
        const auto records = ledgers().records(actor.org, "项目台账").value();
        ASSERT_EQ(records.rows.size(), static_cast<std::size_t>(rows));
        base::Decimal total;
        base::Decimal expected;
        for (int i = 0; i < rows; ++i) {
            const auto& cells = records.rows[static_cast<std::size_t>(i)].cells;
            ASSERT_EQ(std::get<std::string>(cells[0]), number(i));
            ASSERT_EQ(std::get<std::string>(cells[1]), name(i));
            total = total + std::get<base::Decimal>(cells[3]);
            expected = expected + base::Decimal::parse(amount(i)).value();
        }
        EXPECT_EQ(total, expected);
    }
};

TEST_P(LargeImportTest, WhatGoesInComesOut)
{
    const auto imported = ledgers().import(actor, "项目台账", {xlsx(folder.file("项目.xlsx"))});
    ASSERT_TRUE(imported);
    EXPECT_EQ(imported->difference.added.size(), static_cast<std::size_t>(rows));
    expect_all_records();
    // The other formats say the same, to the letter: nothing is added and nothing changes.
    for (const auto& file : {folder.text("项目.csv", csv()), folder.text("项目国标.csv", in_gb18030(csv()))}) {
        const auto again = ledgers().preview(actor, "项目台账", {file});
        ASSERT_TRUE(again);
        EXPECT_EQ(again->difference.unchanged, static_cast<std::size_t>(rows)) << file.filename();
        EXPECT_TRUE(again->difference.is_nothing());
        EXPECT_EQ(again->reading.sheets.front().totals, 1U);
    }
}

MINGJI_EACH_ENGINE(LargeImportTest);

}  // namespace
}  // namespace ledgers
