// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

#include "identity/notes.h"

namespace identity {

// The only code that reads or writes identity_draft and identity_preference.
class NoteStore {
public:
    explicit NoteStore(sql::Connection& db) : db_{db} {}

    std::optional<Note> find(const NoteKey& key) const;
    std::int64_t count_of_others(const NoteKey& key) const;  // of the same person and kind
    void save(const NoteKey& key, const Note& note);
    void remove(const NoteKey& key);
    std::vector<KnownDraft> drafts(const base::OrgId& org) const;

private:
    sql::Connection& db_;
};

}  // namespace identity
