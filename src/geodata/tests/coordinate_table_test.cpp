// SPDX-License-Identifier: Apache-2.0
#include "geodata/coordinate_table.h"

#include <gtest/gtest.h>

#include "geodata/tests/built_files.h"

namespace geodata {
namespace {

base::Result<Drawing> read(const std::string& csv, const SurveyLimits& limits = {})
{
    TRY_ASSIGN(auto workbook, spreadsheet::Workbook::from_bytes(csv, "界址点.csv"));
    return read_coordinate_tables(workbook, limits);
}

// "code:points of each ring" of every shape.
std::string shapes_of(const std::string& csv)
{
    const auto drawing = read(csv);
    if (!drawing) return drawing.error().code;
    std::string text;
    for (const DrawnShape& shape : drawing->shapes) {
        text += (text.empty() ? "" : " ") + shape.code + ":";
        for (const DrawnRing& ring : shape.polygons.at(0))
            text += (&ring == &shape.polygons[0][0] ? "" : "+") + std::to_string(ring.size());
    }
    return text;
}

struct TableCase {
    const char* name;
    const char* csv;
    const char* expected;
};
class CoordinateTable : public ::testing::TestWithParam<TableCase> {};
TEST_P(CoordinateTable, IsRead)
{
    EXPECT_EQ(shapes_of(GetParam().csv), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Forms, CoordinateTable,
    ::testing::Values(
        TableCase{"PointsOnly", "点号,X,Y\nJ1,1,2\nJ2,3,4\nJ3,5,6\n", "界址点:3"},
        TableCase{"ClosingPointIsKept", "点号,X,Y\nJ1,1,2\nJ2,3,4\nJ3,5,6\nJ1,1,2\n", "界址点:4"},
        TableCase{"NumberIsThePoint", "编号,X,Y\n1,1,2\n2,3,4\n3,5,6\n", "界址点:3"},
        TableCase{"NumberIsTheParcel", "编号,X,Y\nA,1,2\nA,3,4\nA,5,6\nB,1,2\nB,3,4\nB,5,7\n", "A:3 B:3"},
        TableCase{"NumberBesidePoint", "编号,点号,X,Y\nA,J1,1,2\n,J2,3,4\n,J3,5,6\nB,J1,1,2\n,J2,3,4\n,J3,5,7\n",
                  "A:3 B:3"},
        TableCase{"CodeOnlyInTheFirstRow", "宗地代码,点号,X,Y\nA,1,1,2\n,2,3,4\n,3,5,6\nB,1,1,2\n,2,3,4\n,3,5,7\n",
                  "A:3 B:3"},
        TableCase{"TitleAndWordsAroundTheHeader",
                  "某地块界址点成果表,,\n点号,X坐标(m),Y坐标（米）\nJ1,1,2\nJ2,3,4\nJ3,5,6\n", "界址点:3"},
        TableCase{"SideLengthsBetweenPoints", "点号,X,Y,边长\nJ1,1,2,\n,,,5.5\nJ2,3,4,\n,,,6.5\nJ3,5,6,\n", "界址点:3"},
        TableCase{"AnEmptyRowBeginsTheNext", "点号,X,Y\n1,1,2\n2,3,4\n3,5,6\n,,\n1,1,2\n2,3,4\n3,5,7\n",
                  "界址点:3 界址点-2:3"},
        TableCase{"AHeaderBeginsTheNext", "点号,X,Y\n1,1,2\n2,3,4\n3,5,6\n点号,X,Y\n1,1,2\n2,3,4\n3,5,7\n",
                  "界址点:3 界址点-2:3"},
        TableCase{"AClosedRingBeginsTheNext", "点号,X,Y\n1,1,2\n2,3,4\n3,5,6\n1,1,2\n1,1,9\n2,3,4\n3,5,7\n",
                  "界址点:4 界址点-2:3"},
        TableCase{"RingsBehindTheFirstAreHoles",
                  "圈号,X,Y\n1,1,2\n1,3,4\n1,5,6\n2,1,2\n2,3,4\n2,5,7\n2,1,2\n3,1,2\n3,3,4\n3,5,8\n", "界址点:3+4+3"},
        TableCase{"TheFirstRingAgainBeginsTheNext",
                  "圈号,X,Y\n1,1,2\n1,3,4\n1,5,6\n2,1,2\n2,3,4\n2,5,7\n1,1,2\n1,3,4\n1,5,8\n", "界址点:3+3 界址点-2:3"},
        TableCase{"NorthAndEastInWords", "点号,纵坐标X,横坐标Y\nJ1,1,2\nJ2,3,4\nJ3,5,6\n", "界址点:3"},
        TableCase{"Degrees", "点号,纬度,经度\nJ1,1,2\nJ2,3,4\nJ3,5,6\n", "界址点:3"},
        TableCase{"TheParcelsCodeAgain", "宗地代码,X,Y\nA,1,2\nA,3,4\nA,5,6\nB,1,2\nB,3,4\nB,5,7\nA,1,9\n",
                  "geodata.table.code_twice"},
        TableCase{"MoreBehindAClosedRing", "宗地代码,X,Y\nA,1,2\nA,3,4\nA,5,6\nA,1,2\nA,7,7\n",
                  "geodata.table.ring_unclear"},
        TableCase{"TheClosingPointTwice", "宗地代码,X,Y\nA,1,2\nA,3,4\nA,5,6\nA,1,2\nA,1,2\n", "A:4"},
        TableCase{"NoHeader", "1,2,3\n4,5,6\n", "geodata.table.no_coordinates"},
        TableCase{"OnlyX", "点号,X\nJ1,1\n", "geodata.table.no_coordinates"},
        TableCase{"NotANumber", "点号,X,Y\nJ1,1,2\nJ2,3m,4\n", "geodata.point.not_a_number"},
        TableCase{"Exponent", "点号,X,Y\nJ1,1,2\nJ2,3e308,4\n", "geodata.point.not_a_number"},
        TableCase{"NoNumberAtAll", "点号,X,Y\nJ1,NaN,2\n", "geodata.point.not_a_number"},
        TableCase{"HalfAPoint", "点号,X,Y\nJ1,1,2\nJ2,3,\n", "geodata.point.incomplete"}),
    [](const auto& test) { return test.param.name; });

TEST(CoordinateTablePlace, IsTheCell)
{
    const auto refused = read("点号,X,Y\nJ1,1,2\nJ2,3,四\n");
    ASSERT_FALSE(refused);
    EXPECT_EQ(testing::argument(refused.error(), "place"), "界址点!C3");
    const auto incomplete = read("点号,X,Y\nJ1,,2\n");
    ASSERT_FALSE(incomplete);
    EXPECT_EQ(testing::argument(incomplete.error(), "place"), "界址点!B2");
    const auto drawing = read("点号,X,Y\nJ1,1,2\nJ2,3,4\n");
    ASSERT_TRUE(drawing);
    const DrawnShape& shape = drawing->shapes.at(0);
    EXPECT_EQ(place_of(shape, shape.polygons[0][0][1]), "界址点!B3");
}

TEST(CoordinateTableLimits, AreKeptAtTheirEnds)
{
    SurveyLimits limits;
    limits.points = 3;
    EXPECT_TRUE(read("点号,X,Y\nJ1,1,2\nJ2,3,4\nJ3,5,6\n", limits));
    EXPECT_EQ(read("点号,X,Y\nJ1,1,2\nJ2,3,4\nJ3,5,6\nJ4,7,8\n", limits).error().code, "geodata.file.too_many_points");
    limits = {};
    limits.shapes = 1;
    EXPECT_TRUE(read("编号,X,Y\nA,1,2\nA,3,4\n", limits));
    EXPECT_EQ(read("编号,X,Y\nA,1,2\nA,3,4\nB,5,6\n", limits).error().code, "geodata.file.too_many_shapes");
}

}  // namespace
}  // namespace geodata
