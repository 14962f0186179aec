// SPDX-License-Identifier: Apache-2.0
#include "document/zip.h"

#include <memory>
#include <stdexcept>

#include <zip.h>

namespace document {

namespace {

// The smallest date the format knows: 1 January 1980.
constexpr zip_uint16_t dos_date = (1U << 5U) | 1U;

struct Freed {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
    void operator()(zip_t* archive) const { zip_discard(archive); }
};

[[noreturn]] void broken(const char* what)
{
    throw std::runtime_error(std::string{"zip: "} + what);
}

void add(zip_t* archive, const File& file)
{
    zip_source_t* const content = zip_source_buffer(archive, file.bytes.data(), file.bytes.size(), 0);
    if (!content) broken("no memory");
    const zip_int64_t there = zip_name_locate(archive, file.path.c_str(), ZIP_FL_NOCASE);
    const zip_int64_t index = there < 0 ? zip_file_add(archive, file.path.c_str(), content, ZIP_FL_ENC_UTF_8)
                              : zip_file_replace(archive, static_cast<zip_uint64_t>(there), content, 0) == 0 ? there
                                                                                                             : -1;
    if (index < 0) {
        zip_source_free(content);
        broken(zip_strerror(archive));
    }
    const auto entry = static_cast<zip_uint64_t>(index);
    // The fastest level: our files are small, and the rest of the time is spent on it otherwise.
    if (zip_set_file_compression(archive, entry, ZIP_CM_DEFLATE, 1) != 0) broken(zip_strerror(archive));
    if (zip_file_set_dostime(archive, entry, 0, dos_date, 0) != 0) broken(zip_strerror(archive));
}

std::string content_of(zip_source_t* source)
{
    zip_stat_t stat;
    if (zip_source_stat(source, &stat) != 0 || zip_source_open(source) != 0) broken("cannot read the result");
    std::string bytes(stat.size, '\0');
    const zip_int64_t count = zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    if (count < 0 || static_cast<zip_uint64_t>(count) != stat.size) broken("cannot read the result");
    return bytes;
}

std::string zip_into(const std::string& original, int flags, const std::vector<File>& files)
{
    const std::unique_ptr<zip_source_t, Freed> buffer{
        zip_source_buffer_create(original.data(), original.size(), 0, nullptr)};
    if (!buffer) broken("no memory");
    // The archive lets go of its source when it closes; it is read afterwards.
    zip_source_keep(buffer.get());
    std::unique_ptr<zip_t, Freed> archive{zip_open_from_source(buffer.get(), flags, nullptr)};
    if (!archive) {
        zip_source_free(buffer.get());
        broken("cannot begin");
    }
    for (const File& file : files) add(archive.get(), file);
    if (zip_close(archive.get()) != 0) broken(zip_strerror(archive.get()));
    static_cast<void>(archive.release());
    return content_of(buffer.get());
}

}  // namespace

std::string zip(const std::vector<File>& files)
{
    return zip_into({}, ZIP_TRUNCATE, files);
}

std::string zip_with(const std::string& original, const std::vector<File>& changed)
{
    return zip_into(original, 0, changed);
}

}  // namespace document
