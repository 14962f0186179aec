// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace base {

// An open file that is closed when it goes out of scope. Every member throws std::system_error.
class FileDescriptor {
public:
    FileDescriptor(const std::string& path, int flags, unsigned mode = 0);  // as open(2), with O_CLOEXEC
    ~FileDescriptor();
    FileDescriptor(const FileDescriptor&) = delete;
    FileDescriptor& operator=(const FileDescriptor&) = delete;

    int number() const { return number_; }
    void write_all(std::string_view bytes) const;
    void sync() const;  // returns when it is on the disk

private:
    std::string path_;
    int number_;
};

}  // namespace base
