// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include "check/tests/check_text.h"

namespace check {

// A rule at its boundary: the nearest wrong text is found by it, the nearest right text keeps it silent.
struct RulePair {
    const char* rule;
    const char* name;
    Severity severity;
    const char* wrong;
    const char* right;
};

class Rule : public testing::TestWithParam<RulePair> {};

inline std::string pair_name(const testing::TestParamInfo<RulePair>& info)
{
    return std::string{info.param.rule} + "_" + info.param.name;
}

}  // namespace check
