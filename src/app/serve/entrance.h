// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "http/message.h"
#include "http/router.h"
#include "identity/sessions.h"

namespace app {

// A change must come from our own page: JSON or a file, from the same origin, with the session's token in a header
// (OWASP ASVS 5.0, 3.5.1 to 3.5.3). None when it does.
std::optional<http::Response> foreign_change(const http::Route& route, const http::Request& request,
                                             const identity::Visitor* visitor);

}  // namespace app
