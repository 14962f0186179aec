// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "base/date.h"
#include "base/result.h"

namespace meetings {

template <class T>
std::string code_of(const base::Result<T>& result)
{
    return result ? std::string{} : result.error().code;
}

inline base::Date on(const std::string& day)
{
    return base::Date::parse(day).value();
}

}  // namespace meetings
