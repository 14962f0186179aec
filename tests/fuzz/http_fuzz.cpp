// SPDX-License-Identifier: Apache-2.0
// Feeds a request, head and body, to what reads it before anybody is asked who sends it.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/utf8.h"
#include "http/fields.h"
#include "http/head_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string bytes{reinterpret_cast<const char*>(data), size};
    const auto end = bytes.find("\r\n\r\n");
    const std::string head = bytes.substr(0, end == std::string::npos ? end : end + 4);
    const http::HeadFault fault = check_head(head, http::HeadLimits{});
    // What is let through has no second reading: one line end between fields, and no control letter.
    if (fault == http::HeadFault::none && head.find('\0') != std::string::npos) std::abort();

    http::Request request;
    const auto first = head.find(' ');
    const auto second = first == std::string::npos ? first : head.find(' ', first + 1);
    if (second != std::string::npos && read_target(head.substr(first + 1, second - first - 1), request))
        for (const auto& [name, value] : request.query)
            if (!base::is_utf8(name) || !base::is_utf8(value)) std::abort();

    if (end != std::string::npos) request.body = bytes.substr(end + 4);
    http::Fields fields{request};
    fields.text("name", 10);
    fields.optional_money("amount");
    fields.optional_date("on");
    fields.optional_integer("count");
    if (auto inner = fields.object("inner")) inner->texts("list");
    static_cast<void>(fields.problem());
    return 0;
}
