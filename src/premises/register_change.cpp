// SPDX-License-Identifier: Apache-2.0
#include "premises/register_change.h"

#include <algorithm>

#include "premises/use_case.h"

namespace premises {

namespace {

// Columns of the sheets, for problems that are found here.
enum EstateColumn : std::size_t { estate_code, estate_name };
constexpr std::size_t parcel_of_building = 4;
constexpr std::size_t title_reason_of_parcel = 7;
constexpr std::size_t title_reason_of_building = 10;
enum AreaColumn : std::size_t { area_kind, area_code, area_source, area_size };
enum RoomColumn : std::size_t {
    room_building,
    room_number,
    room_floor,
    room_name,
    room_use,
    room_size,
    room_unit,
    room_since
};
enum MemberColumn : std::size_t {
    member_campaign,
    member_campaign_name,
    member_code,
    member_unit,
    member_category,
    member_area,
    member_buildings,
    member_step,
    member_date,
    member_document
};

// Papers of a workbook say which there are; their numbers, dates and notes stay as they were.
void keep_details(Estate& estate, const Estate& before)
{
    for (const Paper& known : before.papers) {
        const auto same = std::find_if(estate.papers.begin(), estate.papers.end(),
                                       [&](const Paper& paper) { return paper.kind == known.kind; });
        if (same == estate.papers.end()) {
            if (known.state == PaperState::not_needed) estate.papers.push_back(known);
            continue;
        }
        const PaperState state = same->state;
        *same = known;
        same->state = state;
    }
    estate.areas = before.areas;
    in_order(estate);
}

}  // namespace

RegisterChange::RegisterChange(sql::Connection& db, const base::Actor& actor, const base::Clock& clock,
                               ImportOutcome& outcome)
    : outcome_{outcome},
      actor_{actor},
      clock_{clock},
      estates_{db, actor.org},
      rooms_{db, actor.org},
      occupancies_{db, actor.org},
      campaigns_{db, actor.org}
{
    for (const auto& kind : estate_kinds)
        for (Estate& estate : estates_.all(kind.value)) {
            std::string code = estate.code;
            known_[kind.value].emplace(std::move(code), std::move(estate));
        }
}

void RegisterChange::take(const ledgers::TableRows& rows)
{
    switch (register_sheets.at(rows.table()).value) {
        case RegisterSheet::parcels: return take_estates(EstateKind::parcel, rows);
        case RegisterSheet::buildings: return take_estates(EstateKind::building, rows);
        case RegisterSheet::areas: return take_areas(rows);
        case RegisterSheet::rooms: return take_rooms(rows);
        case RegisterSheet::registration: break;
    }
    take_members(rows);
}

bool RegisterChange::report(const ledgers::TableRows& rows, std::size_t at, std::size_t column,
                            const base::Result<void>& checked)
{
    if (!checked) outcome_.add(rows.problem(at, column, checked.error()));
    return checked.has_value();
}

bool RegisterChange::report(const ledgers::TableRows& rows, std::size_t at, const std::vector<CellFault>& faults)
{
    for (const CellFault& fault : faults) outcome_.add(rows.problem(at, fault.column, fault.error));
    return faults.empty();
}

bool RegisterChange::refuse_unknown_estate(const ledgers::TableRows& rows, std::size_t at, std::size_t column,
                                           EstateKind kind, const std::string& code)
{
    if (known_[kind].contains(code)) return true;
    if (refused_[kind].contains(code)) return false;  // told already, at its own row
    outcome_.add(rows.problem(at, column, named_unknown(kind, code)));
    return false;
}

void RegisterChange::take_estates(EstateKind kind, const ledgers::TableRows& rows)
{
    const bool is_building = kind == EstateKind::building;
    for (std::size_t at = 0; at < rows.size(); ++at) {
        std::vector<CellFault> faults;
        Estate estate = estate_of(kind, rows.cells(at), faults);
        const bool is_readable = report(rows, at, faults);
        const auto known = known_[kind].find(estate.code);
        const bool is_new = known == known_[kind].end();
        if (!is_new) keep_details(estate, known->second);
        const auto checked = check(estate);
        const bool is_title = !checked && checked.error().code.starts_with("premises.title.");
        const std::size_t reason = is_building ? title_reason_of_building : title_reason_of_parcel;
        const bool is_sound = report(rows, at, is_title ? reason : estate_code, checked);
        const bool has_ground = estate.parcel.empty() ||
                                refuse_unknown_estate(rows, at, parcel_of_building, EstateKind::parcel, estate.parcel);
        if (!is_readable || !is_sound || !has_ground) {
            refused_[kind].insert(estate.code);
            continue;
        }
        const auto before = is_new ? std::nullopt : std::optional{cells_of(known->second)};
        if (outcome_.is_to_store(rows, at, before, cells_of(estate))) {
            if (is_new)
                estates_.add(estate);
            else
                estates_.change(estate);
        }
        known_[kind].insert_or_assign(estate.code, std::move(estate));
    }
}

void RegisterChange::take_areas(const ledgers::TableRows& rows)
{
    for (std::size_t at = 0; at < rows.size(); ++at) {
        std::vector<CellFault> faults;
        const AreaRow row = area_row_of(rows.cells(at), faults);
        if (!report(rows, at, faults)) continue;
        if (!refuse_unknown_estate(rows, at, area_code, row.kind, row.code)) continue;
        Estate& estate = known_[row.kind].at(row.code);
        Estate after = estate;
        auto same = std::find_if(after.areas.begin(), after.areas.end(),
                                 [&](const StatedArea& stated) { return stated.source == row.stated.source; });
        const bool is_new = same == after.areas.end();
        const auto before = is_new ? std::nullopt : std::optional{cells_of(AreaRow{row.kind, row.code, *same})};
        if (is_new)
            after.areas.push_back(row.stated);
        else
            *same = row.stated;
        in_order(after);
        const auto checked = check(after);
        const bool is_source = !checked && checked.error().code == "premises.area.usable_of_land";
        if (!report(rows, at, is_source ? area_source : area_size, checked)) continue;
        if (outcome_.is_to_store(rows, at, before, cells_of(row))) estates_.put_area(row.kind, row.code, row.stated);
        estate = std::move(after);
    }
}

void RegisterChange::take_rooms(const ledgers::TableRows& rows)
{
    std::map<std::pair<std::string, std::string>, Room> known;
    for (Room& room : rooms_.all()) {
        auto key = std::pair{room.building, room.number};
        known.emplace(std::move(key), std::move(room));
    }
    const OccupancyStore::ByRoom occupancies = occupancies_.last();
    for (std::size_t at = 0; at < rows.size(); ++at) {
        auto row = sound_room(rows, at);
        if (!row) continue;
        const std::pair key{row->room.building, row->room.number};
        const auto past = occupancies.find(key);
        const Occupancy* const last = past == occupancies.end() ? nullptr : &past->second;
        const auto since = since_of(*row, last);
        if (!since) {
            outcome_.add(rows.problem(at, room_since, since.error()));
            continue;
        }
        row->since = *since;
        const auto same = known.find(key);
        const bool is_new = same == known.end();
        const auto before =
            is_new ? std::nullopt : std::optional{cells_of(RoomRow{same->second, occupancies.at(key).from})};
        if (outcome_.is_to_store(rows, at, before, cells_of(*row))) put_room(*row, last);
    }
}

// As it stands by itself, in a building that there is; what is wrong is reported.
std::optional<RoomRow> RegisterChange::sound_room(const ledgers::TableRows& rows, std::size_t at)
{
    std::vector<CellFault> faults;
    RoomRow row = room_row_of(rows.cells(at), faults);
    if (!report(rows, at, faults)) return {};
    if (!refuse_unknown_estate(rows, at, room_building, EstateKind::building, row.room.building)) return {};
    const auto checked = check(row.room);
    const bool is_area = !checked && checked.error().code == "premises.room.area_not_positive";
    if (!report(rows, at, is_area ? room_size : room_floor, checked)) return {};
    return row;
}

base::Result<base::Date> RegisterChange::since_of(const RoomRow& row, const Occupancy* last) const
{
    const base::Date today = clock_.today();
    if (last && last->unit == row.room.unit) {
        if (!row.since || *row.since == last->from) return last->from;
        TRY(check_since(occupancies_.of_room(row.room.building, row.room.number), *row.since, today));
        return *row.since;
    }
    const base::Date since = row.since.value_or(last ? std::max(today, last->from) : today);
    if (last) {
        TRY(check_next(*last, {row.room.building, row.room.number, since, row.room.unit}, today));
    } else {
        TRY(check_since({}, since, today));
    }
    return since;
}

void RegisterChange::put_room(const RoomRow& row, const Occupancy* last)
{
    const Room& room = row.room;
    rooms_.put(room);
    if (last && last->unit == room.unit && last->from == *row.since) return;
    occupancies_.add({room.building, room.number, *row.since, room.unit, "", actor_.name});
}

void RegisterChange::take_members(const ledgers::TableRows& rows)
{
    for (std::size_t at = 0; at < rows.size(); ++at) {
        std::vector<CellFault> faults;
        MemberRow row = member_row_of(rows.cells(at), faults);
        if (report(rows, at, faults)) take_member(rows, at, std::move(row));
    }
}

bool RegisterChange::has_known_buildings(const ledgers::TableRows& rows, std::size_t at, const Member& member)
{
    bool are_known = true;
    for (const std::string& building : member.buildings) {
        if (!refuse_unknown_estate(rows, at, member_buildings, EstateKind::building, building)) {
            are_known = false;
            continue;
        }
        if (member.stated_area || gross_area(known_[EstateKind::building].at(building))) continue;
        outcome_.add(
            rows.problem(at, member_buildings,
                         {base::ErrorKind::invalid, "premises.building.area_missing", {{"building", building}}}));
        are_known = false;
    }
    return are_known;
}

// A campaign is read once; each unit stands in a workbook once.
const Member* RegisterChange::known_member(const std::string& campaign, const std::string& code)
{
    auto members = members_.find(campaign);
    if (members == members_.end()) {
        members = members_.emplace(campaign, std::map<std::string, Member>{}).first;
        for (Member& member : campaigns_.members(campaign)) {
            std::string key = member.code;
            members->second.emplace(std::move(key), std::move(member));
        }
    }
    const auto found = members->second.find(code);
    return found == members->second.end() ? nullptr : &found->second;
}

void RegisterChange::take_member(const ledgers::TableRows& rows, std::size_t at, MemberRow row)
{
    if (!has_known_buildings(rows, at, row.member)) return;
    if (!report(rows, at, member_area, check(row.member))) return;
    auto campaign = campaigns_.find(row.campaign);
    if (!campaign) {
        campaign = Campaign{row.campaign, row.campaign_name.empty() ? row.campaign : row.campaign_name};
        campaigns_.add(*campaign);
    }
    row.campaign_name = campaign->name;
    const Member* const known = known_member(row.campaign, row.member.code);
    if (!take_last_step(rows, at, row.member, known ? *known : Member{})) return;
    const auto before = known ? std::optional{cells_of(MemberRow{row.campaign, campaign->name, *known})} : std::nullopt;
    if (!outcome_.is_to_store(rows, at, before, cells_of(row))) return;
    if (known)
        campaigns_.change_member(row.campaign, row.member);
    else
        campaigns_.add_member(row.campaign, row.member);
    if (row.member.taken.empty()) return;
    TakenStep step = row.member.taken.back();
    if (known && known->step() == step.step && known->taken.back().taken_on == step.taken_on) return;
    step.recorded_by = actor_.name;
    Member before_step = row.member;
    before_step.taken = known ? known->taken : std::vector<TakenStep>{};
    campaigns_.add_step(row.campaign, before_step, step, clock_.milliseconds_since_1970());
}

// A step that the unit has not taken yet has to be one that may come next; one that it has taken is not changed.
bool RegisterChange::take_last_step(const ledgers::TableRows& rows, std::size_t at, Member& member,
                                    const Member& before)
{
    const base::Date today = clock_.today();
    if (member.taken.empty())
        return before.taken.empty() ||
               report(rows, at, member_step,
                      check_next(before, {Step::not_started, before.taken.back().taken_on}, today));
    TakenStep& step = member.taken.back();
    const TakenStep* const last = before.taken.empty() ? nullptr : &before.taken.back();
    if (last && last->step == step.step && last->taken_on == step.taken_on) {
        if (step.document.empty()) step.document = last->document;
        if (step.document == last->document) return true;
        outcome_.add(
            rows.problem(at, member_document,
                         {base::ErrorKind::conflict, "premises.step.taken_already", {{"document", last->document}}}));
        return false;
    }
    step.note = member.note;
    return report(rows, at, member_date, check_next(before, step, today));
}

}  // namespace premises
