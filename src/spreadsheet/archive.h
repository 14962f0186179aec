// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/file_descriptor.h"
#include "base/result.h"
#include "spreadsheet/byte_source.h"
#include "spreadsheet/table.h"

struct zip;

namespace spreadsheet {

class ZipBytes;

// The zip inside an .xlsx or .ods file, read part by part; nothing is ever written to a path that a zip names, and a
// zip inside the zip is never opened. Every part is checked against Limits while it inflates; a part's claimed size is
// believed only to refuse early.
class Archive {
public:
    // Refuses spreadsheet.file.damaged (also two parts of one name), .too_many_parts, .link_inside (a part that is a
    // symbolic link), and .parts_overlap: parts that share stored bytes inflate them once under each name, and so make
    // a bomb of a small file without any part that is dense (Fifield, "A better zip bomb", 2019).
    static base::Result<Archive> open(base::FileDescriptor file, const Limits& limits);
    static base::Result<Archive> from_bytes(std::string bytes, const Limits& limits);

    Archive(Archive&&) noexcept;
    ~Archive();

    std::vector<std::string> parts() const;  // in the file's order
    bool has(const std::string& part) const;
    // Letters' case is not looked at: some programs write xl/SharedStrings.xml.
    // Refuses spreadsheet.file.part_missing, .encrypted, .damaged, .inflates_too_much. Reading refuses
    // spreadsheet.file.damaged and .inflates_too_much.
    base::Result<std::unique_ptr<ByteSource>> open_part(const std::string& part);

private:
    struct Closer {
        void operator()(zip* handle) const;
    };
    class Part;
    static base::Result<Archive> over(std::unique_ptr<ZipBytes> bytes, const Limits& limits);
    Archive(std::unique_ptr<ZipBytes> bytes, zip* handle, const Limits& limits);
    base::Result<void> check_parts();

    std::unique_ptr<ZipBytes> bytes_;  // under zip_
    std::unique_ptr<zip, Closer> zip_;
    Limits limits_;
    std::map<std::uint64_t, std::uint64_t> inflated_;  // the most that was ever read of each part
};

}  // namespace spreadsheet
