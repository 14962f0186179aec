// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"
#include "base/named.h"
#include "base/result.h"

namespace holdings {

// 盘点: what the register expects in some buildings, frozen when it opens, and what people saw there.
struct Stocktake {
    std::string code = {};
    std::string name = {};
    base::Date opened_on = {};
    std::optional<base::Date> closed_on = {};
    std::vector<std::string> buildings = {};
    std::int64_t rooms = 0;    // expected
    std::int64_t counted = 0;  // of them, those that somebody saw
};

// Refuses holdings.stocktake.code_empty, .name_empty, .buildings_missing, .building_twice {building}, .in_future
// {date}.
base::Result<void> check(const Stocktake& stocktake, base::Date today);

enum class SeenState { in_use, vacant, locked, damaged };
inline constexpr std::array seen_states{base::Named<SeenState>{SeenState::in_use, "in_use", "在用"},
                                        base::Named<SeenState>{SeenState::vacant, "vacant", "空置"},
                                        base::Named<SeenState>{SeenState::locked, "locked", "未能进入"},
                                        base::Named<SeenState>{SeenState::damaged, "damaged", "损坏"}};

struct ExpectedRoom {
    std::string building = {};
    std::string building_name = {};
    std::string number = {};
    std::int64_t floor = 1;
    std::string unit = {};
    std::int64_t usable_dm2 = 0;
};

// What somebody saw of a room. The id is made on the device, so that what is sent twice is counted once.
struct Entry {
    std::string id = {};
    std::string building = {};
    std::string number = {};
    std::string unit = {};  // found in it; nobody where empty
    SeenState state = SeenState::in_use;
    std::string note = {};
    std::int64_t counted_ms = 0;
    std::string counted_by = {};

    // Whether it says the same, whoever sent it.
    bool says_what(const Entry& other) const;
};

// Refuses holdings.entry.id_malformed, .room_missing.
base::Result<void> check(const Entry& entry);

// "2026-11-26T01:00:00Z", with milliseconds or without. Refuses holdings.entry.time_malformed {text}.
base::Result<std::int64_t> milliseconds_of(const std::string& instant);

enum class Outcome { matching, missing, elsewhere, duplicate, unlisted };
inline constexpr std::array outcomes{base::Named<Outcome>{Outcome::matching, "matching", "相符"},
                                     base::Named<Outcome>{Outcome::missing, "missing", "缺失"},
                                     base::Named<Outcome>{Outcome::elsewhere, "elsewhere", "在别处"},
                                     base::Named<Outcome>{Outcome::duplicate, "duplicate", "重复"},
                                     base::Named<Outcome>{Outcome::unlisted, "unlisted", "账外"}};

// One room of the result; of a room that was seen differently, one line for each finding.
struct StocktakeLine {
    std::string building = {};
    std::string building_name = {};
    std::string number = {};
    Outcome outcome = Outcome::matching;
    std::optional<std::int64_t> usable_dm2 = {};  // none where the register has no such room
    std::string expected_unit = {};
    std::optional<Entry> seen = {};
};

struct OutcomeSum {
    Outcome outcome = Outcome::matching;
    std::int64_t rooms = 0;
    std::int64_t area_dm2 = 0;
};

// By building and number. A room that nobody saw is missing; seen with another unit, or with one where nobody is
// expected, elsewhere; seen with different findings, a duplicate; what the register did not have, unlisted. Findings
// that agree count once, by the first of them.
std::vector<StocktakeLine> judge(const std::vector<ExpectedRoom>& expected, const std::vector<Entry>& entries);

// Of each outcome, rooms counted once.
std::vector<OutcomeSum> sums_of(const std::vector<StocktakeLine>& lines);

// What the label of a room says: MINGJI-ROOM:FW-1/101
std::string room_code(const std::string& building, const std::string& number);

}  // namespace holdings
