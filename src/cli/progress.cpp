// SPDX-License-Identifier: Apache-2.0
#include "cli/progress.h"

namespace cli {

namespace {

constexpr std::string_view wipe = "\r\033[K";  // to the end of the line

}  // namespace

Progress::Progress(const Terminal& terminal, const std::string& what, const base::ErrorArgs& args,
                   std::chrono::milliseconds silence)
    : terminal_{terminal}, what_{terminal.words(what, args)}
{
    if (terminal.live && !terminal.quiet) watch_ = std::thread{[this, silence] { run(silence); }};
}

Progress::~Progress()
{
    if (!watch_.joinable()) return;
    {
        const std::lock_guard lock{mutex_};
        is_over_ = true;
    }
    ends_.notify_one();
    watch_.join();
}

void Progress::run(std::chrono::milliseconds silence)
{
    using std::chrono::steady_clock;
    const auto start = steady_clock::now();
    std::unique_lock lock{mutex_};
    const auto is_over = [this] { return is_over_; };
    if (ends_.wait_for(lock, silence, is_over)) return;
    do {
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(steady_clock::now() - start).count();
        terminal_.err << wipe
                      << terminal_.words("cli.progress.line", {{"what", what_}, {"seconds", std::to_string(seconds)}})
                      << std::flush;
    } while (!ends_.wait_for(lock, std::chrono::seconds{1}, is_over));
    terminal_.err << wipe << std::flush;
}

}  // namespace cli
