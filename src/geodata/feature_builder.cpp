// SPDX-License-Identifier: Apache-2.0
#include "geodata/feature_builder.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/rounding.h"
#include "chinese/letters.h"
#include "geodata/table_columns.h"

namespace geodata {

using base::ErrorKind;
using base::fail;

namespace {

constexpr std::size_t longest_value = 200;
constexpr std::size_t most_numbers = 4;  // east, north, height, measure

// Exact; a point on the edge may count either way, a label there belongs to nobody for certain.
bool is_inside(const DrawnRing& ring, const DrawnPoint& point)
{
    bool is_in = false;
    for (std::size_t at = 0, before = ring.size() - 1; at < ring.size(); before = at++) {
        const DrawnPoint& a = ring[at];
        const DrawnPoint& b = ring[before];
        if ((a.north > point.north) == (b.north > point.north)) continue;
        const base::int128 left = base::int128{point.east - a.east} * (b.north - a.north);
        const base::int128 right = base::int128{b.east - a.east} * (point.north - a.north);
        if (b.north > a.north ? left < right : left > right) is_in = !is_in;
    }
    return is_in;
}

}  // namespace

base::Result<void> FeatureBuilder::begin()
{
    ++count_;
    shape_ = {};
    shape_.place = "#" + std::to_string(count_);
    type_.clear();
    text_.clear();
    depth_ = point_depth_ = 0;
    has_coordinates_ = false;
    numbers_.clear();
    ring_.clear();
    polygon_.clear();
    return {};
}

base::Result<void> FeatureBuilder::property(std::string_view name, std::string_view value)
{
    std::string* const wanted = is_code_name(name)                                     ? &shape_.code
                                : is_name_name(name)                                   ? &shape_.name
                                : lines_ == Lines::closed_are_areas && name == "Text"  ? &text_
                                : lines_ == Lines::closed_are_areas && name == "Layer" ? &shape_.name
                                                                                       : nullptr;
    if (!wanted || !wanted->empty()) return {};
    if (value.size() > longest_value) return fail(ErrorKind::invalid, "geodata.feature.text_too_long", place());
    *wanted = chinese::trimmed(value);
    return {};
}

base::Result<void> FeatureBuilder::open(bool is_outermost)
{
    if (is_outermost && has_coordinates_) return bad_coordinates();
    has_coordinates_ = true;
    ++depth_;
    if (!numbers_.empty()) return bad_coordinates();
    return {};
}

base::Result<void> FeatureBuilder::number(std::string_view text)
{
    if (point_depth_ == 0) point_depth_ = depth_;
    if (point_depth_ != depth_ || numbers_.size() == most_numbers) return bad_coordinates();
    if (numbers_.size() >= 2) {
        numbers_.push_back(0);
        return {};
    }
    const auto value = read_coordinate(text);
    if (!value) {
        base::ErrorArgs args = place();
        args.emplace_back("text", text.substr(0, 40));
        return fail(ErrorKind::invalid, "geodata.point.not_a_number", std::move(args));
    }
    numbers_.push_back(*value);
    return {};
}

base::Result<void> FeatureBuilder::end_point()
{
    if (numbers_.size() < 2) return bad_coordinates();
    if (++points_ > limits_.points) return fail(ErrorKind::invalid, "geodata.file.too_many_points");
    ring_.push_back({numbers_[1], numbers_[0]});
    numbers_.clear();
    return {};
}

base::Result<void> FeatureBuilder::close()
{
    const std::size_t depth = depth_--;
    if (point_depth_ == 0) return {};
    if (depth == point_depth_) return end_point();
    if (depth + 1 == point_depth_) {
        if (ring_.empty()) return bad_coordinates();
        polygon_.push_back(std::move(ring_));
        ring_.clear();
    } else if (depth + 2 == point_depth_) {
        if (polygon_.empty()) return bad_coordinates();
        shape_.polygons.push_back(std::move(polygon_));
        polygon_.clear();
    }
    return {};
}

bool FeatureBuilder::has_geometry_of_its_type() const
{
    if (type_ == "Polygon") return point_depth_ == 3;
    if (type_ == "MultiPolygon") return point_depth_ == 4;
    return type_ == "LineString" && point_depth_ == 2;
}

base::Result<void> FeatureBuilder::end()
{
    const bool is_area = type_ == "Polygon" || type_ == "MultiPolygon";
    if (lines_ == Lines::closed_are_areas) {
        keep_label();
        const bool is_closed = type_ == "LineString" && polygon_.size() == 1 && polygon_.front().size() > 3 &&
                               polygon_.front().front().is_at(polygon_.front().back());
        if (!is_closed) return {};  // a hatch, too, repeats the line around it
        shape_.polygons.push_back(std::move(polygon_));
    } else if (!is_area) {
        return fail(ErrorKind::invalid, "geodata.feature.no_area", place());
    }
    if (!has_geometry_of_its_type() || shape_.polygons.empty()) return bad_coordinates();
    if (drawing_.shapes.size() >= limits_.shapes) return fail(ErrorKind::invalid, "geodata.file.too_many_shapes");
    drawing_.shapes.push_back(std::move(shape_));
    return {};
}

base::Result<void> FeatureBuilder::bad_coordinates() const
{
    return fail(ErrorKind::invalid, "geodata.feature.bad_coordinates", place());
}

void FeatureBuilder::keep_label()
{
    if (type_ == "Point" && !text_.empty() && ring_.size() == 1) labels_.push_back({ring_.front(), text_});
}

void FeatureBuilder::label_shapes()
{
    for (DrawnShape& shape : drawing_.shapes) {
        std::size_t inside = 0;
        std::string text;
        for (const Label& label : labels_) {
            if (!is_inside(shape.polygons.front().front(), label.at)) continue;
            ++inside;
            text = label.text;
        }
        if (inside == 1 && shape.code.empty()) shape.code = text;
    }
}

Drawing FeatureBuilder::take()
{
    // Every label is held against every outline: more than this is a plan, not a survey of parcels.
    constexpr std::size_t most_comparisons = 50'000'000;
    if (labels_.size() * points_ <= most_comparisons) label_shapes();
    return std::move(drawing_);
}

}  // namespace geodata
