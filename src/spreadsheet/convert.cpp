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

// How one kind of file is turned into another. LibreOffice guesses, and opens garbage as a text: the format is
// prescribed.
struct Recipe {
    const char* filter;  // none for pdftotext
    const char* target;  // of pdftotext an option more, or none
    const char* input;
    const char* output;
};

constexpr Recipe from_ods{"--infilter=calc8", "xlsx:Calc MS Excel 2007 XML", "in.ods", "in.xlsx"};
constexpr Recipe from_xls{"--infilter=MS Excel 97", "xlsx:Calc MS Excel 2007 XML", "in.xls", "in.xlsx"};
constexpr Recipe from_doc{"--infilter=MS Word 97", "docx:MS Word 2007 XML", "in.doc", "in.docx"};
constexpr Recipe from_html{"--infilter=HTML (StarWriter)", "docx:MS Word 2007 XML", "in.html", "in.docx"};
constexpr Recipe from_pdf{nullptr, nullptr, "in.pdf", "in.txt"};
constexpr Recipe from_pdf_words{nullptr, "-bbox-layout", "in.pdf", "in.html"};

constexpr auto pdf_program = "/usr/bin/pdftotext";

std::filesystem::path find_office(const Limits& limits)
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

Child office(const std::filesystem::path& program, const std::string& home, const Recipe& recipe)
{
    Child child;
    child.program = program;
    child.arguments = {"-env:UserInstallation=file://" + home + "/profile",
                       "--headless",
                       "--norestore",
                       "--nolockcheck",
                       recipe.filter,
                       "--convert-to",
                       recipe.target,
                       "--outdir",
                       home + "/out",
                       home + "/" + recipe.input};
    child.readable = {installation_of(program)};
    return child;
}

Child pdf_reader(const std::string& home, const Recipe& recipe)
{
    Child child;
    child.program = pdf_program;
    child.arguments = {"-enc", "UTF-8", home + "/" + recipe.input, home + "/out/" + recipe.output};
    if (recipe.target) child.arguments.insert(child.arguments.begin(), recipe.target);
    return child;
}

// Whether the program runs at all, under the same restrictions: only then is it the file's fault.
bool can_start(Child child)
{
    child.arguments = {"--version"};
    return run(child).end == ChildEnd::succeeded;
}

base::Result<Converted> convert(int descriptor, const Recipe& recipe, const Limits& limits)
{
    const std::filesystem::path program = recipe.filter ? find_office(limits) : std::filesystem::path{pdf_program};
    std::error_code ignored;
    if (program.empty() || !std::filesystem::exists(program, ignored))
        return fail(ErrorKind::invalid, "spreadsheet.convert.program_missing");

    const WorkFolder folder;
    const std::string home = folder.path().string();
    std::filesystem::create_directory(folder.path() / "out");
    TRY(copy_to(folder.path() / recipe.input, descriptor));
    Child child = recipe.filter ? office(program, home, recipe) : pdf_reader(home, recipe);
    child.environment = {"HOME=" + home, "TMPDIR=" + home, "PATH=/usr/bin:/bin", "LANG=C.UTF-8"};
    child.folder = folder.path();
    child.memory_bytes = converter_memory_bytes;
    child.file_bytes = limits.inflated_bytes;
    child.time = std::chrono::seconds{limits.convert_seconds};
    const ChildOutcome outcome = run(child);
    if (outcome.end == ChildEnd::timed_out)
        return fail(ErrorKind::invalid, "spreadsheet.convert.took_too_long",
                    {{"seconds", std::to_string(limits.convert_seconds)}});
    // LibreOffice answers success for a file that it could not read; only the result tells.
    base::FileDescriptor file{
        ::open((folder.path() / "out" / recipe.output).c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW)};
    if (outcome.end == ChildEnd::failed || file.number() < 0) {
        const bool is_file_at_fault = !recipe.filter || can_start(std::move(child));
        return fail(ErrorKind::invalid,
                    is_file_at_fault ? "spreadsheet.convert.failed" : "spreadsheet.convert.cannot_start");
    }
    Converted converted{std::move(file), {}};
    if (outcome.saw_files) converted.notes.emplace_back("spreadsheet.convert.files_left");
    if (outcome.had_network) converted.notes.emplace_back("spreadsheet.convert.network_left");
    return converted;
}

}  // namespace

base::Result<Converted> convert_to_xlsx(int descriptor, FileKind kind, const Limits& limits)
{
    if (kind == FileKind::ods) TRY(check_ods(descriptor, limits));
    return convert(descriptor, kind == FileKind::ods ? from_ods : from_xls, limits);
}

base::Result<Converted> convert_document(int descriptor, DocumentKind kind, const Limits& limits)
{
    switch (kind) {
        case DocumentKind::pdf: return convert(descriptor, from_pdf, limits);
        case DocumentKind::pdf_words: return convert(descriptor, from_pdf_words, limits);
        case DocumentKind::html: return convert(descriptor, from_html, limits);
        case DocumentKind::ole: break;
    }
    return convert(descriptor, from_doc, limits);
}

}  // namespace spreadsheet
