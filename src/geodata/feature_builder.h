// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "geodata/geojson.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>
#include "geodata/plane.h"

namespace geodata {

// Puts shapes together from what a reader of GeoJSON meets, in the file's order. Refuses as read_geojson says.
class FeatureBuilder {
public:
    FeatureBuilder(Lines lines, const SurveyLimits& limits) : lines_{lines}, limits_{limits} {}

    base::Result<void> begin();
    void type(std::string_view name) { type_ = name; }
    base::Result<void> property(std::string_view name, std::string_view value);
    base::Result<void> open(bool is_outermost);  // an array of coordinates
    base::Result<void> number(std::string_view text);
    base::Result<void> close();
    base::Result<void> end();

    base::Result<void> bad_coordinates() const;
    Drawing take();

private:
    struct Label {
        DrawnPoint at;
        std::string text;
    };

    base::ErrorArgs place() const { return {{"place", "#" + std::to_string(count_)}}; }
    base::Result<void> end_point();
    bool has_geometry_of_its_type() const;
    void keep_label();
    void label_shapes();

    Lines lines_;
    SurveyLimits limits_;
    Drawing drawing_;
    std::vector<Label> labels_;
    std::size_t count_ = 0;
    std::size_t points_ = 0;

    // of the feature at hand
    DrawnShape shape_;
    std::string type_;
    std::string text_;
    std::size_t depth_ = 0;        // of arrays now open
    std::size_t point_depth_ = 0;  // of those with numbers in them: 1 a Point, 2 a line, 3 a Polygon, 4 a MultiPolygon
    bool has_coordinates_ = false;
    std::vector<Coordinate> numbers_;
    DrawnRing ring_;
    DrawnPolygon polygon_;
};

}  // namespace geodata
