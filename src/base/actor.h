// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>

#include "base/id.h"

namespace base {

// Which of an organisation's rows somebody may work on: those that they made, their section's, or all.
enum class Reach { own, section, organisation };

// Who acts, for which organisation, from where. The command line's actor is the operating-system user and may do all
// that a unit's own officers may; the server makes actors from sessions.
struct Actor {
    OrgId org;
    std::string name;
    std::string origin;  // "cli", or the address of the peer
    std::set<std::string> permissions = {};
    bool unrestricted = false;
    std::string person = {};  // id of who signed in; empty on the command line
    OrgId home = {};          // the organisation the person belongs to; `org` is the one that is acted for
    Reach reach = Reach::organisation;
    std::string section = {};  // id of the person's section, or empty

    bool may(const std::string& permission) const { return unrestricted || permissions.contains(permission); }
};

}  // namespace base
