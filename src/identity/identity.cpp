// SPDX-License-Identifier: Apache-2.0
#include "identity/identity.h"

#include <algorithm>
#include <array>

#include "identity/store/organisation_store.h"

namespace identity {

namespace {

constexpr std::array<std::pair<OrgKind, std::string_view>, 4> kinds{{{OrgKind::region, "region"},
                                                                     {OrgKind::department, "department"},
                                                                     {OrgKind::unit, "unit"},
                                                                     {OrgKind::section, "section"}}};

}  // namespace

std::string_view to_text(OrgKind kind)
{
    for (const auto& [known, text] : kinds)
        if (known == kind) return text;
    return {};
}

std::optional<OrgKind> org_kind_of(std::string_view text)
{
    for (const auto& [kind, known] : kinds)
        if (known == text) return kind;
    return std::nullopt;
}

void record(sql::Connection& db, const base::Actor& actor, const base::Clock& clock, const Change& change)
{
    const AuditRecord record{base::new_uuid(clock), clock.milliseconds_since_1970(), actor.name, actor.origin, change};
    OrganisationStore{db}.add_audit(actor.org, record);
}

base::Result<Organisation> Organisations::create(const base::Actor& actor, const Organisation& organisation)
{
    if (!actor.may("identity.orgs")) return base::fail(base::ErrorKind::forbidden, "identity.org.forbidden");
    const bool six_digits = organisation.region_code.size() == 6 &&
                            std::all_of(organisation.region_code.begin(), organisation.region_code.end(),
                                        [](char c) { return c >= '0' && c <= '9'; });
    if (organisation.name.empty()) return base::fail(base::ErrorKind::invalid, "identity.org.name_empty");
    if (!six_digits)
        return base::fail(base::ErrorKind::invalid, "identity.org.region_not_six_digits",
                          {{"region", organisation.region_code}});

    Organisation created = organisation;
    if (created.id.empty()) created.id = base::new_id<base::OrgTag>(clock_);
    sql::Transaction transaction{db_};
    std::string above = "/";
    if (created.parent) {
        TRY_ASSIGN(const Organisation parent, find(*created.parent));
        above = parent.path;
    }
    created.path = above + created.id.text() + "/";
    try {
        OrganisationStore{db_}.add(created, clock_.milliseconds_since_1970());
    } catch (const sql::SqlError& error) {
        if (error.violation() != sql::Violation::unique) throw;
        return base::fail(base::ErrorKind::conflict, "identity.org.name_taken", {{"name", created.name}});
    }
    base::Actor founder = actor;
    founder.org = created.id;
    record(db_, founder, clock_, {"identity.org.create", created.name, created.region_code});
    transaction.commit();
    return created;
}

base::Result<Organisation> Organisations::find(const base::OrgId& id) const
{
    return OrganisationStore{db_}.find(id);
}

std::vector<Organisation> Organisations::all() const
{
    return OrganisationStore{db_}.all();
}

std::vector<AuditRecord> Organisations::audit(const base::OrgId& id) const
{
    return OrganisationStore{db_}.audit(id);
}

}  // namespace identity
