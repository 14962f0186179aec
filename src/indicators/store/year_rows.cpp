// SPDX-License-Identifier: Apache-2.0
#include "indicators/store/year_rows.h"

namespace indicators {

namespace {

struct Rows {
    const char* table;
    std::vector<const char*> columns;
    const char* condition;
    const char* order;
};

constexpr const char* uncorrected = " AND correction_id IS NULL";

const std::vector<Rows>& tables_of(YearPart part)
{
    static const std::vector<Rows> targets{
        {"indicators_goal", {"number", "position", "text", "share_hundredths"}, "", "number"},
        {"indicators_indicator",
         {"code", "position", "goal", "level1", "level2", "name", "sign", "target", "unit", "weight_hundredths",
          "source", "method", "field", "filter", "numerator", "period", "definition"},
         "",
         "code"},
        {"indicators_support",
         {"code", "position", "name", "source", "method", "field", "filter", "numerator", "period", "definition",
          "unit", "decimals"},
         "",
         "code"}};
    static const std::vector<Rows> revisions{
        {"indicators_revision", {"document", "dated_on", "position"}, uncorrected, "document"},
        {"indicators_revision_change",
         {"document", "position", "kind", "code", "part", "before_text", "after_text", "reason"},
         " AND document IN (SELECT r.document FROM indicators_revision r WHERE r.org_id = :org_id AND r.year = :year "
         "AND r.correction_id IS NULL)",
         "document, position"}};
    static const std::vector<Rows> entries{
        {"indicators_entry", {"id", "code", "actual", "band", "published", "remark", "entered_ms"}, uncorrected, "id"}};
    static const std::vector<Rows> notes{
        {"indicators_note", {"id", "code", "kind", "text", "entered_ms"}, uncorrected, "id"}};
    static const std::vector<Rows> evidence{{"indicators_evidence",
                                             {"code", "file_name", "digest", "bytes", "added_ms"},
                                             uncorrected,
                                             "code, file_name, digest"}};
    switch (part) {
        case YearPart::targets: return targets;
        case YearPart::revisions: return revisions;
        case YearPart::entries: return entries;
        case YearPart::notes: return notes;
        case YearPart::evidence: break;
    }
    return evidence;
}

}  // namespace

void each_row(sql::Connection& db, const base::OrgId& org, base::FiscalYear year, YearPart part,
              const std::function<void(const std::vector<std::string>&)>& visit)
{
    for (const Rows& rows : tables_of(part)) {
        std::string select;
        for (const char* const column : rows.columns)
            select += (select.empty() ? "SELECT CAST(" : ", CAST(") + std::string{column} + " AS TEXT) AS " + column;
        select += std::string{" FROM "} + rows.table + " WHERE org_id = :org_id AND year = :year" + rows.condition +
                  " ORDER BY " + rows.order;
        db.each(select, {{"org_id", org}, {"year", year.year}}, [&](const sql::Row& row) {
            std::vector<std::string> fields{rows.table};
            for (const char* const column : rows.columns) fields.push_back(row.text_if(column).value_or(""));
            visit(fields);
        });
    }
}

}  // namespace indicators
