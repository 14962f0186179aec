// SPDX-License-Identifier: Apache-2.0
#include "base/file_descriptor.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace base {

FileDescriptor::FileDescriptor(const std::string& path, int flags, unsigned mode)
    : path_{path}, number_{::open(path.c_str(), flags | O_CLOEXEC, mode)}
{
    if (number_ < 0) throw std::system_error(errno, std::generic_category(), path_);
}

FileDescriptor::~FileDescriptor()
{
    if (number_ >= 0) ::close(number_);
}

FileDescriptor::FileDescriptor(FileDescriptor&& other) noexcept
    : path_{std::move(other.path_)}, number_{std::exchange(other.number_, -1)}
{
}

FileDescriptor& FileDescriptor::operator=(FileDescriptor&& other) noexcept
{
    std::swap(path_, other.path_);
    std::swap(number_, other.number_);
    return *this;
}

void FileDescriptor::write_all(std::string_view bytes) const
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(number_, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR) throw std::system_error(errno, std::generic_category(), path_);
        if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

void FileDescriptor::sync() const
{
    if (::fsync(number_) != 0) throw std::system_error(errno, std::generic_category(), path_);
}

}  // namespace base
