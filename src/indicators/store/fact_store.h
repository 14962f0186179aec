// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/clock.h"
#include "base/date.h"
#include "base/id.h"
#include "base/period.h"
#include "indicators/core/fact.h"
#include "sql/connection.h"

namespace indicators {

using FactSetId = base::Id<struct FactSetTag>;

// The facts of one year, frozen together. Its digest is the facts' digest.
struct FactSet {
    FactSetId id;
    base::FiscalYear year;
    base::Date as_of;
    std::int64_t frozen_ms = 0;
    std::string digest;
    std::vector<Fact> facts = {};
};

// A record of a fact and where it stands among them, from 1.
struct PlacedRecord {
    std::int64_t position;
    FactRecord record;
};

enum class FactDetail { values, with_records };

// The only code that reads or writes indicators_fact_set, _fact and _fact_record.
class FactStore {
public:
    FactStore(sql::Connection& db, const base::Clock& clock) : db_{db}, clock_{clock} {}

    // Gives the set and every fact an id, seals them and stores them.
    FactSet add(const base::OrgId& org, base::FiscalYear year, base::Date as_of, std::vector<Fact> facts);
    // Refuses indicators.fact_set.unknown.
    base::Result<FactSet> find(const base::OrgId& org, const FactSetId& id, FactDetail detail) const;
    std::vector<FactRecord> records(const base::OrgId& org, const std::string& fact_id) const;
    std::int64_t count_records(const base::OrgId& org, const std::string& fact_id) const;
    // At most so many, behind a position.
    std::vector<PlacedRecord> page(const base::OrgId& org, const std::string& fact_id, std::int64_t after,
                                   std::size_t limit) const;

private:
    void add_facts(const base::OrgId& org, const FactSet& set);
    void add_records(const base::OrgId& org, const FactSet& set);

    sql::Connection& db_;
    const base::Clock& clock_;
};

}  // namespace indicators
