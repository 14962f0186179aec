// SPDX-License-Identifier: Apache-2.0
#include "cli/progress.h"

#include <future>
#include <sstream>
#include <utility>

#include <gtest/gtest.h>

namespace cli {
namespace {

using namespace std::chrono_literals;

// Standard error as a screen; `written` is ready once something stands on it.
struct Screen : std::stringbuf {
    std::ostringstream answers;
    std::ostream err{this};
    Terminal terminal{answers, err};
    std::promise<void> first_words;
    std::future<void> written = first_words.get_future();

    Screen() { terminal.live = true; }

    int sync() override
    {
        if (!std::exchange(is_written_, true)) first_words.set_value();
        return 0;
    }

private:
    bool is_written_ = false;
};

TEST(Progress, SaysWhatGoesOnAndWipesItAtTheEnd)
{
    Screen screen;
    {
        const Progress progress{screen.terminal, "cli.progress.import", {{"file", "支付.xlsx"}}, 0ms};
        screen.written.wait();
    }
    const std::string wipe = "\r\033[K";
    EXPECT_NE(screen.str().find("支付.xlsx"), std::string::npos) << screen.str();
    EXPECT_TRUE(screen.str().starts_with(wipe));
    EXPECT_TRUE(screen.str().ends_with(wipe));
    EXPECT_EQ(screen.answers.str(), "");
}

TEST(Progress, SaysNothingOfWhatIsSoonDone)
{
    Screen screen;
    {
        const Progress progress{screen.terminal, "cli.progress.import", {{"file", "支付.xlsx"}}, 24h};
    }
    EXPECT_EQ(screen.str(), "");
}

TEST(Progress, IsSilentOnPaperAndWhenAskedToBeQuiet)
{
    for (const auto& [live, quiet] : {std::pair{false, false}, std::pair{true, true}}) {
        Screen screen;
        screen.terminal.live = live;
        screen.terminal.quiet = quiet;
        for (int i = 0; i < 100; ++i) const Progress progress{screen.terminal, "cli.progress.line", {}, 0ms};
        EXPECT_EQ(screen.str(), "");
    }
}

}  // namespace
}  // namespace cli
