// SPDX-License-Identifier: Apache-2.0
#include "jobs/upload_type.h"

#include <fcntl.h>

#include "base/file_descriptor.h"
#include "spreadsheet/archive.h"
#include "spreadsheet/open_file.h"
#include "spreadsheet/text_source.h"

namespace jobs {

namespace {

using spreadsheet::FileSource;

constexpr std::string_view zip_start = "PK\x03\x04";
constexpr std::string_view ole_start = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
constexpr std::string_view png_start = "\x89PNG\r\n\x1A\n";
constexpr std::string_view jpg_start = "\xFF\xD8\xFF";
constexpr std::string_view pdf_start = "%PDF-";

auto refused()
{
    return base::fail(base::ErrorKind::invalid, "jobs.upload.type_refused");
}

base::FileDescriptor opened(const std::filesystem::path& file)
{
    return base::FileDescriptor{file.string(), O_RDONLY};
}

base::Result<FileType> type_of_zip(const std::filesystem::path& file)
{
    TRY_ASSIGN(const auto archive, spreadsheet::Archive::open(opened(file), {}));
    if (archive.has("xl/workbook.xml")) return FileType::xlsx;
    if (archive.has("word/document.xml")) return FileType::docx;
    if (archive.has("OFD.xml")) return FileType::ofd;
    if (archive.has("content.xml") && archive.has("mimetype")) return FileType::ods;
    return FileType::zip;
}

// Names of streams stand in the directory of an OLE file as UTF-16.
std::string wide(std::string_view ascii)
{
    std::string text;
    for (const char c : ascii) text += {c, '\0'};
    return text;
}

base::Result<FileType> type_of_ole(FileSource& source)
{
    const std::string password = wide("EncryptedPackage");
    const std::string workbook = wide("Workbook");
    const std::string old_workbook = wide("Book") + std::string(2, '\0');
    const std::string document = wide("WordDocument");
    std::optional<FileType> found;
    std::string piece(1 << 16, '\0');
    std::string window;
    while (true) {
        TRY_ASSIGN(const std::size_t count, source.read(piece.data(), piece.size()));
        if (count == 0) break;
        window.append(piece, 0, count);
        const auto has = [&](const std::string& name) { return window.find(name) != std::string::npos; };
        if (has(password)) return base::fail(base::ErrorKind::invalid, "jobs.upload.has_password");
        if (!found && has(document)) found = FileType::doc;
        if (!found && (has(workbook) || has(old_workbook))) found = FileType::xls;
        window.erase(0, window.size() - std::min(window.size(), password.size()));
    }
    if (!found) return refused();
    return *found;
}

base::Result<FileType> type_of_text(const std::filesystem::path& file)
{
    const base::FileDescriptor descriptor = opened(file);
    FileSource looking{descriptor.number()};
    const auto encoding = spreadsheet::detect_encoding(looking);
    if (!encoding) return refused();
    const auto text = spreadsheet::decoded(std::make_unique<FileSource>(descriptor.number()), *encoding);
    std::string piece(1 << 16, '\0');
    while (true) {
        const auto count = text->read(piece.data(), piece.size());
        if (!count) return refused();
        if (*count == 0) return FileType::csv;
        if (piece.find('\0') < *count) return refused();
    }
}

}  // namespace

base::Result<FileType> type_of_file(const std::filesystem::path& file)
{
    const base::FileDescriptor descriptor = opened(file);
    FileSource source{descriptor.number()};
    std::string start(8, '\0');
    TRY_ASSIGN(const std::size_t count, source.read(start.data(), start.size()));
    start.resize(count);
    if (start.starts_with(zip_start)) return type_of_zip(file);
    if (start.starts_with(ole_start)) return type_of_ole(source);
    if (start.starts_with(png_start)) return FileType::png;
    if (start.starts_with(jpg_start)) return FileType::jpg;
    if (start.starts_with(pdf_start)) return FileType::pdf;
    return type_of_text(file);
}

}  // namespace jobs
