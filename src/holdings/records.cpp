// SPDX-License-Identifier: Apache-2.0
// What measures ask: idle rooms and the result of the last closed stocktake.
#include "base/sm3.h"
#include "holdings/holdings.h"
#include "holdings/store/stocktake_store.h"

namespace holdings {

using base::CellType;

namespace {

base::Record record_of_cells(std::string id, std::vector<base::Cell> cells)
{
    base::Sm3 digest;
    digest.add_field(id);
    for (const base::Cell& cell : cells) digest.add_field(base::to_string(cell));
    return {std::move(id), digest.finish(), {}, std::move(cells)};
}

base::Cell text_or_none(const std::string& text)
{
    return text.empty() ? base::Cell{} : base::Cell{text};
}

base::Records idle_records(const IdlePool& pool)
{
    base::Records records{"办公用房:闲置",
                          {{"所属房屋"},
                           {"房间号"},
                           {"闲置起始日期", CellType::date},
                           {"闲置天数", CellType::decimal, "天"},
                           {"闲置面积", CellType::decimal, "m²"},
                           {"盘活状态"}},
                          {},
                          {}};
    for (const IdleRoom& room : pool.rooms)
        records.rows.push_back(record_of_cells(
            room.building + "/" + room.number,
            {room.building, room.number, room.vacant_since, base::Decimal::whole(room.days),
             base::Decimal{room.usable_dm2, 2}, std::string{base::named(idle_states, room.state).chinese}}));
    return records;
}

base::Records stocktake_records(const StocktakeFile& file)
{
    base::Records records{
        "办公用房:盘点", {{"所属房屋"}, {"房间号"}, {"盘点结果"}, {"账面单位"}, {"实际单位"}}, {}, {}};
    std::int64_t position = 0;
    for (const StocktakeLine& line : file.lines)
        records.rows.push_back(record_of_cells(
            file.stocktake.code + "/" + std::to_string(++position),
            {line.building, line.number, std::string{base::named(outcomes, line.outcome).chinese},
             text_or_none(line.expected_unit), text_or_none(line.seen ? line.seen->unit : std::string{})}));
    return records;
}

base::Records lease_records(const std::vector<LeaseFile>& files)
{
    base::Records records{"办公用房:租赁",
                          {{"合同编号"},
                           {"租赁类别"},
                           {"租赁对方"},
                           {"所属房屋"},
                           {"租赁面积", CellType::decimal, "m²"},
                           {"批准文号"},
                           {"租赁起始日期", CellType::date},
                           {"租赁截止日期", CellType::date},
                           {"年租金", CellType::decimal, "元"},
                           {"应收租金", CellType::decimal, "元"},
                           {"上缴租金", CellType::decimal, "元"}},
                          {},
                          {}};
    for (const LeaseFile& file : files) {
        const Lease& lease = file.lease;
        const bool is_let = lease.kind == LeaseKind::out;
        records.rows.push_back(record_of_cells(
            lease.code, {lease.code, std::string{base::named(lease_kinds, lease.kind).chinese}, lease.party,
                         text_or_none(lease.building.empty() ? lease.address : lease.building),
                         base::Decimal{lease.area_dm2, 2}, lease.approval, lease.from, lease.until, lease.yearly.yuan(),
                         is_let ? base::Cell{file.due.yuan()} : base::Cell{},
                         is_let ? base::Cell{file.paid.yuan()} : base::Cell{}}));
    }
    return records;
}

}  // namespace

base::Result<base::Records> Holdings::records(const base::OrgId& org, const std::string& collection) const
{
    const auto nothing =
        base::fail(base::ErrorKind::not_found, "holdings.records.nothing_recorded", {{"collection", collection}});
    if (collection == "闲置") {
        base::Records records = idle_records(idle(org));
        if (records.rows.empty()) return nothing;
        return records;
    }
    if (collection == "盘点") {
        const auto last = StocktakeStore{db_, org}.last_closed();
        if (!last) return nothing;
        TRY_ASSIGN(const StocktakeFile file, stocktake(org, last->code));
        return stocktake_records(file);
    }
    if (collection == "租赁") {
        base::Records records = lease_records(leases(org));
        if (records.rows.empty()) return nothing;
        return records;
    }
    return base::fail(base::ErrorKind::not_found, "holdings.records.unknown_collection", {{"collection", collection}});
}

}  // namespace holdings
