// SPDX-License-Identifier: Apache-2.0
#include "ledgers/record_lists.h"

#include <algorithm>
#include <cassert>

namespace ledgers {

namespace {

constexpr std::size_t most_bytes = std::size_t{32} << 20;
constexpr std::size_t overhead = 200;  // of an entry, so that many empty lists count too

}  // namespace

void RecordList::add(std::string_view id)
{
    if (width_ == 0) width_ = id.size();
    assert(id.size() == width_);
    ids_ += id;
}

std::string_view RecordList::at(std::size_t position) const
{
    return std::string_view{ids_}.substr(position * width_, width_);
}

std::shared_ptr<const RecordList> RecordLists::find(const std::string& key)
{
    const std::lock_guard lock{mutex_};
    const auto found = std::find_if(kept_.begin(), kept_.end(), [&](const Kept& kept) { return kept.first == key; });
    if (found == kept_.end()) return nullptr;
    kept_.splice(kept_.begin(), kept_, found);
    return found->second;
}

void RecordLists::keep(const std::string& key, std::shared_ptr<const RecordList> list)
{
    const std::lock_guard lock{mutex_};
    const auto size_of = [](const Kept& kept) { return kept.first.size() + kept.second->bytes() + overhead; };
    const auto same = std::find_if(kept_.begin(), kept_.end(), [&](const Kept& kept) { return kept.first == key; });
    if (same != kept_.end()) {
        bytes_ -= size_of(*same);
        kept_.erase(same);
    }
    kept_.emplace_front(key, std::move(list));
    bytes_ += size_of(kept_.front());
    while (bytes_ > most_bytes && kept_.size() > 1) {
        bytes_ -= size_of(kept_.back());
        kept_.pop_back();
    }
}

}  // namespace ledgers
