// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "base/date.h"
#include "base/result.h"
#include "indicators/core/measure.h"

namespace indicators {

// One indicator as it was set, every cell as written (the titles of the sheet 绩效指标 name the parts).
struct IndicatorSetting {
    std::string code = {};
    std::string goal = {};  // 目标序号
    std::string level1 = {};
    std::string level2 = {};
    std::string name = {};    // 三级指标
    std::string sign = {};    // 计算符号
    std::string target = {};  // 目标值
    std::string unit = {};
    std::string weight = {};
    MeasureText measure = {};
    std::string definition = {};

    friend bool operator==(const IndicatorSetting&, const IndicatorSetting&) = default;
};

// The parts a revision may change, by title, in the order of the sheet; the code itself is not one of them.
struct SettingPart {
    std::string_view title;
    std::string& (*of)(IndicatorSetting&);
};
const std::vector<SettingPart>& setting_parts();
std::string* part_of(IndicatorSetting& setting, std::string_view title);  // nullptr: no such part

enum class RevisionKind { add, change, remove };

// One line of a dated revision document: what one part was and what it became. An added indicator is a line per part.
struct RevisionChange {
    std::string document = {};  // 文号
    base::Date date;
    RevisionKind kind = RevisionKind::change;
    std::string code;
    std::string part;
    std::string before;
    std::string after;
    std::string reason;

    friend bool operator==(const RevisionChange&, const RevisionChange&) = default;
};

struct IndicatorInForce {
    IndicatorSetting setting;
    int version = 1;                          // 1 as first set, one more per document that changed it
    std::vector<std::string> documents = {};  // that changed it, oldest first
};

// The line at fault, as a position in `changes`.
struct RevisionProblem {
    std::size_t change;
    base::Error error;
};

// What is in force at the end of the day `as_of`: the first settings with every document dated up to that day applied,
// oldest first, lines of one day in their order. Names every line that does not fit: indicators.revision.code_unknown,
// .code_taken, .part_unknown, .before_differs (with what is in force), .nothing_changed.
tl::expected<std::vector<IndicatorInForce>, std::vector<RevisionProblem>> replay(
    const std::vector<IndicatorSetting>& first, const std::vector<RevisionChange>& changes, base::Date as_of);

std::string_view to_text(RevisionKind kind);                            // add, change, remove
base::Result<RevisionKind> parse_revision_kind(std::string_view text);  // the same words, or 新增 修改 删除

}  // namespace indicators
