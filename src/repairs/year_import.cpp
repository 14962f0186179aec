// SPDX-License-Identifier: Apache-2.0
#include "repairs/year_import.h"

#include <algorithm>

#include "base/random.h"
#include "repairs/workbook_tables.h"

namespace repairs {

using base::ErrorKind;

YearImport::YearImport(sql::Connection& db, const base::Actor& actor, const base::Clock& clock,
                       std::set<std::string> rooms, ImportOutcome& outcome)
    : outcome_{outcome},
      actor_name_{actor.name},
      now_ms_{clock.milliseconds_since_1970()},
      now_{clock.seconds_since_1970()},
      rooms_{std::move(rooms)},
      equipment_{db, actor.org},
      orders_{db, actor.org},
      worked_on_{orders_.worked_on()}
{
    for (const Equipment& one : equipment_.all()) known_equipment_.emplace(one.code, one);
    OrderQuestion imported;
    imported.source = Source::import;
    for (const Order& order : orders_.list(imported)) known_orders_.emplace(order.identity, order);
}

void YearImport::take(const ledgers::TableRows& rows)
{
    if (rows.table() == static_cast<std::size_t>(Table::equipment))
        take_equipment(rows);
    else
        take_orders(rows);
}

void YearImport::require_room(const ledgers::TableRows& rows, std::size_t at, std::size_t column,
                              const std::string& room)
{
    if (!room.empty() && !rooms_.contains(room))
        outcome_.add(rows.problem(at, column, {ErrorKind::not_found, "meetings.room.unknown", {{"room", room}}}));
}

void YearImport::take_equipment(const ledgers::TableRows& rows)
{
    for (std::size_t at = 0; at < rows.size(); ++at) {
        const auto known = known_equipment_.find(rows.cells(at)[EquipmentColumn::code]);
        const bool is_new = known == known_equipment_.end();
        Equipment one = is_new ? Equipment{} : known->second;
        const auto before = is_new ? std::nullopt : std::optional{cells_of(known->second)};
        take_cells(rows.cells(at), one, [&](std::size_t column, base::Error error) {
            outcome_.add(rows.problem(at, column, std::move(error)));
        });
        require_room(rows, at, EquipmentColumn::room, one.room);
        if (!outcome_.is_to_store(rows, at, before, cells_of(one))) continue;
        known_equipment_[one.code] = one;
        equipment_rows_.emplace_back(std::move(one), is_new);
    }
}

void YearImport::take_orders(const ledgers::TableRows& rows)
{
    for (std::size_t at = 0; at < rows.size(); ++at) {
        const auto known = known_orders_.find(rows.cells(at)[OrderColumn::number]);
        const bool is_new = known == known_orders_.end();
        Order order = is_new ? Order{} : known->second;
        const auto before = is_new ? std::nullopt : std::optional{cells_of(known->second)};
        take_cells(rows.cells(at), order, now_, [&](std::size_t column, base::Error error) {
            outcome_.add(rows.problem(at, column, std::move(error)));
        });
        require_room(rows, at, OrderColumn::room, order.room);
        if (!order.equipment.empty() && !known_equipment_.contains(order.equipment))
            outcome_.add(
                rows.problem(at, OrderColumn::equipment,
                             {ErrorKind::not_found, "repairs.equipment.unknown", {{"code", order.equipment}}}));
        if (!outcome_.is_to_store(rows, at, before, cells_of(order))) continue;
        if (!is_new && worked_on_.contains(order.number))
            outcome_.add(rows.problem(at, OrderColumn::number,
                                      {ErrorKind::conflict, "repairs.import.worked_on", {{"number", order.number}}}));
        order.source = Source::import;
        if (is_new) order.reported_by = actor_name_;
        order_rows_.emplace_back(std::move(order), is_new);
    }
}

void YearImport::store()
{
    constexpr std::size_t bytes_of_code = 16;
    for (const auto& [one, is_new] : equipment_rows_)
        if (is_new)
            equipment_.add(one, base::random_hex(bytes_of_code));
        else
            equipment_.change(one);
    // Numbers follow the time of the report.
    std::stable_sort(order_rows_.begin(), order_rows_.end(),
                     [](const auto& a, const auto& b) { return a.first.reported < b.first.reported; });
    for (const auto& [order, is_new] : order_rows_) {
        const std::string number = is_new ? orders_.add(order, {}).number : order.number;
        if (!is_new) orders_.change(order);
        orders_.add_step(number, {"imported", now_ms_, actor_name_, order.identity});
    }
}

}  // namespace repairs
