// SPDX-License-Identifier: Apache-2.0
#include "spreadsheet/convert.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

#include "spreadsheet/child.h"
#include "spreadsheet/tests/built_workbook.h"

namespace spreadsheet::testing {
namespace {

using namespace std::chrono_literals;

const std::string ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

std::string refusal(const std::string& name, const std::string& bytes, const Limits& limits)
{
    const TemporaryFile file{name, bytes};
    const auto workbook = Workbook::open(file.path(), limits);
    return workbook ? "" : workbook.error().code;
}

// A program in place of the converter.
std::filesystem::path script(const TemporaryFile& file)
{
    std::filesystem::permissions(file.path(), std::filesystem::perms::owner_all);
    return file.path();
}

std::size_t folders_left()
{
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::directory_iterator{std::filesystem::temp_directory_path()})
        if (entry.path().filename().string().starts_with("mingji-convert-")) ++count;
    return count;
}

Child shell(const std::string& command, std::chrono::seconds time = 20s)
{
    return {.program = "/bin/sh",
            .arguments = {"-c", command},
            .environment = {"PATH=/usr/bin:/bin"},
            .folder = "/",
            .memory_bytes = 1ULL << 30,
            .file_bytes = 1 << 20,
            .time = time};
}

TEST(Convert, AMissingProgramIsToldApartFromABadFile)
{
    Limits limits;
    limits.converter = "/no/such/program";
    EXPECT_EQ(refusal("a.xls", ole, limits), "spreadsheet.convert.program_missing");
    limits.converter = "/bin/false";
    EXPECT_EQ(refusal("a.et", ole, limits), "spreadsheet.convert.failed");
    limits.converter = "/bin/true";  // success without a result is no success
    EXPECT_EQ(refusal("a.xls", ole, limits), "spreadsheet.convert.failed");
}

TEST(Convert, AProgramThatHangsIsEndedWithItsChildren)
{
    const std::size_t before = folders_left();
    const TemporaryFile hanging{"hang.sh", "#!/bin/sh\nsleep 100 &\nsleep 100\n"};
    Limits limits;
    limits.converter = script(hanging);
    limits.convert_seconds = 1;
    EXPECT_EQ(refusal("a.xls", ole, limits), "spreadsheet.convert.took_too_long");
    EXPECT_EQ(folders_left(), before);
}

TEST(Convert, TheProgramSeesNothingOfOurEnvironmentAndTheResultIsRead)
{
    const TemporaryFile result{"result.xlsx", BuiltWorkbook{"<row><c><v>7</v></c></row>"}.bytes()};
    const TemporaryFile program{"copy.sh", "#!/bin/sh\n[ -z \"$MINGJI_SECRET\" ] || exit 1\nmkdir out && cp " +
                                               result.path().string() + " out/in.xlsx\n"};
    ::setenv("MINGJI_SECRET", "x", 1);
    Limits limits;
    limits.converter = script(program);
    const TemporaryFile file{"a.xls", ole};
    auto workbook = Workbook::open(file.path(), limits);
    ASSERT_TRUE(workbook) << workbook.error().code;
    EXPECT_EQ(rows_of(*workbook).value().at(0).cells.at(0).text, "7");
}

TEST(Convert, GarbageIsRefusedBeforeOrByTheProgram)
{
    EXPECT_EQ(refusal("a.ods", "PK\x03\x04 garbage", {}), "spreadsheet.file.damaged");
    const std::string doctype = zipped({{"content.xml", "<!DOCTYPE a><a/>"}});
    EXPECT_EQ(refusal("a.ods", doctype, {}), "spreadsheet.file.doctype");
    EXPECT_EQ(refusal("a.xls", ole + std::string(5'000, 'x'), {}), "spreadsheet.convert.failed");
}

// The converter would read every part of an .ods file, so every part is inflated and counted before.
TEST(Convert, AnOdsFileIsReadToItsLastPartBeforeTheProgramSeesIt)
{
    Limits limits;
    limits.converter = "/bin/false";
    const auto code = [&](const std::string& part, const std::string& text) {
        return refusal("a.ods", zipped({{"content.xml", "<a/>"}, {part, text}}), limits);
    };
    EXPECT_EQ(code("Object 1/content.xml", "<a/>"), "spreadsheet.convert.failed");
    EXPECT_EQ(code("Object 1/content.xml", "<!DOCTYPE a><a/>"), "spreadsheet.file.doctype");
    EXPECT_EQ(code("Object 1/styles.xml", "<a>"), "spreadsheet.file.bad_xml");
    EXPECT_EQ(code("Configurations2/toolbar/a.xml", "<!DOCTYPE a><a/>"), "spreadsheet.convert.failed");
    EXPECT_EQ(code("Pictures/a.png", std::string(40 << 20, ' ')), "spreadsheet.file.inflates_too_much");
}

TEST(Child, HasItsLimits)
{
    EXPECT_EQ(run(shell("exit 0")).end, ChildEnd::succeeded);
    EXPECT_EQ(run(shell("exit 3")).end, ChildEnd::failed);
    EXPECT_EQ(run(shell("sleep 50", 1s)).end, ChildEnd::timed_out);
    EXPECT_EQ(run(shell("head -c 1000000 /dev/zero > /tmp/mingji-test-small")).end, ChildEnd::succeeded);
    EXPECT_EQ(run(shell("head -c 2000000 /dev/zero > /tmp/mingji-test-large")).end, ChildEnd::failed);
    std::filesystem::remove("/tmp/mingji-test-small");
    std::filesystem::remove("/tmp/mingji-test-large");
}

TEST(Child, LeavesNoProcessOfItsGroupBehind)
{
    const TemporaryFile file{"unused"};
    const std::filesystem::path pipe = file.path().parent_path() / "pipe";
    ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
    const int reading = ::open(pipe.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    EXPECT_EQ(run(shell("sleep 100 > " + pipe.string() + " & wait", 1s)).end, ChildEnd::timed_out);
    pollfd last_writer_gone{reading, 0, 0};
    EXPECT_EQ(::poll(&last_writer_gone, 1, 5'000), 1);
    ::close(reading);
}

TEST(Child, HasNoNetworkWhereTheMachineAllowsThat)
{
    // In a network of its own a process sees the loopback device and nothing else.
    const ChildOutcome outcome = run(shell("[ $(grep -c : /proc/net/dev) -le 1 ]"));
    if (outcome.had_network) GTEST_SKIP() << "this machine forbids processes of their own network";
    EXPECT_EQ(outcome.end, ChildEnd::succeeded);
}

}  // namespace
}  // namespace spreadsheet::testing
