// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace app {

// A text in a file packed by gzip, written in pieces. The file is there, and on the disk, once finish() returned.
class PackedWriter {
public:
    explicit PackedWriter(std::filesystem::path file);
    ~PackedWriter();
    PackedWriter(const PackedWriter&) = delete;
    PackedWriter& operator=(const PackedWriter&) = delete;

    void write(std::string_view piece);  // throws std::system_error when the disk is full
    void finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

// Reads it back by lines.
class PackedReader {
public:
    explicit PackedReader(const std::filesystem::path& file);  // throws std::system_error when it cannot be opened
    ~PackedReader();
    PackedReader(const PackedReader&) = delete;
    PackedReader& operator=(const PackedReader&) = delete;

    // Without its end; none at the end of the text, or where the file is damaged.
    std::optional<std::string> line();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace app
