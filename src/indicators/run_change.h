// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to the slice: the audit record of a run.

#include <string>

#include "identity/identity.h"
#include "indicators/core/run.h"

namespace indicators {

// For the actor's organisation, inside the transaction that stores the run.
inline void record_run(sql::Connection& db, const base::Actor& actor, const base::Clock& clock, const Run& run)
{
    const std::string subject = std::to_string(run.year.year) + " " + run.rule_set.id;
    const std::string total = run.total ? run.total->to_string() : "null";
    const std::string detail = "run " + run.id.text() + ", total " + total + ", facts " + run.facts_digest;
    identity::record(db, actor, clock, {"indicators.run.evaluate", subject, detail, std::nullopt, run.digest});
}

}  // namespace indicators
