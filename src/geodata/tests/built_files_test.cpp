// SPDX-License-Identifier: Apache-2.0
#include "geodata/tests/built_files.h"

#include <zip.h>

#include <algorithm>
#include <cstring>
#include <limits>
#include <stdexcept>

#include <fmt/format.h>

namespace geodata::testing {

namespace {

std::string little(std::uint64_t value, int size)
{
    std::string bytes;
    for (int byte = 0; byte < size; ++byte) bytes += static_cast<char>(value >> (8 * byte) & 0xFF);
    return bytes;
}

std::string big(std::uint32_t value)
{
    std::string bytes = little(value, 4);
    std::reverse(bytes.begin(), bytes.end());
    return bytes;
}

std::string binary(double value)
{
    std::uint64_t bits = 0;
    std::memcpy(&bits, &value, sizeof bits);
    return little(bits, 8);
}

std::string content(std::uint32_t type, const std::vector<Corners>& rings)
{
    std::string parts;
    std::string points;
    std::uint32_t count = 0;
    double box[4] = {1e9, 1e9, -1e9, -1e9};
    for (const Corners& ring : rings) {
        parts += little(count, 4);
        for (const auto& [east, north] : ring) {
            points += binary(east) + binary(north);
            box[0] = std::min(box[0], east);
            box[1] = std::min(box[1], north);
            box[2] = std::max(box[2], east);
            box[3] = std::max(box[3], north);
        }
        count += static_cast<std::uint32_t>(ring.size());
    }
    std::string head = little(type, 4);
    for (const double side : box) head += binary(side);
    return head + little(rings.size(), 4) + little(count, 4) + parts + points;
}

}  // namespace

std::string BuiltShapefile::shp() const
{
    std::string records;
    for (std::size_t at = 0; at < shapes.size(); ++at) {
        const std::string body = content(type, shapes[at]);
        records += big(static_cast<std::uint32_t>(at + 1)) + big(static_cast<std::uint32_t>(body.size() / 2)) + body;
    }
    const auto words = static_cast<std::uint32_t>((100 + records.size()) / 2);
    std::string head = big(9994) + std::string(20, '\0') + big(words) + little(1000, 4) + little(type, 4);
    for (const double side : {0.0, 0.0, 1e6, 1e7, 0.0, 0.0, 0.0, 0.0}) head += binary(side);
    return head + records;
}

std::string BuiltShapefile::dbf() const
{
    constexpr std::size_t width = 30;
    std::string field = "ZDDM";
    field.resize(11, '\0');
    field += "C" + little(0, 4) + little(width, 1);
    field.resize(32, '\0');
    std::string bytes = "\x03" + std::string("\x7E\x0B\x19") + little(shapes.size(), 4) + little(65, 2) +
                        little(width + 1, 2) + std::string(20, '\0') + field + "\r";
    for (std::size_t at = 0; at < shapes.size(); ++at) {
        std::string value = at < codes.size() ? codes[at] : "P" + std::to_string(at + 1);
        value.resize(width, ' ');
        bytes += " " + value;
    }
    return bytes;
}

std::map<std::string, std::string> BuiltShapefile::parts() const
{
    return {{"land.shp", shp()}, {"land.dbf", dbf()}};
}

std::string BuiltShapefile::zip() const
{
    return zipped(parts());
}

std::string zipped(const std::map<std::string, std::string>& parts)
{
    zip_source_t* const target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    zip_source_keep(target);
    zip_t* const archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    for (const auto& [name, text] : parts)
        zip_file_add(archive, name.c_str(), zip_source_buffer(archive, text.data(), text.size(), 0), ZIP_FL_ENC_UTF_8);
    if (zip_close(archive) != 0) throw std::runtime_error(zip_strerror(archive));
    zip_source_open(target);
    zip_stat_t about{};
    zip_source_stat(target, &about);
    std::string bytes(about.size, '\0');
    zip_source_read(target, bytes.data(), bytes.size());
    zip_source_close(target);
    zip_source_free(target);
    return bytes;
}

std::string built_geojson(const std::string& coordinates, const std::string& crs, const std::string& type)
{
    const std::string plane =
        crs.empty() ? "" : R"("crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::)" + crs + R"("}},)";
    return R"({"type":"FeatureCollection",)" + plane +
           R"("features":[{"type":"Feature","properties":{"宗地代码":"P1","名称":"甲"},"geometry":{"type":")" + type +
           R"(","coordinates":)" + coordinates + "}}]}";
}

std::string built_dxf(const Corners& corners, const std::string& more)
{
    std::string text = "  0\nSECTION\n  2\nENTITIES\n  0\nLWPOLYLINE\n  8\n宗地\n 90\n" +
                       std::to_string(corners.size()) + "\n 70\n1\n";
    for (const auto& [east, north] : corners) text += fmt::format(" 10\n{:.4f}\n 20\n{:.4f}\n", east, north);
    return text + more + "  0\nENDSEC\n  0\nEOF\n";
}

Corners square(double east, double north, double side)
{
    return {{east, north}, {east, north + side}, {east + side, north + side}, {east + side, north}, {east, north}};
}

std::string square_text(double east, double north, double side)
{
    std::string text;
    for (const auto& [x, y] : square(east, north, side))
        text += fmt::format("{}[{:.4f},{:.4f}]", text.empty() ? "[[" : ",", x, y);
    return text + "]]";
}

std::string refusal_of(const std::string& bytes, const std::string& name, int zone)
{
    const auto survey = read_survey_bytes(bytes, name, zone);
    return survey ? "" : survey.error().code;
}

std::string argument(const base::Error& error, const std::string& name)
{
    for (const auto& [key, value] : error.args)
        if (key == name) return value;
    return "";
}

}  // namespace geodata::testing
