// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "check/core/known_match.h"
#include "check/core/relations.h"
#include "check/core/tables.h"
#include "chinese/letters.h"

namespace check {

namespace {

// What may stand between a name and its number.
constexpr std::array<std::string_view, 22> between_words{
    "次数", "数量", "件数", "家数", "处数", "宗数", "份数", "共计", "合计", "累计", "实际完成值",
    "实际", "完成", "共",   "达到", "达",   "为",   "是",   "有",   "了",   "全年", "值"};
constexpr std::array<std::string_view, 8> endings{"次数", "数量", "件数", "家数", "处数", "宗数", "份数", "项数"};
constexpr std::size_t shortest_name = 4;  // letters

// The name without what the measure word says already: 承办各类会议 of 承办各类会议次数.
std::string core_of(const KnownFigure& figure)
{
    const std::string name = chinese::compact(figure.name);
    for (const std::string_view ending : endings)
        if (name.ends_with(ending) && chinese::letter_count(name) >= shortest_name + 2)
            return name.substr(0, name.size() - ending.size());
    return name;
}

bool may_be(const Claim& claim, const KnownFigure& figure)
{
    if (claim.measure != figure.measure) return false;
    return claim.measure == Measure::money || claim.measure == Measure::area || claim.unit == figure.unit;
}

// The words of the name end before the number, or, for a count, go on behind it: 承办各类 1930 次会议.
bool is_named(const Claim& claim, const std::string& core)
{
    const std::string label = chinese::compact(claim.label);
    const std::size_t at = label.rfind(core);
    if (at != std::string::npos) return without_words(label.substr(at + core.size()), between_words).empty();
    if (claim.measure != Measure::count) return false;
    const std::string tail = chinese::compact(claim.tail);
    const std::vector<chinese::Letter> letters = chinese::letters(core);
    for (std::size_t i = shortest_name; i < letters.size(); ++i)
        if (const chinese::Letter& letter = letters[i];
            label.ends_with(core.substr(0, letter.at)) && tail.starts_with(core.substr(letter.at)))
            return true;
    return false;
}

struct Named {
    const KnownFigure* figure;
    std::string core;
};

// The longest name that fits; two of one length leave it open.
void add_from_prose(const Known& known, const Claim& claim, const std::vector<Named>& names,
                    std::vector<Stated>& stated)
{
    const Named* best = nullptr;
    bool is_open = false;
    for (const Named& named : names) {
        if (!may_be(claim, *named.figure) || !is_named(claim, named.core)) continue;
        is_open = best && best->core.size() == named.core.size();
        if (!best || named.core.size() > best->core.size()) best = &named;
    }
    if (best && !is_open && !is_something_else(known, claim, chinese::compact(claim.label)))
        stated.push_back({&claim, {best->figure}});
}

// The columns of results in a row that has the whole name in a cell.
void add_from_table(const Table& table, const std::vector<Named>& names, std::vector<Stated>& stated)
{
    const std::size_t column = column_of(table, {"完成值", "实际值", "实际完成", "完成情况", "完成数"},
                                         {"目标", "年初", "率", "得分", "偏差"});
    for (const TableRow& row : table.rows) {
        const Claim* const claim = figure_in(row, column);
        if (!claim || claim->is_about) continue;
        for (const Named& named : names) {
            const std::string name = chinese::compact(named.figure->name);
            const bool has_name =
                std::any_of(row.words.begin(), row.words.end(), [&](const auto& word) { return word.second == name; });
            if (!has_name || !(may_be(*claim, *named.figure) || claim->unit.empty())) continue;
            stated.push_back({claim, {named.figure}});
            break;
        }
    }
}

}  // namespace

std::vector<Stated> stated_by_name(const Material& material, const Known& known)
{
    std::vector<Named> names;
    for (const KnownFigure& figure : known.figures)
        if (figure.as == KnownAs::named && chinese::letter_count(figure.name) >= shortest_name)
            names.push_back({&figure, core_of(figure)});
    std::vector<Stated> stated;
    for (const Claim& claim : material.claims)
        if (material.text.blocks[claim.block].kind != Block::Kind::row) add_from_prose(known, claim, names, stated);
    for (const Table& table : material.tables) add_from_table(table, names, stated);
    return stated;
}

}  // namespace check
