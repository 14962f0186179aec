// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/actor.h"
#include "base/clock.h"
#include "base/result.h"
#include "identity/core/grant.h"
#include "identity/sessions.h"
#include "sql/connection.h"

namespace identity {

// One role of one person, on its way or granted.
struct Grant {
    std::string id;
    PersonId person;
    HeldRole role;
    GrantState state = GrantState::proposed;
    std::string proposed_by;
    std::int64_t proposed_ms = 0;
    std::optional<std::string> decided_by = {};
    std::optional<std::int64_t> decided_ms = {};
    std::optional<std::string> revoked_by = {};
    std::optional<std::int64_t> revoked_ms = {};
    std::string account = {};
    std::string person_name = {};
};

struct GrantFilter {
    std::optional<GrantState> state = {};
    std::string person = {};
    std::string before_id = {};  // of the page before
    std::size_t most = 1'000'000;
};

// Roles are granted in two steps by two people (三员: GB/T 22239-2019, 8.1.5). Nobody passes on more than they reach:
// `widest` is the scope of the actor's own permission. A changed role ends the sessions of whoever holds it.
class Grants {
public:
    Grants(sql::Connection& db, const base::Clock& clock) : db_{db}, clock_{clock} {}

    // Permission identity.people. Refuses identity.grant.forbidden, .scope_too_wide, .already_there, .roles_exclude,
    // identity.role.unknown and identity.person.unknown.
    base::Result<Grant> propose(const base::Actor& actor, const PersonId& person, const HeldRole& role, Scope widest);
    // Permission identity.authorise. Refuses identity.grant.forbidden, .scope_too_wide, .two_people, .unknown,
    // .not_proposed and .roles_exclude.
    base::Result<Grant> decide(const base::Actor& actor, const std::string& id, GrantAct act, const std::string& reason,
                               Scope widest);
    // Permission identity.authorise. Refuses identity.grant.forbidden, .unknown and .not_active.
    base::Result<Grant> revoke(const base::Actor& actor, const std::string& id, const std::string& reason);

    std::vector<Grant> list(const base::OrgId& org, const GrantFilter& filter = {}) const;  // newest first
    base::Result<Grant> find(const base::OrgId& org, const std::string& id) const;

private:
    void end_sessions(const base::OrgId& org, const PersonId& person);

    sql::Connection& db_;
    const base::Clock& clock_;
};

}  // namespace identity
