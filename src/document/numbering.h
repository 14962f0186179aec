// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>

namespace document {

// The numbers of headings as GB/T 9704 orders them: 一、 （一） 1. （1）. A heading starts the count below it anew.
class HeadingNumbers {
public:
    std::string next(int level);  // level 1 to 4

private:
    std::array<int, 4> counts_{};
};

}  // namespace document
