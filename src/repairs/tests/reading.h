// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "base/result.h"

namespace repairs {

template <class T>
std::string code_of(const base::Result<T>& result)
{
    return result ? std::string{} : result.error().code;
}

}  // namespace repairs
