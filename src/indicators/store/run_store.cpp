// SPDX-License-Identifier: Apache-2.0
#include "indicators/store/run_store.h"

#include "indicators/store/rows.h"

namespace indicators {

namespace {

constexpr int points_scale = 2;

sql::Value hundredths(const std::optional<base::Decimal>& points)
{
    return points ? sql::Value{points->rounded(points_scale).digits()} : sql::Value{};
}

std::optional<base::Decimal> points_if(const sql::Row& row, std::string_view column)
{
    const auto number = row.integer_if(column);
    return number ? std::optional{base::Decimal{*number, points_scale}} : std::nullopt;
}

Run run_of(const sql::Row& row)
{
    Run run;
    run.id = RunId{row.text("id")};
    run.year = {static_cast<int>(row.integer("year"))};
    run.as_of = row.date("as_of");
    run.at_ms = row.integer("at_ms");
    run.actor = row.text("actor");
    run.fact_set = base::Id<FactSetTag>{row.text("set_id")};
    run.facts_digest = row.text("facts_digest");
    run.rule_set = {row.text("rule_set"), row.text("rule_set_title"), row.text("rule_set_digest")};
    if (const auto rate = row.text_if("execution_rate")) run.execution_rate = parse_exact(*rate).value();
    run.execution_score = points_if(row, "execution_hundredths");
    if (const auto weight = points_if(row, "execution_weight_hundredths"))
        run.execution_weight = weight->without_trailing_zeros();
    run.indicators_total = base::Decimal{row.integer("indicators_hundredths"), points_scale};
    run.total = points_if(row, "total_hundredths");
    run.grade = row.text_if("grade");
    if (const auto corrects = row.text_if("corrects")) run.corrects = RunId{*corrects};
    run.why = row.text("why");
    run.digest = row.text("digest");
    return run;
}

RunRow row_of(const sql::Row& row)
{
    RunRow read{row.text("code"), row.text("goal"),   row.text("level1"), row.text("level2"),
                row.text("name"), row.text("target"), row.text("unit"),   row.text("actual")};
    if (const auto weight = points_if(row, "weight_hundredths")) read.weight = weight->without_trailing_zeros();
    read.score = points_if(row, "score_hundredths");
    read.reason = row.text("reason");
    read.band = row.text("band");
    if (const auto published = row.text_if("published")) read.published = base::Decimal::parse(*published).value();
    read.note = row.text("note");
    read.version = static_cast<int>(row.integer("version"));
    read.fact_id = row.text_if("fact_id").value_or("");
    return read;
}

Severity severity_of(const std::string& text)
{
    if (text == to_string(Severity::error)) return Severity::error;
    return text == to_string(Severity::warning) ? Severity::warning : Severity::note;
}

constexpr std::string_view run_columns =
    "id, year, as_of, at_ms, actor, set_id, facts_digest, rule_set, rule_set_title, rule_set_digest, execution_rate,"
    " execution_hundredths, execution_weight_hundredths, indicators_hundredths, total_hundredths, grade, corrects, why,"
    " digest";

}  // namespace

void RunStore::add(const std::vector<OrgRun>& runs)
{
    sql::BulkInsert bulk{db_,
                         "indicators_run",
                         {"org_id",
                          "id",
                          "year",
                          "as_of",
                          "at_ms",
                          "actor",
                          "set_id",
                          "facts_digest",
                          "rule_set",
                          "rule_set_title",
                          "rule_set_digest",
                          "execution_rate",
                          "execution_hundredths",
                          "execution_weight_hundredths",
                          "indicators_hundredths",
                          "total_hundredths",
                          "grade",
                          "corrects",
                          "why",
                          "digest"}};
    for (const auto& [org, run] : runs) {
        const auto rate = run.execution_rate ? std::optional{exact_text(*run.execution_rate)} : std::nullopt;
        bulk.add({org,
                  run.id,
                  run.year.year,
                  run.as_of,
                  run.at_ms,
                  run.actor,
                  run.fact_set,
                  run.facts_digest,
                  run.rule_set.id,
                  run.rule_set.title,
                  run.rule_set.digest,
                  rate,
                  hundredths(run.execution_score),
                  hundredths(run.execution_weight),
                  hundredths(run.indicators_total),
                  hundredths(run.total),
                  run.grade,
                  run.corrects,
                  run.why,
                  run.digest});
    }
    bulk.finish();
    add_rows(runs);
    add_findings(runs);
}

void RunStore::add_rows(const std::vector<OrgRun>& runs)
{
    sql::BulkInsert bulk{
        db_,
        "indicators_run_row",
        {"org_id", "run_id", "position", "code", "goal", "level1", "level2", "name", "target", "unit", "actual",
         "weight_hundredths", "score_hundredths", "reason", "band", "published", "note", "version"}};
    std::vector<sql::Value> values;
    for (const auto& [org, run] : runs) {
        std::int64_t position = 0;
        for (const RunRow& row : run.rows) {
            const auto published = row.published ? std::optional{row.published->to_string()} : std::nullopt;
            bulk.add(set_row(values, org, run.id, ++position, row.code, row.goal, row.level1, row.level2, row.name,
                             row.target, row.unit, row.actual, hundredths(row.weight), hundredths(row.score),
                             row.reason, row.band, published, row.note, row.version));
        }
    }
    bulk.finish();
}

void RunStore::add_findings(const std::vector<OrgRun>& runs)
{
    sql::BulkInsert bulk{
        db_,
        "indicators_run_finding",
        {"org_id", "run_id", "position", "row_position", "rule", "severity", "args", "places", "numbers"}};
    std::vector<sql::Value> values;
    for (const auto& [org, run] : runs) {
        std::int64_t position = 0;
        const auto add = [&, &id = run.id, &of = org](const Findings& findings, std::int64_t row) {
            for (const Finding& finding : findings)
                bulk.add(set_row(values, of, id, ++position, row, finding.rule, to_string(finding.severity),
                                 args_text(finding.args), list_text(finding.places), list_text(finding.numbers)));
        };
        add(run.findings, 0);
        for (std::size_t i = 0; i < run.rows.size(); ++i) add(run.rows[i].findings, static_cast<std::int64_t>(i) + 1);
    }
    bulk.finish();
}

base::Result<Run> RunStore::find(const base::OrgId& org, const RunId& id) const
{
    const sql::Parameters of_run{{"org_id", org}, {"run_id", id}};
    const std::string one =
        "SELECT " + std::string{run_columns} + " FROM indicators_run WHERE org_id = :org_id AND id = :run_id";
    const auto found = db_.query(one, of_run);
    if (found.empty()) return base::fail(base::ErrorKind::not_found, "indicators.run.unknown", {{"id", id.text()}});
    Run run = run_of(found.front());
    constexpr std::string_view rows = R"(
        SELECT row.code, row.goal, row.level1, row.level2, row.name, row.target, row.unit, row.actual,
               row.weight_hundredths, row.score_hundredths, row.reason, row.band, row.published, row.note, row.version,
               fact.id AS fact_id
          FROM indicators_run_row row
          JOIN indicators_run run ON run.org_id = row.org_id AND run.id = row.run_id
          LEFT JOIN indicators_fact fact ON fact.org_id = row.org_id AND fact.set_id = run.set_id
                                        AND fact.code = row.code AND fact.kind IN ('indicator', 'manual')
         WHERE row.org_id = :org_id AND row.run_id = :run_id
         ORDER BY row.position)";
    db_.each(rows, of_run, [&](const sql::Row& row) { run.rows.push_back(row_of(row)); });
    constexpr std::string_view findings = R"(
        SELECT row_position, rule, severity, args, places, numbers
          FROM indicators_run_finding
         WHERE org_id = :org_id AND run_id = :run_id
         ORDER BY position)";
    db_.each(findings, of_run, [&](const sql::Row& row) {
        const auto position = static_cast<std::size_t>(row.integer("row_position"));
        Findings& list = position == 0 ? run.findings : run.rows.at(position - 1).findings;
        list.push_back({row.text("rule"), severity_of(row.text("severity")), parse_args(row.text("args")),
                        parse_list(row.text("places")), parse_list(row.text("numbers"))});
    });
    return run;
}

std::vector<Run> RunStore::all(const base::OrgId& org) const
{
    const std::string of_org =
        "SELECT " + std::string{run_columns} + " FROM indicators_run WHERE org_id = :org_id ORDER BY id";
    std::vector<Run> runs;
    db_.each(of_org, {{"org_id", org}}, [&](const sql::Row& row) { runs.push_back(run_of(row)); });
    return runs;
}

bool RunStore::has_run(const base::OrgId& org, base::FiscalYear year) const
{
    return !db_.query("SELECT id FROM indicators_run WHERE org_id = :org_id AND year = :year LIMIT 1",
                      {{"org_id", org}, {"year", year.year}})
                .empty();
}

}  // namespace indicators
