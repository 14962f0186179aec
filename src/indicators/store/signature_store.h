// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "base/actor.h"
#include "indicators/core/run_findings.h"
#include "sql/connection.h"

namespace indicators {

// The only code that reads or writes indicators_waiver and indicators_signature. Rows are only ever added.
class SignatureStore {
public:
    explicit SignatureStore(sql::Connection& db) : db_{db} {}

    // False: it is there already, and nothing was written.
    bool add(const base::Actor& actor, const RunId& run, const Waiver& waiver);
    bool add(const base::Actor& actor, const RunId& run, const Signature& signature);

    std::vector<Waiver> waivers(const base::OrgId& org, const RunId& run) const;  // by finding
    std::optional<Signature> signature(const base::OrgId& org, const RunId& run) const;
    std::map<RunId, Signature> signatures(const base::OrgId& org) const;

private:
    sql::Connection& db_;
};

}  // namespace indicators
