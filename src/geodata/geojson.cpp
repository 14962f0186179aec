// SPDX-License-Identifier: Apache-2.0
// Numbers are taken as the digits that the file has: Boost.JSON hands them over beside what it makes of them.
#include "geodata/geojson.h"

#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <boost/json/basic_parser_impl.hpp>

#include "geodata/feature_builder.h"

namespace geodata {

using base::ErrorKind;
using base::fail;

namespace {

namespace json = boost::json;

constexpr std::size_t deepest = 16;  // a MultiPolygon's number is eight deep
constexpr std::size_t longest_text = 1 << 20;

// What the container at hand is.
enum class Where { root, features, feature, properties, geometry, coordinates, crs, crs_properties, other };

class GeojsonHandler {
public:
    static constexpr std::size_t max_object_size = 1'000'000;
    static constexpr std::size_t max_array_size = 10'000'000;
    static constexpr std::size_t max_key_size = 4'096;
    static constexpr std::size_t max_string_size = longest_text;

    GeojsonHandler(Lines lines, const SurveyLimits& limits) : features_{lines, limits} {}

    bool on_document_begin(json::error_code&) { return true; }
    bool on_document_end(json::error_code&) { return true; }
    bool on_object_begin(json::error_code& ec)
    {
        const Where where = object_in();
        if (where == Where::feature && !check(features_.begin(), ec)) return false;
        stack_.push_back(where);
        return true;
    }
    bool on_object_end(std::size_t, json::error_code& ec)
    {
        const Where where = leave();
        if (where == Where::feature) return check(features_.end(), ec);
        return where != Where::root || check(finish(), ec);
    }
    bool on_array_begin(json::error_code& ec)
    {
        if (stack_.empty()) return check(fail(ErrorKind::invalid, "geodata.json.not_a_collection"), ec);
        const Where where = stack_.back();
        const bool goes_on = where == Where::coordinates;
        const bool begins = where == Where::geometry && key_ == "coordinates";
        if (begins || goes_on) {
            if (!check(features_.open(begins), ec)) return false;
            stack_.push_back(Where::coordinates);
        } else {
            has_features_ = has_features_ || (where == Where::root && key_ == "features");
            stack_.push_back(where == Where::root && key_ == "features" ? Where::features : Where::other);
        }
        return true;
    }
    bool on_array_end(std::size_t, json::error_code& ec)
    {
        return leave() != Where::coordinates || check(features_.close(), ec);
    }
    bool on_key_part(json::string_view part, std::size_t, json::error_code&)
    {
        text_ += part;
        return true;
    }
    bool on_key(json::string_view part, std::size_t, json::error_code&)
    {
        text_ += part;
        key_ = std::move(text_);
        text_.clear();
        return true;
    }
    bool on_string_part(json::string_view part, std::size_t, json::error_code&)
    {
        text_ += part;
        return true;
    }
    bool on_string(json::string_view part, std::size_t, json::error_code& ec)
    {
        text_ += part;
        const bool is_taken = scalar(text_, ec);
        text_.clear();
        return is_taken;
    }
    bool on_number_part(json::string_view part, json::error_code&)
    {
        text_ += part;
        return true;
    }
    bool on_int64(std::int64_t, json::string_view part, json::error_code& ec) { return number(part, ec); }
    bool on_uint64(std::uint64_t, json::string_view part, json::error_code& ec) { return number(part, ec); }
    bool on_double(auto, json::string_view part, json::error_code& ec) { return number(part, ec); }
    bool on_bool(bool, json::error_code& ec) { return other_value(ec); }
    bool on_null(json::error_code& ec) { return other_value(ec); }
    bool on_comment_part(json::string_view, json::error_code&) { return true; }
    bool on_comment(json::string_view, json::error_code&) { return true; }

    std::optional<base::Error>& error() { return error_; }
    Drawing take() { return std::move(drawing_); }

private:
    Where object_in() const
    {
        if (stack_.empty()) return Where::root;
        switch (stack_.back()) {
            case Where::root: return key_ == "crs" ? Where::crs : Where::other;
            case Where::features: return Where::feature;
            case Where::feature:
                return key_ == "properties" ? Where::properties : (key_ == "geometry" ? Where::geometry : Where::other);
            case Where::crs: return key_ == "properties" ? Where::crs_properties : Where::other;
            default: return Where::other;
        }
    }

    Where leave()
    {
        const Where where = stack_.back();
        stack_.pop_back();
        return where;
    }

    template <class T>
    bool check(const T& outcome, json::error_code& ec)
    {
        if constexpr (std::is_same_v<T, tl::unexpected<base::Error>>) {
            error_ = outcome.value();
        } else {
            if (outcome) return true;
            error_ = outcome.error();
        }
        ec = json::error::exception;
        return false;
    }

    bool scalar(std::string_view text, json::error_code& ec)
    {
        if (stack_.empty()) return check(fail(ErrorKind::invalid, "geodata.json.not_a_collection"), ec);
        switch (stack_.back()) {
            case Where::root: is_collection_ = is_collection_ || (key_ == "type" && text == "FeatureCollection"); break;
            case Where::geometry:
                if (key_ == "type") features_.type(text);
                break;
            case Where::properties: return check(features_.property(key_, text), ec);
            case Where::crs_properties:
                if (key_ == "name") crs_ = text;
                break;
            case Where::coordinates:
            case Where::features: return other_value(ec);
            default: break;
        }
        return true;
    }

    bool number(json::string_view part, json::error_code& ec)
    {
        text_ += part;
        const std::string text = std::move(text_);
        text_.clear();
        if (!stack_.empty() && stack_.back() == Where::coordinates) return check(features_.number(text), ec);
        return scalar(text, ec);
    }

    // A word, true or null where numbers or features belong.
    bool other_value(json::error_code& ec)
    {
        const Where where = stack_.empty() ? Where::other : stack_.back();
        if (where == Where::coordinates || where == Where::features) return check(features_.bad_coordinates(), ec);
        return true;
    }

    base::Result<void> finish()
    {
        if (!is_collection_ || !has_features_) return fail(ErrorKind::invalid, "geodata.json.not_a_collection");
        drawing_ = features_.take();
        // urn:ogc:def:crs:EPSG::4547, EPSG:4547; CRS84 is WGS 84 with the longitude first
        const std::size_t colon = crs_.rfind(':');
        const std::string name = colon == std::string::npos ? crs_ : crs_.substr(colon + 1);
        if (name.empty()) return {};
        TRY_ASSIGN(drawing_.plane, plane_of_epsg(name == "CRS84" ? "4326" : name));
        return {};
    }

    FeatureBuilder features_;
    std::vector<Where> stack_;
    std::string key_;
    std::string text_;
    std::string crs_;
    bool is_collection_ = false;
    bool has_features_ = false;
    std::optional<base::Error> error_;
    Drawing drawing_;
};

void append_ring(std::string& text, const DrawnRing& ring)
{
    text += '[';
    for (const DrawnPoint& point : ring) text += '[' + to_text(point.east, 10) + ',' + to_text(point.north, 10) + "],";
    text += '[' + to_text(ring.front().east, 10) + ',' + to_text(ring.front().north, 10) + "]]";
}

}  // namespace

base::Result<Drawing> read_geojson(std::string_view bytes, Lines lines, const SurveyLimits& limits)
{
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    json::parse_options options;
    options.max_depth = deepest;
    json::basic_parser<GeojsonHandler> parser{options, lines, limits};
    json::error_code ec;
    const std::size_t read = parser.write_some(false, bytes.data(), bytes.size(), ec);
    if (parser.handler().error()) return tl::unexpected<base::Error>{*parser.handler().error()};
    if (ec == json::error::too_deep) return fail(ErrorKind::invalid, "geodata.json.too_deep");
    if (ec || read != bytes.size()) {
        const bool is_more_than_blanks = bytes.find_first_not_of(" \t\r\n", read) != std::string_view::npos;
        if (ec || is_more_than_blanks) return fail(ErrorKind::invalid, "geodata.json.bad");
    }
    return parser.handler().take();
}

std::string write_geojson(const Drawing& drawing)
{
    std::string text = R"({"type":"FeatureCollection","features":[)";
    for (const DrawnShape& shape : drawing.shapes) {
        text += R"({"type":"Feature","properties":{},"geometry":{"type":"MultiPolygon","coordinates":[)";
        for (const DrawnPolygon& polygon : shape.polygons) {
            text += '[';
            for (const DrawnRing& ring : polygon) {
                append_ring(text, ring);
                text += &ring == &polygon.back() ? ']' : ',';
            }
            if (&polygon != &shape.polygons.back()) text += ',';
        }
        text += &shape == &drawing.shapes.back() ? "]}}" : "]}},";
    }
    return text + "]}";
}

}  // namespace geodata
