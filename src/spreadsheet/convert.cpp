// SPDX-License-Identifier: Apache-2.0
#include "spreadsheet/convert.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <system_error>

#include "spreadsheet/archive.h"
#include "spreadsheet/child.h"
#include "spreadsheet/work_folder.h"
#include "spreadsheet/xml.h"

namespace spreadsheet {

using base::ErrorKind;
using base::fail;

namespace {

// LibreOffice reserves far more than it uses: 100,000 rows take 0.4 GB of memory and 2 GB of addresses.
constexpr std::uint64_t converter_memory_bytes = 3ULL << 30;

std::filesystem::path find_converter(const Limits& limits)
{
    if (!limits.converter.empty()) return std::filesystem::exists(limits.converter) ? limits.converter : "";
    std::vector<std::filesystem::path> places{"/usr/bin/soffice", "/usr/local/bin/soffice"};
    std::error_code ignored;  // no /opt is no program there
    for (const auto& entry : std::filesystem::directory_iterator{"/opt", ignored})
        places.push_back(entry.path() / "program" / "soffice");
    for (const auto& candidate : places)
        if (std::filesystem::exists(candidate, ignored)) return candidate;
    return {};
}

// The folder that holds all of the converter: /opt/libreoffice for /opt/libreoffice/program/soffice, and for a program
// that stands alone its own folder.
std::filesystem::path installation_of(const std::filesystem::path& program)
{
    const std::filesystem::path folder = std::filesystem::canonical(program).parent_path();
    return folder.filename() == "program" ? folder.parent_path() : folder;
}

base::Result<void> copy_to(const std::filesystem::path& path, int descriptor)
{
    std::ofstream copy{path, std::ios::binary};
    copy.exceptions(std::ios::failbit | std::ios::badbit);
    FileSource source{descriptor};
    std::string buffer(chunk_bytes, '\0');
    while (true) {
        TRY_ASSIGN(const std::size_t count, source.read(buffer.data(), buffer.size()));
        if (count == 0) break;
        copy.write(buffer.data(), static_cast<std::streamsize>(count));
    }
    copy.close();
    return {};
}

class IgnoringHandler : public XmlHandler {
    void start(std::string_view, const Attributes&) override {}
    void end(std::string_view) override {}
    void text(std::string_view) override {}
};

base::Result<void> inflate_all(ByteSource& source)
{
    std::string buffer(chunk_bytes, '\0');
    while (true) {
        TRY_ASSIGN(const std::size_t count, source.read(buffer.data(), buffer.size()));
        if (count == 0) return {};
    }
}

// Toolbars and menus, which a document may carry, begin with a DOCTYPE of the program's own.
bool is_document_part(std::string_view part)
{
    constexpr std::array<std::string_view, 5> names{"content.xml", "styles.xml", "meta.xml", "settings.xml",
                                                    "META-INF/manifest.xml"};
    return std::any_of(names.begin(), names.end(), [&](std::string_view name) { return part.ends_with(name); });
}

// The converter must not be the first to meet a hostile file: what our own reader would refuse is refused here.
base::Result<void> check_ods(int descriptor, const Limits& limits)
{
    const int copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
    if (copy < 0) throw std::system_error(errno, std::generic_category(), "dup");
    Limits of_ods = limits;
    of_ods.ratio = limits.ods_ratio;
    TRY_ASSIGN(Archive archive, Archive::open(base::FileDescriptor{copy}, of_ods));
    for (const std::string& part : archive.parts()) {
        TRY_ASSIGN(const auto source, archive.open_part(part));
        IgnoringHandler handler;
        TRY(is_document_part(part) ? read_xml(*source, part, handler) : inflate_all(*source));
    }
    return {};
}

// LibreOffice guesses, and opens garbage as a text: the format is prescribed.
Child converter(const std::filesystem::path& program, const std::filesystem::path& folder, FileKind kind,
                const Limits& limits)
{
    const std::string home = folder.string();
    const bool is_ods = kind == FileKind::ods;
    return {.program = program,
            .arguments = {"-env:UserInstallation=file://" + home + "/profile", "--headless", "--norestore",
                          "--nolockcheck", is_ods ? "--infilter=calc8" : "--infilter=MS Excel 97", "--convert-to",
                          "xlsx:Calc MS Excel 2007 XML", "--outdir", home + "/out",
                          home + (is_ods ? "/in.ods" : "/in.xls")},
            .environment = {"HOME=" + home, "TMPDIR=" + home, "PATH=/usr/bin:/bin", "LANG=C.UTF-8"},
            .folder = folder,
            .readable = {installation_of(program)},
            .memory_bytes = converter_memory_bytes,
            .file_bytes = limits.inflated_bytes,
            .time = std::chrono::seconds{limits.convert_seconds}};
}

}  // namespace

base::Result<Converted> convert_to_xlsx(int descriptor, FileKind kind, const Limits& limits)
{
    if (kind == FileKind::ods) TRY(check_ods(descriptor, limits));
    const std::filesystem::path program = find_converter(limits);
    if (program.empty()) return fail(ErrorKind::invalid, "spreadsheet.convert.program_missing");

    const WorkFolder folder;
    const Child child = converter(program, folder.path(), kind, limits);
    TRY(copy_to(child.arguments.back(), descriptor));
    const ChildOutcome outcome = run(child);
    if (outcome.end == ChildEnd::timed_out)
        return fail(ErrorKind::invalid, "spreadsheet.convert.took_too_long",
                    {{"seconds", std::to_string(limits.convert_seconds)}});
    // The program answers success for a file that it could not read; only the result tells.
    base::FileDescriptor xlsx{::open((folder.path() / "out" / "in.xlsx").c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW)};
    if (outcome.end == ChildEnd::failed || xlsx.number() < 0)
        return fail(ErrorKind::invalid, "spreadsheet.convert.failed");
    Converted converted{std::move(xlsx), {}};
    if (outcome.saw_files) converted.notes.emplace_back("spreadsheet.convert.files_left");
    if (outcome.had_network) converted.notes.emplace_back("spreadsheet.convert.network_left");
    return converted;
}

}  // namespace spreadsheet
