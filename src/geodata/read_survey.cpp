// SPDX-License-Identifier: Apache-2.0
#include "geodata/read_survey.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <set>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "base/file_descriptor.h"
#include "geodata/coordinate_table.h"
#include "geodata/dxf.h"
#include "geodata/geojson.h"
#include "geodata/ogr.h"
#include "geodata/plane.h"
#include "geodata/shapefile.h"
#include "geodata/validity.h"
#include "spreadsheet/open_file.h"
#include "spreadsheet/workbook.h"

namespace geodata {

using base::ErrorKind;
using base::fail;

namespace {

enum class FileForm { table, geojson, shapefile, dxf };

std::string extension_of(const std::filesystem::path& name)
{
    std::string extension = name.extension().string();
    for (char& c : extension)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return extension;
}

base::Result<FileForm> form_of(const std::filesystem::path& name)
{
    const std::string extension = extension_of(name);
    for (const std::string_view table : {".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".et", ".ods"})
        if (extension == table) return FileForm::table;
    if (extension == ".geojson" || extension == ".json") return FileForm::geojson;
    if (extension == ".zip") return FileForm::shapefile;
    if (extension == ".dxf") return FileForm::dxf;
    return fail(ErrorKind::invalid, "geodata.file.unknown_kind", {{"extension", extension}});
}

// A name says one thing and GDAL looks at the bytes: both have to agree before anything is opened.
base::Result<void> check_first_bytes(std::string_view bytes, FileForm form)
{
    std::string_view text = bytes;
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    const char letter = first == std::string_view::npos ? '\0' : text[first];
    const bool is_zip = bytes.starts_with("PK\x03\x04");
    const bool agrees = form == FileForm::shapefile ? is_zip
                        : form == FileForm::geojson ? letter == '{'
                                                    : letter >= '0' && letter <= '9';
    if (!agrees) return fail(ErrorKind::invalid, "geodata.file.looks_different");
    return {};
}

base::Result<Drawing> read_map_file(std::string bytes, FileForm form, const SurveyLimits& limits)
{
    TRY(check_first_bytes(bytes, form));
    if (form == FileForm::geojson) return read_geojson(bytes, Lines::refused, limits);
    if (form == FileForm::dxf) return read_dxf(bytes, limits);
    return read_shapefile(std::move(bytes), limits);
}

base::Result<void> check_codes(const Survey& survey)
{
    std::set<std::string> codes;
    for (const Shape& shape : survey.shapes) {
        if (shape.code.empty() || codes.insert(shape.code).second) continue;
        return fail(ErrorKind::invalid, "geodata.file.code_twice", {{"place", shape.place}, {"code", shape.code}});
    }
    return {};
}

base::Result<Survey> surveyed(Drawing drawing, int zone, const SurveyLimits& limits)
{
    TRY_ASSIGN(FoundPlane plane, find_plane(drawing, zone));
    if (plane.is_degrees) {
        TRY_ASSIGN(drawing, projected(drawing, plane.zone, limits));
        plane = FoundPlane{false, false, plane.zone};
    }
    TRY_ASSIGN(Survey survey, to_survey(drawing, plane));
    TRY(check_codes(survey));
    for (const Shape& shape : survey.shapes) TRY(check_outline(shape));
    return survey;
}

base::Result<std::string> bytes_of(const std::filesystem::path& path, const SurveyLimits& limits)
{
    const base::FileDescriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
    if (file.number() < 0) return fail(ErrorKind::not_found, "geodata.file.not_readable");
    struct stat about {};
    if (::fstat(file.number(), &about) != 0) throw std::system_error(errno, std::generic_category(), path);
    if (!S_ISREG(about.st_mode)) return fail(ErrorKind::invalid, "geodata.file.not_readable");
    if (static_cast<std::uint64_t>(about.st_size) > limits.file_bytes)
        return fail(ErrorKind::invalid, "geodata.file.too_large", {{"limit", std::to_string(limits.file_bytes >> 20)}});
    spreadsheet::FileSource source{file.number()};
    return spreadsheet::all_of(source);
}

spreadsheet::Limits table_limits(const SurveyLimits& limits)
{
    spreadsheet::Limits of_tables;
    of_tables.file_bytes = limits.file_bytes;
    return of_tables;
}

base::Result<Survey> of_table(base::Result<spreadsheet::Workbook> workbook, int zone, const SurveyLimits& limits)
{
    if (!workbook) return tl::unexpected<base::Error>{workbook.error()};
    TRY_ASSIGN(Drawing drawing, read_coordinate_tables(*workbook, limits));
    return surveyed(std::move(drawing), zone, limits);
}

base::Result<Survey> naming(base::Result<Survey> survey, const std::filesystem::path& name)
{
    if (survey) return survey;
    base::Error error = survey.error();
    for (const auto& argument : error.args)
        if (argument.first == "file") return survey;
    error.args.emplace_back("file", name.filename().string());
    return tl::unexpected<base::Error>{std::move(error)};
}

base::Result<Survey> read_path(const std::filesystem::path& path, int zone, const SurveyLimits& limits)
{
    TRY_ASSIGN(const FileForm form, form_of(path));
    if (form == FileForm::table) return of_table(spreadsheet::Workbook::open(path, table_limits(limits)), zone, limits);
    TRY_ASSIGN(std::string bytes, bytes_of(path, limits));
    TRY_ASSIGN(Drawing drawing, read_map_file(std::move(bytes), form, limits));
    return surveyed(std::move(drawing), zone, limits);
}

base::Result<Survey> read_memory(std::string bytes, const std::filesystem::path& name, int zone,
                                 const SurveyLimits& limits)
{
    TRY_ASSIGN(const FileForm form, form_of(name));
    if (bytes.size() > limits.file_bytes)
        return fail(ErrorKind::invalid, "geodata.file.too_large", {{"limit", std::to_string(limits.file_bytes >> 20)}});
    if (form == FileForm::table)
        return of_table(spreadsheet::Workbook::from_bytes(std::move(bytes), name, table_limits(limits)), zone, limits);
    TRY_ASSIGN(Drawing drawing, read_map_file(std::move(bytes), form, limits));
    return surveyed(std::move(drawing), zone, limits);
}

}  // namespace

base::Result<Survey> read_survey(const std::filesystem::path& path, int zone, const SurveyLimits& limits)
{
    return naming(read_path(path, zone, limits), path);
}

base::Result<Survey> read_survey_bytes(std::string bytes, const std::filesystem::path& name, int zone,
                                       const SurveyLimits& limits)
{
    return naming(read_memory(std::move(bytes), name, zone, limits), name);
}

}  // namespace geodata
