// SPDX-License-Identifier: Apache-2.0
#include "base/content_store.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <system_error>
#include <vector>

#include "base/file_descriptor.h"
#include "base/sm3.h"

namespace base {

namespace {

constexpr std::size_t piece_bytes = 1 << 16;

// A file that is on its way to its name, and vanishes when it does not get there.
class Incoming {
public:
    explicit Incoming(const std::filesystem::path& folder) : path_{folder / name()} {}
    ~Incoming()
    {
        std::error_code ignored;
        if (!is_placed_) std::filesystem::remove(path_, ignored);
    }
    Incoming(const Incoming&) = delete;
    Incoming& operator=(const Incoming&) = delete;

    const std::filesystem::path& path() const { return path_; }
    void place_at(const std::filesystem::path& place)
    {
        std::filesystem::rename(path_, place);
        is_placed_ = true;
        sync_folder(place.parent_path());
    }

private:
    static std::string name()
    {
        static std::atomic<int> counter{0};
        return ".incoming-" + std::to_string(::getpid()) + "-" + std::to_string(++counter);
    }

    std::filesystem::path path_;
    bool is_placed_ = false;
};

// A regular file that can be read; none otherwise.
std::optional<FileDescriptor> opened(const std::filesystem::path& file)
{
    struct ::stat about {};
    if (::stat(file.c_str(), &about) != 0 || !S_ISREG(about.st_mode)) return std::nullopt;
    try {
        return std::optional<FileDescriptor>{std::in_place, file.string(), O_RDONLY};
    } catch (const std::system_error&) {
        return std::nullopt;
    }
}

// The bytes read, or none when it cannot be read to its end. Stops behind the limit.
template <class Visit>
std::optional<std::int64_t> read_pieces(const FileDescriptor& from, std::int64_t limit, const Visit& visit)
{
    std::vector<char> piece(piece_bytes);
    std::int64_t bytes = 0;
    while (bytes <= limit) {
        const ssize_t count = ::read(from.number(), piece.data(), piece.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return std::nullopt;
        if (count == 0) break;
        bytes += count;
        visit(std::string_view{piece.data(), static_cast<std::size_t>(count)});
    }
    return bytes;
}

}  // namespace

void sync_folder(const std::filesystem::path& folder)
{
    FileDescriptor{folder.string(), O_RDONLY | O_DIRECTORY}.sync();
}

std::optional<std::string> sm3_of_file(const std::filesystem::path& file)
{
    const auto from = opened(file);
    if (!from) return std::nullopt;
    Sm3 digest;
    const auto add = [&](std::string_view piece) { digest.add(piece); };
    if (!read_pieces(*from, INT64_MAX - 1, add)) return std::nullopt;
    return digest.finish();
}

void write_durably(const std::filesystem::path& file, std::string_view text)
{
    Incoming incoming{file.parent_path()};
    {
        const FileDescriptor to{incoming.path().string(), O_WRONLY | O_CREAT | O_EXCL, 0600};
        to.write_all(text);
        to.sync();
    }
    incoming.place_at(file);
}

std::filesystem::path ContentStore::path_of(const std::string& digest) const
{
    return folder_ / digest.substr(0, 2) / digest;
}

FileState ContentStore::state_of(const std::string& digest) const
{
    if (!std::filesystem::exists(path_of(digest))) return FileState::missing;
    return sm3_of_file(path_of(digest)) == digest ? FileState::intact : FileState::changed;
}

Result<ContentStore::Kept> ContentStore::keep(const std::filesystem::path& file, std::int64_t most_bytes) const
{
    const ErrorArgs args{{"file", file.string()}};
    const auto from = opened(file);
    if (!from) return fail(ErrorKind::invalid, "content.file.unreadable", args);
    std::filesystem::create_directories(folder_);
    Incoming incoming{folder_};
    Sm3 digest;
    Kept kept;
    {
        const FileDescriptor to{incoming.path().string(), O_WRONLY | O_CREAT | O_EXCL, 0600};
        const auto read = read_pieces(*from, most_bytes, [&](std::string_view piece) {
            digest.add(piece);
            to.write_all(piece);
        });
        if (!read) return fail(ErrorKind::invalid, "content.file.unreadable", args);
        if (*read > most_bytes) return fail(ErrorKind::invalid, "content.file.too_large", args);
        kept = {digest.finish(), *read};
        to.sync();
    }
    // A damaged copy is replaced by the whole one: the digest says which is which.
    if (state_of(kept.digest) == FileState::intact) return kept;
    const std::filesystem::path name = path_of(kept.digest);
    std::filesystem::create_directories(name.parent_path());
    incoming.place_at(name);
    sync_folder(folder_);
    return kept;
}

ContentStore::Kept ContentStore::keep_bytes(std::string_view bytes) const
{
    Sm3 digest;
    digest.add(bytes);
    const Kept kept{digest.finish(), static_cast<std::int64_t>(bytes.size())};
    if (state_of(kept.digest) == FileState::intact) return kept;
    const std::filesystem::path name = path_of(kept.digest);
    std::filesystem::create_directories(name.parent_path());
    write_durably(name, bytes);
    sync_folder(folder_);
    return kept;
}

}  // namespace base
