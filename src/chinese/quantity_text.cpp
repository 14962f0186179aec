// SPDX-License-Identifier: Apache-2.0
#include "chinese/quantity_text.h"

#include <algorithm>
#include <array>

#include "chinese/letters.h"
#include "chinese/number.h"

namespace chinese {

namespace {

constexpr std::array<std::string_view, 66> known_units{
    "%",    "个",   "次",   "家", "人",       "人次",     "名",     "份", "件",   "起",    "项",     "场", "批", "套",
    "台",   "辆",   "张",   "间", "处",       "栋",       "户",     "期", "篇",   "部",    "条",     "宗", "元", "万元",
    "亿元", "m²",   "万m²", "米", "公里",     "m³",       "小时",   "天", "分钟", "月",    "年",     "日", "万", "亿",
    "吨",   "千克", "kg",   "度", "千瓦时",   "个工作日", "工作日", "亩", "公顷", "万人",  "万人次", "类", "所", "座",
    "支",   "本",   "分",   "‰",  "个百分点", "百分点",   "秒",     "周", "季度", "万美元"};

// Counting words people put between a number and its meaning are units too, as long as they look like a word.
constexpr std::size_t longest_unit = 8;

bool takes_prefix(std::string_view& text, std::initializer_list<std::string_view> words)
{
    for (const std::string_view word : words)
        if (text.starts_with(word)) {
            text.remove_prefix(word.size());
            return true;
        }
    return false;
}

bool takes_suffix(std::string_view& text, std::initializer_list<std::string_view> words)
{
    for (const std::string_view word : words)
        if (text.ends_with(word)) {
            text.remove_suffix(word.size());
            return true;
        }
    return false;
}

bool is_word_letter(char32_t code)
{
    if (code < 0x80) return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') || code == '%' || code == '/';
    return code == U'²' || code == U'³' || code == U'‰' || code == U'℃' || (code >= 0x4E00 && code <= 0x9FFF);
}

bool looks_like_a_unit(std::string_view text)
{
    if (text.starts_with('%') && text != "%") return false;
    for (const std::string_view verb : {"不", "得", "扣", "计", "未"})  // 9不得分 is a sentence
        if (text.find(verb) != text.npos) return false;
    if (text.ends_with("m2") || text.ends_with("m3")) text.remove_suffix(1);
    const auto all = letters(text);
    return all.size() <= longest_unit &&
           std::all_of(all.begin(), all.end(), [](const Letter& letter) { return is_word_letter(letter.code); });
}

bool is_known_unit(const std::string& unit)
{
    return unit.empty() || std::find(known_units.begin(), known_units.end(), unit) != known_units.end();
}

}  // namespace

bool is_unit(std::string_view text)
{
    const std::string clean = compact(text);
    return !clean.empty() && (is_known_unit(base::unit_named(clean)) || looks_like_a_unit(clean));
}

base::Result<QuantityText> read_quantity(std::string_view text)
{
    const auto refuse = [&] {
        return base::fail(base::ErrorKind::invalid, "chinese.quantity.unreadable", {{"text", std::string{text}}});
    };
    const std::string clean = compact(text);
    std::string_view rest = clean;
    QuantityText result;
    result.approximate = takes_prefix(rest, {"大约", "约", "近", "逾"});
    const auto number = number_at_start(rest);
    if (!number) return refuse();
    rest.remove_prefix(number->size);
    if (takes_prefix(rest, {"余", "多"}) || takes_suffix(rest, {"左右"})) result.approximate = true;
    if (rest == "%" && number->per_cent) return refuse();
    result.quantity.value = number->value;
    result.quantity.unit = number->per_cent ? "%" : base::unit_named(rest);
    const bool known = is_known_unit(result.quantity.unit);
    if (number->per_cent && !rest.empty()) return refuse();
    if (!known && (number->in_chinese || !looks_like_a_unit(rest))) return refuse();
    return result;
}

}  // namespace chinese
