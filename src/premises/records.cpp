// SPDX-License-Identifier: Apache-2.0
// What measures ask: records of the register, typed as its sheets are.
#include "base/sm3.h"
#include "premises/premises.h"
#include "premises/store/estate_store.h"
#include "premises/store/room_store.h"

namespace premises {

using base::CellType;
using base::Records;

namespace {

// The digest covers what the record says.
base::Record record_of(std::string id, std::vector<base::Cell> cells)
{
    base::Sm3 digest;
    digest.add_field(id);
    for (const base::Cell& cell : cells) digest.add_field(base::to_string(cell));
    return {std::move(id), digest.finish(), {}, std::move(cells)};
}

base::Cell text_cell(const std::string& text)
{
    return text.empty() ? base::Cell{} : base::Cell{text};
}

base::Cell day_cell(const std::optional<base::Date>& day)
{
    return day ? base::Cell{*day} : base::Cell{};
}

base::Cell area_cell(const std::optional<Area>& area)
{
    return area ? base::Cell{area->m2()} : base::Cell{};
}

// Without a period column: what stands now.
Records estate_records(EstateKind kind, const std::vector<Estate>& estates)
{
    const std::string name{named(estate_kinds, kind).chinese};
    Records records{"办公用房:" + name,
                    {{name + "编码"}, {name + "名称"}, {"使用单位"}, {"坐落"}, {"权属"}, {"登记日期", CellType::date}},
                    {},
                    {}};
    for (const AreaSource source : {AreaSource::certificate, AreaSource::survey, AreaSource::drawing})
        records.columns.push_back({std::string{named(area_sources, source).chinese} + "面积", CellType::decimal, "m²"});
    if (kind == EstateKind::building) records.columns.push_back({"使用面积", CellType::decimal, "m²"});
    records.columns.push_back({"缺少材料数", CellType::decimal, "份"});
    if (kind == EstateKind::building) records.columns.push_back({"所在土地"});
    for (const Estate& estate : estates) {
        std::vector<base::Cell> cells{estate.code,
                                      estate.name,
                                      text_cell(estate.unit),
                                      text_cell(estate.address),
                                      std::string{named(title_statuses, estate.title.status).chinese},
                                      day_cell(estate.title.registered_on)};
        for (const AreaSource source : {AreaSource::certificate, AreaSource::survey, AreaSource::drawing})
            cells.push_back(area_cell(estate.area(source)));
        if (kind == EstateKind::building) cells.push_back(area_cell(estate.area(AreaSource::usable)));
        cells.emplace_back(base::Decimal::whole(static_cast<std::int64_t>(estate.missing_papers().size())));
        if (kind == EstateKind::building) cells.push_back(text_cell(estate.parcel));
        records.rows.push_back(record_of(estate.code, std::move(cells)));
    }
    return records;
}

void add_areas(Records& records, const std::vector<Estate>& estates)
{
    for (const Estate& estate : estates)
        for (const StatedArea& stated : estate.areas) {
            const std::string kind{named(estate_kinds, estate.kind).chinese};
            const std::string source{named(area_sources, stated.source).chinese};
            records.rows.push_back(
                record_of(kind + "/" + estate.code + "/" + source,
                          {day_cell(stated.measured_on), kind, estate.code, estate.name, text_cell(estate.unit), source,
                           stated.area.m2(), text_cell(stated.document)}));
        }
}

Records area_records(const std::vector<Estate>& parcels, const std::vector<Estate>& buildings)
{
    Records records{"办公用房:面积",
                    {{"测量日期", CellType::date},
                     {"不动产类别"},
                     {"不动产编码"},
                     {"不动产名称"},
                     {"使用单位"},
                     {"面积来源"},
                     {"面积", CellType::decimal, "m²"},
                     {"依据文件"}},
                    {},
                    0};
    add_areas(records, parcels);
    add_areas(records, buildings);
    return records;
}

Records room_records(const std::vector<Room>& rooms)
{
    Records records{"办公用房:房间",
                    {{"所属房屋"},
                     {"房间号"},
                     {"楼层", CellType::decimal},
                     {"房间名称"},
                     {"房间用途"},
                     {"房间使用面积", CellType::decimal, "m²"},
                     {"使用单位"}},
                    {},
                    {}};
    for (const Room& room : rooms)
        records.rows.push_back(
            record_of(room.building + "/" + room.number,
                      {room.building, room.number, base::Decimal::whole(room.floor), text_cell(room.name),
                       std::string{named(room_uses, room.use).chinese}, room.usable.m2(), text_cell(room.unit)}));
    return records;
}

Records registration_records(const std::vector<CampaignFile>& campaigns)
{
    Records records{"办公用房:登记",
                    {{"登记日期", CellType::date},
                     {"活动编码"},
                     {"活动名称"},
                     {"单位编号"},
                     {"单位名称"},
                     {"单位类别"},
                     {"建筑面积", CellType::decimal, "m²"},
                     {"登记步骤"},
                     {"是否完成"}},
                    {},
                    0};
    for (const CampaignFile& file : campaigns)
        for (const Member& member : file.members)
            records.rows.push_back(record_of(
                file.campaign.code + "/" + member.code,
                {day_cell(member.done_on()), file.campaign.code, file.campaign.name, member.code, member.unit,
                 std::string{named(categories, member.category).chinese}, member.area.m2(),
                 std::string{named(steps, member.step()).chinese}, std::string{is_done(member.step()) ? "是" : "否"}}));
    return records;
}

}  // namespace

base::Result<Records> Premises::records(const base::OrgId& org, const std::string& collection) const
{
    const auto all_of = [&](EstateKind kind) { return estates(org, kind); };
    Records records;
    if (collection == "房屋")
        records = estate_records(EstateKind::building, all_of(EstateKind::building));
    else if (collection == "土地")
        records = estate_records(EstateKind::parcel, all_of(EstateKind::parcel));
    else if (collection == "面积")
        records = area_records(all_of(EstateKind::parcel), all_of(EstateKind::building));
    else if (collection == "房间")
        records = room_records(all_rooms(org));
    else if (collection == "登记")
        records = registration_records(campaigns(org));
    else
        return base::fail(base::ErrorKind::not_found, "premises.records.unknown_collection",
                          {{"collection", collection}});
    // Where nothing was ever recorded, nobody knows that there is nothing.
    if (records.rows.empty())
        return base::fail(base::ErrorKind::not_found, "premises.records.nothing_recorded",
                          {{"collection", collection}});
    return records;
}

}  // namespace premises
