// SPDX-License-Identifier: Apache-2.0
#include "identity/people.h"

#include "identity/core/grant.h"
#include "identity/identity.h"
#include "identity/store/credential_store.h"
#include "identity/store/grant_store.h"
#include "identity/store/person_store.h"
#include "identity/store/session_store.h"

namespace identity {

using base::ErrorKind;

namespace {

tl::unexpected<base::Error> no_person()
{
    return base::fail(ErrorKind::forbidden, "identity.person.forbidden");
}

}  // namespace

base::Result<void> check(const Person& person)
{
    // Nothing that looks like a blank or ends a line: accounts are typed, listed and logged.
    const bool is_plain = person.account.find_first_of(" \t\r\n\"'<>&/\\") == std::string::npos;
    if (person.account.empty() || person.account.size() > 64 || !is_plain)
        return base::fail(ErrorKind::invalid, "identity.person.account_malformed");
    if (person.name.empty()) return base::fail(ErrorKind::invalid, "identity.person.name_empty");
    std::vector<HeldRole> before;
    for (const HeldRole& held : person.roles) {
        TRY(check_may_hold(held.role, before));
        before.push_back(held);
    }
    return {};
}

base::Result<void> People::check_section(const base::OrgId& org, const std::optional<base::OrgId>& section) const
{
    if (!section) return {};
    const auto home = Organisations{db_, clock_}.find(org);
    const auto found = Organisations{db_, clock_}.find(*section);
    const bool is_ours = home && found && found->kind == OrgKind::section && found->path.starts_with(home->path);
    if (is_ours) return {};
    return base::fail(ErrorKind::invalid, "identity.person.section_unknown", {{"section", section->text()}});
}

base::Result<Person> People::add(const base::Actor& actor, const Person& wanted)
{
    if (!actor.may("identity.people")) return no_person();
    TRY(check(wanted));
    Person person = wanted;
    if (person.id.empty()) person.id = base::new_id<PersonTag>(clock_);
    sql::Transaction transaction{db_};
    TRY(check_section(actor.org, person.section));
    PersonStore store{db_};
    if (store.find_account(person.account))
        return base::fail(ErrorKind::conflict, "identity.person.account_taken", {{"account", person.account}});
    const std::int64_t now = clock_.milliseconds_since_1970();
    store.add(actor.org, person, now);
    const GrantState state = actor.unrestricted ? GrantState::active : GrantState::proposed;
    for (const HeldRole& held : person.roles)
        GrantStore{db_}.add(actor.org, {base::new_uuid(clock_), person.id, held, state, actor.name, now});
    record(db_, actor, clock_, {"identity.person.add", person.account, person.name});
    transaction.commit();
    return find(actor.org, person.id);
}

base::Result<Person> People::change(const base::Actor& actor, const PersonId& id, const PersonChange& change)
{
    if (!actor.may("identity.people")) return no_person();
    sql::Transaction transaction{db_};
    TRY_ASSIGN(const Person before, find(actor.org, id));
    Person changed = before;
    changed.name = change.name.value_or(before.name);
    changed.is_active = change.is_active.value_or(before.is_active);
    if (change.section) changed.section = change.section->empty() ? std::optional<base::OrgId>{} : change.section;
    if (changed.name.empty()) return base::fail(ErrorKind::invalid, "identity.person.name_empty");
    TRY(check_section(actor.org, changed.section));
    if (!changed.is_active && actor.person == id.text())
        return base::fail(ErrorKind::conflict, "identity.person.own_account");
    PersonStore{db_}.change(actor.org, changed);
    const bool is_disabled = before.is_active && !changed.is_active;
    const std::int64_t now = clock_.milliseconds_since_1970();
    if (is_disabled) {
        SessionStore{db_}.end_all(actor.org, id, now, "disabled");
        SessionStore{db_}.void_codes(actor.org, id, now);
    }
    const std::string act = is_disabled ? "disable" : !before.is_active && changed.is_active ? "enable" : "change";
    record(db_, actor, clock_, {"identity.person." + act, before.account, before.name + " → " + changed.name});
    transaction.commit();
    return find(actor.org, id);
}

base::Result<void> People::remove_second_factor(const base::Actor& actor, const PersonId& id)
{
    if (!actor.unrestricted) return no_person();
    sql::Transaction transaction{db_};
    TRY_ASSIGN(const Person person, find(actor.org, id));
    CredentialStore{db_}.remove_secret(actor.org, id);
    SessionStore{db_}.end_all(actor.org, id, clock_.milliseconds_since_1970(), "second_factor");
    record(db_, actor, clock_, {"identity.second_factor.remove", person.account, ""});
    transaction.commit();
    return {};
}

std::vector<Person> People::list(const base::OrgId& org, const PersonFilter& filter) const
{
    return PersonStore{db_}.list(org, filter);
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
