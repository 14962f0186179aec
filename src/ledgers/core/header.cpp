// SPDX-License-Identifier: Apache-2.0
#include "ledgers/core/header.h"

#include <algorithm>

#include "base/quantity.h"
#include "chinese/letters.h"
#include "chinese/unit_line.h"

namespace ledgers {

namespace {

// A compact header without its last bracket, and what stood in the bracket: 金额(万元) -> 金额 and 万元.
struct HeaderText {
    std::string name;
    std::string bracket = {};
};

HeaderText split(const std::string& written)
{
    HeaderText text{chinese::compact(written)};
    std::erase(text.name, '*');
    while (!text.name.empty() && text.name.back() == ':') text.name.pop_back();
    const auto open = text.name.rfind('(');
    if (open == std::string::npos || open == 0 || !text.name.ends_with(')')) return text;
    text.bracket = text.name.substr(open + 1, text.name.size() - open - 2);
    text.name.resize(open);
    return text;
}

std::string whole(const HeaderText& text)
{
    return text.bracket.empty() ? text.name : text.name + "(" + text.bracket + ")";
}

struct Match {
    std::size_t column;
    std::string unit = {};
};

// Knows which header text means which column.
class Matcher {
public:
    Matcher(const Definition& definition, const Mapping& mapping) : definition_{definition}, mapping_{mapping}
    {
        for (std::size_t i = 0; i < definition.columns.size(); ++i) {
            const HeaderText title = split(definition.columns[i].title);
            by_title_[whole(title)] = i;
            const auto [at, is_new] = by_name_.try_emplace(title.name, i);
            if (!is_new) at->second = ambiguous;
        }
    }

    std::optional<Match> match(const std::string& written) const
    {
        const auto mapped = mapping_.find(chinese::compact(written));
        if (mapped != mapping_.end()) {
            const auto column = definition_.column(mapped->second);
            return column ? std::optional{Match{*column, unit_in(split(written), *column)}} : std::nullopt;
        }
        const HeaderText text = split(written);
        if (const auto named = mapping_.find(text.name); named != mapping_.end()) {
            const auto column = definition_.column(named->second);
            return column ? by_name(text, *column) : std::nullopt;
        }
        const auto exact = by_title_.find(whole(text));
        if (exact != by_title_.end()) return Match{exact->second, unit_in(text, exact->second)};
        const auto named = by_name_.find(text.name);
        if (named == by_name_.end() || named->second == ambiguous) return std::nullopt;
        return by_name(text, named->second);
    }

private:
    static constexpr std::size_t ambiguous = static_cast<std::size_t>(-1);

    // The unit that the header's bracket names, where the column's unit can be converted from it.
    std::string unit_in(const HeaderText& text, std::size_t at) const
    {
        const Column& column = definition_.columns[at];
        const bool converts = is_number(column.type) && !text.bracket.empty() && !column.unit.empty() &&
                              base::conversion(text.bracket, column.unit);
        return converts ? base::unit_named(text.bracket) : std::string{};
    }

    // The names agree and the brackets differ: a number in a foreign unit is another column.
    std::optional<Match> by_name(const HeaderText& text, std::size_t at) const
    {
        const Column& column = definition_.columns[at];
        const bool is_remark = text.bracket.empty() || text.bracket == "必填" || text.bracket == "选填";
        if (is_remark || !is_number(column.type)) return Match{at};
        const std::string unit = unit_in(text, at);
        if (unit.empty() && !column.unit.empty()) return std::nullopt;
        return Match{at, unit};
    }

    const Definition& definition_;
    const Mapping& mapping_;
    std::map<std::string, std::size_t> by_title_;
    std::map<std::string, std::size_t> by_name_;
};

const std::string& text_at(const std::vector<std::string>& row, std::size_t column)
{
    static const std::string nothing;
    return column < row.size() ? row[column] : nothing;
}

// What the header of one sheet column may read, most telling first.
std::vector<std::string> readings(const std::vector<std::string>& upper, const std::vector<std::string>& lower,
                                  std::size_t column)
{
    const std::string& below = text_at(lower, column);
    if (&upper == &lower) return {below};
    std::string above = text_at(upper, column);
    if (below.empty() || above == below) return {above};
    // A group's name stands over its first column where the file has no merged cells (.csv).
    for (std::size_t left = column; above.empty() && left > 0; --left) above = text_at(upper, left - 1);
    return {above + below, below};
}

Header header_of(const Matcher& matcher, const std::vector<std::string>& upper, const std::vector<std::string>& lower)
{
    Header header;
    const std::size_t width = std::max(upper.size(), lower.size());
    for (std::size_t column = 0; column < width; ++column) {
        const auto texts = readings(upper, lower, column);
        std::optional<Match> match;
        for (const std::string& text : texts)
            if (!match) match = matcher.match(text);
        if (!match) {
            if (!texts.back().empty()) header.unknown.push_back(chinese::trimmed(texts.back()));
            continue;
        }
        const HeaderCell cell{column, match->column, chinese::trimmed(texts.front()), match->unit};
        (header.of_column(match->column) ? header.twice : header.cells).push_back(cell);
    }
    return header;
}

// Amounts whose own header names no unit count in what a line above the header says: 单位：万元.
void take_unit_above(std::span<const std::vector<std::string>> above, const Definition& definition, Header& header)
{
    std::string unit;
    for (const std::vector<std::string>& row : above)
        for (const std::string& text : row)
            if (std::string said = chinese::money_unit_said(text); !said.empty()) unit = std::move(said);
    for (HeaderCell& cell : header.cells)
        if (definition.columns[cell.column].type == ColumnType::money && cell.unit.empty()) cell.unit = unit;
}

bool is_good_enough(const Header& header, const Definition& definition)
{
    const auto required = std::count_if(definition.columns.begin(), definition.columns.end(),
                                        [](const Column& column) { return column.is_required; });
    const auto missing = static_cast<std::ptrdiff_t>(header.missing.size());
    return header.cells.size() >= std::min<std::size_t>(2, definition.columns.size()) &&
           2 * (required - missing) >= required;
}

}  // namespace

const HeaderCell* Header::of_column(std::size_t column) const
{
    const auto found =
        std::find_if(cells.begin(), cells.end(), [column](const HeaderCell& cell) { return cell.column == column; });
    return found == cells.end() ? nullptr : &*found;
}

std::optional<Header> find_header(std::span<const std::vector<std::string>> rows, const Definition& definition,
                                  const Mapping& mapping)
{
    const Matcher matcher{definition, mapping};
    std::optional<Header> best;
    const auto consider = [&](std::size_t first, std::size_t last) {
        Header header = header_of(matcher, rows[first], rows[last]);
        header.first_row = first;
        header.last_row = last;
        if (!best || header.cells.size() > best->cells.size()) best = std::move(header);
    };
    for (std::size_t row = 0; row < rows.size(); ++row) consider(row, row);
    for (std::size_t row = 0; row + 1 < rows.size(); ++row) consider(row, row + 1);
    if (!best) return std::nullopt;
    for (std::size_t i = 0; i < definition.columns.size(); ++i)
        if (definition.columns[i].is_required && !best->of_column(i)) best->missing.push_back(i);
    if (!is_good_enough(*best, definition)) return std::nullopt;
    take_unit_above(rows.first(best->first_row), definition, *best);
    return best;
}

}  // namespace ledgers
