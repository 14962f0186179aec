// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace base {

// An amount as people read it: 1234567.80 -> 1,234,567.80. What counts, and every digest, takes it as it was.
std::string grouped(std::string_view amount);
// The same for each amount in yuan inside a sentence: 执行数 418000.00元 -> 执行数 418,000.00元.
std::string with_grouped_yuan(std::string_view sentence);
// 1234.50 or -0.05: a figure with two decimals and nothing else.
bool is_amount(std::string_view text);

}  // namespace base
