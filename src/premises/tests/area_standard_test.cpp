// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "premises/area_standard_files.h"
#include "premises/core/area_approval.h"

namespace premises {
namespace {

const AreaStandards& in_force()
{
    static const AreaStandards standards = area_standards_on(base::Date::of(2024, 7, 1).value()).value();
    return standards;
}

Area area_said(const std::string& text)
{
    return Area::parse(text).value();
}

base::Ratio ratio(const std::string& text)
{
    return base::Ratio::of(base::Decimal::parse(text).value());
}

// 发改投资〔2014〕2674号, as standards and excerpts have it: written out once more, by hand.
struct OfficeCase {
    OfficeLevel level;
    const char* rank;
    const char* office;
};
constexpr OfficeCase offices[] = {
    {OfficeLevel::central, "部级正职", "54.00"},      {OfficeLevel::central, "部级副职", "42.00"},
    {OfficeLevel::central, "正司（局）级", "24.00"},  {OfficeLevel::central, "副司（局）级", "18.00"},
    {OfficeLevel::central, "处级", "12.00"},          {OfficeLevel::central, "处级以下", "9.00"},
    {OfficeLevel::province, "省级正职", "54.00"},     {OfficeLevel::province, "省级副职", "42.00"},
    {OfficeLevel::province, "正厅（局）级", "30.00"}, {OfficeLevel::province, "副厅（局）级", "24.00"},
    {OfficeLevel::province, "正处级", "18.00"},       {OfficeLevel::province, "副处级", "12.00"},
    {OfficeLevel::province, "处级以下", "9.00"},      {OfficeLevel::city, "市级正职", "42.00"},
    {OfficeLevel::city, "市级副职", "30.00"},         {OfficeLevel::city, "正局（处）级", "24.00"},
    {OfficeLevel::city, "副局（处）级", "18.00"},     {OfficeLevel::city, "局（处）级以下", "9.00"},
    {OfficeLevel::county, "县级正职", "30.00"},       {OfficeLevel::county, "县级副职", "24.00"},
    {OfficeLevel::county, "正科级", "18.00"},         {OfficeLevel::county, "副科级", "12.00"},
    {OfficeLevel::county, "科级以下", "9.00"},        {OfficeLevel::township, "乡级正职", "24.00"},
    {OfficeLevel::township, "乡级副职", "18.00"},     {OfficeLevel::township, "乡级副职以下", "9.00"}};

TEST(AreaStandard, HasEveryRankOfEveryLevel)
{
    std::size_t ranks = 0;
    for (const LevelStandard& level : in_force().levels) ranks += level.ranks.size();
    EXPECT_EQ(ranks, std::size(offices));
    for (const OfficeCase& one : offices)
        EXPECT_EQ(rank_of(level_of(in_force(), one.level).value(), one.rank).value().office.to_string(), one.office)
            << one.rank;
    EXPECT_EQ(rank_of(level_of(in_force(), OfficeLevel::county).value(), "处级").error().code,
              "premises.standard.rank_unknown");
    AreaStandards none = in_force();
    none.levels.clear();
    EXPECT_EQ(level_of(none, OfficeLevel::city).error().code, "premises.standard.level_unknown");
}

struct ServiceCase {
    const char* name;
    OfficeLevel level;
    std::int64_t posts;
    const char* per_post;
};
class ServicePerPost : public testing::TestWithParam<ServiceCase> {};
TEST_P(ServicePerPost, IsExactOnBothSidesOfItsJoints)
{
    const auto level = level_of(in_force(), GetParam().level).value();
    EXPECT_EQ(service_per_post(level.service, GetParam().posts), ratio(GetParam().per_post));
}
INSTANTIATE_TEST_SUITE_P(Joints, ServicePerPost,
                         testing::Values(ServiceCase{"CountyOne", OfficeLevel::county, 1, "8"},
                                         ServiceCase{"CountyBelow100", OfficeLevel::county, 99, "8"},
                                         ServiceCase{"CountyAt100", OfficeLevel::county, 100, "8"},
                                         ServiceCase{"CountyAbove100", OfficeLevel::county, 101, "7.98"},
                                         ServiceCase{"CountyBetween", OfficeLevel::county, 150, "7"},
                                         ServiceCase{"CountyBelow200", OfficeLevel::county, 199, "6.02"},
                                         ServiceCase{"CountyAt200", OfficeLevel::county, 200, "6"},
                                         ServiceCase{"CountyAbove200", OfficeLevel::county, 201, "6"},
                                         ServiceCase{"CityAt200", OfficeLevel::city, 200, "8"},
                                         ServiceCase{"CityAbove200", OfficeLevel::city, 201, "7.99"},
                                         ServiceCase{"CityBelow400", OfficeLevel::city, 399, "6.01"},
                                         ServiceCase{"CityAt400", OfficeLevel::city, 400, "6"},
                                         ServiceCase{"ProvinceAt200", OfficeLevel::province, 200, "9"},
                                         ServiceCase{"ProvinceAbove200", OfficeLevel::province, 201, "8.99"},
                                         ServiceCase{"ProvinceBelow400", OfficeLevel::province, 399, "7.01"},
                                         ServiceCase{"ProvinceAt400", OfficeLevel::province, 400, "7"},
                                         ServiceCase{"CentralAbove400", OfficeLevel::central, 401, "7"},
                                         ServiceCase{"TownshipOne", OfficeLevel::township, 1, "8"},
                                         ServiceCase{"TownshipMany", OfficeLevel::township, 500, "8"}),
                         [](const auto& test) { return test.param.name; });

// More posts are never entitled to less, nobody to more per post than somebody in a smaller unit.
TEST(AreaStandard, ServiceRoomsGrowWithThePosts)
{
    for (const LevelStandard& level : in_force().levels) {
        base::Ratio before = base::Ratio::whole(0);
        for (std::int64_t posts = 1; posts <= 1'000; ++posts) {
            const base::Ratio each = service_per_post(level.service, posts);
            const base::Ratio all = each * base::Ratio::whole(posts);
            ASSERT_GE(all, before) << level.basis << posts;
            ASSERT_LE(each, base::Ratio::of(level.service.low));
            ASSERT_GE(each, base::Ratio::of(level.service.high));
            before = all;
        }
    }
}

// Every rank and level: one post more is entitled to exactly its office more, and to no less in all.
TEST(AreaStandard, EveryRankAddsItsOffice)
{
    for (const LevelStandard& level : in_force().levels)
        for (const RankStandard& rank : level.ranks)
            for (std::int64_t posts = 1; posts <= 420; ++posts) {
                const Establishment less{"示例单位", level.level, {{rank.rank, posts}}};
                const Establishment more{"示例单位", level.level, {{rank.rank, posts + 1}}};
                const ApprovedArea small = approve(less, in_force()).value();
                const ApprovedArea large = approve(more, in_force()).value();
                ASSERT_EQ(large.offices - small.offices, base::Ratio::of(rank.office.m2()));
                ASSERT_GT(large.gross, small.gross);
                ASSERT_EQ(small.equipment * ratio("100"), (small.offices + small.service) * ratio("9"));
                ASSERT_EQ(small.gross * base::Ratio::of(small.coefficient), small.usable());
            }
}

// By hand: A = 30 + 3×24 + 10×18 + 20×12 + 116×9 = 1566; x = 150, so B = 150 × 7 = 1050; 9 % = 235.44;
// C = 100×3.7 + 20×2.6 + 40×40 + 30×1.8 + 10×2.5 + 2×25 = 2151; S = 2851.44 / 0.65 + 2151.
Establishment county_office()
{
    Establishment unit{"示例单位", OfficeLevel::county};
    unit.ranks = {{"县级正职", 1}, {"县级副职", 3}, {"正科级", 10}, {"副科级", 20}, {"科级以下", 116}};
    unit.diners = 120;
    unit.car_spaces = 40;
    unit.bicycles = 30;
    unit.motorcycles = 10;
    unit.guards = 2;
    return unit;
}

TEST(ApprovedArea, IsWhatTheFormulasSay)
{
    const ApprovedArea approved = approve(county_office(), in_force()).value();
    EXPECT_EQ(approved.posts, 150);
    EXPECT_EQ(approved.offices, ratio("1566"));
    EXPECT_EQ(approved.service, ratio("1050"));
    EXPECT_EQ(approved.equipment, ratio("235.44"));
    EXPECT_EQ(approved.usable(), ratio("2851.44"));
    EXPECT_EQ(approved.ancillary, ratio("2151"));
    EXPECT_EQ(approved.ancillary_lines.size(), 5u);
    EXPECT_EQ(approved.gross, ratio("2851.44") / ratio("0.65") + ratio("2151"));
    EXPECT_EQ(approved.gross.rounded(2).to_string(), "6537.83");
    Establishment high = county_office();
    high.storeys = Storeys::high_rise;
    EXPECT_EQ(approve(high, in_force()).value().gross, ratio("2851.44") / ratio("0.60") + ratio("2151"));
    EXPECT_EQ(approved.standard_id, "national-2014");
}

TEST(ApprovedArea, StepsOfCanteenAndGarage)
{
    const auto ancillary = [](std::int64_t diners, std::int64_t cars) {
        Establishment unit{"示例单位", OfficeLevel::county, {{"正科级", 1}}};
        unit.diners = diners;
        unit.car_spaces = cars;
        return approve(unit, in_force()).value().ancillary;
    };
    EXPECT_EQ(ancillary(0, 0), ratio("0"));
    EXPECT_EQ(ancillary(100, 0), ratio("370"));
    EXPECT_EQ(ancillary(101, 0), ratio("372.6"));
    EXPECT_EQ(ancillary(0, 200), ratio("8000"));
    EXPECT_EQ(ancillary(0, 201), ratio("8038"));
}

TEST(ApprovedArea, RefusesWhatMeansNothing)
{
    const auto code = [](const Establishment& unit) { return approve(unit, in_force()).error().code; };
    EXPECT_EQ(code({"", OfficeLevel::county, {}}), "premises.standard.no_posts");
    EXPECT_EQ(code({"", OfficeLevel::county, {{"正科级", 0}}}), "premises.standard.no_posts");
    EXPECT_EQ(code({"", OfficeLevel::county, {{"正科级", -1}}}), "premises.standard.count_negative");
    EXPECT_EQ(code({"", OfficeLevel::county, {{"正处级", 1}}}), "premises.standard.rank_unknown");
    EXPECT_EQ(code({"", OfficeLevel::county, {{"正科级", 1}, {"正科级", 2}}}), "premises.standard.rank_twice");
    Establishment unit{"", OfficeLevel::county, {{"正科级", 1}}};
    for (std::int64_t Establishment::*const count :
         {&Establishment::diners, &Establishment::car_spaces, &Establishment::bicycles, &Establishment::motorcycles,
          &Establishment::guards}) {
        Establishment less = unit;
        less.*count = -1;
        EXPECT_EQ(code(less), "premises.standard.count_negative");
    }
}

TEST(UnitComparison, IsOverByOneHundredthOfASquareMetre)
{
    const ApprovedArea approved = approve(county_office(), in_force()).value();
    const auto room = [](RoomUse use, const char* area) {
        Room one;
        one.use = use;
        one.usable = area_said(area);
        return one;
    };
    std::vector<Room> rooms{room(RoomUse::office, "1000"),    room(RoomUse::office, "566"),
                            room(RoomUse::service, "1050"),   room(RoomUse::equipment, "235.44"),
                            room(RoomUse::technical, "9999"), room(RoomUse::ancillary, "9999")};
    UnitComparison unit = compare(approved, rooms);
    EXPECT_FALSE(unit.is_over);
    for (const UseComparison& use : unit.uses) EXPECT_FALSE(use.is_over);
    rooms[1].usable = area_said("566.01");
    unit = compare(approved, rooms);
    EXPECT_TRUE(unit.is_over);
    EXPECT_TRUE(unit.uses.at(0).is_over);
    EXPECT_EQ(unit.uses[0].over, ratio("0.01"));
    EXPECT_FALSE(unit.uses.at(1).is_over);
    rooms[2].usable = area_said("1049");  // one kind is over though all together are not
    unit = compare(approved, rooms);
    EXPECT_FALSE(unit.is_over);
    EXPECT_TRUE(unit.uses.at(0).is_over);
}

TEST(PersonComparison, SplitsASharedRoomByHeads)
{
    const auto people = [](const std::vector<OccupiedRoom>& rooms) { return compare(rooms, in_force()).value(); };
    const std::vector<Occupant> three{{"1", "科级以下"}, {"2", "科级以下"}, {"3", "副科级"}};
    auto found = people({{"301", area_said("27"), three}});
    ASSERT_EQ(found.size(), 3u);
    for (const PersonComparison& person : found) EXPECT_FALSE(person.is_over);
    found = people({{"301", area_said("27.01"), three}});
    EXPECT_TRUE(found[0].is_over);
    EXPECT_EQ(found[0].area * ratio("3"), ratio("27.01"));
    EXPECT_FALSE(found[2].is_over);
    // A second room counts too, and shows.
    found = people({{"301", area_said("18"), {{"1", "正科级"}}}, {"305", area_said("0.01"), {{"1", "正科级"}}}});
    ASSERT_EQ(found.size(), 1u);
    EXPECT_TRUE(found[0].is_over);
    EXPECT_TRUE(found[0].has_more_than_one);
}

TEST(PersonComparison, RefusesWhatMeansNothing)
{
    const auto code = [](const std::vector<OccupiedRoom>& rooms) { return compare(rooms, in_force()).error().code; };
    EXPECT_EQ(code({{"301", area_said("9"), {}}}), "premises.standard.room_empty");
    EXPECT_EQ(code({{"301", area_said("9"), {{"1", "处级"}}}}), "premises.standard.rank_unknown");
    EXPECT_EQ(code({{"301", area_said("9"), {{"1", "正科级"}, {"1", "正科级"}}}}), "premises.standard.person_twice");
    EXPECT_EQ(code({{"301", area_said("9"), {{"1", "正科级"}}}, {"302", area_said("9"), {{"1", "副科级"}}}}),
              "premises.standard.rank_differs");
}

// Still published as the standard of today: recognised, and refused with the document they come from.
TEST(SupersededStandard, ItsValuesAreRecognised)
{
    const auto outcome = [](OfficeLevel level, const char* rank, const char* stated) {
        const auto checked = check_stated(in_force(), superseded_standard(), level, rank, area_said(stated));
        if (checked) return std::string{};
        for (const auto& [name, value] : checked.error().args)
            if (name == "document") return checked.error().code + " " + value;
        return checked.error().code;
    };
    const std::string old = "premises.standard.superseded 计投资〔1999〕2250号";
    EXPECT_EQ(outcome(OfficeLevel::central, "处级", "9"), old);
    EXPECT_EQ(outcome(OfficeLevel::county, "县级正职", "20"), old);
    EXPECT_EQ(outcome(OfficeLevel::county, "县级副职", "12"), old);
    EXPECT_EQ(outcome(OfficeLevel::county, "正科级", "9"), old);
    EXPECT_EQ(outcome(OfficeLevel::county, "副科级", "9"), old);
    EXPECT_EQ(outcome(OfficeLevel::county, "科级以下", "6"), old);
    EXPECT_EQ(outcome(OfficeLevel::county, "科级以下", "9"), "");
    EXPECT_EQ(outcome(OfficeLevel::county, "县级正职", "19.99"), "");
    EXPECT_EQ(outcome(OfficeLevel::county, "县级正职", "30"), "");
    EXPECT_EQ(outcome(OfficeLevel::county, "县级正职", "30.01").substr(0, 29), "premises.standard.above_limit");
    EXPECT_EQ(outcome(OfficeLevel::county, "处级", "9"), "premises.standard.rank_unknown");
    EXPECT_EQ(outcome(OfficeLevel::city, "市级副职", "20"), "");
}

TEST(SupersededStandard, ItsCoefficientsToo)
{
    const auto code = [](Storeys storeys, const char* stated) {
        const auto checked =
            check_stated(in_force(), superseded_standard(), storeys, base::Decimal::parse(stated).value());
        return checked ? "" : checked.error().code;
    };
    EXPECT_EQ(code(Storeys::multi_storey, "0.65"), "");
    EXPECT_EQ(code(Storeys::multi_storey, "0.70"), "");
    EXPECT_EQ(code(Storeys::multi_storey, "0.64"), "premises.standard.coefficient_below");
    EXPECT_EQ(code(Storeys::multi_storey, "0.6"), "premises.standard.coefficient_superseded");
    EXPECT_EQ(code(Storeys::high_rise, "0.60"), "");
    EXPECT_EQ(code(Storeys::high_rise, "0.57"), "premises.standard.coefficient_superseded");
    EXPECT_EQ(code(Storeys::multi_storey, "1"), "premises.standard.coefficient_below");
}

TEST(AreaStandardFile, IsInForceFromItsDay)
{
    const auto on = [](int year, unsigned month, unsigned day) {
        const auto found = area_standards_on(base::Date::of(year, month, day).value());
        return found ? found->id : found.error().code;
    };
    EXPECT_EQ(on(2014, 11, 24), "national-2014");
    EXPECT_EQ(on(2014, 11, 23), "premises.standard.none_in_force");
}

TEST(AreaStandardFile, IsReadStrictly)
{
    std::string whole;
    for (const ShippedFile& file : shipped_area_standards())
        if (file.name == "national-2014.json") whole = file.text;
    ASSERT_TRUE(parse_area_standards(whole, "x"));
    const auto code = [&](const std::string& from, const std::string& to) {
        std::string text = whole;
        const std::size_t at = text.find(from);
        EXPECT_NE(at, std::string::npos) << from;
        text.replace(at, from.size(), to);
        const auto parsed = parse_area_standards(text, "x");
        return parsed ? "" : parsed.error().code;
    };
    const std::string malformed = "premises.standard.malformed";
    EXPECT_EQ(code("\"id\": \"national-2014\",", ""), malformed);
    EXPECT_EQ(code("\"id\": ", "\"more\": \"x\", \"id\": "), malformed);
    EXPECT_EQ(code("\"54\"", "54"), malformed);
    EXPECT_EQ(code("\"54\", \"E\"]", "\"54\"]"), malformed);
    EXPECT_EQ(code("\"54\", \"E\"]", "\"54\", \"E\", \"E\"]"), malformed);
    EXPECT_EQ(code("\"central\"", "\"village\""), malformed);
    EXPECT_EQ(code("\"2014-11-24\"", "\"2014-11-31\""), malformed);
    EXPECT_EQ(code("{", "["), malformed);
    EXPECT_EQ(code("\"province\"", "\"central\""), "premises.standard.level_twice");
    EXPECT_EQ(code("部级副职", "部级正职"), "premises.standard.rank_twice");
    EXPECT_EQ(code("\"42\"", "\"54\""), "premises.standard.rank_order");
    EXPECT_EQ(code("\"from\": 1100", "\"from\": 1101"), "premises.standard.service_jumps");
    EXPECT_EQ(code("\"high\": \"7\"", "\"high\": \"7.01\""), "premises.standard.service_jumps");
    EXPECT_EQ(code("\"divisor\": 100", "\"divisor\": 0"), "premises.standard.service_jumps");
    EXPECT_EQ(code("\"0.65\"", "\"1\""), "premises.standard.share_impossible");
    EXPECT_EQ(code("\"0.65\"", "\"0.99\""), "");
}

}  // namespace
}  // namespace premises
