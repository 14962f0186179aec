// SPDX-License-Identifier: Apache-2.0
// 设备 and 检查计划: recorded and changed; what was reported and seen stays.
#include "base/random.h"
#include "base/sm3.h"
#include "identity/identity.h"
#include "meetings/meetings.h"
#include "repairs/repairs.h"
#include "repairs/store/equipment_store.h"
#include "repairs/use_case.h"

namespace repairs {

using base::ErrorKind;
using base::fail;

namespace {

constexpr std::size_t bytes_of_code = 16;

std::string digest_of(const Equipment& one)
{
    base::Sm3 digest;
    for (const std::string& cell :
         {one.code, one.name, one.kind, one.room, one.place, one.model, one.since ? one.since->to_string() : "",
          std::string{one.is_active ? "1" : "0"}, one.note})
        digest.add_field(cell);
    return digest.finish();
}

std::string digest_of(const Plan& plan)
{
    base::Sm3 digest;
    for (const std::string& cell : {plan.code, plan.name, plan.kind, std::to_string(plan.every_days),
                                    plan.first_day.to_string(), std::string{plan.is_active ? "1" : "0"}})
        digest.add_field(cell);
    for (const std::string& item : plan.items) digest.add_field(item);
    return digest.finish();
}

}  // namespace

std::vector<Equipment> Repairs::equipment(const base::OrgId& org) const
{
    return EquipmentStore{db_, org}.all();
}

base::Result<Equipment> Repairs::equipment(const base::OrgId& org, const std::string& code) const
{
    auto found = EquipmentStore{db_, org}.find(code);
    if (!found) return fail(ErrorKind::not_found, "repairs.equipment.unknown", {{"code", code}});
    return *std::move(found);
}

base::Result<void> Repairs::require_room(const base::OrgId& org, const std::string& room) const
{
    if (!room.empty()) TRY(meetings::Meetings(db_, clock_).room(org, room));
    return {};
}

base::Result<void> Repairs::record(const base::Actor& actor, const Equipment& equipment)
{
    TRY(require_permission(actor, "repairs.edit"));
    TRY(check(equipment));
    TRY(require_room(actor.org, equipment.room));
    sql::Transaction transaction{db_};
    lock_numbers(db_, actor.org);
    EquipmentStore store{db_, actor.org};
    if (store.find(equipment.code))
        return fail(ErrorKind::conflict, "repairs.equipment.code_taken", {{"code", equipment.code}});
    Equipment added = equipment;
    added.version = 1;
    store.add(added, base::random_hex(bytes_of_code));
    identity::record(db_, actor, clock_,
                     {"repairs.equipment.record", added.code, added.name, std::nullopt, digest_of(added)});
    transaction.commit();
    return {};
}

base::Result<void> Repairs::change(const base::Actor& actor, const Equipment& equipment)
{
    TRY(require_permission(actor, "repairs.edit"));
    TRY(check(equipment));
    TRY(require_room(actor.org, equipment.room));
    sql::Transaction transaction{db_};
    EquipmentStore store{db_, actor.org};
    const auto before = store.find(equipment.code);
    if (!before) return fail(ErrorKind::not_found, "repairs.equipment.unknown", {{"code", equipment.code}});
    if (!store.change(equipment))
        return fail(ErrorKind::conflict, "repairs.equipment.changed", {{"code", equipment.code}});
    identity::record(
        db_, actor, clock_,
        {"repairs.equipment.change", equipment.code, equipment.name, digest_of(*before), digest_of(equipment)});
    transaction.commit();
    return {};
}

base::Result<std::string> Repairs::report_code(const base::Actor& actor, const std::string& equipment) const
{
    TRY(require_permission(actor, "repairs.work"));
    TRY(this->equipment(actor.org, equipment));
    return text_of({actor.org, EquipmentStore{db_, actor.org}.report_code(equipment)});
}

base::Result<std::map<std::string, std::string>> Repairs::report_codes(const base::Actor& actor) const
{
    TRY(require_permission(actor, "repairs.work"));
    auto codes = EquipmentStore{db_, actor.org}.report_codes();
    for (auto& [equipment, code] : codes) code = text_of({actor.org, code});
    return codes;
}

base::Result<std::string> Repairs::renew_report_code(const base::Actor& actor, const std::string& equipment)
{
    TRY(require_permission(actor, "repairs.edit"));
    const std::string code = base::random_hex(bytes_of_code);
    sql::Transaction transaction{db_};
    TRY(this->equipment(actor.org, equipment));
    EquipmentStore{db_, actor.org}.renew(equipment, code);
    identity::record(db_, actor, clock_, {"repairs.equipment.renew_label", equipment, ""});
    transaction.commit();
    return text_of({actor.org, code});
}

std::vector<Plan> Repairs::plans(const base::OrgId& org) const
{
    return EquipmentStore{db_, org}.plans();
}

base::Result<Plan> Repairs::plan(const base::OrgId& org, const std::string& code) const
{
    auto found = EquipmentStore{db_, org}.plan(code);
    if (!found) return fail(ErrorKind::not_found, "repairs.plan.unknown", {{"code", code}});
    return *std::move(found);
}

base::Result<void> Repairs::record(const base::Actor& actor, const Plan& plan)
{
    TRY(require_permission(actor, "repairs.edit"));
    TRY(check(plan));
    sql::Transaction transaction{db_};
    lock_numbers(db_, actor.org);
    EquipmentStore store{db_, actor.org};
    if (store.plan(plan.code)) return fail(ErrorKind::conflict, "repairs.plan.code_taken", {{"code", plan.code}});
    Plan added = plan;
    added.version = 1;
    store.add(added);
    identity::record(db_, actor, clock_, {"repairs.plan.record", plan.code, plan.name, std::nullopt, digest_of(plan)});
    transaction.commit();
    return {};
}

base::Result<void> Repairs::change(const base::Actor& actor, const Plan& plan)
{
    TRY(require_permission(actor, "repairs.edit"));
    TRY(check(plan));
    sql::Transaction transaction{db_};
    EquipmentStore store{db_, actor.org};
    const auto before = store.plan(plan.code);
    if (!before) return fail(ErrorKind::not_found, "repairs.plan.unknown", {{"code", plan.code}});
    if (!store.change(plan)) return fail(ErrorKind::conflict, "repairs.plan.changed", {{"code", plan.code}});
    identity::record(db_, actor, clock_,
                     {"repairs.plan.change", plan.code, plan.name, digest_of(*before), digest_of(plan)});
    transaction.commit();
    return {};
}

}  // namespace repairs
