// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "base/actor.h"
#include "base/period.h"
#include "base/result.h"
#include "sql/connection.h"

namespace reports {

// The only code that reads or writes reports_narrative.
class NarrativeStore {
public:
    explicit NarrativeStore(sql::Connection& db) : db_{db} {}

    std::int64_t newest_version(const base::OrgId& org, base::FiscalYear year, const std::string& section) const;
    // Refuses reports.text.changed_meanwhile when somebody else stored this version first.
    base::Result<std::int64_t> add(const base::Actor& actor, base::FiscalYear year, const std::string& section,
                                   std::int64_t version, const std::string& paragraphs, std::int64_t at_ms);
    struct Version {
        std::int64_t version = 0;
        std::string paragraphs;
        std::string actor;
        std::int64_t at_ms = 0;
    };
    std::map<std::string, Version> newest_versions(const base::OrgId& org, base::FiscalYear year) const;

private:
    sql::Connection& db_;
};

}  // namespace reports
