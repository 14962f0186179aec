// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>

#include "premises/core/named.h"

namespace premises {

// What needs a room to stay in the register.
enum class Holder { agreement, person };
inline constexpr std::array holders{Named<Holder>{Holder::agreement, "agreement", "使用协议"},
                                    Named<Holder>{Holder::person, "person", "人员用房"}};

struct RoomHold {
    std::string building = {};
    std::string number = {};
    Holder holder = Holder::agreement;
    std::string name = {};  // number of the agreement, of the use by a person

    friend bool operator==(const RoomHold&, const RoomHold&) = default;
};

}  // namespace premises
