// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/checked_reports.h"

namespace check {

// A row of check_waiver: an odd position waives, an even one withdraws.
struct WaiverRow {
    std::string digest;
    std::string finding;
    std::int64_t position = 0;
    ReportId report;
    std::string reason;
    std::int64_t made_ms = 0;
};

// The only code that reads or writes check_* tables. Rows are only ever added.
class ReportStore {
public:
    ReportStore(sql::Connection& db, base::OrgId org) : db_{db}, org_{std::move(org)} {}

    // Without its counts: they are those of the findings.
    void add(const base::Actor& actor, const ReportSummary& report, const std::string& content);
    void add(const ReportId& report, const Findings& findings);
    // False when somebody else was the next one.
    bool add(const base::Actor& actor, const WaiverRow& waiver);

    std::vector<ReportSummary> page(const std::string& before, std::size_t limit) const;
    std::optional<ReportSummary> find(const ReportId& id) const;
    std::string content(const ReportId& id) const;
    std::optional<std::string> rule_of(const ReportId& report, const std::string& finding) const;
    std::int64_t newest_waiver(const std::string& digest, const std::string& finding) const;  // 0: none
    Waivers waivers(const std::string& digest) const;

private:
    sql::Connection& db_;
    base::OrgId org_;
};

}  // namespace check
