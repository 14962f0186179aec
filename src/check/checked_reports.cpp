// SPDX-License-Identifier: Apache-2.0
#include "check/checked_reports.h"

#include "check/store/content.h"
#include "check/store/report_store.h"
#include "identity/identity.h"

namespace check {

using base::ErrorKind;
using base::fail;

namespace {

// About two million letters with their marks: what a browser can still show.
constexpr std::size_t most_content_bytes = std::size_t{16} << 20;

bool is_blank(const std::string& text)
{
    return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

std::string counts_of(const ReportSummary& summary)
{
    return "errors " + std::to_string(summary.errors) + ", warnings " + std::to_string(summary.warnings) + ", notes " +
           std::to_string(summary.notes);
}

}  // namespace

base::Result<ReportSummary> CheckedReports::add(const base::Actor& actor, const CheckedFile& file,
                                                const Checked& checked)
{
    if (!actor.may("check.run")) return fail(ErrorKind::forbidden, "check.report.forbidden", {{"actor", actor.name}});
    const std::string content = to_content(checked);
    if (content.size() > most_content_bytes)
        return fail(ErrorKind::invalid, "check.report.too_long",
                    {{"file", file.name}, {"most", std::to_string(most_content_bytes >> 20) + " MB"}});
    sql::Transaction transaction{db_};
    const ReportId id = base::new_id<CheckedReportTag>(clock_);
    ReportStore store{db_, actor.org};
    store.add(actor,
              {id, file, static_cast<std::int64_t>(checked.claims.size()), 0, 0, 0, 0, actor.name,
               clock_.milliseconds_since_1970()},
              content);
    store.add(id, checked.findings);
    ReportSummary summary = store.find(id).value();
    identity::record(db_, actor, clock_, {"check.report", file.name, counts_of(summary), std::nullopt, file.digest});
    transaction.commit();
    return summary;
}

ReportPage CheckedReports::page(const base::OrgId& org, const std::string& before, std::size_t limit) const
{
    ReportPage page{ReportStore{db_, org}.page(before, limit + 1), {}};
    if (page.reports.size() > limit) {
        page.reports.pop_back();
        page.next = page.reports.back().id.text();
    }
    return page;
}

base::Result<KeptReport> CheckedReports::find(const base::OrgId& org, const ReportId& id) const
{
    const ReportStore store{db_, org};
    auto summary = store.find(id);
    if (!summary) return fail(ErrorKind::not_found, "check.report.unknown", {{"report", id.text()}});
    KeptReport kept{*std::move(summary), from_content(store.content(id))};
    kept.checked.text.file = kept.summary.file.name;
    kept.checked.waivers = waivers_beside(kept.checked.findings, waivers(org, kept.summary.file.digest));
    return kept;
}

base::Result<void> CheckedReports::record(const base::Actor& actor, const ReportId& id, const std::string& finding,
                                          const std::string& reason, Act act)
{
    if (!actor.may("check.waive")) return fail(ErrorKind::forbidden, "check.waiver.forbidden", {{"actor", actor.name}});
    if (is_blank(reason)) return fail(ErrorKind::invalid, "check.waiver.reason_missing");
    sql::Transaction transaction{db_};
    ReportStore store{db_, actor.org};
    const auto report = store.find(id);
    if (!report) return fail(ErrorKind::not_found, "check.report.unknown", {{"report", id.text()}});
    const auto rule = store.rule_of(id, finding);
    if (!rule) return fail(ErrorKind::not_found, "check.finding.unknown", {{"finding", finding}});
    const std::int64_t newest = store.newest_waiver(report->file.digest, finding);
    const bool is_waived = newest % 2 == 1;
    const base::Error refused{ErrorKind::conflict,
                              act == Act::waive ? "check.finding.waived_already" : "check.finding.not_waived",
                              {{"rule", *rule}}};
    if (is_waived == (act == Act::waive)) return tl::unexpected<base::Error>(refused);
    // Somebody else was the next one meanwhile: then it stands as it was asked for.
    if (!store.add(actor, {report->file.digest, finding, newest + 1, id, reason, clock_.milliseconds_since_1970()}))
        return tl::unexpected<base::Error>(refused);
    const std::string detail = *rule + " " + finding + ": " + reason;
    const std::string& name = report->file.name;
    if (act == Act::waive)
        identity::record(db_, actor, clock_, {"check.finding.waive", name, detail, std::nullopt, report->file.digest});
    else
        identity::record(db_, actor, clock_, {"check.finding.withdraw", name, detail, report->file.digest});
    transaction.commit();
    return {};
}

base::Result<void> CheckedReports::waive(const base::Actor& actor, const ReportId& id, const std::string& finding,
                                         const std::string& reason)
{
    return record(actor, id, finding, reason, Act::waive);
}

base::Result<void> CheckedReports::withdraw(const base::Actor& actor, const ReportId& id, const std::string& finding,
                                            const std::string& reason)
{
    return record(actor, id, finding, reason, Act::withdraw);
}

Waivers CheckedReports::waivers(const base::OrgId& org, const std::string& digest) const
{
    return ReportStore{db_, org}.waivers(digest);
}

}  // namespace check
