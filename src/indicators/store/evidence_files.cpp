// SPDX-License-Identifier: Apache-2.0
#include "indicators/store/evidence_files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <optional>
#include <system_error>
#include <vector>

#include "base/sm3.h"

namespace indicators {

namespace {

constexpr std::int64_t most_bytes = 500LL << 20;
constexpr std::size_t piece_bytes = 1 << 16;

[[noreturn]] void broken(const std::filesystem::path& path)
{
    throw std::system_error(errno, std::generic_category(), path.string());
}

class Descriptor {
public:
    Descriptor(const std::filesystem::path& path, int flags) : number_{::open(path.c_str(), flags | O_CLOEXEC, 0600)} {}
    ~Descriptor()
    {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    bool open() const { return number_ >= 0; }
    int number() const { return number_; }

private:
    int number_;
};

void write_all(const Descriptor& to, std::string_view bytes, const std::filesystem::path& path)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(to.number(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) broken(path);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

void sync(const Descriptor& descriptor, const std::filesystem::path& path)
{
    if (!descriptor.open() || ::fsync(descriptor.number()) != 0) broken(path);
}

void sync_folder(const std::filesystem::path& folder)
{
    sync(Descriptor{folder, O_RDONLY | O_DIRECTORY}, folder);
}

// Removes what was written beside unless it found its place.
class Incoming {
public:
    explicit Incoming(std::filesystem::path path) : path_{std::move(path)} {}
    ~Incoming()
    {
        std::error_code ignored;
        if (!placed_) std::filesystem::remove(path_, ignored);
    }
    Incoming(const Incoming&) = delete;
    Incoming& operator=(const Incoming&) = delete;

    void place_at(const std::filesystem::path& name)
    {
        std::filesystem::rename(path_, name);
        placed_ = true;
    }

private:
    std::filesystem::path path_;
    bool placed_ = false;
};

std::filesystem::path incoming_name(const std::filesystem::path& folder)
{
    static std::atomic<int> counter{0};
    return folder / (".incoming-" + std::to_string(::getpid()) + "-" + std::to_string(++counter));
}

// Reads a file piece by piece; the bytes read, or none when it cannot be read to its end.
template <class Visit>
std::optional<std::int64_t> read_pieces(const Descriptor& from, std::int64_t limit, const Visit& visit)
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

std::optional<std::string> digest_of_file(const std::filesystem::path& path)
{
    const Descriptor file{path, O_RDONLY};
    if (!file.open()) return std::nullopt;
    base::Sm3 digest;
    if (!read_pieces(file, most_bytes, [&](std::string_view piece) { digest.add(piece); })) return std::nullopt;
    return digest.finish();
}

}  // namespace

std::filesystem::path EvidenceFiles::path_of(const std::string& digest) const
{
    return folder_ / digest.substr(0, 2) / digest;
}

FileState EvidenceFiles::state_of(const std::string& digest) const
{
    if (!std::filesystem::exists(path_of(digest))) return FileState::missing;
    return digest_of_file(path_of(digest)) == digest ? FileState::intact : FileState::changed;
}

base::Result<EvidenceFiles::Kept> EvidenceFiles::keep(const std::filesystem::path& file) const
{
    const base::ErrorArgs args{{"file", file.string()}};
    const Descriptor from{file, O_RDONLY};
    struct ::stat about {};
    if (!from.open() || ::fstat(from.number(), &about) != 0 || !S_ISREG(about.st_mode))
        return base::fail(base::ErrorKind::invalid, "indicators.evidence.unreadable", args);

    std::filesystem::create_directories(folder_);
    const std::filesystem::path beside = incoming_name(folder_);
    Incoming incoming{beside};
    base::Sm3 digest;
    std::int64_t bytes = 0;
    {
        const Descriptor to{beside, O_WRONLY | O_CREAT | O_EXCL};
        if (!to.open()) broken(beside);
        const auto read = read_pieces(from, most_bytes, [&](std::string_view piece) {
            digest.add(piece);
            write_all(to, piece, beside);
        });
        if (!read) return base::fail(base::ErrorKind::invalid, "indicators.evidence.unreadable", args);
        if (*read > most_bytes) return base::fail(base::ErrorKind::invalid, "indicators.evidence.too_large", args);
        bytes = *read;
        sync(to, beside);
    }
    const Kept kept{digest.finish(), bytes};
    const std::filesystem::path name = path_of(kept.digest);
    // A damaged copy is replaced by the whole one: the digest says which is which.
    if (state_of(kept.digest) == FileState::intact) return kept;
    std::filesystem::create_directories(name.parent_path());
    incoming.place_at(name);
    sync_folder(name.parent_path());
    sync_folder(folder_);
    return kept;
}

}  // namespace indicators
