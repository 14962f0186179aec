// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "base/file_descriptor.h"
#include "spreadsheet/byte_source.h"
#include "spreadsheet/table.h"

namespace spreadsheet {

enum class FileKind { xlsx, ods, ole, csv };

struct OpenFile {
    base::FileDescriptor descriptor;
    FileKind kind = FileKind::csv;
};

// Opens for reading what the name promises and checks the first bytes against it: .xlsx .xlsm (zip), .ods (zip),
// .xls .et (OLE), .csv .tsv .txt (neither).
// Refuses spreadsheet.file.not_found, .not_readable, .not_a_file, .empty, .too_large and what kind_of refuses.
base::Result<OpenFile> open_file(const std::filesystem::path& path, const Limits& limits);

// The kind that a file name and the first bytes agree on. Refuses spreadsheet.file.unknown_kind, and by what the bytes
// are instead: .looks_like_zip, .looks_like_ole (an old .xls, or any file with a password), .looks_like_text (neither).
base::Result<FileKind> kind_of(const std::filesystem::path& name, std::string_view first_bytes);

// Reads a descriptor it does not own, from its beginning.
class FileSource : public ByteSource {
public:
    explicit FileSource(int descriptor) : descriptor_{descriptor} {}
    base::Result<std::size_t> read(char* buffer, std::size_t size) override;

private:
    int descriptor_;
    std::uint64_t offset_ = 0;
};

}  // namespace spreadsheet
