// SPDX-License-Identifier: Apache-2.0
#include "identity/sessions.h"

#include "base/random.h"
#include "base/sm3.h"
#include "identity/core/single_use_code.h"
#include "identity/store/credential_store.h"
#include "identity/store/grant_store.h"
#include "identity/store/person_store.h"
#include "identity/store/session_store.h"

namespace identity {

using base::ErrorKind;

namespace {

constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t idle_ms = 30 * minute_ms;
constexpr std::int64_t longest_ms = 12 * 60 * minute_ms;
constexpr std::size_t token_bytes = 24;

SessionWindow window_at(std::int64_t now_ms)
{
    return {now_ms - idle_ms, now_ms - longest_ms, now_ms + minute_ms};
}

tl::unexpected<base::Error> no_session()
{
    return base::fail(ErrorKind::forbidden, "identity.session.none");
}

}  // namespace

std::string_view to_text(OpenedBy how)
{
    return how == OpenedBy::code ? "code" : "password";
}

Reach Visitor::reach(const std::string& permission) const
{
    const auto held = rights.permissions.find(permission);
    return {org.text(), org_path, held == rights.permissions.end() ? Scope::own : held->second};
}

std::optional<TokenParts> parts_of(const std::string& token)
{
    const auto dot = token.find('.');
    if (dot == std::string::npos || dot == 0 || dot + 1 == token.size() || token.size() > 200) return std::nullopt;
    return TokenParts{base::OrgId{token.substr(0, dot)}, token.substr(dot + 1)};
}

base::Result<std::string> Sessions::issue_code(const base::Actor& actor, const PersonId& person, int minutes)
{
    if (!actor.may("identity.people")) return base::fail(ErrorKind::forbidden, "identity.person.forbidden");
    sql::Transaction transaction{db_};
    const auto known = PersonStore{db_}.find(actor.org, person);
    if (!known) return base::fail(ErrorKind::not_found, "identity.person.unknown", {{"person", person.text()}});
    // Nobody signs in as an administrator by the hand of another one; who rules the machine helps them (people code).
    if (!actor.unrestricted && rights_of(known->roles).is_administrator)
        return base::fail(ErrorKind::forbidden, "identity.code.of_administrator", {{"account", known->account}});
    const std::string secret = base::random_hex(code_bytes);
    const std::int64_t now = clock_.milliseconds_since_1970();
    SessionStore store{db_};
    store.void_codes(actor.org, person, now);
    store.add_code(actor.org, base::sm3(secret), person, now + minutes * minute_ms);
    // Whoever may read the data folder is trusted with it; over the network a code only leads to a new password.
    if (!actor.unrestricted) CredentialStore{db_}.require_change(actor.org, person);
    record(db_, actor, clock_, {"identity.code.issue", known->account, "minutes=" + std::to_string(minutes)});
    transaction.commit();
    return actor.org.text() + "." + secret;
}

base::Result<Opened> Sessions::open(const base::OrgId& org, const PersonId& person, const Origin& origin, OpenedBy how)
{
    const std::string secret = base::random_hex(token_bytes);
    const StoredSession session{base::sm3(secret),
                                base::new_id<SessionTag>(clock_),
                                person,
                                base::random_hex(token_bytes),
                                origin,
                                how,
                                clock_.milliseconds_since_1970()};
    SessionStore{db_}.add(org, session);
    const std::string token = org.text() + "." + secret;
    TRY_ASSIGN(Visitor visitor, find(token));
    return Opened{token, std::move(visitor)};
}

base::Result<Visitor> Sessions::find(const std::string& token) const
{
    const auto parts = parts_of(token);
    if (!parts) return no_session();
    const std::int64_t now = clock_.milliseconds_since_1970();
    auto visitor = SessionStore{db_}.find(parts->org, base::sm3(parts->secret), window_at(now), now);
    if (!visitor) return no_session();
    visitor->rights = rights_of(visitor->roles);
    return *std::move(visitor);
}

void Sessions::touch(const Visitor& visitor)
{
    const std::int64_t now = clock_.milliseconds_since_1970();
    if (now - visitor.seen_ms < minute_ms) return;
    sql::Transaction transaction{db_};
    SessionStore{db_}.touch(visitor.org, visitor.session, now);
    transaction.commit();
}

void Sessions::close(const base::Actor& actor, const Visitor& visitor, const std::string& why)
{
    sql::Transaction transaction{db_};
    if (!SessionStore{db_}.end(visitor.org, visitor.session, clock_.milliseconds_since_1970(), why)) return;
    record(db_, actor, clock_, {"identity.session.close", visitor.account, why});
    transaction.commit();
}

void Sessions::close_all(const std::string& why)
{
    SessionStore{db_}.end_everybodys(clock_.milliseconds_since_1970(), why);
}

std::vector<ListedSession> Sessions::list(const base::OrgId& org, const SessionFilter& filter) const
{
    return SessionStore{db_}.list(org, filter, window_at(clock_.milliseconds_since_1970()));
}

base::Result<void> Sessions::revoke(const base::Actor& actor, const SessionId& id)
{
    sql::Transaction transaction{db_};
    SessionStore store{db_};
    const auto owner = store.owner(actor.org, id);
    const bool may_end = owner && (owner->text() == actor.person || actor.may("identity.sessions"));
    if (!may_end || !store.end(actor.org, id, clock_.milliseconds_since_1970(), "revoked"))
        return base::fail(ErrorKind::not_found, "identity.session.unknown", {{"session", id.text()}});
    const auto person = PersonStore{db_}.find(actor.org, *owner);
    record(db_, actor, clock_, {"identity.session.revoke", person ? person->account : owner->text(), ""});
    transaction.commit();
    return {};
}

}  // namespace identity
