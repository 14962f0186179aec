// SPDX-License-Identifier: Apache-2.0
#include "repairs/workbook_tables.h"

#include "ledgers/templates.h"
#include "repairs/core/statistics.h"
#include "repairs/import.h"

namespace repairs {

namespace {

using base::ErrorKind;
using ledgers::Column;
using ledgers::ColumnType;

enum class Need { identity, required, optional };

constexpr const char* failed_acceptance = "验收不合格";

Column column(std::string title, ColumnType type, Need need = Need::optional, std::vector<std::string> choices = {})
{
    Column made{std::move(title), type};
    made.choices = std::move(choices);
    made.is_identity = need == Need::identity;
    made.is_required = need != Need::optional;
    return made;
}

ledgers::Definition equipment_sheet()
{
    return {"设备",
            {column("设备编码", ColumnType::text, Need::identity), column("设备名称", ColumnType::text, Need::required),
             column("设备类别", ColumnType::text, Need::required), column("会议室", ColumnType::text),
             column("地点", ColumnType::text), column("型号", ColumnType::text), column("启用日期", ColumnType::date),
             column("在用", ColumnType::choice, Need::optional, {"是", "否"}), column("备注", ColumnType::text)}};
}

ledgers::Definition order_sheet()
{
    ledgers::Definition sheet{
        "报修单",
        {column("报修编号", ColumnType::text, Need::identity), column("设备编码", ColumnType::text),
         column("会议室", ColumnType::text), column("地点", ColumnType::text),
         column("故障现象", ColumnType::text, Need::required), column("报修时间", ColumnType::time, Need::required),
         column("修复时间", ColumnType::time), column("维修单位", ColumnType::text),
         column("处理情况", ColumnType::text),
         column("验收结果", ColumnType::choice, Need::optional, {"合格", "不合格"})}};
    sheet.columns[OrderColumn::reported_at].is_period = true;
    return sheet;
}

std::string time_text(Second second)
{
    const base::Date day = day_of(second);
    return base::DateTime{day, static_cast<int>(second - start_of(day))}.to_string();
}

Second second_of(const base::DateTime& time)
{
    return start_of(time.date) + time.second_of_day;
}

std::string acceptance_of(const Order& order)
{
    if (order.state == State::accepted) return "合格";
    return order.state == State::open && order.reason == failed_acceptance ? "不合格" : "";
}

void take_times(const std::vector<std::string>& cells, Order& order, Second now, const Fault& fault)
{
    order.repaired.reset();
    if (const auto reported = base::DateTime::parse(cells[OrderColumn::reported_at]))
        order.reported = second_of(*reported);
    if (order.reported < 0 || order.reported > now)
        fault(OrderColumn::reported_at, {ErrorKind::invalid, "repairs.import.in_future"});
    if (cells[OrderColumn::repaired_at].empty()) return;
    if (const auto repaired = base::DateTime::parse(cells[OrderColumn::repaired_at]))
        order.repaired = second_of(*repaired);
    if (order.repaired && *order.repaired > now)
        fault(OrderColumn::repaired_at, {ErrorKind::invalid, "repairs.import.in_future"});
    if (order.repaired && *order.repaired < order.reported)
        fault(OrderColumn::repaired_at, {ErrorKind::invalid, "repairs.import.repaired_before"});
}

void take_state(const std::vector<std::string>& cells, Order& order, const Fault& fault)
{
    const std::string& acceptance = cells[OrderColumn::acceptance];
    order.state = order.repaired ? State::repaired : State::open;
    order.reason.clear();
    if (acceptance == "合格") {
        order.state = State::accepted;
        if (!order.repaired)
            fault(OrderColumn::repaired_at, {ErrorKind::invalid, "repairs.import.accepted_unrepaired"});
    }
    if (acceptance == "不合格") {
        order.reason = failed_acceptance;
        if (order.repaired) fault(OrderColumn::repaired_at, {ErrorKind::invalid, "repairs.import.failed_is_open"});
    }
    if (order.repaired && order.repaired_by.empty())
        fault(OrderColumn::unit, {ErrorKind::invalid, "repairs.order.work_missing"});
}

}  // namespace

const ledgers::Definition& definition_of(Table table)
{
    static const ledgers::Definition equipment = ledgers::declared_table(equipment_sheet());
    static const ledgers::Definition orders = ledgers::declared_table(order_sheet());
    return table == Table::equipment ? equipment : orders;
}

std::vector<const ledgers::Definition*> all_definitions()
{
    return {&definition_of(Table::equipment), &definition_of(Table::orders)};
}

std::vector<std::string> cells_of(const Equipment& one)
{
    return {one.code,
            one.name,
            one.kind,
            one.room,
            one.place,
            one.model,
            one.since ? one.since->to_string() : "",
            one.is_active ? "是" : "否",
            one.note};
}

std::vector<std::string> cells_of(const Order& order)
{
    return {order.identity,
            order.equipment,
            order.room,
            order.place,
            order.fault,
            time_text(order.reported),
            order.repaired ? time_text(*order.repaired) : "",
            order.repaired_by,
            order.work,
            acceptance_of(order)};
}

void take_cells(const std::vector<std::string>& cells, Equipment& one, const Fault& fault)
{
    one.code = cells[EquipmentColumn::code];
    one.name = cells[EquipmentColumn::name];
    one.kind = cells[EquipmentColumn::kind];
    one.room = cells[EquipmentColumn::room];
    one.place = cells[EquipmentColumn::place];
    one.model = cells[EquipmentColumn::model];
    if (const auto since = base::Date::parse(cells[EquipmentColumn::since]))
        one.since = *since;
    else
        one.since.reset();
    if (!cells[EquipmentColumn::is_active].empty()) one.is_active = cells[EquipmentColumn::is_active] == "是";
    one.note = cells[EquipmentColumn::note];
    if (const auto sound = check(one); !sound) fault(EquipmentColumn::room, sound.error());
}

void take_cells(const std::vector<std::string>& cells, Order& order, Second now, const Fault& fault)
{
    order.identity = cells[OrderColumn::number];
    order.equipment = cells[OrderColumn::equipment];
    order.room = cells[OrderColumn::room];
    order.place = cells[OrderColumn::place];
    order.fault = cells[OrderColumn::fault];
    order.repaired_by = cells[OrderColumn::unit];
    order.work = cells[OrderColumn::work];
    take_times(cells, order, now, fault);
    take_state(cells, order, fault);
    if (const auto sound = check(order); !sound) fault(OrderColumn::room, sound.error());
}

std::vector<spreadsheet::TableSheet> repairs_template()
{
    return {ledgers::template_of(definition_of(Table::equipment),
                                 {"SB-001", "示例：投影机", "投影", "A301", "", "示例型号", "2023-01-01", "是"}),
            ledgers::template_of(definition_of(Table::orders),
                                 {"BX-0001", "SB-001", "A301", "", "示例：画面偏色", "2024-07-01 09:00",
                                  "2024-07-01 15:30", "示例维修单位", "更换灯泡", "合格"})};
}

}  // namespace repairs
