// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace chinese {

// What a line above a table says its amounts count in: 单位：万元, 编制单位：某中心　金额单位：人民币元. One of 元 百元
// 千元 万元 亿元; empty where the line names no unit of money at its end (编制单位：某中心, 单位：平方米).
std::string money_unit_said(std::string_view line);

}  // namespace chinese
