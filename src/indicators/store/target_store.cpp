// SPDX-License-Identifier: Apache-2.0
#include "indicators/store/target_store.h"

#include <set>

#include "indicators/store/rows.h"

namespace indicators {

namespace {

std::optional<std::int64_t> share_hundredths(const Goal& goal)
{
    if (!goal.share) return std::nullopt;
    return goal.share->rounded(2).digits();
}

Goal goal_of(const sql::Row& row)
{
    Goal goal{row.text("number"), row.text("text")};
    if (const auto share = row.integer_if("share_hundredths"))
        goal.share = base::Decimal{*share, 2}.without_trailing_zeros();
    return goal;
}

SupportingMeasure support_of(const sql::Row& row)
{
    SupportingMeasure support{row.text("code"), row.text("name"), measure_of(row), row.text("definition"),
                              row.text("unit")};
    if (const auto decimals = row.integer_if("decimals")) support.decimals = static_cast<int>(*decimals);
    return support;
}

RevisionChange change_of(const sql::Row& row)
{
    return {row.text("document"),   row.date("dated_on"), parse_revision_kind(row.text("kind")).value(),
            row.text("code"),       row.text("part"),     row.text("before_text"),
            row.text("after_text"), row.text("reason")};
}

}  // namespace

Targets TargetStore::find(const base::OrgId& org, base::FiscalYear year) const
{
    const sql::Parameters of_year{{"org_id", org}, {"year", year.year}};
    Targets targets;
    constexpr std::string_view goals = R"(
        SELECT number, text, share_hundredths FROM indicators_goal
         WHERE org_id = :org_id AND year = :year ORDER BY position)";
    db_.each(goals, of_year, [&](const sql::Row& row) { targets.goals.push_back(goal_of(row)); });
    constexpr std::string_view indicators = R"(
        SELECT code, goal, level1, level2, name, sign, target, unit, weight_hundredths, source, method, field, filter,
               numerator, period, definition
          FROM indicators_indicator
         WHERE org_id = :org_id AND year = :year ORDER BY position)";
    db_.each(indicators, of_year, [&](const sql::Row& row) { targets.indicators.push_back(setting_of(row)); });
    constexpr std::string_view supports = R"(
        SELECT code, name, source, method, field, filter, numerator, period, definition, unit, decimals
          FROM indicators_support
         WHERE org_id = :org_id AND year = :year ORDER BY position)";
    db_.each(supports, of_year, [&](const sql::Row& row) { targets.supports.push_back(support_of(row)); });
    constexpr std::string_view changes = R"(
        SELECT change.document, revision.dated_on, change.kind, change.code, change.part, change.before_text,
               change.after_text, change.reason
          FROM indicators_revision_change change
          JOIN indicators_revision revision
            ON revision.org_id = change.org_id AND revision.year = change.year AND revision.document = change.document
         WHERE change.org_id = :org_id AND change.year = :year
         ORDER BY change.position)";
    db_.each(changes, of_year, [&](const sql::Row& row) { targets.revisions.push_back(change_of(row)); });
    return targets;
}

void TargetStore::replace(const base::OrgId& org, base::FiscalYear year, const Targets& targets)
{
    const sql::Parameters of_year{{"org_id", org}, {"year", year.year}};
    db_.execute("DELETE FROM indicators_revision WHERE org_id = :org_id AND year = :year", of_year);
    db_.execute("DELETE FROM indicators_support WHERE org_id = :org_id AND year = :year", of_year);
    db_.execute("DELETE FROM indicators_indicator WHERE org_id = :org_id AND year = :year", of_year);
    db_.execute("DELETE FROM indicators_goal WHERE org_id = :org_id AND year = :year", of_year);
    add_goals(org, year, targets.goals);
    add_indicators(org, year, targets.indicators);
    add_supports(org, year, targets.supports);
    add_revisions(org, year, targets.revisions, 0, std::nullopt);
}

std::vector<base::FiscalYear> TargetStore::years(const base::OrgId& org) const
{
    std::vector<base::FiscalYear> years;
    db_.each("SELECT DISTINCT year FROM indicators_indicator WHERE org_id = :org_id ORDER BY year", {{"org_id", org}},
             [&](const sql::Row& row) { years.push_back({static_cast<int>(row.integer("year"))}); });
    return years;
}

void TargetStore::add_goals(const base::OrgId& org, base::FiscalYear year, const std::vector<Goal>& goals)
{
    constexpr std::string_view insert = R"(
        INSERT INTO indicators_goal (org_id, year, number, position, text, share_hundredths)
        VALUES (:org_id, :year, :number, :position, :text, :share_hundredths))";
    std::int64_t position = 0;
    for (const Goal& goal : goals)
        db_.execute(insert, {{"org_id", org},
                             {"year", year.year},
                             {"number", goal.number},
                             {"position", ++position},
                             {"text", goal.text},
                             {"share_hundredths", share_hundredths(goal)}});
}

void TargetStore::add_indicators(const base::OrgId& org, base::FiscalYear year,
                                 const std::vector<IndicatorSetting>& settings)
{
    sql::BulkInsert bulk{
        db_,
        "indicators_indicator",
        {"org_id", "year", "code", "position", "goal", "level1", "level2", "name", "sign", "target", "unit",
         "weight_hundredths", "source", "method", "field", "filter", "numerator", "period", "definition"}};
    std::int64_t position = 0;
    for (const IndicatorSetting& setting : settings) {
        const MeasureText& measure = setting.measure;
        bulk.add({org, year.year, setting.code, ++position, setting.goal, setting.level1, setting.level2, setting.name,
                  setting.sign, setting.target, setting.unit, weight_value(setting.weight), measure.source,
                  measure.method, measure.field, measure.filter, measure.numerator, measure.period,
                  setting.definition});
    }
    bulk.finish();
}

void TargetStore::add_supports(const base::OrgId& org, base::FiscalYear year,
                               const std::vector<SupportingMeasure>& supports)
{
    sql::BulkInsert bulk{db_,
                         "indicators_support",
                         {"org_id", "year", "code", "position", "name", "source", "method", "field", "filter",
                          "numerator", "period", "definition", "unit", "decimals"}};
    std::int64_t position = 0;
    for (const SupportingMeasure& support : supports) {
        const MeasureText& measure = support.measure;
        bulk.add({org, year.year, support.code, ++position, support.name, measure.source, measure.method, measure.field,
                  measure.filter, measure.numerator, measure.period, support.definition, support.unit,
                  support.decimals});
    }
    bulk.finish();
}

void TargetStore::add(const base::OrgId& org, base::FiscalYear year, const std::vector<RevisionChange>& document,
                      const std::optional<std::string>& correction)
{
    constexpr std::string_view last = R"(
        SELECT CAST(COALESCE(MAX(position), 0) AS BIGINT) AS position
          FROM indicators_revision_change
         WHERE org_id = :org_id AND year = :year)";
    add_revisions(org, year, document,
                  db_.query(last, {{"org_id", org}, {"year", year.year}}).front().integer("position"), correction);
}

void TargetStore::add_revisions(const base::OrgId& org, base::FiscalYear year,
                                const std::vector<RevisionChange>& changes, std::int64_t position,
                                const std::optional<std::string>& correction)
{
    constexpr std::string_view insert_document = R"(
        INSERT INTO indicators_revision (org_id, year, document, dated_on, position, correction_id)
        VALUES (:org_id, :year, :document, :dated_on, :position, :correction_id))";
    constexpr std::string_view insert_change = R"(
        INSERT INTO indicators_revision_change (org_id, year, document, position, kind, code, part, before_text,
                                                after_text, reason)
        VALUES (:org_id, :year, :document, :position, :kind, :code, :part, :before_text, :after_text, :reason))";
    std::set<std::string> documents;
    for (const RevisionChange& change : changes) {
        ++position;
        if (documents.insert(change.document).second)
            db_.execute(insert_document, {{"org_id", org},
                                          {"year", year.year},
                                          {"document", change.document},
                                          {"dated_on", change.date},
                                          {"position", position},
                                          {"correction_id", correction}});
        db_.execute(insert_change, {{"org_id", org},
                                    {"year", year.year},
                                    {"document", change.document},
                                    {"position", position},
                                    {"kind", to_text(change.kind)},
                                    {"code", change.code},
                                    {"part", change.part},
                                    {"before_text", change.before},
                                    {"after_text", change.after},
                                    {"reason", change.reason}});
    }
}

}  // namespace indicators
