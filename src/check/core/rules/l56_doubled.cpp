// SPDX-License-Identifier: Apache-2.0
// L56: a letter or a word that stands twice by mistake: 满意度度, 进一步进一步. Chinese doubles many letters on purpose
// (时时, 职工工资), so that only letters are looked for that a doubled word never has, and what may follow them is
// known.
#include <algorithm>
#include <array>

#include "check/core/rules/all.h"
#include "chinese/letters.h"

namespace check {

namespace {

struct Doubled {
    char32_t letter;
    std::u32string_view may_begin;  // letters that make a word with the second: 的的确, 和和谐
};

constexpr std::array doubled{Doubled{U'的', U"确士"},
                             Doubled{U'了', U"解"},
                             Doubled{U'是', U"否非"},
                             Doubled{U'在', U"建职编校线押岗"},
                             Doubled{U'和', U"谐解平睦"},
                             Doubled{U'度', U"假过数"},
                             Doubled{U'率', U"先领"},
                             Doubled{U'将', U"来军"},
                             Doubled{U'及', U"时格早"},
                             Doubled{U'于', U"是洪都"},
                             Doubled{U'被', U"动"},
                             Doubled{U'把', U"握关"},
                             Doubled{U'以', U"上下及来后前内外"},
                             Doubled{U'已', U"经"},
                             Doubled{U'并', U"且网轨"},
                             Doubled{U'其', U"他中它余次"},
                             Doubled{U'该', U""},
                             Doubled{U'元', U"旦宵素件"},
                             Doubled{U'万', U"元亩众"},
                             Doubled{U'达', U"到标成"},
                             Doubled{U'对', U"象口外接比策"},
                             Doubled{U'由', U"于"},
                             Doubled{U'从', U"事业"},
                             Doubled{U'按', U"照时期"},
                             Doubled{U'共', U"同计享有"},
                             Doubled{U'我', U"国省市县区局"},
                             Doubled{U'费', U"用"},
                             Doubled{U'资', U"金产料格源"},
                             Doubled{U'位', U"于置"}};

void report(const Block& block, std::size_t at, std::size_t size, Found& findings)
{
    const Place place = place_of(block, at, size);
    findings.push_back({"L56", "check.l56.doubled", Severity::warning, {{"text", place.quote}}, {place}, {}});
}

bool is_doubled_letter(const std::vector<chinese::Letter>& letters, std::size_t i)
{
    const char32_t letter = letters[i].code;
    if (letters[i + 1].code != letter) return false;
    if (i >= 2 && letters[i - 1].code == letters[i - 2].code) return false;  // 实实在在
    const auto known =
        std::find_if(doubled.begin(), doubled.end(), [&](const Doubled& one) { return one.letter == letter; });
    if (known == doubled.end()) return false;
    return i + 2 >= letters.size() || known->may_begin.find(letters[i + 2].code) == std::u32string_view::npos;
}

// Nouns stand twice rightly (建设项目项目预算): only words are looked for that begin a thought.
constexpr std::array<std::string_view, 47> doubled_words{
    "进一步", "不断", "认真", "加强", "积极", "严格", "确保", "完成", "按照", "根据", "全面", "及时",
    "有效",   "切实", "提高", "开展", "推进", "做好", "落实", "为了", "由于", "因此", "通过", "我们",
    "截至",   "其中", "以及", "或者", "并且", "已经", "原因", "保障", "主要", "减少", "增加", "情况",
    "要求",   "实施", "组织", "建立", "使用", "达到", "进行", "对于", "促进", "提升", "万元"};

// Two letters or three that stand twice, whatever they are: only there a word is looked for.
bool may_begin_twice(const std::vector<chinese::Letter>& letters, std::size_t i)
{
    const auto is_twice = [&](std::size_t size) {
        if (i + 2 * size > letters.size()) return false;
        for (std::size_t k = 0; k < size; ++k)
            if (letters[i + k].code != letters[i + size + k].code) return false;
        return true;
    };
    return is_twice(2) || is_twice(3);
}

std::size_t doubled_word_size(std::string_view rest)
{
    for (const std::string_view word : doubled_words)
        if (rest.starts_with(word) && rest.substr(word.size()).starts_with(word)) return 2 * word.size();
    return 0;
}

// ，, 。。 、、: a mark that stands twice; …… and —— are marks of two letters.
bool is_doubled_mark(const std::vector<chinese::Letter>& letters, std::size_t i)
{
    constexpr std::u32string_view marks = U"，。、；：,;";
    constexpr std::u32string_view dots = U"，。、；,;";
    const char32_t letter = letters[i].code;
    const char32_t next = letters[i + 1].code;
    if (letter == next) return marks.find(letter) != std::u32string_view::npos;
    return dots.find(letter) != std::u32string_view::npos && dots.find(next) != std::u32string_view::npos;
}

}  // namespace

void find_doubled_letters(const Material& material, Found& findings)
{
    for (const Block& block : material.text.blocks) {
        if (block.kind == Block::Kind::row) continue;
        const std::vector<chinese::Letter> letters = chinese::letters(block.text);
        for (std::size_t i = 0; i + 1 < letters.size(); ++i) {
            if (is_doubled_letter(letters, i) || is_doubled_mark(letters, i)) {
                const std::size_t from = i >= 3 ? i - 3 : 0;
                report(block, letters[from].at, letters[i + 1].at + letters[i + 1].size - letters[from].at, findings);
            } else if (const std::size_t size =
                           may_begin_twice(letters, i)
                               ? doubled_word_size(std::string_view{block.text}.substr(letters[i].at))
                               : 0;
                       size > 0) {
                report(block, letters[i].at, size, findings);
            }
        }
    }
}

}  // namespace check
