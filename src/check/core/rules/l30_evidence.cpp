// SPDX-License-Identifier: Apache-2.0
// L30: the list of evidence that a report ends with: one piece listed twice (a warning), or a record of another year
// than the report's (a note: the rules that the work followed may be older, a record of the work may not).
#include <algorithm>
#include <map>

#include <re2/re2.h>

#include "check/core/read_text.h"
#include "check/core/relations.h"
#include "check/core/rules/all.h"
#include "chinese/letters.h"

namespace check {

namespace {

constexpr std::size_t longest_piece = 60;
constexpr std::size_t shortest_piece = 4;

bool begins_evidence(const Block& block)
{
    return block.kind != Block::Kind::row && chinese::letter_count(block.text) <= longest_heading &&
           contains_any(block.text,
                        {"佐证材料", "证明材料", "附件清单", "支撑材料", "资料清单", "佐证资料", "附件目录"}) &&
           block.text.find("。") == std::string::npos;
}

// A chapter of its own, 一、, ends the list.
bool ends_evidence(const Block& block)
{
    static const RE2 chapter{"^(?:#{1,6}\\s*)?[一二三四五六七八九十]{1,3}、"};
    return RE2::PartialMatch(block.text, chapter) || chinese::letter_count(block.text) > longest_piece;
}

// The name of a piece without its mark; of a row its longest cell.
std::string piece_of(const Block& block, std::size_t& at)
{
    if (block.kind != Block::Kind::row) {
        at = list_mark_size(block.text);
        return chinese::compact(std::string_view{block.text}.substr(at));
    }
    std::string_view longest;
    for (const TableCell& cell : block.cells)
        if (cell.size > longest.size()) longest = block.cell(cell);
    at = longest.empty() ? 0 : static_cast<std::size_t>(longest.data() - block.text.data());
    return chinese::compact(longest);
}

bool is_record(const std::string& piece)
{
    return contains_any(piece, {"台账", "记录", "凭证", "发票", "签到", "验收", "照片", "统计表", "回执", "明细账"});
}

void judge_year(const Material& material, const Block& block, std::size_t at, const std::string& piece, Found& findings)
{
    static const RE2 year_of_piece{"(20\\d\\d)年"};
    int year = 0;
    // 2022至2024年 names the report's year, too.
    const bool is_other = material.year && RE2::PartialMatch(piece, year_of_piece, &year) && year != *material.year &&
                          piece.find(std::to_string(*material.year)) == std::string::npos;
    if (!is_other || !is_record(piece)) return;
    const Place place = place_of(block, at, block.text.size() - at);
    findings.push_back({"L30",
                        "check.l30.period",
                        Severity::note,
                        {{"text", place.quote}, {"year", std::to_string(*material.year)}},
                        {place},
                        {std::to_string(year)}});
}

}  // namespace

void find_wrong_evidence(const Material& material, Found& findings)
{
    const std::vector<Block>& blocks = material.text.blocks;
    std::map<std::string, Place> seen;
    bool is_inside = false;
    for (const Block& block : blocks) {
        if (begins_evidence(block)) {
            is_inside = true;
            seen.clear();
            continue;
        }
        is_inside = is_inside && !ends_evidence(block);
        if (!is_inside) continue;
        std::size_t at = 0;
        const std::string piece = piece_of(block, at);
        if (chinese::letter_count(piece) < shortest_piece) continue;
        const Place place = place_of(block, at, block.text.size() - at);
        const auto [first, is_new] = seen.try_emplace(piece, place);
        if (!is_new)
            findings.push_back(
                {"L30", "check.l30.twice", Severity::warning, {{"text", place.quote}}, {place, first->second}, {}});
        judge_year(material, block, at, piece, findings);
    }
}

}  // namespace check
