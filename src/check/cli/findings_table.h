// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/check.h"
#include "cli/terminal.h"

namespace check {

// The findings of one file, errors in red, each with its places below it.
void print_findings(const Checked& checked, const ::cli::Terminal& terminal);
// "第 11 行第 52 字", "预算执行!B22"
std::string place_words(const Place& place, ::cli::Language language);
// "自评报告.docx：错误 2，警告 11，提示 2；读懂 71 个数据"
std::string head_words(const Checked& checked, ::cli::Language language);

}  // namespace check
