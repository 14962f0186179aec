// SPDX-License-Identifier: Apache-2.0
#include "indicators/records_behind.h"

#include <unordered_map>

#include "indicators/store/fact_store.h"
#include "indicators/store/run_store.h"

namespace indicators {

namespace {

using ById = std::unordered_map<std::string_view, const base::Record*>;

ById by_id(const base::Records& records)
{
    ById found;
    found.reserve(records.rows.size());
    for (const base::Record& record : records.rows) found.emplace(record.id, &record);
    return found;
}

RecordBehind behind(PlacedRecord placed, const ById& now)
{
    RecordBehind result{placed.position, std::move(placed.record)};
    const auto found = now.find(result.frozen.id);
    if (found == now.end()) return result;
    result.state = found->second->digest == result.frozen.digest ? RecordState::unchanged : RecordState::changed;
    result.cells = found->second->cells;
    return result;
}

}  // namespace

std::string_view to_text(RecordState state)
{
    switch (state) {
        case RecordState::unchanged: return "unchanged";
        case RecordState::changed: return "changed";
        case RecordState::vanished: return "vanished";
    }
    return {};
}

base::Result<std::vector<Fact>> FactReader::facts(const base::OrgId& org, const RunId& id) const
{
    TRY_ASSIGN(const Run run, RunStore{db_}.find(org, id));
    TRY_ASSIGN(FactSet set, (FactStore{db_, clock_}.find(org, run.fact_set, FactDetail::values)));
    return std::move(set.facts);
}

base::Result<FactReader::Counted> FactReader::fact(const base::OrgId& org, const RunId& run,
                                                   const std::string& code) const
{
    TRY_ASSIGN(std::vector<Fact> all, facts(org, run));
    for (Fact& fact : all) {
        if (fact.code != code) continue;
        const std::int64_t records = FactStore{db_, clock_}.count_records(org, fact.id);
        return Counted{std::move(fact), records};
    }
    return base::fail(base::ErrorKind::not_found, "indicators.fact.unknown", {{"code", code}});
}

base::Result<RecordPage> FactReader::records(const base::OrgId& org, const RunId& run, const std::string& code,
                                             const FactSource& source, std::int64_t after, std::size_t limit) const
{
    TRY_ASSIGN(const Counted counted, fact(org, run, code));
    RecordPage page;
    page.total = counted.records;
    std::vector<PlacedRecord> placed = FactStore{db_, clock_}.page(org, counted.fact.id, after, limit);
    if (placed.empty()) return page;
    const auto now = source(counted.fact.source);
    if (now)
        page.columns = now->columns;
    else
        page.unreadable = now.error();
    const ById known = now ? by_id(*now) : ById{};
    for (PlacedRecord& one : placed) page.records.push_back(behind(std::move(one), known));
    if (page.records.back().position < page.total) page.next = page.records.back().position;
    return page;
}

}  // namespace indicators
