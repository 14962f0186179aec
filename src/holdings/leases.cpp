// SPDX-License-Identifier: Apache-2.0
// 租赁: what is rented and what is let, and what was paid to the treasury of it.
#include "base/sm3.h"
#include "holdings/holdings.h"
#include "holdings/store/lease_store.h"
#include "holdings/use_case.h"
#include "identity/identity.h"
#include "premises/premises.h"

namespace holdings {

using base::ErrorKind;
using base::fail;

namespace {

std::string digest_of(const Lease& lease)
{
    base::Sm3 digest;
    for (const std::string& cell :
         {lease.code, std::string{base::named(lease_kinds, lease.kind).word}, lease.party, lease.building,
          lease.address, std::to_string(lease.area_dm2), lease.approval, lease.from.to_string(),
          lease.until.to_string(), lease.yearly.to_string(), lease.note})
        digest.add_field(cell);
    return digest.finish();
}

}  // namespace

base::Result<void> Holdings::check_place(const base::OrgId& org, const Lease& lease) const
{
    if (lease.building.empty()) return {};
    const premises::Premises premises{db_, clock_};
    if (premises.file(org, premises::EstateKind::building, lease.building)) return {};
    return fail(ErrorKind::invalid, "holdings.lease.building_unknown", {{"building", lease.building}});
}

std::vector<LeaseFile> Holdings::leases(const base::OrgId& org) const
{
    const LeaseStore store{db_, org};
    const auto paid = store.paid();
    const base::Date today = clock_.today();
    std::vector<LeaseFile> files;
    for (Lease& lease : store.all()) {
        const auto sum = paid.find(lease.code);
        LeaseFile file{std::move(lease), {}, sum == paid.end() ? base::Money{} : sum->second};
        file.due = due_by(file.lease, today);
        files.push_back(std::move(file));
    }
    return files;
}

base::Result<LeaseFile> Holdings::lease(const base::OrgId& org, const std::string& code) const
{
    for (LeaseFile& file : leases(org))
        if (file.lease.code == code) return std::move(file);
    return fail(ErrorKind::not_found, "holdings.lease.unknown", {{"lease", code}});
}

base::Result<void> Holdings::record(const base::Actor& actor, const Lease& lease)
{
    TRY(require_permission(actor, "holdings.edit"));
    TRY(check(lease));
    sql::Transaction transaction{db_};
    lock_holdings(db_, actor.org);
    TRY(check_place(actor.org, lease));
    Lease first = lease;
    first.version = 1;
    if (!LeaseStore{db_, actor.org}.add(first, actor.name))
        return fail(ErrorKind::conflict, "holdings.lease.code_taken", {{"lease", lease.code}});
    identity::record(db_, actor, clock_,
                     {"holdings.lease.record", lease.code, lease.approval, std::nullopt, digest_of(first)});
    transaction.commit();
    return {};
}

base::Result<void> Holdings::change(const base::Actor& actor, const Lease& lease)
{
    TRY(require_permission(actor, "holdings.edit"));
    TRY(check(lease));
    sql::Transaction transaction{db_};
    lock_holdings(db_, actor.org);
    TRY(check_place(actor.org, lease));
    LeaseStore store{db_, actor.org};
    const auto before = store.find(lease.code);
    if (!before) return fail(ErrorKind::not_found, "holdings.lease.unknown", {{"lease", lease.code}});
    if (before->version != lease.version)
        return fail(ErrorKind::conflict, "holdings.lease.changed", {{"lease", lease.code}});
    if (before->kind != lease.kind)
        return fail(ErrorKind::conflict, "holdings.lease.other_kind", {{"lease", lease.code}});
    Lease next = lease;
    ++next.version;
    store.add(next, actor.name);
    identity::record(db_, actor, clock_,
                     {"holdings.lease.change", lease.code, lease.approval, digest_of(*before), digest_of(next)});
    transaction.commit();
    return {};
}

base::Result<void> Holdings::pay(const base::Actor& actor, const std::string& code, const LeaseIncome& income)
{
    TRY(require_permission(actor, "holdings.edit"));
    sql::Transaction transaction{db_};
    lock_holdings(db_, actor.org);
    TRY_ASSIGN(const LeaseFile file, lease(actor.org, code));
    TRY(check(file.lease, file.paid, income, clock_.today()));
    LeaseIncome recorded = income;
    recorded.recorded_by = actor.name;
    LeaseStore{db_, actor.org}.add(code, recorded);
    identity::record(db_, actor, clock_,
                     {"holdings.lease.pay", code, income.amount.to_string() + " " + income.document});
    transaction.commit();
    return {};
}

}  // namespace holdings
