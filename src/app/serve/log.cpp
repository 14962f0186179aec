// SPDX-License-Identifier: Apache-2.0
#include "app/serve/log.h"

#include <unistd.h>

#include <boost/json.hpp>

#include "base/instant.h"

namespace app {

void log(const base::Clock& clock, Level level, std::string_view what, boost::json::object more)
{
    constexpr std::string_view levels[] = {"info", "warning", "error"};
    boost::json::object line{{"time", base::instant_text(clock.milliseconds_since_1970())},
                             {"level", levels[static_cast<std::size_t>(level)]},
                             {"what", what}};
    for (const auto& pair : more) line[pair.key()] = pair.value();
    const std::string text = boost::json::serialize(line) + "\n";
    // One write keeps the lines of several threads apart. There is nobody to tell when it fails.
    [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, text.data(), text.size());
}

std::string path_to_log(const std::string& path)
{
    const std::string feeds = "/api/v1/meetings/feeds/";
    return path.starts_with(feeds) ? feeds + "…" : path;
}

}  // namespace app
