// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/actor.h"

namespace identity {

// Whose rows a role reaches: the person's own, the section's, the unit's, the unit's and those below it, all.
enum class Scope { own, section, unit, unit_and_below, all };

std::string_view to_text(Scope scope);  // the word in SQL and JSON
std::optional<Scope> scope_of(std::string_view text);

// A role is a fixed set of permissions. The three administrators (三员: GB/T 22239-2019, 8.1.5) share no person among
// them, and none of them sees or changes business data.
struct Role {
    std::string_view code;     // performance
    std::string_view chinese;  // 绩效科
    std::string_view english;
    bool is_administrator = false;
    std::vector<std::string_view> permissions = {};
};

const std::vector<Role>& roles();
const Role* find_role(std::string_view code);

// One active grant.
struct HeldRole {
    std::string role;
    Scope scope = Scope::unit;
};

// What the roles allow together. Each permission reaches as far as the widest role that gives it: whoever may read
// everywhere and edit at home does not edit everywhere. What is about the whole installation (system.*) is only given
// by a role that reaches all of it.
struct Rights {
    std::map<std::string, Scope> permissions = {};
    bool is_administrator = false;
};
Rights rights_of(const std::vector<HeldRole>& held);

// An organisation as the tree knows it: /region/unit/.
struct Place {
    std::string_view org;
    std::string_view path;
};
// Whether somebody of `home` with that scope may work on rows of `target`. Own and section narrow rows within the unit.
bool reaches(Scope scope, const Place& home, const Place& target);
// The permissions that reach `target`.
std::set<std::string> permissions_at(const Rights& rights, const Place& home, const Place& target);

// How far that scope goes among the rows of one organisation.
base::Reach reach_of(Scope scope);

// Whether one person may hold both: an administrator holds nothing else.
bool may_be_held_together(const Role& a, const Role& b);

}  // namespace identity
