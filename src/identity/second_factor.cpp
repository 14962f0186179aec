// SPDX-License-Identifier: Apache-2.0
#include "identity/second_factor.h"

#include "base/random.h"
#include "identity/core/totp.h"
#include "identity/sign_in.h"
#include "identity/store/credential_store.h"
#include "identity/store/session_store.h"

namespace identity {

using base::ErrorKind;

namespace {

constexpr std::size_t secret_bytes = 20;  // RFC 4226, 4, R6
constexpr const char* issuer = "Mingji";

std::string place_of(const base::OrgId& org, const PersonId& person, const char* column)
{
    return "identity_person/" + org.text() + "/" + person.text() + "/" + column;
}

tl::unexpected<base::Error> code_wrong()
{
    return base::fail(ErrorKind::invalid, "identity.second_factor.code_wrong");
}

base::Result<Credentials> ready(sql::Connection& db, const Visitor& visitor)
{
    if (visitor.must_change_password) return base::fail(ErrorKind::forbidden, "identity.password.must_change");
    auto known = CredentialStore{db}.find(visitor.org, visitor.person);
    if (!known) return base::fail(ErrorKind::forbidden, "identity.session.none");
    return *std::move(known);
}

}  // namespace

std::optional<std::int64_t> step_of(const Credentials& known, const std::string& code, const base::SealKey& secrets,
                                    const base::Clock& clock)
{
    if (!known.totp_secret) return std::nullopt;
    const auto secret = secrets.open(*known.totp_secret, place_of(known.org, known.person, "totp_secret"));
    if (!secret) return std::nullopt;
    return matching_step(*secret, code, clock.seconds_since_1970(), known.totp_last_step);
}

base::Result<Enrolment> SecondFactor::begin(const base::Actor& actor, const Visitor& visitor,
                                            const std::optional<std::string>& present)
{
    TRY_ASSIGN(const Credentials known, ready(db_, visitor));
    std::optional<std::int64_t> step;
    if (known.totp_secret) {
        if (!present) return base::fail(ErrorKind::invalid, "identity.second_factor.needed");
        if (!TryCounter{db_, clock_}.begin(known.account)) return code_wrong();
        step = step_of(known, *present, door_.secrets, clock_);
        if (!step) return code_wrong();
    }
    const std::string secret = base::random_bytes(secret_bytes);
    sql::Transaction transaction{db_};
    CredentialStore store{db_};
    if (step && !store.use_step(known.org, known.person, *step)) return code_wrong();
    if (step) TryCounter{db_, clock_}.forget(known.account);
    store.set_pending_secret(known.org, known.person,
                             door_.secrets.seal(secret, place_of(known.org, known.person, "totp_pending")));
    record(db_, actor, clock_, {"identity.second_factor.begin", known.account, ""});
    transaction.commit();
    return Enrolment{base32(secret), otpauth_uri(secret, issuer, known.account)};
}

base::Result<Opened> SecondFactor::confirm(const base::Actor& actor, const Visitor& visitor, const std::string& code,
                                           const Origin& origin)
{
    TRY_ASSIGN(const Credentials known, ready(db_, visitor));
    const auto secret = known.totp_pending
                            ? door_.secrets.open(*known.totp_pending, place_of(known.org, known.person, "totp_pending"))
                            : std::nullopt;
    if (!secret) return base::fail(ErrorKind::conflict, "identity.second_factor.not_begun");
    const auto step = matching_step(*secret, code, clock_.seconds_since_1970(), 0);
    if (!step) return code_wrong();
    sql::Transaction transaction{db_};
    CredentialStore{db_}.set_secret(
        known.org, known.person, door_.secrets.seal(*secret, place_of(known.org, known.person, "totp_secret")), *step);
    SessionStore{db_}.end_all(known.org, known.person, clock_.milliseconds_since_1970(), "second_factor");
    TRY_ASSIGN(Opened opened, Sessions(db_, clock_).open(known.org, known.person, origin, visitor.opened_by));
    record(db_, actor, clock_, {"identity.second_factor.confirm", known.account, ""});
    transaction.commit();
    return opened;
}

}  // namespace identity
