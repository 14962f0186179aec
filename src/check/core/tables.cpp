// SPDX-License-Identifier: Apache-2.0
#include "check/core/tables.h"

#include <algorithm>

#include "check/core/relations.h"
#include "chinese/letters.h"

namespace check {

namespace {

// 530元, and 530元/人*月: what the amount is for stands behind it.
bool ends_with_figure(std::string_view words, const Claim& claim, const TableCell& cell)
{
    constexpr std::size_t longest_per = 16;
    const std::size_t end = claim.at + claim.size - cell.at;
    if (end >= words.size()) return end == words.size();
    const std::string_view rest = words.substr(end);
    return rest.starts_with('/') && rest.size() <= longest_per &&
           std::none_of(rest.begin(), rest.end(), [](char letter) { return letter >= '0' && letter <= '9'; });
}

TableRow row_of(const Material& material, std::size_t index)
{
    const Block& block = material.text.blocks[index];
    TableRow row{&block, index};
    const std::span<const Claim> claims = material.of_block(index);
    constexpr std::size_t longest_sign = 3;  // bytes
    std::size_t next = 0;
    for (const TableCell& cell : block.cells) {
        std::string word = chinese::compact(block.cell(cell));
        if (word.empty()) continue;
        if (row.name.empty()) row.name = word;
        row.words[cell.column] = std::move(word);
        // A sign may stand before the number (≥95%); the claim begins behind it.
        const auto inside = [&](const Claim& claim) {
            return claim.at >= cell.at && claim.at - cell.at <= longest_sign &&
                   ends_with_figure(block.cell(cell), claim, cell);
        };
        while (next < claims.size() && claims[next].at < cell.at) ++next;
        std::size_t found = next;
        while (found < claims.size() && claims[found].at <= cell.at + longest_sign && !inside(claims[found])) ++found;
        if (found < claims.size() && inside(claims[found])) row.figures[cell.column] = &claims[found];
    }
    row.is_among = row.name.starts_with("其中");
    row.is_total = is_total_word(row.name);
    return row;
}

// 一级指标 | … | 分值 | 得分 within a table: a form prints its money and its indicators below two heads, one table.
bool is_head(const TableRow& row)
{
    if (!row.figures.empty() || row.words.size() < 3) return false;
    const auto titles = std::count_if(row.words.begin(), row.words.end(), [](const auto& word) {
        return contains_any(word.second,
                            {"指标", "分值", "得分", "权重", "完成值", "完成情况", "预算数", "执行数", "执行率",
                             "决算数", "金额", "目标值", "评分", "单位", "备注", "原因", "项目"}) &&
               chinese::letter_count(word.second) <= 14;
    });
    const bool has_column_of_figures = std::any_of(row.words.begin(), row.words.end(), [](const auto& word) {
        return contains_any(word.second, {"分值", "得分", "权重", "预算数", "执行数", "决算数", "指标值", "完成值",
                                          "实际值", "目标值", "金额"}) &&
               chinese::letter_count(word.second) <= 14;
    });
    return has_column_of_figures && titles * 2 > static_cast<std::ptrdiff_t>(row.words.size());
}

}  // namespace

bool is_total_word(std::string_view word)
{
    return word == "合计" || word == "总计" || word == "总分" || word == "共计" || word.ends_with("合计") ||
           word.ends_with("总计");
}

std::vector<Table> tables_of(const Material& material)
{
    std::vector<Table> tables;
    std::size_t number = 0;
    for (std::size_t i = 0; i < material.text.blocks.size(); ++i) {
        const Block& block = material.text.blocks[i];
        if (block.kind != Block::Kind::row) continue;
        if (block.table != number) tables.emplace_back();
        number = block.table;
        TableRow row = row_of(material, i);
        if (!tables.back().rows.empty() && is_head(row)) tables.emplace_back();
        Table& table = tables.back();
        if (row.figures.empty() && table.rows.empty()) {
            table.titles.assign(block.cells.empty() ? 0 : block.cells.back().column + 1, "");
            for (const TableCell& cell : block.cells) table.titles[cell.column] = chinese::compact(block.cell(cell));
        } else {
            table.rows.push_back(std::move(row));
        }
    }
    return tables;
}

std::size_t column_of(const Table& table, std::initializer_list<std::string_view> words,
                      std::initializer_list<std::string_view> but)
{
    const auto fits = [&](const std::string& title) { return contains_any(title, words) && !contains_any(title, but); };
    const auto found = std::find_if(table.titles.begin(), table.titles.end(), fits);
    return static_cast<std::size_t>(found - table.titles.begin());
}

const Claim* figure_in(const TableRow& row, std::size_t column)
{
    const auto found = row.figures.find(column);
    return found == row.figures.end() ? nullptr : found->second;
}

}  // namespace check
