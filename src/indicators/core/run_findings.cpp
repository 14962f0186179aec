// SPDX-License-Identifier: Apache-2.0
#include "indicators/core/run_findings.h"

#include <algorithm>

namespace indicators {

namespace {

const RunRow* row_of(const Run& run, const std::string& code)
{
    for (const RunRow& row : run.rows)
        if (row.code == code) return &row;
    return nullptr;
}

std::vector<std::string> different_parts(const RunRow& before, const RunRow& after)
{
    std::vector<std::string> parts;
    const auto differ = [&](const char* part, bool is_so) {
        if (is_so) parts.emplace_back(part);
    };
    differ("target", before.target != after.target);
    differ("actual", before.actual != after.actual);
    differ("weight", before.weight != after.weight);
    differ("score", before.score != after.score);
    differ("band", before.band != after.band);
    differ("note", before.note != after.note);
    differ("version", before.version != after.version);
    return parts;
}

}  // namespace

std::vector<NumberedFinding> numbered_findings(const Run& run)
{
    std::vector<NumberedFinding> all;
    const auto add = [&](const std::string& code, const Findings& findings) {
        for (const Finding& finding : findings)
            all.push_back({static_cast<std::int64_t>(all.size()) + 1, code, finding});
    };
    add({}, run.findings);
    for (const RunRow& row : run.rows) add(row.code, row.findings);
    return all;
}

std::vector<NumberedFinding> open_errors(const Run& run, const std::vector<Waiver>& waivers)
{
    std::vector<NumberedFinding> open = numbered_findings(run);
    std::erase_if(open, [&](const NumberedFinding& one) {
        const bool is_waived = std::any_of(waivers.begin(), waivers.end(),
                                           [&](const Waiver& waiver) { return waiver.finding == one.number; });
        return one.finding.severity != Severity::error || is_waived;
    });
    return open;
}

std::vector<RunRowChange> compare(const Run& before, const Run& after)
{
    std::vector<RunRowChange> rows;
    for (const RunRow& row : after.rows) {
        const RunRow* const then = row_of(before, row.code);
        rows.push_back(
            {row.code, row.name, then, &row, then ? different_parts(*then, row) : std::vector<std::string>{}});
    }
    for (const RunRow& row : before.rows)
        if (!row_of(after, row.code)) rows.push_back({row.code, row.name, &row, nullptr});
    return rows;
}

}  // namespace indicators
