// SPDX-License-Identifier: Apache-2.0
#include "ledgers/core/record_query.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "chinese/letters.h"
#include "ledgers/core/difference.h"

namespace ledgers {

namespace {

auto refused_query(const char* reason, base::ErrorArgs args)
{
    return base::fail(base::ErrorKind::invalid, std::string{"ledgers.query."} + reason, std::move(args));
}

auto unknown_column(const Definition& definition, const std::string& text)
{
    std::string columns;
    for (const Column& column : definition.columns) columns += (columns.empty() ? "" : "、") + column.title;
    return refused_query("column_unknown", {{"text", text}, {"columns", columns}});
}

struct Sign {
    std::string_view text;
    Compare how;
};
constexpr std::array signs{Sign{">=", Compare::at_least}, Sign{"<=", Compare::at_most}, Sign{"=", Compare::equal},
                           Sign{"~", Compare::contains}};

char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string all_lowered(std::string_view text)
{
    std::string low{text};
    std::transform(low.begin(), low.end(), low.begin(), lowered);
    return low;
}

bool contains(std::string_view text, std::string_view low)
{
    const auto same = [](char a, char b) { return lowered(a) == b; };
    return std::search(text.begin(), text.end(), low.begin(), low.end(), same) != text.end();
}

bool is_moment(ColumnType type)
{
    return type == ColumnType::date || type == ColumnType::time;
}

// 2024, 2024-07, 2024-07-01 or 2024-07-01 09:30: whatever a canonical day or time can begin with.
bool begins_a_moment(std::string_view text)
{
    constexpr std::string_view shape = "0000-00-00 00:00:00";
    const bool is_whole =
        text.size() == 4 || text.size() == 7 || text.size() == 10 || text.size() == 16 || text.size() == 19;
    if (!is_whole) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_digit = text[i] >= '0' && text[i] <= '9';
        if (shape[i] == '0' ? !is_digit : text[i] != shape[i]) return false;
    }
    return true;
}

base::Result<CellFilter> checked(const Column& column, CellFilter filter)
{
    const bool is_order = filter.how == Compare::at_least || filter.how == Compare::at_most;
    if (filter.how == Compare::contains || (filter.value.empty() && !is_order)) return filter;
    if (is_number(column.type)) {
        const auto number = base::Decimal::parse(filter.value);
        if (!number) return refused_query("not_a_number", {{"column", column.title}, {"value", filter.value}});
        filter.number = *number;
        return filter;
    }
    if (is_moment(column.type) && !begins_a_moment(filter.value))
        return refused_query("not_a_day", {{"column", column.title}, {"value", filter.value}});
    if (is_order && !is_moment(column.type)) return refused_query("not_in_order", {{"column", column.title}});
    return filter;
}

bool compares(Compare how, std::strong_ordering order)
{
    return how == Compare::equal ? order == 0 : how == Compare::at_least ? order >= 0 : order <= 0;
}

bool holds(const Column& column, const CellFilter& filter, std::string_view cell)
{
    if (filter.how == Compare::contains) return contains(cell, all_lowered(filter.value));
    if (filter.value.empty()) return cell.empty();
    if (cell.empty()) return false;
    if (filter.number) {
        const auto number = base::Decimal::parse(cell);
        return number && compares(filter.how, *number <=> *filter.number);
    }
    // The beginning of a time is its day: what is compared is as long as what was asked.
    if (is_moment(column.type)) cell = cell.substr(0, filter.value.size());
    return compares(filter.how, cell <=> std::string_view{filter.value});
}

}  // namespace

base::Result<CellFilter> parse_filter(const Definition& definition, const std::string& text)
{
    // The longest title that fits: 日期=… of a column that is called 日期= too.
    std::optional<CellFilter> found;
    std::size_t longest = 0;
    for (std::size_t i = 0; i < definition.columns.size(); ++i) {
        const std::string& title = definition.columns[i].title;
        if (!text.starts_with(title) || (found && title.size() <= longest)) continue;
        const std::string_view rest = std::string_view{text}.substr(title.size());
        for (const Sign& sign : signs) {
            if (!rest.starts_with(sign.text)) continue;
            longest = title.size();
            found = CellFilter{i, sign.how, chinese::trimmed(rest.substr(sign.text.size()))};
            break;
        }
    }
    if (!found) return unknown_column(definition, text);
    const Column& column = definition.columns[found->column];
    return checked(column, *std::move(found));
}

base::Result<RecordSort> parse_sort(const Definition& definition, const std::string& text)
{
    if (const auto column = definition.column(text)) return RecordSort{*column, false};
    if (text.starts_with('-'))
        if (const auto column = definition.column(std::string_view{text}.substr(1))) return RecordSort{*column, true};
    return unknown_column(definition, text);
}

std::string_view cell_of(std::string_view joined_cells, std::size_t column)
{
    for (; column > 0; --column) {
        const auto end = joined_cells.find(cell_separator);
        if (end == std::string_view::npos) return {};
        joined_cells.remove_prefix(end + 1);
    }
    return joined_cells.substr(0, joined_cells.find(cell_separator));
}

RecordMatcher::RecordMatcher(const Definition& definition, const RecordQuery& query)
    : definition_{definition}, query_{query}, lowered_{all_lowered(query.text)}
{
}

bool RecordMatcher::matches(std::string_view joined_cells) const
{
    // No cell holds the separator, so that what is found stands in one cell.
    if (!lowered_.empty() && !contains(joined_cells, lowered_)) return false;
    return std::all_of(query_.filters.begin(), query_.filters.end(), [&](const CellFilter& filter) {
        return holds(definition_.columns[filter.column], filter, cell_of(joined_cells, filter.column));
    });
}

RecordSorter::RecordSorter(const Definition& definition, const RecordSort& sort)
    : sort_{sort}, is_number_{is_number(definition.columns[sort.column].type)}
{
}

void RecordSorter::add(std::string_view joined_cells)
{
    const std::string_view cell = cell_of(joined_cells, sort_.column);
    if (!is_number_) {
        texts_ += cell;
        return ends_.push_back(texts_.size());
    }
    const auto number = base::Decimal::parse(cell);
    numbers_.push_back(number.value_or(base::Decimal{}));
    has_number_.push_back(number.has_value());
}

std::vector<std::uint32_t> RecordSorter::order()
{
    const auto text = [&](std::uint32_t at) {
        const std::size_t begin = at == 0 ? 0 : ends_[at - 1];
        return std::string_view{texts_}.substr(begin, ends_[at] - begin);
    };
    const auto comes_before = [&](std::uint32_t a, std::uint32_t b) {
        if (!is_number_) return text(a) < text(b);
        // What has no number comes before all numbers, as an empty text does.
        if (!has_number_[a] || !has_number_[b]) return !has_number_[a] && has_number_[b];
        return numbers_[a] < numbers_[b];
    };
    std::vector<std::uint32_t> positions(is_number_ ? numbers_.size() : ends_.size());
    std::iota(positions.begin(), positions.end(), 0U);
    std::stable_sort(positions.begin(), positions.end(), [&](std::uint32_t a, std::uint32_t b) {
        return sort_.is_descending ? comes_before(b, a) : comes_before(a, b);
    });
    return positions;
}

}  // namespace ledgers
