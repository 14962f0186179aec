// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "spreadsheet/byte_source.h"
#include "spreadsheet/table.h"

struct zip;

namespace spreadsheet {

// The zip inside an .xlsx or .ods file, read part by part; nothing is ever written to a path that a zip names.
// Every part is checked against Limits while it inflates; a part's claimed size is believed only to refuse early.
class Archive {
public:
    // Takes over `descriptor` and closes it, also when it refuses.
    // Refuses spreadsheet.file.damaged, spreadsheet.file.too_many_parts, spreadsheet.file.inflates_too_much.
    static base::Result<Archive> open(int descriptor, const Limits& limits);
    static base::Result<Archive> from_bytes(std::string bytes, const Limits& limits);

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
    Archive(zip* handle, const Limits& limits) : zip_{handle}, limits_{limits} {}
    static base::Result<Archive> checked(zip* handle, const Limits& limits);

    std::unique_ptr<std::string> bytes_;  // under zip_ where the archive is in memory
    std::unique_ptr<zip, Closer> zip_;
    Limits limits_;
    std::map<std::uint64_t, std::uint64_t> inflated_;  // the most that was ever read of each part
};

}  // namespace spreadsheet
