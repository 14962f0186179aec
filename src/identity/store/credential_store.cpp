// SPDX-License-Identifier: Apache-2.0
#include "identity/store/credential_store.h"

namespace identity {

std::optional<Credentials> CredentialStore::find(const base::OrgId& org, const PersonId& person) const
{
    constexpr std::string_view one = R"(
        SELECT p.account, p.name, p.is_active, p.password, p.totp_secret, p.totp_pending, p.totp_last_step,
               o.name AS org_name
          FROM identity_person p
          JOIN identity_org o ON o.org_id = p.org_id
         WHERE p.org_id = :org_id AND p.id = :id)";
    const auto rows = db_.query(one, {{"org_id", org}, {"id", person}});
    if (rows.empty()) return std::nullopt;
    const sql::Row& row = rows.front();
    return Credentials{org,
                       person,
                       row.text("account"),
                       row.text("name"),
                       row.text("org_name"),
                       row.integer("is_active") == 1,
                       row.text_if("password"),
                       row.text_if("totp_secret"),
                       row.text_if("totp_pending"),
                       row.integer("totp_last_step")};
}

bool CredentialStore::set_password(const Credentials& before, const std::string& hash, std::int64_t at_ms,
                                   std::optional<std::int64_t> expires_ms)
{
    constexpr std::string_view update = R"(
        UPDATE identity_person
           SET password = :hash, password_set_ms = :at_ms, password_expires_ms = :expires_ms, must_change = 0,
               version = version + 1
         WHERE org_id = :org_id AND id = :id AND COALESCE(password, '') = :before)";
    return db_.execute(update, {{"hash", hash},
                                {"at_ms", at_ms},
                                {"expires_ms", expires_ms},
                                {"org_id", before.org},
                                {"id", before.person},
                                {"before", before.password.value_or("")}}) == 1;
}

void CredentialStore::rehash(const Credentials& before, const std::string& hash)
{
    constexpr std::string_view update = R"(
        UPDATE identity_person SET password = :hash WHERE org_id = :org_id AND id = :id AND password = :before)";
    db_.execute(update, {{"hash", hash}, {"org_id", before.org}, {"id", before.person}, {"before", before.password}});
}

void CredentialStore::add_past_password(const Credentials& of, const std::string& hash, std::int64_t at_ms)
{
    constexpr std::string_view insert = R"(
        INSERT INTO identity_past_password (org_id, person_id, set_ms, password)
        VALUES (:org_id, :person_id, :set_ms, :password)
        ON CONFLICT (org_id, person_id, set_ms) DO UPDATE SET password = excluded.password)";
    db_.execute(insert, {{"org_id", of.org}, {"person_id", of.person}, {"set_ms", at_ms}, {"password", hash}});
}

std::vector<std::string> CredentialStore::past_passwords(const base::OrgId& org, const PersonId& person, int most) const
{
    constexpr std::string_view newest = R"(
        SELECT password FROM identity_past_password
         WHERE org_id = :org_id AND person_id = :person_id
         ORDER BY set_ms DESC
         LIMIT :most)";
    std::vector<std::string> hashes;
    for (const sql::Row& row : db_.query(newest, {{"org_id", org}, {"person_id", person}, {"most", most}}))
        hashes.push_back(row.text("password"));
    return hashes;
}

void CredentialStore::require_change(const base::OrgId& org, const PersonId& person)
{
    db_.execute("UPDATE identity_person SET must_change = 1 WHERE org_id = :org_id AND id = :id",
                {{"org_id", org}, {"id", person}});
}

void CredentialStore::set_pending_secret(const base::OrgId& org, const PersonId& person, const std::string& sealed)
{
    db_.execute("UPDATE identity_person SET totp_pending = :sealed WHERE org_id = :org_id AND id = :id",
                {{"sealed", sealed}, {"org_id", org}, {"id", person}});
}

void CredentialStore::set_secret(const base::OrgId& org, const PersonId& person, const std::string& sealed,
                                 std::int64_t step)
{
    constexpr std::string_view update = R"(
        UPDATE identity_person
           SET totp_secret = :sealed, totp_pending = NULL, totp_last_step = :step, version = version + 1
         WHERE org_id = :org_id AND id = :id)";
    db_.execute(update, {{"sealed", sealed}, {"step", step}, {"org_id", org}, {"id", person}});
}

void CredentialStore::remove_secret(const base::OrgId& org, const PersonId& person)
{
    constexpr std::string_view update = R"(
        UPDATE identity_person SET totp_secret = NULL, totp_pending = NULL, must_change = 1, version = version + 1
         WHERE org_id = :org_id AND id = :id)";
    db_.execute(update, {{"org_id", org}, {"id", person}});
}

bool CredentialStore::use_step(const base::OrgId& org, const PersonId& person, std::int64_t step)
{
    constexpr std::string_view update = R"(
        UPDATE identity_person SET totp_last_step = :step
         WHERE org_id = :org_id AND id = :id AND totp_last_step < :step)";
    return db_.execute(update, {{"step", step}, {"org_id", org}, {"id", person}}) == 1;
}

Tries CredentialStore::tries(const std::string& account) const
{
    constexpr std::string_view of_account = R"(
        SELECT failures, locks, locked_until_ms, last_ms FROM identity_failure WHERE account = :account)";
    const auto rows = db_.query(of_account, {{"account", account}});
    if (rows.empty()) return {};
    const sql::Row& row = rows.front();
    return {static_cast<int>(row.integer("failures")), static_cast<int>(row.integer("locks")),
            row.integer("locked_until_ms"), row.integer("last_ms")};
}

void CredentialStore::set_tries(const std::string& account, const Tries& tries)
{
    constexpr std::string_view upsert = R"(
        INSERT INTO identity_failure (account, failures, locks, locked_until_ms, last_ms)
        VALUES (:account, :failures, :locks, :locked_until_ms, :last_ms)
        ON CONFLICT (account) DO UPDATE
           SET failures = excluded.failures, locks = excluded.locks, locked_until_ms = excluded.locked_until_ms,
               last_ms = excluded.last_ms)";
    db_.execute(upsert, {{"account", account},
                         {"failures", tries.failures},
                         {"locks", tries.locks},
                         {"locked_until_ms", tries.locked_until_ms},
                         {"last_ms", tries.last_ms}});
}

void CredentialStore::forget_tries(const std::string& account)
{
    db_.execute("DELETE FROM identity_failure WHERE account = :account", {{"account", account}});
}

void CredentialStore::forget_tries_before(std::int64_t last_ms)
{
    db_.execute("DELETE FROM identity_failure WHERE last_ms < :last_ms", {{"last_ms", last_ms}});
}

}  // namespace identity
