// SPDX-License-Identifier: Apache-2.0
#include "spreadsheet/open_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>
#include <system_error>
#include <utility>

namespace spreadsheet {

using base::ErrorKind;
using base::fail;

namespace {

constexpr std::string_view zip_magic = "PK\x03\x04";
constexpr std::string_view ole_magic = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

std::string lower_extension(const std::filesystem::path& path)
{
    std::string extension = path.extension().string();
    for (char& c : extension)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return extension;
}

std::optional<FileKind> promised_kind(std::string_view extension)
{
    constexpr std::array<std::pair<std::string_view, FileKind>, 8> kinds{{{".xlsx", FileKind::xlsx},
                                                                          {".xlsm", FileKind::xlsx},
                                                                          {".ods", FileKind::ods},
                                                                          {".xls", FileKind::ole},
                                                                          {".et", FileKind::ole},
                                                                          {".csv", FileKind::csv},
                                                                          {".tsv", FileKind::csv},
                                                                          {".txt", FileKind::csv}}};
    for (const auto& [known, kind] : kinds)
        if (known == extension) return kind;
    return std::nullopt;
}

enum class Magic { zip, ole, none };

Magic magic_of(std::string_view first_bytes)
{
    if (first_bytes.starts_with(zip_magic)) return Magic::zip;
    return first_bytes.starts_with(ole_magic) ? Magic::ole : Magic::none;
}

Magic expected_magic(FileKind kind)
{
    if (kind == FileKind::xlsx || kind == FileKind::ods) return Magic::zip;
    return kind == FileKind::ole ? Magic::ole : Magic::none;
}

const char* code_of_surprise(Magic found)
{
    switch (found) {
        case Magic::zip: return "spreadsheet.file.looks_like_zip";
        case Magic::ole: return "spreadsheet.file.looks_like_ole";
        case Magic::none: return "spreadsheet.file.looks_like_text";
    }
    return "spreadsheet.file.looks_like_text";
}

}  // namespace

base::Result<FileKind> kind_of(const std::filesystem::path& name, std::string_view first_bytes)
{
    const std::string extension = lower_extension(name);
    const auto kind = promised_kind(extension);
    if (!kind) return fail(ErrorKind::invalid, "spreadsheet.file.unknown_kind", {{"extension", extension}});
    const Magic found = magic_of(first_bytes);
    if (found == expected_magic(*kind)) return *kind;
    return fail(ErrorKind::invalid, code_of_surprise(found), {{"extension", extension}});
}

base::Result<OpenFile> open_file(const std::filesystem::path& path, const Limits& limits)
{
    // A pipe must not block the opening.
    base::FileDescriptor descriptor{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
    if (descriptor.number() < 0) {
        const bool is_missing = errno == ENOENT || errno == ENOTDIR;
        return is_missing ? fail(ErrorKind::not_found, "spreadsheet.file.not_found")
                          : fail(ErrorKind::forbidden, "spreadsheet.file.not_readable");
    }
    struct stat about {};
    if (::fstat(descriptor.number(), &about) != 0) throw std::system_error(errno, std::generic_category(), path);
    if (!S_ISREG(about.st_mode)) return fail(ErrorKind::invalid, "spreadsheet.file.not_a_file");
    if (about.st_size == 0) return fail(ErrorKind::invalid, "spreadsheet.file.empty");
    if (static_cast<std::uint64_t>(about.st_size) > limits.file_bytes)
        return fail(ErrorKind::invalid, "spreadsheet.file.too_large",
                    {{"megabytes", std::to_string((static_cast<std::uint64_t>(about.st_size) + (1 << 20) - 1) >> 20)},
                     {"limit", std::to_string(limits.file_bytes >> 20)}});
    std::array<char, 8> first{};
    TRY_ASSIGN(const std::size_t count, FileSource{descriptor.number()}.read(first.data(), first.size()));
    TRY_ASSIGN(const FileKind kind, kind_of(path, {first.data(), count}));
    return OpenFile{std::move(descriptor), kind};
}

base::Result<std::size_t> FileSource::read(char* buffer, std::size_t size)
{
    while (true) {
        const ssize_t count = ::pread(descriptor_, buffer, size, static_cast<off_t>(offset_));
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) throw std::system_error(errno, std::generic_category(), "read");
        offset_ += static_cast<std::uint64_t>(count);
        return static_cast<std::size_t>(count);
    }
}

}  // namespace spreadsheet
