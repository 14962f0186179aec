// SPDX-License-Identifier: Apache-2.0
#include "geodata/shapefile.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "geodata/geojson.h"
#include "geodata/ogr.h"
#include "geodata/plane.h"
#include "spreadsheet/archive.h"

namespace geodata {

using base::ErrorKind;
using base::fail;

namespace {

std::string in_lower_case(std::string_view text)
{
    std::string lower{text};
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

// Macintosh's shadow files, and names that are folders.
bool is_passed_over(const std::string& part)
{
    return part.starts_with("__MACOSX/") || part.ends_with("/");
}

base::Result<std::string> find_stem(const std::vector<std::string>& parts)
{
    std::optional<std::string> stem;
    for (const std::string& part : parts) {
        if (is_passed_over(part) || !in_lower_case(part).ends_with(".shp")) continue;
        if (stem) return fail(ErrorKind::invalid, "geodata.zip.many_shapefiles");
        stem = part.substr(0, part.size() - 4);
    }
    if (!stem) return fail(ErrorKind::invalid, "geodata.zip.no_shapefile");
    return *stem;
}

// Empty where the archive has no such part.
base::Result<std::string> part_of(spreadsheet::Archive& archive, const std::string& stem, std::string_view extension)
{
    for (const std::string& part : archive.parts()) {
        if (part.size() != stem.size() + extension.size() || !part.starts_with(stem)) continue;
        if (in_lower_case(part.substr(stem.size())) != extension) continue;
        TRY_ASSIGN(const auto source, archive.open_part(part));
        return spreadsheet::all_of(*source);
    }
    return std::string{};
}

std::string encoding_of(std::string_view cpg, std::string_view dbf)
{
    const std::string said = in_lower_case(cpg.substr(0, cpg.find_first_of(" \r\n")));
    for (const std::string_view name : {"utf-8", "utf8", "65001"})
        if (said == name) return "UTF-8";
    for (const std::string_view name : {"gbk", "gb18030", "gb2312", "936", "cp936", "54936"})
        if (said == name) return "GB18030";
    constexpr std::size_t head = 32;  // of which bytes are counts
    return base::is_utf8(dbf.substr(std::min(head, dbf.size()))) ? "UTF-8" : "GB18030";
}

spreadsheet::Limits limits_of(const SurveyLimits& limits)
{
    spreadsheet::Limits archive_limits;
    archive_limits.file_bytes = limits.file_bytes;
    archive_limits.inflated_bytes = limits.converted_bytes;
    return archive_limits;
}

}  // namespace

base::Result<Drawing> read_shapefile(std::string zip, const SurveyLimits& limits)
{
    TRY_ASSIGN(auto archive, spreadsheet::Archive::from_bytes(std::move(zip), limits_of(limits)));
    TRY_ASSIGN(const std::string stem, find_stem(archive.parts()));
    TRY_ASSIGN(const std::string shp, part_of(archive, stem, ".shp"));
    TRY_ASSIGN(const std::string dbf, part_of(archive, stem, ".dbf"));
    TRY_ASSIGN(const std::string prj, part_of(archive, stem, ".prj"));
    TRY_ASSIGN(const std::string cpg, part_of(archive, stem, ".cpg"));
    if (dbf.empty()) return fail(ErrorKind::invalid, "geodata.zip.part_missing", {{"part", ".dbf"}});
    TRY_ASSIGN(const std::size_t records, check_shp(shp, limits));
    TRY(check_dbf(dbf, records));
    std::optional<SaidPlane> plane;
    if (!prj.empty()) {
        TRY_ASSIGN(plane, plane_of_prj(prj));
    }
    OgrWork work{{{"in.shp", shp}, {"in.dbf", dbf}}, "in.shp", {"-oo", "ENCODING=" + encoding_of(cpg, dbf)}};
    TRY_ASSIGN(const OgrAnswer answer, run_ogr2ogr(work, limits));
    TRY_ASSIGN(Drawing drawing, read_geojson(answer.geojson, Lines::refused, limits));
    if (drawing.shapes.size() != records) return fail(ErrorKind::invalid, "geodata.convert.failed");
    drawing.plane = plane;
    drawing.notes.insert(drawing.notes.end(), answer.notes.begin(), answer.notes.end());
    return drawing;
}

}  // namespace geodata
