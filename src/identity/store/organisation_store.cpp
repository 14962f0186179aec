// SPDX-License-Identifier: Apache-2.0
#include "identity/store/organisation_store.h"

namespace identity {

namespace {

Organisation organisation_of(const sql::Row& row)
{
    Organisation organisation{base::OrgId{row.text("org_id")}, row.text("name"), row.text("region_code"),
                              row.text("region_name"), org_kind_of(row.text("kind")).value_or(OrgKind::unit)};
    if (const auto parent = row.text_if("parent_id")) organisation.parent = base::OrgId{*parent};
    organisation.path = row.text("path");
    organisation.version = row.integer("version");
    return organisation;
}

}  // namespace

void OrganisationStore::add(const Organisation& organisation, std::int64_t at_ms)
{
    constexpr std::string_view insert = R"(
        INSERT INTO identity_org (org_id, name, region_code, region_name, created_ms, parent_id, kind, path)
        VALUES (:org_id, :name, :region_code, :region_name, :created_ms, :parent_id, :kind, :path))";
    db_.execute(insert, {{"org_id", organisation.id},
                         {"name", organisation.name},
                         {"region_code", organisation.region_code},
                         {"region_name", organisation.region_name},
                         {"created_ms", at_ms},
                         {"parent_id", organisation.parent},
                         {"kind", to_text(organisation.kind)},
                         {"path", organisation.path}});
}

base::Result<Organisation> OrganisationStore::find(const base::OrgId& id) const
{
    constexpr std::string_view one = R"(
        SELECT org_id, name, region_code, region_name, kind, parent_id, path, version
          FROM identity_org
         WHERE org_id = :org_id)";
    const auto rows = db_.query(one, {{"org_id", id}});
    if (rows.empty()) return base::fail(base::ErrorKind::not_found, "identity.org.unknown", {{"id", id.text()}});
    return organisation_of(rows.front());
}

std::vector<Organisation> OrganisationStore::all() const
{
    std::vector<Organisation> found;
    constexpr std::string_view every = R"(
        SELECT org_id, name, region_code, region_name, kind, parent_id, path, version
          FROM identity_org
         ORDER BY org_id)";
    for (const auto& row : db_.query(every)) found.push_back(organisation_of(row));
    return found;
}

void OrganisationStore::add_audit(const base::OrgId& org, const AuditRecord& record)
{
    constexpr std::string_view insert = R"(
        INSERT INTO identity_audit (org_id, id, at_ms, actor, origin, action, subject, before_digest, after_digest, detail)
        VALUES (:org_id, :id, :at_ms, :actor, :origin, :action, :subject, :before_digest, :after_digest, :detail))";
    db_.execute(insert, {{"org_id", org},
                         {"id", record.id},
                         {"at_ms", record.at_ms},
                         {"actor", record.actor},
                         {"origin", record.origin},
                         {"action", record.change.action},
                         {"subject", record.change.subject},
                         {"before_digest", record.change.before_digest},
                         {"after_digest", record.change.after_digest},
                         {"detail", record.change.detail}});
}

std::vector<AuditRecord> OrganisationStore::audit(const base::OrgId& org) const
{
    constexpr std::string_view of_org = R"(
        SELECT id, at_ms, actor, origin, action, subject, before_digest, after_digest, detail
          FROM identity_audit
         WHERE org_id = :org_id
         ORDER BY id)";
    std::vector<AuditRecord> records;
    for (const auto& row : db_.query(of_org, {{"org_id", org}})) {
        Change change{row.text("action"), row.text("subject"), row.text("detail"), row.text_if("before_digest"),
                      row.text_if("after_digest")};
        records.push_back({row.text("id"), row.integer("at_ms"), row.text("actor"), row.text("origin"), change});
    }
    return records;
}

}  // namespace identity
