// SPDX-License-Identifier: Apache-2.0
#include "identity/sign_in.h"

#include "base/sm3.h"
#include "chinese/letters.h"
#include "identity/second_factor.h"
#include "identity/store/credential_store.h"
#include "identity/store/organisation_store.h"
#include "identity/store/person_store.h"
#include "identity/store/session_store.h"

namespace identity {

using base::ErrorKind;

namespace {

constexpr std::int64_t two_days_ms = std::int64_t{2} * 24 * 3600 * 1000;

std::optional<Credentials> credentials_of(sql::Connection& db, const std::string& account)
{
    const auto found = PersonStore{db}.find_account(account);
    if (!found) return std::nullopt;
    return CredentialStore{db}.find(found->first, found->second);
}

// People type their password where the account belongs; the record does not keep it.
std::string two_letters_of(const std::string& account)
{
    const auto letters = chinese::letters(account);
    return letters.size() <= 2 ? account : account.substr(0, letters[2].at) + "…";
}

}  // namespace

bool TryCounter::begin(const std::string& account)
{
    sql::Transaction transaction{db_};
    db_.lock_until_commit("identity.failure/" + account);
    CredentialStore store{db_};
    const Tries before = store.tries(account);
    const auto after = one_more(before, clock_.milliseconds_since_1970());
    // A locked account is written too: the time of an answer does not tell that it is.
    store.set_tries(account, after.value_or(before));
    transaction.commit();
    return after.has_value();
}

void TryCounter::forget(const std::string& account)
{
    CredentialStore{db_}.forget_tries(account);
}

void TryCounter::forget_old()
{
    sql::Transaction transaction{db_};
    CredentialStore{db_}.forget_tries_before(clock_.milliseconds_since_1970() - two_days_ms);
    transaction.commit();
}

// What an attempt came to.
struct SignIn::Checked {
    std::optional<Credentials> known = {};
    const char* refusal = nullptr;  // why, for the record
    bool needs_second_factor = false;
    std::optional<std::int64_t> step = {};
    std::string fresh_hash = {};  // where the profile asks for another cost than the stored one has
};

SignIn::Checked SignIn::check(const Attempt& attempt)
{
    Checked checked;
    const bool is_counted = TryCounter{db_, clock_}.begin(attempt.account);
    checked.known = credentials_of(db_, attempt.account);
    const bool has_password = checked.known && checked.known->password;
    const std::string& hash = has_password ? *checked.known->password : door_.passwords.hash_of_nobody();
    const bool is_right = base::password_matches(attempt.password, hash) && has_password;
    checked.refusal = !is_counted                 ? "locked"
                      : !checked.known            ? "unknown_account"
                      : !checked.known->is_active ? "disabled"
                      : !is_right                 ? "wrong_password"
                                                  : nullptr;
    if (checked.refusal) return checked;
    if (checked.known->totp_secret) {
        checked.needs_second_factor = !attempt.second_factor;
        if (attempt.second_factor)
            checked.step = step_of(*checked.known, *attempt.second_factor, door_.secrets, clock_);
        if (!checked.step) checked.refusal = attempt.second_factor ? "wrong_second_factor" : "no_second_factor";
    }
    const base::HashCost& cost = door_.passwords.profile().cost;
    if (!checked.refusal && !base::is_made_with(hash, cost))
        checked.fresh_hash = base::password_hash(attempt.password, cost);
    return checked;
}

base::Result<Opened> SignIn::with_password(const Attempt& attempt, const Origin& origin)
{
    Checked checked;
    {
        const auto turn = door_.passwords.gate().enter();
        if (!turn) return base::fail(ErrorKind::conflict, "identity.sign_in.busy");
        checked = check(attempt);
    }
    if (!checked.refusal) {
        auto opened = open(*checked.known, checked, origin, OpenedBy::password);
        if (opened) return opened;
        checked.refusal = "changed_meanwhile";
    }
    record_refusal(checked.known, attempt.account, origin, checked.refusal);
    if (checked.needs_second_factor) return base::fail(ErrorKind::forbidden, "identity.second_factor.needed");
    return base::fail(ErrorKind::forbidden, "identity.sign_in.refused");
}

// What was true when the password was compared must still be: it may have been changed, and the code been used.
base::Result<Opened> SignIn::open(const Credentials& known, const Checked& checked, const Origin& origin, OpenedBy how)
{
    const auto refused = [] { return base::fail(ErrorKind::forbidden, "identity.sign_in.refused"); };
    sql::Transaction transaction{db_};
    CredentialStore store{db_};
    const auto now = store.find(known.org, known.person);
    if (!now || now->password != known.password || now->totp_secret != known.totp_secret) return refused();
    if (checked.step && !store.use_step(known.org, known.person, *checked.step)) return refused();
    TryCounter{db_, clock_}.forget(known.account);
    if (!checked.fresh_hash.empty()) store.rehash(known, checked.fresh_hash);
    TRY_ASSIGN(Opened opened, Sessions(db_, clock_).open(known.org, known.person, origin, how));
    record(db_, base::Actor{known.org, known.account, origin.address}, clock_,
           {"identity.session.open", known.account, std::string{to_text(how)}});
    transaction.commit();
    return opened;
}

base::Result<Opened> SignIn::with_code(const std::string& code, const std::optional<std::string>& second_factor,
                                       const Origin& origin)
{
    const auto not_valid = [] { return base::fail(ErrorKind::forbidden, "identity.code.not_valid"); };
    const auto parts = parts_of(code);
    if (!parts) return not_valid();
    const std::string digest = base::sm3(parts->secret);
    const std::int64_t now = clock_.milliseconds_since_1970();
    SessionStore codes{db_};
    const auto person = codes.find_code(parts->org, digest, now);
    const auto known = person ? CredentialStore{db_}.find(parts->org, *person) : std::nullopt;
    if (!known) {
        record_refusal(known, "", origin, "wrong_code");
        return not_valid();
    }
    if (known->totp_secret && !second_factor) {
        record_refusal(known, known->account, origin, "no_second_factor");
        return base::fail(ErrorKind::forbidden, "identity.second_factor.needed");
    }
    Checked checked;
    if (known->totp_secret) checked.step = step_of(*known, *second_factor, door_.secrets, clock_);
    const bool is_right = !known->totp_secret || checked.step;
    sql::Transaction transaction{db_};
    if (!codes.use_code(parts->org, digest, now)) return not_valid();
    if (is_right) {
        if (auto opened = open(*known, checked, origin, OpenedBy::code)) {
            transaction.commit();
            return opened;
        }
    }
    record_refusal(known, known->account, origin, is_right ? "changed_meanwhile" : "wrong_second_factor");
    transaction.commit();
    return not_valid();
}

void SignIn::record_refusal(const std::optional<Credentials>& known, const std::string& account, const Origin& origin,
                            const char* why)
{
    sql::Transaction transaction{db_};
    const auto org = known ? known->org : OrganisationStore{db_}.first();
    if (!org) return;  // an empty installation has nowhere to keep it, and nothing to protect
    const std::string name = known ? known->account : two_letters_of(account);
    record(db_, base::Actor{*org, name, origin.address}, clock_, {"identity.session.refuse", name, why});
    transaction.commit();
}

}  // namespace identity
