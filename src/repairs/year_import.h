// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/repairs: a workbook's equipment and orders held against what stands, and written.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/actor.h"
#include "base/clock.h"
#include "repairs/import.h"
#include "repairs/store/equipment_store.h"
#include "repairs/store/order_store.h"

namespace repairs {

class YearImport {
public:
    // `rooms` are the codes of the meeting rooms.
    YearImport(sql::Connection& db, const base::Actor& actor, const base::Clock& clock, std::set<std::string> rooms,
               ImportOutcome& outcome);

    // Reads the rows and collects what is wrong in the outcome. Equipment comes first: orders may be of it.
    void take(const ledgers::TableRows& rows);
    void store();

private:
    void take_equipment(const ledgers::TableRows& rows);
    void take_orders(const ledgers::TableRows& rows);
    void require_room(const ledgers::TableRows& rows, std::size_t at, std::size_t column, const std::string& room);

    ImportOutcome& outcome_;
    std::string actor_name_;
    std::int64_t now_ms_;
    Second now_;
    std::set<std::string> rooms_;
    EquipmentStore equipment_;
    OrderStore orders_;
    std::map<std::string, Equipment> known_equipment_;  // with those of the workbook
    std::map<std::string, Order> known_orders_;         // imported ones, by their 报修编号
    std::set<std::string> worked_on_;
    std::vector<std::pair<Equipment, bool>> equipment_rows_;  // and whether it is new
    std::vector<std::pair<Order, bool>> order_rows_;
};

}  // namespace repairs
