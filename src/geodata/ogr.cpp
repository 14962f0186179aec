// SPDX-License-Identifier: Apache-2.0
#include "geodata/ogr.h"

#include <fcntl.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "base/file_descriptor.h"
#include "geodata/geojson.h"
#include "geodata/ogr_drivers.h"
#include "geodata/plane.h"
#include "spreadsheet/child.h"
#include "spreadsheet/open_file.h"
#include "spreadsheet/work_folder.h"

namespace geodata {

using base::ErrorKind;
using base::fail;

namespace {

constexpr auto program = "/usr/bin/ogr2ogr";
constexpr auto output = "out.geojson";

spreadsheet::Child child_of(const OgrWork& work, const std::filesystem::path& folder, const SurveyLimits& limits)
{
    spreadsheet::Child child;
    child.program = program;
    // Nine decimals bring back the decimal text that a binary number was made from.
    child.arguments = {"-f", "GeoJSON", "-lco", "RFC7946=NO", "-lco", "COORDINATE_PRECISION=9", "-dim", "XY"};
    child.arguments.insert(child.arguments.end(), work.options.begin(), work.options.end());
    child.arguments.insert(child.arguments.end(), {(folder / output).string(), (folder / work.input).string()});
    child.environment = {"HOME=" + folder.string(),
                         "TMPDIR=" + folder.string(),
                         "LANG=C.UTF-8",
                         std::string{"GDAL_SKIP="} + skipped_drivers,
                         "GDAL_DRIVER_PATH=disable",
                         "GDAL_DISABLE_READDIR_ON_OPEN=TRUE",
                         "OGR_GEOJSON_MAX_OBJ_SIZE=100",
                         "SHAPE_RESTORE_SHX=YES",
                         "PROJ_NETWORK=OFF"};
    child.folder = folder;
    child.memory_bytes = limits.converter_memory_bytes;
    child.file_bytes = limits.converted_bytes;
    child.time = std::chrono::seconds{limits.convert_seconds};
    return child;
}

void write_files(const OgrWork& work, const std::filesystem::path& folder)
{
    for (const auto& [name, bytes] : work.files)
        base::FileDescriptor{(folder / name).string(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0600}.write_all(bytes);
}

}  // namespace

base::Result<OgrAnswer> run_ogr2ogr(const OgrWork& work, const SurveyLimits& limits)
{
    std::error_code ignored;
    if (!std::filesystem::exists(program, ignored)) return fail(ErrorKind::invalid, "geodata.convert.program_missing");
    const spreadsheet::WorkFolder folder;
    write_files(work, folder.path());
    const spreadsheet::ChildOutcome outcome = spreadsheet::run(child_of(work, folder.path(), limits));
    if (outcome.end == spreadsheet::ChildEnd::timed_out)
        return fail(ErrorKind::invalid, "geodata.convert.took_too_long",
                    {{"seconds", std::to_string(limits.convert_seconds)}});
    const base::FileDescriptor file{
        ::open((folder.path() / output).c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)};
    if (outcome.end == spreadsheet::ChildEnd::failed || file.number() < 0)
        return fail(ErrorKind::invalid, "geodata.convert.failed");
    spreadsheet::FileSource source{file.number()};
    OgrAnswer answer;
    TRY_ASSIGN(answer.geojson, spreadsheet::all_of(source));
    if (outcome.saw_files) answer.notes.emplace_back("spreadsheet.convert.files_left");
    if (outcome.had_network) answer.notes.emplace_back("spreadsheet.convert.network_left");
    return answer;
}

base::Result<Drawing> projected(const Drawing& degrees, int zone, const SurveyLimits& limits)
{
    const std::string bytes = write_geojson(degrees);
    OgrWork work{{{"in.geojson", bytes}}, "in.geojson", {}};
    work.options = {"-s_srs", "EPSG:" + std::to_string(epsg_degrees), "-t_srs",
                    "EPSG:" + std::to_string(epsg_of_zone(zone))};
    TRY_ASSIGN(const OgrAnswer answer, run_ogr2ogr(work, limits));
    SurveyLimits of_answer = limits;
    of_answer.points += limits.shapes * 10;  // closing points that a table may leave out
    TRY_ASSIGN(Drawing plane, read_geojson(answer.geojson, Lines::refused, of_answer));
    if (plane.shapes.size() != degrees.shapes.size()) return fail(ErrorKind::invalid, "geodata.convert.failed");
    for (std::size_t at = 0; at < plane.shapes.size(); ++at) {
        DrawnShape& shape = plane.shapes[at];
        shape.code = degrees.shapes[at].code;
        shape.name = degrees.shapes[at].name;
        shape.place = degrees.shapes[at].place;
    }
    plane.notes = degrees.notes;
    plane.notes.insert(plane.notes.end(), answer.notes.begin(), answer.notes.end());
    return plane;
}

}  // namespace geodata
