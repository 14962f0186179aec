// SPDX-License-Identifier: Apache-2.0
#include "spreadsheet/child.h"

#include <fcntl.h>
#include <grp.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

#include "base/file_descriptor.h"
#include "spreadsheet/tests/built_workbook.h"

namespace spreadsheet::testing {
namespace {

using namespace std::chrono_literals;

constexpr uid_t nobody = 65'534;

// A folder for children to work in.
class Room {
public:
    std::filesystem::path path() const { return unused_.path().parent_path(); }
    std::filesystem::path file(const std::string& name) const { return path() / name; }
    Child shell(const std::string& command, std::chrono::seconds time = 20s) const
    {
        return {.program = "/bin/bash",
                .arguments = {"-c", command},
                .environment = {"PATH=/usr/bin:/bin"},
                .folder = path(),
                .memory_bytes = 1ULL << 30,
                .file_bytes = 1 << 20,
                .time = time};
    }
    ChildEnd end_of(const std::string& command) const { return run(shell(command)).end; }

private:
    TemporaryFile unused_{"unused"};
};

// Found out without the code under test.
bool machine_confines()
{
    std::vector<std::string> words{"bwrap", "--unshare-all", "--ro-bind", "/", "/", "--proc", "/proc", "/bin/true"};
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    pid_t process = 0;
    if (posix_spawn(&process, "/usr/bin/bwrap", nullptr, nullptr, arguments.data(), environ) != 0) return false;
    int status = 0;
    waitpid(process, &status, 0);
    return status == 0;
}

// What `ask` says in a process of the user nobody; where this is not root's process, in one of its own user.
template <class Ask>
int as_nobody(Ask ask)
{
    const pid_t process = fork();
    if (process == 0) {
        if (geteuid() == 0 && (setgroups(0, nullptr) != 0 || setgid(nobody) != 0 || setuid(nobody) != 0)) _exit(100);
        _exit(ask());
    }
    int status = 0;
    waitpid(process, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 101;
}

TEST(Child, HasItsLimits)
{
    const Room room;
    EXPECT_EQ(room.end_of("exit 0"), ChildEnd::succeeded);
    EXPECT_EQ(room.end_of("exit 3"), ChildEnd::failed);
    EXPECT_EQ(run(room.shell("sleep 50", 1s)).end, ChildEnd::timed_out);
    EXPECT_EQ(room.end_of("head -c 1048576 /dev/zero > small"), ChildEnd::succeeded);
    EXPECT_EQ(room.end_of("head -c 1048577 /dev/zero > large"), ChildEnd::failed);
    EXPECT_EQ(std::filesystem::file_size(room.file("small")), 1'048'576u);
    EXPECT_EQ(std::filesystem::file_size(room.file("large")), 1'048'576u);
}

TEST(Child, HasOnlyTheMemoryItIsGiven)
{
    const Room room;
    Child child = room.shell("x=$(head -c 30000000 /dev/zero | tr '\\0' a); [ ${#x} = 30000000 ]");
    EXPECT_EQ(run(child).end, ChildEnd::succeeded);
    child.memory_bytes = 30 << 20;
    EXPECT_EQ(run(child).end, ChildEnd::failed);
}

TEST(Child, LeavesNoProcessBehind)
{
    const Room room;
    ASSERT_EQ(mkfifo(room.file("pipe").c_str(), 0600), 0);
    const base::FileDescriptor reading{::open(room.file("pipe").c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC)};
    const std::string leaves_its_group = machine_confines() ? "setsid sleep 100 > pipe & " : "";
    EXPECT_EQ(run(room.shell(leaves_its_group + "sleep 100 > pipe & wait", 1s)).end, ChildEnd::timed_out);
    pollfd last_writer_gone{reading.number(), 0, 0};
    EXPECT_EQ(::poll(&last_writer_gone, 1, 20'000), 1);
}

// A folder that is not there cannot be given to a confined program: this is how a machine that forbids it looks.
TEST(Child, RunsUnconfinedWhereItCannotBeConfinedAndSaysSo)
{
    const Room room;
    Child child = room.shell("[ -e /etc/passwd ]");
    child.readable = {room.file("nothing")};
    const ChildOutcome outcome = run(child);
    EXPECT_EQ(outcome.end, ChildEnd::succeeded);
    EXPECT_TRUE(outcome.saw_files);
}

TEST(Child, UnconfinedItsGroupStillEndsWithTheProcessThatRanIt)
{
    const Room room;
    ASSERT_EQ(mkfifo(room.file("pipe").c_str(), 0600), 0);
    const base::FileDescriptor reading{::open(room.file("pipe").c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC)};
    Child child = room.shell("exec 3> pipe; echo >&3; sleep 1000 & sleep 1000", 1'000s);
    child.readable = {room.file("nothing")};
    const pid_t runner = fork();
    if (runner == 0) {
        static_cast<void>(run(child));
        _exit(0);
    }
    pollfd started{reading.number(), POLLIN, 0};
    EXPECT_EQ(::poll(&started, 1, 20'000), 1);
    ::kill(runner, SIGKILL);
    ::waitpid(runner, nullptr, 0);
    pollfd last_writer_gone{reading.number(), 0, 0};
    EXPECT_EQ(::poll(&last_writer_gone, 1, 20'000), 1);
}

TEST(Child, SaysTruthfullyWhetherItWasConfined)
{
    const Room room;
    const bool confines = machine_confines();
    const ChildOutcome outcome = run(room.shell("[ -e /etc/passwd ]"));
    EXPECT_EQ(outcome.saw_files, !confines);
    EXPECT_EQ(outcome.end, confines ? ChildEnd::failed : ChildEnd::succeeded);
    EXPECT_FALSE(confines && outcome.had_network);
}

TEST(Child, ReadsAndWritesNoFilesButItsOwn)
{
    const Room room;
    const Room other;
    std::ofstream{other.file("secret")} << "x";
    const std::string there = other.path().string();
    Child child = room.shell("cat " + there + "/secret");
    const bool confines = !run(child).saw_files;
    EXPECT_EQ(run(child).end, confines ? ChildEnd::failed : ChildEnd::succeeded);
    child.readable = {other.path()};
    EXPECT_EQ(run(child).end, ChildEnd::succeeded);
    child.arguments = {"-c", "echo y > " + there + "/secret"};
    EXPECT_EQ(run(child).end, confines ? ChildEnd::failed : ChildEnd::succeeded);
    EXPECT_EQ(room.end_of("echo y > own && [ $(cat own) = y ]"), ChildEnd::succeeded);
    if (!confines) return;
    EXPECT_EQ(room.end_of("echo y > /usr/bin/mingji-test"), ChildEnd::failed);
    EXPECT_EQ(room.end_of("grep -q '^CapEff:.*[1-9a-f]' /proc/self/status"), ChildEnd::failed);
}

// Somebody listens on the machine's loopback, where the database and the server of an office do.
TEST(Child, ReachesNobodyOnTheNetwork)
{
    const Room room;
    const base::FileDescriptor listening{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)};
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    auto* const any = reinterpret_cast<sockaddr*>(&address);
    ASSERT_EQ(::bind(listening.number(), any, length), 0);
    ASSERT_EQ(::listen(listening.number(), 1), 0);
    ASSERT_EQ(::getsockname(listening.number(), any, &length), 0);

    const ChildOutcome outcome =
        run(room.shell("exec 3<>/dev/tcp/127.0.0.1/" + std::to_string(ntohs(address.sin_port))));

    EXPECT_EQ(outcome.end, outcome.had_network ? ChildEnd::succeeded : ChildEnd::failed);
    pollfd caller{listening.number(), POLLIN, 0};
    EXPECT_EQ(::poll(&caller, 1, 0), outcome.had_network ? 1 : 0);
}

TEST(Child, IsConfinedForAnOrdinaryUserToo)
{
    const Room room;
    const Room other;
    ASSERT_TRUE(geteuid() != 0 || ::chown(room.path().c_str(), nobody, nobody) == 0);
    std::filesystem::permissions(other.path(), std::filesystem::perms::all);
    const Child child = room.shell("echo y > own && [ ! -e " + other.path().string() + " ]");
    EXPECT_EQ(as_nobody([&] {
                  const bool confines = machine_confines();
                  const ChildOutcome outcome = run(child);
                  if (outcome.saw_files == confines) return 1;
                  return outcome.end == (confines ? ChildEnd::succeeded : ChildEnd::failed) ? 0 : 2;
              }),
              0);
}

}  // namespace
}  // namespace spreadsheet::testing
