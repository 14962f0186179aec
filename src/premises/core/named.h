// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/named.h"

namespace premises {

using base::chinese_words_of;
using base::Named;
using base::named;
using base::of_chinese;
using base::of_word;
using base::words_of;

}  // namespace premises
