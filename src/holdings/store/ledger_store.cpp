// SPDX-License-Identifier: Apache-2.0
#include "holdings/store/ledger_store.h"

namespace holdings {

UnitLedgers LedgerStore::last() const
{
    constexpr std::string_view select = R"(
        SELECT unit, building, number, room_use, usable_dm2
          FROM holdings_ledger_room r
         WHERE org_id = :org_id
           AND step = (SELECT MAX(l.step) FROM holdings_ledger l WHERE l.org_id = r.org_id AND l.unit = r.unit)
         ORDER BY unit, building, number)";
    UnitLedgers found;
    db_.each(select, {{"org_id", org_}}, [&](const sql::Row& row) {
        found[row.text("unit")].push_back({row.text("unit"), row.text("building"), row.text("number"),
                                           row.text("room_use"), row.integer("usable_dm2")});
    });
    return found;
}

void LedgerStore::add(const std::string& unit, const std::vector<LedgerRoom>& rooms, const Import& by)
{
    constexpr std::string_view last_step = R"(
        SELECT COALESCE(MAX(step), 0) AS step FROM holdings_ledger WHERE org_id = :org_id AND unit = :unit)";
    constexpr std::string_view insert = R"(
        INSERT INTO holdings_ledger (org_id, unit, step, file_name, imported_on, recorded_by)
        VALUES (:org_id, :unit, :step, :file_name, :imported_on, :recorded_by))";
    constexpr std::string_view insert_room = R"(
        INSERT INTO holdings_ledger_room (org_id, unit, step, building, number, room_use, usable_dm2)
        VALUES (:org_id, :unit, :step, :building, :number, :room_use, :usable_dm2))";
    const std::int64_t step = db_.query(last_step, {{"org_id", org_}, {"unit", unit}}).front().integer("step") + 1;
    db_.execute(insert, {{"org_id", org_},
                         {"unit", unit},
                         {"step", step},
                         {"file_name", by.file_name},
                         {"imported_on", by.day},
                         {"recorded_by", by.account}});
    for (const LedgerRoom& room : rooms)
        db_.execute(insert_room, {{"org_id", org_},
                                  {"unit", unit},
                                  {"step", step},
                                  {"building", room.building},
                                  {"number", room.number},
                                  {"room_use", room.use},
                                  {"usable_dm2", room.usable_dm2}});
}

}  // namespace holdings
