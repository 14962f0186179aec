// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace geodata {

// A point on the plane of a survey in whole millimetres. X is north and Y is east, as survey tables in China and the
// EPSG register have it; the east value carries no zone number. North comes first everywhere, so that nobody has to
// ask.
struct Point {
    std::int64_t north_mm = 0;
    std::int64_t east_mm = 0;

    friend bool operator==(const Point&, const Point&) = default;
};

// Its first point is not repeated at the end.
using Ring = std::vector<Point>;

struct Polygon {
    Ring outer = {};
    std::vector<Ring> holes = {};

    friend bool operator==(const Polygon&, const Polygon&) = default;
};

// More than one polygon where a road divides a parcel.
using Outline = std::vector<Polygon>;

// One parcel or building of a survey file.
struct Shape {
    std::string code = {};  // what the file calls it; may be empty
    std::string name = {};
    Outline outline = {};
    std::string place = {};  // where in the file it begins: 界址点!A7, or the number of a feature

    friend bool operator==(const Shape&, const Shape&) = default;
};

// What a survey file says. `epsg` is the 3° zone of CGCS2000 without a zone number in the east value, 4534 to 4554 for
// the zones 25 to 45, whatever the file used: outlines of two files in one zone lie on one plane.
struct Survey {
    int epsg = 0;
    std::vector<Shape> shapes = {};
    // Codes of things worth telling that stop nothing: geodata.import.rounded, spreadsheet.convert.files_left …
    std::vector<std::string> notes = {};
};

}  // namespace geodata
