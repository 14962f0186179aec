// SPDX-License-Identifier: Apache-2.0
#include "identity/people.h"

#include "identity/identity.h"
#include "identity/store/person_store.h"

namespace identity {

using base::ErrorKind;

namespace {

base::Result<void> check(const Person& person)
{
    // Nothing that looks like a blank or ends a line: accounts are typed, listed and logged.
    const bool is_plain = person.account.find_first_of(" \t\r\n\"'<>&/\\") == std::string::npos;
    if (person.account.empty() || person.account.size() > 64 || !is_plain)
        return base::fail(ErrorKind::invalid, "identity.person.account_malformed");
    if (person.name.empty()) return base::fail(ErrorKind::invalid, "identity.person.name_empty");
    for (const HeldRole& held : person.roles)
        if (!find_role(held.role))
            return base::fail(ErrorKind::invalid, "identity.role.unknown", {{"role", held.role}});
    return {};
}

}  // namespace

base::Result<Person> People::add(const base::Actor& actor, const Person& wanted)
{
    if (!actor.may("identity.people")) return base::fail(ErrorKind::forbidden, "identity.person.forbidden");
    TRY(check(wanted));
    Person person = wanted;
    if (person.id.empty()) person.id = base::new_id<PersonTag>(clock_);
    sql::Transaction transaction{db_};
    PersonStore store{db_};
    if (store.find_account(person.account))
        return base::fail(ErrorKind::conflict, "identity.person.account_taken", {{"account", person.account}});
    const std::int64_t now = clock_.milliseconds_since_1970();
    store.add(actor.org, person, now);
    for (const HeldRole& held : person.roles)
        store.add_grant(actor.org, {base::new_uuid(clock_), person.id, held, actor.unrestricted ? "active" : "proposed",
                                    actor.name, now});
    record(db_, actor, clock_, {"identity.person.add", person.account, person.name});
    transaction.commit();
    return store.find(actor.org, person.id).value();
}

std::vector<Person> People::all(const base::OrgId& org) const
{
    return PersonStore{db_}.all(org);
}

base::Result<Person> People::find(const base::OrgId& org, const PersonId& id) const
{
    const auto person = PersonStore{db_}.find(org, id);
    if (!person) return base::fail(ErrorKind::not_found, "identity.person.unknown", {{"person", id.text()}});
    return *person;
}

base::Result<Person> People::find_account(const base::OrgId& org, const std::string& account) const
{
    const auto found = PersonStore{db_}.find_account(account);
    if (!found || found->first != org)
        return base::fail(ErrorKind::not_found, "identity.person.unknown", {{"person", account}});
    return find(org, found->second);
}

}  // namespace identity
