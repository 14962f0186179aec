// SPDX-License-Identifier: Apache-2.0
#include "http/head_check.h"

#include <algorithm>
#include <string>

namespace http {

namespace {

bool is_token_letter(char c)
{
    constexpr std::string_view marks = "!#$%&'*+-.^_`|~";
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           marks.find(c) != std::string_view::npos;
}

bool is_token(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), is_token_letter);
}

// Visible letters, blanks and bytes beyond ASCII; no control character.
bool is_value(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte == '\t' || (byte >= 0x20 && byte != 0x7F);
    });
}

std::string lower(std::string_view text)
{
    std::string small{text};
    for (char& c : small)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return small;
}

std::string_view trimmed(std::string_view text)
{
    const auto is_blank = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

HeadFault check_request_line(std::string_view line, const HeadLimits& limits)
{
    const auto first = line.find(' ');
    const auto second = line.find(' ', first == std::string_view::npos ? first : first + 1);
    if (second == std::string_view::npos || line.find(' ', second + 1) != std::string_view::npos)
        return HeadFault::malformed;
    const std::string_view target = line.substr(first + 1, second - first - 1);
    if (!is_token(line.substr(0, first)) || target.empty()) return HeadFault::malformed;
    const auto is_visible = [](char c) { return static_cast<unsigned char>(c) > 0x20 && c != 0x7F; };
    if (!std::all_of(target.begin(), target.end(), is_visible)) return HeadFault::malformed;
    if (target.size() > limits.target) return HeadFault::target_too_long;
    const std::string_view version = line.substr(second + 1);
    return version == "HTTP/1.1" || version == "HTTP/1.0" ? HeadFault::none : HeadFault::version_unknown;
}

// What is counted over all fields.
struct Seen {
    std::size_t fields = 0;
    std::size_t hosts = 0;
    std::size_t lengths = 0;
    std::size_t codings = 0;
};

HeadFault check_field(std::string_view line, Seen& seen)
{
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || !is_token(line.substr(0, colon))) return HeadFault::malformed;
    const std::string_view value = trimmed(line.substr(colon + 1));
    if (!is_value(value)) return HeadFault::malformed;
    const std::string name = lower(line.substr(0, colon));
    ++seen.fields;
    if (name == "host") ++seen.hosts;
    if (name == "transfer-encoding") {
        ++seen.codings;
        if (lower(value) != "chunked") return HeadFault::coding_unknown;
    }
    if (name != "content-length") return HeadFault::none;
    ++seen.lengths;
    const bool is_number = !value.empty() && value.size() <= 18 &&
                           std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
    return is_number ? HeadFault::none : HeadFault::length_twice;
}

}  // namespace

HeadFault check_head(std::string_view head, const HeadLimits& limits)
{
    Seen seen;
    bool is_request_line = true;
    bool is_http_1_1 = false;
    while (true) {
        const auto end = head.find("\r\n");
        if (end == std::string_view::npos) return HeadFault::malformed;
        const std::string_view line = head.substr(0, end);
        head.remove_prefix(end + 2);
        if (line.empty()) break;
        if (line.find('\n') != std::string_view::npos || line.find('\r') != std::string_view::npos)
            return HeadFault::malformed;
        const HeadFault fault = is_request_line ? check_request_line(line, limits) : check_field(line, seen);
        if (fault != HeadFault::none) return fault;
        if (is_request_line) is_http_1_1 = line.ends_with("1.1");
        is_request_line = false;
        if (seen.fields > limits.fields) return HeadFault::too_many_fields;
    }
    if (is_request_line || !head.empty()) return HeadFault::malformed;
    if (seen.codings > 0 && seen.lengths > 0) return HeadFault::length_and_chunked;
    if (seen.lengths > 1 || seen.codings > 1) return HeadFault::length_twice;
    if (seen.hosts > 1 || (is_http_1_1 && seen.hosts == 0)) return HeadFault::no_host;
    return HeadFault::none;
}

int status_of(HeadFault fault)
{
    if (fault == HeadFault::target_too_long) return 414;
    if (fault == HeadFault::too_many_fields) return 431;
    return 400;
}

}  // namespace http
