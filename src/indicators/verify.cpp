// SPDX-License-Identifier: Apache-2.0
#include <map>

#include "base/sm3.h"
#include "indicators/facts.h"
#include "indicators/indicators.h"
#include "indicators/records_behind.h"
#include "indicators/store/fact_store.h"

namespace indicators {

namespace {

// The same records by id, as they are now: for facts that were handed in and cannot be measured again.
std::vector<FactRecord> still_there(const Fact& fact, const base::Records& records)
{
    std::map<std::string_view, const base::Record*> by_id;
    for (const base::Record& record : records.rows) by_id[record.id] = &record;
    std::vector<FactRecord> found;
    for (const FactRecord& frozen : fact.records)
        if (const auto now = by_id.find(frozen.id); now != by_id.end())
            found.push_back({frozen.id, now->second->digest, now->second->place, frozen.role});
    return found;
}

class Verifier {
public:
    Verifier(const FactSource& source, const base::Period& period) : collections_{source}, period_{period} {}

    void look_at(const Fact& frozen)
    {
        ++found_.facts;
        found_.records += frozen.records.size();
        if (digest_of(frozen) != frozen.digest) found_.broken_seals.push_back(frozen.code);
        if (frozen.source.empty() || frozen.kind == FactKind::manual) return;
        const FactChange change = frozen.measure.empty() ? by_records(frozen) : by_measure(frozen);
        if (!change.none()) found_.changes.push_back(change);
    }

    Verification result() { return std::move(found_); }

private:
    FactChange by_measure(const Fact& frozen)
    {
        Fact again;
        again.measure = frozen.measure;
        again.unit = frozen.unit;
        again.decimals = frozen.decimals;
        again = measure(std::move(again), collections_, period_);
        if (!collections_.of(frozen.source)) {
            if (!frozen.missing) found_.unreadable.push_back(frozen.code);
            return {frozen.code, frozen.name};
        }
        FactChange change = compare(frozen, again.records, again.printed());
        change.asked_now = again.asked;
        // What people see may stay the same while the exact value moved: then both are told exactly.
        if (change.value_then == change.value_now && frozen.value != again.value && frozen.value && again.value) {
            change.value_then = exact_text(*frozen.value);
            change.value_now = exact_text(*again.value);
        }
        return change;
    }

    FactChange by_records(const Fact& frozen)
    {
        const auto& records = collections_.of(frozen.source);
        if (records) return compare(frozen, still_there(frozen, *records), frozen.printed());
        found_.unreadable.push_back(frozen.code);
        return {frozen.code, frozen.name};
    }

    Collections collections_;
    base::Period period_;
    Verification found_;
};

}  // namespace

base::Result<Verification> Indicators::verify(const base::OrgId& org, const RunId& id, const FactSource& source) const
{
    TRY_ASSIGN(const Run run, find_run(org, id));
    TRY_ASSIGN(const FactSet set, (FactStore{db_, clock_}.find(org, run.fact_set, FactDetail::with_records)));
    Verifier verifier{source, counted_period(run.year, run.as_of)};
    for (const Fact& fact : set.facts) verifier.look_at(fact);
    Verification result = verifier.result();
    const bool sealed = digest_of(set.facts) == run.facts_digest && base::sm3(serialised(run)) == run.digest;
    if (!sealed) result.broken_seals.push_back("run");

    result.evidence = damaged_evidence(org, run.year);
    return result;
}

base::Result<Verification> Indicators::verify_fact(const base::OrgId& org, const RunId& id, const std::string& code,
                                                   const FactSource& source) const
{
    TRY_ASSIGN(const Run run, find_run(org, id));
    TRY_ASSIGN(FactReader::Counted counted, (FactReader{db_, clock_}.fact(org, id, code)));
    counted.fact.records = FactStore{db_, clock_}.records(org, counted.fact.id);
    Verifier verifier{source, counted_period(run.year, run.as_of)};
    verifier.look_at(counted.fact);
    return verifier.result();
}

}  // namespace indicators
