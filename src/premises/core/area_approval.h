// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "premises/core/area_standard.h"
#include "premises/core/room.h"

namespace premises {

struct RankPosts {
    std::string rank = {};
    std::int64_t posts = 0;  // 编制, not who is there
};

// What a unit is entitled to depends on: its posts by rank and what it needs beside offices.
struct Establishment {
    std::string unit = {};
    OfficeLevel level = OfficeLevel::county;
    std::vector<RankPosts> ranks = {};
    std::int64_t diners = 0;
    std::int64_t car_spaces = 0;
    std::int64_t bicycles = 0;
    std::int64_t motorcycles = 0;
    std::int64_t guards = 0;
    Area air_raid_shelter = {};  // as its own rules have it
    Storeys storeys = Storeys::multi_storey;
};

struct RankLine {
    std::string rank = {};
    std::int64_t posts = 0;
    Area standard = {};
    Area area = {};
    std::string mark = {};
};

struct AncillaryLine {
    std::string what = {};
    std::int64_t count = 0;  // 0 where an area is stated
    base::Ratio area = base::Ratio::whole(0);
    std::string mark = {};
};

// 核定面积. A, B and equipment are usable m², C and S gross m²; all exact: whoever prints rounds.
struct ApprovedArea {
    Establishment establishment = {};
    std::string standard_id = {};
    std::string document = {};
    std::string basis = {};  // of the level
    std::int64_t posts = 0;
    std::vector<RankLine> ranks = {};
    base::Ratio offices = base::Ratio::whole(0);  // A
    base::Ratio service_per_post = base::Ratio::whole(0);
    base::Ratio service = base::Ratio::whole(0);    // B
    base::Ratio equipment = base::Ratio::whole(0);  // 9 % of A + B
    std::vector<AncillaryLine> ancillary_lines = {};
    base::Ratio ancillary = base::Ratio::whole(0);  // C
    base::Decimal coefficient = {};                 // K
    base::Ratio gross = base::Ratio::whole(0);      // S = [A + B + 9 % (A + B)] / K + C

    base::Ratio usable() const { return offices + service + equipment; }
};

// Refuses premises.standard.level_unknown, .rank_unknown, .rank_twice, .no_posts, .count_negative {what}.
base::Result<ApprovedArea> approve(const Establishment& establishment, const AreaStandards& standards);

// One kind of rooms of a unit against what is approved. Ancillary rooms are gross and technical ones stand outside:
// they are not compared here.
struct UseComparison {
    RoomUse use = RoomUse::office;
    base::Ratio approved = base::Ratio::whole(0);
    Area actual = {};
    bool is_over = false;
    base::Ratio over = base::Ratio::whole(0);  // 0 where it is not
};

// Offices, service and equipment rooms, in this order; then all three together as what `total` says.
struct UnitComparison {
    std::vector<UseComparison> uses = {};
    base::Ratio approved = base::Ratio::whole(0);
    Area actual = {};
    bool is_over = false;
};
UnitComparison compare(const ApprovedArea& approved, const std::vector<Room>& rooms);

// Who uses an office. Several may, and one may have several.
struct Occupant {
    std::string person = {};  // a number or a post, not a name
    std::string rank = {};
    OfficeLevel level = OfficeLevel::county;  // of the person's unit
};
struct OccupiedRoom {
    std::string room = {};
    Area usable = {};
    std::vector<Occupant> occupants = {};
};

struct PersonComparison {
    std::string person = {};
    std::string rank = {};
    std::vector<std::string> rooms = {};
    base::Ratio area = base::Ratio::whole(0);  // a shared room is split by head count
    Area standard = {};
    bool is_over = false;
    bool has_more_than_one = false;  // 一人一处: a second room needs an approval of its own
};

// Refuses premises.standard.level_unknown, .rank_unknown, .room_empty {room} (an office that nobody uses is idle, not
// shared), .person_twice {person, room}, .rank_differs {person}.
base::Result<std::vector<PersonComparison>> compare(const std::vector<OccupiedRoom>& rooms,
                                                    const AreaStandards& standards);

}  // namespace premises
