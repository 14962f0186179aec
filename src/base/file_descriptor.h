// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace base {

// An open file that is closed when it goes out of scope.
class FileDescriptor {
public:
    FileDescriptor() = default;                                             // holds none
    explicit FileDescriptor(int number) : number_{number} {}                // takes over what open(2) and its like gave
    FileDescriptor(const std::string& path, int flags, unsigned mode = 0);  // as open(2), with O_CLOEXEC; or throws
    ~FileDescriptor();
    FileDescriptor(FileDescriptor&& other) noexcept;
    FileDescriptor& operator=(FileDescriptor&& other) noexcept;

    int number() const { return number_; }  // below zero where it holds none
    // These throw std::system_error.
    void write_all(std::string_view bytes) const;
    void sync() const;  // returns when it is on the disk

private:
    std::string path_;
    int number_ = -1;
};

}  // namespace base
