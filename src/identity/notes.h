// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/actor.h"
#include "base/clock.h"
#include "base/result.h"
#include "sql/connection.h"

namespace identity {

enum class NoteKind { draft, preference };

struct NoteKey {
    NoteKind kind;
    base::OrgId org;  // that the person works on
    std::string person;
    std::string name;  // budget.payment:2026, table:ledgers
};

struct Note {
    std::string value;  // JSON
    std::int64_t saved_ms = 0;
};

// That somebody has a draft, and since when; what is in it stays theirs.
struct KnownDraft {
    std::string account;
    std::string name;
    std::int64_t saved_ms = 0;
};

// What somebody typed and has not sent yet, and how they like their pages. It is theirs alone and changes nothing that
// anybody else sees, so it leaves no audit record.
class Notes {
public:
    Notes(sql::Connection& db, const base::Clock& clock) : db_{db}, clock_{clock} {}

    // None when nothing is kept under that name.
    base::Result<std::optional<Note>> find(const base::Actor& actor, NoteKind kind, const std::string& name) const;
    // A draft holds 64 KB, a preference 16 KB; each person has at most 100 of a kind for an organisation. Refuses
    // identity.note.name_malformed, .too_long and .too_many.
    base::Result<Note> save(const base::Actor& actor, NoteKind kind, const std::string& name, const std::string& value);
    base::Result<void> remove(const base::Actor& actor, NoteKind kind, const std::string& name);
    // Everybody's in an organisation, by account and name.
    std::vector<KnownDraft> drafts(const base::OrgId& org) const;

private:
    sql::Connection& db_;
    const base::Clock& clock_;
};

}  // namespace identity
