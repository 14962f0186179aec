// SPDX-License-Identifier: Apache-2.0
#include "check/core/read_text.h"

#include <algorithm>

#include <re2/re2.h>

#include "chinese/letters.h"

namespace check {

namespace {

constexpr std::size_t lines_of_titles = 3;
constexpr std::size_t long_line = 20;  // letters: a shorter line without a full stop is a line of its own

struct Line {
    std::string_view text;
    Spot spot;
    bool follows_gap = false;   // a blank line stands before it
    bool follows_page = false;  // that gap is the end of a page and nothing else
};

std::string_view stripped(std::string_view text, std::size_t& skipped)
{
    skipped = 0;
    while (skipped < text.size()) {
        const std::string_view rest = text.substr(skipped);
        if (rest.starts_with(' ') || rest.starts_with('\t')) {
            skipped += 1;
        } else if (rest.starts_with("　") || rest.starts_with("\xEF\xBB\xBF")) {
            skipped += 3;
        } else {
            break;
        }
    }
    text.remove_prefix(skipped);
    while (text.ends_with(' ') || text.ends_with('\t') || text.ends_with('\r')) text.remove_suffix(1);
    while (text.ends_with("　")) text.remove_suffix(3);
    return text;
}

// — 12 —, - 3 -, 4
bool is_page_number(std::string_view line)
{
    static const RE2 number{"^(?:[-—–－]+\\s*)?\\d{1,3}(?:\\s*[-—–－]+)?$"};
    return RE2::FullMatch(re2::StringPiece{line.data(), line.size()}, number);
}

std::vector<Line> lines_of(std::string_view text)
{
    std::vector<Line> lines;
    std::size_t number = 0;
    std::size_t page = text.find('\f') == std::string_view::npos ? 0 : 1;
    bool follows_gap = false;
    bool follows_page = false;
    while (!text.empty()) {
        const std::size_t end = text.find_first_of("\n\f");
        std::string_view raw = text.substr(0, end);
        ++number;
        std::size_t skipped = 0;
        const std::string_view line = stripped(raw, skipped);
        // What a .pdf prints at the foot of its pages belongs to no paragraph.
        if (line.empty() || (page > 0 && is_page_number(line))) {
            follows_page = raw.empty() && end != std::string_view::npos && text[end] == '\f' && !follows_gap;
            follows_gap = true;
        } else {
            const Spot spot{number, chinese::letter_count(raw.substr(0, skipped)) + 1, page};
            lines.push_back({line, spot, follows_gap, follows_page});
            follows_gap = follows_page = false;
        }
        if (end == std::string_view::npos) break;
        if (text[end] == '\f') {
            ++page;
            --number;
        }
        text.remove_prefix(end + 1);
    }
    return lines;
}

bool ends_a_sentence(std::string_view line)
{
    for (const std::string_view mark : {"。", "；", "！", "？", "：", ".", ";", "!", "?", ":", "”", "》"})
        if (line.ends_with(mark)) return true;
    return false;
}

bool ends_open(std::string_view line)
{
    for (const std::string_view mark : {"，", "、", ",", "（", "(", "“", "《"})
        if (line.ends_with(mark)) return true;
    return false;
}

bool is_row(std::string_view line)
{
    return line.starts_with('|') && line.size() > 2 && std::count(line.begin(), line.end(), '|') >= 2;
}

// 某局2024年度整体绩效自评报告: a title has no full stop, and what follows is not its second line.
bool is_title(std::string_view line)
{
    static const RE2 title{
        "^[^，。；,;]{4,60}(?:报告|说明|通报|自评表|情况|公开|办法|方案)(?:[（(][^（）()]{1,12}[）)])?$"};
    return RE2::FullMatch(re2::StringPiece{line.data(), line.size()}, title);
}

// The first lines of a file are titles more often than the beginning of a paragraph.
bool is_first_title(const Line& line)
{
    static const RE2 title{"^[^，。；：,;:]{4,60}(?:自评|自评价|评价表|决算|明细|统计|总结|指标体系|明细表|情况表)$"};
    return line.spot.line <= lines_of_titles &&
           RE2::FullMatch(re2::StringPiece{line.text.data(), line.text.size()}, title);
}

bool goes_on(const Line& before, const Line& line)
{
    if (is_title(before.text) || is_first_title(before)) return false;
    if (is_row(before.text) || is_row(line.text) || list_mark_size(line.text) > 0 || before.text.starts_with('#') ||
        ends_a_sentence(before.text))
        return false;
    if (ends_open(before.text)) return true;
    return chinese::letter_count(before.text) >= long_line && !line.text.starts_with('#');
}

bool is_rule_line(std::string_view line)
{
    return line.find_first_not_of("|-: ") == std::string_view::npos && line.find('-') != std::string_view::npos;
}

void append(Block& block, const Line& line)
{
    // Between two Latin words a blank stood where the line ended; Chinese has none.
    if (!block.text.empty() && std::isalnum(static_cast<unsigned char>(block.text.back())) &&
        std::isalpha(static_cast<unsigned char>(line.text.front())))
        block.text += ' ';
    block.stretches.push_back({block.text.size(), line.text.size(), line.spot});
    block.text += line.text;
}

void find_cells(Block& row)
{
    std::size_t at = 1;
    for (std::size_t column = 0; at < row.text.size(); ++column) {
        const std::size_t end = std::min(row.text.find('|', at), row.text.size());
        std::size_t skipped = 0;
        const std::string_view cell = stripped(std::string_view{row.text}.substr(at, end - at), skipped);
        row.cells.push_back({at + skipped, cell.size(), column});
        at = end + 1;
    }
}

bool is_heading(std::string_view line)
{
    return line.starts_with('#') || (list_mark_size(line) > 0 && !ends_a_sentence(line) &&
                                     chinese::letter_count(line) <= 30 && line.find("，") == std::string_view::npos);
}

}  // namespace

std::size_t list_mark_size(std::string_view line)
{
    static const RE2 mark{
        "^(?:[一二三四五六七八九十]{1,3}(?:、|是)|[（(][一二三四五六七八九十]{1,3}[）)]、?|[（(]\\d{1,2}[）)]、?|\\d{1,"
        "2}(?:、|．|\\.\\s?)"
        "|[①-⑳]|第[一二三四五六七八九十]{1,3}[章节部]分?|附件\\d*|#{1,6} |[-*•] )"};
    re2::StringPiece rest{line.data(), line.size()};
    if (!RE2::Consume(&rest, mark)) return 0;
    const std::size_t size = line.size() - rest.size();
    // 13.41 is a number, not the mark 13.
    const bool is_decimal =
        line[size - 1] == '.' && size < line.size() && std::isdigit(static_cast<unsigned char>(line[size]));
    return is_decimal ? 0 : size;
}

namespace {

// Lines are joined to a paragraph up to this size (bytes): none of a report is longer. One line may be; cut_long_blocks
// deals with it.
constexpr std::size_t longest_joined = 12'000;

ReportText read_lines(std::string_view text, bool (*belongs_to)(const Line&, const Line&))
{
    ReportText report;
    const std::vector<Line> lines = lines_of(text);
    std::size_t table = 0;
    bool in_table = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Line& line = lines[i];
        if (is_row(line.text)) {
            if (!in_table || (line.follows_gap && !line.follows_page)) ++table;
            in_table = true;
            if (is_rule_line(line.text)) continue;
            Block row{Block::Kind::row};
            append(row, line);
            row.table = table;
            find_cells(row);
            report.blocks.push_back(std::move(row));
            continue;
        }
        in_table = false;
        const bool has_room =
            !report.blocks.empty() && report.blocks.back().text.size() + line.text.size() <= longest_joined;
        if (i > 0 && has_room && belongs_to(lines[i - 1], line)) {
            append(report.blocks.back(), line);
            continue;
        }
        Block block{is_heading(line.text) ? Block::Kind::heading : Block::Kind::paragraph};
        append(block, line);
        report.blocks.push_back(std::move(block));
    }
    for (Block& block : report.blocks)
        if (block.kind == Block::Kind::heading && block.stretches.size() > 1 && ends_a_sentence(block.text))
            block.kind = Block::Kind::paragraph;
    return report;
}

}  // namespace

ReportText read_text(std::string_view text)
{
    return read_lines(text, goes_on);
}

ReportText read_paragraphs(std::string_view text)
{
    return read_lines(text, [](const Line&, const Line&) { return false; });
}

}  // namespace check
