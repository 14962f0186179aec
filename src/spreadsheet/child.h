// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace spreadsheet {

// A program to run in a child process that can do no more than its work needs.
struct Child {
    std::filesystem::path program;
    std::vector<std::string> arguments;                // without the program's own name
    std::vector<std::string> environment;              // all of it: nothing is inherited
    std::filesystem::path folder;                      // it starts here, and writes nowhere else
    std::vector<std::filesystem::path> readable = {};  // besides the machine's programs, libraries and fonts
    std::uint64_t memory_bytes = 0;
    std::uint64_t file_bytes = 0;  // largest file it may write
    std::chrono::seconds time{0};  // by the clock and on the processor
};

enum class ChildEnd { succeeded, failed, timed_out };

struct ChildOutcome {
    ChildEnd end = ChildEnd::failed;
    // What could not be taken from it, because the machine lacks bubblewrap or forbids namespaces (docs/adr/0010).
    bool saw_files = false;
    bool had_network = false;
};

// Runs it to its end. Nothing that it started outlives this call, nor this process where it is killed: inside
// bubblewrap whatever the program did, otherwise as far as its process group reaches.
// Throws std::system_error where no process can be made.
ChildOutcome run(const Child& child);

}  // namespace spreadsheet
