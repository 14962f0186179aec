// SPDX-License-Identifier: Apache-2.0
#include "geodata/read_survey.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <memory>
#include <set>

#include "geodata/area.h"
#include "geodata/ogr_drivers.h"
#include "geodata/shapefile.h"
#include "geodata/tests/built_files.h"

namespace geodata {
namespace {

using testing::Corners;
using testing::refusal_of;
using testing::square;

// The square of 100 m that every form of file says.
void expect_square(const base::Result<Survey>& survey, const std::string& code)
{
    ASSERT_TRUE(survey) << survey.error().code;
    EXPECT_EQ(survey->epsg, 4547);
    ASSERT_EQ(survey->shapes.size(), 1u);
    EXPECT_EQ(survey->shapes[0].code, code);
    ASSERT_EQ(survey->shapes[0].outline.size(), 1u);
    EXPECT_EQ(survey->shapes[0].outline[0].outer.size(), 4u);
    EXPECT_EQ(survey->shapes[0].outline[0].outer[0], (Point{3'386'000'000, 500'000'000}));
    EXPECT_EQ(area_dm2(survey->shapes[0].outline).value(), 1'000'000);
}

TEST(ReadSurvey, OneSquareInEveryForm)
{
    const std::string rows = "3386000,38500000\nA,3386100,38500000\nA,3386100,38500100\nA,3386000,38500100\n";
    expect_square(read_survey_bytes("宗地代码,X,Y\nA," + rows, "界址点.csv", 0), "A");
    expect_square(read_survey_bytes(testing::built_geojson(testing::square_text()), "a.geojson", 0), "P1");
    expect_square(read_survey_bytes(testing::built_geojson(testing::square_text(38'500'000), "4526"), "a.json", 0),
                  "P1");
    const testing::BuiltShapefile file{5, {{square()}}, {"宗-1"}};
    expect_square(read_survey_bytes(file.zip(), "a.zip", 38), "宗-1");
    expect_square(read_survey_bytes(testing::built_dxf(square()), "a.dxf", 38), "");
}

TEST(ReadSurvey, LettersOfAShapefileAreWhatTheyAre)
{
    const std::string gbk = "\xD7\xDA-1";  // 宗-1
    testing::BuiltShapefile file{5, {{square()}}, {gbk}};
    expect_square(read_survey_bytes(file.zip(), "a.zip", 38), "宗-1");
    auto parts = file.parts();
    parts["land.cpg"] = "GBK\r\n";
    expect_square(read_survey_bytes(testing::zipped(parts), "a.zip", 38), "宗-1");
}

TEST(ReadSurvey, AShapefileIsNamedByItsPrj)
{
    auto parts = testing::BuiltShapefile{5, {{square()}}}.parts();
    parts["land.PRJ"] = R"(PROJCS["CGCS2000_3_Degree_GK_CM_114E",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000"],)"
                        R"(PARAMETER["False_Easting",500000.0],PARAMETER["Central_Meridian",114.0]])";
    expect_square(read_survey_bytes(testing::zipped(parts), "a.zip", 0), "P1");
    EXPECT_EQ(refusal_of(testing::zipped(parts), "a.zip", 39), "geodata.plane.contradicts");
    parts["land.PRJ"] = R"(PROJCS["Xian_1980_3_Degree_GK_CM_114E",GEOGCS["GCS_Xian_1980"]])";
    EXPECT_EQ(refusal_of(testing::zipped(parts), "a.zip", 38), "geodata.plane.unknown");
}

TEST(ReadSurvey, ManyShapesKeepTheirHolesAndOrder)
{
    testing::BuiltShapefile file;
    const Corners hole{{500'010, 3'386'010}, {500'020, 3'386'010}, {500'020, 3'386'020}, {500'010, 3'386'010}};
    file.shapes = {{square(), hole}, {square(501'000)}, {square(502'000), square(503'000)}};
    const auto survey = read_survey_bytes(file.zip(), "a.zip", 38);
    ASSERT_TRUE(survey) << survey.error().code;
    ASSERT_EQ(survey->shapes.size(), 3u);
    EXPECT_EQ(survey->shapes[0].outline.at(0).holes.size(), 1u);
    EXPECT_EQ(area_dm2(survey->shapes[0].outline).value(), 995'000);
    EXPECT_EQ(survey->shapes[1].code, "P2");
    EXPECT_EQ(survey->shapes[2].outline.size(), 2u);
    EXPECT_EQ(survey->shapes[2].place, "#3");
}

// Degrees of a corner near Wuhan; PROJ's answer, printed beforehand with nine decimals, is the expectation.
TEST(ReadSurvey, DegreesGoToThePlaneOfTheirZone)
{
    const std::string ring = "[[[114.1,30.6],[114.101,30.6],[114.101,30.601],[114.1,30.6]]]";
    for (const char* const crs : {"4490", "4326", ""}) {
        const auto survey = read_survey_bytes(testing::built_geojson(ring, crs), "a.geojson", 0);
        ASSERT_TRUE(survey) << survey.error().code;
        EXPECT_EQ(survey->epsg, 4547);
        EXPECT_EQ(survey->shapes.at(0).code, "P1");
        const Ring& outer = survey->shapes.at(0).outline.at(0).outer;
        ASSERT_EQ(outer.size(), 3u);
        EXPECT_EQ(outer[0], (Point{3'386'632'169, 509'590'060}));
        EXPECT_EQ(outer[1], (Point{3'386'632'255, 509'685'961}));
        EXPECT_EQ(outer[2], (Point{3'386'743'118, 509'685'861}));
    }
    const std::string rows = "点号,纬度,经度\n1,30.6,114.1\n2,30.6,114.101\n3,30.601,114.101\n";
    const auto table = read_survey_bytes(rows, "度.csv", 0);
    ASSERT_TRUE(table) << table.error().code;
    EXPECT_EQ(table->shapes.at(0).outline.at(0).outer.at(0), (Point{3'386'632'169, 509'590'060}));
    const auto other_zone = read_survey_bytes(rows, "度.csv", 39);
    ASSERT_TRUE(other_zone) << other_zone.error().code;
    EXPECT_EQ(other_zone->epsg, 4548);
}

TEST(ReadSurvey, AZoneAndAPersonHaveToAgree)
{
    const std::string plain = testing::built_geojson(testing::square_text(), "");
    EXPECT_EQ(refusal_of(plain, "a.geojson"), "geodata.plane.zone_missing");
    EXPECT_EQ(refusal_of(plain, "a.geojson", 38), "");
    EXPECT_EQ(refusal_of(testing::built_geojson(testing::square_text()), "a.geojson", 39), "geodata.plane.contradicts");
}

TEST(ReadSurvey, EveryRefusalNamesTheFile)
{
    const auto refused = read_survey_bytes("x", "/somewhere/a.tif", 0);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "geodata.file.unknown_kind");
    EXPECT_EQ(testing::argument(refused.error(), "file"), "a.tif");
    const auto missing = read_survey("/nowhere/a.dxf", 0);
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, "geodata.file.not_readable");
    EXPECT_EQ(testing::argument(missing.error(), "file"), "a.dxf");
    EXPECT_EQ(read_survey("/nowhere/a.csv", 0).error().code, "spreadsheet.file.not_found");
}

TEST(ReadSurvey, ACodeComesOnce)
{
    testing::BuiltShapefile file{5, {{square()}, {square(501'000)}}, {"A", "B"}};
    EXPECT_EQ(refusal_of(file.zip(), "a.zip", 38), "");
    file.codes = {"A", "A"};
    EXPECT_EQ(refusal_of(file.zip(), "a.zip", 38), "geodata.file.code_twice");
}

TEST(ReadSurvey, InvalidOutlinesOfAFileAreRefusedWithTheirPlace)
{
    Corners bow = square();
    std::swap(bow[1], bow[2]);
    testing::BuiltShapefile file{5, {{square()}, {bow}}};
    const auto refused = read_survey_bytes(file.zip(), "a.zip", 38);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "geodata.shape.self_intersection");
    EXPECT_EQ(testing::argument(refused.error(), "place"), "#2");
}

TEST(Dxf, ItsTextsNameItsShapesAndArcsAreRefused)
{
    const std::string text = "  0\nTEXT\n  8\n注记\n 10\n500050.0\n 20\n3386050.0\n 40\n1.0\n  1\nA-7\n";
    const auto survey = read_survey_bytes(testing::built_dxf(square(), text), "a.dxf", 38);
    expect_square(survey, "A-7");
    const std::string arc = "  0\nLWPOLYLINE\n  8\n0\n 90\n2\n 70\n1\n 10\n1\n 20\n1\n 42\n0.5\n 10\n2\n 20\n2\n";
    EXPECT_EQ(refusal_of(testing::built_dxf(square(), arc), "a.dxf", 38), "geodata.dxf.curved");
    std::string straight = arc;
    straight.replace(straight.find("0.5"), 3, "0.0");
    EXPECT_NE(refusal_of(testing::built_dxf(square(), straight), "a.dxf", 38), "geodata.dxf.curved");
}

// Asked of the program itself: a driver that a later GDAL brings shows here.
TEST(Ogr, HasThreeDriversLeft)
{
    const std::string command =
        std::string{"GDAL_DRIVER_PATH=disable GDAL_SKIP='"} + skipped_drivers + "' /usr/bin/ogr2ogr --formats";
    const std::unique_ptr<FILE, int (*)(FILE*)> answer{::popen(command.c_str(), "r"), ::pclose};
    std::set<std::string> drivers;
    std::array<char, 500> line{};
    while (std::fgets(line.data(), line.size(), answer.get())) {
        const std::string text{line.data()};
        if (text.starts_with("  ")) drivers.insert(text.substr(2, text.find(" -") - 2));
    }
    EXPECT_EQ(drivers, (std::set<std::string>{"DXF", "ESRI Shapefile", "GeoJSON"}));
}

}  // namespace
}  // namespace geodata
