// SPDX-License-Identifier: Apache-2.0
#include "identity/sessions.h"

#include "base/random.h"
#include "base/sm3.h"
#include "identity/identity.h"
#include "identity/store/person_store.h"
#include "identity/store/session_store.h"

namespace identity {

using base::ErrorKind;

namespace {

constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t idle_ms = 30 * minute_ms;
constexpr std::int64_t longest_ms = 12 * 60 * minute_ms;
constexpr std::size_t token_bytes = 24;
constexpr std::size_t code_bytes = 10;

// "<organisation>.<random>": the organisation leads to the rows, the rest is the secret.
struct TokenParts {
    base::OrgId org;
    std::string secret;
};

std::optional<TokenParts> parts_of(const std::string& token)
{
    const auto dot = token.find('.');
    if (dot == std::string::npos || dot == 0 || dot + 1 == token.size() || token.size() > 200) return std::nullopt;
    return TokenParts{base::OrgId{token.substr(0, dot)}, token.substr(dot + 1)};
}

tl::unexpected<base::Error> no_session()
{
    return base::fail(ErrorKind::forbidden, "identity.session.none");
}

}  // namespace

base::Result<std::string> Sessions::issue_code(const base::Actor& actor, const PersonId& person, int minutes)
{
    if (!actor.may("identity.people")) return base::fail(ErrorKind::forbidden, "identity.person.forbidden");
    sql::Transaction transaction{db_};
    const auto known = PersonStore{db_}.find(actor.org, person);
    if (!known) return base::fail(ErrorKind::not_found, "identity.person.unknown", {{"person", person.text()}});
    const std::string secret = base::random_hex(code_bytes);
    const std::int64_t expires_ms = clock_.milliseconds_since_1970() + minutes * minute_ms;
    SessionStore{db_}.add_code(actor.org, base::sm3(secret), person, expires_ms);
    record(db_, actor, clock_, {"identity.code.issue", known->account, "minutes=" + std::to_string(minutes)});
    transaction.commit();
    return actor.org.text() + "." + secret;
}

base::Result<Opened> Sessions::open_with_code(const std::string& code, const Origin& origin)
{
    const auto not_valid = [] { return base::fail(ErrorKind::forbidden, "identity.code.not_valid"); };
    const auto parts = parts_of(code);
    if (!parts) return not_valid();
    sql::Transaction transaction{db_};
    const auto person =
        SessionStore{db_}.use_code(parts->org, base::sm3(parts->secret), clock_.milliseconds_since_1970());
    if (!person) return not_valid();
    TRY_ASSIGN(Opened opened, open(parts->org, *person, origin, "code"));
    transaction.commit();
    return opened;
}

base::Result<Opened> Sessions::open(const base::OrgId& org, const PersonId& person, const Origin& origin,
                                    const char* how)
{
    const std::string secret = base::random_hex(token_bytes);
    const StoredSession session{base::sm3(secret),
                                base::new_id<SessionTag>(clock_),
                                person,
                                base::random_hex(token_bytes),
                                origin,
                                clock_.milliseconds_since_1970()};
    SessionStore{db_}.add(org, session);
    const std::string token = org.text() + "." + secret;
    TRY_ASSIGN(Visitor visitor, find(token));
    base::Actor actor{org, visitor.account, origin.address};
    record(db_, actor, clock_, {"identity.session.open", visitor.account, how});
    return Opened{token, std::move(visitor)};
}

base::Result<Visitor> Sessions::find(const std::string& token) const
{
    const auto parts = parts_of(token);
    if (!parts) return no_session();
    const std::int64_t now = clock_.milliseconds_since_1970();
    auto visitor = SessionStore{db_}.find(parts->org, base::sm3(parts->secret), now - idle_ms, now - longest_ms);
    if (!visitor) return no_session();
    visitor->roles = PersonStore{db_}.roles(visitor->org, visitor->person);
    visitor->rights = rights_of(visitor->roles);
    // A second factor is asked of the three administrators alone.
    visitor->must_set_second_factor = visitor->must_set_second_factor && visitor->rights.is_administrator;
    return *visitor;
}

void Sessions::touch(const Visitor& visitor)
{
    const std::int64_t now = clock_.milliseconds_since_1970();
    if (now - visitor.seen_ms < minute_ms) return;
    sql::Transaction transaction{db_};
    SessionStore{db_}.touch(visitor.org, visitor.session, now);
    transaction.commit();
}

void Sessions::close(const Visitor& visitor, const std::string& why)
{
    sql::Transaction transaction{db_};
    SessionStore{db_}.end(visitor.org, visitor.session, clock_.milliseconds_since_1970(), why);
    record(db_, base::Actor{visitor.org, visitor.account, ""}, clock_,
           {"identity.session.close", visitor.account, why});
    transaction.commit();
}

}  // namespace identity
