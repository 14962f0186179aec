// SPDX-License-Identifier: Apache-2.0
#include "app/backup/packed_text.h"

#include <fcntl.h>
#include <unistd.h>
#include <zlib.h>

#include <array>
#include <cerrno>
#include <system_error>

#include "base/content_store.h"

namespace app {

namespace {

constexpr unsigned buffer_bytes = 1 << 17;

[[noreturn]] void broken(const std::filesystem::path& file)
{
    throw std::system_error(errno == 0 ? EIO : errno, std::generic_category(), file.string());
}

}  // namespace

struct PackedWriter::State {
    std::filesystem::path file;
    int descriptor = -1;
    gzFile packed = nullptr;
};

PackedWriter::PackedWriter(std::filesystem::path file) : state_{std::make_unique<State>()}
{
    state_->file = std::move(file);
    state_->descriptor = ::open(state_->file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (state_->descriptor < 0) broken(state_->file);
    state_->packed = gzdopen(::dup(state_->descriptor), "wb6");
    if (!state_->packed) broken(state_->file);
    gzbuffer(state_->packed, buffer_bytes);
}

PackedWriter::~PackedWriter()
{
    if (state_->packed) gzclose(state_->packed);
    if (state_->descriptor >= 0) ::close(state_->descriptor);
}

void PackedWriter::write(std::string_view piece)
{
    if (piece.empty()) return;
    errno = 0;
    const auto size = static_cast<unsigned>(piece.size());
    if (gzwrite(state_->packed, piece.data(), size) != static_cast<int>(size)) broken(state_->file);
}

void PackedWriter::finish()
{
    errno = 0;
    if (gzclose(std::exchange(state_->packed, nullptr)) != Z_OK || ::fsync(state_->descriptor) != 0)
        broken(state_->file);
    base::sync_folder(state_->file.parent_path());
}

struct PackedReader::State {
    gzFile packed = nullptr;
};

PackedReader::PackedReader(const std::filesystem::path& file) : state_{std::make_unique<State>()}
{
    errno = 0;
    state_->packed = gzopen(file.c_str(), "rb");
    if (!state_->packed) broken(file);
    gzbuffer(state_->packed, buffer_bytes);
}

PackedReader::~PackedReader()
{
    gzclose(state_->packed);
}

std::optional<std::string> PackedReader::line()
{
    std::string line;
    std::array<char, 4096> piece{};
    while (gzgets(state_->packed, piece.data(), static_cast<int>(piece.size()))) {
        line += piece.data();
        if (line.ends_with('\n')) {
            line.pop_back();
            return line;
        }
    }
    return std::nullopt;  // a last line without an end is a cut one
}

}  // namespace app
