// SPDX-License-Identifier: Apache-2.0
#include "spreadsheet/child.h"

#include <fcntl.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <system_error>
#include <thread>

namespace spreadsheet {

namespace {

using Pointers = std::vector<char*>;

Pointers pointers_to(std::vector<std::string>& texts)
{
    Pointers pointers;
    for (std::string& text : texts) pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

void limit(__rlimit_resource_t resource, std::uint64_t most)
{
    const rlimit both{most, most};
    setrlimit(resource, &both);
}

// Between fork and exec only calls that are safe in a process whose other threads are gone: no allocation, no locks.
[[noreturn]] void become(const Child& child, Pointers& arguments, Pointers& environment, int report)
{
    setpgid(0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    const bool is_cut = unshare(CLONE_NEWNET) == 0 || unshare(CLONE_NEWUSER | CLONE_NEWNET) == 0;
    const char word = is_cut ? 'c' : 'n';
    const bool is_reported = write(report, &word, 1) == 1;

    limit(RLIMIT_AS, child.memory_bytes);
    limit(RLIMIT_CPU, static_cast<std::uint64_t>(child.time.count()));
    limit(RLIMIT_FSIZE, child.file_bytes);
    limit(RLIMIT_CORE, 0);
    const int nowhere = open("/dev/null", O_RDWR);
    for (int number = 0; number < 3; ++number) dup2(nowhere, number);
    close_range(3, ~0U, 0);
    if (is_reported && chdir(child.folder.c_str()) == 0)
        execve(child.program.c_str(), arguments.data(), environment.data());
    _exit(127);
}

// True when the process ended in time; `status` as waitpid gives it.
bool wait_for(pid_t process, std::chrono::seconds time, int& status)
{
    using namespace std::chrono_literals;
    const auto until = std::chrono::steady_clock::now() + time;
    while (true) {
        const pid_t ended = waitpid(process, &status, WNOHANG);
        if (ended == process) return true;
        if (ended < 0 && errno != EINTR) throw std::system_error(errno, std::generic_category(), "waitpid");
        if (std::chrono::steady_clock::now() >= until) return false;
        std::this_thread::sleep_for(5ms);
    }
}

}  // namespace

ChildOutcome run(const Child& child)
{
    std::vector<std::string> argument_texts{child.program.string()};
    argument_texts.insert(argument_texts.end(), child.arguments.begin(), child.arguments.end());
    std::vector<std::string> environment_texts = child.environment;
    Pointers arguments = pointers_to(argument_texts);
    Pointers environment = pointers_to(environment_texts);

    std::array<int, 2> report{};
    if (pipe2(report.data(), O_CLOEXEC) != 0) throw std::system_error(errno, std::generic_category(), "pipe");
    const pid_t process = fork();
    if (process == 0) become(child, arguments, environment, report[1]);
    const int fork_error = errno;
    close(report[1]);
    char word = 'n';
    if (process > 0 && ::read(report[0], &word, 1) != 1) word = 'n';
    close(report[0]);
    if (process < 0) throw std::system_error(fork_error, std::generic_category(), "fork");

    int status = 0;
    const bool is_in_time = wait_for(process, child.time, status);
    kill(-process, SIGKILL);  // the program's own children, too
    if (!is_in_time) waitpid(process, &status, 0);
    const bool is_success = WIFEXITED(status) && WEXITSTATUS(status) == 0;
    const ChildEnd end = !is_in_time ? ChildEnd::timed_out : (is_success ? ChildEnd::succeeded : ChildEnd::failed);
    return {end, word == 'n'};
}

}  // namespace spreadsheet
