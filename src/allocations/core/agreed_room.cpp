// SPDX-License-Identifier: Apache-2.0
#include "allocations/core/agreed_room.h"

namespace allocations {

base::Result<AgreedRoom> room_typed(const std::string& text)
{
    const std::size_t slash = text.find('/');
    // A building without a room, or a room without a building, is no room of the register.
    if (slash == std::string::npos || slash == 0 || slash + 1 == text.size())
        return base::fail(base::ErrorKind::invalid, "allocations.room.malformed", {{"text", text}});
    return AgreedRoom{text.substr(0, slash), text.substr(slash + 1)};
}

}  // namespace allocations
