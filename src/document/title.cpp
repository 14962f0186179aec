// SPDX-License-Identifier: Apache-2.0
#include "document/title.h"

#include <algorithm>
#include <cstdlib>

#include "base/utf8.h"

namespace document {

namespace {

// A full-width character or an unbroken row of half-width ones; widths in half characters.
struct Token {
    std::string text;
    int width;
};

std::vector<Token> tokens_of(std::string_view text)
{
    std::vector<Token> tokens;
    bool joins = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        const auto code_point = base::next_letter(text, at);
        const bool half = code_point && *code_point < 0x80U && *code_point != ' ';
        const std::string character{text.substr(start, at - start)};
        if (half && joins) {
            tokens.back().text += character;
            ++tokens.back().width;
        } else {
            tokens.push_back({character, code_point && *code_point < 0x80U ? 1 : 2});
        }
        joins = half;
    }
    return tokens;
}

int width_of(const std::vector<Token>& tokens, std::size_t first, std::size_t last)
{
    int width = 0;
    for (std::size_t i = first; i < last; ++i) width += tokens[i].width;
    return width;
}

bool may_begin_line(const Token& token)
{
    constexpr std::string_view never = "的年度和与及、，。；：）》〉」】”";
    return never.find(token.text) == std::string_view::npos;
}

bool is_year(const std::vector<Token>& tokens, std::size_t at)
{
    return tokens[at].width == 4 && tokens[at].text.size() == 4 && at + 1 < tokens.size() &&
           tokens[at + 1].text == "年";
}

// Where the first of `lines` lines ends: before a year when what is left still fits, else nearest to an equal share.
std::size_t end_of_line(const std::vector<Token>& tokens, std::size_t first, int lines, int limit)
{
    const int rest = width_of(tokens, first, tokens.size());
    const int share = (rest + lines - 1) / lines;
    std::size_t best = tokens.size();
    int best_distance = rest;
    int width = 0;
    for (std::size_t i = first + 1; i < tokens.size(); ++i) {
        width += tokens[i - 1].width;
        if (width > limit) break;
        if (rest - width > limit * (lines - 1) || !may_begin_line(tokens[i])) continue;
        if (is_year(tokens, i) && width * 4 > share) return i;
        if (std::abs(width - share) < best_distance) {
            best = i;
            best_distance = std::abs(width - share);
        }
    }
    return best;
}

void append_lines(std::vector<std::string>& lines, std::string_view text, int limit)
{
    const std::vector<Token> tokens = tokens_of(text);
    int left = std::max(1, (width_of(tokens, 0, tokens.size()) + limit - 1) / limit);
    for (std::size_t first = 0; first < tokens.size(); --left) {
        const std::size_t end = left > 1 ? end_of_line(tokens, first, left, limit) : tokens.size();
        std::string line;
        for (std::size_t i = first; i < end; ++i) line += tokens[i].text;
        lines.push_back(std::move(line));
        first = end;
    }
}

}  // namespace

std::vector<std::string> title_lines(std::string_view title, int characters)
{
    std::vector<std::string> lines;
    while (!title.empty()) {
        const std::size_t end = title.find('\n');
        append_lines(lines, title.substr(0, end), 2 * characters);
        title.remove_prefix(end == std::string_view::npos ? title.size() : end + 1);
    }
    return lines;
}

}  // namespace document
