// SPDX-License-Identifier: Apache-2.0
#include "base/column_letters.h"

#include <gtest/gtest.h>

namespace base {
namespace {

TEST(ColumnLetters, CountInTwentySix)
{
    EXPECT_EQ(column_letters(0), "A");
    EXPECT_EQ(column_letters(25), "Z");
    EXPECT_EQ(column_letters(26), "AA");
    EXPECT_EQ(column_letters(701), "ZZ");
    EXPECT_EQ(column_letters(702), "AAA");
    EXPECT_EQ(column_letters(16'383), "XFD");
}

}  // namespace
}  // namespace base
