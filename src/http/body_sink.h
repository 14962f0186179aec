// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/http: where a request's body goes while it comes in.

#include <filesystem>
#include <string>
#include <string_view>

#include "base/sm3.h"
#include "http/server.h"

namespace http {

// Into memory, or into a file beside the data; never beyond the route's limit.
class BodySink {
public:
    BodySink(const Plan& plan, const std::filesystem::path& folder);
    ~BodySink();
    BodySink(const BodySink&) = delete;
    BodySink& operator=(const BodySink&) = delete;

    // 200, or the status of a refusal: 413 beyond the limit, 415 where no body is expected, 507 when the disk is full.
    int take(std::string_view piece);
    int close();  // the file is on the disk now
    void refuse(const char* code) { refusal_ = code; }
    const char* refusal() const { return refusal_; }
    void give_to(Request& request);

private:
    int write(std::string_view piece);

    const Plan& plan_;
    std::string body_;
    std::filesystem::path file_;
    int descriptor_ = -1;
    std::size_t bytes_ = 0;
    base::Sm3 digest_;
    const char* refusal_ = "request.body_malformed";
};

}  // namespace http
