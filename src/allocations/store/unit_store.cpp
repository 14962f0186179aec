// SPDX-License-Identifier: Apache-2.0
#include "allocations/store/unit_store.h"

#include <array>

namespace allocations {

namespace {

using premises::Area;
using premises::named;
using premises::Storeys;

constexpr std::array storeys_words{premises::Named<Storeys>{Storeys::multi_storey, "multi_storey", "多层"},
                                   premises::Named<Storeys>{Storeys::high_rise, "high_rise", "高层"}};

Unit unit_of(const sql::Row& row)
{
    Unit unit;
    premises::Establishment& of = unit.establishment;
    of.unit = row.text("unit");
    unit.valid_from = row.date("valid_from");
    of.level = premises::of_word(premises::office_levels, row.text("level")).value();
    of.storeys = premises::of_word(storeys_words, row.text("storeys")).value();
    of.diners = row.integer("diners");
    of.car_spaces = row.integer("car_spaces");
    of.bicycles = row.integer("bicycles");
    of.motorcycles = row.integer("motorcycles");
    of.guards = row.integer("guards");
    of.air_raid_shelter = Area::from_dm2(row.integer("shelter_dm2"));
    return unit;
}

}  // namespace

sql::Parameters UnitStore::of_day(const Unit& unit, sql::Parameters more) const
{
    more.insert(more.begin(), {{"org_id", org_}, {"unit", unit.name()}, {"valid_from", unit.valid_from}});
    return more;
}

// One statement for units and one for posts, however many units there are. Both are sorted alike.
std::vector<Unit> UnitStore::found(const sql::Value& name) const
{
    constexpr std::string_view units = R"(
        SELECT unit, valid_from, level, storeys, diners, car_spaces, bicycles, motorcycles, guards, shelter_dm2
          FROM allocations_unit
         WHERE org_id = :org_id AND (:every = 1 OR unit = :name)
         ORDER BY unit, valid_from)";
    constexpr std::string_view posts = R"(
        SELECT unit, valid_from, post_rank, posts, stated_dm2 FROM allocations_post
         WHERE org_id = :org_id AND (:every = 1 OR unit = :name)
         ORDER BY unit, valid_from, position)";
    const bool every = std::holds_alternative<std::monostate>(name.variant());
    const sql::Parameters asked{{"org_id", org_}, {"every", every ? 1 : 0}, {"name", every ? sql::Value{""} : name}};
    std::map<std::string, Unit> last;
    for (const auto& row : db_.query(units, asked)) last.insert_or_assign(row.text("unit"), unit_of(row));
    for (const auto& row : db_.query(posts, asked)) {
        Unit& unit = last.at(row.text("unit"));
        if (row.date("valid_from") != unit.valid_from) continue;
        unit.establishment.ranks.push_back({row.text("post_rank"), row.integer("posts")});
        if (!row.is_null("stated_dm2"))
            unit.stated.emplace(row.text("post_rank"), Area::from_dm2(row.integer("stated_dm2")));
    }
    std::vector<Unit> sorted;
    for (auto& [unit_name, unit] : last) sorted.push_back(std::move(unit));
    return sorted;
}

std::vector<Unit> UnitStore::latest() const
{
    return found({});
}

std::vector<base::Date> UnitStore::days(const std::string& name) const
{
    constexpr std::string_view of_one = R"(
        SELECT valid_from FROM allocations_unit WHERE org_id = :org_id AND unit = :unit ORDER BY valid_from)";
    std::vector<base::Date> found;
    for (const auto& row : db_.query(of_one, {{"org_id", org_}, {"unit", name}}))
        found.push_back(row.date("valid_from"));
    return found;
}

std::optional<Unit> UnitStore::latest(const std::string& name) const
{
    for (Unit& unit : found(name)) return std::move(unit);
    return std::nullopt;
}

void UnitStore::save(const Unit& unit)
{
    constexpr std::string_view remove_posts = R"(
        DELETE FROM allocations_post WHERE org_id = :org_id AND unit = :unit AND valid_from = :valid_from)";
    constexpr std::string_view remove = R"(
        DELETE FROM allocations_unit WHERE org_id = :org_id AND unit = :unit AND valid_from = :valid_from)";
    constexpr std::string_view insert = R"(
        INSERT INTO allocations_unit (org_id, unit, valid_from, level, storeys, diners, car_spaces, bicycles,
                                      motorcycles, guards, shelter_dm2)
        VALUES (:org_id, :unit, :valid_from, :level, :storeys, :diners, :car_spaces, :bicycles, :motorcycles, :guards,
                :shelter_dm2))";
    constexpr std::string_view insert_post = R"(
        INSERT INTO allocations_post (org_id, unit, valid_from, post_rank, position, posts, stated_dm2)
        VALUES (:org_id, :unit, :valid_from, :post_rank, :position, :posts, :stated_dm2))";
    db_.execute(remove_posts, of_day(unit));
    db_.execute(remove, of_day(unit));
    const premises::Establishment& of = unit.establishment;
    db_.execute(insert, of_day(unit, {{"level", named(premises::office_levels, of.level).word},
                                      {"storeys", named(storeys_words, of.storeys).word},
                                      {"diners", of.diners},
                                      {"car_spaces", of.car_spaces},
                                      {"bicycles", of.bicycles},
                                      {"motorcycles", of.motorcycles},
                                      {"guards", of.guards},
                                      {"shelter_dm2", of.air_raid_shelter.dm2()}}));
    std::int64_t position = 0;
    for (const premises::RankPosts& rank : of.ranks) {
        const auto stated = unit.stated.find(rank.rank);
        db_.execute(insert_post,
                    of_day(unit, {{"post_rank", rank.rank},
                                  {"position", ++position},
                                  {"posts", rank.posts},
                                  {"stated_dm2",
                                   stated == unit.stated.end() ? sql::Value{} : sql::Value{stated->second.dm2()}}}));
    }
}

}  // namespace allocations
