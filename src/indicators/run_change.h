// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to the slice: what the audit record of a run says.

#include <string>

#include "identity/identity.h"
#include "indicators/core/run.h"

namespace indicators {

inline identity::Change change_of(const Run& run)
{
    const std::string total = run.total ? run.total->to_string() : "null";
    return {"indicators.run.evaluate", std::to_string(run.year.year) + " " + run.rule_set.id,
            "run " + run.id.text() + ", total " + total + ", facts " + run.facts_digest, std::nullopt, run.digest};
}

}  // namespace indicators
