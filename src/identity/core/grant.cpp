// SPDX-License-Identifier: Apache-2.0
#include "identity/core/grant.h"

#include <array>
#include <string>
#include <utility>

namespace identity {

using base::ErrorKind;

namespace {

constexpr std::array<std::pair<GrantState, std::string_view>, 4> states{{{GrantState::proposed, "proposed"},
                                                                         {GrantState::active, "active"},
                                                                         {GrantState::refused, "refused"},
                                                                         {GrantState::revoked, "revoked"}}};

}  // namespace

std::string_view to_text(GrantState state)
{
    for (const auto& [known, text] : states)
        if (known == state) return text;
    return {};
}

std::optional<GrantState> grant_state_of(std::string_view text)
{
    for (const auto& [state, known] : states)
        if (known == text) return state;
    return std::nullopt;
}

base::Result<GrantState> after(GrantState state, GrantAct act)
{
    if (act == GrantAct::revoke) {
        if (state != GrantState::active) return base::fail(ErrorKind::conflict, "identity.grant.not_active");
        return GrantState::revoked;
    }
    if (state != GrantState::proposed) return base::fail(ErrorKind::conflict, "identity.grant.not_proposed");
    return act == GrantAct::approve ? GrantState::active : GrantState::refused;
}

base::Result<void> check_may_hold(std::string_view code, const std::vector<HeldRole>& held)
{
    const Role* const role = find_role(code);
    if (!role) return base::fail(ErrorKind::invalid, "identity.role.unknown", {{"role", std::string{code}}});
    for (const HeldRole& one : held) {
        if (one.role == code) return base::fail(ErrorKind::conflict, "identity.grant.already_there");
        const Role* const other = find_role(one.role);
        if (other && !may_be_held_together(*role, *other))
            return base::fail(ErrorKind::conflict, "identity.grant.roles_exclude",
                              {{"role", std::string{role->chinese}}, {"held", std::string{other->chinese}}});
    }
    return {};
}

}  // namespace identity
