// SPDX-License-Identifier: Apache-2.0
#pragma once

// What tests of signing in share: a unit, cheap hashes, and people who have set their password.

#include <unistd.h>

#include <filesystem>

#include "base/random.h"
#include "identity/own_password.h"
#include "identity/people.h"
#include "identity/sign_in.h"
#include "sql/tests/each_engine.h"

namespace identity {

// Rules that ask nothing, and hashes that cost nothing.
inline PasswordProfile cheap_profile()
{
    PasswordProfile profile;
    profile.name = "cheap";
    profile.least_letters = 1;
    profile.cost = {.memory_kib = 64, .passes = 1};
    return profile;
}

class SigningIn : public sql::EachEngine {
protected:
    std::vector<std::span<const sql::Migration>> slices() const override { return {migrations()}; }

    void SetUp() override
    {
        EachEngine::SetUp();
        if (IsSkipped()) return;
        door = std::make_unique<Doorkeeper>(cheap_profile(), folder, 2, 64);
        operator_.org = Organisations{*db, clock}.create(operator_, {{}, "示例中心", "420112", "示例区"}).value().id;
    }

    void TearDown() override
    {
        EachEngine::TearDown();
        std::filesystem::remove_all(folder);
    }

    PersonId add(const std::string& account, const std::vector<HeldRole>& roles = {})
    {
        Person person;
        person.account = account;
        person.name = account;
        person.roles = roles;
        return People{*db, clock}.add(operator_, person).value().id;
    }

    Opened open_with_code(const PersonId& person)
    {
        const std::string code = Sessions{*db, clock}.issue_code(operator_, person, 15).value();
        return SignIn{*db, clock, *door}.with_code(code, std::nullopt, origin).value();
    }

    base::Actor actor_of(const Visitor& visitor) const
    {
        base::Actor actor{visitor.org, visitor.account, "test"};
        actor.permissions = permissions_at(visitor.rights, visitor.home(), visitor.home());
        actor.person = visitor.person.text();
        return actor;
    }

    // Somebody who has the password that password_of() says.
    PersonId add_with_password(const std::string& account, const std::vector<HeldRole>& roles = {})
    {
        const PersonId person = add(account, roles);
        const Visitor visitor = open_with_code(person).visitor;
        EXPECT_TRUE(
            (OwnPassword{*db, clock, *door}.change(actor_of(visitor), visitor, {}, password_of(account), origin)));
        return person;
    }

    // Not the account itself: that is refused.
    static std::string password_of(const std::string& account)
    {
        return std::string{account.rbegin(), account.rend()} + " geheim 7!";
    }

    base::Result<Opened> sign_in(const std::string& account, const std::string& password,
                                 const std::optional<std::string>& totp = {})
    {
        return SignIn{*db, clock, *door}.with_password({account, password, totp}, origin);
    }

    std::vector<AuditRecord> records() const { return Organisations{*db, clock}.audit(operator_.org); }
    std::string last_action() const { return records().back().change.action; }
    std::string last_detail() const { return records().back().change.detail; }

    base::FixedClock clock{1'795'000'000'000};
    base::Actor operator_{base::OrgId{}, "tester", "test", {}, true};
    Origin origin{"127.0.0.1", "test"};
    std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("mingji-door" + std::to_string(::getpid()) + base::random_hex(4));
    std::unique_ptr<Doorkeeper> door;
};

}  // namespace identity
