// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/date.h"
#include "base/id.h"
#include "base/period.h"
#include "indicators/core/targets.h"
#include "sql/connection.h"

namespace indicators {

// The only code that reads or writes indicators_entry, _note and _evidence. Rows are only ever added.
class EntryStore {
public:
    // `correction`: what is added to a closed year names it.
    EntryStore(sql::Connection& db, const base::Clock& clock, std::optional<std::string> correction = {})
        : db_{db}, clock_{clock}, correction_{std::move(correction)}
    {
    }

    // The newest entry of each indicator, and the newest note of each indicator and kind, by code; what was taken back
    // is none.
    std::vector<Entry> entries(const base::OrgId& org, base::FiscalYear year) const;
    // The newest at the end of that day.
    std::vector<Entry> entries_until(const base::OrgId& org, base::FiscalYear year, base::Date day) const;
    std::vector<Note> notes(const base::OrgId& org, base::FiscalYear year) const;
    std::vector<Evidence> evidence(const base::OrgId& org, base::FiscalYear year) const;
    struct YearEvidence {
        base::FiscalYear year;
        Evidence evidence;
    };
    std::vector<YearEvidence> evidence_with(const base::OrgId& org, const std::string& digest) const;
    std::int64_t evidence_bytes(const base::OrgId& org) const;  // each content counted once

    // False: the same thing was there already, or nothing that could be taken back, and nothing was written.
    bool add(const base::OrgId& org, base::FiscalYear year, const Entry& entry);
    bool add(const base::OrgId& org, base::FiscalYear year, const Note& note);
    bool add(const base::OrgId& org, base::FiscalYear year, const Evidence& evidence);

private:
    std::vector<Entry> newest(const base::OrgId& org, base::FiscalYear year, std::int64_t before_ms) const;

    sql::Connection& db_;
    const base::Clock& clock_;
    std::optional<std::string> correction_;
};

}  // namespace indicators
