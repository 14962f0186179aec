// SPDX-License-Identifier: Apache-2.0
// What measures ask: requests, what they asked for and how they ended.
#include "allocations/requests.h"
#include "allocations/store/request_store.h"
#include "base/sm3.h"

namespace allocations {

namespace {

base::Record record_of(const Request& request)
{
    premises::Area asked;
    for (const AskedArea& area : request.areas) asked += area.asked;
    std::vector<base::Cell> cells{request.asked_on, request.number, request.unit, asked.m2(), std::string{"办理中"}};
    if (const auto& end = request.settlement) {
        cells.back() = std::string{premises::named(request_outcomes, end->outcome).chinese};
        cells.push_back(end->way ? base::Cell{std::string{premises::named(ways, *end->way).chinese}} : base::Cell{});
        cells.push_back(end->settled_on);
        cells.push_back((end->office + end->service).m2());
        cells.push_back(base::Decimal::whole(end->settled_on.days_since_1970() - request.asked_on.days_since_1970()));
    } else {
        cells.insert(cells.end(), 4, base::Cell{});
    }
    base::Sm3 digest;
    digest.add_field(request.number);
    for (const base::Cell& cell : cells) digest.add_field(base::to_string(cell));
    return {request.number, digest.finish(), {}, std::move(cells)};
}

}  // namespace

base::Result<base::Records> Requests::records(const base::OrgId& org) const
{
    using base::CellType;
    base::Records records{"办公用房:申请",
                          {{"申请日期", CellType::date},
                           {"申请编号"},
                           {"使用单位"},
                           {"申请面积", CellType::decimal, "m²"},
                           {"办理状态"},
                           {"配置方式"},
                           {"办结日期", CellType::date},
                           {"配置面积", CellType::decimal, "m²"},
                           {"办理天数", CellType::decimal, "天"}},
                          {},
                          0};
    for (const Request& request : RequestStore{db_, org}.all()) records.rows.push_back(record_of(request));
    if (records.rows.empty()) return base::fail(base::ErrorKind::not_found, "allocations.records.nothing_recorded");
    return records;
}

}  // namespace allocations
