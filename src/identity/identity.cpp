// SPDX-License-Identifier: Apache-2.0
#include "identity/identity.h"

#include <algorithm>
#include <limits>

#include "identity/store/audit_store.h"
#include "identity/store/organisation_store.h"

namespace identity {

using base::ErrorKind;

namespace {

constexpr const char* tree = "organisation tree";

// Inside a catch: what is not about the name goes on.
tl::unexpected<base::Error> name_taken(const sql::SqlError& error, const std::string& name)
{
    if (error.violation() != sql::Violation::unique) throw;
    return base::fail(ErrorKind::conflict, "identity.org.name_taken", {{"name", name}});
}

}  // namespace

base::Result<void> check(const Organisation& organisation)
{
    const bool six_digits = organisation.region_code.size() == 6 &&
                            std::all_of(organisation.region_code.begin(), organisation.region_code.end(),
                                        [](char c) { return c >= '0' && c <= '9'; });
    if (organisation.name.empty()) return base::fail(ErrorKind::invalid, "identity.org.name_empty");
    if (!six_digits)
        return base::fail(ErrorKind::invalid, "identity.org.region_not_six_digits",
                          {{"region", organisation.region_code}});
    return {};
}

void record(sql::Connection& db, const base::Actor& actor, const base::Clock& clock, const Change& change)
{
    const AuditRecord record{base::new_uuid(clock), clock.milliseconds_since_1970(), actor.name, actor.origin, change};
    AuditStore{db}.add(actor.org, record);
}

Place Organisation::place() const
{
    if (kind != OrgKind::section || !parent) return {id.text(), path};
    return {parent->text(), std::string_view{path}.substr(0, path.size() - id.text().size() - 1)};
}

// The path that something of that kind has below the parent.
base::Result<std::string> Organisations::path_below(const std::optional<base::OrgId>& parent, OrgKind kind,
                                                    const Reach& reach) const
{
    if (!parent) {
        if (reach.scope != Scope::all) return base::fail(ErrorKind::forbidden, "identity.org.top_forbidden");
        if (kind == OrgKind::section) return base::fail(ErrorKind::invalid, "identity.org.kind_below_kind");
        return std::string{"/"};
    }
    TRY_ASSIGN(const Organisation above, find(*parent));
    if (!reach.covers(above)) return base::fail(ErrorKind::not_found, "identity.org.unknown", {{"id", parent->text()}});
    if (!may_stand_below(kind, above.kind)) return base::fail(ErrorKind::invalid, "identity.org.kind_below_kind");
    return above.path;
}

base::Result<Organisation> Organisations::create(const base::Actor& actor, const Organisation& organisation,
                                                 const Reach& reach)
{
    if (!actor.may("identity.orgs")) return base::fail(ErrorKind::forbidden, "identity.org.forbidden");
    TRY(check(organisation));
    Organisation created = organisation;
    if (created.id.empty()) created.id = base::new_id<base::OrgTag>(clock_);
    sql::Transaction transaction{db_};
    db_.lock_until_commit(tree);
    TRY_ASSIGN(const std::string above, path_below(created.parent, created.kind, reach));
    created.path = above + created.id.text() + "/";
    try {
        OrganisationStore{db_}.add(created, clock_.milliseconds_since_1970());
    } catch (const sql::SqlError& error) {
        return name_taken(error, created.name);
    }
    base::Actor founder = actor;
    founder.org = created.id;
    record(db_, founder, clock_, {"identity.org.create", created.name, created.region_code});
    transaction.commit();
    return created;
}

base::Result<Organisation> Organisations::change(const base::Actor& actor, const base::OrgId& id,
                                                 const OrganisationChange& change, const Reach& reach)
{
    if (!actor.may("identity.orgs")) return base::fail(ErrorKind::forbidden, "identity.org.forbidden");
    sql::Transaction transaction{db_};
    db_.lock_until_commit(tree);
    TRY_ASSIGN(const Organisation before, find(id));
    if (!reach.covers(before)) return base::fail(ErrorKind::not_found, "identity.org.unknown", {{"id", id.text()}});
    Organisation changed = before;
    changed.name = change.name.value_or(before.name);
    changed.region_code = change.region_code.value_or(before.region_code);
    changed.region_name = change.region_name.value_or(before.region_name);
    if (change.parent) changed.parent = change.parent->empty() ? std::optional<base::OrgId>{} : change.parent;
    TRY(check(changed));
    if (changed.parent != before.parent) {
        TRY_ASSIGN(const std::string above, path_below(changed.parent, changed.kind, reach));
        if (above.starts_with(before.path)) return base::fail(ErrorKind::conflict, "identity.org.below_itself");
        changed.path = above + id.text() + "/";
    }
    OrganisationStore store{db_};
    try {
        store.change(changed);
    } catch (const sql::SqlError& error) {
        return name_taken(error, changed.name);
    }
    if (changed.path != before.path) store.move(before.path, changed.path);
    base::Actor there = actor;
    there.org = id;
    record(db_, there, clock_,
           {"identity.org.change", changed.name, before.name + " " + before.path + " → " + changed.path});
    transaction.commit();
    return find(id);
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
    AuditFilter everything;
    everything.most = std::numeric_limits<std::int32_t>::max();
    auto records = AuditStore{db_}.list(id, everything);
    std::reverse(records.begin(), records.end());
    return records;
}

}  // namespace identity
