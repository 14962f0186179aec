// SPDX-License-Identifier: Apache-2.0
#include "reports/store/narrative_store.h"

namespace reports {

std::int64_t NarrativeStore::newest_version(const base::OrgId& org, base::FiscalYear year,
                                            const std::string& section) const
{
    constexpr std::string_view newest = R"(
        SELECT CAST(COALESCE(MAX(version), 0) AS BIGINT) AS version
          FROM reports_narrative
         WHERE org_id = :org_id AND year = :year AND section = :section)";
    return db_.query(newest, {{"org_id", org}, {"year", year.year}, {"section", section}}).front().integer("version");
}

base::Result<std::int64_t> NarrativeStore::add(const base::Actor& actor, base::FiscalYear year,
                                               const std::string& section, std::int64_t version,
                                               const std::string& paragraphs, std::int64_t at_ms)
{
    constexpr std::string_view insert = R"(
        INSERT INTO reports_narrative (org_id, year, section, version, paragraphs, actor, at_ms)
        VALUES (:org_id, :year, :section, :version, :paragraphs, :actor, :at_ms))";
    try {
        db_.execute(insert, {{"org_id", actor.org},
                             {"year", year.year},
                             {"section", section},
                             {"version", version},
                             {"paragraphs", paragraphs},
                             {"actor", actor.name},
                             {"at_ms", at_ms}});
    } catch (const sql::SqlError& error) {
        if (error.violation() != sql::Violation::unique) throw;
        return base::fail(base::ErrorKind::conflict, "reports.text.changed_meanwhile", {{"section", section}});
    }
    return version;
}

std::map<std::string, NarrativeStore::Version> NarrativeStore::newest_versions(const base::OrgId& org,
                                                                               base::FiscalYear year) const
{
    constexpr std::string_view all = R"(
        SELECT section, version, paragraphs, actor, at_ms
          FROM reports_narrative
         WHERE org_id = :org_id AND year = :year
         ORDER BY section, version)";
    std::map<std::string, Version> texts;
    for (const auto& row : db_.query(all, {{"org_id", org}, {"year", year.year}}))
        texts[row.text("section")] = {row.integer("version"), row.text("paragraphs"), row.text("actor"),
                                      row.integer("at_ms")};
    return texts;
}

}  // namespace reports
