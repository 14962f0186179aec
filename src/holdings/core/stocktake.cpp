// SPDX-License-Identifier: Apache-2.0
#include "holdings/core/stocktake.h"

#include <algorithm>
#include <set>
#include <utility>

namespace holdings {

using base::ErrorKind;
using base::fail;

namespace {

constexpr std::size_t longest_id = 64;
constexpr std::size_t length_to_seconds = 19;  // of 2026-11-26T01:00:00

bool is_id_letter(char letter)
{
    return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           letter == '-';
}

bool is_found_alike(const Entry& a, const Entry& b)
{
    return a.unit == b.unit && a.state == b.state;
}

using RoomKey = std::pair<std::string, std::string>;

// The findings about one room that differ from each other, the earliest of each.
std::vector<Entry> different(std::vector<Entry> entries)
{
    std::stable_sort(entries.begin(), entries.end(),
                     [](const Entry& a, const Entry& b) { return a.counted_ms < b.counted_ms; });
    std::vector<Entry> found;
    for (Entry& entry : entries)
        if (std::none_of(found.begin(), found.end(), [&](const Entry& one) { return is_found_alike(one, entry); }))
            found.push_back(std::move(entry));
    return found;
}

}  // namespace

base::Result<void> check(const Stocktake& stocktake, base::Date today)
{
    if (stocktake.code.empty()) return fail(ErrorKind::invalid, "holdings.stocktake.code_empty");
    if (stocktake.name.empty()) return fail(ErrorKind::invalid, "holdings.stocktake.name_empty");
    if (stocktake.buildings.empty()) return fail(ErrorKind::invalid, "holdings.stocktake.buildings_missing");
    if (stocktake.opened_on > today)
        return fail(ErrorKind::invalid, "holdings.stocktake.in_future", {{"date", stocktake.opened_on.to_string()}});
    std::set<std::string> seen;
    for (const std::string& building : stocktake.buildings)
        if (!seen.insert(building).second)
            return fail(ErrorKind::invalid, "holdings.stocktake.building_twice", {{"building", building}});
    return {};
}

bool Entry::says_what(const Entry& other) const
{
    return building == other.building && number == other.number && unit == other.unit && state == other.state &&
           note == other.note && counted_ms == other.counted_ms;
}

base::Result<void> check(const Entry& entry)
{
    if (entry.id.empty() || entry.id.size() > longest_id ||
        !std::all_of(entry.id.begin(), entry.id.end(), is_id_letter))
        return fail(ErrorKind::invalid, "holdings.entry.id_malformed", {{"id", entry.id}});
    if (entry.building.empty() || entry.number.empty()) return fail(ErrorKind::invalid, "holdings.entry.room_missing");
    return {};
}

base::Result<std::int64_t> milliseconds_of(const std::string& instant)
{
    const auto refused = fail(ErrorKind::invalid, "holdings.entry.time_malformed", {{"text", instant}});
    if (instant.size() <= length_to_seconds || instant.back() != 'Z' || instant[10] != 'T') return refused;
    const auto time = base::DateTime::parse(instant.substr(0, length_to_seconds));
    if (!time) return refused;
    const std::string rest = instant.substr(length_to_seconds, instant.size() - length_to_seconds - 1);
    std::int64_t milliseconds = 0;
    if (!rest.empty()) {
        if (rest.size() != 4 || rest[0] != '.') return refused;
        for (const char digit : rest.substr(1)) {
            if (digit < '0' || digit > '9') return refused;
            milliseconds = milliseconds * 10 + (digit - '0');
        }
    }
    return time->seconds_since_1970() * 1000 + milliseconds;
}

std::vector<StocktakeLine> judge(const std::vector<ExpectedRoom>& expected, const std::vector<Entry>& entries)
{
    std::map<RoomKey, std::vector<Entry>> seen;
    for (const Entry& entry : entries) seen[{entry.building, entry.number}].push_back(entry);
    std::map<RoomKey, const ExpectedRoom*> known;
    std::map<std::string, std::string> names;
    for (const ExpectedRoom& room : expected) {
        known[{room.building, room.number}] = &room;
        names[room.building] = room.building_name;
        seen[{room.building, room.number}];  // also where nobody saw it
    }
    std::vector<StocktakeLine> lines;
    for (auto& [key, of_room] : seen) {
        const std::vector<Entry> found = different(std::move(of_room));
        const auto room = known.find(key);
        const std::string& name = names.contains(key.first) ? names.at(key.first) : key.first;
        StocktakeLine line{key.first, name, key.second};
        if (room == known.end()) {
            line.outcome = Outcome::unlisted;
        } else {
            line.usable_dm2 = room->second->usable_dm2;
            line.expected_unit = room->second->unit;
            if (found.empty())
                line.outcome = Outcome::missing;
            else if (found.size() > 1)
                line.outcome = Outcome::duplicate;
            else if (found.front().unit != line.expected_unit)
                line.outcome = Outcome::elsewhere;
        }
        if (found.empty()) lines.push_back(line);
        for (const Entry& entry : found) {
            line.seen = entry;
            lines.push_back(line);
        }
    }
    return lines;
}

std::vector<OutcomeSum> sums_of(const std::vector<StocktakeLine>& lines)
{
    std::vector<OutcomeSum> sums;
    for (const auto& outcome : outcomes) {
        OutcomeSum sum{outcome.value};
        std::set<RoomKey> counted;
        for (const StocktakeLine& line : lines) {
            if (line.outcome != outcome.value || !counted.insert({line.building, line.number}).second) continue;
            ++sum.rooms;
            sum.area_dm2 += line.usable_dm2.value_or(0);
        }
        sums.push_back(sum);
    }
    return sums;
}

std::string room_code(const std::string& building, const std::string& number)
{
    return "MINGJI-ROOM:" + building + "/" + number;
}

}  // namespace holdings
