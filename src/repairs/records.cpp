// SPDX-License-Identifier: Apache-2.0
// Orders and inspections in numbers and as records for measures.
#include "base/sm3.h"
#include "repairs/limits.h"
#include "repairs/repairs.h"
#include "repairs/store/equipment_store.h"

namespace repairs {

namespace {

using base::Cell;
using base::CellType;

std::map<std::string, Equipment> by_code(std::vector<Equipment> all)
{
    std::map<std::string, Equipment> found;
    for (Equipment& one : all) {
        std::string code = one.code;
        found.emplace(std::move(code), std::move(one));
    }
    return found;
}

Cell time_cell(const std::optional<Second>& second)
{
    if (!second) return std::monostate{};
    const base::Date day = day_of(*second);
    return base::DateTime{day, static_cast<int>(*second - start_of(day))};
}

Cell text_cell(const std::string& text)
{
    if (text.empty()) return std::monostate{};
    return text;
}

std::string within_word(const Order& order, const Clock& clock)
{
    if (clock.state == ClockState::met) return "是";
    if (clock.state == ClockState::late) return "否";
    return order.counts() ? "未办结" : "不计";
}

// What failed its acceptance and is repaired again is 不合格 until it is accepted.
std::string acceptance_word(const Order& order)
{
    if (order.state == State::accepted) return "合格";
    return order.counts() && !order.reason.empty() ? "不合格" : "";
}

void add(base::Records& records, const std::string& id, const std::string& place, std::vector<Cell> cells)
{
    base::Record record{id, {}, place, std::move(cells)};
    base::Sm3 digest;
    digest.add_field(record.id);
    for (const Cell& cell : record.cells) digest.add_field(base::to_string(cell));
    record.digest = digest.finish();
    records.rows.push_back(std::move(record));
}

base::Records order_records(const std::vector<Order>& orders, const std::map<std::string, Equipment>& equipment,
                            Second now)
{
    base::Records records{"维修:报修单",
                          {{"报修时间", CellType::time},
                           {"修复时间", CellType::time},
                           {"设备名称"},
                           {"设备类别"},
                           {"会议室"},
                           {"故障现象"},
                           {"维修单位"},
                           {"用时", CellType::decimal, "分钟"},
                           {"24小时内"},
                           {"验收结果"},
                           {"来源"},
                           {"状态"}},
                          {},
                          0};
    for (auto order = orders.rbegin(); order != orders.rend(); ++order) {
        const auto one = equipment.find(order->equipment);
        const Clock clock = clock_of(*order, shipped_limit(), now);
        add(records, order->number, order->source == Source::import ? order->identity : "",
            {time_cell(order->reported), time_cell(order->repaired),
             text_cell(one == equipment.end() ? "" : one->second.name),
             text_cell(one == equipment.end() ? "" : one->second.kind),
             text_cell(order->room.empty() ? order->place : order->room), order->fault, text_cell(order->repaired_by),
             order->repaired ? Cell{base::Decimal::whole(begun_minutes(clock.used))} : Cell{},
             within_word(*order, clock), text_cell(acceptance_word(*order)),
             std::string{base::named(sources, order->source).chinese},
             std::string{base::named(states, order->state).chinese}});
    }
    return records;
}

base::Records inspection_records(const std::vector<Inspection>& inspections,
                                 const std::map<std::string, Equipment>& equipment)
{
    base::Records records{
        "维修:检查", {{"检查日期", CellType::date}, {"设备名称"}, {"设备类别"}, {"计划"}, {"项目"}, {"结果"}}, {}, 0};
    for (auto one = inspections.rbegin(); one != inspections.rend(); ++one)
        for (std::size_t at = 0; at < one->items.size(); ++at) {
            const auto what = equipment.find(one->equipment);
            add(records, one->number + "/" + std::to_string(at + 1), "",
                {one->day, text_cell(what == equipment.end() ? "" : what->second.name),
                 text_cell(what == equipment.end() ? "" : what->second.kind), one->plan, one->items[at].item,
                 std::string{base::named(results, one->items[at].result).chinese}});
        }
    return records;
}

}  // namespace

Statistics Repairs::statistics(const base::OrgId& org, base::Date first, base::Date last) const
{
    constexpr Second day = 86'400;
    std::map<std::string, std::string> kinds;
    for (const Equipment& one : equipment(org)) kinds.emplace(one.code, one.kind);
    OrderQuestion question;
    question.from = start_of(first);
    question.until = start_of(last) + day;
    return repairs::statistics(orders(org, question), kinds, shipped_limit(), clock_.seconds_since_1970());
}

base::Result<base::Records> Repairs::records(const base::OrgId& org, const std::string& collection) const
{
    const auto all = by_code(equipment(org));
    base::Records records;
    if (collection == "报修单")
        records = order_records(orders(org, {}), all, clock_.seconds_since_1970());
    else if (collection == "检查")
        records = inspection_records(inspections(org), all);
    else
        return base::fail(base::ErrorKind::not_found, "repairs.records.unknown_collection",
                          {{"collection", collection}});
    if (records.rows.empty())
        return base::fail(base::ErrorKind::not_found, "repairs.records.nothing_recorded", {{"collection", collection}});
    return records;
}

}  // namespace repairs
