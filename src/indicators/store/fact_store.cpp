// SPDX-License-Identifier: Apache-2.0
#include "indicators/store/fact_store.h"

#include "indicators/store/rows.h"

namespace indicators {

namespace {

sql::Value exact_value(const std::optional<base::Ratio>& value)
{
    return value ? sql::Value{exact_text(*value)} : sql::Value{};
}

std::optional<base::Ratio> exact_if(const sql::Row& row, std::string_view column)
{
    const auto text = row.text_if(column);
    return text ? std::optional{parse_exact(*text).value()} : std::nullopt;
}

Fact fact_of(const sql::Row& row)
{
    Fact fact;
    fact.id = row.text("id");
    fact.code = row.text("code");
    fact.kind = fact_kind(row.text("kind"));
    fact.name = row.text("name");
    fact.value = exact_if(row, "value");
    fact.unit = row.text("unit");
    if (const auto decimals = row.integer_if("decimals")) fact.decimals = static_cast<int>(*decimals);
    fact.words = row.text("words");
    fact.numerator = exact_if(row, "fact_numerator");
    fact.denominator = exact_if(row, "denominator");
    fact.asked = row.integer_if("asked");
    fact.formula = row.text("formula");
    fact.definition = row.text("definition");
    fact.period = row.text("fact_period");
    fact.measure = measure_of(row);
    fact.source = row.text("fact_source");
    fact.empty_cells = row.integer("empty_cells");
    fact.undated = row.integer("undated");
    if (const auto code = row.text_if("missing_code"))
        fact.missing = base::Error{base::ErrorKind::invalid, *code, parse_args(row.text("missing_args"))};
    fact.digest = row.text("digest");
    return fact;
}

FactRecord record_of(const sql::Row& row)
{
    return {row.text("record_id"), row.text("digest"), row.text("place"), record_role(row.text("role"))};
}

}  // namespace

FactSet FactStore::add(const base::OrgId& org, base::FiscalYear year, base::Date as_of, std::vector<Fact> facts)
{
    for (Fact& fact : facts) {
        fact.id = base::new_uuid(clock_);
        fact = seal(std::move(fact));
    }
    FactSet set{base::new_id<FactSetTag>(clock_), year, as_of, clock_.milliseconds_since_1970(), digest_of(facts)};
    set.facts = std::move(facts);
    constexpr std::string_view insert = R"(
        INSERT INTO indicators_fact_set (org_id, id, year, as_of, frozen_ms, digest)
        VALUES (:org_id, :id, :year, :as_of, :frozen_ms, :digest))";
    db_.execute(insert, {{"org_id", org},
                         {"id", set.id},
                         {"year", year.year},
                         {"as_of", as_of},
                         {"frozen_ms", set.frozen_ms},
                         {"digest", set.digest}});
    add_facts(org, set);
    add_records(org, set);
    return set;
}

void FactStore::add_facts(const base::OrgId& org, const FactSet& set)
{
    sql::BulkInsert bulk{db_,
                         "indicators_fact",
                         {"org_id",      "set_id",  "position",     "id",           "kind",        "code",
                          "name",        "value",   "unit",         "decimals",     "words",       "fact_numerator",
                          "denominator", "asked",   "formula",      "definition",   "fact_period", "fact_source",
                          "source",      "method",  "field",        "filter",       "numerator",   "period",
                          "empty_cells", "undated", "missing_code", "missing_args", "digest"}};
    std::int64_t position = 0;
    for (const Fact& fact : set.facts) {
        const MeasureText& measure = fact.measure;
        const auto missing_code = fact.missing ? std::optional{fact.missing->code} : std::nullopt;
        bulk.add({org,
                  set.id,
                  ++position,
                  fact.id,
                  to_text(fact.kind),
                  fact.code,
                  fact.name,
                  exact_value(fact.value),
                  fact.unit,
                  fact.decimals,
                  fact.words,
                  exact_value(fact.numerator),
                  exact_value(fact.denominator),
                  fact.asked,
                  fact.formula,
                  fact.definition,
                  fact.period,
                  fact.source,
                  measure.source,
                  measure.method,
                  measure.field,
                  measure.filter,
                  measure.numerator,
                  measure.period,
                  fact.empty_cells,
                  fact.undated,
                  missing_code,
                  args_text(fact.missing ? fact.missing->args : base::ErrorArgs{}),
                  fact.digest});
    }
    bulk.finish();
}

void FactStore::add_records(const base::OrgId& org, const FactSet& set)
{
    sql::BulkInsert bulk{
        db_, "indicators_fact_record", {"org_id", "fact_id", "position", "record_id", "digest", "place", "role"}};
    for (const Fact& fact : set.facts) {
        std::int64_t position = 0;
        for (const FactRecord& record : fact.records)
            bulk.add({org, fact.id, ++position, record.id, record.digest, record.place, to_text(record.role)});
    }
    bulk.finish();
}

base::Result<FactSet> FactStore::find(const base::OrgId& org, const FactSetId& id, FactDetail detail) const
{
    const sql::Parameters of_set{{"org_id", org}, {"set_id", id}};
    constexpr std::string_view one = R"(
        SELECT year, as_of, frozen_ms, digest FROM indicators_fact_set WHERE org_id = :org_id AND id = :set_id)";
    const auto found = db_.query(one, of_set);
    if (found.empty())
        return base::fail(base::ErrorKind::not_found, "indicators.fact_set.unknown", {{"id", id.text()}});
    const sql::Row& row = found.front();
    FactSet set{
        id, {static_cast<int>(row.integer("year"))}, row.date("as_of"), row.integer("frozen_ms"), row.text("digest")};
    constexpr std::string_view facts = R"(
        SELECT id, kind, code, name, value, unit, decimals, words, fact_numerator, denominator, asked, formula,
               definition, fact_period, fact_source, source, method, field, filter, numerator, period, empty_cells, undated,
               missing_code, missing_args, digest
          FROM indicators_fact
         WHERE org_id = :org_id AND set_id = :set_id
         ORDER BY position)";
    db_.each(facts, of_set, [&](const sql::Row& fact) { set.facts.push_back(fact_of(fact)); });
    if (detail == FactDetail::with_records)
        for (Fact& fact : set.facts) fact.records = records(org, fact.id);
    return set;
}

std::vector<FactRecord> FactStore::records(const base::OrgId& org, const std::string& fact_id) const
{
    constexpr std::string_view of_fact = R"(
        SELECT record_id, digest, place, role
          FROM indicators_fact_record
         WHERE org_id = :org_id AND fact_id = :fact_id
         ORDER BY position)";
    std::vector<FactRecord> list;
    db_.each(of_fact, {{"org_id", org}, {"fact_id", fact_id}},
             [&](const sql::Row& row) { list.push_back(record_of(row)); });
    return list;
}

std::int64_t FactStore::count_records(const base::OrgId& org, const std::string& fact_id) const
{
    constexpr std::string_view of_fact = R"(
        SELECT COUNT(*) AS records FROM indicators_fact_record WHERE org_id = :org_id AND fact_id = :fact_id)";
    return db_.query(of_fact, {{"org_id", org}, {"fact_id", fact_id}}).front().integer("records");
}

std::vector<PlacedRecord> FactStore::page(const base::OrgId& org, const std::string& fact_id, std::int64_t after,
                                          std::size_t limit) const
{
    constexpr std::string_view behind = R"(
        SELECT position, record_id, digest, place, role
          FROM indicators_fact_record
         WHERE org_id = :org_id AND fact_id = :fact_id AND position > :after
         ORDER BY position
         LIMIT :most)";
    std::vector<PlacedRecord> list;
    db_.each(behind,
             {{"org_id", org}, {"fact_id", fact_id}, {"after", after}, {"most", static_cast<std::int64_t>(limit)}},
             [&](const sql::Row& row) {
                 list.push_back({row.integer("position"), record_of(row)});
             });
    return list;
}

}  // namespace indicators
