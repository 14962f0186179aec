// SPDX-License-Identifier: Apache-2.0
#include "holdings/store/stocktake_store.h"

#include <map>

namespace holdings {

namespace {

Entry entry_of(const sql::Row& row)
{
    return {row.text("id"),
            row.text("building"),
            row.text("number"),
            row.text("unit"),
            base::of_word(seen_states, row.text("state")).value(),
            row.text("note"),
            row.integer("counted_ms"),
            row.text("counted_by")};
}

constexpr std::string_view select_entries = R"(
    SELECT id, building, number, unit, state, note, counted_ms, counted_by
      FROM holdings_entry
     WHERE org_id = :org_id AND stocktake = :stocktake)";

}  // namespace

std::vector<Stocktake> StocktakeStore::read(std::string_view condition, std::string_view order,
                                            sql::Parameters more) const
{
    constexpr std::string_view select = R"(
        SELECT s.code, s.name, s.opened_on, s.closed_on,
               (SELECT COUNT(*) FROM holdings_expected_room r
                 WHERE r.org_id = s.org_id AND r.stocktake = s.code) AS rooms,
               (SELECT COUNT(*) FROM holdings_expected_room r
                 WHERE r.org_id = s.org_id AND r.stocktake = s.code
                   AND EXISTS (SELECT 1 FROM holdings_entry e
                                WHERE e.org_id = r.org_id AND e.stocktake = r.stocktake
                                  AND e.building = r.building AND e.number = r.number)) AS counted
          FROM holdings_stocktake s
         WHERE s.org_id = :org_id)";
    constexpr std::string_view of_one = R"(
        SELECT building FROM holdings_stocktake_building
         WHERE org_id = :org_id AND stocktake = :stocktake ORDER BY building)";
    more.insert(more.begin(), {"org_id", org_});
    std::vector<Stocktake> found;
    for (const auto& row : db_.query(std::string{select} + std::string{condition} + std::string{order}, more))
        found.push_back({row.text("code"),
                         row.text("name"),
                         row.date("opened_on"),
                         row.date_if("closed_on"),
                         {},
                         row.integer("rooms"),
                         row.integer("counted")});
    for (Stocktake& one : found)
        for (const auto& row : db_.query(of_one, {{"org_id", org_}, {"stocktake", one.code}}))
            one.buildings.push_back(row.text("building"));
    return found;
}

std::vector<Stocktake> StocktakeStore::all() const
{
    return read("", " ORDER BY s.opened_on DESC, s.code DESC", {});
}

std::optional<Stocktake> StocktakeStore::find(const std::string& code) const
{
    auto found = read(" AND s.code = :code", "", {{"code", code}});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::optional<Stocktake> StocktakeStore::last_closed() const
{
    auto found = read(" AND s.closed_on IS NOT NULL", " ORDER BY s.closed_on DESC, s.opened_on DESC, s.code DESC", {});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::vector<ExpectedRoom> StocktakeStore::expected(const std::string& code) const
{
    constexpr std::string_view of_one = R"(
        SELECT building, building_name, number, floor, unit, usable_dm2
          FROM holdings_expected_room
         WHERE org_id = :org_id AND stocktake = :stocktake
         ORDER BY building, floor, number)";
    std::vector<ExpectedRoom> found;
    db_.each(of_one, {{"org_id", org_}, {"stocktake", code}}, [&](const sql::Row& row) {
        found.push_back({row.text("building"), row.text("building_name"), row.text("number"), row.integer("floor"),
                         row.text("unit"), row.integer("usable_dm2")});
    });
    return found;
}

std::vector<Entry> StocktakeStore::entries(const std::string& code) const
{
    std::vector<Entry> found;
    db_.each(std::string{select_entries} + " ORDER BY counted_ms, id", {{"org_id", org_}, {"stocktake", code}},
             [&](const sql::Row& row) { found.push_back(entry_of(row)); });
    return found;
}

std::optional<Entry> StocktakeStore::entry(const std::string& code, const std::string& id) const
{
    const std::string one = std::string{select_entries} + " AND id = :id";
    for (const auto& row : db_.query(one, {{"org_id", org_}, {"stocktake", code}, {"id", id}})) return entry_of(row);
    return std::nullopt;
}

std::vector<StocktakeLine> StocktakeStore::lines(const std::string& code) const
{
    constexpr std::string_view of_one = R"(
        SELECT building, building_name, number, outcome, usable_dm2, expected_unit, entry
          FROM holdings_line
         WHERE org_id = :org_id AND stocktake = :stocktake
         ORDER BY position)";
    std::map<std::string, Entry> by_id;
    for (Entry& entry : entries(code)) {
        std::string id = entry.id;
        by_id.emplace(std::move(id), std::move(entry));
    }
    std::vector<StocktakeLine> found;
    db_.each(of_one, {{"org_id", org_}, {"stocktake", code}}, [&](const sql::Row& row) {
        StocktakeLine line{row.text("building"),
                           row.text("building_name"),
                           row.text("number"),
                           base::of_word(outcomes, row.text("outcome")).value(),
                           row.integer_if("usable_dm2"),
                           row.text("expected_unit"),
                           {}};
        if (const auto id = row.text_if("entry")) line.seen = by_id.at(*id);
        found.push_back(std::move(line));
    });
    return found;
}

void StocktakeStore::open(const Stocktake& stocktake, const std::vector<ExpectedRoom>& expected)
{
    constexpr std::string_view insert = R"(
        INSERT INTO holdings_stocktake (org_id, code, name, opened_on)
        VALUES (:org_id, :code, :name, :opened_on))";
    db_.execute(
        insert,
        {{"org_id", org_}, {"code", stocktake.code}, {"name", stocktake.name}, {"opened_on", stocktake.opened_on}});
    constexpr std::string_view insert_building = R"(
        INSERT INTO holdings_stocktake_building (org_id, stocktake, building)
        VALUES (:org_id, :stocktake, :building))";
    for (const std::string& building : stocktake.buildings)
        db_.execute(insert_building, {{"org_id", org_}, {"stocktake", stocktake.code}, {"building", building}});
    constexpr std::string_view insert_room = R"(
        INSERT INTO holdings_expected_room (org_id, stocktake, building, number, building_name, floor, unit, usable_dm2)
        VALUES (:org_id, :stocktake, :building, :number, :building_name, :floor, :unit, :usable_dm2))";
    for (const ExpectedRoom& room : expected)
        db_.execute(insert_room, {{"org_id", org_},
                                  {"stocktake", stocktake.code},
                                  {"building", room.building},
                                  {"number", room.number},
                                  {"building_name", room.building_name},
                                  {"floor", room.floor},
                                  {"unit", room.unit},
                                  {"usable_dm2", room.usable_dm2}});
}

void StocktakeStore::add(const std::string& code, const Entry& entry)
{
    constexpr std::string_view insert = R"(
        INSERT INTO holdings_entry (org_id, stocktake, id, building, number, unit, state, note, counted_ms, counted_by)
        VALUES (:org_id, :stocktake, :id, :building, :number, :unit, :state, :note, :counted_ms, :counted_by))";
    db_.execute(insert, {{"org_id", org_},
                         {"stocktake", code},
                         {"id", entry.id},
                         {"building", entry.building},
                         {"number", entry.number},
                         {"unit", entry.unit},
                         {"state", std::string{base::named(seen_states, entry.state).word}},
                         {"note", entry.note},
                         {"counted_ms", entry.counted_ms},
                         {"counted_by", entry.counted_by}});
}

void StocktakeStore::close(const std::string& code, base::Date day, const std::vector<StocktakeLine>& lines)
{
    constexpr std::string_view insert = R"(
        INSERT INTO holdings_line (org_id, stocktake, position, building, building_name, number, outcome, usable_dm2,
                                   expected_unit, entry)
        VALUES (:org_id, :stocktake, :position, :building, :building_name, :number, :outcome, :usable_dm2,
                :expected_unit, :entry))";
    std::int64_t position = 0;
    for (const StocktakeLine& line : lines)
        db_.execute(insert, {{"org_id", org_},
                             {"stocktake", code},
                             {"position", ++position},
                             {"building", line.building},
                             {"building_name", line.building_name},
                             {"number", line.number},
                             {"outcome", std::string{base::named(outcomes, line.outcome).word}},
                             {"usable_dm2", line.usable_dm2},
                             {"expected_unit", line.expected_unit},
                             {"entry", line.seen ? sql::Value{line.seen->id} : sql::Value{}}});
    constexpr std::string_view update =
        "UPDATE holdings_stocktake SET closed_on = :closed_on WHERE org_id = :org_id AND code = :code";
    db_.execute(update, {{"org_id", org_}, {"code", code}, {"closed_on", day}});
}

}  // namespace holdings
