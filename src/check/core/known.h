// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "check/core/rule.h"

namespace check {

// What a report calls a figure of ours: an indicator or a supporting count by its name; budget figures by their scope
// and what they are; scores.
enum class KnownAs { named, initial, adjusted, executed, rate, total_score, execution_score, indicators_score };

// What the same records give when some more of them are counted, and which those are.
struct CountedOtherwise {
    std::string with;   // what they have: 状态=已取消
    base::Ratio value;  // as KnownFigure::value
    std::vector<std::string> records = {};
    std::vector<std::string> places = {};
};

// A figure of our own database.
struct KnownFigure {
    KnownAs as = KnownAs::named;
    std::string fact = {};  // its code
    // 承办各类会议次数; of a budget figure what it is the budget of: 生活服务经费, 基本支出, 项目支出, nothing for the
    // whole unit.
    std::string name = {};
    std::string title = {};                     // as a sentence calls it: “生活服务经费”执行数
    base::Ratio value = base::Ratio::whole(0);  // in 元, m² or its own unit
    base::Ratio size = base::Ratio::whole(1);   // how many 元 or m² its printed unit is
    Measure measure = Measure::count;
    std::string unit = {};     // canonical (base::unit_named), as printed
    std::string printed = {};  // 1930次
    std::size_t records = 0;   // that it rests on
    std::vector<CountedOtherwise> otherwise = {};
};

// Sets value, unit and what it measures.
void say(KnownFigure& figure, const base::Ratio& value, const std::string& unit);

// The frozen figures of one run of a unit's year.
struct Known {
    std::string run;
    int year = 0;
    std::vector<KnownFigure> figures = {};
};

// L60: what the report says differently from our records about the same thing. The same: an indicator's or a count's
// name stands before the number with nothing in between that narrows it, or in its row of a table; a budget figure in a
// sentence about the unit, its basic or project expenditure or a budget line. What may be something else is passed
// over. A difference of the last printed digit is a warning.
Findings known_otherwise(const Material& material, const Known& known);

}  // namespace check
