// SPDX-License-Identifier: Apache-2.0
#include "app/serve/web_assets.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include <boost/json.hpp>

#include "base/sm3.h"

namespace app {

namespace {

struct Known {
    const Asset* asset;
    std::string tag;
};

const std::map<std::string_view, Known>& by_path()
{
    static const auto known = [] {
        std::map<std::string_view, Known> paths;
        for (const Asset& one : assets()) paths[one.path] = {&one, "\"" + base::sm3(one.plain).substr(0, 32) + "\""};
        return paths;
    }();
    return known;
}

// The first segments of the addresses that the application's own router answers.
const std::set<std::string, std::less<>>& pages()
{
    static const auto known = [] {
        std::set<std::string, std::less<>> names;
        const auto found = by_path().find("/pages.json");
        if (found == by_path().end()) return names;
        const boost::json::value list = boost::json::parse(found->second.asset->plain);
        for (const auto& name : list.as_array()) names.emplace(name.as_string());
        return names;
    }();
    return known;
}

bool is_page(std::string_view path)
{
    if (path == "/") return true;
    path.remove_prefix(1);
    return pages().contains(path.substr(0, path.find('/')));
}

bool accepts_gzip(const http::Request& request)
{
    return request.headers.get("accept-encoding").find("gzip") != std::string_view::npos;
}

}  // namespace

std::optional<http::Response> asset(const http::Request& request)
{
    if (!http::is_safe(request.method)) return std::nullopt;
    auto found = by_path().find(request.path);
    if (found == by_path().end() && is_page(request.path)) found = by_path().find("/index.html");
    if (found == by_path().end()) return std::nullopt;
    const auto& [file, tag] = found->second;
    http::Response response{.content_type = std::string{file->type}};
    response.header("ETag", tag);
    response.header("Vary", "Accept-Encoding");
    // The names of built files carry a digest of their content.
    const bool is_final = file->path.starts_with("/assets/");
    response.header("Cache-Control", is_final ? "public, max-age=31536000, immutable" : "no-cache");
    if (request.headers.get("if-none-match") == tag) {
        response.status = 304;
        return response;
    }
    const bool is_packed = accepts_gzip(request) && file->packed.size() < file->plain.size();
    if (is_packed) response.header("Content-Encoding", "gzip");
    response.constant = is_packed ? file->packed : file->plain;
    return response;
}

}  // namespace app
