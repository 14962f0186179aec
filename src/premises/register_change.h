// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/premises: what a workbook makes of the register.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/actor.h"
#include "base/clock.h"
#include "premises/register_reading.h"
#include "premises/store/campaign_store.h"
#include "premises/store/estate_store.h"
#include "premises/store/occupancy_store.h"
#include "premises/store/room_store.h"

namespace premises {

// Takes sheets in the order of register_sheets: each may name what the sheets before it brought. It writes as it goes,
// inside the transaction of the import, which is rolled back where a problem was found: so that a row is checked
// against the register as it will be.
class RegisterChange {
public:
    RegisterChange(sql::Connection& db, const base::Actor& actor, const base::Clock& clock, ImportOutcome& outcome);

    void take(const ledgers::TableRows& rows);

private:
    void take_estates(EstateKind kind, const ledgers::TableRows& rows);
    void take_areas(const ledgers::TableRows& rows);
    void take_rooms(const ledgers::TableRows& rows);
    std::optional<RoomRow> sound_room(const ledgers::TableRows& rows, std::size_t at);
    // Since when the room is had as the row says; puts a room and its history where they change.
    base::Result<base::Date> since_of(const RoomRow& row, const Occupancy* last) const;
    void put_room(const RoomRow& row, const Occupancy* last);
    void take_members(const ledgers::TableRows& rows);
    bool has_known_buildings(const ledgers::TableRows& rows, std::size_t at, const Member& member);
    const Member* known_member(const std::string& campaign, const std::string& code);
    void take_member(const ledgers::TableRows& rows, std::size_t at, MemberRow row);
    bool take_last_step(const ledgers::TableRows& rows, std::size_t at, Member& member, const Member& before);
    bool refuse_unknown_estate(const ledgers::TableRows& rows, std::size_t at, std::size_t column, EstateKind kind,
                               const std::string& code);
    bool report(const ledgers::TableRows& rows, std::size_t at, std::size_t column, const base::Result<void>& checked);
    bool report(const ledgers::TableRows& rows, std::size_t at, const std::vector<CellFault>& faults);

    ImportOutcome& outcome_;
    const base::Actor& actor_;
    const base::Clock& clock_;
    EstateStore estates_;
    RoomStore rooms_;
    OccupancyStore occupancies_;
    CampaignStore campaigns_;
    std::map<EstateKind, std::map<std::string, Estate>> known_ = {};
    std::map<std::string, std::map<std::string, Member>> members_ = {};  // by campaign and code
    std::map<EstateKind, std::set<std::string>> refused_ = {};           // whose own row in the workbook is wrong
};

}  // namespace premises
