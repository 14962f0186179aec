// SPDX-License-Identifier: Apache-2.0
#include "spreadsheet/child.h"

#include <fcntl.h>
#include <sched.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <system_error>
#include <thread>

#include "base/file_descriptor.h"
#include "spreadsheet/confinement.h"

namespace spreadsheet {

namespace {

enum class Network { as_it_is, cut_if_allowed };

[[noreturn]] void throw_errno(const char* what)
{
    throw std::system_error(errno, std::generic_category(), what);
}

struct Pipe {
    base::FileDescriptor reading;
    base::FileDescriptor writing;
};

Pipe make_pipe()
{
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) throw_errno("pipe");
    return {base::FileDescriptor{ends[0]}, base::FileDescriptor{ends[1]}};
}

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

// What the process that launches and the program's own process say to each other before the program runs.
struct Talk {
    Pipe start;   // a letter: the guard stands; its end: there will be none
    Pipe report;  // whether the network is cut
};

// A program that ran before its guard stood would outlive a launching process that ends in between.
bool guard_stands(const Pipe& start)
{
    close(start.writing.number());
    char word = 0;
    return read(start.reading.number(), &word, 1) == 1;
}

// Between fork and exec only calls that are safe in a process whose other threads are gone: no allocation, no locks.
[[noreturn]] void become(const Child& child, Network network, Pointers& arguments, Pointers& environment,
                         const Talk& talk)
{
    setpgid(0, 0);
    if (!guard_stands(talk.start)) _exit(127);
    const bool is_cut = network == Network::cut_if_allowed &&
                        (unshare(CLONE_NEWNET) == 0 || unshare(CLONE_NEWUSER | CLONE_NEWNET) == 0);
    const char word = is_cut ? 'c' : 'n';
    const bool is_reported = write(talk.report.writing.number(), &word, 1) == 1;

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

// Waits until the one writer of the pipe is gone, which is the process that launched us, and ends the group, itself
// with it. PR_SET_PDEATHSIG would end the program at the head of the group, but not what that one started.
[[noreturn]] void guard(pid_t group, int lifeline)
{
    if (setpgid(0, group) != 0 || dup2(lifeline, 0) != 0) _exit(1);
    close_range(1, ~0U, 0);
    char nothing = 0;
    while (read(0, &nothing, 1) < 0 && errno == EINTR) {
    }
    kill(-group, SIGKILL);
    _exit(1);
}

// True when the process ended in time; `status` as waitpid gives it.
bool wait_for(pid_t process, std::chrono::seconds time, int& status)
{
    using namespace std::chrono_literals;
    const auto until = std::chrono::steady_clock::now() + time;
    while (true) {
        const pid_t ended = waitpid(process, &status, WNOHANG);
        if (ended == process) return true;
        if (ended < 0 && errno != EINTR) throw_errno("waitpid");
        if (std::chrono::steady_clock::now() >= until) return false;
        std::this_thread::sleep_for(5ms);
    }
}

struct Launched {
    ChildEnd end = ChildEnd::failed;
    bool is_cut = false;
};

Launched launch(const Child& child, Network network)
{
    std::vector<std::string> argument_texts{child.program.string()};
    argument_texts.insert(argument_texts.end(), child.arguments.begin(), child.arguments.end());
    std::vector<std::string> environment_texts = child.environment;
    Pointers arguments = pointers_to(argument_texts);
    Pointers environment = pointers_to(environment_texts);

    const Pipe lifeline = make_pipe();
    Talk talk{make_pipe(), make_pipe()};
    const pid_t program = fork();
    if (program == 0) become(child, network, arguments, environment, talk);
    if (program < 0) throw_errno("fork");
    setpgid(program, program);  // each side of a fork does it: whoever is first, nobody goes on without
    const pid_t watch = fork();
    if (watch == 0) guard(program, lifeline.reading.number());
    if (watch > 0) setpgid(watch, program);

    int status = 0;
    char word = 'n';
    const bool is_started = watch > 0 && write(talk.start.writing.number(), &word, 1) == 1;
    talk.start.writing = base::FileDescriptor{};
    talk.report.writing = base::FileDescriptor{};
    if (::read(talk.report.reading.number(), &word, 1) != 1) word = 'n';
    const bool is_in_time = is_started && wait_for(program, child.time, status);
    kill(-program, SIGKILL);  // the program's own children, too, and the guard
    if (!is_in_time) waitpid(program, &status, 0);
    if (watch < 0) throw std::runtime_error("fork");
    waitpid(watch, nullptr, 0);
    const bool is_success = WIFEXITED(status) && WEXITSTATUS(status) == 0;
    return {!is_in_time ? ChildEnd::timed_out : (is_success ? ChildEnd::succeeded : ChildEnd::failed), word == 'c'};
}

}  // namespace

ChildOutcome run(const Child& child)
{
    if (launch(confined(idle(child)), Network::as_it_is).end == ChildEnd::succeeded)
        return {launch(confined(child), Network::as_it_is).end};
    const Launched launched = launch(child, Network::cut_if_allowed);
    return {launched.end, true, !launched.is_cut};
}

}  // namespace spreadsheet
