// SPDX-License-Identifier: Apache-2.0
#include "identity/store/person_store.h"

namespace identity {

namespace {

Person person_of(const sql::Row& row)
{
    Person person;
    person.id = PersonId{row.text("id")};
    person.account = row.text("account");
    person.name = row.text("name");
    if (const auto section = row.text_if("section_id")) person.section = base::OrgId{*section};
    person.is_active = row.integer("is_active") == 1;
    person.has_password = !row.is_null("password");
    person.has_second_factor = !row.is_null("totp_secret");
    person.version = row.integer("version");
    return person;
}

}  // namespace

void PersonStore::add(const base::OrgId& org, const Person& person, std::int64_t at_ms)
{
    constexpr std::string_view insert = R"(
        INSERT INTO identity_person (org_id, id, account, name, section_id, created_ms)
        VALUES (:org_id, :id, :account, :name, :section_id, :created_ms))";
    db_.execute(insert, {{"org_id", org},
                         {"id", person.id},
                         {"account", person.account},
                         {"name", person.name},
                         {"section_id", person.section},
                         {"created_ms", at_ms}});
    db_.execute("INSERT INTO identity_account (account, org_id, person_id) VALUES (:account, :org_id, :person_id)",
                {{"account", person.account}, {"org_id", org}, {"person_id", person.id}});
}

std::vector<Person> PersonStore::all(const base::OrgId& org) const
{
    constexpr std::string_view of_org = R"(
        SELECT id, account, name, section_id, is_active, password, totp_secret, version
          FROM identity_person
         WHERE org_id = :org_id
         ORDER BY account)";
    std::vector<Person> people;
    for (const sql::Row& row : db_.query(of_org, {{"org_id", org}})) people.push_back(person_of(row));
    for (Person& person : people) person.roles = roles(org, person.id);
    return people;
}

std::optional<Person> PersonStore::find(const base::OrgId& org, const PersonId& id) const
{
    constexpr std::string_view one = R"(
        SELECT id, account, name, section_id, is_active, password, totp_secret, version
          FROM identity_person
         WHERE org_id = :org_id AND id = :id)";
    const auto rows = db_.query(one, {{"org_id", org}, {"id", id}});
    if (rows.empty()) return std::nullopt;
    Person person = person_of(rows.front());
    person.roles = roles(org, id);
    return person;
}

std::optional<std::pair<base::OrgId, PersonId>> PersonStore::find_account(const std::string& account) const
{
    const auto rows =
        db_.query("SELECT org_id, person_id FROM identity_account WHERE account = :account", {{"account", account}});
    if (rows.empty()) return std::nullopt;
    return std::pair{base::OrgId{rows.front().text("org_id")}, PersonId{rows.front().text("person_id")}};
}

void PersonStore::add_grant(const base::OrgId& org, const Grant& grant)
{
    constexpr std::string_view insert = R"(
        INSERT INTO identity_grant (org_id, id, person_id, role, scope, state, proposed_by, proposed_ms, decided_by, decided_ms)
        VALUES (:org_id, :id, :person_id, :role, :scope, :state, :proposed_by, :proposed_ms, :decided_by, :decided_ms))";
    db_.execute(insert, {{"org_id", org},
                         {"id", grant.id},
                         {"person_id", grant.person},
                         {"role", grant.role.role},
                         {"scope", to_text(grant.role.scope)},
                         {"state", grant.state},
                         {"proposed_by", grant.proposed_by},
                         {"proposed_ms", grant.proposed_ms},
                         {"decided_by", grant.decided_by},
                         {"decided_ms", grant.decided_ms}});
}

std::vector<HeldRole> PersonStore::roles(const base::OrgId& org, const PersonId& person) const
{
    constexpr std::string_view active = R"(
        SELECT role, scope FROM identity_grant
         WHERE org_id = :org_id AND person_id = :person_id AND state = 'active'
         ORDER BY role, scope)";
    std::vector<HeldRole> held;
    for (const sql::Row& row : db_.query(active, {{"org_id", org}, {"person_id", person}}))
        held.push_back({row.text("role"), scope_of(row.text("scope")).value_or(Scope::own)});
    return held;
}

}  // namespace identity
