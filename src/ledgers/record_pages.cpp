// SPDX-License-Identifier: Apache-2.0
// Ledgers::page() and Ledgers::each_record(): what people see of a register.
#include "identity/identity.h"
#include "ledgers/ledgers.h"
#include "ledgers/reached_ledger.h"

namespace ledgers {

namespace {

ShownRecord shown(const Definition& definition, const StoredRow& row)
{
    std::vector<std::string> cells = split_cells(row.cells);
    cells.resize(definition.columns.size());
    return {row.id, shown_identity(row.identity), std::move(cells), row.place, row.version};
}

std::string key_of(const base::OrgId& org, const Ledger& ledger, const Importer& importer, const RecordQuery& query)
{
    std::vector<std::string> parts{org.text(), ledger.id.text(), std::to_string(ledger.version),
                                   importer ? "own " + *importer : "all", query.text};
    for (const CellFilter& filter : query.filters) {
        parts.push_back(std::to_string(filter.column) + " " + std::to_string(static_cast<int>(filter.how)));
        parts.push_back(filter.value);
    }
    if (query.sort) parts.push_back((query.sort->is_descending ? "-" : "+") + std::to_string(query.sort->column));
    std::string key;
    for (const std::string& part : parts) key += std::to_string(part.size()) + ":" + part;
    return key;
}

std::shared_ptr<const RecordList> made_list(const RowStore& rows, const Definition& definition,
                                            const Importer& importer, const RecordQuery& query)
{
    const RecordMatcher matcher{definition, query};
    auto list = std::make_shared<RecordList>();
    std::optional<RecordSorter> sorter;
    if (query.sort) sorter.emplace(definition, *query.sort);
    rows.each_cells(importer, [&](std::string_view id, std::string_view cells) {
        if (!matcher.matches(cells)) return;
        list->add(id);
        if (sorter) sorter->add(cells);
    });
    if (!sorter) return list;
    auto sorted = std::make_shared<RecordList>();
    for (const std::uint32_t at : sorter->order()) sorted->add(list->at(at));
    return sorted;
}

RecordPage plain_page(const RowStore& rows, const Definition& definition, const Importer& importer,
                      const Window& window)
{
    RecordPage page;
    page.total = rows.count(importer);
    // One more says whether there is a next page.
    std::vector<StoredRow> found = window.after.empty() ? rows.page(importer, window.offset, window.limit + 1)
                                                        : rows.after(importer, window.after, window.limit + 1);
    const bool has_next = found.size() > window.limit;
    if (has_next) found.pop_back();
    for (const StoredRow& row : found) page.records.push_back(shown(definition, row));
    if (has_next) page.next = {"", found.back().id};
    return page;
}

}  // namespace

base::Result<RecordPage> Ledgers::page(const base::Actor& actor, const std::string& name, const RecordQuery& query,
                                       const Window& window, RecordLists& lists) const
{
    TRY_ASSIGN(const ReachedLedger found, reached_ledger(db_, actor, name));
    const Definition& definition = found.ledger.definition;
    const RowStore rows{db_, actor.org, found.ledger.id};
    if (query.is_as_it_came()) return plain_page(rows, definition, found.importer, window);

    const std::string version = std::to_string(found.ledger.version);
    if (!window.version.empty() && window.version != version)
        return base::fail(base::ErrorKind::invalid, "ledgers.query.changed_meanwhile", {{"ledger", name}});
    const std::string key = key_of(actor.org, found.ledger, found.importer, query);
    auto list = lists.find(key);
    if (!list) {
        list = made_list(rows, definition, found.importer, query);
        lists.keep(key, list);
    }
    RecordPage page;
    page.total = static_cast<std::int64_t>(list->size());
    const std::size_t end = std::min(list->size(), window.offset + window.limit);
    for (std::size_t at = window.offset; at < end; ++at)
        if (const auto row = rows.find(std::string{list->at(at)})) page.records.push_back(shown(definition, *row));
    if (end < list->size()) page.next = {version, std::to_string(end)};
    return page;
}

base::Result<void> Ledgers::each_record(const base::Actor& actor, const std::string& name, const RecordQuery& query,
                                        const std::function<void(const ShownRecord&)>& visit) const
{
    TRY_ASSIGN(const ReachedLedger found, reached_ledger(db_, actor, name));
    const Definition& definition = found.ledger.definition;
    const RowStore rows{db_, actor.org, found.ledger.id};
    const RecordMatcher matcher{definition, query};
    std::vector<StoredRow> kept;  // only where they are to be sorted
    std::optional<RecordSorter> sorter;
    if (query.sort) sorter.emplace(definition, *query.sort);
    rows.each(found.importer, [&](const StoredRow& row) {
        if (!matcher.matches(row.cells)) return;
        if (!sorter) return visit(shown(definition, row));
        sorter->add(row.cells);
        kept.push_back(row);
    });
    if (!sorter) return {};
    for (const std::uint32_t at : sorter->order()) visit(shown(definition, kept[at]));
    return {};
}

}  // namespace ledgers
