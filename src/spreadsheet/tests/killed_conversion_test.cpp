// SPDX-License-Identifier: Apache-2.0
// kill -9 in the middle of a conversion: no process goes on, and the next conversion removes the folder that stayed.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "base/file_descriptor.h"
#include "spreadsheet/tests/own_temporary_folder.h"

namespace spreadsheet::testing {
namespace {

constexpr int patience_ms = 30'000;

// Enough work for some seconds of LibreOffice.
std::string large_ods()
{
    const std::string names = R"(xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" )"
                              R"(xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" )"
                              R"(xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0")";
    std::string rows;
    for (int row = 0; row < 30'000; ++row) {
        rows += "<table:table-row>";
        for (int column = 1; column <= 10; ++column)
            rows += R"(<table:table-cell office:value-type="string"><text:p>张)" + std::to_string(row * column % 977) +
                    "</text:p></table:table-cell>";
        rows += "</table:table-row>";
    }
    return zipped({{"META-INF/manifest.xml",
                    R"(<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry )"
                    R"(m:full-path="/" m:media-type="application/vnd.oasis.opendocument.spreadsheet"/></m:manifest>)"},
                   {"content.xml", "<office:document-content " + names + R"( office:version="1.2"><office:body>)" +
                                       "<office:spreadsheet><table:table table:name=\"a\">" + rows +
                                       "</table:table></office:spreadsheet></office:body></office:document-content>"}});
}

// A conversion in a process of its own, whose program holds a pipe open: the pipe tells that it runs, that it came to
// its end, and that the last process of it is gone.
class Conversion {
public:
    explicit Conversion(const std::string& commands)
        : script_{"exec 3> ${0%/*}/alive\necho >&3\n" + commands + "\necho >&3\n"}, file_{"a.ods", large_ods()}
    {
        mkfifo(script_.beside("alive").c_str(), 0600);
        alive_ = base::FileDescriptor{::open(script_.beside("alive").c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC)};
        Limits limits;
        limits.converter = script_.path();
        process_ = fork();
        if (process_ == 0) {
            static_cast<void>(Workbook::open(file_.path(), limits));
            _exit(0);
        }
        pollfd started{alive_.number(), POLLIN, 0};
        is_running_ = ::poll(&started, 1, patience_ms) == 1 && has_line();
    }
    ~Conversion() { kill(); }
    Conversion(const Conversion&) = delete;
    Conversion& operator=(const Conversion&) = delete;

    bool is_running() const { return is_running_; }
    void kill()
    {
        if (process_ > 0) ::kill(process_, SIGKILL);
        if (process_ > 0) ::waitpid(process_, nullptr, 0);
        process_ = -1;
    }
    bool last_process_goes_unfinished() const
    {
        pollfd last_writer_gone{alive_.number(), 0, 0};
        return ::poll(&last_writer_gone, 1, patience_ms) == 1 && !has_line();
    }

private:
    bool has_line() const
    {
        char end_of_line = 0;
        return ::read(alive_.number(), &end_of_line, 1) == 1;
    }

    Script script_;
    TemporaryFile file_;
    base::FileDescriptor alive_;
    pid_t process_ = -1;
    bool is_running_ = false;
};

void convert_something()
{
    const TemporaryFile file{"b.xls", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"};
    Limits limits;
    limits.converter = "/bin/false";
    EXPECT_EQ(Workbook::open(file.path(), limits).error().code, "spreadsheet.convert.cannot_start");
}

// True once `name` is in the folder.
bool appears(const std::filesystem::path& folder, const std::string& name)
{
    const base::FileDescriptor events{inotify_init1(IN_CLOEXEC)};
    if (inotify_add_watch(events.number(), folder.c_str(), IN_CREATE) < 0) return false;
    char buffer[4'096];
    while (!std::filesystem::exists(folder / name)) {
        pollfd created{events.number(), POLLIN, 0};
        if (::poll(&created, 1, patience_ms) != 1 || ::read(events.number(), buffer, sizeof buffer) <= 0) return false;
    }
    return true;
}

TEST(KilledConversion, EndsItsProcessesAndIsSweptByTheNextOne)
{
    const OwnTemporaryFolder temporary;
    Conversion conversion{"sleep 1000 & sleep 1000"};
    ASSERT_TRUE(conversion.is_running());
    convert_something();
    EXPECT_EQ(temporary.work_folders().size(), 1u);  // somebody works in it

    conversion.kill();
    EXPECT_TRUE(conversion.last_process_goes_unfinished());
    EXPECT_EQ(temporary.work_folders().size(), 1u);
    convert_something();
    EXPECT_EQ(temporary.work_folders().size(), 0u);
}

TEST(KilledConversion, LeavesNoLibreOfficeRunning)
{
    const OwnTemporaryFolder temporary;
    Conversion conversion{"soffice \"$@\""};
    ASSERT_TRUE(conversion.is_running());
    ASSERT_EQ(temporary.work_folders().size(), 1u);
    ASSERT_TRUE(appears(temporary.work_folders().front(), "profile"));

    conversion.kill();
    EXPECT_TRUE(conversion.last_process_goes_unfinished());
    convert_something();
    EXPECT_EQ(temporary.work_folders().size(), 0u);
}

TEST(KilledConversion, TheSweepTakesOnlyWhatIsItsOwn)
{
    const OwnTemporaryFolder temporary;
    const std::filesystem::path elsewhere = temporary.path() / "elsewhere";
    std::filesystem::create_directories(elsewhere / "kept");
    std::filesystem::create_symlink(elsewhere, temporary.path() / "mingji-convert-link");
    std::filesystem::create_directories(temporary.path() / "mingji-convert-foreign");
    std::filesystem::create_directories(temporary.path() / "mingji-convert-own/profile");
    const bool is_root = geteuid() == 0;
    const std::filesystem::path foreign = temporary.path() / "mingji-convert-foreign";
    ASSERT_TRUE(!is_root || ::chown(foreign.c_str(), 65'534, 65'534) == 0);

    convert_something();

    EXPECT_TRUE(std::filesystem::exists(elsewhere / "kept"));
    EXPECT_EQ(std::filesystem::exists(foreign), is_root);
    EXPECT_FALSE(std::filesystem::exists(temporary.path() / "mingji-convert-own"));
}

}  // namespace
}  // namespace spreadsheet::testing
