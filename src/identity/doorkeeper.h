// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <mutex>
#include <string>

#include "base/clock.h"
#include "base/key_file.h"
#include "base/seal.h"
#include "identity/passwords.h"

namespace identity {

// The code that sets up an empty installation: shown to whoever started the server, kept in memory alone, new at each
// start and good for 15 minutes. There is no other way in, and no account before it (OWASP ASVS 5.0, 6.3.2).
class SetupCode {
public:
    // A new one; it replaces the one before.
    std::string issue(const base::Clock& clock);
    bool matches(const std::string& code, const base::Clock& clock) const;
    void forget();

private:
    mutable std::mutex mutex_;
    std::string code_;
    std::int64_t expires_ms_ = 0;
};

// What signing in and setting up need beside the database: one for the whole server.
struct Doorkeeper {
    Passwords passwords;
    base::SealKey secrets;  // of second factors
    SetupCode setup = {};

    Doorkeeper(PasswordProfile profile, const std::filesystem::path& data, int at_once = 2, int most_waiting = 6)
        : passwords{std::move(profile), at_once, most_waiting}, secrets{base::key_from(data / "keys" / "secrets.key")}
    {
    }
};

}  // namespace identity
