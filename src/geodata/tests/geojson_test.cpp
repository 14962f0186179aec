// SPDX-License-Identifier: Apache-2.0
#include "geodata/geojson.h"

#include <gtest/gtest.h>

#include "geodata/tests/built_files.h"

namespace geodata {
namespace {

using testing::built_geojson;

std::string refused(const std::string& bytes, const SurveyLimits& limits = {}, Lines lines = Lines::refused)
{
    const auto drawing = read_geojson(bytes, lines, limits);
    return drawing ? "" : drawing.error().code;
}

TEST(Geojson, IsReadDigitByDigit)
{
    const auto drawing = read_geojson(
        "\xEF\xBB\xBF" + built_geojson("[[[1,2],[3.0000000001,-4.5,7],[5,6,7,8]],[[0,0],[0,1],[1,1],[0,0]]]") + " \n",
        Lines::refused, {});
    ASSERT_TRUE(drawing) << drawing.error().code;
    ASSERT_EQ(drawing->shapes.size(), 1u);
    const DrawnShape& shape = drawing->shapes[0];
    EXPECT_EQ(shape.code, "P1");
    EXPECT_EQ(shape.name, "甲");
    EXPECT_EQ(shape.place, "#1");
    EXPECT_EQ(drawing->plane, (SaidPlane{false, false, 38}));
    ASSERT_EQ(shape.polygons.size(), 1u);
    ASSERT_EQ(shape.polygons[0].size(), 2u);
    EXPECT_TRUE(shape.polygons[0][0][1].is_at({-45'000'000'000, 30'000'000'001}));
    EXPECT_EQ(shape.polygons[0][1].size(), 4u);
}

TEST(Geojson, MembersComeInAnyOrder)
{
    const std::string text =
        R"({"features":[{"geometry":{"coordinates":[[[[1,2],[3,4],[5,6]]],[[[1,2],[3,4],[5,7]],[[1,1],)"
        R"([2,2],[3,1]]]],"type":"MultiPolygon"},"properties":{"a":{"b":[1,{"coordinates":[[9]]}]},)"
        R"("BDCDYH":12},"type":"Feature"}],"x":[1,[2]],"type":"FeatureCollection"})";
    const auto drawing = read_geojson(text, Lines::refused, {});
    ASSERT_TRUE(drawing) << drawing.error().code;
    EXPECT_EQ(drawing->plane, std::nullopt);
    EXPECT_EQ(drawing->shapes.at(0).code, "12");
    ASSERT_EQ(drawing->shapes.at(0).polygons.size(), 2u);
    EXPECT_EQ(drawing->shapes.at(0).polygons[1].size(), 2u);
}

TEST(Geojson, WhatIsNoCollectionOfAreasIsRefused)
{
    const std::string ring = "[[[1,2],[3,4],[5,6]]]";
    EXPECT_EQ(refused(built_geojson(ring)), "");
    EXPECT_EQ(refused(built_geojson("[1,2]", "4547", "Point")), "geodata.feature.no_area");
    EXPECT_EQ(refused(built_geojson("[[1,2],[3,4]]", "4547", "LineString")), "geodata.feature.no_area");
    EXPECT_EQ(refused(R"({"type":"FeatureCollection","features":[{"type":"Feature","geometry":null}]})"),
              "geodata.feature.no_area");
    EXPECT_EQ(refused(built_geojson(ring, "2437")), "geodata.plane.unknown");
    for (const char* const text : {"[]", "1", "\"x\"", "null", "{}", R"({"type":"FeatureCollection"})",
                                   R"({"features":[]})", R"({"type":"Feature","geometry":null})"})
        EXPECT_EQ(refused(text).substr(0, 13), std::string{text} == "null" ? "" : "geodata.json.") << text;
    EXPECT_EQ(refused(R"({"type":"FeatureCollection","features":[]})"), "");
}

TEST(Geojson, BadJsonIsRefused)
{
    const std::string whole = built_geojson("[[[1,2],[3,4],[5,6]]]");
    for (std::size_t length = 1; length < whole.size(); length += 3)
        EXPECT_EQ(refused(whole.substr(0, length)), "geodata.json.bad") << length;
    EXPECT_EQ(refused(whole + "x"), "geodata.json.bad");
    EXPECT_EQ(refused(built_geojson("[[[NaN,2],[3,4],[5,6]]]")), "geodata.json.bad");
    EXPECT_EQ(refused(built_geojson("[[[1,2],[3,4],[5,Infinity]]]")), "geodata.json.bad");
    EXPECT_EQ(refused(std::string(20, '[')), "geodata.json.not_a_collection");
    EXPECT_EQ(refused(R"({"a":)" + std::string(15, '[') + std::string(15, ']') + "}"), "geodata.json.not_a_collection");
    EXPECT_EQ(refused(R"({"a":)" + std::string(16, '[') + std::string(16, ']') + "}"), "geodata.json.too_deep");
    EXPECT_EQ(refused(R"({"a":)" + std::string(1'000'000, '[')), "geodata.json.too_deep");
}

TEST(Geojson, NumbersThatAreNoCoordinatesAreRefused)
{
    for (const char* const number : {"1e308", "1E5", "-1e-7", "123456789", "1e400"})
        EXPECT_EQ(refused(built_geojson("[[[" + std::string{number} + ",2],[3,4],[5,6]]]")),
                  "geodata.point.not_a_number")
            << number;
}

TEST(Geojson, CoordinatesOfAnotherShapeAreRefused)
{
    for (const char* const coordinates :
         {"[[1,2],[3,4],[5,6]]", "[[[[1,2],[3,4],[5,6]]]]", "[[[1],[3,4],[5,6]]]", "[[[1,2],[3,4],[[5,6]]]]",
          "[[[1,2],3,[5,6]]]", "[]", "[[]]", "[[[]]]", "[[[1,2],[3,4],[5,6]],[]]", "[[[1,2,3,4,5],[3,4],[5,6]]]",
          "[[[1,[2]],[3,4]]]", "[[[1,\"2\"],[3,4],[5,6]]]", "[[[1,null],[3,4],[5,6]]]", "[[[true,2],[3,4],[5,6]]]",
          "[[[1,2],[3,4],[5,6]]],\"coordinates\":[[[1,2],[3,4],[5,6]]]"})
        EXPECT_EQ(refused(built_geojson(coordinates)), "geodata.feature.bad_coordinates") << coordinates;
}

TEST(Geojson, LimitsHaveTheirEnds)
{
    SurveyLimits limits;
    limits.points = 3;
    EXPECT_EQ(refused(built_geojson("[[[1,2],[3,4],[5,6]]]"), limits), "");
    EXPECT_EQ(refused(built_geojson("[[[1,2],[3,4],[5,6],[1,2]]]"), limits), "geodata.file.too_many_points");
    limits = {};
    limits.shapes = 0;
    EXPECT_EQ(refused(built_geojson("[[[1,2],[3,4],[5,6]]]"), limits), "geodata.file.too_many_shapes");
    std::string named = built_geojson("[[[1,2],[3,4],[5,6]]]");
    named.replace(named.find("P1"), 2, std::string(200, 'P'));
    EXPECT_EQ(refused(named), "");
    named.insert(named.find("PP"), "P");
    EXPECT_EQ(refused(named), "geodata.feature.text_too_long");
}

TEST(Geojson, OfADrawingGivesClosedLinesAndTheirTexts)
{
    const auto feature = [](const std::string& type, const std::string& coordinates, const std::string& properties) {
        return R"({"type":"Feature","properties":{)" + properties + R"(},"geometry":{"type":")" + type +
               R"(","coordinates":)" + coordinates + "}}";
    };
    const std::string box = "[[0,0],[0,10],[10,10],[10,0],[0,0]]";
    const std::string far = "[[20,0],[20,10],[30,10],[30,0],[20,0]]";
    const std::string text =
        R"({"type":"FeatureCollection","features":[)" + feature("LineString", box, R"("Layer":"宗地")") + "," +
        feature("LineString", "[[0,0],[0,10],[10,10]]", R"("Layer":"边")") + "," +
        feature("Polygon", "[" + box + "]", R"("Layer":"填充")") + "," +
        feature("LineString", far, R"("Layer":"宗地")") + "," + feature("Point", "[5,5]", R"("Text":"A-1")") + "," +
        feature("Point", "[25,5]", R"("Text":"B-1")") + "," + feature("Point", "[26,5]", R"("Text":"砖3")") + "," +
        feature("Point", "[50,5]", R"("Text":"C-1")") + "]}";
    const auto drawing = read_geojson(text, Lines::closed_are_areas, {});
    ASSERT_TRUE(drawing) << drawing.error().code;
    ASSERT_EQ(drawing->shapes.size(), 2u);
    EXPECT_EQ(drawing->shapes[0].code, "A-1");
    EXPECT_EQ(drawing->shapes[0].name, "宗地");
    EXPECT_EQ(drawing->shapes[1].code, "");  // two texts: neither is certain
}

TEST(Geojson, WrittenIsReadAgain)
{
    const auto once = read_geojson(
        built_geojson("[[[114.1,30.6],[114.2,30.6],[114.2,30.7]],[[1,2],[3,4],[5,6]]]", "4490"), Lines::refused, {});
    ASSERT_TRUE(once);
    const auto again = read_geojson(write_geojson(*once), Lines::refused, {});
    ASSERT_TRUE(again) << again.error().code;
    ASSERT_EQ(again->shapes.size(), 1u);
    for (std::size_t ring = 0; ring < 2; ++ring) {
        const DrawnRing& before = once->shapes[0].polygons[0][ring];
        const DrawnRing& after = again->shapes[0].polygons[0][ring];
        ASSERT_EQ(after.size(), before.size() + 1);  // closed
        for (std::size_t at = 0; at < before.size(); ++at) EXPECT_TRUE(after[at].is_at(before[at]));
    }
}

}  // namespace
}  // namespace geodata
