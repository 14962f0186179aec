// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace budget {

// Each text once: 100,000 rows repeat a few payees, codes and notes, and equal handles are equal texts.
class TextPool {
public:
    using Handle = std::uint32_t;
    static constexpr Handle none = 0;  // the empty text

    TextPool();
    Handle intern(std::string_view text);
    std::optional<Handle> find(std::string_view text) const;
    std::string_view text(Handle handle) const { return texts_[handle]; }

private:
    std::size_t slot_of(std::string_view text) const;
    std::string_view keep(std::string_view text);
    void grow();

    std::vector<std::string_view> texts_;
    std::vector<Handle> slots_;  // open addressing; `free` is a slot without a text
    std::vector<std::unique_ptr<char[]>> blocks_;
    char* next_ = nullptr;
    std::size_t left_ = 0;
};

}  // namespace budget
