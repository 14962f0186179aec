// SPDX-License-Identifier: Apache-2.0
// The only code that reads or writes identity_draft and identity_preference.
#include "identity/store/note_store.h"

namespace identity {

namespace {

// The two tables read alike; a statement is a literal, so each has its own.
struct Statements {
    std::string_view find;
    std::string_view count;
    std::string_view save;
    std::string_view remove;
};

constexpr Statements of_drafts{
    "SELECT value, saved_ms FROM identity_draft WHERE org_id = :org_id AND person_id = :person_id AND name = :name",
    "SELECT COUNT(*) AS n FROM identity_draft WHERE org_id = :org_id AND person_id = :person_id AND name <> :name",
    R"(INSERT INTO identity_draft (org_id, person_id, name, value, saved_ms)
       VALUES (:org_id, :person_id, :name, :value, :saved_ms)
       ON CONFLICT (org_id, person_id, name) DO UPDATE SET value = excluded.value, saved_ms = excluded.saved_ms)",
    "DELETE FROM identity_draft WHERE org_id = :org_id AND person_id = :person_id AND name = :name"};

constexpr Statements of_preferences{
    "SELECT value, saved_ms FROM identity_preference WHERE org_id = :org_id AND person_id = :person_id AND name = "
    ":name",
    "SELECT COUNT(*) AS n FROM identity_preference WHERE org_id = :org_id AND person_id = :person_id AND name <> :name",
    R"(INSERT INTO identity_preference (org_id, person_id, name, value, saved_ms)
       VALUES (:org_id, :person_id, :name, :value, :saved_ms)
       ON CONFLICT (org_id, person_id, name) DO UPDATE SET value = excluded.value, saved_ms = excluded.saved_ms)",
    "DELETE FROM identity_preference WHERE org_id = :org_id AND person_id = :person_id AND name = :name"};

const Statements& of(NoteKind kind)
{
    return kind == NoteKind::draft ? of_drafts : of_preferences;
}

}  // namespace

std::optional<Note> NoteStore::find(const NoteKey& key) const
{
    const auto rows =
        db_.query(of(key.kind).find, {{"org_id", key.org}, {"person_id", key.person}, {"name", key.name}});
    if (rows.empty()) return std::nullopt;
    return Note{rows.front().text("value"), rows.front().integer("saved_ms")};
}

std::int64_t NoteStore::count_of_others(const NoteKey& key) const
{
    const auto rows =
        db_.query(of(key.kind).count, {{"org_id", key.org}, {"person_id", key.person}, {"name", key.name}});
    return rows.front().integer("n");
}

void NoteStore::save(const NoteKey& key, const Note& note)
{
    db_.execute(of(key.kind).save, {{"org_id", key.org},
                                    {"person_id", key.person},
                                    {"name", key.name},
                                    {"value", note.value},
                                    {"saved_ms", note.saved_ms}});
}

void NoteStore::remove(const NoteKey& key)
{
    db_.execute(of(key.kind).remove, {{"org_id", key.org}, {"person_id", key.person}, {"name", key.name}});
}

std::vector<KnownDraft> NoteStore::drafts(const base::OrgId& org) const
{
    constexpr std::string_view select = R"(
        SELECT p.account, d.name, d.saved_ms
          FROM identity_draft d
          JOIN identity_person p ON p.id = d.person_id
         WHERE d.org_id = :org_id
         ORDER BY p.account, d.name)";
    std::vector<KnownDraft> found;
    for (const auto& row : db_.query(select, {{"org_id", org}}))
        found.push_back({row.text("account"), row.text("name"), row.integer("saved_ms")});
    return found;
}

}  // namespace identity
