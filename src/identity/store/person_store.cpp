// SPDX-License-Identifier: Apache-2.0
#include "identity/store/person_store.h"

#include "identity/store/grant_store.h"

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

std::vector<Person> PersonStore::list(const base::OrgId& org, const PersonFilter& filter) const
{
    constexpr std::string_view by_account = R"(
        SELECT id, account, name, section_id, is_active, password, totp_secret, version
          FROM identity_person
         WHERE org_id = :org_id AND account > :after_account
           AND (:words = '' OR replace(account, :words, '') <> account OR replace(name, :words, '') <> name)
         ORDER BY account
         LIMIT :most)";
    std::vector<Person> people;
    const sql::Parameters parameters{{"org_id", org},
                                     {"after_account", filter.after_account},
                                     {"words", filter.words},
                                     {"most", static_cast<std::int64_t>(filter.most)}};
    for (const sql::Row& row : db_.query(by_account, parameters)) people.push_back(person_of(row));
    for (Person& person : people) person.roles = GrantStore{db_}.roles(org, person.id, GrantState::active);
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
    person.roles = GrantStore{db_}.roles(org, id, GrantState::active);
    return person;
}

std::optional<std::pair<base::OrgId, PersonId>> PersonStore::find_account(const std::string& account) const
{
    const auto rows =
        db_.query("SELECT org_id, person_id FROM identity_account WHERE account = :account", {{"account", account}});
    if (rows.empty()) return std::nullopt;
    return std::pair{base::OrgId{rows.front().text("org_id")}, PersonId{rows.front().text("person_id")}};
}

bool PersonStore::is_anybody_there() const
{
    return !db_.query("SELECT account FROM identity_account LIMIT 1").empty();
}

void PersonStore::change(const base::OrgId& org, const Person& person)
{
    constexpr std::string_view update = R"(
        UPDATE identity_person
           SET name = :name, section_id = :section_id, is_active = :is_active, version = version + 1
         WHERE org_id = :org_id AND id = :id)";
    db_.execute(update, {{"name", person.name},
                         {"section_id", person.section},
                         {"is_active", person.is_active ? 1 : 0},
                         {"org_id", org},
                         {"id", person.id}});
}

}  // namespace identity
