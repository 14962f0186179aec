// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.h"

#include <gtest/gtest.h>

namespace base {
namespace {

TEST(Utf8, LettersGoThereAndBackAtTheEdgesOfEachLength)
{
    for (const char32_t letter : {U'\0', U'a', U'\x7F', U'\x80', U'é', U'\x7FF', U'\x800', U'中', U'\xD7FF', U'\xE000',
                                  U'\xFFFF', U'\x10000', U'𠮷', U'\x10FFFF'}) {
        std::string text;
        append_utf8(text, letter);
        std::size_t at = 0;
        EXPECT_EQ(next_letter(text, at), letter);
        EXPECT_EQ(at, text.size());
        EXPECT_TRUE(is_utf8(text));
        if (text.size() == 1) continue;
        at = 0;
        EXPECT_EQ(next_letter(std::string_view{text}.substr(0, text.size() - 1), at), std::nullopt);  // cut off
        EXPECT_EQ(at, 1u);
    }
}

// The reader of one letter and the check of a stream are two pieces of code and must refuse the same.
TEST(Utf8, OnlyStrictlyValidBytesAreLetters)
{
    for (const char* const bytes : {"\x80", "\xC0\xAF", "\xC1\xBF", "\xC2\x7F", "\xE0\x9F\xBF", "\xED\xA0\x80",
                                    "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF"}) {
        std::size_t at = 0;
        EXPECT_EQ(next_letter(bytes, at), std::nullopt);
        EXPECT_EQ(at, 1u);
        EXPECT_FALSE(is_utf8(bytes));
    }
}

}  // namespace
}  // namespace base
