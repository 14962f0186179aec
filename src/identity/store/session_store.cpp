// SPDX-License-Identifier: Apache-2.0
#include "identity/store/session_store.h"

#include <algorithm>
#include <utility>

namespace identity {

void SessionStore::add(const base::OrgId& org, const StoredSession& session)
{
    constexpr std::string_view insert = R"(
        INSERT INTO identity_session (org_id, token_digest, id, person_id, csrf, origin, agent, opened_by, created_ms, seen_ms)
        VALUES (:org_id, :token_digest, :id, :person_id, :csrf, :origin, :agent, :opened_by, :created_ms, :created_ms))";
    db_.execute(insert, {{"org_id", org},
                         {"token_digest", session.token_digest},
                         {"id", session.id},
                         {"person_id", session.person},
                         {"csrf", session.csrf},
                         {"origin", session.origin.address},
                         {"agent", session.origin.agent},
                         {"opened_by", to_text(session.opened_by)},
                         {"created_ms", session.created_ms}});
}

std::optional<Visitor> SessionStore::find(const base::OrgId& org, const std::string& token_digest,
                                          const SessionWindow& window, std::int64_t now_ms) const
{
    constexpr std::string_view open_session = R"(
        SELECT s.id, s.csrf, s.seen_ms, s.opened_by, p.id AS person_id, p.account, p.name, p.section_id,
               p.must_change, p.password_expires_ms, p.totp_secret, o.name AS org_name, o.path, g.role, g.scope
          FROM identity_session s
          JOIN identity_person p ON p.org_id = s.org_id AND p.id = s.person_id
          JOIN identity_org o ON o.org_id = s.org_id
          LEFT JOIN identity_grant g ON g.org_id = p.org_id AND g.person_id = p.id AND g.state = 'active'
         WHERE s.org_id = :org_id AND s.token_digest = :token_digest AND s.ended_ms IS NULL AND p.is_active = 1
           AND s.seen_ms BETWEEN :seen_since AND :until AND s.created_ms BETWEEN :created_since AND :until)";
    const auto rows = db_.query(open_session, {{"org_id", org},
                                               {"token_digest", token_digest},
                                               {"seen_since", window.seen_since_ms},
                                               {"created_since", window.created_since_ms},
                                               {"until", window.until_ms}});
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
    visitor.opened_by = row.text("opened_by") == to_text(OpenedBy::code) ? OpenedBy::code : OpenedBy::password;
    const auto expires_ms = row.integer_if("password_expires_ms");
    visitor.must_change_password = row.integer("must_change") == 1 || (expires_ms && *expires_ms <= now_ms);
    visitor.has_second_factor = !row.is_null("totp_secret");
    visitor.seen_ms = row.integer("seen_ms");
    for (const sql::Row& held : rows)
        if (const auto role = held.text_if("role"))
            visitor.roles.push_back({*role, scope_of(held.text("scope")).value_or(Scope::own)});
    // Here, not in the database: every request asks, and SQLite sets up a sorter for one or two rows.
    std::sort(visitor.roles.begin(), visitor.roles.end(), [](const HeldRole& a, const HeldRole& b) {
        return std::pair{a.role, to_text(a.scope)} < std::pair{b.role, to_text(b.scope)};
    });
    return visitor;
}

std::vector<ListedSession> SessionStore::list(const base::OrgId& org, const SessionFilter& filter,
                                              const SessionWindow& window) const
{
    constexpr std::string_view newest_first = R"(
        SELECT s.id, p.account, p.name, s.origin, s.agent, s.created_ms, s.seen_ms
          FROM identity_session s
          JOIN identity_person p ON p.org_id = s.org_id AND p.id = s.person_id
         WHERE s.org_id = :org_id AND (:person_id = '' OR s.person_id = :person_id)
           AND (:before_id = '' OR s.id < :before_id) AND s.ended_ms IS NULL AND p.is_active = 1
           AND s.seen_ms BETWEEN :seen_since AND :until AND s.created_ms BETWEEN :created_since AND :until
         ORDER BY s.id DESC
         LIMIT :most)";
    std::vector<ListedSession> sessions;
    for (const sql::Row& row : db_.query(newest_first, {{"org_id", org},
                                                        {"person_id", filter.person},
                                                        {"before_id", filter.before_id},
                                                        {"seen_since", window.seen_since_ms},
                                                        {"created_since", window.created_since_ms},
                                                        {"until", window.until_ms},
                                                        {"most", static_cast<std::int64_t>(filter.most)}}))
        sessions.push_back({SessionId{row.text("id")},
                            row.text("account"),
                            row.text("name"),
                            {row.text("origin"), row.text("agent")},
                            row.integer("created_ms"),
                            row.integer("seen_ms")});
    return sessions;
}

std::optional<PersonId> SessionStore::owner(const base::OrgId& org, const SessionId& id) const
{
    const auto rows = db_.query("SELECT person_id FROM identity_session WHERE org_id = :org_id AND id = :id",
                                {{"org_id", org}, {"id", id}});
    if (rows.empty()) return std::nullopt;
    return PersonId{rows.front().text("person_id")};
}

void SessionStore::touch(const base::OrgId& org, const SessionId& id, std::int64_t at_ms)
{
    db_.execute("UPDATE identity_session SET seen_ms = :at_ms WHERE org_id = :org_id AND id = :id AND ended_ms IS NULL",
                {{"at_ms", at_ms}, {"org_id", org}, {"id", id}});
}

bool SessionStore::end(const base::OrgId& org, const SessionId& id, std::int64_t at_ms, const std::string& why)
{
    constexpr std::string_view end_one = R"(
        UPDATE identity_session SET ended_ms = :at_ms, ended_why = :why
         WHERE org_id = :org_id AND id = :id AND ended_ms IS NULL)";
    return db_.execute(end_one, {{"at_ms", at_ms}, {"why", why}, {"org_id", org}, {"id", id}}) == 1;
}

std::int64_t SessionStore::end_all(const base::OrgId& org, const PersonId& person, std::int64_t at_ms,
                                   const std::string& why)
{
    constexpr std::string_view end_of_person = R"(
        UPDATE identity_session SET ended_ms = :at_ms, ended_why = :why
         WHERE org_id = :org_id AND person_id = :person_id AND ended_ms IS NULL)";
    return db_.execute(end_of_person, {{"at_ms", at_ms}, {"why", why}, {"org_id", org}, {"person_id", person}});
}

void SessionStore::end_everybodys(std::int64_t at_ms, const std::string& why)
{
    db_.execute("UPDATE identity_session SET ended_ms = :at_ms, ended_why = :why WHERE ended_ms IS NULL",
                {{"at_ms", at_ms}, {"why", why}});
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

std::optional<PersonId> SessionStore::find_code(const base::OrgId& org, const std::string& digest,
                                                std::int64_t at_ms) const
{
    constexpr std::string_view usable = R"(
        SELECT person_id FROM identity_code
         WHERE org_id = :org_id AND code_digest = :code_digest AND used_ms IS NULL AND expires_ms >= :at_ms)";
    const auto rows = db_.query(usable, {{"org_id", org}, {"code_digest", digest}, {"at_ms", at_ms}});
    if (rows.empty()) return std::nullopt;
    return PersonId{rows.front().text("person_id")};
}

void SessionStore::void_codes(const base::OrgId& org, const PersonId& person, std::int64_t at_ms)
{
    constexpr std::string_view use_up = R"(
        UPDATE identity_code SET used_ms = :at_ms
         WHERE org_id = :org_id AND person_id = :person_id AND used_ms IS NULL)";
    db_.execute(use_up, {{"at_ms", at_ms}, {"org_id", org}, {"person_id", person}});
}

}  // namespace identity
