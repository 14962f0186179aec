// SPDX-License-Identifier: Apache-2.0
#include "identity/store/grant_store.h"

namespace identity {

namespace {

Grant grant_of(const sql::Row& row)
{
    Grant grant;
    grant.id = row.text("id");
    grant.person = PersonId{row.text("person_id")};
    grant.account = row.text("account");
    grant.person_name = row.text("person_name");
    grant.role = {row.text("role"), scope_of(row.text("scope")).value_or(Scope::own)};
    grant.state = grant_state_of(row.text("state")).value_or(GrantState::refused);
    grant.proposed_by = row.text("proposed_by");
    grant.proposed_ms = row.integer("proposed_ms");
    grant.decided_by = row.text_if("decided_by");
    grant.decided_ms = row.integer_if("decided_ms");
    grant.revoked_by = row.text_if("revoked_by");
    grant.revoked_ms = row.integer_if("revoked_ms");
    return grant;
}

}  // namespace

void GrantStore::add(const base::OrgId& org, const Grant& grant)
{
    constexpr std::string_view insert = R"(
        INSERT INTO identity_grant (org_id, id, person_id, role, scope, state, proposed_by, proposed_ms)
        VALUES (:org_id, :id, :person_id, :role, :scope, :state, :proposed_by, :proposed_ms))";
    db_.execute(insert, {{"org_id", org},
                         {"id", grant.id},
                         {"person_id", grant.person},
                         {"role", grant.role.role},
                         {"scope", to_text(grant.role.scope)},
                         {"state", to_text(grant.state)},
                         {"proposed_by", grant.proposed_by},
                         {"proposed_ms", grant.proposed_ms}});
}

std::optional<Grant> GrantStore::find(const base::OrgId& org, const std::string& id) const
{
    constexpr std::string_view one = R"(
        SELECT g.id, g.person_id, p.account, p.name AS person_name, g.role, g.scope, g.state, g.proposed_by, g.proposed_ms,
               g.decided_by, g.decided_ms, g.revoked_by, g.revoked_ms
          FROM identity_grant g
          JOIN identity_person p ON p.org_id = g.org_id AND p.id = g.person_id
         WHERE g.org_id = :org_id AND g.id = :id)";
    const auto rows = db_.query(one, {{"org_id", org}, {"id", id}});
    if (rows.empty()) return std::nullopt;
    return grant_of(rows.front());
}

std::vector<Grant> GrantStore::list(const base::OrgId& org, const GrantFilter& filter) const
{
    constexpr std::string_view newest_first = R"(
        SELECT g.id, g.person_id, p.account, p.name AS person_name, g.role, g.scope, g.state, g.proposed_by, g.proposed_ms,
               g.decided_by, g.decided_ms, g.revoked_by, g.revoked_ms
          FROM identity_grant g
          JOIN identity_person p ON p.org_id = g.org_id AND p.id = g.person_id
         WHERE g.org_id = :org_id AND (:before_id = '' OR g.id < :before_id)
           AND (:state = '' OR g.state = :state) AND (:person_id = '' OR g.person_id = :person_id)
         ORDER BY g.id DESC
         LIMIT :most)";
    std::vector<Grant> grants;
    const sql::Parameters parameters{{"org_id", org},
                                     {"before_id", filter.before_id},
                                     {"state", filter.state ? to_text(*filter.state) : ""},
                                     {"person_id", filter.person},
                                     {"most", static_cast<std::int64_t>(filter.most)}};
    for (const sql::Row& row : db_.query(newest_first, parameters)) grants.push_back(grant_of(row));
    return grants;
}

std::vector<HeldRole> GrantStore::roles(const base::OrgId& org, const PersonId& person, GrantState state) const
{
    constexpr std::string_view in_state = R"(
        SELECT role, scope FROM identity_grant
         WHERE org_id = :org_id AND person_id = :person_id AND state = :state
         ORDER BY role, scope)";
    std::vector<HeldRole> held;
    for (const sql::Row& row : db_.query(in_state, {{"org_id", org}, {"person_id", person}, {"state", to_text(state)}}))
        held.push_back({row.text("role"), scope_of(row.text("scope")).value_or(Scope::own)});
    return held;
}

bool GrantStore::decide(const base::OrgId& org, const Grant& decided)
{
    constexpr std::string_view update = R"(
        UPDATE identity_grant SET state = :state, decided_by = :decided_by, decided_ms = :decided_ms
         WHERE org_id = :org_id AND id = :id AND state = 'proposed')";
    return db_.execute(update, {{"state", to_text(decided.state)},
                                {"decided_by", decided.decided_by},
                                {"decided_ms", decided.decided_ms},
                                {"org_id", org},
                                {"id", decided.id}}) == 1;
}

bool GrantStore::revoke(const base::OrgId& org, const Grant& revoked)
{
    constexpr std::string_view update = R"(
        UPDATE identity_grant SET state = 'revoked', revoked_by = :revoked_by, revoked_ms = :revoked_ms
         WHERE org_id = :org_id AND id = :id AND state = 'active')";
    return db_.execute(update, {{"revoked_by", revoked.revoked_by},
                                {"revoked_ms", revoked.revoked_ms},
                                {"org_id", org},
                                {"id", revoked.id}}) == 1;
}

}  // namespace identity
