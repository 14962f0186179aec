// SPDX-License-Identifier: Apache-2.0
#include "identity/exports.h"

#include <map>

#include "base/instant.h"
#include "identity/identity.h"

namespace identity {

namespace {

using spreadsheet::TableSheet;
using Texts = std::vector<std::string>;

TableSheet table(const std::string& name, const Texts& titles, const std::vector<Texts>& rows)
{
    TableSheet sheet{.name = name};
    for (const std::string& title : titles) sheet.columns.push_back({.title = title, .width = 24});
    for (const Texts& row : rows) {
        auto& cells = sheet.rows.emplace_back();
        for (const std::string& text : row) cells.push_back({spreadsheet::CellKind::text, text});
    }
    return sheet;
}

std::string day_or_empty(const std::optional<std::int64_t>& at_ms)
{
    return at_ms ? base::instant_text(*at_ms) : std::string{};
}

std::string role_name(const std::string& code)
{
    const Role* const role = find_role(code);
    return role ? std::string{role->chinese} : code;
}

const char* chinese(Scope scope)
{
    switch (scope) {
        case Scope::own: return "本人";
        case Scope::section: return "本科室";
        case Scope::unit: return "本单位";
        case Scope::unit_and_below: return "本单位及下级";
        case Scope::all: return "全部";
    }
    return "";
}

const char* chinese(GrantState state)
{
    switch (state) {
        case GrantState::proposed: return "待审批";
        case GrantState::active: return "生效";
        case GrantState::refused: return "未批准";
        case GrantState::revoked: return "已收回";
    }
    return "";
}

}  // namespace

TableSheet people_table(const ExportFrom& from, const PersonFilter& filter)
{
    std::map<std::string, std::string> sections;
    for (const Organisation& one : Organisations{from.db, from.clock}.all()) sections[one.id.text()] = one.name;
    std::vector<Texts> rows;
    for (const Person& one : People{from.db, from.clock}.list(from.org, filter)) {
        std::string roles;
        for (const HeldRole& held : one.roles)
            roles += (roles.empty() ? "" : "、") + role_name(held.role) + "（" + chinese(held.scope) + "）";
        rows.push_back({one.account, one.name, one.section ? sections[one.section->text()] : std::string{}, roles,
                        one.is_active ? "启用" : "停用", one.has_second_factor ? "已设置" : "未设置"});
    }
    return table("用户", {"登录名", "姓名", "科室", "角色", "状态", "动态口令"}, rows);
}

TableSheet grants_table(const ExportFrom& from, const GrantFilter& filter)
{
    std::vector<Texts> rows;
    for (const Grant& one : Grants{from.db, from.clock}.list(from.org, filter))
        rows.push_back({one.account, one.person_name, role_name(one.role.role), chinese(one.role.scope),
                        chinese(one.state), one.proposed_by, base::instant_text(one.proposed_ms),
                        one.decided_by.value_or(""), day_or_empty(one.decided_ms), one.revoked_by.value_or(""),
                        day_or_empty(one.revoked_ms)});
    return table(
        "授权",
        {"登录名", "姓名", "角色", "范围", "状态", "提出人", "提出时间", "审批人", "审批时间", "收回人", "收回时间"},
        rows);
}

TableSheet sessions_table(const ExportFrom& from)
{
    std::vector<Texts> rows;
    for (const ListedSession& one : Sessions{from.db, from.clock}.list(from.org, {}))
        rows.push_back({one.account, one.name, one.origin.address, one.origin.agent, base::instant_text(one.created_ms),
                        base::instant_text(one.seen_ms)});
    return table("在线会话", {"登录名", "姓名", "地址", "浏览器", "登录时间", "最近使用"}, rows);
}

}  // namespace identity
