// SPDX-License-Identifier: Apache-2.0
#include "chinese/letters.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace chinese {

namespace {

struct Spelling {
    char32_t written;
    std::string_view read;
};

constexpr std::array spellings{
    Spelling{U'≧', "≥"},     Spelling{U'⩾', "≥"},   Spelling{U'≮', "≥"},   Spelling{U'≦', "≤"},
    Spelling{U'⩽', "≤"},     Spelling{U'≯', "≤"},   Spelling{U'﹦', "="},  Spelling{U'﹤', "<"},
    Spelling{U'﹥', ">"},    Spelling{U'﹪', "%"},  Spelling{U'﹢', "+"},  Spelling{U'﹣', "-"},
    Spelling{U'﹐', ","},    Spelling{U'﹒', "."},  Spelling{U'﹔', ";"},  Spelling{U'﹙', "("},
    Spelling{U'﹚', ")"},    Spelling{U'−', "-"},   Spelling{U'‐', "-"},   Spelling{U'\x2011', "-"},
    Spelling{U'‒', "-"},     Spelling{U'–', "-"},   Spelling{U'—', "-"},   Spelling{U'―', "-"},
    Spelling{U'〜', "~"},    Spelling{U'￥', "¥"},  Spelling{U'㎡', "m²"}, Spelling{U'㎥', "m³"},
    Spelling{U'㎞', "km"},   Spelling{U'㎝', "cm"}, Spelling{U'㎜', "mm"}, Spelling{U'㎏', "kg"},
    Spelling{U'㏊', "公顷"},
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

constexpr char32_t broken = 0xFFFD;

// Unchanged by normalised(), and most of what it sees.
bool is_plain_ascii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 0x7F; });
}

bool is_common(char32_t code)
{
    return (code > ' ' && code < 0x7F) || (code >= 0x4E00 && code <= 0x9FFF);
}

void append_normalised(std::string& out, char32_t code)
{
    if (is_common(code)) return base::append_utf8(out, code);
    if (code >= 0xFF01 && code <= 0xFF5E) return base::append_utf8(out, code - 0xFEE0);
    if (code >= 0x2F00 && code < 0x2F00 + radicals.size()) return base::append_utf8(out, radicals[code - 0x2F00]);
    const auto known = std::find_if(spellings.begin(), spellings.end(),
                                    [&](const Spelling& spelling) { return spelling.written == code; });
    if (known != spellings.end())
        out += known->read;
    else
        base::append_utf8(out, code);
}

bool is_nothing_to_see(char32_t code)
{
    return is_blank(code) || is_invisible(code);
}

// Where the last letter of a text that is not empty begins.
std::size_t last_letter(std::string_view text)
{
    std::size_t at = text.size() - 1;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
    return at;
}

}  // namespace

std::vector<Letter> letters(std::string_view utf8)
{
    std::vector<Letter> result;
    result.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();) {
        const std::size_t start = at;
        const char32_t code = base::next_letter(utf8, at).value_or(broken);
        result.push_back({code, start, at - start});
    }
    return result;
}

std::size_t letter_count(std::string_view utf8)
{
    return letters(utf8).size();
}

std::string normalised(std::string_view utf8)
{
    if (is_plain_ascii(utf8)) return std::string{utf8};
    std::string out;
    out.reserve(utf8.size());
    bool blank_due = false;
    for (std::size_t at = 0; at < utf8.size();) {
        const char32_t code = base::next_letter(utf8, at).value_or(broken);
        if (is_invisible(code)) continue;
        if (is_blank(code)) {
            blank_due = !out.empty();
            continue;
        }
        if (blank_due) out += ' ';
        blank_due = false;
        append_normalised(out, code);
    }
    return out;
}

std::string compact(std::string_view utf8)
{
    std::string out = normalised(utf8);
    std::erase(out, ' ');
    return out;
}

std::string trimmed(std::string_view utf8)
{
    while (!utf8.empty()) {
        std::size_t next = 0;
        if (!is_nothing_to_see(base::next_letter(utf8, next).value_or(broken))) break;
        utf8.remove_prefix(next);
    }
    while (!utf8.empty()) {
        std::size_t last = last_letter(utf8);
        const std::size_t start = last;
        if (!is_nothing_to_see(base::next_letter(utf8, last).value_or(broken))) break;
        utf8.remove_suffix(utf8.size() - start);
    }
    std::string out;
    out.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size(); ++at) {
        const bool line_end_follows = utf8[at] == '\r' && at + 1 < utf8.size() && utf8[at + 1] == '\n';
        if (!line_end_follows) out += utf8[at] == '\r' ? '\n' : utf8[at];
    }
    return out;
}

}  // namespace chinese
