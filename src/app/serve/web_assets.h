// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>

#include "http/message.h"

namespace app {

// A file of the web application, or the contract, embedded at build time by cmake/embed_web.py.
struct Asset {
    std::string_view path;  // /index.html
    std::string_view type;
    std::string_view plain;
    std::string_view packed;  // by gzip
};

std::span<const Asset> assets();

// The answer to a request for an embedded file; for a page of the application (its first segment is in pages.json)
// it is index.html. None for everything else.
std::optional<http::Response> asset(const http::Request& request);

}  // namespace app
