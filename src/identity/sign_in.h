// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "identity/doorkeeper.h"
#include "identity/sessions.h"

namespace identity {

struct Credentials;  // store/credential_store.h

// Counts the tries with one account (core/lockout.h), many at once included.
class TryCounter {
public:
    TryCounter(sql::Connection& db, const base::Clock& clock) : db_{db}, clock_{clock} {}

    // In a transaction of its own: a try that was begun counts, whatever becomes of it. False while locked.
    bool begin(const std::string& account);
    // Inside the transaction of the success.
    void forget(const std::string& account);
    // Of accounts that nobody tried for two days.
    void forget_old();

private:
    sql::Connection& db_;
    const base::Clock& clock_;
};

struct Attempt {
    std::string account;
    std::string password;
    std::optional<std::string> second_factor = {};
};

// Opens sessions. Passwords are compared while no transaction is open. Every attempt that is answered with a refusal is
// recorded once, in the account's organisation, or in the first one where there is no such account.
class SignIn {
public:
    SignIn(sql::Connection& db, const base::Clock& clock, Doorkeeper& door) : db_{db}, clock_{clock}, door_{door} {}

    // Refuses identity.sign_in.refused (no such account, wrong password or second factor, locked, disabled: one answer
    // that takes the same time), identity.second_factor.needed (the password is right) and identity.sign_in.busy.
    base::Result<Opened> with_password(const Attempt& attempt, const Origin& origin);
    // A code is no way around a second factor: whoever may issue codes could sign in as everybody. Refuses
    // identity.code.not_valid (also when the second factor is wrong: the code is used up then) and
    // identity.second_factor.needed.
    base::Result<Opened> with_code(const std::string& code, const std::optional<std::string>& second_factor,
                                   const Origin& origin);

private:
    struct Checked;

    Checked check(const Attempt& attempt);
    base::Result<Opened> open(const Credentials& known, const Checked& checked, const Origin& origin, OpenedBy how);
    void record_refusal(const std::optional<Credentials>& known, const std::string& account, const Origin& origin,
                        const char* why);

    sql::Connection& db_;
    const base::Clock& clock_;
    Doorkeeper& door_;
};

}  // namespace identity
