// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace geodata {

// One coordinate as a file has it, metres or degrees, in units of 10⁻¹⁰: enough to round metres and degrees to the
// millimetre afterwards. Digits behind the tenth are cut off, which cannot change what is rounded half up to fewer.
using Coordinate = std::int64_t;
inline constexpr Coordinate coordinate_unit = 10'000'000'000;

// Plain decimal text of at most eight digits before the point. None for anything else: an exponent, NaN, a grouped
// number, degrees with minutes.
std::optional<Coordinate> read_coordinate(std::string_view text);
std::string to_text(Coordinate coordinate, int decimals);  // digits behind `decimals` are cut off

// A point as a file has it; which of the two is north is what the file claims.
struct DrawnPoint {
    Coordinate north = 0;
    Coordinate east = 0;
    std::uint32_t row = 0;  // of a table

    bool is_at(const DrawnPoint& other) const { return north == other.north && east == other.east; }
};

using DrawnRing = std::vector<DrawnPoint>;
using DrawnPolygon = std::vector<DrawnRing>;  // the outer ring, then its holes

struct DrawnShape {
    std::string code = {};
    std::string name = {};
    std::vector<DrawnPolygon> polygons = {};
    std::string place = {};  // where it begins
    std::string sheet = {};  // of a table
    std::uint32_t column = 0;
};

// Where a person finds the point: its cell in a table (界址点!C7), otherwise its shape.
std::string place_of(const DrawnShape& shape, const DrawnPoint& point);

// What a file says of the plane its coordinates lie on.
struct SaidPlane {
    bool is_degrees = false;
    bool has_zone_in_east = false;  // 38500000 for 500000
    int zone = 0;                   // 0 where nothing is said

    friend bool operator==(const SaidPlane&, const SaidPlane&) = default;
};

// A file that was read and whose coordinates mean nothing yet.
struct Drawing {
    std::optional<SaidPlane> plane = std::nullopt;
    std::vector<DrawnShape> shapes = {};
    std::vector<std::string> notes = {};
};

// What a file may cost before it is refused.
struct SurveyLimits {
    std::uint64_t file_bytes = 50ULL << 20;
    std::size_t points = 200'000;
    std::size_t shapes = 20'000;
    std::uint64_t converter_memory_bytes = 512ULL << 20;
    std::uint64_t converted_bytes = 100ULL << 20;
    int convert_seconds = 30;
};

}  // namespace geodata
