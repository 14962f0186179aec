// SPDX-License-Identifier: Apache-2.0
#include "spreadsheet/zip_bytes.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

namespace spreadsheet {

ZipBytes::ZipBytes(base::FileDescriptor file) : file_{std::move(file)}
{
    struct stat about {};
    if (::fstat(file_.number(), &about) == 0) size_ = static_cast<std::uint64_t>(about.st_size);
    zip_error_init(&error_);
}

ZipBytes::ZipBytes(std::string memory) : memory_{std::move(memory)}, size_{memory_.size()}
{
    zip_error_init(&error_);
}

zip_t* ZipBytes::open()
{
    zip_source_t* const source = zip_source_function_create(answer, this, nullptr);
    zip_t* const archive = source ? zip_open_from_source(source, ZIP_RDONLY, nullptr) : nullptr;
    if (!archive) zip_source_free(source);
    return archive;
}

zip_int64_t ZipBytes::answer(void* self, void* data, zip_uint64_t length, zip_source_cmd_t command)
{
    ZipBytes& bytes = *static_cast<ZipBytes*>(self);
    switch (command) {
        case ZIP_SOURCE_OPEN: bytes.position_ = 0; return 0;
        case ZIP_SOURCE_READ: return bytes.read(static_cast<char*>(data), length);
        case ZIP_SOURCE_SEEK: return bytes.seek(data, length);
        case ZIP_SOURCE_TELL: return static_cast<zip_int64_t>(bytes.position_);
        case ZIP_SOURCE_STAT: return bytes.describe(data);
        case ZIP_SOURCE_ERROR: return zip_error_to_data(&bytes.error_, data, length);
        case ZIP_SOURCE_CLOSE:
        case ZIP_SOURCE_FREE: return 0;  // the archive's owner owns the bytes
        case ZIP_SOURCE_SUPPORTS:
            return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL,
                                                  ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_CLOSE, ZIP_SOURCE_FREE,
                                                  -1);
        default: zip_error_set(&bytes.error_, ZIP_ER_OPNOTSUPP, 0); return -1;
    }
}

zip_int64_t ZipBytes::read(char* buffer, std::uint64_t length)
{
    last_read_at_ = position_;
    const std::uint64_t wanted = std::min(length, size_ - position_);
    std::uint64_t done = 0;
    if (file_.number() < 0) done = memory_.copy(buffer, wanted, position_);
    while (done < wanted) {
        const ssize_t count =
            ::pread(file_.number(), buffer + done, wanted - done, static_cast<off_t>(position_ + done));
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) {
            zip_error_set(&error_, ZIP_ER_READ, errno);
            return -1;
        }
        if (count == 0) break;  // somebody cut the file off while it is read
        done += static_cast<std::uint64_t>(count);
    }
    position_ += done;
    return static_cast<zip_int64_t>(done);
}

zip_int64_t ZipBytes::seek(void* where, std::uint64_t length)
{
    const zip_int64_t target = zip_source_seek_compute_offset(position_, size_, where, length, &error_);
    if (target < 0) return -1;
    position_ = static_cast<std::uint64_t>(target);
    return 0;
}

zip_int64_t ZipBytes::describe(void* about) const
{
    zip_stat_t& stat = *static_cast<zip_stat_t*>(about);
    zip_stat_init(&stat);
    stat.size = size_;
    stat.valid = ZIP_STAT_SIZE;
    return sizeof stat;
}

}  // namespace spreadsheet
