// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <zip.h>

#include <cstdint>
#include <string>

#include "base/file_descriptor.h"

namespace spreadsheet {

// The bytes of a zip, in a file or in memory, given to libzip as a source that remembers where it was read: the
// library tells nobody at which place the data of an entry begin. It must stay where it is while the library reads.
class ZipBytes {
public:
    explicit ZipBytes(base::FileDescriptor file);
    explicit ZipBytes(std::string memory);
    ZipBytes(const ZipBytes&) = delete;
    ZipBytes& operator=(const ZipBytes&) = delete;
    ~ZipBytes() { zip_error_fini(&error_); }

    // The archive over these bytes, or null where they are no zip.
    zip_t* open();
    // Where the last reading began.
    std::uint64_t last_read_at() const { return last_read_at_; }

private:
    static zip_int64_t answer(void* self, void* data, zip_uint64_t length, zip_source_cmd_t command);
    zip_int64_t read(char* buffer, std::uint64_t length);
    zip_int64_t seek(void* where, std::uint64_t length);
    zip_int64_t describe(void* about) const;

    base::FileDescriptor file_;
    std::string memory_;
    std::uint64_t size_ = 0;
    std::uint64_t position_ = 0;
    std::uint64_t last_read_at_ = 0;
    zip_error_t error_{};
};

}  // namespace spreadsheet
