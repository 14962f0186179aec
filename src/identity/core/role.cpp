// SPDX-License-Identifier: Apache-2.0
#include "identity/core/role.h"

#include <algorithm>
#include <array>
#include <utility>

namespace identity {

namespace {

constexpr std::array<std::pair<Scope, std::string_view>, 5> scopes{{{Scope::own, "own"},
                                                                    {Scope::section, "section"},
                                                                    {Scope::unit, "unit"},
                                                                    {Scope::unit_and_below, "unit_and_below"},
                                                                    {Scope::all, "all"}}};

std::vector<std::string_view> joined(std::vector<std::string_view> some, const std::vector<std::string_view>& more)
{
    some.insert(some.end(), more.begin(), more.end());
    return some;
}

// The server itself, and its backups: they hold the data of every organisation.
bool is_about_everybody(std::string_view permission)
{
    return permission.starts_with("system.");
}

std::vector<Role> all_roles()
{
    const std::vector<std::string_view> reading{"budget.read",   "ledgers.read", "premises.read",   "holdings.read",
                                                "meetings.read", "surveys.read", "indicators.read", "reports.read",
                                                "closing.read",  "jobs.read",    "desk.use",        "check.read"};
    const auto officer = joined(
        reading, {"budget.edit",   "budget.pay",        "budget.import",     "ledgers.declare", "ledgers.import",
                  "ledgers.map",   "premises.edit",     "premises.import",   "holdings.edit",   "holdings.count",
                  "meetings.book", "meetings.approve",  "meetings.edit",     "meetings.import", "meetings.confidential",
                  "surveys.edit",  "surveys.follow_up", "indicators.import", "indicators.edit", "indicators.evaluate",
                  "closing.close", "closing.correct",   "reports.text",      "jobs.start",      "check.run",
                  "check.waive"});
    return {
        {"sysadmin",
         "系统管理员",
         "system administrator",
         true,
         {"identity.read", "identity.people", "identity.orgs", "identity.sessions", "system.read", "system.backup",
          "system.restore", "jobs.read", "jobs.start", "desk.use"}},
        {"secadmin",
         "安全管理员",
         "security administrator",
         true,
         {"identity.read", "identity.authorise", "system.read", "system.approve", "desk.use"}},
        {"auditor", "审计管理员", "auditor", true, {"identity.read", "audit.read", "audit.checkpoint", "desk.use"}},
        {"performance", "绩效科", "performance officer", false, officer},
        {"section",
         "业务科室",
         "section clerk",
         false,
         {"ledgers.read", "ledgers.import", "meetings.read", "meetings.book", "surveys.read", "surveys.follow_up",
          "indicators.read", "jobs.read", "jobs.start", "desk.use"}},
        {"meetings",
         "会务科",
         "meetings officer",
         false,
         {"surveys.read", "surveys.edit", "surveys.follow_up", "meetings.read", "meetings.book", "meetings.approve",
          "meetings.edit", "meetings.import", "meetings.confidential", "ledgers.read", "ledgers.import",
          "indicators.read", "jobs.read", "jobs.start", "desk.use"}},
        {"premises",
         "房产科",
         "premises officer",
         false,
         {"premises.read", "premises.edit", "premises.import", "holdings.read", "holdings.edit", "holdings.count",
          "ledgers.read", "ledgers.import", "indicators.read", "jobs.read", "jobs.start", "desk.use"}},
        {"leader", "单位领导", "leader", false, joined(reading, {"indicators.sign", "check.run"})},
        {"reviewer", "财政复核", "finance reviewer", false,
         joined(reading, {"jobs.start", "check.run", "check.waive"})},
        {"supervisor", "第三方监理", "outside supervisor", false, {"ledgers.read", "desk.use"}},
    };
}

}  // namespace

std::string_view to_text(Scope scope)
{
    for (const auto& [known, text] : scopes)
        if (known == scope) return text;
    return {};
}

std::optional<Scope> scope_of(std::string_view text)
{
    for (const auto& [scope, known] : scopes)
        if (known == text) return scope;
    return std::nullopt;
}

const std::vector<Role>& roles()
{
    static const std::vector<Role> all = all_roles();
    return all;
}

const Role* find_role(std::string_view code)
{
    const auto found =
        std::find_if(roles().begin(), roles().end(), [&](const Role& role) { return role.code == code; });
    return found == roles().end() ? nullptr : &*found;
}

Rights rights_of(const std::vector<HeldRole>& held)
{
    Rights rights;
    for (const HeldRole& one : held) {
        const Role* const role = find_role(one.role);
        if (!role) continue;
        for (const std::string_view permission : role->permissions) {
            if (is_about_everybody(permission) && one.scope != Scope::all) continue;
            Scope& scope = rights.permissions.try_emplace(std::string{permission}, one.scope).first->second;
            scope = std::max(scope, one.scope);
        }
        rights.is_administrator = rights.is_administrator || role->is_administrator;
    }
    return rights;
}

bool reaches(Scope scope, const Place& home, const Place& target)
{
    if (home.org == target.org || scope == Scope::all) return true;
    return scope == Scope::unit_and_below && !home.path.empty() && target.path.starts_with(home.path);
}

std::set<std::string> permissions_at(const Rights& rights, const Place& home, const Place& target)
{
    std::set<std::string> there;
    for (const auto& [permission, scope] : rights.permissions)
        if (reaches(scope, home, target)) there.insert(permission);
    return there;
}

base::Reach reach_of(Scope scope)
{
    if (scope == Scope::own) return base::Reach::own;
    return scope == Scope::section ? base::Reach::section : base::Reach::organisation;
}

bool may_be_held_together(const Role& a, const Role& b)
{
    return a.code == b.code || (!a.is_administrator && !b.is_administrator);
}

}  // namespace identity
