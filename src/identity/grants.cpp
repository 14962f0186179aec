// SPDX-License-Identifier: Apache-2.0
#include "identity/grants.h"

#include "identity/identity.h"
#include "identity/people.h"
#include "identity/store/grant_store.h"
#include "identity/store/session_store.h"

namespace identity {

using base::ErrorKind;

namespace {

tl::unexpected<base::Error> no_grant()
{
    return base::fail(ErrorKind::forbidden, "identity.grant.forbidden");
}

base::Result<void> check_scope(const HeldRole& role, Scope widest)
{
    if (role.scope <= widest) return {};
    return base::fail(ErrorKind::forbidden, "identity.grant.scope_too_wide",
                      {{"scope", std::string{to_text(role.scope)}}});
}

std::string lock_of(const base::OrgId& org, const PersonId& person)
{
    return "identity.grant/" + org.text() + "/" + person.text();
}

std::string about(const Grant& grant, const std::string& reason)
{
    return grant.role.role + " " + std::string{to_text(grant.role.scope)} + (reason.empty() ? "" : ": " + reason);
}

}  // namespace

void Grants::end_sessions(const base::OrgId& org, const PersonId& person)
{
    SessionStore{db_}.end_all(org, person, clock_.milliseconds_since_1970(), "role_changed");
}

base::Result<Grant> Grants::propose(const base::Actor& actor, const PersonId& person, const HeldRole& role,
                                    Scope widest)
{
    if (!actor.may("identity.people")) return no_grant();
    TRY(check_scope(role, widest));
    sql::Transaction transaction{db_};
    db_.lock_until_commit(lock_of(actor.org, person));
    TRY_ASSIGN(const Person known, People(db_, clock_).find(actor.org, person));
    GrantStore store{db_};
    std::vector<HeldRole> held = known.roles;
    for (const HeldRole& waiting : store.roles(actor.org, person, GrantState::proposed)) held.push_back(waiting);
    TRY(check_may_hold(role.role, held));
    const Grant grant{base::new_uuid(clock_), person,     role,
                      GrantState::proposed,   actor.name, clock_.milliseconds_since_1970()};
    store.add(actor.org, grant);
    record(db_, actor, clock_, {"identity.grant.propose", known.account, about(grant, "")});
    transaction.commit();
    return find(actor.org, grant.id);
}

base::Result<Grant> Grants::decide(const base::Actor& actor, const std::string& id, GrantAct act,
                                   const std::string& reason, Scope widest)
{
    if (!actor.may("identity.authorise")) return no_grant();
    sql::Transaction transaction{db_};
    GrantStore store{db_};
    TRY_ASSIGN(Grant grant, find(actor.org, id));
    db_.lock_until_commit(lock_of(actor.org, grant.person));
    TRY_ASSIGN(grant, find(actor.org, id));
    TRY_ASSIGN(grant.state, after(grant.state, act));
    // Whoever proposed it cannot decide on it, and nobody decides on themselves.
    if (grant.proposed_by == actor.name || grant.person.text() == actor.person)
        return base::fail(ErrorKind::forbidden, "identity.grant.two_people");
    if (grant.state == GrantState::active) {
        TRY(check_scope(grant.role, widest));
        TRY(check_may_hold(grant.role.role, store.roles(actor.org, grant.person, GrantState::active)));
    }
    grant.decided_by = actor.name;
    grant.decided_ms = clock_.milliseconds_since_1970();
    if (!store.decide(actor.org, grant)) return base::fail(ErrorKind::conflict, "identity.grant.not_proposed");
    if (grant.state == GrantState::active) end_sessions(actor.org, grant.person);
    const std::string act_word = grant.state == GrantState::active ? "approve" : "refuse";
    record(db_, actor, clock_, {"identity.grant." + act_word, grant.account, about(grant, reason)});
    transaction.commit();
    return find(actor.org, id);
}

base::Result<Grant> Grants::revoke(const base::Actor& actor, const std::string& id, const std::string& reason)
{
    if (!actor.may("identity.authorise")) return no_grant();
    sql::Transaction transaction{db_};
    TRY_ASSIGN(Grant grant, find(actor.org, id));
    TRY_ASSIGN(grant.state, after(grant.state, GrantAct::revoke));
    grant.revoked_by = actor.name;
    grant.revoked_ms = clock_.milliseconds_since_1970();
    if (!GrantStore{db_}.revoke(actor.org, grant)) return base::fail(ErrorKind::conflict, "identity.grant.not_active");
    end_sessions(actor.org, grant.person);
    record(db_, actor, clock_, {"identity.grant.revoke", grant.account, about(grant, reason)});
    transaction.commit();
    return find(actor.org, id);
}

std::vector<Grant> Grants::list(const base::OrgId& org, const GrantFilter& filter) const
{
    return GrantStore{db_}.list(org, filter);
}

base::Result<Grant> Grants::find(const base::OrgId& org, const std::string& id) const
{
    const auto grant = GrantStore{db_}.find(org, id);
    if (!grant) return base::fail(ErrorKind::not_found, "identity.grant.unknown", {{"grant", id}});
    return *grant;
}

}  // namespace identity
