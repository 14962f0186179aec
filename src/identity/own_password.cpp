// SPDX-License-Identifier: Apache-2.0
#include "identity/own_password.h"

#include "identity/sign_in.h"
#include "identity/store/credential_store.h"
#include "identity/store/session_store.h"

namespace identity {

using base::ErrorKind;

namespace {

constexpr std::int64_t day_ms = std::int64_t{24} * 3600 * 1000;

}  // namespace

base::Result<void> OwnPassword::check_current(const Visitor& visitor, const Credentials& known,
                                              const std::optional<std::string>& current)
{
    const bool is_forgotten = visitor.opened_by == OpenedBy::code && visitor.must_change_password;
    if (!known.password || is_forgotten) return {};
    if (!current) return base::fail(ErrorKind::invalid, "identity.password.current_missing");
    const bool is_counted = TryCounter{db_, clock_}.begin(known.account);
    if (!base::password_matches(*current, *known.password) || !is_counted)
        return base::fail(ErrorKind::forbidden, "identity.password.current_wrong");
    // It was right: a new password that breaks a rule is no failed try.
    sql::Transaction transaction{db_};
    TryCounter{db_, clock_}.forget(known.account);
    transaction.commit();
    return {};
}

base::Result<void> OwnPassword::check_history(const Credentials& known, const std::string& fresh) const
{
    const int history = door_.passwords.profile().history;
    std::vector<std::string> earlier = CredentialStore{db_}.past_passwords(known.org, known.person, history);
    if (known.password) earlier.push_back(*known.password);
    for (const std::string& hash : earlier)
        if (base::password_matches(fresh, hash))
            return base::fail(ErrorKind::invalid, "identity.password.reused", {{"history", std::to_string(history)}});
    return {};
}

base::Result<Opened> OwnPassword::change(const base::Actor& actor, const Visitor& visitor,
                                         const std::optional<std::string>& current, const std::string& fresh,
                                         const Origin& origin)
{
    const auto known = CredentialStore{db_}.find(visitor.org, visitor.person);
    if (!known) return base::fail(ErrorKind::forbidden, "identity.session.none");
    const PasswordProfile& profile = door_.passwords.profile();
    const PasswordOwner owner{known->account, {known->org_name, known->name}, known->totp_secret.has_value()};
    std::string hash;
    {
        const auto turn = door_.passwords.gate().enter();
        if (!turn) return base::fail(ErrorKind::conflict, "identity.sign_in.busy");
        TRY(check_current(visitor, *known, current));
        TRY(check_password(profile, door_.passwords.common(), owner, fresh));
        TRY(check_history(*known, fresh));
        hash = base::password_hash(fresh, profile.cost);
    }
    sql::Transaction transaction{db_};
    CredentialStore store{db_};
    const std::int64_t now = clock_.milliseconds_since_1970();
    std::optional<std::int64_t> expires_ms;
    if (profile.rotation_days > 0) expires_ms = now + profile.rotation_days * day_ms;
    if (!store.set_password(*known, hash, now, expires_ms))
        return base::fail(ErrorKind::conflict, "identity.password.changed_meanwhile");
    if (known->password) store.add_past_password(*known, *known->password, now);
    SessionStore{db_}.end_all(known->org, known->person, now, "password_changed");
    SessionStore{db_}.void_codes(known->org, known->person, now);
    TRY_ASSIGN(Opened opened, Sessions(db_, clock_).open(known->org, known->person, origin, OpenedBy::password));
    record(db_, actor, clock_, {"identity.password.change", known->account, profile.name});
    transaction.commit();
    return opened;
}

}  // namespace identity
