// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

namespace ledgers {

// The ids of records, one after the other; all are of one length.
class RecordList {
public:
    void add(std::string_view id);
    std::size_t size() const { return width_ == 0 ? 0 : ids_.size() / width_; }
    std::string_view at(std::size_t position) const;
    std::size_t bytes() const { return ids_.size(); }

private:
    std::string ids_;
    std::size_t width_ = 0;
};

// Which records a query took, and in which order, for as long as the register stays as it was: whoever scrolls through
// a hundred thousand records asks for the same list many times. A register changes by imports alone, and each counts
// its version up, so that a key with the version in it never lies. Any thread may ask; what was not asked for longest
// goes when the lists grow beyond 32 MB.
class RecordLists {
public:
    std::shared_ptr<const RecordList> find(const std::string& key);
    void keep(const std::string& key, std::shared_ptr<const RecordList> list);

private:
    using Kept = std::pair<std::string, std::shared_ptr<const RecordList>>;

    std::mutex mutex_;
    std::list<Kept> kept_;  // asked for last comes first
    std::size_t bytes_ = 0;
};

}  // namespace ledgers
