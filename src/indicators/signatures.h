// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <vector>

#include "indicators/core/run_findings.h"
#include "indicators/indicators.h"

namespace indicators {

// Who stands behind a run, and which of its errors somebody let stand.
struct RunStanding {
    std::optional<Signature> signature = {};
    std::vector<Waiver> waivers = {};
    std::optional<RunId> corrected_by = {};
};

// A run is signed once, when nothing contradicts it: its errors are waived with a reason or there are none, and the
// records, the evidence and the seals behind it are what they were. A refusal leaves nothing behind.
class Signatures {
public:
    Signatures(sql::Connection& db, const base::Clock& clock, std::filesystem::path data)
        : db_{db}, clock_{clock}, data_{std::move(data)}
    {
    }

    // Permission indicators.edit. Refuses indicators.waiver.forbidden, indicators.run.unknown, .signed,
    // indicators.finding.unknown {finding}, .not_an_error, .waived_already and indicators.waiver.reason_missing.
    base::Result<Waiver> waive(const base::Actor& actor, const RunId& run, std::int64_t finding,
                               const std::string& reason);
    // Permission indicators.sign. Refuses indicators.sign.forbidden, indicators.run.unknown, .signed, .corrected {by},
    // .open_errors {count} and .records_changed {count}, and what `check_report` refuses of the report of the run.
    using CheckReport = std::function<base::Result<void>(const Run&)>;
    base::Result<Signature> sign(const base::Actor& actor, const RunId& run, const FactSource& source,
                                 const CheckReport& check_report);

    RunStanding standing(const base::OrgId& org, const RunId& run) const;
    std::map<RunId, Signature> all(const base::OrgId& org) const;

private:
    sql::Connection& db_;
    const base::Clock& clock_;
    std::filesystem::path data_;
};

}  // namespace indicators
