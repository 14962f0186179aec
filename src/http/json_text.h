// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <boost/json/value.hpp>

namespace http {

// What a record need not have: null in JSON where the text is empty.
inline boost::json::value text_or_null(const std::string& text)
{
    return text.empty() ? boost::json::value(nullptr) : boost::json::value(text);
}

}  // namespace http
