// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "spreadsheet/byte_source.h"
#include "spreadsheet/table.h"

namespace spreadsheet {

// The texts that the cells of all sheets share: one buffer, so that a million of them cost no more than their bytes.
class SharedStrings {
public:
    std::optional<std::string_view> find(std::uint64_t index) const;
    std::size_t size() const { return ends_.size(); }
    void add(std::string_view text);
    std::size_t bytes() const { return texts_.size(); }

private:
    std::string texts_;
    std::vector<std::uint32_t> ends_;
};

// ECMA-376 part 1, 18.4.9. The runs of a rich text are joined, phonetic runs are left out.
// Refuses spreadsheet.file.too_much_text, spreadsheet.cell.too_long and what read_xml refuses.
base::Result<SharedStrings> read_shared_strings(ByteSource& source, const std::string& part, const Limits& limits);

// "_x000D_" -> CR (ECMA-376 part 1, 22.9.2.19): how the format writes letters that XML cannot hold.
void unescape(std::string& text);

}  // namespace spreadsheet
