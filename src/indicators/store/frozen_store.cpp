// SPDX-License-Identifier: Apache-2.0
#include "indicators/store/frozen_store.h"

#include <algorithm>

#include "indicators/store/rows.h"

namespace indicators {

namespace {

// Hands rows that come in the order of the organisations to their year.
class ByOrg {
public:
    explicit ByOrg(std::vector<FrozenYear>& years) : years_{years} {}

    FrozenYear* of(const std::string& org)
    {
        if (at_ < years_.size() && years_[at_].org.text() == org) return &years_[at_];
        const auto found =
            std::lower_bound(years_.begin(), years_.end(), org,
                             [](const FrozenYear& frozen, const auto& id) { return frozen.org.text() < id; });
        if (found == years_.end() || found->org.text() != org) return nullptr;
        at_ = static_cast<std::size_t>(found - years_.begin());
        return &*found;
    }

private:
    std::vector<FrozenYear>& years_;
    std::size_t at_ = 0;
};

// Rows come in any order, so that the database need not sort them; positions count from 1 without a gap.
template <class Thing>
Thing& at_position(std::vector<Thing>& things, const sql::Row& row)
{
    const auto position = static_cast<std::size_t>(row.integer("position"));
    if (things.size() < position) things.resize(position);
    return things[position - 1];
}

class FrozenReader {
public:
    FrozenReader(sql::Connection& db, base::FiscalYear year) : db_{db}, year_{year} {}

    std::vector<FrozenYear> read()
    {
        read_sets();
        read_goals();
        read_indicators();
        read_revisions();
        read_facts();
        read_entries();
        read_notes();
        return std::move(years_);
    }

private:
    template <class Take>
    void each(std::string_view statement, const Take& take)
    {
        ByOrg by_org{years_};
        db_.each(statement, {{"year", year_.year}}, [&](const sql::Row& row) {
            if (FrozenYear* const frozen = by_org.of(row.text("org_id"))) take(*frozen, row);
        });
    }

    void read_sets()
    {
        // Ids are made in the order of time: the largest is the newest.
        constexpr std::string_view newest = R"(
            SELECT org_id, id, digest, as_of
              FROM indicators_fact_set sets
             WHERE year = :year
               AND id = (SELECT MAX(id) FROM indicators_fact_set WHERE org_id = sets.org_id AND year = :year))";
        db_.each(newest, {{"year", year_.year}}, [&](const sql::Row& row) {
            FrozenYear& frozen = years_.emplace_back();
            frozen.org = base::OrgId{row.text("org_id")};
            frozen.fact_set = base::Id<FactSetTag>{row.text("id")};
            frozen.facts_digest = row.text("digest");
            frozen.as_of = row.date("as_of");
            frozen.basis.year = year_;
        });
        // In bytes, as ByOrg compares them; an engine's own order depends on its locale.
        std::sort(years_.begin(), years_.end(), [](const auto& a, const auto& b) { return a.org < b.org; });
    }

    void read_goals()
    {
        constexpr std::string_view goals = R"(
            SELECT org_id, position, number, text, share_hundredths FROM indicators_goal WHERE year = :year)";
        each(goals, [](FrozenYear& frozen, const sql::Row& row) {
            Goal& goal = at_position(frozen.targets.goals, row);
            goal = {row.text("number"), row.text("text")};
            if (const auto share = row.integer_if("share_hundredths"))
                goal.share = base::Decimal{*share, 2}.without_trailing_zeros();
        });
    }

    void read_indicators()
    {
        constexpr std::string_view indicators = R"(
            SELECT org_id, position, code, goal, level1, level2, name, sign, target, unit, weight_hundredths
              FROM indicators_indicator
             WHERE year = :year)";
        each(indicators, [](FrozenYear& frozen, const sql::Row& row) {
            IndicatorSetting& setting = at_position(frozen.targets.indicators, row);
            setting = {row.text("code"), row.text("goal"), row.text("level1"), row.text("level2"),
                       row.text("name"), row.text("sign"), row.text("target"), row.text("unit")};
            if (const auto weight = row.integer_if("weight_hundredths")) setting.weight = hundredths_text(*weight);
        });
    }

    void read_revisions()
    {
        constexpr std::string_view changes = R"(
            SELECT change.org_id, change.document, revision.dated_on, change.kind, change.code, change.part,
                   change.before_text, change.after_text
              FROM indicators_revision_change change
              JOIN indicators_revision revision
                ON revision.org_id = change.org_id AND revision.year = change.year AND revision.document = change.document
             WHERE change.year = :year
             ORDER BY change.org_id, change.position)";
        each(changes, [](FrozenYear& frozen, const sql::Row& row) {
            frozen.targets.revisions.push_back({row.text("document"),
                                                row.date("dated_on"),
                                                parse_revision_kind(row.text("kind")).value(),
                                                row.text("code"),
                                                row.text("part"),
                                                row.text("before_text"),
                                                row.text("after_text"),
                                                {}});
        });
    }

    void read_facts()
    {
        constexpr std::string_view facts = R"(
            SELECT fact.org_id, fact.kind, fact.code, fact.value, fact.unit, fact.decimals, fact.words
              FROM indicators_fact_set sets
              JOIN indicators_fact fact ON fact.org_id = sets.org_id AND fact.set_id = sets.id
             WHERE sets.year = :year AND fact.kind <> 'supporting'
               AND sets.id = (SELECT MAX(id) FROM indicators_fact_set WHERE org_id = sets.org_id AND year = :year))";
        each(facts, [](FrozenYear& frozen, const sql::Row& row) {
            Fact& fact = frozen.basis.facts.emplace_back();
            fact.kind = fact_kind(row.text("kind"));
            fact.code = row.text("code");
            if (const auto value = row.text_if("value")) fact.value = parse_exact(*value).value();
            fact.unit = row.text("unit");
            if (const auto decimals = row.integer_if("decimals")) fact.decimals = static_cast<int>(*decimals);
            fact.words = row.text("words");
        });
    }

    void read_entries()
    {
        constexpr std::string_view newest = R"(
            SELECT entry.org_id, entry.code, entry.actual, entry.band, entry.published, entry.remark
              FROM indicators_entry entry
              JOIN (SELECT org_id, code, MAX(id) AS id FROM indicators_entry WHERE year = :year GROUP BY org_id, code) newest
                ON newest.org_id = entry.org_id AND newest.id = entry.id
             ORDER BY entry.org_id, entry.code)";
        each(newest, [](FrozenYear& frozen, const sql::Row& row) {
            frozen.basis.entries.push_back(
                {row.text("code"), row.text("actual"), row.text("band"), row.text("published"), row.text("remark")});
        });
    }

    void read_notes()
    {
        constexpr std::string_view newest = R"(
            SELECT note.org_id, note.code, note.kind, note.text
              FROM indicators_note note
              JOIN (SELECT org_id, code, kind, MAX(id) AS id FROM indicators_note WHERE year = :year
                     GROUP BY org_id, code, kind) newest
                ON newest.org_id = note.org_id AND newest.id = note.id
             ORDER BY note.org_id, note.code, note.kind)";
        each(newest, [](FrozenYear& frozen, const sql::Row& row) {
            frozen.basis.notes.push_back(
                {row.text("code"), parse_note_kind(row.text("kind")).value(), row.text("text")});
        });
    }

    sql::Connection& db_;
    base::FiscalYear year_;
    std::vector<FrozenYear> years_;
};

}  // namespace

std::vector<FrozenYear> read_frozen_years(sql::Connection& db, base::FiscalYear year)
{
    return FrozenReader{db, year}.read();
}

}  // namespace indicators
