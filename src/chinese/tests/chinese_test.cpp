// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "base/utf8.h"
#include "chinese/capital_amount.h"
#include "chinese/date_text.h"
#include "chinese/letters.h"
#include "chinese/number.h"
#include "chinese/quantity_text.h"
#include "chinese/unit_line.h"

namespace chinese {
namespace {

std::string quantity(std::string_view text)
{
    const auto read = read_quantity(text);
    return read ? read->quantity.to_string() + (read->approximate ? "~" : "") : read.error().code;
}

TEST(Normalised, ReadsFullWidthAndCompatibilityForms)
{
    EXPECT_EQ(normalised("　≧９０％　"), "≥90%");
    EXPECT_EQ(normalised("﹦100%"), "=100%");
    EXPECT_EQ(normalised("＝８个"), "=8个");
    EXPECT_EQ(normalised("81420㎡"), "81420m²");
    EXPECT_EQ(normalised("\xE2\xBC\x80"), "一");
    EXPECT_EQ(normalised("a  b"), "a b");
    EXPECT_EQ(compact("81,420 平方米"), "81,420平方米");
}

TEST(Normalised, HasOneDashAndOneYuanSign)
{
    for (const char32_t dash : {U'-', U'－', U'‐', U'\x2011', U'‒', U'–', U'—', U'―', U'−', U'﹣'}) {
        std::string text = "a";
        base::append_utf8(text, dash);
        EXPECT_EQ(normalised(text), "a-") << static_cast<std::uint32_t>(dash);
    }
    EXPECT_EQ(normalised("￥１２，０"), "¥12,0");
}

TEST(Trimmed, ChangesNothingBetweenTheEdges)
{
    EXPECT_EQ(trimmed("　\u200B示例　会议（一）\r\n \u00A0"), "示例　会议（一）");
    EXPECT_EQ(trimmed("第一行\r\n第二行\r第三行\n"), "第一行\n第二行\n第三行");
    EXPECT_EQ(trimmed("a"), "a");
    EXPECT_EQ(trimmed("𠮷 "), "𠮷");
    EXPECT_EQ(trimmed("　\uFEFF "), "");
    EXPECT_EQ(trimmed(""), "");
    EXPECT_EQ(trimmed(" \xE4\xB8"), "\xE4\xB8");  // broken bytes are nobody's blank
    EXPECT_EQ(trimmed("\x80\x80"), "\x80\x80");
}

TEST(Letters, TakesBrokenBytesOneByOne)
{
    EXPECT_EQ(letter_count("绩效"), 2U);
    EXPECT_EQ(letter_count("𠮷"), 1U);
    EXPECT_EQ(letter_count("\xE7\xBB"), 2U);
    EXPECT_EQ(letters("\xC0\xAF").front().code, 0xFFFDU);
    EXPECT_EQ(letters("\xED\xA0\x80").front().code, 0xFFFDU);
}

TEST(UnitLine, SaysWhatAmountsCountIn)
{
    EXPECT_EQ(money_unit_said("单位：万元"), "万元");
    EXPECT_EQ(money_unit_said("（金额单位: 元）"), "元");
    EXPECT_EQ(money_unit_said("编制单位：示例中心　　　单 位：千元"), "千元");
    EXPECT_EQ(money_unit_said("单位：人民币万元"), "万元");
    EXPECT_EQ(money_unit_said("编制单位：示例中心"), "");
    EXPECT_EQ(money_unit_said("单位：平方米"), "");
    EXPECT_EQ(money_unit_said("单位：元、公里"), "");
    EXPECT_EQ(money_unit_said("万元"), "");
    EXPECT_EQ(money_unit_said(""), "");
}

TEST(Quantity, SplitsTheUnitFromTheNumber)
{
    EXPECT_EQ(quantity("81,420 平方米"), "81420m²");
    EXPECT_EQ(quantity("81420m²"), "81420m²");
    EXPECT_EQ(quantity("13.41万m²"), "13.41万m²");
    EXPECT_EQ(quantity("13.41万平方米"), "13.41万m²");
    EXPECT_EQ(quantity("150万"), "150万");
    EXPECT_EQ(quantity("６个"), "6个");
    EXPECT_EQ(quantity("95%"), "95%");
    EXPECT_EQ(quantity("0.565km"), "0.565公里");
    EXPECT_EQ(quantity("-3.20%"), "-3.20%");
    EXPECT_EQ(quantity("40余次"), "40次~");
    EXPECT_EQ(quantity("约3000人"), "3000人~");
    EXPECT_EQ(quantity("1,930次"), "1930次");
}

TEST(Quantity, ReadsChineseNumerals)
{
    EXPECT_EQ(quantity("百分之九十"), "90%");
    EXPECT_EQ(quantity("百分之九十八点五"), "98.5%");
    EXPECT_EQ(quantity("二十四小时"), "24小时");
    EXPECT_EQ(quantity("十次"), "10次");
    EXPECT_EQ(quantity("三千七百二十点二七万元"), "3720.27万元");
    EXPECT_EQ(quantity("一万零五十人"), "10050人");
    EXPECT_EQ(quantity("二十万元"), "200000元");
    EXPECT_EQ(quantity("壹佰贰拾叁元"), "123元");
    EXPECT_EQ(quantity("一亿零三万"), "100030000");
}

TEST(Quantity, RefusesWhatIsNotOneNumber)
{
    for (const char* const text : {"", "及时", "一般", "一定效果", "80%-90%", "3次5人", "1,23个", "≥90%", "1.2.3",
                                   "百分之", "百分之九十%", "1234567890123456789", "6个标准化食堂及其附属设施"})
        EXPECT_EQ(quantity(text), "chinese.quantity.unreadable") << text;
}

TEST(CapitalAmount, WritesWhatVouchersCarry)
{
    const auto capital = [](std::int64_t fen) { return capital_amount(base::Money::from_fen(fen)); };
    EXPECT_EQ(capital(0), "零元整");
    EXPECT_EQ(capital(5), "伍分");
    EXPECT_EQ(capital(25), "贰角伍分");
    EXPECT_EQ(capital(105), "壹元零伍分");
    EXPECT_EQ(capital(120), "壹元贰角整");
    EXPECT_EQ(capital(1'005'000), "壹万零伍拾元整");
    EXPECT_EQ(capital(10'000'000), "壹拾万元整");
    EXPECT_EQ(capital(100'000'100), "壹佰万零壹元整");
    EXPECT_EQ(capital(10'010'000'00), "壹仟零壹万元整");
    EXPECT_EQ(capital(3'720'270'000), "叁仟柒佰贰拾万贰仟柒佰元整");
    EXPECT_EQ(capital(10'000'000'100), "壹亿零壹元整");
    EXPECT_EQ(capital(-305), "负叁元零伍分");
    EXPECT_EQ(capital(110'000'000'000'000), "壹万壹仟亿元整");
}

std::string deadline(std::string_view text, std::optional<int> year = std::nullopt)
{
    const auto read = read_deadline(text, year);
    if (!read) return "none";
    return read->year_known ? read->last_day.to_string() : read->last_day.to_string().substr(4);
}

TEST(ReadDeadline, ReadsDatesAsPeopleWriteThem)
{
    EXPECT_EQ(deadline("2021年12月完成"), "2021-12-31");
    EXPECT_EQ(deadline("12月底前", 2024), "2024-12-31");
    EXPECT_EQ(deadline("12月底前"), "-12-31");
    EXPECT_EQ(deadline("2024年2月底之前"), "2024-02-29");
    EXPECT_EQ(deadline("2024年12月31日前完成"), "2024-12-31");
    EXPECT_EQ(deadline("2024-12-31"), "2024-12-31");
    EXPECT_EQ(deadline("2024.6"), "2024-06-30");
    EXPECT_EQ(deadline("2024/6/5"), "2024-06-05");
    EXPECT_EQ(deadline("2024年底前"), "2024-12-31");
    EXPECT_EQ(deadline("年底前", 2024), "2024-12-31");
    EXPECT_EQ(deadline("第三季度", 2024), "2024-09-30");
    EXPECT_EQ(deadline("6月前", 2024), "2024-05-31");
    EXPECT_EQ(deadline("1月前", 2024), "2023-12-31");
    EXPECT_EQ(deadline("12月中旬", 2024), "2024-12-20");
    EXPECT_EQ(deadline("二〇二一年十二月完成"), "2021-12-31");
    EXPECT_EQ(deadline("已于2024年11月完成"), "2024-11-30");
}

TEST(ReadDeadline, LeavesEverythingElseAlone)
{
    for (const char* const text : {"", "24小时内", "12个月", "及时", "13月底前", "2024年13月", "2024-02-30", "2000",
                                   "100%", "3年", "每月一次", "12月底前支付率达到100%以上才算完成任务"})
        EXPECT_EQ(deadline(text), "none") << text;
}

}  // namespace
}  // namespace chinese
