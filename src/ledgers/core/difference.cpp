// SPDX-License-Identifier: Apache-2.0
#include "ledgers/core/difference.h"

#include <algorithm>

#include "base/sm3.h"
#include "chinese/letters.h"

namespace ledgers {

namespace {

// Takes the first cell off what is left of a record; empty behind the last one.
std::string_view next_cell(std::string_view& rest)
{
    const std::size_t size = std::min(rest.find(cell_separator), rest.size());
    const std::string_view cell = rest.substr(0, size);
    rest.remove_prefix(std::min(size + 1, rest.size()));
    return cell;
}

std::vector<ColumnChange> changes(const Definition& definition, std::string_view before, std::string_view after)
{
    std::vector<ColumnChange> found;
    for (const Column& column : definition.columns) {
        const std::string_view old_cell = next_cell(before);
        const std::string_view new_cell = next_cell(after);
        if (old_cell != new_cell) found.push_back({column.title, std::string{old_cell}, std::string{new_cell}});
    }
    return found;
}

}  // namespace

std::string join_cells(const std::vector<std::string>& cells)
{
    std::string joined;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) joined += cell_separator;
        joined += cells[i];
    }
    while (!joined.empty() && joined.back() == cell_separator) joined.pop_back();
    return joined;
}

std::vector<std::string> split_cells(std::string_view joined)
{
    std::vector<std::string> cells;
    for (std::size_t at = 0;;) {
        const auto end = std::min(joined.find(cell_separator, at), joined.size());
        cells.emplace_back(joined.substr(at, end - at));
        if (end == joined.size()) return cells;
        at = end + 1;
    }
}

std::string identity_of(const Definition& definition, const std::vector<std::string>& cells)
{
    std::string identity;
    for (std::size_t i = 0; i < definition.columns.size() && i < cells.size(); ++i) {
        if (!definition.columns[i].is_identity) continue;
        if (!identity.empty()) identity += cell_separator;
        identity += chinese::compact(cells[i]);
    }
    return identity;
}

std::string shown_identity(std::string_view identity)
{
    std::string shown;
    for (const std::string& part : split_cells(identity)) shown += (shown.empty() ? "" : " / ") + part;
    return shown;
}

std::string digest_of(const Definition& definition, std::string_view joined_cells)
{
    base::Sm3 digest;
    for (const Column& column : definition.columns) {
        const std::string_view cell = next_cell(joined_cells);
        if (cell.empty()) continue;
        digest.add_field(column.title);
        digest.add_field(cell);
    }
    return digest.finish();
}

Comparison::Comparison(const Definition& definition, const std::vector<NewRecord>& records,
                       std::optional<std::string> owner)
    : definition_{definition}, records_{records}, owner_{std::move(owner)}, met_(records.size(), false)
{
    by_identity_.reserve(records.size());
    for (std::size_t i = 0; i < records.size(); ++i) by_identity_.emplace(records[i].identity, i);
}

void Comparison::known(KnownRecord record)
{
    const auto found = by_identity_.find(record.identity);
    if (owner_ && record.importer != *owner_) {
        if (found == by_identity_.end()) return;
        met_[found->second] = true;
        difference_.foreign.push_back(record.identity);
        return;
    }
    if (found == by_identity_.end()) {
        if (!record.is_removed) difference_.missing.push_back(std::move(record));
        return;
    }
    const std::size_t at = found->second;
    met_[at] = true;
    if (record.is_removed) {
        auto columns = changes(definition_, record.cells, records_[at].cells);
        difference_.restored.push_back({at, std::move(record), std::move(columns)});
    } else if (record.cells == records_[at].cells) {
        ++difference_.unchanged;
    } else {
        auto columns = changes(definition_, record.cells, records_[at].cells);
        difference_.changed.push_back({at, std::move(record), std::move(columns)});
    }
}

Difference Comparison::finish()
{
    for (std::size_t i = 0; i < records_.size(); ++i)
        if (!met_[i]) difference_.added.push_back(i);
    return std::move(difference_);
}

}  // namespace ledgers
