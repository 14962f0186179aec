// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>

#include "http/fields.h"

namespace http {

// What a refusal says of each field: pointer -> code.
inline std::map<std::string, std::string> mistakes(const std::optional<Response>& response)
{
    std::map<std::string, std::string> found;
    if (response)
        for (const FieldError& error : response->problem->fields) found[error.pointer] = error.error.code;
    return found;
}

}  // namespace http
