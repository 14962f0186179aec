// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "identity/core/role.h"

namespace identity {

// The way of a grant: the system administrator proposes it, the security administrator approves or refuses it, and
// takes an approved one back. Nothing leads out of refused and revoked: who is to have the role again is proposed anew.
enum class GrantState { proposed, active, refused, revoked };
enum class GrantAct { approve, refuse, revoke };

std::string_view to_text(GrantState state);  // the word in SQL and JSON
std::optional<GrantState> grant_state_of(std::string_view text);

// Refuses identity.grant.not_proposed and identity.grant.not_active.
base::Result<GrantState> after(GrantState state, GrantAct act);

// Whether somebody who has `held` roles, or is to have them, may have this one too. Refuses identity.role.unknown,
// identity.grant.already_there and identity.grant.roles_exclude.
base::Result<void> check_may_hold(std::string_view role, const std::vector<HeldRole>& held);

}  // namespace identity
