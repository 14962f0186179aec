// SPDX-License-Identifier: Apache-2.0
#include "check/store/report_store.h"

namespace check {

namespace {

// Counts are asked of the findings: they cannot differ from them.
constexpr std::string_view select_reports = R"(
    SELECT r.id, r.file_name, r.digest, r.bytes, r.run_id, r.claims, r.account, r.checked_ms,
           (SELECT COUNT(*) FROM check_finding f
             WHERE f.org_id = r.org_id AND f.report_id = r.id AND f.severity = 'error') AS errors,
           (SELECT COUNT(*) FROM check_finding f
             WHERE f.org_id = r.org_id AND f.report_id = r.id AND f.severity = 'warning') AS warnings,
           (SELECT COUNT(*) FROM check_finding f
             WHERE f.org_id = r.org_id AND f.report_id = r.id AND f.severity = 'note') AS notes,
           (SELECT COUNT(*) FROM check_finding f
             WHERE f.org_id = r.org_id AND f.report_id = r.id AND f.severity = 'error'
               AND (SELECT COALESCE(MAX(w.position), 0) FROM check_waiver w
                     WHERE w.org_id = f.org_id AND w.digest = r.digest AND w.finding_key = f.finding_key) % 2 = 0)
           AS open_errors
      FROM check_report r)";

ReportSummary summary_of(const sql::Row& row)
{
    return {ReportId{row.text("id")},
            {row.text("file_name"), row.text("digest"), row.integer("bytes"), row.text_if("run_id")},
            row.integer("claims"),
            row.integer("errors"),
            row.integer("warnings"),
            row.integer("notes"),
            row.integer("open_errors"),
            row.text("account"),
            row.integer("checked_ms")};
}

}  // namespace

void ReportStore::add(const base::Actor& actor, const ReportSummary& report, const std::string& content)
{
    constexpr std::string_view insert = R"(
        INSERT INTO check_report (org_id, id, file_name, digest, bytes, run_id, claims, content, person, account,
                                  checked_ms)
        VALUES (:org_id, :id, :file_name, :digest, :bytes, :run_id, :claims, :content, :person, :account, :checked_ms))";
    db_.execute(insert, {{"org_id", org_},
                         {"id", report.id},
                         {"file_name", report.file.name},
                         {"digest", report.file.digest},
                         {"bytes", report.file.bytes},
                         {"run_id", report.file.run},
                         {"claims", report.claims},
                         {"content", content},
                         {"person", actor.person},
                         {"account", report.account},
                         {"checked_ms", report.checked_ms}});
}

void ReportStore::add(const ReportId& report, const Findings& findings)
{
    constexpr std::string_view insert = R"(
        INSERT INTO check_finding (org_id, report_id, position, finding_key, rule, severity)
        VALUES (:org_id, :report_id, :position, :finding_key, :rule, :severity))";
    const std::vector<std::string> keys = keys_of(findings);
    for (std::size_t i = 0; i < findings.size(); ++i)
        db_.execute(insert, {{"org_id", org_},
                             {"report_id", report},
                             {"position", static_cast<std::int64_t>(i)},
                             {"finding_key", keys[i]},
                             {"rule", findings[i].rule},
                             {"severity", to_string(findings[i].severity)}});
}

bool ReportStore::add(const base::Actor& actor, const WaiverRow& waiver)
{
    constexpr std::string_view insert = R"(
        INSERT INTO check_waiver (org_id, digest, finding_key, position, report_id, reason, person, account, made_ms)
        VALUES (:org_id, :digest, :finding_key, :position, :report_id, :reason, :person, :account, :made_ms)
        ON CONFLICT (org_id, digest, finding_key, position) DO NOTHING)";
    return db_.execute(insert, {{"org_id", org_},
                                {"digest", waiver.digest},
                                {"finding_key", waiver.finding},
                                {"position", waiver.position},
                                {"report_id", waiver.report},
                                {"reason", waiver.reason},
                                {"person", actor.person},
                                {"account", actor.name},
                                {"made_ms", waiver.made_ms}}) == 1;
}

std::vector<ReportSummary> ReportStore::page(const std::string& before, std::size_t limit) const
{
    constexpr std::string_view newest_first = R"(
         WHERE r.org_id = :org_id AND (:before = '' OR r.id < :before)
         ORDER BY r.id DESC
         LIMIT :limit)";
    std::vector<ReportSummary> reports;
    for (const sql::Row& row :
         db_.query(std::string{select_reports} + std::string{newest_first},
                   {{"org_id", org_}, {"before", before}, {"limit", static_cast<std::int64_t>(limit)}}))
        reports.push_back(summary_of(row));
    return reports;
}

std::optional<ReportSummary> ReportStore::find(const ReportId& id) const
{
    const auto rows = db_.query(std::string{select_reports} + " WHERE r.org_id = :org_id AND r.id = :id",
                                {{"org_id", org_}, {"id", id}});
    return rows.empty() ? std::nullopt : std::optional{summary_of(rows.front())};
}

std::string ReportStore::content(const ReportId& id) const
{
    constexpr std::string_view one = "SELECT content FROM check_report WHERE org_id = :org_id AND id = :id";
    return db_.query(one, {{"org_id", org_}, {"id", id}}).front().text("content");
}

std::optional<std::string> ReportStore::rule_of(const ReportId& report, const std::string& finding) const
{
    constexpr std::string_view one = R"(
        SELECT rule FROM check_finding
         WHERE org_id = :org_id AND report_id = :report_id AND finding_key = :finding_key)";
    const auto rows = db_.query(one, {{"org_id", org_}, {"report_id", report}, {"finding_key", finding}});
    return rows.empty() ? std::nullopt : std::optional{rows.front().text("rule")};
}

std::int64_t ReportStore::newest_waiver(const std::string& digest, const std::string& finding) const
{
    constexpr std::string_view newest = R"(
        SELECT COALESCE(MAX(position), 0) AS position FROM check_waiver
         WHERE org_id = :org_id AND digest = :digest AND finding_key = :finding_key)";
    return db_.query(newest, {{"org_id", org_}, {"digest", digest}, {"finding_key", finding}})
        .front()
        .integer("position");
}

Waivers ReportStore::waivers(const std::string& digest) const
{
    constexpr std::string_view of_file = R"(
        SELECT finding_key, position, reason, account, made_ms FROM check_waiver
         WHERE org_id = :org_id AND digest = :digest
         ORDER BY finding_key, position)";
    Waivers standing;
    db_.each(of_file, {{"org_id", org_}, {"digest", digest}}, [&](const sql::Row& row) {
        if (row.integer("position") % 2 == 0)
            standing.erase(row.text("finding_key"));
        else
            standing[row.text("finding_key")] = {row.text("reason"), row.text("account"), row.integer("made_ms")};
    });
    return standing;
}

}  // namespace check
