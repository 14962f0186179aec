// SPDX-License-Identifier: Apache-2.0
#include "geodata/plane.h"

#include <gtest/gtest.h>

#include "geodata/tests/built_files.h"

namespace geodata {
namespace {

Drawing triangle(const std::string& north, const std::string& east)
{
    Drawing drawing;
    DrawnShape shape;
    shape.place = "#1";
    const Coordinate x = read_coordinate(north).value();
    const Coordinate y = read_coordinate(east).value();
    const Coordinate step = coordinate_unit / 100;
    shape.polygons = {{{{x, y}, {x + step, y}, {x, y + step}}}};
    drawing.shapes = {shape};
    return drawing;
}

std::string found(const Drawing& drawing, int given = 0)
{
    const auto plane = find_plane(drawing, given);
    if (!plane) return plane.error().code;
    return std::string{plane->is_degrees         ? "degrees "
                       : plane->has_zone_in_east ? "zoned "
                                                 : "plain "} +
           std::to_string(plane->zone);
}

TEST(Coordinate, IsPlainDecimalText)
{
    EXPECT_EQ(read_coordinate("0"), 0);
    EXPECT_EQ(read_coordinate("-1.5"), -15'000'000'000);
    EXPECT_EQ(read_coordinate("39500123.4565"), 395'001'234'565'000'000);
    EXPECT_EQ(read_coordinate("99999999.99999999999"), 999'999'999'999'999'999);
    for (const char* const bad : {"", "-", ".", "1.", ".5", "1e5", "1E5", "NaN", "inf", "1,234", "+1", " 1", "1 ",
                                  "123456789", "30°36'", "1.2.3", "--1", "0x10", "１"})
        EXPECT_EQ(read_coordinate(bad), std::nullopt) << bad;
    EXPECT_EQ(read_coordinate(std::string(65, '1')), std::nullopt);
    EXPECT_EQ(to_text(395'001'234'565'000'000, 4), "39500123.4565");
    EXPECT_EQ(to_text(-5'000'000'000, 1), "-0.5");
    EXPECT_EQ(to_text(20'000'000'000, 0), "2");
}

TEST(Plane, IsFoundFromTheValues)
{
    EXPECT_EQ(found(triangle("3386000", "38500000")), "zoned 38");
    EXPECT_EQ(found(triangle("3386000", "500000"), 38), "plain 38");
    EXPECT_EQ(found(triangle("3386000", "500000")), "geodata.plane.zone_missing");
    EXPECT_EQ(found(triangle("30.6", "114.1")), "degrees 38");
    EXPECT_EQ(found(triangle("30.6", "114.1"), 39), "degrees 39");
    EXPECT_EQ(found(triangle("3386000", "25500000")), "zoned 25");
    EXPECT_EQ(found(triangle("3386000", "45500000")), "zoned 45");
}

TEST(Plane, ZonesOfDegreesMeetHalfWay)
{
    EXPECT_EQ(found(triangle("30", "115.4")), "degrees 38");
    EXPECT_EQ(found(triangle("30", "115.4999999999")), "degrees 38");
    EXPECT_EQ(found(triangle("30", "115.5")), "degrees 39");
}

TEST(Plane, SwappedAxesAreRefused)
{
    EXPECT_EQ(found(triangle("38500000", "3386000")), "geodata.point.swapped");
    EXPECT_EQ(found(triangle("500000", "3386000"), 38), "geodata.point.swapped");
    EXPECT_EQ(found(triangle("114.1", "30.6")), "geodata.point.swapped");
    Drawing late = triangle("3386000", "38500000");
    std::swap(late.shapes[0].polygons[0][0][2].north, late.shapes[0].polygons[0][0][2].east);
    const auto refused = find_plane(late, 0);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "geodata.point.swapped");
    EXPECT_EQ(testing::argument(refused.error(), "place"), "#1");
}

struct RangeCase {
    const char* name;
    const char* north;
    const char* east;
    const char* expected;
};
class PlaneRange : public ::testing::TestWithParam<RangeCase> {};
TEST_P(PlaneRange, HasItsEnds)
{
    EXPECT_EQ(found(triangle(GetParam().north, GetParam().east), 0), GetParam().expected);
}
INSTANTIATE_TEST_SUITE_P(
    Ends, PlaneRange,
    ::testing::Values(RangeCase{"South", "1900000", "38500000", "zoned 38"},
                      RangeCase{"BeyondSouth", "1899999.99", "38500000", "geodata.point.out_of_range"},
                      RangeCase{"North", "5999999.99", "38500000", "zoned 38"},
                      RangeCase{"BeyondNorth", "6000000", "38500000", "geodata.point.out_of_range"},
                      RangeCase{"West", "3386000", "38166000", "zoned 38"},
                      RangeCase{"BeyondWest", "3386000", "38165999.99", "geodata.point.out_of_range"},
                      RangeCase{"East", "3386000", "38833999.99", "zoned 38"},
                      RangeCase{"BeyondEast", "3386000", "38834000", "geodata.point.out_of_range"},
                      RangeCase{"Zone24", "3386000", "24500000", "geodata.plane.zone_unknown"},
                      RangeCase{"Zone46", "3386000", "46500000", "geodata.plane.zone_unknown"},
                      RangeCase{"SixDegrees", "3386000", "20500000", "geodata.plane.zone_unknown"},
                      RangeCase{"Negative", "-3386000", "38500000", "geodata.point.out_of_range"},
                      RangeCase{"OtherCountry", "48.8", "2.3", "geodata.point.out_of_range"}),
    [](const auto& test) { return test.param.name; });

TEST(Plane, WhatContradictsIsRefused)
{
    Drawing drawing = triangle("3386000", "38500000");
    EXPECT_EQ(found(drawing, 39), "geodata.plane.contradicts");
    drawing.plane = SaidPlane{false, true, 38};
    EXPECT_EQ(found(drawing), "zoned 38");
    drawing.plane = SaidPlane{false, true, 39};
    EXPECT_EQ(found(drawing), "geodata.plane.contradicts");
    drawing.plane = SaidPlane{false, false, 38};
    EXPECT_EQ(found(drawing), "geodata.plane.prefix_contradicts");
    drawing.plane = SaidPlane{true, false, 0};
    EXPECT_EQ(found(drawing), "geodata.plane.degrees_contradict");
    EXPECT_EQ(found(triangle("3386000", "500000"), 24), "geodata.plane.zone_unknown");
    EXPECT_EQ(found(triangle("3386000", "500000"), 46), "geodata.plane.zone_unknown");

    Drawing two = triangle("3386000", "38500000");
    two.shapes.push_back(triangle("3386000", "39500000").shapes[0]);
    EXPECT_EQ(found(two), "geodata.plane.mixed");
    two.shapes[1] = triangle("30.6", "114.1").shapes[0];
    EXPECT_EQ(found(two), "geodata.plane.mixed");
    EXPECT_EQ(found({}), "geodata.file.no_shapes");
}

TEST(Plane, IsNamedByEpsg)
{
    EXPECT_EQ(*plane_of_epsg("4547"), (SaidPlane{false, false, 38}));
    EXPECT_EQ(*plane_of_epsg("4526"), (SaidPlane{false, true, 38}));
    EXPECT_EQ(*plane_of_epsg("4513"), (SaidPlane{false, true, 25}));
    EXPECT_EQ(*plane_of_epsg("4533"), (SaidPlane{false, true, 45}));
    EXPECT_EQ(*plane_of_epsg("4534"), (SaidPlane{false, false, 25}));
    EXPECT_EQ(*plane_of_epsg("4554"), (SaidPlane{false, false, 45}));
    EXPECT_EQ(*plane_of_epsg("4490"), (SaidPlane{true, false, 0}));
    EXPECT_EQ(*plane_of_epsg("4326"), (SaidPlane{true, false, 0}));
    for (const char* const other : {"4512", "4555", "2437", "3857", "", "45 47", "9999999999999"})
        EXPECT_EQ(plane_of_epsg(other).error().code, "geodata.plane.unknown") << other;
}

std::string prj(const std::string& datum, const std::string& meridian, const std::string& easting)
{
    return R"(PROJCS["X",GEOGCS[")" + datum + R"(",DATUM["D",SPHEROID["S",6378137.0,298.257222101]]],)" +
           R"(PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",)" + easting + R"(],PARAMETER["Central_Meridian",)" +
           meridian + R"(],UNIT["Meter",1.0]])";
}

TEST(Plane, IsNamedByPrj)
{
    const std::string china = "GCS_China_Geodetic_Coordinate_System_2000";
    EXPECT_EQ(*plane_of_prj(prj(china, "114.0", "500000.0")), (SaidPlane{false, false, 38}));
    EXPECT_EQ(*plane_of_prj(prj(china, "114.0", "38500000.0")), (SaidPlane{false, true, 38}));
    EXPECT_EQ(*plane_of_prj(R"(GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000"]])"),
              (SaidPlane{true, false, 0}));
    const std::string refused[] = {prj("GCS_Xian_1980", "114.0", "500000.0"),
                                   prj(china, "114.0", "20500000.0"),
                                   prj(china, "114.5", "500000.0"),
                                   prj(china, "99999999", "500000.0"),
                                   prj(china, "72", "500000.0"),
                                   prj(china, "138", "500000.0"),
                                   prj(china, "x", "500000.0"),
                                   R"(GEOGCS["GCS_Xian_1980"])",
                                   "",
                                   std::string(70'000, 'x')};
    for (const std::string& text : refused) EXPECT_EQ(plane_of_prj(text).error().code, "geodata.plane.unknown");
}

TEST(Plane, RoundsToTheMillimetreOnceHalfUp)
{
    Drawing drawing;
    DrawnShape shape;
    const auto at = [](const char* north, const char* east) {
        return DrawnPoint{read_coordinate(north).value(), read_coordinate(east).value()};
    };
    shape.polygons = {
        {{at("3386000.0005", "38500000.00049999999999"), at("3386001", "38500000"), at("3386001", "38500000.0004"),
          at("3386001", "38500002"), at("3386000.0005", "38500000.0001")}}};
    drawing.shapes = {shape};
    const auto survey = to_survey(drawing, {false, true, 38});
    ASSERT_TRUE(survey) << survey.error().code;
    EXPECT_EQ(survey->epsg, 4547);
    EXPECT_EQ(survey->notes, std::vector<std::string>{"geodata.import.rounded"});
    // What is one point to the millimetre is one point, at the end too.
    const Ring expected{{3'386'000'001, 500'000'000}, {3'386'001'000, 500'000'000}, {3'386'001'000, 500'002'000}};
    EXPECT_EQ(survey->shapes.at(0).outline.at(0).outer, expected);
}

}  // namespace
}  // namespace geodata
