// SPDX-License-Identifier: Apache-2.0
#include "identity/setup.h"

#include <set>

#include "base/random.h"
#include "base/sm3.h"
#include "identity/core/single_use_code.h"
#include "identity/people.h"
#include "identity/store/credential_store.h"
#include "identity/store/grant_store.h"
#include "identity/store/organisation_store.h"
#include "identity/store/person_store.h"
#include "identity/store/session_store.h"

namespace identity {

using base::ErrorKind;

namespace {

// Three people have to come to a keyboard.
constexpr std::int64_t code_good_for_ms = std::int64_t{24} * 3600 * 1000;

}  // namespace

bool FirstRun::is_needed() const
{
    return !PersonStore{db_}.is_anybody_there();
}

// A unit that was made on the command line before, or a new one.
base::Result<base::OrgId> FirstRun::unit_of(const Founding& founding, const base::Actor& founder)
{
    OrganisationStore store{db_};
    for (const Organisation& known : store.all())
        if (known.name == founding.unit && !known.parent) return known.id;
    Organisation unit{founder.org, founding.unit, founding.region_code, founding.region_name};
    TRY(check(unit));
    unit.path = "/" + unit.id.text() + "/";
    store.add(unit, clock_.milliseconds_since_1970());
    return unit.id;
}

base::Result<Founded> FirstRun::found(const std::string& code, const Founding& founding, const std::string& address)
{
    const auto done = [] { return base::fail(ErrorKind::conflict, "identity.setup.done"); };
    if (!is_needed()) return done();
    if (!door_.setup.matches(code, clock_)) return base::fail(ErrorKind::forbidden, "identity.setup.code_wrong");
    const std::vector<std::pair<std::string, NewAdministrator>> wanted{
        {"sysadmin", founding.sysadmin}, {"secadmin", founding.secadmin}, {"auditor", founding.auditor}};
    std::set<std::string> accounts;
    for (const auto& [role, administrator] : wanted) accounts.insert(administrator.account);
    if (accounts.size() != wanted.size()) return base::fail(ErrorKind::invalid, "identity.setup.accounts_alike");

    sql::Transaction transaction{db_};
    db_.lock_until_commit("identity.setup");
    if (!is_needed()) return done();
    const std::int64_t now = clock_.milliseconds_since_1970();
    base::Actor founder{base::new_id<base::OrgTag>(clock_), "setup", address};
    TRY_ASSIGN(founder.org, unit_of(founding, founder));
    Founded founded{founder.org, {}, now + code_good_for_ms};
    for (const auto& [role, administrator] : wanted) {
        Person person;
        person.id = base::new_id<PersonTag>(clock_);
        person.account = administrator.account;
        person.name = administrator.name;
        person.roles = {{role, Scope::all}};
        TRY(check(person));
        PersonStore{db_}.add(founder.org, person, now);
        CredentialStore{db_}.require_change(founder.org, person.id);
        GrantStore{db_}.add(founder.org, {base::new_uuid(clock_), person.id, person.roles.front(), GrantState::active,
                                          founder.name, now});
        const std::string secret = base::random_hex(code_bytes);
        SessionStore{db_}.add_code(founder.org, base::sm3(secret), person.id, founded.expires_ms);
        founded.administrators.push_back({role, person.account, founder.org.text() + "." + secret});
    }
    record(db_, founder, clock_,
           {"identity.setup.found", founding.unit,
            founding.sysadmin.account + " " + founding.secadmin.account + " " + founding.auditor.account});
    transaction.commit();
    door_.setup.forget();
    return founded;
}

}  // namespace identity
