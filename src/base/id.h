// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <utility>

#include "base/clock.h"

namespace base {

// A typed identifier: one C++ type per thing, so that a payment's id never stands where a line's is meant.
template <class Tag>
class Id {
public:
    Id() = default;
    explicit Id(std::string text) : text_{std::move(text)} {}

    const std::string& text() const { return text_; }
    bool empty() const { return text_.empty(); }
    friend auto operator<=>(const Id&, const Id&) = default;

private:
    std::string text_;
};

using OrgId = Id<struct OrgTag>;

// A new UUIDv7 (RFC 9562): the clock's millisecond, a counter that keeps the order within it, and random bits.
std::string new_uuid(const Clock& clock);
// The least UUID of that millisecond.
std::string first_uuid_of(std::int64_t milliseconds_since_1970);
// From now on this process makes UUIDs behind this one, even where the clock was set back since it was made. Anything
// but a UUIDv7 is passed over.
void continue_after(const std::string& uuid);

template <class Tag>
Id<Tag> new_id(const Clock& clock)
{
    return Id<Tag>{new_uuid(clock)};
}

}  // namespace base
