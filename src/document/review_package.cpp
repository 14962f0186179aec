// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <fmt/format.h>

#include "base/sm3.h"
#include "document/check.h"
#include "document/document.h"
#include "document/zip.h"

namespace document {

namespace {

constexpr std::string_view manifest_name = "manifest.sm3";

// A path that unpacks inside its folder on every system, Windows included.
bool is_safe(const std::string& path)
{
    const bool plain = std::all_of(path.begin(), path.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
               c == '-' || c == '~' || c == '/';
    });
    if (!plain || path.empty() || path.front() == '/' || path.back() == '/') return false;
    for (std::size_t begin = 0; begin <= path.size();) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        const std::string part = path.substr(begin, end - begin);
        if (part.empty() || part == "." || part == "..") return false;
        begin = end + 1;
    }
    return true;
}

}  // namespace

base::Result<std::string> review_package(const std::vector<File>& files)
{
    std::vector<File> packed = files;
    std::sort(packed.begin(), packed.end(), [](const File& a, const File& b) { return a.path < b.path; });
    std::string manifest;
    for (std::size_t i = 0; i < packed.size(); ++i) {
        const File& file = packed[i];
        if (!is_safe(file.path) || file.path == manifest_name)
            return base::fail(base::ErrorKind::invalid, "document.package.bad_path", {{"path", beginning(file.path)}});
        if (i > 0 && packed[i - 1].path == file.path)
            return base::fail(base::ErrorKind::invalid, "document.package.duplicate_path", {{"path", file.path}});
        manifest += fmt::format("{}  {}  {}\n", base::sm3(file.bytes), file.bytes.size(), file.path);
    }
    packed.insert(packed.begin(), File{std::string{manifest_name}, std::move(manifest)});
    return zip(packed);
}

}  // namespace document
