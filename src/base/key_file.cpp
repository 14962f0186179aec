// SPDX-License-Identifier: Apache-2.0
#include "base/key_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <stdexcept>
#include <system_error>

#include "base/file_descriptor.h"
#include "base/random.h"

namespace base {

namespace {

constexpr std::size_t key_bytes = 32;
constexpr mode_t others = S_IRWXG | S_IRWXO;

// The file appears with its content or not at all, and never over another one: link() refuses where a name exists.
void make(const std::filesystem::path& file)
{
    std::filesystem::create_directories(file.parent_path());
    std::filesystem::permissions(file.parent_path(), std::filesystem::perms::owner_all);
    const std::string fresh = (file.parent_path() / ("." + file.filename().string() + "." + random_hex(8))).string();
    {
        const FileDescriptor written{fresh, O_WRONLY | O_CREAT | O_EXCL, 0600};
        written.write_all(random_bytes(key_bytes));
        written.sync();
    }
    const int linked = ::link(fresh.c_str(), file.c_str());
    const int why = errno;
    ::unlink(fresh.c_str());
    if (linked != 0 && why != EEXIST) throw std::system_error(why, std::generic_category(), file.string());
    FileDescriptor{file.parent_path().string(), O_RDONLY | O_DIRECTORY}.sync();
}

}  // namespace

std::string key_from(const std::filesystem::path& file)
{
    if (!std::filesystem::exists(file)) make(file);
    const FileDescriptor open{file.string(), O_RDONLY};
    struct stat about = {};
    if (::fstat(open.number(), &about) != 0) throw std::system_error(errno, std::generic_category(), file.string());
    if ((about.st_mode & others) != 0)
        throw std::runtime_error(file.string() + ": others may read this key; chmod 600, and consider it known");
    std::array<char, key_bytes + 1> bytes{};
    const ssize_t length = ::read(open.number(), bytes.data(), bytes.size());
    if (length != ssize_t{key_bytes}) throw std::runtime_error(file.string() + ": not a key of 32 bytes");
    return {bytes.data(), key_bytes};
}

}  // namespace base
