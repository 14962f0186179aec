// SPDX-License-Identifier: Apache-2.0
#include "indicators/store/entry_store.h"

#include <algorithm>
#include <limits>

#include "base/instant.h"

namespace indicators {

namespace {

template <class Thing>
bool contains(const std::vector<Thing>& things, const Thing& thing)
{
    return std::find(things.begin(), things.end(), thing) != things.end();
}

}  // namespace

std::vector<Entry> EntryStore::entries(const base::OrgId& org, base::FiscalYear year) const
{
    return newest(org, year, std::numeric_limits<std::int64_t>::max());
}

std::vector<Entry> EntryStore::entries_until(const base::OrgId& org, base::FiscalYear year, base::Date day) const
{
    return newest(org, year, base::begin_of(base::Date::from_days(day.days_since_1970() + 1)));
}

std::vector<Entry> EntryStore::newest(const base::OrgId& org, base::FiscalYear year, std::int64_t before_ms) const
{
    constexpr std::string_view newest = R"(
        SELECT code, actual, band, published, remark
          FROM indicators_entry entry
         WHERE org_id = :org_id AND year = :year
           AND id = (SELECT MAX(id) FROM indicators_entry
                      WHERE org_id = :org_id AND year = :year AND code = entry.code AND entered_ms < :before_ms)
         ORDER BY code)";
    std::vector<Entry> entries;
    db_.each(newest, {{"org_id", org}, {"year", year.year}, {"before_ms", before_ms}}, [&](const sql::Row& row) {
        entries.push_back(
            {row.text("code"), row.text("actual"), row.text("band"), row.text("published"), row.text("remark")});
    });
    std::erase_if(entries, [](const Entry& entry) { return entry.is_taken_back(); });
    return entries;
}

std::vector<Note> EntryStore::notes(const base::OrgId& org, base::FiscalYear year) const
{
    constexpr std::string_view newest = R"(
        SELECT code, kind, text
          FROM indicators_note note
         WHERE org_id = :org_id AND year = :year
           AND id = (SELECT MAX(id) FROM indicators_note
                      WHERE org_id = :org_id AND year = :year AND code = note.code AND kind = note.kind)
         ORDER BY code, kind)";
    std::vector<Note> notes;
    db_.each(newest, {{"org_id", org}, {"year", year.year}}, [&](const sql::Row& row) {
        notes.push_back({row.text("code"), parse_note_kind(row.text("kind")).value(), row.text("text")});
    });
    std::erase_if(notes, [](const Note& note) { return note.is_taken_back(); });
    return notes;
}

std::vector<Evidence> EntryStore::evidence(const base::OrgId& org, base::FiscalYear year) const
{
    constexpr std::string_view of_year = R"(
        SELECT code, file_name, digest, bytes
          FROM indicators_evidence
         WHERE org_id = :org_id AND year = :year
         ORDER BY code, file_name, digest)";
    std::vector<Evidence> files;
    db_.each(of_year, {{"org_id", org}, {"year", year.year}}, [&](const sql::Row& row) {
        files.push_back({row.text("code"), row.text("file_name"), row.text("digest"), row.integer("bytes")});
    });
    return files;
}

std::vector<EntryStore::YearEvidence> EntryStore::evidence_with(const base::OrgId& org, const std::string& digest) const
{
    constexpr std::string_view with_digest = R"(
        SELECT year, code, file_name, digest, bytes
          FROM indicators_evidence
         WHERE org_id = :org_id AND digest = :digest
         ORDER BY year, code, file_name)";
    std::vector<YearEvidence> uses;
    db_.each(with_digest, {{"org_id", org}, {"digest", digest}}, [&](const sql::Row& row) {
        uses.push_back({{static_cast<int>(row.integer("year"))},
                        {row.text("code"), row.text("file_name"), row.text("digest"), row.integer("bytes")}});
    });
    return uses;
}

std::int64_t EntryStore::evidence_bytes(const base::OrgId& org) const
{
    constexpr std::string_view contents = R"(
        SELECT CAST(COALESCE(SUM(bytes), 0) AS BIGINT) AS bytes
          FROM (SELECT DISTINCT digest, bytes FROM indicators_evidence WHERE org_id = :org_id) kept)";
    return db_.query(contents, {{"org_id", org}}).front().integer("bytes");
}

bool EntryStore::add(const base::OrgId& org, base::FiscalYear year, const Entry& entry)
{
    const std::vector<Entry> known = entries(org, year);
    const bool is_known = std::any_of(known.begin(), known.end(), [&](const Entry& e) { return e.code == entry.code; });
    if (entry.is_taken_back() ? !is_known : contains(known, entry)) return false;
    constexpr std::string_view insert = R"(
        INSERT INTO indicators_entry (org_id, id, year, code, actual, band, published, remark, entered_ms,
                                      correction_id)
        VALUES (:org_id, :id, :year, :code, :actual, :band, :published, :remark, :entered_ms, :correction_id))";
    db_.execute(insert, {{"org_id", org},
                         {"id", base::new_uuid(clock_)},
                         {"year", year.year},
                         {"code", entry.code},
                         {"actual", entry.actual},
                         {"band", entry.band},
                         {"published", entry.published},
                         {"remark", entry.remark},
                         {"correction_id", correction_},
                         {"entered_ms", clock_.milliseconds_since_1970()}});
    return true;
}

bool EntryStore::add(const base::OrgId& org, base::FiscalYear year, const Note& note)
{
    const std::vector<Note> known = notes(org, year);
    const bool is_known = std::any_of(known.begin(), known.end(),
                                      [&](const Note& n) { return n.code == note.code && n.kind == note.kind; });
    if (note.is_taken_back() ? !is_known : contains(known, note)) return false;
    constexpr std::string_view insert = R"(
        INSERT INTO indicators_note (org_id, id, year, code, kind, text, entered_ms, correction_id)
        VALUES (:org_id, :id, :year, :code, :kind, :text, :entered_ms, :correction_id))";
    db_.execute(insert, {{"org_id", org},
                         {"id", base::new_uuid(clock_)},
                         {"year", year.year},
                         {"code", note.code},
                         {"kind", to_text(note.kind)},
                         {"text", note.text},
                         {"correction_id", correction_},
                         {"entered_ms", clock_.milliseconds_since_1970()}});
    return true;
}

bool EntryStore::add(const base::OrgId& org, base::FiscalYear year, const Evidence& evidence)
{
    constexpr std::string_view insert = R"(
        INSERT INTO indicators_evidence (org_id, year, code, file_name, digest, bytes, added_ms, correction_id)
        VALUES (:org_id, :year, :code, :file_name, :digest, :bytes, :added_ms, :correction_id)
        ON CONFLICT (org_id, year, code, file_name, digest) DO NOTHING)";
    return db_.execute(insert, {{"org_id", org},
                                {"year", year.year},
                                {"code", evidence.code},
                                {"file_name", evidence.file_name},
                                {"digest", evidence.digest},
                                {"bytes", evidence.bytes},
                                {"correction_id", correction_},
                                {"added_ms", clock_.milliseconds_since_1970()}}) == 1;
}

}  // namespace indicators
