// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

#include "check/check.h"

namespace check {

// How findings become sentences: the reader's language, and the sentence of a code with its arguments filled in.
struct Words {
    std::string language;  // zh-CN or en
    std::function<std::string(const std::string& code, const base::ErrorArgs& args)> sentence;
};

// "第 11 行第 52 字", "预算执行!B22"
std::string place_words(const Place& place, const Words& words);
// "自评报告.docx：错误 2，警告 11，提示 2；读懂 71 个数据"
std::string head_words(const Checked& checked, const Words& words);
// "已豁免：口径不同（zhangsan，2026-11-25）"
std::string waiver_words(const Waiver& waiver, const Words& words);

}  // namespace check
