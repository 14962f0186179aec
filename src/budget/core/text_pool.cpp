// SPDX-License-Identifier: Apache-2.0
#include "budget/core/text_pool.h"

#include <cstring>
#include <functional>
#include <limits>

namespace budget {

namespace {

constexpr TextPool::Handle free_slot = std::numeric_limits<TextPool::Handle>::max();
constexpr std::size_t block_bytes = 64 << 10;

}  // namespace

TextPool::TextPool() : slots_(1024, free_slot)
{
    intern({});
}

TextPool::Handle TextPool::intern(std::string_view text)
{
    std::size_t slot = slot_of(text);
    if (slots_[slot] != free_slot) return slots_[slot];
    if (texts_.size() * 2 >= slots_.size()) {
        grow();
        slot = slot_of(text);
    }
    const auto handle = static_cast<Handle>(texts_.size());
    texts_.push_back(keep(text));
    slots_[slot] = handle;
    return handle;
}

std::optional<TextPool::Handle> TextPool::find(std::string_view text) const
{
    const Handle found = slots_[slot_of(text)];
    if (found == free_slot) return std::nullopt;
    return found;
}

// Where the text is, or the free slot where it would go.
std::size_t TextPool::slot_of(std::string_view text) const
{
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = std::hash<std::string_view>{}(text)&mask;
    while (slots_[slot] != free_slot && texts_[slots_[slot]] != text) slot = (slot + 1) & mask;
    return slot;
}

std::string_view TextPool::keep(std::string_view text)
{
    if (text.empty()) return {};
    if (text.size() > left_) {
        left_ = std::max(block_bytes, text.size());
        blocks_.push_back(std::make_unique<char[]>(left_));
        next_ = blocks_.back().get();
    }
    std::memcpy(next_, text.data(), text.size());
    const std::string_view kept{next_, text.size()};
    next_ += text.size();
    left_ -= text.size();
    return kept;
}

void TextPool::grow()
{
    slots_.assign(slots_.size() * 2, free_slot);
    for (Handle handle = 0; handle < texts_.size(); ++handle) slots_[slot_of(texts_[handle])] = handle;
}

}  // namespace budget
