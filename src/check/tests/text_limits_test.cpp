// SPDX-License-Identifier: Apache-2.0
// What is read may not keep the rules busy for longer than anybody waits: one more than the most is refused, whatever
// kind of file it came from.
#include "check/core/text_limits.h"

#include <gtest/gtest.h>

#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "check/check.h"

namespace check {
namespace {

class TextLimits : public ::testing::Test {
protected:
    // The code of the refusal; empty where the file is read.
    std::string refusal_of(const std::string& extension, const std::string& content)
    {
        const std::filesystem::path file =
            ::testing::TempDir() + "check-limits-" + std::to_string(getpid()) + extension;
        std::ofstream{file, std::ios::binary} << content;
        const auto read = read_report(file);
        std::filesystem::remove(file);
        return read ? "" : read.error().code;
    }

    static std::string lines(std::string_view line, std::size_t count)
    {
        std::string text;
        for (std::size_t i = 0; i < count; ++i) (text += line) += '\n';
        return text;
    }
};

TEST_F(TextLimits, Bytes)
{
    std::string text;
    while (text.size() + 1'024 <= most_text_bytes) text += std::string(1'024, '.') + '\n';
    const std::size_t ends = text.size() / 1'025;  // the ends of lines are no text
    text.append(most_text_bytes - (text.size() - ends), '.');
    EXPECT_EQ(refusal_of(".txt", text), "");
    EXPECT_EQ(refusal_of(".txt", text + '.'), "check.file.too_much_text");
}

TEST_F(TextLimits, Lines)
{
    EXPECT_EQ(refusal_of(".txt", lines("无。", most_lines_and_cells)), "");
    EXPECT_EQ(refusal_of(".txt", lines("无。", most_lines_and_cells + 1)), "check.file.too_many_lines");
}

// Lines that are joined to paragraphs are lines still.
TEST_F(TextLimits, JoinedLines)
{
    EXPECT_EQ(refusal_of(".txt", lines("无，", most_lines_and_cells)), "");
    EXPECT_EQ(refusal_of(".txt", lines("无，", most_lines_and_cells + 1)), "check.file.too_many_lines");
}

TEST_F(TextLimits, RowsAndTheirCells)
{
    EXPECT_EQ(refusal_of(".md", lines("|1|2|", most_lines_and_cells / 3)), "");
    EXPECT_EQ(refusal_of(".md", lines("|1|2|", most_lines_and_cells / 3) + "无。"), "check.file.too_many_lines");
}

TEST_F(TextLimits, CellsOfASheet)
{
    EXPECT_EQ(refusal_of(".csv", lines("1,2", most_lines_and_cells / 3)), "");
    EXPECT_EQ(refusal_of(".csv", lines("1,2", most_lines_and_cells / 3 + 1)), "check.file.too_many_lines");
}

}  // namespace
}  // namespace check
