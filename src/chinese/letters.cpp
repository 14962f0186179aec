// SPDX-License-Identifier: Apache-2.0
#include "chinese/letters.h"

#include <algorithm>
#include <array>

namespace chinese {

namespace {

struct Spelling {
    char32_t written;
    std::string_view read;
};

constexpr std::array spellings{
    Spelling{U'≧', "≥"},   Spelling{U'⩾', "≥"},   Spelling{U'≮', "≥"},   Spelling{U'≦', "≤"},     Spelling{U'⩽', "≤"},
    Spelling{U'≯', "≤"},   Spelling{U'﹦', "="},  Spelling{U'﹤', "<"},  Spelling{U'﹥', ">"},    Spelling{U'﹪', "%"},
    Spelling{U'﹢', "+"},  Spelling{U'﹣', "-"},  Spelling{U'﹐', ","},  Spelling{U'﹒', "."},    Spelling{U'﹔', ";"},
    Spelling{U'﹙', "("},  Spelling{U'﹚', ")"},  Spelling{U'−', "-"},   Spelling{U'–', "-"},     Spelling{U'—', "-"},
    Spelling{U'―', "-"},   Spelling{U'〜', "~"},  Spelling{U'㎡', "m²"}, Spelling{U'㎥', "m³"},   Spelling{U'㎞', "km"},
    Spelling{U'㎝', "cm"}, Spelling{U'㎜', "mm"}, Spelling{U'㎏', "kg"}, Spelling{U'㏊', "公顷"},
};

// U+2F00 to U+2FD5: what text copied out of a PDF has in place of the common letters.
constexpr std::u32string_view radicals =
    U"一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋"
    U"弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮"
    U"皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑"
    U"酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

bool is_blank(char32_t code)
{
    return code == U' ' || (code >= U'\t' && code <= U'\r') || code == 0x00A0 || code == 0x3000 ||
           (code >= 0x2000 && code <= 0x200A) || code == 0x202F || code == 0x205F;
}

bool is_invisible(char32_t code)
{
    return (code >= 0x200B && code <= 0x200F) || code == 0x2060 || code == 0xFEFF || code == 0x00AD;
}

std::size_t sequence_length(unsigned char lead)
{
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return 2;
    if (lead >= 0xE0 && lead <= 0xEF) return 3;
    return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

constexpr char32_t broken = 0xFFFD;

Letter letter_at(std::string_view text, std::size_t at)
{
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t size = sequence_length(lead);
    if (size == 1) return {lead, at, 1};
    if (size == 0 || at + size > text.size()) return {broken, at, 1};
    char32_t code = lead & (0xFFU >> (size + 1));
    for (std::size_t i = 1; i < size; ++i) {
        const auto next = static_cast<unsigned char>(text[at + i]);
        if ((next & 0xC0U) != 0x80U) return {broken, at, 1};
        code = (code << 6U) | (next & 0x3FU);
    }
    const bool overlong = (size == 3 && code < 0x800) || (size == 4 && code < 0x10000);
    if (overlong || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return {broken, at, 1};
    return {code, at, size};
}

void append_normalised(std::string& out, char32_t code)
{
    if (code >= 0xFF01 && code <= 0xFF5E) return append_letter(out, code - 0xFEE0);
    if (code >= 0x2F00 && code < 0x2F00 + radicals.size()) return append_letter(out, radicals[code - 0x2F00]);
    const auto known = std::find_if(spellings.begin(), spellings.end(),
                                    [&](const Spelling& spelling) { return spelling.written == code; });
    if (known != spellings.end())
        out += known->read;
    else
        append_letter(out, code);
}

}  // namespace

std::vector<Letter> letters(std::string_view utf8)
{
    std::vector<Letter> result;
    result.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size(); at += result.back().size) result.push_back(letter_at(utf8, at));
    return result;
}

std::size_t letter_count(std::string_view utf8)
{
    return letters(utf8).size();
}

void append_letter(std::string& utf8, char32_t code)
{
    const auto tail = [&](unsigned shift) { utf8 += static_cast<char>(0x80U | ((code >> shift) & 0x3FU)); };
    if (code < 0x80) {
        utf8 += static_cast<char>(code);
    } else if (code < 0x800) {
        utf8 += static_cast<char>(0xC0U | (code >> 6U));
        tail(0);
    } else if (code < 0x10000) {
        utf8 += static_cast<char>(0xE0U | (code >> 12U));
        tail(6);
        tail(0);
    } else {
        utf8 += static_cast<char>(0xF0U | (code >> 18U));
        tail(12);
        tail(6);
        tail(0);
    }
}

std::string normalised(std::string_view utf8)
{
    std::string out;
    out.reserve(utf8.size());
    bool blank_due = false;
    for (const Letter& letter : letters(utf8)) {
        if (is_invisible(letter.code)) continue;
        if (is_blank(letter.code)) {
            blank_due = !out.empty();
            continue;
        }
        if (blank_due) out += ' ';
        blank_due = false;
        append_normalised(out, letter.code);
    }
    return out;
}

std::string compact(std::string_view utf8)
{
    std::string out = normalised(utf8);
    std::erase(out, ' ');
    return out;
}

}  // namespace chinese
