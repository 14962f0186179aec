// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace http {

// Limits of one request's head, in bytes where not said otherwise.
struct HeadLimits {
    std::size_t head = 16 * 1024;
    std::size_t target = 8 * 1024;
    std::size_t fields = 100;  // number of header fields
};

// What a strict reader finds wrong in a request's head before anything of it is believed (RFC 9112). Two readers that
// see two different requests in the same bytes are how requests are smuggled past a gateway.
enum class HeadFault {
    none,
    malformed,           // 400: no request line, a bare line feed, a NUL, a folded line, a blank before a colon
    target_too_long,     // 414
    too_many_fields,     // 431
    length_and_chunked,  // 400: Content-Length and Transfer-Encoding
    length_twice,        // 400: two Content-Length, or one that is not a number
    coding_unknown,      // 400: a Transfer-Encoding other than chunked
    no_host,             // 400: HTTP/1.1 without Host, or with two
    version_unknown      // 400: neither HTTP/1.1 nor HTTP/1.0
};

// `head` ends with the empty line. Its length against limits.head is the reader's business.
HeadFault check_head(std::string_view head, const HeadLimits& limits);

int status_of(HeadFault fault);

}  // namespace http
