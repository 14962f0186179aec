// SPDX-License-Identifier: Apache-2.0
#include "ledgers/core/row_kind.h"

#include <algorithm>
#include <array>
#include <string>

#include "chinese/letters.h"

namespace ledgers {

namespace {

constexpr std::array<std::string_view, 5> totals{"合计", "总计", "小计", "累计", "总合计"};
// 第一季度小计, 本页合计, 12月合计; longer texts are somebody's words.
constexpr std::size_t longest_total = 36;
constexpr std::array<std::string_view, 14> notes{"备注",   "注",       "说明",     "填表说明", "填表人",
                                                 "制表人", "制表",     "审核人",   "审核",     "负责人",
                                                 "复核",   "填报日期", "制表日期", "填报单位"};

std::string_view text_at(std::span<const std::string_view> cells, std::size_t column)
{
    return column < cells.size() ? cells[column] : std::string_view{};
}

bool says_total(std::string_view text)
{
    if (text.size() > longest_total * 2) return false;
    std::string plain = chinese::compact(text);
    while (!plain.empty() && plain.back() == ':') plain.pop_back();
    if (plain.size() > longest_total) return false;
    return std::any_of(totals.begin(), totals.end(), [&](std::string_view word) { return plain.ends_with(word); });
}

bool says_note(std::string_view text)
{
    const std::string plain = chinese::compact(text.substr(0, std::min<std::size_t>(text.size(), 60)));
    return std::any_of(notes.begin(), notes.end(), [&](std::string_view word) {
        return plain.starts_with(word) && (plain.size() == word.size() || plain.substr(word.size()).starts_with(':'));
    });
}

bool repeats_header(std::span<const std::string_view> cells, const Header& header)
{
    return std::all_of(header.cells.begin(), header.cells.end(), [&](const HeaderCell& cell) {
        const std::string_view text = text_at(cells, cell.sheet_column);
        return text.size() <= cell.text.size() * 2 && chinese::compact(text) == chinese::compact(cell.text);
    });
}

}  // namespace

RowKind kind_of_row(std::span<const std::string_view> cells, const Header& header, const Definition& definition)
{
    const auto first = std::find_if(cells.begin(), cells.end(), [](std::string_view text) {
        return !text.empty() && !chinese::compact(text).empty();
    });
    if (first == cells.end()) return RowKind::blank;
    if (says_total(*first)) return RowKind::total;
    const auto first_column = static_cast<std::size_t>(first - cells.begin());
    bool identity_is_empty = true;
    for (const HeaderCell& cell : header.cells) {
        if (!definition.columns[cell.column].is_identity) continue;
        const std::string_view text = text_at(cells, cell.sheet_column);
        if (says_total(text)) return RowKind::total;
        if (!text.empty() && cell.sheet_column != first_column) identity_is_empty = false;
    }
    if (identity_is_empty && says_note(*first)) return RowKind::note;
    return repeats_header(cells, header) ? RowKind::header_again : RowKind::record;
}

}  // namespace ledgers
