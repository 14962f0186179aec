// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/repairs: the sheets 设备 and 报修单, their cells and what they say.

#include <functional>
#include <string>
#include <vector>

#include "ledgers/table_import.h"
#include "repairs/core/equipment.h"
#include "repairs/core/order.h"

namespace repairs {

enum class Table : std::size_t { equipment, orders };
const ledgers::Definition& definition_of(Table table);
std::vector<const ledgers::Definition*> all_definitions();

struct EquipmentColumn {
    enum : std::size_t { code, name, kind, room, place, model, since, is_active, note };
};
struct OrderColumn {
    enum : std::size_t { number, equipment, room, place, fault, reported_at, repaired_at, unit, work, acceptance };
};

std::vector<std::string> cells_of(const Equipment& equipment);
std::vector<std::string> cells_of(const Order& order);

// What is wrong with a row is told with the position of its column.
using Fault = std::function<void(std::size_t column, base::Error error)>;

void take_cells(const std::vector<std::string>& cells, Equipment& equipment, const Fault& fault);
// An order that failed its acceptance is open and has no day of repair: repairs.import.failed_is_open. Nothing was
// repaired before it was reported or is repaired in the future: .repaired_before, .in_future; what was accepted was
// repaired: .accepted_unrepaired, and by which unit: repairs.order.work_missing.
void take_cells(const std::vector<std::string>& cells, Order& order, Second now, const Fault& fault);

}  // namespace repairs
