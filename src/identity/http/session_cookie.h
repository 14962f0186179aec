// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "http/message.h"

namespace identity {

// The token of the session cookie, or empty.
std::string session_token(const http::Request& request);
// Set-Cookie for a session that begins, and for one that ends.
std::string session_cookie(const std::string& token);
std::string ended_cookie();

}  // namespace identity
