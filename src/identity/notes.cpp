// SPDX-License-Identifier: Apache-2.0
#include "identity/notes.h"

#include <algorithm>

#include "identity/store/note_store.h"

namespace identity {

using base::ErrorKind;

namespace {

constexpr std::size_t most_name = 100;
constexpr std::size_t most_draft = 64 * 1024;
constexpr std::size_t most_preference = 16 * 1024;
constexpr std::int64_t most_notes = 100;

base::Result<NoteKey> key_of(const base::Actor& actor, NoteKind kind, const std::string& name)
{
    const bool is_plain = std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view{"._:-"}.find(c) != std::string_view::npos;
    });
    if (name.empty() || name.size() > most_name || !is_plain)
        return base::fail(ErrorKind::invalid, "identity.note.name_malformed");
    return NoteKey{kind, actor.org, actor.person, name};
}

}  // namespace

base::Result<std::optional<Note>> Notes::find(const base::Actor& actor, NoteKind kind, const std::string& name) const
{
    TRY_ASSIGN(const NoteKey key, key_of(actor, kind, name));
    return NoteStore{db_}.find(key);
}

base::Result<Note> Notes::save(const base::Actor& actor, NoteKind kind, const std::string& name,
                               const std::string& value)
{
    TRY_ASSIGN(const NoteKey key, key_of(actor, kind, name));
    const std::size_t most = kind == NoteKind::draft ? most_draft : most_preference;
    if (value.size() > most)
        return base::fail(ErrorKind::invalid, "identity.note.too_long", {{"most", std::to_string(most)}});
    sql::Transaction transaction{db_};
    NoteStore store{db_};
    if (store.count_of_others(key) >= most_notes)
        return base::fail(ErrorKind::conflict, "identity.note.too_many", {{"most", std::to_string(most_notes)}});
    const Note note{value, clock_.milliseconds_since_1970()};
    store.save(key, note);
    transaction.commit();
    return note;
}

base::Result<void> Notes::remove(const base::Actor& actor, NoteKind kind, const std::string& name)
{
    TRY_ASSIGN(const NoteKey key, key_of(actor, kind, name));
    sql::Transaction transaction{db_};
    NoteStore{db_}.remove(key);
    transaction.commit();
    return {};
}

std::vector<KnownDraft> Notes::drafts(const base::OrgId& org) const
{
    return NoteStore{db_}.drafts(org);
}

}  // namespace identity
