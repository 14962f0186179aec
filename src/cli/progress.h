// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

#include "cli/terminal.h"

namespace cli {

// Says on a screen that a long piece of work goes on: after two seconds a line on standard error with what is done and
// for how long, every second anew. It is wiped at the end of the scope; nothing else may be written before. Says
// nothing where standard error is no screen, or is to be quiet.
class Progress {
public:
    static constexpr std::chrono::milliseconds patience{2'000};

    // `what` is a sentence of src/cli/words: cli.progress.import {file}.
    Progress(const Terminal& terminal, const std::string& what, const base::ErrorArgs& args,
             std::chrono::milliseconds silence = patience);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

private:
    void run(std::chrono::milliseconds silence);

    const Terminal& terminal_;
    std::string what_;
    std::mutex mutex_;
    std::condition_variable ends_;
    bool is_over_ = false;
    std::thread watch_;
};

}  // namespace cli
