// SPDX-License-Identifier: Apache-2.0
#include "identity/store/organisation_store.h"

namespace identity {

namespace {

Organisation organisation_of(const sql::Row& row)
{
    Organisation organisation{base::OrgId{row.text("org_id")}, row.text("name"), row.text("region_code"),
                              row.text("region_name"), org_kind_of(row.text("kind")).value_or(OrgKind::unit)};
    if (const std::string parent = row.text("parent_id"); !parent.empty()) organisation.parent = base::OrgId{parent};
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
                         {"parent_id", organisation.parent ? organisation.parent->text() : ""},
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

std::optional<base::OrgId> OrganisationStore::first() const
{
    const auto rows = db_.query("SELECT org_id FROM identity_org ORDER BY created_ms, org_id LIMIT 1");
    if (rows.empty()) return std::nullopt;
    return base::OrgId{rows.front().text("org_id")};
}

void OrganisationStore::change(const Organisation& organisation)
{
    constexpr std::string_view update = R"(
        UPDATE identity_org
           SET name = :name, region_code = :region_code, region_name = :region_name, parent_id = :parent_id,
               version = version + 1
         WHERE org_id = :org_id)";
    db_.execute(update, {{"name", organisation.name},
                         {"region_code", organisation.region_code},
                         {"region_name", organisation.region_name},
                         {"parent_id", organisation.parent ? organisation.parent->text() : ""},
                         {"org_id", organisation.id}});
}

void OrganisationStore::move(const std::string& before, const std::string& after)
{
    constexpr std::string_view update = R"(
        UPDATE identity_org SET path = :after || substr(path, length(:before) + 1)
         WHERE substr(path, 1, length(:before)) = :before)";
    db_.execute(update, {{"after", after}, {"before", before}});
}

}  // namespace identity
