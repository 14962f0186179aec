// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/actor.h"
#include "base/clock.h"
#include "base/content_store.h"
#include "base/id.h"
#include "check/check.h"
#include "sql/connection.h"
#include "sql/migration.h"

namespace check {

std::span<const sql::Migration> migrations();

using ReportId = base::Id<struct CheckedReportTag>;

// What was checked: a file that somebody gave, or the report that we make of a run.
struct CheckedFile {
    std::string name;
    std::string digest;  // SM3 of the file, or of our report's text
    std::int64_t bytes = 0;
    std::optional<std::string> run = {};
};

// Where the .docx files that were checked lie, under their digests: their comments go into the file itself. Backups
// hold them; where one is missing, the text that was read gets the comments.
inline base::ContentStore originals(const std::filesystem::path& data)
{
    return base::ContentStore{data / "checked"};
}

// A row of the list.
struct ReportSummary {
    ReportId id;
    CheckedFile file;
    std::int64_t claims = 0;
    std::int64_t errors = 0;
    std::int64_t warnings = 0;
    std::int64_t notes = 0;
    std::int64_t open_errors = 0;  // errors that nobody waived
    std::string account;
    std::int64_t checked_ms = 0;
};

struct KeptReport {
    ReportSummary summary;
    Checked checked;  // as on the day of the check, with the waivers of today
};

struct ReportPage {
    std::vector<ReportSummary> reports;
    std::string next;  // empty at the end
};

// Reports with what was found in them. They are kept as they were read; a waiver belongs to the file (its digest), so
// that the same file has it again when it is checked once more.
class CheckedReports {
public:
    CheckedReports(sql::Connection& db, const base::Clock& clock) : db_{db}, clock_{clock} {}

    // Permission check.run. Refuses check.report.forbidden and check.report.too_long {most} (too much text to be
    // looked at in a page).
    base::Result<ReportSummary> add(const base::Actor& actor, const CheckedFile& file, const Checked& checked);
    // Newest first.
    ReportPage page(const base::OrgId& org, const std::string& before, std::size_t limit) const;
    // Refuses check.report.unknown.
    base::Result<KeptReport> find(const base::OrgId& org, const ReportId& id) const;

    // Permission check.waive. Refuses check.waiver.forbidden, check.waiver.reason_missing, check.report.unknown,
    // check.finding.unknown and check.finding.waived_already.
    base::Result<void> waive(const base::Actor& actor, const ReportId& id, const std::string& finding,
                             const std::string& reason);
    // The same the other way: check.finding.not_waived.
    base::Result<void> withdraw(const base::Actor& actor, const ReportId& id, const std::string& finding,
                                const std::string& reason);
    Waivers waivers(const base::OrgId& org, const std::string& digest) const;

private:
    enum class Act { waive, withdraw };
    base::Result<void> record(const base::Actor& actor, const ReportId& id, const std::string& finding,
                              const std::string& reason, Act act);

    sql::Connection& db_;
    const base::Clock& clock_;
};

}  // namespace check
