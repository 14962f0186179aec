// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "identity/doorkeeper.h"
#include "identity/sessions.h"

namespace identity {

struct Credentials;  // store/credential_store.h

// Changing one's own password; nobody sets another one's.
class OwnPassword {
public:
    OwnPassword(sql::Connection& db, const base::Clock& clock, Doorkeeper& door) : db_{db}, clock_{clock}, door_{door}
    {
    }

    // Ends every session of the person and opens a new one. `current` may be missing where there is none, and for who
    // came with a code because it is forgotten. Refuses what check_password() refuses, identity.password.current_wrong
    // (a try, as at sign-in), .current_missing, .reused, .changed_meanwhile and identity.sign_in.busy.
    base::Result<Opened> change(const base::Actor& actor, const Visitor& visitor,
                                const std::optional<std::string>& current, const std::string& fresh,
                                const Origin& origin);

private:
    base::Result<void> check_current(const Visitor& visitor, const Credentials& known,
                                     const std::optional<std::string>& current);
    base::Result<void> check_history(const Credentials& known, const std::string& fresh) const;

    sql::Connection& db_;
    const base::Clock& clock_;
    Doorkeeper& door_;
};

}  // namespace identity
