// SPDX-License-Identifier: Apache-2.0
#include "identity/store/audit_store.h"

#include <algorithm>

namespace identity {

namespace {

AuditRecord record_of(const sql::Row& row)
{
    Change change{row.text("action"), row.text("subject"), row.text("detail"), row.text_if("before_digest"),
                  row.text_if("after_digest")};
    return {row.text("id"), row.integer("at_ms"), row.text("actor"), row.text("origin"), std::move(change)};
}

}  // namespace

void AuditStore::add(const base::OrgId& org, const AuditRecord& record)
{
    constexpr std::string_view insert = R"(
        INSERT INTO identity_audit (org_id, id, at_ms, actor, origin, action, subject, before_digest, after_digest, detail,
                                    digest)
        VALUES (:org_id, :id, :at_ms, :actor, :origin, :action, :subject, :before_digest, :after_digest, :detail,
                :digest))";
    db_.execute_later(insert, {{"org_id", org},
                               {"id", record.id},
                               {"at_ms", record.at_ms},
                               {"actor", record.actor},
                               {"origin", record.origin},
                               {"action", record.change.action},
                               {"subject", record.change.subject},
                               {"before_digest", record.change.before_digest},
                               {"after_digest", record.change.after_digest},
                               {"detail", record.change.detail},
                               {"digest", digest_of(org, record)}});
    db_.execute_later("INSERT INTO identity_audit_unsealed (org_id, audit_id) VALUES (:org_id, :audit_id)",
                      {{"org_id", org}, {"audit_id", record.id}});
}

std::vector<AuditRecord> AuditStore::list(const base::OrgId& org, const AuditFilter& filter) const
{
    // `first_id` is where UUIDs of that time begin: what is older need not be looked at.
    constexpr std::string_view newest_first = R"(
        SELECT id, at_ms, actor, origin, action, subject, before_digest, after_digest, detail
          FROM identity_audit
         WHERE org_id = :org_id AND (:before_id = '' OR id < :before_id) AND id >= :first_id
           AND (:actor = '' OR actor = :actor)
           AND (:action = '' OR action = :action OR substr(action, 1, length(:action) + 1) = :action || '.')
           AND at_ms >= :from_ms AND at_ms < :until_ms
         ORDER BY id DESC
         LIMIT :most)";
    std::vector<AuditRecord> records;
    const sql::Parameters parameters{{"org_id", org},
                                     {"before_id", filter.before_id},
                                     {"first_id", base::first_uuid_of(filter.from_ms - 60'000)},
                                     {"actor", filter.actor},
                                     {"action", filter.action},
                                     {"from_ms", filter.from_ms},
                                     {"until_ms", filter.until_ms},
                                     {"most", static_cast<std::int64_t>(filter.most)}};
    db_.each(newest_first, parameters, [&](const sql::Row& row) { records.push_back(record_of(row)); });
    return records;
}

std::string AuditStore::newest_id() const
{
    constexpr std::string_view newest = R"(
        SELECT (SELECT MAX(a.id) FROM identity_audit a WHERE a.org_id = o.org_id) AS id FROM identity_org o)";
    std::string found;
    for (const sql::Row& row : db_.query(newest)) found = std::max(found, row.text_if("id").value_or(""));
    return found;
}

std::vector<base::OrgId> AuditStore::with_unsealed() const
{
    std::vector<base::OrgId> orgs;
    for (const sql::Row& row : db_.query("SELECT DISTINCT org_id FROM identity_audit_unsealed ORDER BY org_id"))
        orgs.emplace_back(row.text("org_id"));
    return orgs;
}

std::vector<UnsealedRecord> AuditStore::waiting(const base::OrgId& org, int most) const
{
    constexpr std::string_view oldest_first = R"(
        SELECT a.id, a.at_ms, a.actor, a.origin, a.action, a.subject, a.before_digest, a.after_digest, a.detail, a.digest
          FROM identity_audit_unsealed u
          JOIN identity_audit a ON a.org_id = u.org_id AND a.id = u.audit_id
         WHERE u.org_id = :org_id
         ORDER BY u.audit_id
         LIMIT :most)";
    std::vector<UnsealedRecord> records;
    for (const sql::Row& row : db_.query(oldest_first, {{"org_id", org}, {"most", most}}))
        records.push_back({record_of(row), row.text("digest"), true});
    return records;
}

std::optional<Checkpoint> AuditStore::end_of_chain(const base::OrgId& org) const
{
    constexpr std::string_view last = R"(
        SELECT sequence, chain_digest FROM identity_audit_seal
         WHERE org_id = :org_id
         ORDER BY sequence DESC
         LIMIT 1)";
    const auto rows = db_.query(last, {{"org_id", org}});
    if (rows.empty()) return std::nullopt;
    return Checkpoint{org, rows.front().integer("sequence"), rows.front().text("chain_digest")};
}

void AuditStore::seal(const base::OrgId& org, const std::vector<SealedRecord>& links)
{
    constexpr std::string_view insert = R"(
        INSERT INTO identity_audit_seal (org_id, sequence, audit_id, record_digest, chain_digest)
        VALUES (:org_id, :sequence, :audit_id, :record_digest, :chain_digest))";
    for (const SealedRecord& link : links) {
        db_.execute(insert, {{"org_id", org},
                             {"sequence", link.sequence},
                             {"audit_id", link.audit_id},
                             {"record_digest", link.record_digest},
                             {"chain_digest", link.link}});
        db_.execute("DELETE FROM identity_audit_unsealed WHERE org_id = :org_id AND audit_id = :audit_id",
                    {{"org_id", org}, {"audit_id", link.audit_id}});
    }
}

void AuditStore::each_sealed(const base::OrgId& org, std::int64_t from_sequence,
                             const std::function<void(const SealedRecord&)>& visit) const
{
    constexpr std::string_view in_order = R"(
        SELECT s.sequence, s.audit_id, s.record_digest, s.chain_digest,
               a.id, a.at_ms, a.actor, a.origin, a.action, a.subject, a.before_digest, a.after_digest, a.detail, a.digest
          FROM identity_audit_seal s
          LEFT JOIN identity_audit a ON a.org_id = s.org_id AND a.id = s.audit_id
         WHERE s.org_id = :org_id AND s.sequence >= :from_sequence
         ORDER BY s.sequence)";
    db_.each(in_order, {{"org_id", org}, {"from_sequence", from_sequence}}, [&](const sql::Row& row) {
        SealedRecord sealed{row.integer("sequence"), row.text("audit_id"), row.text("record_digest"),
                            row.text("chain_digest")};
        if (!row.is_null("id")) {
            sealed.record = record_of(row);
            sealed.own_digest = row.text("digest");
        }
        visit(sealed);
    });
}

void AuditStore::each_unsealed(const base::OrgId& org, const std::function<void(const UnsealedRecord&)>& visit) const
{
    constexpr std::string_view outside = R"(
        SELECT a.id, a.at_ms, a.actor, a.origin, a.action, a.subject, a.before_digest, a.after_digest, a.detail, a.digest,
               CASE WHEN u.audit_id IS NULL THEN 0 ELSE 1 END AS is_waiting
          FROM identity_audit a
          LEFT JOIN identity_audit_seal s ON s.org_id = a.org_id AND s.audit_id = a.id
          LEFT JOIN identity_audit_unsealed u ON u.org_id = a.org_id AND u.audit_id = a.id
         WHERE a.org_id = :org_id AND s.audit_id IS NULL
         ORDER BY a.id)";
    db_.each(outside, {{"org_id", org}}, [&](const sql::Row& row) {
        visit({record_of(row), row.text("digest"), row.integer("is_waiting") == 1});
    });
}

std::vector<std::string> AuditStore::waiting_without_record(const base::OrgId& org) const
{
    constexpr std::string_view gone = R"(
        SELECT u.audit_id
          FROM identity_audit_unsealed u
          LEFT JOIN identity_audit a ON a.org_id = u.org_id AND a.id = u.audit_id
         WHERE u.org_id = :org_id AND a.id IS NULL
         ORDER BY u.audit_id)";
    std::vector<std::string> ids;
    for (const sql::Row& row : db_.query(gone, {{"org_id", org}})) ids.push_back(row.text("audit_id"));
    return ids;
}

std::string AuditStore::id_at(const base::OrgId& org, std::int64_t sequence) const
{
    const auto rows =
        db_.query("SELECT audit_id FROM identity_audit_seal WHERE org_id = :org_id AND sequence = :sequence",
                  {{"org_id", org}, {"sequence", sequence}});
    return rows.empty() ? std::string{} : rows.front().text("audit_id");
}

}  // namespace identity
