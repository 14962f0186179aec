// SPDX-License-Identifier: Apache-2.0
#include "identity/store/session_store.h"

namespace identity {

void SessionStore::add(const base::OrgId& org, const StoredSession& session)
{
    constexpr std::string_view insert = R"(
        INSERT INTO identity_session (org_id, token_digest, id, person_id, csrf, origin, agent, created_ms, seen_ms)
        VALUES (:org_id, :token_digest, :id, :person_id, :csrf, :origin, :agent, :created_ms, :created_ms))";
    db_.execute(insert, {{"org_id", org},
                         {"token_digest", session.token_digest},
                         {"id", session.id},
                         {"person_id", session.person},
                         {"csrf", session.csrf},
                         {"origin", session.origin.address},
                         {"agent", session.origin.agent},
                         {"created_ms", session.created_ms}});
}

std::optional<Visitor> SessionStore::find(const base::OrgId& org, const std::string& token_digest,
                                          std::int64_t seen_since_ms, std::int64_t created_since_ms) const
{
    constexpr std::string_view open_session = R"(
        SELECT s.id, s.csrf, s.seen_ms, p.id AS person_id, p.account, p.name, p.section_id, p.must_change,
               p.password, p.totp_secret, o.name AS org_name, o.path
          FROM identity_session s
          JOIN identity_person p ON p.org_id = s.org_id AND p.id = s.person_id
          JOIN identity_org o ON o.org_id = s.org_id
         WHERE s.org_id = :org_id AND s.token_digest = :token_digest AND s.ended_ms IS NULL
           AND s.seen_ms >= :seen_since AND s.created_ms >= :created_since AND p.is_active = 1)";
    const auto rows = db_.query(open_session, {{"org_id", org},
                                               {"token_digest", token_digest},
                                               {"seen_since", seen_since_ms},
                                               {"created_since", created_since_ms}});
    if (rows.empty()) return std::nullopt;
    const sql::Row& row = rows.front();
    Visitor visitor;
    visitor.session = SessionId{row.text("id")};
    visitor.org = org;
    visitor.org_name = row.text("org_name");
    visitor.org_path = row.text("path");
    visitor.person = PersonId{row.text("person_id")};
    visitor.account = row.text("account");
    visitor.name = row.text("name");
    if (const auto section = row.text_if("section_id")) visitor.section = base::OrgId{*section};
    visitor.csrf = row.text("csrf");
    visitor.must_change_password = row.integer("must_change") == 1;
    visitor.must_set_second_factor = row.is_null("totp_secret");
    visitor.seen_ms = row.integer("seen_ms");
    return visitor;
}

void SessionStore::touch(const base::OrgId& org, const SessionId& id, std::int64_t at_ms)
{
    db_.execute("UPDATE identity_session SET seen_ms = :at_ms WHERE org_id = :org_id AND id = :id AND ended_ms IS NULL",
                {{"at_ms", at_ms}, {"org_id", org}, {"id", id}});
}

void SessionStore::end(const base::OrgId& org, const SessionId& id, std::int64_t at_ms, const std::string& why)
{
    constexpr std::string_view end_one = R"(
        UPDATE identity_session SET ended_ms = :at_ms, ended_why = :why
         WHERE org_id = :org_id AND id = :id AND ended_ms IS NULL)";
    db_.execute(end_one, {{"at_ms", at_ms}, {"why", why}, {"org_id", org}, {"id", id}});
}

void SessionStore::add_code(const base::OrgId& org, const std::string& digest, const PersonId& person,
                            std::int64_t expires_ms)
{
    constexpr std::string_view insert = R"(
        INSERT INTO identity_code (org_id, code_digest, person_id, expires_ms)
        VALUES (:org_id, :code_digest, :person_id, :expires_ms))";
    db_.execute(insert, {{"org_id", org}, {"code_digest", digest}, {"person_id", person}, {"expires_ms", expires_ms}});
}

std::optional<PersonId> SessionStore::use_code(const base::OrgId& org, const std::string& digest, std::int64_t at_ms)
{
    constexpr std::string_view use = R"(
        UPDATE identity_code SET used_ms = :at_ms
         WHERE org_id = :org_id AND code_digest = :code_digest AND used_ms IS NULL AND expires_ms >= :at_ms)";
    const sql::Parameters key{{"org_id", org}, {"code_digest", digest}};
    if (db_.execute(use, {{"at_ms", at_ms}, {"org_id", org}, {"code_digest", digest}}) != 1) return std::nullopt;
    const auto rows =
        db_.query("SELECT person_id FROM identity_code WHERE org_id = :org_id AND code_digest = :code_digest", key);
    return PersonId{rows.front().text("person_id")};
}

}  // namespace identity
