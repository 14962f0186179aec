// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"

namespace spreadsheet {

inline constexpr std::size_t chunk_bytes = 64 << 10;

// Bytes that come in pieces: a part of a zip, a file, a buffer in a test.
class ByteSource {
public:
    virtual ~ByteSource() = default;
    // Fills at most `size` bytes and says how many; 0 at the end.
    virtual base::Result<std::size_t> read(char* buffer, std::size_t size) = 0;
};

// Everything that is left. What a file may inflate to is limited where it is opened.
inline base::Result<std::string> all_of(ByteSource& source)
{
    std::string bytes;
    std::string chunk(chunk_bytes, '\0');
    while (true) {
        TRY_ASSIGN(const std::size_t size, source.read(chunk.data(), chunk.size()));
        if (size == 0) return bytes;
        bytes.append(chunk, 0, size);
    }
}

// Views bytes that outlive it.
class MemorySource : public ByteSource {
public:
    explicit MemorySource(std::string_view bytes) : rest_{bytes} {}
    base::Result<std::size_t> read(char* buffer, std::size_t size) override
    {
        const std::size_t taken = rest_.copy(buffer, size);
        rest_.remove_prefix(taken);
        return taken;
    }

private:
    std::string_view rest_;
};

}  // namespace spreadsheet
