// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "identity/doorkeeper.h"
#include "identity/sessions.h"

namespace identity {

struct Credentials;  // store/credential_store.h

// The step whose code was given, if it may still be used.
std::optional<std::int64_t> step_of(const Credentials& known, const std::string& code, const base::SealKey& secrets,
                                    const base::Clock& clock);

// What an authenticator app is to keep: shown once.
struct Enrolment {
    std::string secret;  // base32
    std::string uri;     // otpauth://…, for a QR code
};

// One's own second factor (TOTP, core/totp.h): a secret first, then a code that proves that the app has it.
class SecondFactor {
public:
    SecondFactor(sql::Connection& db, const base::Clock& clock, Doorkeeper& door) : db_{db}, clock_{clock}, door_{door}
    {
    }

    // Whoever has one already shows a code of it (`present`). Refuses identity.password.must_change,
    // identity.second_factor.needed and .code_wrong.
    base::Result<Enrolment> begin(const base::Actor& actor, const Visitor& visitor,
                                  const std::optional<std::string>& present);
    // Ends every session of the person and opens a new one. Refuses identity.password.must_change,
    // identity.second_factor.not_begun and .code_wrong.
    base::Result<Opened> confirm(const base::Actor& actor, const Visitor& visitor, const std::string& code,
                                 const Origin& origin);

private:
    sql::Connection& db_;
    const base::Clock& clock_;
    Doorkeeper& door_;
};

}  // namespace identity
